/** What rows of the year's targets and figures are called where a sentence must name one. */
import type { Reader } from '../open.ts';
import { askValue } from '../rows.ts';
import type { AuditedTable } from '../audited-tables.ts';

const OF_FIGURE = (table: string, what: string): string =>
  `SELECT unit.name || indicator.name || ${what} FROM ${table} JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id WHERE ${table}.id = ?`;
const NAMES: Partial<Record<AuditedTable, string>> = {
  indicator: 'SELECT name FROM indicator WHERE id = ?',
  target_version: "SELECT year || '年' || name FROM target_version WHERE id = ?",
  target: OF_FIGURE('target', "'目标'"),
  figure: OF_FIGURE('figure', "month || '月'"),
  month_close: "SELECT year || '年' || month || '月关账' FROM month_close WHERE id = ?",
  published:
    "SELECT unit.name || indicator.name || '（公布数）' FROM published JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id WHERE published.id = ?",
  correction:
    "SELECT unit.name || indicator.name || month || '月更正' FROM correction JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id WHERE correction.id = ?",
  scheme: "SELECT year || '年' || name || '第' || number || '版' FROM scheme WHERE id = ?",
  score_event:
    "SELECT unit.name || '：' || reason FROM score_event JOIN unit ON unit.id = unit_id WHERE score_event.id = ?",
  post_term:
    "SELECT unit.name || post || '：' || person FROM post_term JOIN unit ON unit.id = unit_id WHERE post_term.id = ?",
  score_publication:
    "SELECT year || '年' || month || '月公布得分' FROM score_publication WHERE id = ?",
  score_objection: "SELECT subject || '申诉' FROM score_objection WHERE id = ?",
  rival: 'SELECT name FROM rival WHERE id = ?',
  rival_figure:
    'SELECT rival.name || indicator.name FROM rival_figure JOIN rival ON rival.id = rival_id JOIN indicator ON indicator.id = indicator_id WHERE rival_figure.id = ?',
};
/** Of a row that is gone: at least what kind it was. */
const KINDS: Partial<Record<AuditedTable, string>> = {
  indicator: '指标',
  target_version: '目标版本',
  target: '目标',
  figure: '完成数',
  month_close: '关账',
  published: '公布数',
  correction: '更正',
  rival: '对标地区',
  rival_figure: '对标数',
  scheme: '考核办法',
  score_event: '考核事项',
  post_term: '任职',
  score_publication: '公布得分',
  score_objection: '申诉',
};

/** null for a row of any other table */
export function nameOfYearRow(db: Reader, table: AuditedTable, id: number): string | null {
  const sql = NAMES[table];
  if (sql === undefined) return null;
  return askValue(db, 'text', sql, id) ?? KINDS[table] ?? null;
}
