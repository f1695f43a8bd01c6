/** What the user should look at in a draft: questions first, then errors, warnings and notes, each with its cell and its sentence. */
import { isNumeric } from '../../../main/domain/ledgers/field.ts';
import { ledgerOf } from '../../../main/domain/ledgers/index.ts';
import type { Issue, Table } from '../../../preload/contract/imports.ts';
import type { Draft } from './one-file.ts';

export type Level = Issue['level'];
export interface UnknownUnit {
  readonly name: string;
  readonly rows: readonly number[];
  readonly like: string | null;
}
export interface Problem {
  readonly key: string;
  readonly sheet: string;
  readonly table: number;
  readonly level: Level;
  readonly row: number;
  readonly column: string | null;
  /** the first sentence, and what follows it */
  readonly head: string;
  readonly rest: string;
  /** which kind of answer it takes */
  readonly ask: 'unit' | 'measure' | 'year' | 'figure' | 'none';
  /** the measures that a question of measures offers */
  readonly measures: readonly string[];
  readonly unit: UnknownUnit | null;
}

const ORDER: readonly Level[] = ['question', 'error', 'warning', 'info'];
export const LEVEL_HEADS: Readonly<Record<Level, string>> = { question: '先回答', error: '要改的（不改不导）', warning: '提醒（不影响导入）', info: '已自动处理' };

/** “几是几。怎么办。” → the statement and what to do about it. */
export function splitMessage(message: string): readonly [string, string] {
  const end = message.search(/[。？！]/);
  if (end < 0) return [message, ''];
  const head = message.slice(0, end + 1);
  return [head.endsWith('。') ? head.slice(0, -1) : head, message.slice(end + 1)];
}

export const cellName = (row: number, column: string | null): string => (column === null ? (row > 0 ? `第${row}行` : '整张表') : row > 0 ? `${column}${row}` : `${column}列`);

function askOf(issue: Issue, isData: boolean): Problem['ask'] {
  if (issue.level === 'info') return 'none';
  if (issue.level === 'question' && issue.code.includes('measure')) return 'measure';
  if (issue.level === 'question' && issue.code === 'period.unknown') return 'year';
  return isData && issue.column !== null ? 'figure' : 'none';
}

const speaksOf = (issue: Issue, unit: UnknownUnit): boolean => issue.level === 'question' && issue.code.startsWith('unit') && unit.rows.includes(issue.row) && issue.message.includes(unit.name);

const MONEY = ['元', '万元', '亿元'];
const OTHERS: Readonly<Record<string, readonly string[]>> = { 万美元: ['美元', '万美元', '亿美元'], 亩: ['亩', '㎡', '公顷'], '㎡': ['㎡', '万㎡', '亩'] };

/** What the figures of a column may be stated in: its field decides between yuan, dollars and land. */
function measuresOf(table: Table, column: string | null): readonly string[] {
  const code = table.columns.find((one) => one.column === column)?.field;
  const field = ledgerOf(table.ledger ?? '')?.fields.find((one) => one.code === code);
  if (field === undefined || !isNumeric(field)) return MONEY;
  return OTHERS[field.measure] ?? (field.kind === 'money' ? MONEY : [field.measure]);
}

interface Placed {
  readonly sheet: string;
  readonly table: number;
  readonly issue: Issue;
  /** the issue stands in a row of data, which can be typed over or skipped */
  readonly isData: boolean;
  readonly measures: readonly string[];
}
const placedIssues = (draft: Draft): readonly Placed[] =>
  draft.report.sheets.flatMap((sheet) => sheet.tables.flatMap((table, index) => {
    const data = new Set(table.dataRows);
    return table.issues.map((issue) => ({ sheet: sheet.name, table: index, issue, isData: data.has(issue.row), measures: measuresOf(table, issue.column) }));
  }));

