/**
 * Cells of a workbook's sheet as they are printed: their values, widths, and how high they make a
 * row.
 */
import type { Style } from 'exceljs';
import { compare, round, trim, type Decimal } from '../../domain/exact/decimal.ts';
import { wrappedLinesOf, textUnits } from '../model/figures.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../model/table.ts';
import { cellText } from '../../domain/read/sound-text.ts';
import { sumFormula } from './formula.ts';
import type { CellStyle } from './xlsx-styles.ts';

export const MM_PER_CHARACTER = 3.7;
export const LINE_POINTS = 14;
export const TALLEST_ROW = 409;

/** zero-based first and last column */
export type ColumnSpan = readonly [number, number];

export const spanWidth = (table: PrintTable, [from, to]: ColumnSpan): number =>
  table.columns.slice(from, to + 1).reduce((width, column) => width + column.width, 0);

/**
 * The first column of each of `count` texts, by the width of the columns; every text gets at least
 * one.
 */
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

/**
 * In a table whose printed parts make its printed totals, a figure that adds up is the one that is
 * printed, so that the live sums are too; the exact one stands in the cell's comment.
 */
function cellAsPrinted(cell: TableCell, table: PrintTable, column: TableColumn): TableCell {
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

const printedNumberText = (cell: TableCell): string =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? trim(cell.figure) : '';

const printedNumber = (cell: TableCell): number =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? Number(cell.figure) : 0;

/** Words are written as text whatever they begin with: a formula is only what is told to be one. */
function plainValue(cell: TableCell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return cellText(cell);
  return 'note' in cell ? cellText(cell.note) : printedNumber(cell);
}

/** What a cell is, whoever writes it. */
export interface BookCell {
  readonly style: Partial<Style>;
  /** of a formula its result */
  readonly value: string | number | null;
  readonly formula: string | null;
  /** the exact figure, where another one is printed */
  readonly exact: string | null;
}

export function styleOfCell(row: TableRow, index: number, styleOf: CellStyle): Partial<Style> {
  const content = row.cells[index] ?? null;
  if (content === null) return styleOf(row.kind, index, false);
  if (typeof content === 'string') return styleOf(row.kind, index, /^[=+\-−@]/.test(content));
  return 'figure' in content
    ? styleOf(row.kind, index, false, content.mark, content.places)
    : styleOf(row.kind, index, false);
}

/** `first`: the sheet's row that the table's first one is. */
export function bookCell(
  table: PrintTable,
  row: TableRow,
  index: number,
  first: number,
  styleOf: CellStyle,
): BookCell {
  const content = row.cells[index] ?? null;
  const column = table.columns[index];
  const style = styleOfCell(row, index, styleOf);
  if (content === null || column === undefined)
    return { style, value: null, formula: null, exact: null };
  const printed = cellAsPrinted(content, table, column);
  if (row.adds === undefined) {
    const exact = printed === content ? null : printedNumberText(content);
    return { style, value: plainValue(printed), formula: null, exact };
  }
  const formula =
    column.sums === true
      ? sumFormula(
          columnLetter(index),
          row.adds.map((data) => first + data),
        )
      : null;
  const value = formula === null ? plainValue(printed) : printedNumber(printed);
  return { style, value, formula, exact: null };
}

/** The column from which a row is one cell to its end; null where none is. */
export function mergedFrom({ kind }: TableRow, columns: number): number | null {
  if ((kind === 'group' || kind === 'cut') && columns > 1) return 0;
  return kind === 'wide' && columns > 2 ? 1 : null;
}

/** points that the row's words take in its columns */
export function wordsHeight(table: PrintTable, row: TableRow): number {
  const widthAt = (index: number): number =>
    row.kind === 'wide' && index === 1
      ? spanWidth(table, [1, table.columns.length - 1])
      : (table.columns[index]?.width ?? 20);
  let most = 1;
  row.cells.forEach((cell, index) => {
    if (typeof cell === 'string' && textUnits(cell) > 3)
      most = Math.max(most, wrappedLinesOf(cell, widthAt(index) / MM_PER_CHARACTER - 0.5));
  });
  return most * LINE_POINTS + 6;
}

/** points; a row of one line has `least` */
export function rowHeight({ kind }: TableRow, words: number, least: number): number {
  if (kind === 'group' || kind === 'cut') return Math.min(24, least);
  return Math.min(TALLEST_ROW, Math.max(least, words));
}

/** 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}
