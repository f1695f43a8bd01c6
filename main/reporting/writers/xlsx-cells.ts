/** Cells of a workbook's sheet as they are printed: their values, widths, and how high they make a row. */
import type { CellValue } from 'exceljs';
import { compare, round, trim, type Decimal } from '../../domain/exact/decimal.ts';
import { wrappedLinesOf, textUnits } from '../model/figures.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../model/table.ts';
import { cellText } from '../../domain/read/sound-text.ts';

export const MM_PER_CHARACTER = 3.7;
export const LINE_POINTS = 14;
export const TALLEST_ROW = 409;

/** zero-based first and last column */
export type ColumnSpan = readonly [number, number];

export const spanWidth = (table: PrintTable, [from, to]: ColumnSpan): number =>
  table.columns.slice(from, to + 1).reduce((width, column) => width + column.width, 0);

/** The first column of each of `count` texts, by the width of the columns; every text gets at least one. */
export function columnStarts(columns: readonly TableColumn[], count: number): number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const starts = [0];
  let width = 0;
  for (const [index, column] of columns.entries()) {
    const share = (whole * starts.length) / count;
    const left = columns.length - index;
    if (
      index > 0 &&
      starts.length < count &&
      (width >= share - column.width / 2 || left <= count - starts.length)
    )
      starts.push(index);
    width += column.width;
  }
  return starts;
}

/** In a table whose printed parts make its printed totals, a figure that adds up is the one that is printed, so that the live sums are too; the exact one stands in the cell's comment. */
export function cellAsPrinted(cell: TableCell, table: PrintTable, column: TableColumn): TableCell {
  if (cell === null || typeof cell !== 'object' || !('figure' in cell)) return cell;
  if (column.sums !== true) return withoutSign(cell, cell.places ?? column.places);
  if (table.balanced !== true || column.places === undefined) return cell;
  const figure = cell.printed ?? round(cell.figure, column.places);
  return compare(figure, cell.figure) === 0 ? cell : { ...cell, figure };
}

/** What is printed as 0 is written as 0: a spreadsheet shows −0.2 without places as −0. */
const withoutSign = <Figure extends { readonly figure: Decimal }>(
  cell: Figure,
  places: number | undefined,
): Figure =>
  places !== undefined &&
  cell.figure.startsWith('-') &&
  compare(round(cell.figure, places), '0') === 0
    ? { ...cell, figure: '0' }
    : cell;

export const printedNumberText = (cell: TableCell): string =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? trim(cell.figure) : '';

export const printedNumber = (cell: TableCell): number =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? Number(cell.figure) : 0;

/** Words are written as text whatever they begin with: exceljs makes a formula only of a formula object. */
export function plainCell(cell: TableCell): CellValue {
  if (cell === null) return null;
  // a streamed row is written as soon as it is filled
  if (typeof cell === 'string') return cellText(cell);
  return 'note' in cell ? cellText(cell.note) : printedNumber(cell);
}

/** points; a row of one line has `least` */
export function rowHeight(table: PrintTable, row: TableRow, least: number): number {
  if (row.kind === 'group' || row.kind === 'cut') return Math.min(24, least);
  const widthAt = (index: number): number =>
    row.kind === 'wide' && index === 1
      ? spanWidth(table, [1, table.columns.length - 1])
      : (table.columns[index]?.width ?? 20);
  const lines = row.cells.map((cell, index) =>
    typeof cell === 'string' && textUnits(cell) > 3
      ? wrappedLinesOf(cell, widthAt(index) / MM_PER_CHARACTER - 0.5)
      : 1,
  );
  return Math.min(TALLEST_ROW, Math.max(least, Math.max(...lines) * LINE_POINTS + 6));
}

/** 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}
