/**
 * Subtotal and total rows: the exact sums of the data rows that they add, rounded only where they
 * are printed.
 */
import { round, sum, type Decimal } from '../../domain/exact/decimal.ts';
import type { TableCell, TableColumn, TableRow } from './table.ts';

/**
 * A row that adds the data rows `adds`, as they are printed where the table is `balanced`; its
 * label stands in column `at`, columns that do not add, or have no figure at all to add, stay
 * empty: nothing is not 0.
 */
export function sumRow(
  kind: 'subtotal' | 'total',
  label: string,
  at: number,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  adds: readonly number[],
  balanced = false,
): TableRow {
  const cells = columns.map((column, index): TableCell => {
    if (index === at) return label;
    const figures = column.sums === true ? [...figuresOf(rows, adds, index)] : [];
    return figures.length === 0 ? null : sumOf(figures, balanced ? column.places : undefined);
  });
  return { kind, cells, adds };
}

/** The 合计 of all rows of a body, changed as its table needs it; none under an empty body. */
export function wholeRows(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  changed: (total: TableRow) => TableRow = (total) => total,
): readonly TableRow[] {
  if (rows.length === 0) return [];
  const every = rows.map((_, at) => at);
  return [changed(sumRow('total', '合计', 1, columns, rows, every))];
}

type Figure = Extract<TableCell, { readonly figure: Decimal }>;

/** With `places`, what is printed of the parts makes what is printed of the sum. */
function sumOf(parts: readonly Figure[], places: number | undefined): TableCell {
  const figure = sum(parts.map((one) => one.figure));
  if (places === undefined) return { figure };
  return { figure, printed: sum(parts.map((one) => one.printed ?? round(one.figure, places))) };
}

function* figuresOf(
  rows: readonly TableRow[],
  adds: readonly number[],
  column: number,
): Generator<Figure> {
  for (const index of adds) {
    const cell = rows[index]?.cells[column];
    if (cell !== null && typeof cell === 'object' && 'figure' in cell) yield cell;
  }
}

/**
 * Empties what no record of the whole table has a figure for: zeros of groups that have no record
 * at all are no figure of it. `whole`: the whole's own cells, by column.
 */
export const emptiedCells = (row: TableRow, whole: readonly TableCell[]): TableRow => ({
  ...row,
  cells: row.cells.map((cell, at) => (whole[at] === null ? null : cell)),
});
