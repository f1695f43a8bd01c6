/** Indicators (指标) as rows. */
import type { Direction, IndicatorKind, Rollup } from '../../domain/targets/indicator.ts';
import { prepared, type Reader } from '../open.ts';

export interface IndicatorRow {
  readonly id: number;
  readonly name: string;
  /** other names, as people write lists: 固投、固定资产投资额 */
  readonly aliases: string | null;
  readonly category: string | null;
  readonly measure: string;
  readonly places: number;
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  readonly rollup: Rollup;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** a decimal */
  readonly factor: string;
  /** 其中: the indicator that this one is a part of */
  readonly parent: number | null;
  /** JSON of a count over a ledger; null: typed in */
  readonly counted: string | null;
  readonly place: number;
  readonly retired: boolean;
  readonly remark: string | null;
}

const ROWS =
  'SELECT id, name, aliases, category, measure, places, direction, kind, rollup, numerator_id AS numerator, denominator_id AS denominator, factor, parent_id AS parent, counted, place, retired, remark FROM indicator';
type Stored = Omit<IndicatorRow, 'retired'> & { readonly retired: number };
const rowOf = (row: Stored): IndicatorRow => ({ ...row, retired: row.retired === 1 });

/** In the user's order, retired ones too. */
export function allIndicators(db: Reader): readonly IndicatorRow[] {
  return (prepared(db, `${ROWS} ORDER BY place, id`).all() as Stored[]).map(rowOf);
}

export function indicatorById(db: Reader, id: number): IndicatorRow | null {
  const row = prepared(db, `${ROWS} WHERE id = ?`).get(id) as Stored | undefined;
  return row === undefined ? null : rowOf(row);
}

export function indicatorNamed(db: Reader, name: string): IndicatorRow | null {
  const row = prepared(db, `${ROWS} WHERE name = ?`).get(name) as Stored | undefined;
  return row === undefined ? null : rowOf(row);
}

export const nextPlace = (db: Reader): number =>
  Number(prepared(db, 'SELECT coalesce(max(place), 0) + 1 FROM indicator').pluck().get());

/** How many targets, figures and other indicators name the indicator. */
export function usesOfIndicator(db: Reader, id: number): number {
  const sql = `SELECT (SELECT count(*) FROM target WHERE indicator_id = :id) + (SELECT count(*) FROM figure WHERE indicator_id = :id) + (SELECT count(*) FROM rival_figure WHERE indicator_id = :id)
    + (SELECT count(*) FROM published WHERE indicator_id = :id) + (SELECT count(*) FROM correction WHERE indicator_id = :id)
    + (SELECT count(*) FROM indicator WHERE numerator_id = :id OR denominator_id = :id OR parent_id = :id)`;
  return Number(prepared(db, sql).pluck().get({ id }));
}
