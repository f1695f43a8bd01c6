/**
 * Writing targets: typed cells, and plans by quarter or month. Figures and growth on the base stay
 * told apart.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { targetAt, type TargetRow } from '../../data/targets/targets.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import { compare, type Decimal } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import {
  indicatorFigureOf,
  figureOrNull,
  indicatorFigureText,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { readIndicatorFigure, readTarget } from '../../domain/targets/indicator-figure.ts';
import type { Outcome } from '../../domain/read/outcome.ts';
import { planMissing, planSentence } from '../../domain/targets/target-plan.ts';
import {
  PART_LABELS,
  valueOfGrowth,
  type PartName,
  type Shown,
  type TargetVersion,
} from '../../domain/targets/target.ts';
import { command, type Book } from '../book/book.ts';
import { indicatorRow } from './indicators.ts';
import { targetDraftOf, storedParts, TARGET_AREAS } from './versions.ts';

export type TextPart = 'leader' | 'owner' | 'rival' | 'remark';
export interface TargetEdit {
  readonly indicator: number;
  readonly unit: number | null;
  readonly part: PartName | TextPart;
  readonly text: string | null;
}
type Parts = Omit<TargetRow, 'id' | 'version' | 'indicator' | 'unit'>;
const NOTHING: Parts = {
  base: null,
  assured: null,
  stretch: null,
  upper: null,
  assuredGrowth: null,
  stretchGrowth: null,
  plan: null,
  leader: null,
  owner: null,
  rival: null,
  remark: null,
};
const FIRST: readonly TargetEdit['part'][] = ['base'];

/**
 * One change for all cells, so that a pasted block is undone as one. @throws Fault target.issued,
 * value.unreadable naming the cell
 */
export function editTargets(book: Book, year: number, edits: readonly TargetEdit[]): Saved {
  return command(
    book,
    edits.length === 1 ? '修改目标' : `修改${edits.length}格目标`,
    TARGET_AREAS,
    (writing) => {
      const version = targetDraftOf(writing, year);
      const [names, unitIn] = [namesOf(writing.db), unitsOf(writing.db)];
      const ids = [
        ...Map.groupBy(edits, ({ indicator, unit }) => `${indicator} ${unit ?? ''}`).values(),
      ].flatMap((cells) => {
        const [first] = cells;
        if (first === undefined) return [];
        const indicator = indicatorRow(writing.db, first.indicator);
        const unit = unitIn(first.unit);
        // a base comes before the growth that rests on it
        const ordered = cells.toSorted(
          (a, b) => Number(FIRST.includes(b.part)) - Number(FIRST.includes(a.part)),
        );
        return writeTarget(writing, version, indicator, unit, (before) =>
          ordered.reduce((parts, cell) => typedInto(parts, cell, indicator, names(unit)), before),
        );
      });
      return { change: writing.change, ids };
    },
  );
}

/**
 * Changes what a version says of a unit and an indicator; a row that says nothing goes. Answers its
 * id, if there is one.
 */
export function writeTarget(
  writing: Writing,
  version: TargetVersion,
  indicator: IndicatorRow,
  unit: number,
  change: (before: Parts) => Parts,
): readonly number[] {
  const row = targetAt(writing.db, version.id, indicator.id, unit);
  const after = change(row ?? NOTHING);
  const stored = storedParts(after);
  if (Object.values(stored).every((value) => value === null)) {
    if (row !== null) writing.remove('target', row.id);
    return [];
  }
  if (row === null)
    return [
      writing.insert('target', {
        version_id: version.id,
        indicator_id: indicator.id,
        unit_id: unit,
        ...stored,
      }),
    ];
  writing.update('target', row.id, stored);
  return [row.id];
}

/** @throws Fault record.missing, county.missing */
export const unitOf = (db: Reader, unit: number | null): number => unitsOf(db)(unit);

/** For many: a unit's id, null standing for the county. */
function unitsOf(db: Reader): (unit: number | null) => number {
  const [known, county] = [new Set(allUnits(db).map((one) => one.id)), countyUnit(db)];
  return (unit) => {
    const id = unit ?? county;
    if (id === null) throw new Fault('county.missing', {});
    if (!known.has(id)) throw new Fault('record.missing', { id });
    return id;
  };
}

export function namesOf(db: Reader): (unit: number) => string {
  const names = new Map(allUnits(db).map((unit) => [unit.id, unit.name]));
  return (unit) => names.get(unit) ?? '';
}

