/**
 * Importing workbooks: read into a draft, look and answer, commit, undo; what goes back to senders.
 * The report is the public `inspect` format.
 */
import { z } from 'zod';
import type { FaultData } from '../../main/domain/fault.ts';
import type { Value } from '../../main/domain/ledgers/field.ts';
import { IMPORTABLE_CODES } from '../../main/domain/ledgers/identity.ts';
import { ownCode } from './ledger-code.ts';
import { importAnswer } from './answers.ts';
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
  /** of a matrix or a target table: what the column is for */
  readonly role?: 'unit' | 'indicator' | 'measure' | 'figure' | 'total' | 'other';
  /** of its figures: which indicator, where the head or the title says it, and which part of it */
  readonly indicator?: string | null;
  readonly part?: string;
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
  /** figures of a matrix or a target table */
  readonly facts: number;
}
export interface SheetReport {
  readonly name: string;
  readonly period: { readonly year: number; readonly month: number | null } | null;
  readonly tables: readonly Table[];
}
export interface ImportReport {
  readonly file: string;
  readonly sheets: readonly SheetReport[];
}

/** A row of a draft, 1-based. `file` is the file's name in the draft (DraftFile.file). */
export interface DraftRowName {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}
/** An issue with the file and sheet that it stands in. */
export interface PlacedIssue extends Issue {
  readonly file: string;
  readonly sheet: string;
}
export interface PlanCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** rows the user skipped */
  readonly skipped: number;
}
export interface PlannedChange extends DraftRowName {
  readonly record: string;
  readonly fields: readonly {
    readonly field: string;
    readonly before: Value;
    readonly after: Value;
    readonly cell: string;
  }[];
}
/** One workbook of a draft. */
export interface DraftFile {
  /** its name, and its key in the draft: a second file of the same name is “name (2)” */
  readonly file: string;
  /** null where the file could not be read; `fault` says why, the other files go on */
  readonly report: ImportReport | null;
  readonly fault: FaultData | null;
  /**
   * the unit that sent it, told by 填报单位 on the sheet, the sheet's name, the file's name, or
   * because all its rows name one unit; null where none of them tells
   */
  readonly unit: string | null;
  readonly counts: PlanCounts;
  /** its headers were confirmed before */
  readonly remembered: boolean;
}
/**
 * A row whose record nearly is one of the ledger: asked once, answered by `record`. The row waits
 * (it is in rejectedRows) until then.
 */
export interface NearRecord extends DraftRowName {
  readonly name: string;
  /**
   * the record it may be, and how it differs: the record's own 项目公司, 责任单位 and the like, for
   * telling them apart
   */
  readonly like: { readonly id: number; readonly name: string; readonly about: string };
}
/** Which of the county's units have sent a file, where several files were given. */
export interface SenderCoverage {
  /** units of the kind that the files come from (townships) that no readable file comes from */
  readonly missing: readonly string[];
  readonly twice: readonly { readonly unit: string; readonly files: readonly string[] }[];
}
/**
 * What the wizard shows: the reports as the user's answers have made them, and what committing
 * would do, all files together.
 */
export interface ImportDraft {
  readonly id: number;
  readonly files: readonly DraftFile[];
  /**
   * what the files are imported into; null: nothing was recognised, or the files are targets and
   * months' figures (`facts`)
   */
  readonly ledger: string | null;
  readonly counts: PlanCounts;
  /**
   * figures of target tables and monthly matrices, of rows that are neither rejected nor skipped; 0
   * where the files are a ledger
   */
  readonly facts: number;
  /**
   * what importing the figures makes beside them: new indicators, an adjustment where the year's
   * targets are issued
   */
  readonly notes: readonly string[];
  /** sheets and tables that are not imported at all, each with its reason */
  readonly leftOut: readonly PlacedIssue[];
  readonly changes: readonly PlannedChange[];
  /**
   * unit names in the sheets that the county's tree does not know; `like` is the nearest known name
   */
  readonly unknownUnits: readonly {
    readonly name: string;
    readonly rows: readonly DraftRowName[];
    readonly like: string | null;
  }[];
  readonly nearRecords: readonly NearRecord[];
  /** rows taken out by an error or a question, and by the user */
  readonly rejectedRows: readonly DraftRowName[];
  /** figures that wait for an answer, on rows that come in without them */
  readonly heldCells: readonly (DraftRowName & { readonly column: string })[];
  readonly skippedRows: readonly DraftRowName[];
  /**
   * sums of what would be imported, in each field's own measure: { total_investment: "53.45 亿元" }
   */
  readonly sums: Readonly<Record<string, string>>;
  /** null for a single file */
  readonly coverage: SenderCoverage | null;
  /** every readable file's headers were confirmed before */
  readonly remembered: boolean;
}
/** A page of the sheet itself: display text per cell, with the merges that touch it. */
export interface SheetPage {
  readonly rows: number;
  readonly columns: number;
  readonly from: number;
  readonly cells: readonly (readonly string[])[];
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly widths: readonly number[];
}
export interface ImportResult {
  readonly import: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** figures that wait for an answer: their rows are in, without them */
  readonly held: number;
  readonly questions: readonly PlacedIssue[];
  readonly warnings: readonly PlacedIssue[];
  readonly leftOut: readonly PlacedIssue[];
}
/** A workbook sent back: the sender's own file with its bad cells red and a note on each. */
export interface ReturnedFile {
  readonly file: string;
  /** the name it was written under */
  readonly saved: string;
  /** how many cells are marked */
  readonly cells: number;
  /** the sender's format cannot be marked in place (.xls, .csv): this is a copy as .xlsx */
  readonly copied: boolean;
}
export interface Profile {
  /** its key: the headers, one sheet a line */
  readonly shape: string;
  readonly name: string;
  readonly ledger: string;
  /** the header words of its first table, for showing */
  readonly columns: readonly string[];
  /** how many answers it remembers */
  readonly answers: number;
  readonly usedAt: string;
}
export interface PastImport {
  readonly id: number;
  /** the file's name; of several: “name等30个文件” */
  readonly file: string;
  readonly at: string;
  readonly ledger: string;
  readonly new: number;
  readonly changed: number;
  readonly rejected: number;
  /** what did not come in, each with its place and its reason, as it was told then */
  readonly leftOut: readonly string[];
  readonly undone: boolean;
}

