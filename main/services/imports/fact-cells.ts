/**
 * Imported figures gathered by what they are about: an indicator of the catalogue (or a new one), a
 * unit and a year or month, in the indicator's measure.
 */
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit } from '../../data/units/units.ts';
import type { Reader } from '../../data/open.ts';
import { monthPlace } from '../../domain/days/assessment-year.ts';
import { placesOf, trim, type Decimal } from '../../domain/exact/decimal.ts';
import type { FactPart, FileFact } from '../../domain/targets/fact.ts';
import { FIGURE_SCALE } from '../../domain/targets/indicator.ts';
import { convert, converts, isShare, measureOf } from '../../domain/exact/measure.ts';
import { compactText } from '../../domain/read/text.ts';
import { likeQuestion, nearIndicator } from '../../domain/targets/near-indicator.ts';
import { namesOfIndicator } from '../targets/indicators.ts';

/** An indicator that a table names: one of the catalogue, or one to be made. */
export interface NamedIndicator {
  /** null: not in the catalogue yet */
  readonly row: IndicatorRow | null;
  readonly name: string;
  readonly parent: NamedIndicator | null;
  readonly measure: string;
  readonly places: number;
  /** of a new one: the known one that its name may mean */
  readonly like?: string;
}
/** One stated figure, in the indicator's measure (percent for growth). */
export interface CellPart {
  readonly part: FactPart;
  readonly value: Decimal;
  readonly fact: FileFact;
}
export interface FactCell {
  readonly indicator: NamedIndicator;
  /** null: a unit that the import makes */
  readonly unit: number | null;
  readonly unitName: string;
  readonly year: number;
  /** the place in the assessment year; null: the year's target */
  readonly month: number | null;
  readonly parts: readonly CellPart[];
}
/** A figure that is not taken, with the sentence that says why. */
export interface Refusal {
  readonly fact: FileFact;
  readonly level: 'error' | 'question';
  readonly code: string;
  readonly message: string;
}
/** A figure that is taken, with what is to be looked at. */
export type Doubt = Omit<Refusal, 'level'>;
/** How one stated figure compares with what is kept. */
export interface Compared {
  readonly part: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string;
  readonly fact: FileFact;
}
/** How a cell's figures compare, or why none is taken. */
export type Comparison =
  | {
      readonly parts: readonly Compared[];
      readonly notes: readonly string[];
      readonly doubt?: Doubt;
    }
  | { readonly refused: Refusal };
export interface GatheredFactCells {
  readonly cells: readonly FactCell[];
  readonly refused: readonly Refusal[];
}

const SHARES: ReadonlySet<FactPart> = new Set(['yoy', 'completion', 'growth', 'growthStretch']);
const MONTHLY: ReadonlySet<FactPart> = new Set(['month', 'cumulative', 'lastYear', 'yoy']);
/** Only checked against the others, never kept. */
const CHECKS: ReadonlySet<FactPart> = new Set(['completion', 'rank']);