function typedInto(
  parts: Parts,
  { part, text }: TargetEdit,
  indicator: IndicatorRow,
  unit: string,
): Parts {
  const field = (label: string): string => `${unit}“${indicator.name}”${label}`;
  switch (part) {
    case 'base':
      return withBase(
        parts,
        valueRead(
          readIndicatorFigure(text ?? '', indicator.measure),
          text,
          field(PART_LABELS.base),
        ),
        indicator,
      );
    case 'upper':
      return {
        ...parts,
        upper: scaled(
          valueRead(
            readIndicatorFigure(text ?? '', indicator.measure),
            text,
            field(PART_LABELS.upper),
          ),
        ),
      };
    case 'assured':
    case 'stretch': {
      const typed = valueRead(
        readTarget(text ?? '', indicator.measure),
        text,
        field(PART_LABELS[part]),
      );
      return withTarget(parts, part, typed?.value ?? null, typed?.growth ?? null, indicator);
    }
    case 'leader':
    case 'owner':
    case 'rival':
    case 'remark':
      return { ...parts, [part]: text === null || text.trim() === '' ? null : text.trim() };
  }
}

/**
 * The figure; null for an empty cell. @throws Fault value.unreadable, also of a figure that could
 * mean two things
 */
export function valueRead<T>(read: Outcome<T>, text: string | null, field: string): T | null {
  if (read.kind === 'value') return read.value;
  if (read.kind === 'empty') return null;
  throw new Fault('value.unreadable', {
    field,
    seen: text ?? '',
    want: read.kind === 'unreadable' ? read.want : '一个数，不是一段',
  });
}

const scaled = (value: Decimal | null): IndicatorFigure | null =>
  value === null ? null : indicatorFigureOf(value);
const GROWTHS = { assured: 'assuredGrowth', stretch: 'stretchGrowth' } as const;

/** A figure, growth on the base, or both as they were stated; growth alone gives the figure. */
export function withTarget(
  parts: Parts,
  part: 'assured' | 'stretch',
  value: Decimal | null,
  growth: Decimal | null,
  shown: Shown,
): Parts {
  const figure = value ?? valueOfGrowth(figureOrNull(parts.base), growth, shown);
  return { ...parts, [part]: scaled(figure), [GROWTHS[part]]: scaled(growth) };
}

/** Figures that follow from growth follow the new base. */
function withBase(parts: Parts, value: Decimal | null, shown: Shown): Parts {
  let after: Parts = { ...parts, base: scaled(value) };
  for (const part of ['assured', 'stretch'] as const)
    if (isByGrowth(parts, part, shown))
      after = withTarget(after, part, null, figureOrNull(parts[GROWTHS[part]]), shown);
  return after;
}

/** Whether the figure follows from the growth that was given. */
export function isByGrowth(parts: Parts, part: 'assured' | 'stretch', shown: Shown): boolean {
  const growth = parts[GROWTHS[part]];
  if (growth === null) return false;
  const follows = valueOfGrowth(figureOrNull(parts.base), indicatorFigureText(growth), shown);
  return parts[part] === null || (follows !== null && indicatorFigureOf(follows) === parts[part]);
}

/**
 * What each quarter or month adds; null: evenly. @throws Fault target.plan where it does not add up
 * to the assured figure
 */
export function planTarget(
  book: Book,
  input: {
    readonly year: number;
    readonly indicator: number;
    readonly unit: number | null;
    readonly plan: readonly string[] | null;
  },
): Saved {
  return command(book, '修改目标的分季分月计划', TARGET_AREAS, (writing) => {
    const indicator = indicatorRow(writing.db, input.indicator);
    const version = targetDraftOf(writing, input.year);
    const ids = writeTarget(
      writing,
      version,
      indicator,
      unitOf(writing.db, input.unit),
      (before) => {
        if (input.plan === null) return { ...before, plan: null };
        if (before.assured === null)
          throw new Fault('target.plan', {
            problem: '尚无确保数。请先填写确保数，再分到各季各月。',
          });
        const plan = input.plan.map(
          (text, at) =>
            valueRead(
              readIndicatorFigure(text, indicator.measure),
              text,
              `第${at + 1}${input.plan?.length === 4 ? '季' : '个月'}计划`,
            ) ?? '0',
        );
        const assured = indicatorFigureText(before.assured);
        if (compare(planMissing(plan, assured), '0') !== 0)
          throw new Fault('target.plan', {
            problem: planSentence(plan, assured, indicator.measure),
          });
        return { ...before, plan: JSON.stringify(plan) };
      },
    );
    return { change: writing.change, ids };
  });
}

/** Writes a plain figure into a part. */
export function putPart(before: Parts, part: PartName, value: Decimal, shown: Shown): Parts {
  if (part === 'base') return withBase(before, value, shown);
  return part === 'upper'
    ? { ...before, upper: indicatorFigureOf(value) }
    : withTarget(before, part, value, null, shown);
}