/** One question per unknown name, wherever it stands; its cell is the first one that names it. */
function unitProblem(unit: UnknownUnit, issues: readonly Placed[], sheet: string): Problem {
  const at = issues.find(({ issue }) => speaksOf(issue, unit));
  const more = unit.rows.length > 1 ? `共${unit.rows.length}行。` : '';
  return {
    key: `unit:${unit.name}`, sheet: at?.sheet ?? sheet, table: at?.table ?? 0, level: 'question', row: at?.issue.row ?? unit.rows[0] ?? 0, column: at?.issue.column ?? null,
    head: unit.like === null ? `“${unit.name}”是哪个单位？` : `“${unit.name}”是${unit.like}吗？`,
    rest: `${more}${unit.like === null ? '选一个、新建，或先留空。' : '认定后记为别名，下次不再问。'}`, ask: 'unit', measures: [], unit,
  };
}

/** Every problem of the draft in the order the panel shows and F8 walks. */
export function problemsOf(draft: Draft): readonly Problem[] {
  const issues = placedIssues(draft);
  const units = draft.unknownUnits.map((unit) => unitProblem(unit, issues, draft.report.sheets[0]?.name ?? ''));
  const asked = (issue: Issue): boolean => draft.unknownUnits.some((unit) => speaksOf(issue, unit));
  const seen = new Map<string, number>();
  const others = issues
    .filter(({ issue }) => !asked(issue))
    .filter(({ sheet, table, issue }, at, all) => issue.code !== 'period.unknown' || all.findIndex((one) => one.sheet === sheet && one.table === table && one.issue.code === issue.code) === at)
    .map(({ sheet, table, issue, isData, measures }): Problem => {
      const [head, rest] = splitMessage(issue.message);
      const name = `${sheet}:${table}:${issue.code}:${issue.row}:${issue.column ?? ''}`;
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return { key: times === 0 ? name : `${name}:${times}`, sheet, table, level: issue.level, row: issue.row, column: issue.column, head, rest, ask: askOf(issue, isData), measures, unit: null };
    });
  return [...units, ...others].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

/** The next problem that wants eyes (notes do not), going round at the ends. */
export function nextProblem(problems: readonly Problem[], from: string | null, step: 1 | -1): Problem | null {
  const stops = problems.filter((one) => one.level !== 'info');
  if (stops.length === 0) return null;
  const here = stops.findIndex((one) => one.key === from);
  const start = here < 0 && step < 0 ? 0 : here;
  return stops[(start + step + stops.length) % stops.length] ?? null;
}

/** The problem a cell's corner shows: the gravest one on it. */
export function problemsByCell(problems: readonly Problem[], sheet: string): ReadonlyMap<string, Problem> {
  const found = new Map<string, Problem>();
  for (const one of problems) {
    if (one.sheet !== sheet || one.row === 0 || one.column === null) continue;
    const key = cellName(one.row, one.column);
    if (!found.has(key)) found.set(key, one);
    for (const row of one.unit?.rows ?? []) if (!found.has(cellName(row, one.column))) found.set(cellName(row, one.column), one);
  }
  return found;
}

export interface Tally {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** rows kept back by a question only the user can answer */
  readonly waiting: number;
  readonly rejected: number;
  readonly skipped: number;
}

/** The footer's counts: rows held back by a question apart from rows that are wrong. */
export function tallyOf(draft: Draft): Tally {
  const wrong = new Set<number>();
  const asked = new Set<number>();
  for (const { issue } of placedIssues(draft)) {
    if (issue.level === 'error') wrong.add(issue.row);
    if (issue.level === 'question') asked.add(issue.row);
  }
  for (const unit of draft.unknownUnits) for (const row of unit.rows) asked.add(row);
  const whole = asked.has(0) && !wrong.has(0);
  const waiting = Math.min(draft.counts.rejected, draft.rejectedRows.filter((row) => !wrong.has(row) && (whole || asked.has(row))).length);
  return { new: draft.counts.new, changed: draft.counts.changed, unchanged: draft.counts.unchanged, waiting, rejected: draft.counts.rejected - waiting, skipped: draft.counts.skipped };
}

/** How many rows the import button takes now: those that are whole, or all of them where nothing may be left behind. */
export const takes = (tally: Tally, onlyValid: boolean): number => tally.new + tally.changed + (onlyValid ? 0 : tally.waiting + tally.rejected);
