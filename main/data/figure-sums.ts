/** Cumulative figures of a month by unit, and the county's sums of them that triggers maintain. */
import type { Figure } from '../domain/indicator.ts';
import type { UnitKind } from '../domain/ledgers/unit.ts';
import { prepared, type Reader } from './open.ts';

/** indicator, unit, cumulative figure: as rows of the table, for there may be thousands. */
export type CumulativeRow = readonly [indicator: number, unit: number, cumulative: Figure];

/** What is known of one month, of all indicators or one. */
export function cumulativesAt(db: Reader, year: number, month: number, indicator?: number): readonly CumulativeRow[] {
  const one = indicator === undefined ? '' : ' AND indicator_id = ?';
  // ids as reals arrive as plain numbers beside exact figures: thousands of big integers less to make
  return prepared(db, `SELECT CAST(indicator_id AS REAL), CAST(unit_id AS REAL), cumulative FROM figure WHERE year = ? AND month = ?${one} AND cumulative IS NOT NULL`)
    .safeIntegers(true).raw().all(year, month, ...(indicator === undefined ? [] : [indicator])) as CumulativeRow[];
}

/** indicator, kind, then totals of the months alone and cumulative, each with how many units have one. */
export type SumRow = readonly [indicator: bigint, kind: UnitKind, monthTotal: Figure, monthCount: bigint, total: Figure, count: bigint];

/** Sums over units by their kind; the county's own row is not among them. */
export function sumsAt(db: Reader, year: number, month: number, indicator?: number): readonly SumRow[] {
  const sums = 'SELECT indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count FROM figure_sum WHERE year = ? AND month = ?';
  return (indicator === undefined ? prepared(db, sums).safeIntegers(true).raw().all(year, month) : prepared(db, `${sums} AND indicator_id = ?`).safeIntegers(true).raw().all(year, month, indicator)) as SumRow[];
}

/** Whether a unit that is no village stands below another one than the county: sums by kind would count it twice. */
export const hasNestedUnits = (db: Reader): boolean =>
  prepared(db, "SELECT EXISTS (SELECT 1 FROM unit JOIN unit above ON above.id = unit.parent_id WHERE unit.kind <> 'village' AND above.kind <> 'county')").pluck().get() === 1;

/** Years that have figures or targets. */
export const yearsWithFigures = (db: Reader): readonly number[] => prepared(db, 'SELECT year FROM figure UNION SELECT year FROM target_version ORDER BY year').pluck().all() as number[];
