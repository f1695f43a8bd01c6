/** Rival regions (对标地区) and their figures. */
import type { Figure } from '../../domain/targets/indicator.ts';
import { prepared, type Reader } from '../open.ts';

export interface RivalRow {
  readonly id: number;
  readonly rival: number;
  readonly name: string;
  readonly cumulative: Figure | null;
  /** percent × 10^6 */
  readonly growth: Figure | null;
}
/** Of one month and indicator, in the order of their names' entry. */
export function rivalsAt(
  db: Reader,
  year: number,
  month: number,
  indicator: number,
): readonly RivalRow[] {
  const sql = `SELECT rival_figure.id, rival_id AS rival, rival.name, cumulative, growth FROM rival_figure JOIN rival ON rival.id = rival_id
    WHERE year = ? AND month = ? AND indicator_id = ? ORDER BY rival_figure.id`;
  const rows = prepared(db, sql).safeIntegers(true).all(year, month, indicator) as (Omit<
    RivalRow,
    'id' | 'rival'
  > & { readonly id: bigint; readonly rival: bigint })[];
  return rows.map((row) => ({ ...row, id: Number(row.id), rival: Number(row.rival) }));
}

export const rivalNamed = (db: Reader, name: string): number | null =>
  (prepared(db, 'SELECT id FROM rival WHERE name = ?').pluck().get(name) as number | undefined) ??
  null;
