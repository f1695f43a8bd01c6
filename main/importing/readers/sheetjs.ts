/**
 * The one place that knows @e965/xlsx: turns its cells into ours, dates by their serial numbers so
 * that no time zone shifts them.
 */
import * as XLSX from '@e965/xlsx';
import {
  cellKey,
  type CellValue,
  type SheetMerge,
  type SourceSheet,
  type Workbook,
} from '../sheet/sheet.ts';
import { computeFormulas } from './formula.ts';
import { dateOf } from './dates.ts';

const OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  cellDates: false,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: true,
};
/**
 * Asking for cells without a result, and for what is hidden, doubles the time: small files only.
 */
const WHOLE_UP_TO = 8 * 1024 * 1024;

/** What an OLE2 container holds. */
export function oleKind(bytes: Uint8Array): 'biff' | 'encrypted' | 'other' {
  const container = XLSX.CFB.read(bytes, { type: 'buffer' }) as {
    readonly FullPaths: readonly string[];
  };
  const paths = container.FullPaths.map((path) => path.toLowerCase());
  if (paths.some((path) => path.endsWith('encryptedpackage'))) return 'encrypted';
  return paths.some((path) => /\/(workbook|book)$/.test(path)) ? 'biff' : 'other';
}

export function sheetjsWorkbook(input: Uint8Array | string, from: Source): Workbook {
  const small = input.length <= WHOLE_UP_TO;
  const book = XLSX.read(input, {
    ...OPTIONS,
    // written text is nobody's to reinterpret: 3/5 is no date, 12,00 no 1200, 001203 a code
    raw: from === 'text',
    sheetStubs: from === 'zip' && small,
    cellStyles: from !== 'zip' || small,
    type: typeof input === 'string' ? 'string' : 'buffer',
  });
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    return sheet === undefined
      ? []
      : [sheetOf(name, sheet, (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0, since1904, from)];
  });
  return { sheets, notes: [] };
}

type DenseRow = (XLSX.CellObject | undefined)[] | undefined;

type Source = 'zip' | 'biff' | 'text';

function sheetOf(
  name: string,
  source: XLSX.WorkSheet,
  hidden: boolean,
  since1904: boolean,
  from: Source,
): SourceSheet {
  const data = (source['!data'] ?? []) as DenseRow[];
  const formats = new Map<number, string>();
  const rows: CellValue[][] = [];
  let formulas = false;
  for (let r = 0; r < data.length; r++) {
    const cells = data[r];
    if (cells === undefined || cells.length === 0) continue;
    const row: CellValue[] = [];
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c];
      if (cell === undefined) continue;
      const read = valueOf(cell, since1904);
      const value = from === 'text' ? plainNumber(read) : read;
      if (value === null) continue;
      while (row.length < c) row.push(null);
      row.push(value);
      if (typeof value === 'object' && 'formula' in value) formulas = true;
      if (cell.z !== undefined && cell.z !== 'General') formats.set(cellKey(r, c), String(cell.z));
    }
    if (row.length === 0) continue;
    while (rows.length < r) rows.push([]);
    rows.push(row);
  }
  if (formulas) computeFormulas(rows);
  return {
    name,
    hidden,
    rows,
    formats,
    merges: mergesOf(source, rows.length),
    hiddenRows: indexesOf(source['!rows'], (row) => row.hidden === true),
    hiddenColumns: indexesOf(source['!cols'], (column) => column.hidden === true),
    widths: widthsOf(source['!cols']),
  };
}

/**
 * Of written text only what is the same text again as a number becomes one: 1200, not 01200, 12.50
 * or twenty digits.
 */
const plainNumber = (value: CellValue): CellValue =>
  typeof value === 'string' &&
  /^-?\d{1,15}(?:\.\d+)?$/.test(value) &&
  String(Number(value)) === value
    ? Number(value)
    : value;

function valueOf(cell: XLSX.CellObject, since1904: boolean): CellValue {
  const value = cell.v;
  switch (cell.t) {
    case 'n':
      return typeof value !== 'number' || !Number.isFinite(value)
        ? null
        : isDate(cell.z)
          ? dateOf(value, since1904)
          : value;
    case 's':
      return typeof value === 'string' && value !== '' ? value : null;
    case 'b':
      return value === true;
    case 'e':
      return { error: cell.w ?? ERRORS[Number(value)] ?? '#N/A' };
    case 'z':
      return cell.f === undefined ? null : { formula: cell.f };
    case 'd':
      // only HTML and text sources make these; their text is what was written
      return cell.w ?? null;
    default:
      return null;
  }
}

const ERRORS: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
const DATE_FORMATS = new Map<string, boolean>();

function isDate(format: XLSX.CellObject['z']): boolean {
  if (format === undefined || format === 'General') return false;
  const text = String(format);
  const known = DATE_FORMATS.get(text) ?? XLSX.SSF.is_date(text) === true;
  DATE_FORMATS.set(text, known);
  return known;
}

/** Merges of one cell, and those below the last filled row, say nothing. */
function mergesOf(source: XLSX.WorkSheet, rows: number): readonly SheetMerge[] {
  return (source['!merges'] ?? [])
    .filter((merge) => merge.s.r < rows && (merge.s.r !== merge.e.r || merge.s.c !== merge.e.c))
    .map((merge) => ({
      top: merge.s.r,
      left: merge.s.c,
      bottom: Math.min(merge.e.r, rows - 1),
      right: merge.e.c,
    }));
}

function indexesOf<T>(
  list: readonly (T | undefined)[] | undefined,
  holds: (one: T) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  list?.forEach((one, at) => one !== undefined && holds(one) && found.add(at));
  return found;
}

function widthsOf(
  columns: readonly (XLSX.ColInfo | undefined)[] | undefined,
): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  columns?.forEach(
    (column, at) => column?.wch !== undefined && at < 1000 && widths.set(at, column.wch),
  );
  return widths;
}
