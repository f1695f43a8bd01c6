/**
 * Arrivals summed by unit, stage of the project and month, kept so that no table or chart has to go
 * through every entry; equal to the raw join at any time.
 */
import { formerlyDerived, idsOfRuns, keepFresh, type News } from './project-derived.ts';
import { freshLinks, PARENTS } from './project-links.ts';
import type { Reader, BookWriter } from '../open.ts';
import { askRows, askValues, shape, writer, type RowOf } from '../rows.ts';

const MONTH_SUM = shape({
  unit: 'text?',
  stage: 'text?',
  month: 'text?',
  entries: 'integer',
  /** 分 × 1/100 % of shares */
  amount: 'bigint',
  recognised: 'bigint',
  others: 'integer',
});
export type MonthSumRow = RowOf<typeof MONTH_SUM>;

export type SumBy = 'unit' | 'stage' | 'month';
const EVERY: readonly SumBy[] = ['unit', 'stage', 'month'];

/**
 * By unit in the county's order, stage and month, or fewer of them; `year` null: all. What is not
 * asked for is null.
 */
export function monthSums(
  db: Reader,
  year: number | null,
  by: readonly SumBy[] = EVERY,
): readonly MonthSumRow[] {
  freshSums(db);
  const where = year === null ? '' : 'WHERE month BETWEEN :first AND :last';
  const has = (one: SumBy): boolean => by.includes(one);
  const keys = [
    ...(has('unit') ? ['unit_id'] : []),
    ...(has('stage') ? ['stage'] : []),
    ...(has('month') ? ['month'] : []),
  ];
  const sums = EVERY.every(has)
    ? 'entries, amount, recognised, others'
    : 'sum(entries) AS entries, sum(amount) AS amount, sum(recognised) AS recognised, sum(others) AS others';
  const sql = `WITH kept AS (SELECT ${[...keys, sums].join(', ')} FROM arrival_month ${where} ${EVERY.every(has) ? '' : `GROUP BY ${keys.join(', ')}`})
    SELECT ${has('unit') ? 'unit.name' : 'NULL'} AS unit, ${has('stage') ? "nullif(stage, '')" : 'NULL'} AS stage, ${has('month') ? "nullif(month, '')" : 'NULL'} AS month, entries, amount, recognised, others
    FROM kept ${has('unit') ? 'LEFT JOIN unit ON unit.id = unit_id' : ''} ORDER BY ${[...(has('unit') ? ['unit.place'] : []), ...keys].join(', ')}`;
  const bound = year === null ? {} : { first: `${year}`, last: `${year}-12` };
  return askRows(db, MONTH_SUM, sql, bound);
}

export function freshSums(db: Reader): void {
  freshLinks(db);
  keepFresh(db, 'sums', ['project', 'credit', 'arrival'], (tx, news) => {
    const projects = news.since === null ? null : changed(tx, news, news.since);
    if (projects === null) makeAnew(tx);
    else if (projects.length > 0) mend(tx, projects);
  });
}

/** The projects whose part in the sums may be another now. */
function changed(db: Reader, news: News, since: number): readonly number[] {
  const of = (table: 'arrival' | 'credit'): readonly number[] => [
    ...askValues(
      db,
      'integer',
      `SELECT DISTINCT project_id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(idsOfRuns(news.touched(table))),
    ),
    ...formerlyDerived(db, table, 'project_id', since),
  ];
  // a project that became or ceased to be a parent is not itself written
  const turned = askValues(
    db,
    'integer',
    `SELECT project_id FROM arrival_month_credit WHERE (unit_id = -1) <> (project_id IN (${PARENTS}))`,
  );
  return [
    ...new Set([
      ...idsOfRuns(news.touched('project')),
      ...of('arrival'),
      ...of('credit'),
      ...turned,
    ]),
  ];
}

/** A parent stands with unit -1, one that counts for nobody with unit 0. */
const CREDITS = `SELECT project.id, CASE WHEN project.id IN (${PARENTS}) THEN -1 ELSE coalesce(credited.unit_id, 0) END AS unit_id, CASE WHEN project.id IN (${PARENTS}) THEN 0 ELSE coalesce(share, 10000) END FROM project LEFT JOIN credited ON credited.project_id = project.id`;
const SUMS = `SELECT arrival_month_credit.unit_id, coalesce(project.stage, ''), coalesce(substr(arrival.date, 1, 7), ''), count(*),
  sum(CASE WHEN arrival.currency = 'CNY' THEN arrival.amount * share ELSE 0 END), sum(CASE WHEN arrival.currency = 'CNY' THEN coalesce(arrival.recognised, 0) * share ELSE 0 END), sum(arrival.currency <> 'CNY')
  FROM arrival_month_credit JOIN project ON project.id = arrival_month_credit.project_id JOIN arrival ON arrival.project_id = project.id`;

function makeAnew(db: BookWriter): void {
  db.exec(`DELETE FROM arrival_month; DELETE FROM arrival_month_credit;
    INSERT OR IGNORE INTO arrival_month_credit (project_id, unit_id, share) ${CREDITS};
    INSERT INTO arrival_month (unit_id, stage, month, entries, amount, recognised, others) ${SUMS} WHERE arrival_month_credit.unit_id >= 0 GROUP BY 1, 2, 3;`);
}

/** Makes the sums of the units anew that the projects counted for or count for now. */
function mend(db: BookWriter, projects: readonly number[]): void {
  const ids = JSON.stringify(projects);
  const mine = 'project_id IN (SELECT value FROM json_each(?))';
  const units = (): readonly number[] =>
    askValues(
      db,
      'integer',
      `SELECT DISTINCT unit_id FROM arrival_month_credit WHERE ${mine} AND unit_id >= 0`,
      ids,
    );
  const before = units();
  writer(db, `DELETE FROM arrival_month_credit WHERE ${mine}`).run(ids);
  writer(
    db,
    `INSERT OR IGNORE INTO arrival_month_credit (project_id, unit_id, share) ${CREDITS} WHERE project.id IN (SELECT value FROM json_each(?))`,
  ).run(ids);
  const touched = JSON.stringify([...new Set([...before, ...units()])]);
  writer(db, 'DELETE FROM arrival_month WHERE unit_id IN (SELECT value FROM json_each(?))').run(
    touched,
  );
  writer(
    db,
    `INSERT INTO arrival_month (unit_id, stage, month, entries, amount, recognised, others) ${SUMS} WHERE arrival_month_credit.unit_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3`,
  ).run(touched);
}
