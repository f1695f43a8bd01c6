/** What SQLite and the records themselves tell of a book that is hurt. */
import type { Reader, BookWriter } from '../open.ts';
import { askCount } from '../rows.ts';

/** At most 20 sentences of SQLite's own; none where the file is whole. */
export function pageFaults(db: Reader, full: boolean): readonly string[] {
  const found = db.pragma(full ? 'integrity_check(20)' : 'quick_check(20)') as readonly Readonly<
    Record<string, unknown>
  >[];
  const lines = found.map((row) => String(Object.values(row)[0]));
  return lines.length === 1 && lines[0] === 'ok' ? [] : lines;
}

/** Rows whose reference leads nowhere, by table. */
export function danglingRows(
  db: Reader,
): readonly { readonly table: string; readonly rows: number; readonly parent: string }[] {
  const found = db.pragma('foreign_key_check') as readonly {
    readonly table: string;
    readonly parent: string;
  }[];
  return [...Map.groupBy(found, (row) => `${row.table} ${row.parent}`).values()].map((rows) => ({
    table: rows[0]?.table ?? '',
    rows: rows.length,
    parent: rows[0]?.parent ?? '',
  }));
}

/** Sums that triggers keep beside the records, held against the records. */
const FIGURE_SUMS = `SELECT figure.year, figure.month, indicator_id, unit.kind,
  coalesce(sum(month_value), 0), count(month_value), coalesce(sum(cumulative), 0), count(cumulative), coalesce(sum(last_cumulative), 0), count(last_cumulative)
  FROM figure JOIN unit ON unit.id = unit_id WHERE unit.kind <> 'county' GROUP BY 1, 2, 3, 4
  HAVING count(month_value) + count(cumulative) + count(last_cumulative) > 0`;

/**
 * How many of a version's targets have a figure, month by month; rows that want nothing say
 * nothing.
 */
const FILLED_SUMS = `SELECT version_id, target.indicator_id, month.value, count(*), count(figure.cumulative)
  FROM target JOIN target_version version ON version.id = version_id JOIN unit ON unit.id = target.unit_id AND unit.kind <> 'county' JOIN json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month
  LEFT JOIN figure ON figure.year = version.year AND figure.month = month.value AND figure.indicator_id = target.indicator_id AND figure.unit_id = target.unit_id
  WHERE target.assured IS NOT NULL GROUP BY 1, 2, 3`;
const FILLED_KEPT = 'SELECT * FROM filled_sum WHERE wanted <> 0 OR filled <> 0';

const SUMS: readonly { readonly what: string; readonly sql: string; readonly mend: string }[] = [
  {
    what: '项目的到位资金',
    sql: `SELECT count(*) FROM project WHERE arrived_total IS NOT
      (SELECT sum(amount) FROM arrival WHERE project_id = project.id AND currency = 'CNY')`,
    mend: `UPDATE project SET arrived_total =
      (SELECT sum(amount) FROM arrival WHERE project_id = project.id AND currency = 'CNY')`,
  },
  {
    what: '各指标每月的合计',
    sql: `SELECT count(*) FROM (${FIGURE_SUMS} EXCEPT SELECT * FROM figure_sum WHERE cumulative_count + month_count + last_count > 0)`,
    mend: `DELETE FROM figure_sum; INSERT INTO figure_sum ${FIGURE_SUMS}`,
  },
  {
    what: '项目的认定资金',
    sql: `SELECT count(*) FROM project WHERE recognised_total IS NOT
      (SELECT sum(recognised) FROM arrival WHERE project_id = project.id AND currency = 'CNY')`,
    mend: `UPDATE project SET recognised_total =
      (SELECT sum(recognised) FROM arrival WHERE project_id = project.id AND currency = 'CNY')`,
  },
  {
    what: '各月填报数的统计',
    sql: `SELECT count(*) FROM (SELECT * FROM (${FILLED_SUMS} EXCEPT ${FILLED_KEPT}) UNION ALL SELECT * FROM (${FILLED_KEPT} EXCEPT ${FILLED_SUMS}))`,
    mend: `DELETE FROM filled_sum; INSERT INTO filled_sum ${FILLED_SUMS}`,
  },
];

export const sumFaults = (
  db: Reader,
): readonly { readonly what: string; readonly rows: number }[] =>
  SUMS.map(({ what, sql }) => ({ what, rows: askCount(db, sql) })).filter(({ rows }) => rows > 0);

/** Makes every sum anew from its records. */
export function mendSums(tx: BookWriter): void {
  for (const { mend } of SUMS) tx.exec(mend);
}
