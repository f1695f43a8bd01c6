/** Month closes (关账), the figures as published then, and corrections made since. */
import type { Figure } from '../../domain/targets/indicator.ts';
import { prepared, type Reader } from '../open.ts';

export interface CloseRow {
  readonly id: number;
  readonly month: number;
  readonly at: string;
  readonly who: string;
  /** the version of the targets that was in force */
  readonly version: number | null;
}
const CLOSES = 'SELECT id, month, at, who, version_id AS version FROM month_close WHERE year = ?';

export const closesOf = (db: Reader, year: number): readonly CloseRow[] =>
  prepared(db, `${CLOSES} ORDER BY month`).all(year) as CloseRow[];
export const closeOf = (db: Reader, year: number, month: number): CloseRow | null =>
  (prepared(db, `${CLOSES} AND month = ?`).get(year, month) as CloseRow | undefined) ?? null;

export interface PublishedRow {
  readonly unit: bigint;
  readonly month: Figure | null;
  readonly cumulative: Figure | null;
}
export function publishedOf(
  db: Reader,
  close: number,
  indicator: number,
): ReadonlyMap<number, PublishedRow> {
  const rows = prepared(
    db,
    'SELECT unit_id AS unit, month_value AS month, cumulative FROM published WHERE close_id = ? AND indicator_id = ?',
  )
    .safeIntegers(true)
    .all(close, indicator) as PublishedRow[];
  return new Map(rows.map((row) => [Number(row.unit), row]));
}

export interface CorrectionRow {
  readonly month: bigint;
  readonly indicator: string;
  readonly unit: string;
  readonly part: string;
  readonly before: Figure | null;
  readonly after: Figure | null;
  readonly reason: string;
  readonly document: string | null;
  readonly at: string;
  readonly who: string;
}
/** Newest first. */
export function correctionsOf(db: Reader, year: number): readonly CorrectionRow[] {
  const sql = `SELECT month, indicator.name AS indicator, unit.name AS unit, part, before, after, reason, document, at, who FROM correction
    JOIN indicator ON indicator.id = indicator_id JOIN unit ON unit.id = unit_id WHERE year = ? ORDER BY correction.id DESC`;
  return prepared(db, sql).safeIntegers(true).all(year) as CorrectionRow[];
}
export const correctionCounts = (db: Reader, year: number): ReadonlyMap<number, number> =>
  new Map(
    prepared(db, 'SELECT month, count(*) FROM correction WHERE year = ? GROUP BY month')
      .raw()
      .all(year) as [number, number][],
  );

/** By month, how many figures stand of those that somebody has to type: what is counted or worked out nobody reports. Kept by triggers. */
export function filledByMonth(
  db: Reader,
  version: number,
): ReadonlyMap<number, { readonly expected: number; readonly filled: number }> {
  const sql = `SELECT month, sum(wanted) AS expected, sum(filled) AS filled FROM filled_sum
    WHERE version_id = ? AND indicator_id NOT IN (SELECT id FROM indicator WHERE counted IS NOT NULL OR rollup = 'ratio') GROUP BY month`;
  const rows = prepared(db, sql).all(version) as {
    readonly month: number;
    readonly expected: number;
    readonly filled: number;
  }[];
  return new Map(rows.map(({ month, expected, filled }) => [month, { expected, filled }]));
}
