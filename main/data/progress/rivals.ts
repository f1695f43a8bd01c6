/** Rival regions (对标地区) and their figures. */
import type { Reader } from '../open.ts';
import { askRows, askValue, shape, type RowOf } from '../rows.ts';

const RIVAL = shape({
  id: 'integer',
  rival: 'integer',
  name: 'text',
  cumulative: 'bigint?',
  /** percent × 10^6 */
  growth: 'bigint?',
});
export type StoredRival = RowOf<typeof RIVAL>;
/** Of one month and indicator, in the order of their names' entry. */
export function rivalsAt(
  db: Reader,
  year: number,
  month: number,
  indicator: number,
): readonly StoredRival[] {
  const sql = `SELECT rival_figure.id, rival_id AS rival, rival.name, cumulative, growth FROM rival_figure JOIN rival ON rival.id = rival_id
    WHERE year = ? AND month = ? AND indicator_id = ? ORDER BY rival_figure.id`;
  return askRows(db, RIVAL, sql, year, month, indicator);
}

export const rivalNamed = (db: Reader, name: string): number | null =>
  askValue(db, 'integer', 'SELECT id FROM rival WHERE name = ?', name);
