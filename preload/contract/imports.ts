/** Importing a workbook: read into a draft, look and answer, commit, undo. The report is the public `inspect` format. */
import { z } from 'zod';
import type { Value } from '../../main/domain/ledgers/field.ts';
import { asks, does } from './call.ts';

export interface Issue {
  /** 1-based sheet row and column letter; row 0 speaks of the whole column */
  readonly row: number;
  readonly column: string | null;
  readonly level: 'error' | 'question' | 'warning' | 'info';
  readonly code: string;
  /** one sentence in Chinese: what is so, what to do */
  readonly message: string;
}
export interface Column {
  readonly column: string;
  readonly path: readonly string[];
  readonly field: string | null;
  /** 0-based months run across: this column's month, "2012-03" */
  readonly month: string | null;
  /** null: figures without a known measure, or not a figure */
  readonly measure: string | null;
  readonly confidence: number;
  readonly reason: string;
  /** what becomes of an unmatched column */
  readonly use: 'field' | 'check' | 'extra' | 'ignore';
}
export interface SheetTotal {
  readonly column: string;
  /** which total row (1-based) */
  readonly row: number;
  readonly sheet: string;
  readonly computed: string;
  readonly equal: boolean;
}
export interface Table {
  readonly kind: 'ledger' | 'matrix' | 'targets' | 'unknown';
  readonly ledger: string | null;
  readonly titleRows: readonly number[];
  readonly headerRows: readonly [number, number];
  readonly dataRows: readonly number[];
  readonly groupRows: readonly number[];
  readonly totalRows: readonly number[];
  readonly noteRows: readonly number[];
  readonly columns: readonly Column[];
  readonly issues: readonly Issue[];
  readonly totals: readonly SheetTotal[];
  readonly records: number;
}
export interface SheetReport {
  readonly name: string;
  readonly period: { readonly year: number; readonly month: number | null } | null;
  readonly tables: readonly Table[];
}
export interface Report {
  readonly file: string;
  readonly sheets: readonly SheetReport[];
}

export interface PlanCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** rows the user skipped */
  readonly skipped: number;
}
export interface PlannedChange {
  readonly row: number;
  readonly record: string;
  readonly fields: readonly { readonly field: string; readonly before: Value; readonly after: Value; readonly cell: string }[];
}
/** What the wizard shows: the report as the user's answers have made it, and what committing would do. */
export interface Draft {
  readonly id: number;
  readonly file: string;
  readonly report: Report;
  readonly ledger: string | null;
  readonly counts: PlanCounts;
  readonly changes: readonly PlannedChange[];
  /** unit names in the sheet that the county's tree does not know; `like` is the nearest known name */
  readonly unknownUnits: readonly { readonly name: string; readonly rows: readonly number[]; readonly like: string | null }[];
  /** rows taken out by an error or a question, and by the user */
  readonly rejectedRows: readonly number[];
  readonly skippedRows: readonly number[];
  /** sums of what would be imported, in each field's own measure: { total_investment: "53.45 亿元" } */
  readonly sums: Readonly<Record<string, string>>;
  /** the header shape was confirmed before */
  readonly remembered: boolean;
}
/** A page of the sheet itself: display text per cell, with the merges that touch it. */
export interface SheetPage {
  readonly rows: number;
  readonly columns: number;
  readonly from: number;
  readonly cells: readonly (readonly string[])[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  readonly widths: readonly number[];
}
export interface ImportResult {
  readonly import: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly questions: readonly Issue[];
  readonly warnings: readonly Issue[];
}
export interface PastImport {
  readonly id: number;
  readonly file: string;
  readonly at: string;
  readonly ledger: string;
  readonly new: number;
  readonly changed: number;
  readonly rejected: number;
  readonly undone: boolean;
}

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), sheet: z.string(), row: z.int(), column: z.string(), text: z.string().max(4000) }),
  z.strictObject({ kind: z.literal('field'), sheet: z.string(), table: z.int(), column: z.string(), field: z.string().nullable(), use: z.enum(['field', 'extra', 'ignore']) }),
  z.strictObject({ kind: z.literal('measure'), sheet: z.string(), table: z.int(), column: z.string().nullable(), measure: z.string() }),
  z.strictObject({ kind: z.literal('skip'), sheet: z.string(), row: z.int(), skip: z.boolean() }),
  /** the row's figure is right as read: takes the question off the cell */
  z.strictObject({ kind: z.literal('accept'), sheet: z.string(), row: z.int(), column: z.string() }),
  z.strictObject({ kind: z.literal('unit'), name: z.string(), as: z.discriminatedUnion('is', [z.strictObject({ is: z.literal('known'), unit: z.string() }), z.strictObject({ is: z.literal('new'), unitKind: z.enum(['township', 'department', 'park', 'village']) }), z.strictObject({ is: z.literal('empty') })]) }),
  z.strictObject({ kind: z.literal('period'), year: z.int(), month: z.int().nullable() }),
]);
export type Answer = z.input<typeof answer>;

const draft = z.int();
export const imports = {
  /** reads and recognises a picked file; answers with the draft (progress by the event "progress") */
  'imports.open': asks<Draft>()(z.strictObject({ file: z.string(), ledger: z.enum(['project', 'unit', 'person']).optional() })),
  'imports.sheet': asks<SheetPage>()(z.strictObject({ draft, sheet: z.string(), from: z.int().min(1), rows: z.int().min(1).max(200) })),
  'imports.answer': asks<Draft>()(z.strictObject({ draft, answers: z.array(answer).min(1) })),
  'imports.close': asks<null>()(z.strictObject({ draft })),
  'imports.commit': does<ImportResult>()(z.strictObject({ draft, onlyValid: z.boolean() })),
  'imports.cancel': asks<null>()(z.strictObject({})),
  'imports.undo': does<{ readonly records: number }>()(z.strictObject({ id: z.int() })),
  'imports.list': asks<readonly PastImport[]>()(z.strictObject({})),
};
