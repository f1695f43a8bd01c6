/** Monthly figures as rows, and which months are closed. */
import type { Reader } from '../open.ts';
import { askRows, askValues, oneOf, orNull, shape, type RowOf } from '../rows.ts';

const KIND = oneOf(['typed', 'derived']);
const STATE = oneOf(['draft', 'submitted', 'confirmed']);
const FIGURE = shape({
  id: 'real',
  year: 'real',
  /** 1…12, the place in the assessment year */
  month: 'real',
  indicator: 'real',
  unit: 'real',
  monthValue: 'bigint?',
  monthKind: orNull(KIND),
  cumulative: 'bigint?',
  cumulativeKind: orNull(KIND),
  lastCumulative: 'bigint?',
  /** percent × 10^6 as stated */
  yoy: 'bigint?',
  estimate: 'bigint?',
  reason: 'text?',
  state: STATE,
});
export type FigureRow = RowOf<typeof FIGURE>;
// ids as reals arrive as plain numbers beside exact figures
const FIGURES =
  'SELECT CAST(id AS REAL) AS id, CAST(year AS REAL) AS year, CAST(month AS REAL) AS month, CAST(indicator_id AS REAL) AS indicator, CAST(unit_id AS REAL) AS unit, month_value AS monthValue, month_kind AS monthKind, cumulative, cumulative_kind AS cumulativeKind, last_cumulative AS lastCumulative, yoy, estimate, reason, state FROM figure';

/** A unit's months of a year in their order. */
export function seriesOf(
  db: Reader,
  year: number,
  indicator: number,
  unit: number,
): readonly FigureRow[] {
  const sql = `${FIGURES} WHERE indicator_id = ? AND unit_id = ? AND year = ? ORDER BY figure.month`;
  return askRows(db, FIGURE, sql, indicator, unit, year);
}

/** All figures of one month, of all indicators or one. */
export function figuresAt(
  db: Reader,
  year: number,
  month: number,
  indicator?: number,
): readonly FigureRow[] {
  const where =
    indicator === undefined
      ? 'WHERE year = ? AND month = ?'
      : 'WHERE year = ? AND month = ? AND indicator_id = ?';
  const one = indicator === undefined ? [] : [indicator];
  return askRows(db, FIGURE, `${FIGURES} ${where}`, year, month, ...one);
}

const FIGURE_STATE = shape({ indicator: 'integer', unit: 'integer', state: STATE });
/** How far each figure of a month is: only those that say something. */
export function statesAt(
  db: Reader,
  year: number,
  month: number,
): readonly RowOf<typeof FIGURE_STATE>[] {
  const sql =
    'SELECT indicator_id AS indicator, unit_id AS unit, state FROM figure WHERE year = ? AND month = ? AND cumulative IS NOT NULL';
  return askRows(db, FIGURE_STATE, sql, year, month);
}

/** Who told anything of an indicator in a year. */
export const unitsTelling = (db: Reader, year: number, indicator: number): ReadonlySet<number> =>
  new Set(
    askValues(
      db,
      'integer',
      'SELECT DISTINCT unit_id FROM figure WHERE year = ? AND indicator_id = ? AND (cumulative IS NOT NULL OR month_value IS NOT NULL)',
      year,
      indicator,
    ),
  );

export const closedMonths = (db: Reader, year: number): ReadonlySet<number> =>
  new Set(askValues(db, 'integer', 'SELECT month FROM month_close WHERE year = ?', year));