/** `firstMonth`: the calendar month in which the assessment year begins. */
export function gatherFactCells(
  db: Reader,
  facts: readonly FileFact[],
  firstMonth: number,
): GatheredFactCells {
  const kept = facts.filter((fact) => !CHECKS.has(fact.part));
  const indicators = namedIndicators(db, kept);
  const units = new Map(allUnits(db).map((unit) => [unit.name, unit.id]));
  const [county, countyName] = [
    countyUnit(db),
    allUnits(db).find((unit) => unit.kind === 'county')?.name ?? '',
  ];
  const refused: Refusal[] = [];
  const cells = new Map<string, FactCell & { readonly parts: CellPart[] }>();
  for (const fact of kept) {
    const indicator = indicators.get(keyOf(fact));
    const at = placeOf(fact, firstMonth);
    const value = indicator === undefined ? null : inMeasure(fact, indicator);
    if (indicator === undefined)
      refused.push(
        refusal(
          fact,
          'indicator.unmeasured',
          `“${fact.indicator}”只有百分比，没有数。先在“指标”里建这个指标，再导入。`,
        ),
      );
    else if (indicator.like !== undefined)
      refused.push(refusal(fact, 'indicator.like', likeQuestion(indicator.name, indicator.like)));
    else if (at === null)
      refused.push(refusal(fact, 'period.unknown', '这张表是哪年哪月的？表里没写。'));
    else if (value === null)
      refused.push(
        refusal(
          fact,
          'measure.differs',
          `“${indicator.name}”记的是${indicator.measure}，表里是${fact.measure ?? '未填单位'}，不能换算。请核对计量单位。`,
        ),
      );
    else {
      const unit = fact.unit === null ? county : (units.get(fact.unit) ?? null);
      const unitName = fact.unit ?? countyName;
      const key = JSON.stringify([keyOf(fact), unitName, at.year, at.month]);
      const cell = cells.get(key) ?? { indicator, unit, unitName, ...at, parts: [] };
      cells.set(key, cell);
      cell.parts.push({ part: fact.part, value, fact });
    }
  }
  return { cells: [...cells.values()].sort((a, b) => (a.month ?? 0) - (b.month ?? 0)), refused };
}

const refusal = (fact: FileFact, code: string, message: string): Refusal => ({
  fact,
  level: 'question',
  code,
  message,
});

function placeOf(
  { part, year, month }: FileFact,
  firstMonth: number,
): { readonly year: number; readonly month: number | null } | null {
  if (year === null) return null;
  // what was done in 2003 is the base of 2004
  if (!MONTHLY.has(part)) return { year: part === 'base' ? year + 1 : year, month: null };
  return month === null ? null : monthPlace(year, month, firstMonth);
}

const keyOf = ({ indicator, parent }: Pick<FileFact, 'indicator' | 'parent'>): string =>
  `${compactText(parent ?? '')}\u0000${compactText(indicator)}`;

/** By name, 其中 by its whole's name too; the measure of a new one is that of its first amount. */
function namedIndicators(
  db: Reader,
  facts: readonly FileFact[],
): ReadonlyMap<string, NamedIndicator> {
  const all = allIndicators(db);
  const written = new Set(facts.map((fact) => compactText(fact.indicator)));
  // what the tables name too is another one
  const unnamed = all.filter((one) => !written.has(compactText(one.name)));
  const named = new Map<string, NamedIndicator>();
  const wholes = new Map<string, NamedIndicator>();
  const make = (
    name: string,
    parent: NamedIndicator | null,
    own: readonly FileFact[],
  ): NamedIndicator | null => {
    const row = matching(all, name, parent, isOfOneWhole(all, facts, name));
    const amounts = own.filter((fact) => !SHARES.has(fact.part));
    if (row !== null)
      return {
        row,
        name: row.name,
        parent,
        measure: row.measure,
        places: Math.max(row.places, placesShown(amounts, row.measure)),
      };
    const measure = amounts[0]?.measure ?? null;
    if (measure === null) return null;
    const taken = isTaken(all, name) || wholes.has(compactText(name));
    const like =
      parent !== null || own.some(({ isNamed }) => isNamed === true)
        ? null
        : nearIndicator({ name, measure }, unnamed);
    return {
      row: null,
      ...(like === null ? {} : { like }),
      name: parent !== null && taken ? `${parent.name}（其中${name}）` : name,
      parent,
      measure,
      places: Math.max(grownPlaces(own, measure), placesShown(amounts, measure)),
    };
  };
  const groups = [...Map.groupBy(facts, keyOf).values()];
  for (const own of groups.filter(([first]) => first?.parent === null)) {
    const found = make(own[0]?.indicator ?? '', null, own);
    if (found === null || own[0] === undefined) continue;
    wholes.set(compactText(own[0].indicator), found);
    named.set(keyOf(own[0]), found);
  }
  for (const own of groups.filter(([first]) => first !== undefined && first.parent !== null)) {
    const [first] = own;
    if (first === undefined) continue;
    const parent =
      wholes.get(compactText(first.parent ?? '')) ?? wholeInCatalogue(all, first.parent ?? '');
    const found = make(first.indicator, parent, own);
    if (found !== null) named.set(keyOf(first), found);
  }
  return named;
}