const draft = z.int();
const ledger = z.union([z.enum(IMPORTABLE_CODES), ownCode]);
const shape = z.string();
export const importCalls = {
  /**
   * Reads and recognises picked files (handles; a folder's handle stands for the workbooks in it)
   * into one draft. Progress by the event "progress": job "import.read" in hundredths of a file,
   * then "import.check" in rows; a commit's is "import.commit", in rows.
   * A file that cannot be read is listed with its fault; where none can be, the call is refused
   * with the first one's fault. `ledger` says what kind of table it is.
   */
  'imports.open': asks<ImportDraft>()(
    z.strictObject({ files: z.array(z.string()).min(1).max(500), ledger: ledger.optional() }),
  ),
  'imports.sheet': asks<SheetPage>()(
    z.strictObject({
      draft,
      file: z.string(),
      sheet: z.string(),
      from: z.int().min(1),
      rows: z.int().min(1).max(200),
    }),
  ),
  /** with no answers: what the draft means now, for a commit refused with import.stale */
  'imports.answer': asks<ImportDraft>()(z.strictObject({ draft, answers: z.array(importAnswer) })),
  'imports.close': asks<null>()(z.strictObject({ draft })),
  /**
   * refused with import.stale where the book was written to since the draft was shown; all files in
   * one transaction, taken back by one undo; afterwards the draft answers `imports.reject` and
   * `imports.close` only
   */
  'imports.commit': does<ImportResult>()(z.strictObject({ draft, onlyValid: z.boolean() })),
  /**
   * at any moment: ends the reading, recognising or committing under way (that call is refused with
   * import.cancelled) and forgets every draft; nothing is left written
   */
  'imports.cancel': asks<null>()(z.strictObject({})),
  'imports.undo': does<{ readonly records: number }>()(z.strictObject({ id: z.int() })),
  'imports.list': asks<readonly PastImport[]>()(z.strictObject({})),
  /**
   * Writes the workbooks that go back to their senders: every draft file with a rejected row (or
   * the named ones). `to` is what `shell.saveAs` gave: the file for one workbook; several go into a
   * folder of that name (退回.xlsx → 退回/), each under its own name.
   * Before the commit or after it, until the draft is closed.
   */
  'imports.reject': asks<readonly ReturnedFile[]>()(
    z.strictObject({ draft, to: z.string(), files: z.array(z.string()).optional() }),
  ),
  /**
   * writes an empty template of a ledger, or one filled with the present records; filled in, it is
   * imported without a question. `figures` is the form of a month's figures: it wants the
   * assessment year and the month's place (1…12) in it
   */
  'imports.template': asks<{ readonly file: string }>()(
    z.strictObject({
      ledger: z.union([ledger, z.literal('figures')]),
      to: z.string(),
      filled: z.boolean().default(false),
      year: z.int().min(1900).max(2199).optional(),
      month: z.int().min(1).max(12).optional(),
    }),
  ),
  'imports.profiles': asks<readonly Profile[]>()(z.strictObject({})),
  'imports.renameProfile': does<null>()(
    z.strictObject({ shape, name: z.string().trim().min(1).max(100) }),
  ),
  /** the next file of that shape is asked about again */
  'imports.removeProfile': does<null>()(z.strictObject({ shape })),
};
