/** What the board, the Gantt and the short sums ask of many projects at once. */
import type { Field } from '../../domain/ledgers/field.ts';
import { storedCell } from '../ledgers/columns.ts';
import type { Reader } from '../open.ts';
import { askRows, shape, type RowOf } from '../rows.ts';
import { whereOf, type Selection } from '../records/records.ts';

const MONEY_SUM = shape({
  key: 'text?',
  count: 'integer',
  /** 分 of projects in 人民币; null where none says */
  total: 'bigint?',
  others: 'integer',
  arrived: 'bigint?',
  recognised: 'bigint?',
});
export type MoneySum = RowOf<typeof MONEY_SUM>;

/** By a field's stored value. */
export function sumsBy(db: Reader, selection: Selection, field: Field): readonly MoneySum[] {
  const { where, params } = whereOf(selection);
  const sql = `SELECT ${storedCell(selection.ledger, field)} AS key, count(*) AS count, sum(CASE WHEN currency = 'CNY' THEN total_investment END) AS total, count(total_investment) FILTER (WHERE currency <> 'CNY') AS others,
    sum(arrived_total) AS arrived, sum(recognised_total) AS recognised FROM project ${where} GROUP BY 1`;
  return askRows(db, MONEY_SUM, sql, ...params);
}

/** By the units that projects count for: money × 10^4 by shares, projects at their introducer. */
export function sumsByUnit(db: Reader, selection: Selection): readonly MoneySum[] {
  const { where, params } = whereOf(selection);
  const sql = `SELECT unit.name AS key, count(*) FILTER (WHERE unit_id IS introducer) AS count, sum(CASE WHEN currency = 'CNY' THEN total_investment * coalesce(share, 10000) END) AS total,
    count(total_investment) FILTER (WHERE currency <> 'CNY') AS others, sum(arrived_total * coalesce(share, 10000)) AS arrived, sum(recognised_total * coalesce(share, 10000)) AS recognised
    FROM project LEFT JOIN credited ON credited.project_id = project.id LEFT JOIN unit ON unit.id = unit_id ${where} GROUP BY 1`;
  return askRows(db, MONEY_SUM, sql, ...params);
}

const CARD = shape({
  id: 'integer',
  /** the day of the last move of stage */
  since: 'text?',
  problems: 'integer',
});
export type CardFacts = RowOf<typeof CARD>;
export function cardFacts(db: Reader, ids: readonly number[]): ReadonlyMap<number, CardFacts> {
  const rows = askRows(
    db,
    CARD,
    `SELECT id, (SELECT date FROM stage_event WHERE project_id = project.id ORDER BY id DESC LIMIT 1) AS since,
    (SELECT count(*) FROM project_problem WHERE project_id = project.id AND state IN ('open','working')) AS problems FROM project WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const MILESTONE = shape({
  project: 'integer',
  kind: 'text',
  name: 'text',
  deadline: 'text?',
  done: 'text?',
});
export type MilestoneOf = RowOf<typeof MILESTONE>;
export function milestonesOfAll(
  db: Reader,
  ids: readonly number[],
): ReadonlyMap<number, readonly MilestoneOf[]> {
  const rows = askRows(
    db,
    MILESTONE,
    'SELECT project_id AS project, kind, name, deadline, done_date AS done FROM milestone WHERE project_id IN (SELECT value FROM json_each(?)) ORDER BY project_id, kind, place, id',
    JSON.stringify(ids),
  );
  return Map.groupBy(rows, (row) => row.project);
}
