/**
 * What a month's sheet is worked out from, read once: figures of three months, targets, what was
 * published, where it came from.
 */
import type { Denominator } from '../../../preload/contract/progress.ts';
import { closeOf, publishedOf, type PublishedRow } from '../../data/progress/closes.ts';
import { factOriginsOf, type FactOrigin } from '../../data/progress/fact-origins.ts';
import { figuresAt, unitsTelling, type FigureRow } from '../../data/progress/figures.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit, type UnitRow } from '../../data/units/units.ts';
import { absentUnits, newUnits } from '../../data/units/year-units.ts';
import { limitsOf, type Limits } from '../../domain/progress/lamp.ts';
import { type StockPace } from '../../domain/progress/pace.ts';
import type { Book } from '../book/book.ts';
import { countingOf } from '../records/counted.ts';
import { indicatorRow } from '../targets/indicators.ts';
import {
  addedUnits,
  figuresOfThree,
  monthFigures,
  ratios,
  type FiguresGroup,
  type UnitFigures,
} from './month-figures.ts';
import { withMerged, type Merged } from './merged-past.ts';
import { rulesOf } from './progress-rules.ts';
import { versionFor, yearTargets, type YearTargets } from './year-targets.ts';

export interface SheetInput {
  readonly year: number;
  readonly month: number;
  readonly indicator: number;
  /** null: the one that scores */
  readonly denominator: Denominator | null;
  readonly group: FiguresGroup;
}

export interface ProgressScene {
  readonly indicator: IndicatorRow;
  readonly month: number;
  readonly by: Denominator;
  readonly limits: Limits;
  readonly stock: StockPace;
  readonly targets: YearTargets;
  readonly now: UnitFigures;
  readonly before: UnitFigures;
  readonly lastYear: UnitFigures;
  /** last year's as it was reported then, what was merged since under its own units */
  readonly thenOwn: UnitFigures;
  readonly rows: ReadonlyMap<number, FigureRow>;
  readonly published: ReadonlyMap<number, PublishedRow>;
  readonly origins: ReadonlyMap<number, FactOrigin>;
  /** units that take no part in the year any more, and those that are new in it */
  readonly absent: ReadonlySet<number>;
  readonly begun: ReadonlySet<number>;
  /** which units' past counts under the one that took them over */
  readonly merged: readonly Merged[];
  /** those that counted last year and have no figure now */
  goneSince(group: FiguresGroup): readonly number[];
}

export function progressSceneOf(
  book: Book,
  indicator: IndicatorRow,
  { year, month, denominator }: SheetInput,
): ProgressScene {
  const rules = rulesOf(book.db);
  const rows = new Map(figuresAt(book.db, year, month, indicator.id).map((row) => [row.unit, row]));
  const close = closeOf(book.db, year, month);
  const [now, before, there] = figuresOfThree(book, indicator, [
    [year, month],
    [year, month - 1],
    [year - 1, month],
  ]);
  // records without a day tell how it is, not how it was a year ago, unless that month was closed
  const isKnown = !isUndated(book, indicator) || closeOf(book.db, year - 1, month) !== null;
  const then: UnitFigures = isKnown ? there : new Map();
  const absent = absentUnits(book.db, year);
  const units = allUnits(book.db);
  const { figures: lastYear, merged } = mergedPast(
    book,
    indicator,
    { year: year - 1, month },
    then,
    (figures, of) =>
      withMerged(figures, units, absent, () =>
        of.counted === null ? unitsTelling(book.db, year - 1, of.id) : new Set(figures.keys()),
      ),
  );
  return {
    indicator,
    month,
    by: denominator ?? rules.denominator,
    limits: limitsOf(rules.lamp),
    stock: rules.stockPace,
    targets: yearTargets(book, versionFor(book, year, month), indicator),
    now,
    before,
    lastYear,
    thenOwn: then,
    rows,
    absent,
    merged,
    begun: newUnits(book.db, year),
    goneSince: (group) =>
      addedUnits(
        [...lastYear.keys()],
        new Map(units.map((unit) => [unit.id, unit])),
        countyUnit(book.db) ?? 0,
        group,
      ).filter((unit) => !now.has(unit)),
    published: close === null ? new Map() : publishedOf(book.db, close.id, indicator.id),
    origins: factOriginsOf(
      book.db,
      'figure',
      [...rows.values()].map((row) => row.id),
    ),
  };
}

type Merging = (figures: UnitFigures, of: IndicatorRow) => ReturnType<typeof withMerged>;
/**
 * A ratio of merged units is that of their parts together; what is reported by itself, and added to
 * nothing, stays as it was told.
 */
function mergedPast(
  book: Book,
  indicator: IndicatorRow,
  { year, month }: { readonly year: number; readonly month: number },
  then: UnitFigures,
  merging: Merging,
): ReturnType<Merging> {
  if (indicator.rollup === 'sum') return merging(then, indicator);
  const [over, under] = [indicator.numerator, indicator.denominator].map((id) => {
    if (id === null || indicator.rollup !== 'ratio') return null;
    const part = indicatorRow(book.db, id);
    const own = monthFigures(book, year, month, [part])(part);
    const { figures, merged } = merging(own, part);
    return { figures, merged, isOwn: (unit: number) => figures.get(unit) === own.get(unit) };
  });
  if (over == null || under == null) return { figures: then, merged: [] };
  // a ratio told by itself stands where nothing was merged
  const told = new Map([...then].filter(([unit]) => over.isOwn(unit) && under.isOwn(unit)));
  return { figures: ratios(indicator, over.figures, under.figures, told), merged: over.merged };
}

/** Counted of records as they stand, whatever the month; a ratio where a part of it is. */
function isUndated(book: Book, indicator: IndicatorRow): boolean {
  const counting = countingOf(book, indicator);
  if (counting !== null) return counting.counted.date === null;
  return [indicator.numerator, indicator.denominator].some(
    (part) => part !== null && isUndated(book, indicatorRow(book.db, part)),
  );
}

/** Villages are many: only those that have a target or a figure. */
export function isInGroup(
  unit: UnitRow,
  group: FiguresGroup,
  scene: ProgressScene,
  indicator: number,
): boolean {
  if (group !== 'all' && unit.kind !== group) return false;
  return (
    unit.kind !== 'village' || scene.now.has(unit.id) || scene.targets.of(indicator).has(unit.id)
  );
}
