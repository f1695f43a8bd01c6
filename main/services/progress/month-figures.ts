/**
 * Cumulative figures of a month by indicator and unit, wherever they come from: typed, counted from
 * a ledger, or a ratio of two others; and the county's of them.
 */
import { closeOf } from '../../data/progress/closes.ts';
import {
  cumulativesAt,
  cumulativesOfThree,
  hasNestedUnits,
  sumsAt,
  type MonthOf,
  type FigureSumRow,
} from '../../data/progress/figure-sums.ts';
import { tasksOf, versionInForce } from '../../data/targets/targets.ts';
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit, type UnitRow } from '../../data/units/units.ts';
import { divideToRound } from '../../domain/exact/decimal.ts';
import { indicatorFigureOf, type IndicatorFigure } from '../../domain/targets/indicator.ts';
import type { UnitKind } from '../../domain/ledgers/unit.ts';
import type { Book } from '../book/book.ts';
import { countedFigures } from '../records/counted.ts';

export type FiguresGroup = 'all' | 'township' | 'department' | 'park' | 'village';
/** by unit id; a unit without a figure is absent */
export type UnitFigures = ReadonlyMap<number, IndicatorFigure>;
const NOBODY: UnitFigures = new Map();

/**
 * Of one month: what each indicator's units have. Asked for several indicators, all figures of the
 * month are read at once.
 */
export function monthFigures(
  book: Book,
  year: number,
  month: number,
  indicators: readonly IndicatorRow[],
): (indicator: IndicatorRow) => UnitFigures {
  const read = lazily(() => readFigures(book, year, month, indicators));
  const closed = closeOf(book.db, year, month) !== null;
  const all = lazily(() => new Map(allIndicators(book.db).map((one) => [one.id, one])));
  const figures = (one: IndicatorRow): UnitFigures => {
    if (month < 1) return NOBODY;
    const typed = read().get(one.id) ?? NOBODY;
    // what a close froze stands in the table; until then a count is live
    if (one.counted !== null && !(closed && typed.size > 0)) return counted(book, one, year, month);
    if (one.rollup !== 'ratio') return typed;
    const [numerator, denominator] = [
      all().get(one.numerator ?? 0),
      all().get(one.denominator ?? 0),
    ];
    if (numerator === undefined || denominator === undefined) return typed;
    return ratios(one, figures(numerator), figures(denominator), typed);
  };
  return figures;
}

/**
 * One indicator's units in three months: typed ones are read together, counted ones and ratios
 * month by month.
 */
export function figuresOfThree(
  book: Book,
  indicator: IndicatorRow,
  months: readonly [MonthOf, MonthOf, MonthOf],
): readonly [UnitFigures, UnitFigures, UnitFigures] {
  const of = ([year, month]: MonthOf): UnitFigures =>
    monthFigures(book, year, month, [indicator])(indicator);
  if (indicator.counted !== null || indicator.rollup === 'ratio')
    return [of(months[0]), of(months[1]), of(months[2])];
  const read: readonly [
    Map<number, IndicatorFigure>,
    Map<number, IndicatorFigure>,
    Map<number, IndicatorFigure>,
  ] = [new Map(), new Map(), new Map()];
  for (const [place, unit, cumulative] of cumulativesOfThree(book.db, indicator.id, months))
    read[place]?.set(unit, cumulative);
  return read;
}

