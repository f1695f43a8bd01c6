/**
 * Fitting a table to paper: the font shrinks to 7pt; what is still too wide goes over to further
 * sheets with the first columns repeated.
 */
import { wrappedLinesOf, textUnits } from '../model/figures.ts';
import { roomOf } from '../model/page.ts';
import type { PrintTable, TableSheet } from '../model/table.ts';

/** Column widths are given for this size. */
const BASE = 10;
export const SMALLEST = 7;
const LARGEST = 11;
const MM_PER_POINT = 0.3528;
const LINE_HEIGHT = 1.3;
/** The share of a page's height that one row may take; the rest is title, header and foot. */
const TALLEST_ROW = 0.55;

export interface Fit {
  /** pt of the body; never below 7 */
  readonly font: number;
  /** the columns of each sheet, as indices */
  readonly sheets: readonly (readonly number[])[];
}

export function fitToPage(table: PrintTable): Fit {
  const { width: room } = roomOf(table.page);
  const widths = table.columns.map((column) => column.width);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const largest = table.page.size ?? LARGEST;
  const font = Math.min(largest, Math.max(SMALLEST, Math.floor((room / all) * BASE * 10) / 10));
  const capacity = (room * BASE) / SMALLEST;
  if (table.sheets !== undefined && table.sheets.length > 0)
    return bySheets(table, table.sheets, room);
  if (all <= capacity) return { font, sheets: [widths.map((_, index) => index)] };
  return { font: SMALLEST, sheets: cut(table, capacity) };
}

/** As the table says; the font is that of the widest sheet. */
function bySheets(table: PrintTable, chosen: readonly TableSheet[], room: number): Fit {
  const repeated = table.columns.slice(0, table.repeat).map((_, index) => index);
  const sheets = chosen.map((sheet) => [...repeated, ...sheet.columns]);
  const widest = Math.max(
    ...sheets.map((sheet) =>
      sheet.reduce((sum, index) => sum + (table.columns[index]?.width ?? 0), 0),
    ),
  );
  return {
    font: Math.min(
      table.page.size ?? LARGEST,
      Math.max(SMALLEST, Math.floor((room / widest) * BASE * 10) / 10),
    ),
    sheets,
  };
}

/** Sheets break between groups of heads; inside one only where it alone is wider than a page. */
function cut({ columns, repeat }: PrintTable, capacity: number): number[][] {
  const kept = columns.slice(0, repeat).map((_, index) => index);
  const widthOf = (indices: readonly number[]): number =>
    indices.reduce((sum, index) => sum + (columns[index]?.width ?? 0), 0);
  const free = capacity - widthOf(kept);
  const groups: number[][] = [];
  columns.forEach((column, index) => {
    if (index < repeat) return;
    const last = groups.at(-1);
    const before = columns[index - 1];
    const joined =
      index > repeat &&
      column.path.length > 1 &&
      before !== undefined &&
      before.path.length > 1 &&
      before.path[0] === column.path[0];
    if (joined && last !== undefined && widthOf([...last, index]) <= free) last.push(index);
    else groups.push([index]);
  });
  const sheets: number[][] = [];
  for (const group of groups) {
    const last = sheets.at(-1);
    if (last !== undefined && widthOf([...last, ...group]) <= free) last.push(...group);
    else sheets.push([...group]);
  }
  return sheets.map((sheet) => [...kept, ...sheet]);
}

/**
 * The text as far as one row of a page holds it in a column of `width` mm (at 10pt); `cut` tells
 * that some is left out.
 */
export function heldText(
  text: string,
  width: number,
  font: number,
  table: PrintTable,
): { text: string; cut: boolean } {
  const perLine = width / (BASE * MM_PER_POINT) - 1;
  const lines = Math.floor(
    (roomOf(table.page).height * TALLEST_ROW) / (font * MM_PER_POINT * LINE_HEIGHT),
  );
  if (wrappedLinesOf(text, perLine) <= lines) return { text, cut: false };
  // line breaks cost whole lines: without them the text may still fit
  const flowing = text.replaceAll('\n', ' ');
  const room = Math.floor(perLine) * (lines - 1);
  if (textUnits(flowing) <= room) return { text: flowing, cut: false };
  return { text: `${[...flowing].slice(0, room).join('')}……`, cut: true };
}