const isTaken = (all: readonly IndicatorRow[], name: string): boolean =>
  all.some((one) =>
    namesOfIndicator(one).some((other) => compactText(other) === compactText(name)),
  );

/**
 * A target that grows by 12 % from 6亿元 is 6.72, one that rises by 1.5 points from 45% is 46.5: it
 * has places that its base had not.
 */
function grownPlaces(own: readonly FileFact[], measure: string): number {
  const growths = own.filter(({ part }) => part === 'growth' || part === 'growthStretch');
  const isTold = own.some(({ part }) => TARGETS_TOLD.has(part));
  if (growths.length === 0 || isTold) return 0;
  if (isShare(measure)) return Math.max(...growths.map((fact) => placesOf(trim(fact.value))));
  return measureOf(measure)?.dimension === 'money' && /^[亿]|^万(?!元$)/.test(measure) ? 2 : 0;
}
const TARGETS_TOLD: ReadonlySet<FactPart> = new Set(['assured', 'annual', 'stretch']);

/**
 * So many places that no figure hides what was reported; a division that goes on for ever is told
 * with four.
 */
const MOST_PLACES = 4;
const placesShown = (amounts: readonly FileFact[], measure: string): number =>
  Math.min(
    MOST_PLACES,
    Math.max(
      0,
      ...amounts
        .filter((fact) => fact.measure === measure)
        .map((fact) => placesOf(trim(fact.value))),
    ),
  );

/**
 * 其中：5000万元以上项目 is the 5000万元以上项目 that a table of its own told, where it is part of
 * one whole only. A short word as 工业 is part of anything.
 */
function isOfOneWhole(
  all: readonly IndicatorRow[],
  facts: readonly FileFact[],
  name: string,
): boolean {
  const word = compactText(name);
  const wholes = new Set(
    facts.flatMap((fact) =>
      fact.parent !== null && compactText(fact.indicator) === word
        ? [compactText(fact.parent)]
        : [],
    ),
  );
  return (
    word.length >= 5 &&
    wholes.size === 1 &&
    !facts.some((fact) => fact.parent === null && compactText(fact.indicator) === word) &&
    !all.some((one) => one.name.endsWith(`（其中${name}）`))
  );
}

function wholeInCatalogue(all: readonly IndicatorRow[], name: string): NamedIndicator | null {
  const row = matching(all, name, null);
  return row === null
    ? null
    : { row, name: row.name, parent: null, measure: row.measure, places: row.places };
}

function matching(
  all: readonly IndicatorRow[],
  name: string,
  parent: NamedIndicator | null,
  isNamedAlone = false,
): IndicatorRow | null {
  const words = new Set([
    compactText(name),
    ...(parent === null
      ? []
      : [compactText(`其中${name}`), compactText(`${parent.name}（其中${name}）`)]),
  ]);
  const found = all.filter((one) =>
    namesOfIndicator(one).some((other) => words.has(compactText(other))),
  );
  return parent === null
    ? (found[0] ?? null)
    : (found.find((one) => one.parent !== null && one.parent === parent.row?.id) ??
        (isNamedAlone ? (found.find((one) => one.parent === null) ?? null) : null));
}

/**
 * The figure in the indicator's measure; null where it does not convert, or not without rounding.
 */
function inMeasure(fact: FileFact, { measure }: NamedIndicator): Decimal | null {
  if (SHARES.has(fact.part)) return placesOf(fact.value) > FIGURE_SCALE ? null : trim(fact.value);
  const value = fact.measure === measure ? fact.value : converted(fact, measure);
  return value === null || placesOf(value) > FIGURE_SCALE ? null : trim(value);
}

function converted({ value, measure }: FileFact, wanted: string): Decimal | null {
  const [from, to] = [measureOf(measure ?? ''), measureOf(wanted)];
  return from === null || to === null || !converts(from, to) ? null : convert(value, from, to);
}