function readFigures(
  book: Book,
  year: number,
  month: number,
  indicators: readonly IndicatorRow[],
): ReadonlyMap<number, UnitFigures> {
  const read = new Map<number, Map<number, IndicatorFigure>>();
  const only =
    indicators.length === 1 && indicators[0]?.rollup !== 'ratio' ? indicators[0] : undefined;
  for (const [indicator, unit, cumulative] of cumulativesAt(book.db, year, month, only?.id)) {
    const of = read.get(indicator);
    if (of === undefined) read.set(indicator, new Map([[unit, cumulative]]));
    else of.set(unit, cumulative);
  }
  return read;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * Every unit that has a record, and 0 for those that have a task and none, with a county's total
 * under its own unit.
 */
function counted(book: Book, indicator: IndicatorRow, year: number, month: number): UnitFigures {
  const of = countedFigures(book, indicator, year, month);
  if (of === null) return NOBODY;
  const county = countyUnit(book.db);
  const version = versionInForce(book.db, year);
  const owing = version === null ? [] : tasksOf(book.db, version.id, indicator.id);
  return new Map([
    ...owing.flatMap(([, unit, assured]): [number, IndicatorFigure][] =>
      assured === null || Number(unit) === county ? [] : [[Number(unit), 0n]],
    ),
    ...[...of.byUnit].map(([unit, value]) => [unit, indicatorFigureOf(value)] as const),
    ...(county === null ? [] : [[county, indicatorFigureOf(of.total)] as const]),
  ]);
}

/** A figure worked out goes before one that was typed: a ratio is its two parts. */
export function ratios(
  one: IndicatorRow,
  over: UnitFigures,
  under: UnitFigures,
  typed: UnitFigures,
): UnitFigures {
  const values = new Map(typed);
  for (const [unit, value] of over) {
    const ratio = ratioOf(one, value, under.get(unit) ?? null);
    if (ratio !== null) values.set(unit, ratio);
  }
  return values;
}
export const ratioOf = (
  { factor }: IndicatorRow,
  over: IndicatorFigure | null,
  under: IndicatorFigure | null,
): IndicatorFigure | null =>
  over === null || under === null || under === 0n
    ? null
    : divideToRound(over * indicatorFigureOf(factor), under);

export interface Total {
  readonly month: IndicatorFigure | null;
  readonly cumulative: IndicatorFigure | null;
}
const NOTHING: Total = { month: null, cumulative: null };

/**
 * The county's (or a group's) figures of a month: sums that triggers maintain, a ratio by its
 * parts, else the county's own row.
 */
export function monthTotals(
  book: Book,
  year: number,
  month: number,
  indicators: readonly IndicatorRow[],
  group: FiguresGroup,
  figures: (indicator: IndicatorRow) => UnitFigures,
): (indicator: IndicatorRow) => Total {
  const [only] = indicators.length === 1 ? indicators : [];
  const nested = hasNestedUnits(book.db);
  const sums = lazily(() =>
    Map.groupBy(
      month < 1
        ? []
        : sumsAt(book.db, year, month, only?.rollup === 'ratio' ? undefined : only?.id),
      ([indicator]) => Number(indicator),
    ),
  );
  const all = lazily(() => new Map(allIndicators(book.db).map((one) => [one.id, one])));
  const units = lazily(() => new Map(allUnits(book.db).map((unit) => [unit.id, unit])));
  const county = countyUnit(book.db) ?? 0;
  const isOfUnits = (own: UnitFigures): boolean =>
    addedUnits([...own.keys()], units(), county, group).length > 0;
  const totalOf = (one: IndicatorRow): Total => {
    // sums are kept: the units' own figures are read only where they are needed
    const own = lazily(() => figures(one));
    if (one.rollup === 'sum' && one.counted === null && !nested) {
      const summed = byKind(sums().get(one.id) ?? [], group);
      return summed.cumulative !== null || group !== 'all'
        ? summed
        : { month: null, cumulative: own().get(county) ?? null };
    }
    if (one.rollup === 'ratio') {
      const [over, under] = [all().get(one.numerator ?? 0), all().get(one.denominator ?? 0)];
      const parts = over === undefined || under === undefined ? null : { over, under };
      const ratio =
        parts === null
          ? null
          : isOfUnits(figures(parts.over)) && isOfUnits(figures(parts.under))
            ? ofBoth(one, figures(parts.over), figures(parts.under), units(), county, group)
            : ratioOf(one, totalOf(parts.over).cumulative, totalOf(parts.under).cumulative);
      return {
        month: null,
        cumulative: ratio ?? (group === 'all' ? (own().get(county) ?? null) : null),
      };
    }
    const stated: Total =
      group === 'all' ? { month: null, cumulative: own().get(county) ?? null } : NOTHING;
    if (one.counted !== null && stated.cumulative !== null) return stated;
    if (one.rollup === 'none') return stated;
    const summed = byUnit(own(), units(), county, group);
    return summed.cumulative === null ? stated : summed;
  };
  return totalOf;
}

/**
 * A village's figures are part of its township's: they count alone only where nobody else has any.
 */
function countedKinds(present: ReadonlySet<UnitKind>, group: FiguresGroup): ReadonlySet<UnitKind> {
  if (group !== 'all') return new Set([group]);
  const upper = (['township', 'department', 'park'] as const).filter((kind) => present.has(kind));
  return new Set<UnitKind>(upper.length === 0 ? ['village'] : upper);
}

function byKind(rows: readonly FigureSumRow[], group: FiguresGroup): Total {
  const kinds = countedKinds(
    new Set(rows.flatMap(([, kind, , , , count]) => (count > 0n ? [kind] : []))),
    group,
  );
  const counting = rows.filter(([, kind]) => kinds.has(kind));
  const add = (total: 2 | 4, count: 3 | 5): IndicatorFigure | null =>
    counting.every((row) => row[count] === 0n)
      ? null
      : counting.reduce((sum, row) => sum + row[total], 0n);
  // what some units told for the month alone, or for the year alone, is no part of one row
  const paired = counting.every((row) => row[3] === row[5]);
  return { month: paired ? add(2, 3) : null, cumulative: add(4, 5) };
}

function byUnit(
  own: UnitFigures,
  units: ReadonlyMap<number, UnitRow>,
  county: number,
  group: FiguresGroup,
): Total {
  const counting = addedUnits([...own.keys()], units, county, group);
  return counting.length === 0
    ? NOTHING
    : { month: null, cumulative: counting.reduce((sum, unit) => sum + (own.get(unit) ?? 0n), 0n) };
}

/**
 * Over the units that have both parts, never what some have of the one over what others have of the
 * other: hidden risks without what was mended of them would lower the rate. Null where no unit has
 * both.
 */
function ofBoth(
  one: IndicatorRow,
  over: UnitFigures,
  under: UnitFigures,
  units: ReadonlyMap<number, UnitRow>,
  county: number,
  group: FiguresGroup,
): IndicatorFigure | null {
  const both = [...over.keys()].filter((unit) => under.has(unit));
  const added = addedUnits(both, units, county, group);
  if (added.length === 0) return null;
  const total = (part: UnitFigures): IndicatorFigure =>
    added.reduce((sum, unit) => sum + (part.get(unit) ?? 0n), 0n);
  return ratioOf(one, total(over), total(under));
}

/** The units that are added up: none whose figure is part of a unit above it that has one too. */
export function addedUnits(
  present: readonly number[],
  units: ReadonlyMap<number, UnitRow>,
  county: number,
  group: FiguresGroup,
): readonly number[] {
  const kinds = countedKinds(new Set(present.flatMap((id) => units.get(id)?.kind ?? [])), group);
  const counting = new Set(
    present.filter((id) => id !== county && kinds.has(units.get(id)?.kind ?? 'county')),
  );
  return [...counting].filter((id) => {
    const seen = new Set<number>();
    for (
      let above = units.get(id)?.parent_id ?? null;
      above !== null && !seen.has(above);
      above = units.get(above)?.parent_id ?? null
    ) {
      if (counting.has(above)) return false;
      seen.add(above);
    }
    return true;
  });
}
