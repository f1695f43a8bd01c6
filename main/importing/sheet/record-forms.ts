/** A sheet that is one record's form, names left of their values, or a table lying on its side: laid out as a table with its heads above. */
import { kindOfCell } from './cell-kinds.ts';
import { IMPORTABLE, isHeaderWord, namesOfFields } from './dictionary.ts';
import { cellKey, type CellValue, type SourceSheet, type Workbook } from './sheet.ts';
import { bareWord } from './words.ts';

const MOST_ROWS = 60;
const FEWEST_LABELS = 4;

/** The workbook with every such sheet laid out, and a note on each. */
export function withFormsLaidOut(workbook: Workbook): Workbook {
  const laid = workbook.sheets.map((sheet) => (sheet.hidden ? null : laidOut(sheet)));
  if (laid.every((sheet) => sheet === null)) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, at) => laid[at] ?? sheet),
    notes: [
      ...workbook.notes,
      ...laid.flatMap((sheet) =>
        sheet === null ? [] : [`工作表“${sheet.name}”左边是名称、右边是值，已排成上表头的表。`],
      ),
    ],
  };
}

interface Place {
  readonly row: number;
  readonly column: number;
}
/** A name with the places of its values, one for each record. */
interface Entry extends Place {
  readonly values: readonly Place[];
}

function laidOut(sheet: SourceSheet): SourceSheet | null {
  if (sheet.rows.length > MOST_ROWS) return null;
  const first = sheet.rows.findIndex((row) => filledIn(row).length >= 2);
  if (first < 0) return null;
  const entries = entriesOf(sheet, first);
  if (entries === null) return null;
  const records = Math.max(...entries.map((entry) => entry.values.length));
  const at = ({ row, column }: Place): CellValue => sheet.rows[row]?.[column] ?? null;
  const formats = new Map<number, string>();
  const lines = Array.from({ length: records }, (_, place) =>
    entries.map((entry, column) => {
      const value = entry.values[place];
      const format =
        value === undefined ? undefined : sheet.formats.get(cellKey(value.row, value.column));
      if (format !== undefined) formats.set(cellKey(first + 1 + place, column), format);
      return value === undefined ? null : at(value);
    }),
  );
  return {
    ...sheet,
    rows: [...sheet.rows.slice(0, first), entries.map(at), ...lines],
    merges: sheet.merges.filter((merge) => merge.bottom < first),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    formats,
    widths: new Map(),
  };
}

const filledIn = (row: readonly CellValue[]): readonly number[] =>
  row.flatMap((cell, c) => (cell === null || cell === '' ? [] : [c]));

/** Null where the rows are anything else: each begins with a name, names and values take turns, or one name stands before the values of all records. */
function entriesOf(sheet: SourceSheet, first: number): readonly Entry[] | null {
  const isName = (row: number, column: number): boolean => {
    const cell = sheet.rows[row]?.[column];
    return typeof cell === 'string' && isHeaderWord(cell);
  };
  const columns = [...new Set(sheet.rows.slice(first).flatMap(filledIn))].sort((a, b) => a - b);
  const rows = sheet.rows.flatMap((row, r) => (r >= first && filledIn(row).length > 0 ? [r] : []));
  const names = columns.filter((column) => {
    const filled = rows.filter((row) => (sheet.rows[row]?.[column] ?? null) !== null);
    return filled.filter((row) => isName(row, column)).length * 3 >= filled.length * 2;
  });
  const turns =
    names.length * 2 === columns.length && names.every((column, at) => column === columns[at * 2]);
  const aside = names.length === 1 && names[0] === columns[0] && columns.length > 1;
  if (!turns && !aside) return null;
  const entries = rows.flatMap((row) =>
    names.flatMap((column, at): readonly Entry[] => {
      if ((sheet.rows[row]?.[column] ?? null) === null) return [];
      const end = names[at + 1] ?? Infinity;
      const values = columns.filter((c) => c > column && c < end).map((c) => ({ row, column: c }));
      return [{ row, column, values }];
    }),
  );
  const words = entries.map(({ row, column }) => bareWord(String(sheet.rows[row]?.[column] ?? '')));
  return entries.length >= FEWEST_LABELS &&
    new Set(words).size === words.length &&
    words.some((word) => isRecordName(word)) &&
    // a list of names with what they mean has no figures
    entries.some(({ values }) =>
      values.some(({ row, column }) => kindOfCell(sheet.rows[row]?.[column]) === 'figure'),
    ) &&
    entries.filter(({ row, column }) => isName(row, column)).length * 3 >= entries.length * 2
    ? entries
    : null;
}

const isRecordName = (word: string): boolean =>
  IMPORTABLE.some((ledger) =>
    namesOfFields(ledger).some(
      (name) => name.field.code === ledger.nameField && name.word === word,
    ),
  );
