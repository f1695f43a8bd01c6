/** Monthly figures as rows, and which months are closed. */
import type { Figure } from '../../domain/targets/indicator.ts';
import { prepared, type Reader } from '../open.ts';

export type FigureKind = 'typed' | 'derived';
export interface FigureRow {
  readonly id: number;
  readonly year: number;
  /** 1…12, the place in the assessment year */
  readonly month: number;
  readonly indicator: number;
  readonly unit: number;
  readonly monthValue: Figure | null;
  readonly monthKind: FigureKind | null;
  readonly cumulative: Figure | null;
  readonly cumulativeKind: FigureKind | null;
  readonly lastCumulative: Figure | null;
  /** percent × 10^6 as stated */
  readonly yoy: Figure | null;
  readonly estimate: Figure | null;
  readonly reason: string | null;
  readonly state: 'draft' | 'submitted' | 'confirmed';
}
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
  return prepared(
    db,
    `${FIGURES} WHERE indicator_id = ? AND unit_id = ? AND year = ? ORDER BY figure.month`,
  )
    .safeIntegers(true)
    .all(indicator, unit, year) as FigureRow[];
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
  return prepared(db, `${FIGURES} ${where}`)
    .safeIntegers(true)
    .all(year, month, ...(indicator === undefined ? [] : [indicator])) as FigureRow[];
}

/** How far each figure of a month is: only those that say something. */
export function statesAt(
  db: Reader,
  year: number,
  month: number,
): readonly {
  readonly indicator: number;
  readonly unit: number;
  readonly state: FigureRow['state'];
}[] {
  return prepared(
    db,
    'SELECT indicator_id AS indicator, unit_id AS unit, state FROM figure WHERE year = ? AND month = ? AND cumulative IS NOT NULL',
  ).all(year, month) as {
    readonly indicator: number;
    readonly unit: number;
    readonly state: FigureRow['state'];
  }[];
}

export const closedMonths = (db: Reader, year: number): ReadonlySet<number> =>
  new Set(
    prepared(db, 'SELECT month FROM month_close WHERE year = ?').pluck().all(year) as number[],
  );
