/**
 * What is dated of all projects: moves of stage, money that arrived or was invested up to a day,
 * and what a closed year kept.
 */
import { yuanText } from '../../domain/exact/money.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Decimal } from '../../domain/exact/decimal.ts';
import type { DatedStage } from '../../domain/projects/stage-on.ts';
import type { Reader } from '../open.ts';
import { askEach, askRows, shape } from '../rows.ts';

const MOVE = shape({ project: 'integer', stage: 'text', date: 'text?' });
/** In their order; a project that never moved is absent. */
export function stageMoves(db: Reader): ReadonlyMap<number, readonly DatedStage[]> {
  const moves = new Map<number, DatedStage[]>();
  const rows = askEach(
    db,
    MOVE,
    'SELECT project_id AS project, stage, coalesce(date, told) AS date FROM stage_event ORDER BY project_id, id',
  );
  for (const { project, stage, date } of rows) {
    const own = moves.get(project);
    if (own === undefined) moves.set(project, [{ stage, date }]);
    else own.push({ stage, date });
  }
  return moves;
}

const ARRIVED = shape({ project: 'integer', amount: 'bigint', recognised: 'bigint?' });
export interface ArrivedUntil {
  /** 元 */
  readonly amount: Decimal;
  readonly recognised: Decimal | null;
}
/** Arrivals in 人民币 up to the day, by project; those without a day only where `undated`. */
export const arrivedUntil = (
  db: Reader,
  day: Day,
  undated: boolean,
): ReadonlyMap<number, ArrivedUntil> =>
  new Map(
    askRows(
      db,
      ARRIVED,
      // a day known only as its year or month is the beginning of the longer text
      "SELECT project_id AS project, sum(amount) AS amount, sum(recognised) AS recognised FROM arrival WHERE currency = 'CNY' AND coalesce(date <= :day, :undated) GROUP BY 1",
      { day, undated: undated ? 1 : 0 },
    ).map(({ project, amount, recognised }) => [
      project,
      {
        amount: yuanText(amount),
        recognised: recognised === null ? null : yuanText(recognised),
      },
    ]),
  );

const INVESTED = shape({ project: 'integer', invested: 'bigint?' });
/**
 * By project: 元 invested in the months of the year up to the day's; null where only later months
 * tell. Projects without months of the year are absent.
 */
export const investedUntil = (
  db: Reader,
  day: Day,
  { first, last }: { readonly first: string; readonly last: string },
): ReadonlyMap<number, Decimal | null> =>
  new Map(
    askRows(
      db,
      INVESTED,
      'SELECT project_id AS project, sum(invested) FILTER (WHERE month <= :until) AS invested FROM project_month WHERE month BETWEEN :first AND :last AND invested IS NOT NULL GROUP BY 1',
      {
        until: day.slice(0, 7),
        first,
        last,
      },
    ).map(({ project, invested }) => [project, invested === null ? null : yuanText(invested)]),
  );

const KEPT_STAGE = shape({ project: 'integer', stage: 'text?' });
/** The stage in which a closed year left each project that it kept. */
export const stagesOfYear = (db: Reader, year: number): ReadonlyMap<number, string | null> =>
  new Map(
    askRows(
      db,
      KEPT_STAGE,
      'SELECT project_id AS project, stage FROM project_year WHERE year = ?',
      year,
    ).map(({ project, stage }) => [project, stage]),
  );

/** What is dated of all projects up to one day. */
export interface DatedProjects {
  /** the office's year in which the day is */
  readonly year: number;
  /**
   * the year that the projects' own columns tell of: in an earlier one, what has no day is not
   * known
   */
  readonly listYear: number;
  readonly moves: ReadonlyMap<number, readonly DatedStage[]>;
  readonly arrived: ReadonlyMap<number, ArrivedUntil>;
  readonly invested: ReadonlyMap<number, string | null>;
  /** by project that the day's year was kept of, when it closed: the stage in which it was left */
  readonly closed: ReadonlyMap<number, string | null>;
}
