/** Drafts of imports in memory: a file read once, and the answers given about it. Nothing here touches the ledger. */
import type { Answer, Draft, SheetPage } from '../../preload/contract/imports.ts';
import { sum, decimalOfNumber } from '../domain/decimal.ts';
import { Fault } from '../domain/fault.ts';
import type { Field } from '../domain/ledgers/field.ts';
import { inColumn, sumOf } from './check.ts';
import { withCells } from './answers.ts';
import { inspect, type InspectContext, type Inspection } from './inspect.ts';
import type { MappedColumn, MappedTable } from './mapped.ts';
import { planImport, type Find, type Plan } from './plan.ts';
import type { CellValue, Workbook } from './sheet.ts';

export interface OpenDraft {
  readonly id: number;
  readonly file: string;
  readonly workbook: Workbook;
  readonly ledger: string | null;
  readonly answers: readonly Answer[];
}
export interface Drafts {
  open(file: string, workbook: Workbook, ledger: string | null): OpenDraft;
  answer(id: number, answers: readonly Answer[]): OpenDraft;
  get(id: number): OpenDraft;
  close(id: number): void;
  /** forgets every draft */
  cancel(): void;
}

export function createDrafts(): Drafts {
  const open = new Map<number, OpenDraft>();
  let last = 0;
  const get = (id: number): OpenDraft => {
    const draft = open.get(id);
    if (draft === undefined) throw new Fault('import.missing', { id });
    return draft;
  };
  return {
    open: (file, workbook, ledger) => {
      const draft = { id: (last += 1), file, workbook, ledger, answers: [] };
      open.set(draft.id, draft);
      return draft;
    },
    answer: (id, answers) => {
      const draft = get(id);
      const next = { ...draft, answers: [...draft.answers, ...answers] };
      open.set(id, next);
      return next;
    },
    get,
    close: (id) => open.delete(id),
    cancel: () => open.clear(),
  };
}

export interface Judged {
  readonly inspection: Inspection;
  /** the tables of the one ledger that this import writes */
  readonly tables: readonly MappedTable[];
  readonly ledger: string | null;
  readonly plan: Plan;
}

/** What a draft means now: recognised with its answers and compared with the ledger. */
export function judge(draft: OpenDraft, context: Omit<InspectContext, 'answers' | 'ledgerCode'>, find: Find): Judged {
  const inspection = inspect(draft.workbook, draft.file, { ...context, answers: draft.answers, ...(draft.ledger === null ? {} : { ledgerCode: draft.ledger }) });
  const most = (code: string): number => inspection.tables.filter((table) => table.ledger?.code === code).reduce((sum, table) => sum + table.records.length, 0);
  const [ledger = null] = [...new Set(inspection.tables.flatMap((table) => (table.ledger === null ? [] : [table.ledger.code])))].sort((a, b) => most(b) - most(a));
  const tables = inspection.tables.filter((table) => table.ledger !== null && table.ledger.code === ledger);
  return { inspection, tables, ledger, plan: planImport(tables, find) };
}

/** The draft as the wizard sees it. */
export function draftOf(draft: OpenDraft, judged: Judged): Draft {
  const { inspection, tables, plan } = judged;
  const unknown = new Map<string, { rows: number[]; like: string | null }>();
  for (const table of tables) {
    for (const [name, one] of table.unknownUnits) {
      const known = unknown.get(name);
      if (known === undefined) unknown.set(name, { rows: [...one.rows], like: one.like });
      else known.rows.push(...one.rows);
    }
  }
  return {
    id: draft.id,
    file: draft.file,
    report: inspection.report,
    ledger: judged.ledger,
    counts: plan.counts,
    changes: plan.shown,
    unknownUnits: [...unknown].map(([name, one]) => ({ name, ...one })),
    rejectedRows: tables.flatMap((table) => [...table.rejected].sort((a, b) => a - b)),
    skippedRows: tables.flatMap((table) => [...table.skipped].sort((a, b) => a - b)),
    sums: sumsOf(tables),
    remembered: inspection.remembered,
  };
}

/** What would be imported, summed by field in the sheet's measure: "53.45 亿元". */
function sumsOf(tables: readonly MappedTable[]): Readonly<Record<string, string>> {
  const sums = new Map<string, { column: MappedColumn; field: Field; parts: string[] }>();
  for (const table of tables) {
    const taken = table.region.dataRows.map((row) => !table.rejected.has(row + 1) && !table.skipped.has(row + 1));
    for (const column of table.columns) {
      const { field } = column;
      if (column.use !== 'field' || column.measure === null || field === null || (field.kind !== 'money' && field.kind !== 'decimal')) continue;
      const part = sumOf(column, (table.figures.get(column.index) ?? []).filter((_, at) => taken[at]));
      const known = sums.get(field.code);
      if (known === undefined) sums.set(field.code, { column, field, parts: [part] });
      else known.parts.push(part);
    }
  }
  return Object.fromEntries([...sums.values()].map(({ column, field, parts }) => [field.code, `${inColumn(column, sum(parts))} ${field.kind === 'decimal' ? field.measure : (column.measure?.name ?? '')}`]));
}

const WIDTH = 9;

/** A page of the sheet as text, retyped cells included. Rows and columns are counted from 1, as the sheet shows them. */
export function pageOf(draft: OpenDraft, name: string, from: number, rows: number): SheetPage {
  const found = draft.workbook.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Fault('input.invalid', { path: name });
  const sheet = withCells(found, draft.answers);
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const to = Math.min(sheet.rows.length, from - 1 + rows);
  const cells = sheet.rows.slice(from - 1, to).map((row) => Array.from({ length: columns }, (_, c) => display(row[c] ?? null)));
  return {
    rows: sheet.rows.length,
    columns,
    from,
    cells,
    merges: sheet.merges.filter((merge) => merge.bottom >= from - 1 && merge.top < to).map((merge) => ({ top: merge.top + 1, left: merge.left + 1, bottom: merge.bottom + 1, right: merge.right + 1 })),
    widths: Array.from({ length: columns }, (_, c) => sheet.widths.get(c) ?? WIDTH),
  };
}

function display(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimalOfNumber(cell);
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if ('day' in cell) return cell.time === undefined ? cell.day : `${cell.day} ${cell.time}`;
  return 'error' in cell ? cell.error : `=${cell.formula}`;
}
