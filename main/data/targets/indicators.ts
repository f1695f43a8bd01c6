/** Indicators (指标) as rows. */
import type { Direction, IndicatorKind, Rollup } from '../../domain/targets/indicator.ts';
import type { Reader } from '../open.ts';
import { askCount, askRow, askRows, shape, wordOf, type RowOf } from '../rows.ts';

const INDICATOR = shape({
  id: 'integer',
  name: 'text',
  /** other names, as people write lists: 固投、固定资产投资额 */
  aliases: 'text?',
  category: 'text?',
  measure: 'text',
  places: 'integer',
  direction: wordOf<Direction>(),
  kind: wordOf<IndicatorKind>(),
  rollup: wordOf<Rollup>(),
  numerator: 'integer?',
  denominator: 'integer?',
  /** a decimal */
  factor: 'text',
  /** 其中: the indicator that this one is a part of */
  parent: 'integer?',
  /** JSON of a count over a ledger; null: typed in */
  counted: 'text?',
  place: 'integer',
  retired: 'flag',
  remark: 'text?',
});
export type IndicatorRow = RowOf<typeof INDICATOR>;

const ROWS =
  'SELECT id, name, aliases, category, measure, places, direction, kind, rollup, numerator_id AS numerator, denominator_id AS denominator, factor, parent_id AS parent, counted, place, retired, remark FROM indicator';

/** In the user's order, retired ones too. */
export function allIndicators(db: Reader): readonly IndicatorRow[] {
  return askRows(db, INDICATOR, `${ROWS} ORDER BY place, id`);
}

export function indicatorById(db: Reader, id: number): IndicatorRow | null {
  return askRow(db, INDICATOR, `${ROWS} WHERE id = ?`, id);
}

export function indicatorNamed(db: Reader, name: string): IndicatorRow | null {
  return askRow(db, INDICATOR, `${ROWS} WHERE name = ?`, name);
}

export const nextPlace = (db: Reader): number =>
  askCount(db, 'SELECT coalesce(max(place), 0) + 1 FROM indicator');

/** How many figures, targets and rivals' figures are kept in the indicator's measure. */
export const figuresOfIndicator = (db: Reader, id: number): number =>
  askCount(
    db,
    'SELECT (SELECT count(*) FROM figure WHERE indicator_id = :id) + (SELECT count(*) FROM target WHERE indicator_id = :id) + (SELECT count(*) FROM rival_figure WHERE indicator_id = :id)',
    { id },
  );

const COUNTING = shape({
  name: 'text',
  counted: 'text!',
  measure: 'text',
  kind: wordOf<IndicatorKind>(),
});
/** Indicators in use that are counted from a ledger, with the JSON of the count. */
export const countingIndicators = (db: Reader): readonly RowOf<typeof COUNTING>[] =>
  askRows(
    db,
    COUNTING,
    'SELECT name, counted, measure, kind FROM indicator WHERE counted IS NOT NULL AND retired = 0',
  );
