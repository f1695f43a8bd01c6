/**
 * How a template says what it is, on a sheet that nobody sees: its version, ledger and the field of
 * each column; and how that is read back.
 */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { builtInLedgerOf } from '../../domain/ledgers/index.ts';
import { isOwnCode } from '../../domain/ledgers/own-code.ts';
import { columnName, columnNumber } from '../../domain/read/sheet-address.ts';
import type { FactLayout } from '../facts/fact-columns.ts';
import type { SheetPeriod } from '../sheet/period.ts';
import type { Region } from '../sheet/region.ts';
import type { CellValue, SourceSheet, Workbook } from '../sheet/sheet.ts';

export const FORM_SHEET = '县计模板';
/** Grows when the meaning of the hidden sheet changes; an unknown one is read like any workbook. */
export const FORM_VERSION = 1;

export interface FormColumn {
  /** from 0 */
  readonly column: number;
  readonly field: string;
  readonly measure: string | null;
  readonly header: string;
}
export interface ImportForm {
  readonly ledger: string;
  readonly sheet: string;
  /** from 0 */
  readonly headerRows: readonly [number, number];
  readonly columns: readonly FormColumn[];
}

/** The hidden sheet's rows. */
export function formRows(form: ImportForm): readonly (readonly (string | number)[])[] {
  return [
    [
      FORM_SHEET,
      FORM_VERSION,
      form.ledger,
      form.sheet,
      form.headerRows[0] + 1,
      form.headerRows[1] + 1,
    ],
    ...form.columns.map((one) => [
      columnName(one.column),
      one.field,
      one.measure ?? '',
      one.header,
    ]),
  ];
}

export interface FilledForm {
  /** null: figures of a month */
  readonly ledger: string | null;
  readonly sheet: SourceSheet;
  readonly region: Region;
  /** what a user would have to say of its columns */
  readonly answers: readonly ImportAnswer[];
  /** of a month's figures: what every column holds, and of which calendar month */
  readonly month?: { readonly layout: FactLayout; readonly period: SheetPeriod };
}

/**
 * A workbook made from a template of this version whose headers still stand; null for any other.
 */
export function filledForm(workbook: Workbook): FilledForm | null {
  const form = workbook.sheets.map(formOf).find((one) => one !== null);
  if (form === undefined) return null;
  const sheet =
    workbook.sheets.find((one) => one.name === form.sheet) ??
    workbook.sheets.find((one) => !one.hidden);
  if (
    sheet === undefined ||
    !form.columns.every((one) => headerAt(sheet, form, one.column) === one.header)
  )
    return null;
  const answers = form.columns.flatMap((one): readonly ImportAnswer[] => {
    const where = { file: '', sheet: sheet.name, table: 0, column: columnName(one.column) };
    return [
      { kind: 'field', ...where, field: one.field, use: 'field' },
      ...(one.measure === null
        ? []
        : [{ kind: 'measure', ...where, measure: one.measure } as const]),
    ];
  });
  return { ledger: form.ledger, sheet, region: regionOf(sheet, form), answers };
}

/** A header that stands over no group is one cell of two rows. */
function headerAt(sheet: SourceSheet, { headerRows }: ImportForm, column: number): string {
  const cells = [
    sheet.rows[headerRows[1]]?.[column] ?? null,
    sheet.rows[headerRows[0]]?.[column] ?? null,
  ];
  return formCellText(cells.find((cell) => formCellText(cell) !== '') ?? null);
}

function formOf(sheet: SourceSheet): ImportForm | null {
  const [name, version, ledger, data, first, last] = sheet.rows[0] ?? [];
  if (
    !sheet.hidden ||
    formCellText(name) !== FORM_SHEET ||
    Number(formCellText(version)) !== FORM_VERSION ||
    (builtInLedgerOf(formCellText(ledger)) === null && !isOwnCode(formCellText(ledger)))
  )
    return null;
  const columns = sheet.rows.slice(1).map(([letter, field, measure, header]): FormColumn => ({
    column: columnNumber(formCellText(letter)),
    field: formCellText(field),
    measure: formCellText(measure) || null,
    header: formCellText(header),
  }));
  return {
    ledger: formCellText(ledger),
    sheet: formCellText(data),
    headerRows: [Number(formCellText(first)) - 1, Number(formCellText(last)) - 1],
    columns,
  };
}

export function regionOf(
  sheet: SourceSheet,
  {
    headerRows,
    columns,
  }: Pick<ImportForm, 'headerRows'> & { readonly columns: readonly { readonly column: number }[] },
): Region {
  const right = Math.max(0, ...columns.map((one) => one.column));
  const isFilled = (row: number): boolean =>
    (sheet.rows[row] ?? []).some((cell) => cell !== null && formCellText(cell).trim() !== '');
  const below = Array.from(
    { length: Math.max(0, sheet.rows.length - headerRows[1] - 1) },
    (_, at) => headerRows[1] + 1 + at,
  );
  return {
    titleRows: Array.from({ length: headerRows[0] }, (_, row) => row),
    headerRows,
    left: 0,
    right,
    dataRows: below.filter(isFilled),
    groupRows: [],
    totalRows: [],
    noteRows: [],
    sums: new Set(),
    parts: [],
  };
}

export function formCellText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day : 'error' in cell ? cell.error : cell.formula;
}
