/** What the board, the Gantt and the short sums ask of many projects at once. */
import type { Field } from '../../domain/ledgers/field.ts';
import { stored } from '../ledgers/columns.ts';
import { prepared, type Reader } from '../open.ts';
import { whereOf, type Selection } from '../records/records.ts';

export interface MoneySum {
  readonly key: string | null;
  readonly count: number;
  /** 分 of projects in 人民币; null where none says */
  readonly total: bigint | null;
  readonly others: number;
  readonly arrived: bigint | null;
  readonly recognised: bigint | null;
}
const numbers = (rows: readonly unknown[]): readonly MoneySum[] =>
  (
    rows as (Omit<MoneySum, 'count' | 'others'> & {
      readonly count: bigint;
      readonly others: bigint;
    })[]
  ).map((row) => ({ ...row, count: Number(row.count), others: Number(row.others) }));

/** By a field's stored value. */
export function sumsBy(db: Reader, selection: Selection, field: Field): readonly MoneySum[] {
  const { where, params } = whereOf(selection);
  const sql = `SELECT ${stored(selection.ledger, field)} AS key, count(*) AS count, sum(CASE WHEN currency = 'CNY' THEN total_investment END) AS total, count(total_investment) FILTER (WHERE currency <> 'CNY') AS others,
    sum(arrived_total) AS arrived, sum(recognised_total) AS recognised FROM project ${where} GROUP BY 1`;
  return numbers(
    db
      .prepare(sql)
      .safeIntegers(true)
      .all(...params),
  );
}

/** By the units that projects count for: money × 10^4 by shares, projects at their introducer. */
export function sumsByUnit(db: Reader, selection: Selection): readonly MoneySum[] {
  const { where, params } = whereOf(selection);
  const sql = `SELECT unit.name AS key, count(*) FILTER (WHERE unit_id IS introducer) AS count, sum(CASE WHEN currency = 'CNY' THEN total_investment * coalesce(share, 10000) END) AS total,
    count(total_investment) FILTER (WHERE currency <> 'CNY') AS others, sum(arrived_total * coalesce(share, 10000)) AS arrived, sum(recognised_total * coalesce(share, 10000)) AS recognised
    FROM project LEFT JOIN credited ON credited.project_id = project.id LEFT JOIN unit ON unit.id = unit_id ${where} GROUP BY 1`;
  return numbers(
    db
      .prepare(sql)
      .safeIntegers(true)
      .all(...params),
  );
}

export interface CardFacts {
  readonly id: number;
  /** the day of the last move of stage */
  readonly since: string | null;
  readonly problems: number;
}
export function cardFacts(db: Reader, ids: readonly number[]): ReadonlyMap<number, CardFacts> {
  const rows = prepared(
    db,
    `SELECT id, (SELECT date FROM stage_event WHERE project_id = project.id ORDER BY id DESC LIMIT 1) AS since,
    (SELECT count(*) FROM project_problem WHERE project_id = project.id AND state IN ('open','working')) AS problems FROM project WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as CardFacts[];
  return new Map(rows.map((row) => [row.id, row]));
}

export interface MilestoneOf {
  readonly project: number;
  readonly kind: string;
  readonly name: string;
  readonly deadline: string | null;
  readonly done: string | null;
}
export function milestonesOfAll(
  db: Reader,
  ids: readonly number[],
): ReadonlyMap<number, readonly MilestoneOf[]> {
  const rows = prepared(
    db,
    'SELECT project_id AS project, kind, name, deadline, done_date AS done FROM milestone WHERE project_id IN (SELECT value FROM json_each(?)) ORDER BY project_id, kind, place, id',
  ).all(JSON.stringify(ids)) as MilestoneOf[];
  return Map.groupBy(rows, (row) => row.project);
}
