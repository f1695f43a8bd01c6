/** Cumulative figures of a month by unit, and the county's sums of them that triggers maintain. */
import type { IndicatorFigure } from '../../domain/targets/indicator.ts';
import type { UnitKind } from '../../domain/ledgers/unit.ts';
import type { Reader } from '../open.ts';
import { askTuples, askValues, askWhether, tupleShape, wordOf } from '../rows.ts';

/** indicator, unit, cumulative figure: as rows of the table, for there may be thousands. */
export type CumulativeRow = readonly [indicator: number, unit: number, cumulative: IndicatorFigure];

const CUMULATIVE = tupleShape('real', 'real', 'bigint!');
// whole texts, made once: the statement's place is found by them; ids as reals arrive as plain
// numbers beside exact figures
const CUMULATIVES =
  'SELECT CAST(indicator_id AS REAL), CAST(unit_id AS REAL), cumulative FROM figure WHERE year = ? AND month = ? AND cumulative IS NOT NULL';
const CUMULATIVES_OF_ONE = `${CUMULATIVES} AND indicator_id = ?`;
export const THREE_MONTHS = [0, 1, 2]
  .map(
    (place) =>
      `SELECT ${place}.0, CAST(unit_id AS REAL), cumulative FROM figure WHERE year = ? AND month = ? AND indicator_id = ? AND cumulative IS NOT NULL`,
  )
  .join(' UNION ALL ');

/** What is known of one month, of all indicators or one. */
export function cumulativesAt(
  db: Reader,
  year: number,
  month: number,
  indicator?: number,
): readonly CumulativeRow[] {
  return indicator === undefined
    ? askTuples(db, CUMULATIVE, CUMULATIVES, year, month)
    : askTuples(db, CUMULATIVE, CUMULATIVES_OF_ONE, year, month, indicator);
}

/** A month of a year, by its place in the assessment year. */
export type MonthOf = readonly [year: number, month: number];

/**
 * One indicator in three months, all in one statement: the place of the month among the three,
 * unit, cumulative figure.
 */
export const cumulativesOfThree = (
  db: Reader,
  indicator: number,
  [a, b, c]: readonly [MonthOf, MonthOf, MonthOf],
): readonly (readonly [place: number, unit: number, cumulative: IndicatorFigure])[] =>
  askTuples(db, CUMULATIVE, THREE_MONTHS, ...a, indicator, ...b, indicator, ...c, indicator);

/**
 * indicator, kind, then totals of the months alone and cumulative, each with how many units have
 * one.
 */
export type FigureSumRow = readonly [
  indicator: bigint,
  kind: UnitKind,
  monthTotal: IndicatorFigure,
  monthCount: bigint,
  total: IndicatorFigure,
  count: bigint,
];
const SUM = tupleShape('bigint', wordOf<UnitKind>(), 'bigint', 'bigint', 'bigint', 'bigint');

const SUMS =
  'SELECT indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count FROM figure_sum WHERE year = ? AND month = ?';
const SUMS_OF_ONE = `${SUMS} AND indicator_id = ?`;

/** Sums over units by their kind; the county's own row is not among them. */
export function sumsAt(
  db: Reader,
  year: number,
  month: number,
  indicator?: number,
): readonly FigureSumRow[] {
  return indicator === undefined
    ? askTuples(db, SUM, SUMS, year, month)
    : askTuples(db, SUM, SUMS_OF_ONE, year, month, indicator);
}

/**
 * Whether a unit that is no village stands below another one than the county: sums by kind would
 * count it twice.
 */
export const hasNestedUnits = (db: Reader): boolean =>
  askWhether(
    db,
    "SELECT EXISTS (SELECT 1 FROM unit JOIN unit above ON above.id = unit.parent_id WHERE unit.kind <> 'village' AND above.kind <> 'county')",
  );

/** Years that have figures or targets. */
export const yearsWithFigures = (db: Reader): readonly number[] =>
  askValues(
    db,
    'integer',
    'SELECT year FROM figure UNION SELECT year FROM target_version ORDER BY year',
  );
