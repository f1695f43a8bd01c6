/** Printed tables (报表): which there are, one as data, its pages, its files. */
import { z } from 'zod';
import { asks, does } from './call.ts';
import type { ListedName, NamedTable, TablePurpose } from '../../main/domain/table-name.ts';
import { type AnyCode } from '../../main/domain/ledgers/index.ts';
import { printOptions } from './print-options.ts';
import { changesWanted } from './records.ts';
import { askedFigureSchema } from './sources.ts';

/**
 * What day a table tells of: `month`: the end of its month, from what is dated up to it and nothing
 * later; `year`: its whole year; `now`: the day on which it is printed (现状), whatever the month.
 */
export type TableClock = 'month' | 'year' | 'now';

/** A chart, with the table that it is drawn from and printed with. */
export interface ChartInfo {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly table: NamedTable;
}
export interface TableInfo {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly clock: TableClock;
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
  /**
   * what the user may choose beside period, unit and paper; `units`: a kind of units (乡镇组,
   * 部门组…)
   */
  readonly choices: readonly (
    | 'columns'
    | 'dimensions'
    | 'indicators'
    | 'units'
    | 'version'
    | 'denominator'
    | 'pageSums'
    | 'record'
    | 'ledger'
  )[];
  /** made from the year's targets and figures instead of a ledger */
  readonly subject?: 'year';
  /** a document with its table: Word is its own form */
  readonly document?: true;
  /** the ledger whose records it is made from; absent: projects */
  readonly ledger?: AnyCode;
  /** what can be drawn of it and printed with it */
  readonly charts?: readonly ChartInfo[];
  /** of a list: its columns where nobody chose */
  readonly columns?: readonly string[];
  /**
   * where the user may choose a grouping: the field where nobody chose, and what choosing none is
   * called
   */
  readonly group?: { readonly field: string | null; readonly none: string };
}
/** A table of the list. */
export interface ListedTable extends TableInfo {
  readonly name: ListedName;
  readonly purpose: TablePurpose;
}
export const tableOptions = printOptions.extend({
  /** of 数据出处单 alone: the figure that it tells of */
  asked: askedFigureSchema.optional(),
  /** of 修改记录 alone: which of them */
  changes: changesWanted.optional(),
});
export type TableOptions = z.input<typeof tableOptions>;
export type ParsedTableOptions = z.output<typeof tableOptions>;

/** The public JSON of a table: cells as printed. */
export interface TableJson {
  readonly name: string;
  readonly title: string;
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** A chart as it is drawn: lines, with the size in CSS px that they are drawn for. */
export interface DrawnChart {
  readonly title: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const name = z.string();
/** What a table can be asked for by; a ledger's own list is called like the ledger. */
export type TableName = NamedTable | AnyCode | ListedName;
/**
 * of the list, or of those that the program opens by itself; whether the book has it is the core's
 * to say
 */
export const tableName = z.custom<TableName>(
  (given) => typeof given === 'string' && given.length <= 80,
);
export const tableCalls = {
  'tables.list': asks<readonly ListedTable[]>()(z.strictObject({})),
  'tables.get': asks<TableJson>()(z.strictObject({ name: tableName, options: tableOptions })),
  /** the PDF itself, base64, for the preview; the same bytes that are saved or printed */
  'tables.preview': asks<{
    readonly pdf: string;
    readonly title: string;
    readonly records: number;
    readonly fileName: string;
    readonly empty: string | null;
    /** every column that the table has, before a set-up chooses: its key and its heads */
    readonly columns: readonly { readonly key: string; readonly label: string }[];
    /** the words of the page as they are printed */
    readonly words: {
      readonly reporter: string;
      readonly signatures: readonly string[];
    };
  }>()(
    z.strictObject({
      name: tableName,
      options: tableOptions,
      /** of the pages only the first, for which nobody has to wait until all are laid out */
      firstPage: z.boolean().optional(),
    }),
  ),
  'charts.list': asks<readonly ChartInfo[]>()(z.strictObject({})),
  /** the `at`th of them as dots (PNG, base64) */
  'charts.picture': asks<{ readonly png: string }>()(
    z.strictObject({ name, options: tableOptions, at: z.int().min(0) }),
  ),
  'charts.save': does<{ readonly files: readonly string[] }>()(
    z.strictObject({
      name,
      options: tableOptions,
      /** which of them; null: each, in files that are numbered */
      at: z.int().min(0).nullable(),
      format: z.enum(['svg', 'png']),
      to: z.string(),
    }),
  ),
  /** writes a file where the save dialog said (an opaque handle) */
  'tables.save': does<{ readonly file: string }>()(
    z.strictObject({
      name: tableName,
      options: tableOptions,
      format: z.enum(['xlsx', 'pdf', 'docx']),
      to: z.string(),
    }),
  ),
  /**
   * writes a file of the table's own name into a folder (an opaque handle), beside one of the same
   * name; null: the table has nothing to tell, and no file was written
   */
  'tables.saveInto': does<{ readonly file: string | null }>()(
    z.strictObject({
      name: tableName,
      options: tableOptions,
      format: z.enum(['xlsx', 'pdf', 'docx']),
      folder: z.string(),
    }),
  ),
};
