/** Month closes (关账), the figures as published then, and corrections made since. */
import type { Reader } from '../open.ts';
import {
  askRow,
  askRows,
  askTuples,
  askValue,
  askValues,
  askWhether,
  shape,
  tupleShape,
  type RowOf,
} from '../rows.ts';

const CLOSE = shape({
  id: 'integer',
  month: 'integer',
  at: 'text',
  who: 'text',
  /** the version of the targets that was in force */
  version: 'integer?',
});
export type CloseRow = RowOf<typeof CLOSE>;
const CLOSES = 'SELECT id, month, at, who, version_id AS version FROM month_close WHERE year = ?';

export const closesOf = (db: Reader, year: number): readonly CloseRow[] =>
  askRows(db, CLOSE, `${CLOSES} ORDER BY month`, year);
export const closeOf = (db: Reader, year: number, month: number): CloseRow | null =>
  askRow(db, CLOSE, `${CLOSES} AND month = ?`, year, month);

const PUBLISHED = shape({ unit: 'integer', month: 'bigint?', cumulative: 'bigint?' });
export type PublishedRow = RowOf<typeof PUBLISHED>;
export function publishedOf(
  db: Reader,
  close: number,
  indicator: number,
): ReadonlyMap<number, PublishedRow> {
  const sql =
    'SELECT unit_id AS unit, month_value AS month, cumulative FROM published WHERE close_id = ? AND indicator_id = ?';
  return new Map(askRows(db, PUBLISHED, sql, close, indicator).map((row) => [row.unit, row]));
}

export const publishedIds = (db: Reader, close: number): readonly number[] =>
  askValues(db, 'integer', 'SELECT id FROM published WHERE close_id = ?', close);

const CORRECTION = shape({
  month: 'integer',
  indicator: 'text',
  unit: 'text',
  part: 'text',
  before: 'bigint?',
  after: 'bigint?',
  reason: 'text',
  document: 'text?',
  at: 'text',
  who: 'text',
});
export type CorrectionRow = RowOf<typeof CORRECTION>;
/** Newest first. */
export function correctionsOf(db: Reader, year: number): readonly CorrectionRow[] {
  const sql = `SELECT month, indicator.name AS indicator, unit.name AS unit, part, before, after, reason, document, at, who FROM correction
    JOIN indicator ON indicator.id = indicator_id JOIN unit ON unit.id = unit_id WHERE year = ? ORDER BY correction.id DESC`;
  return askRows(db, CORRECTION, sql, year);
}
const COUNT_BY_MONTH = tupleShape('integer', 'integer');
export const correctionCounts = (db: Reader, year: number): ReadonlyMap<number, number> =>
  new Map(
    askTuples(
      db,
      COUNT_BY_MONTH,
      'SELECT month, count(*) FROM correction WHERE year = ? GROUP BY month',
      year,
    ),
  );

const FILLED = shape({ month: 'integer', expected: 'integer', filled: 'integer' });
/**
 * By month, how many figures stand of those that somebody has to type: what is counted or worked
 * out nobody reports. Kept by triggers.
 */
export function filledByMonth(
  db: Reader,
  version: number,
): ReadonlyMap<number, { readonly expected: number; readonly filled: number }> {
  const sql = `SELECT month, sum(wanted) AS expected, sum(filled) AS filled FROM filled_sum
    WHERE version_id = ? AND indicator_id NOT IN (SELECT id FROM indicator WHERE counted IS NOT NULL OR rollup = 'ratio') GROUP BY month`;
  const rows = askRows(db, FILLED, sql, version);
  return new Map(rows.map(({ month, expected, filled }) => [month, { expected, filled }]));
}

export const hasCloses = (db: Reader): boolean =>
  askWhether(db, 'SELECT EXISTS (SELECT 1 FROM month_close)');

/** The first month that was closed against a version of the targets; null where none was. */
export const firstClosedUnder = (db: Reader, version: number): number | null =>
  askValue(
    db,
    'integer',
    'SELECT month FROM month_close WHERE version_id = ? ORDER BY month LIMIT 1',
    version,
  );
