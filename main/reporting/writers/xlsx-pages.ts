/**
 * The pages of a printed workbook: where it is broken, so that no head is torn and no signature
 * stands alone, and the scale that goes with it.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mostUnits, printedCellText, textUnits, wrappedLinesOf } from '../model/figures.ts';
import { noteTexts } from '../model/notes.ts';
import { headerDepth } from '../model/header.ts';
import { roomOf } from '../model/page.ts';
import type { PrintTable, TableColumn } from '../model/table.ts';
import { fitToPage, SMALLEST } from './fit.ts';
import { blocksOf, fitsPage } from './pages.ts';
import {
  LINE_POINTS,
  MM_PER_CHARACTER,
  rowHeight,
  spanWidth,
  wordsHeight,
  type ColumnSpan,
} from './xlsx-cells.ts';

/** px of a mm of a column on paper */
const COLUMN_PX_PER_MM = 3.71;
/**
 * px of a digit of the font that widths are counted in: of exceljs's own, and of one that every
 * system has or has the like of
 */
const [CALIBRI, ARIAL] = [7, 8];
/** points of a row of one line: with air, and where the whole table then stands on one page */
const [AIRY, TIGHT] = [26, 20];
/** px and points of a mm */
const [PX_PER_MM, POINTS_PER_MM] = [96 / 25.4, 72 / 25.4];
/** by how much fonts that stand in for Calibri widen columns */
const WIDER = Array.from({ length: 13 }, (_, at) => 1 + at * 0.05);
/** of a page's height and width: what printers round away is left free */
const PRINTED = 0.97;

/** pt of the body, and how far what is one page in print is made smaller to be one here too */
const [SIZE, SQUEEZED] = [10.5, 0.85];

/** A table whose pages are told: each ends after its break, its rows lowered so that they hold. */
export type LaidBook = PrintTable & {
  readonly breaks: readonly number[];
  readonly lowered: number;
  readonly least: number;
  /** points that each row's words take */
  readonly words: readonly number[];
  /** px of each column */
  readonly px: readonly number[];
  /** in per cent; null where the program that prints fits the width itself */
  readonly scale: number | null;
  /** how many columns stand before each break */
  readonly columnBreaks: readonly number[];
};

/** In characters. Where the scale is told, widths have to be the same on every system. */
export const bookWidth = (at: number, { scale, px }: LaidBook): number =>
  (px[at] ?? 0) / (scale === null ? CALIBRI : ARIAL);

/** px of a bold digit at the body's size, and of what stands beside a figure */
const [FIGURE_PX, BESIDE_PX] = [7.6, 8];
function columnPx(table: PrintTable, column: TableColumn, at: number): number {
  let longest = 0;
  for (const row of table.rows) {
    const cell = row.cells[at] ?? null;
    if (cell === null || typeof cell !== 'object' || !('figure' in cell)) continue;
    if (mostUnits(cell, column) * 2 > longest)
      longest = Math.max(longest, textUnits(printedCellText(cell, column)) * 2);
  }
  return Math.ceil(
    Math.max(
      4 * ARIAL,
      column.width * COLUMN_PX_PER_MM,
      longest === 0 ? 0 : longest * FIGURE_PX + BESIDE_PX,
    ),
  );
}

/** A form has no heads. */
export const headDepthOf = (table: PrintTable): number =>
  table.form === true ? 0 : headerDepth(table.columns);

/** Rows above the body: title, subtitle, filters where there are any, and the header. */
export const rowsAbove = (table: PrintTable): number =>
  2 + (table.filters.length > 0 ? 1 : 0) + headDepthOf(table);

/** The lowest head row holds its longest head without cutting it. */
export function lowestHead(table: PrintTable): number {
  return Math.max(
    24,
    ...table.columns.map(
      (column) =>
        wrappedLinesOf(column.path.at(-1) ?? '', column.width / MM_PER_CHARACTER) * LINE_POINTS + 4,
    ),
  );
}

/**
 * The columns over which words stand: all, or where the table goes over several pages each page's
 * own, beside the repeated ones.
 */
export function tableSpans(table: PrintTable): readonly ColumnSpan[] {
  const { sheets } = fitToPage(table);
  if (sheets.length < 2) return [[0, table.columns.length - 1]];
  return sheets.map((columns): ColumnSpan => {
    const own = columns.filter((at) => at >= table.repeat);
    return [Math.min(...own), Math.max(...own)];
  });
}

export function laidBook(table: PrintTable, breaks: readonly number[]): LaidBook {
  const { sheets } = fitToPage(table);
  const px = table.columns.map((column, at) => columnPx(table, column, at));
  const pxOf = (columns: readonly number[]): number =>
    columns.reduce((sum, at) => sum + (px[at] ?? 0), 0);
  const { width, height } = roomOf(table.page);
  const share = Math.min(1, (width * PX_PER_MM) / Math.max(...sheets.map(pxOf)));
  const roomAt = (wider: number): number =>
    (height * POINTS_PER_MM * PRINTED * wider) / share - headPoints(table);
  const room = roomAt(1);
  const foot = footPoints(table);
  const columnBreaks = sheets.slice(0, -1).map((columns) => Math.max(...columns) + 1);
  const scale = Math.max(10, Math.floor(share * PRINTED * 100));
  const words = table.rows.map((row) => wordsHeight(table, row));
  const heightAt: HeightAt = (at, least) => {
    const row = table.rows[at];
    return row === undefined ? 0 : rowHeight(row, words[at] ?? 0, least);
  };
  const plain = { ...table, breaks, lowered: 1, least: AIRY, columnBreaks, px, words };
  const broken = { ...plain, scale };
  if (breaks.length > 0)
    return {
      ...broken,
      lowered: loweredBy(breaks, heightAt, [room, room - foot], table.rows.length),
    };
  const fitted = columnBreaks.length === 0 ? { ...plain, scale: null } : broken;
  const heightWith = (least: number): number =>
    table.rows.reduce((sum, _, at) => sum + heightAt(at, least), 0);
  if (heightWith(AIRY) + foot <= room) return fitted;
  if (heightWith(TIGHT) + foot <= room) return { ...fitted, least: TIGHT };
  const isOnePage = columnBreaks.length === 0 && fitsPage(table);
  const isReadable = SIZE * share * SQUEEZED >= SMALLEST;
  if (isOnePage && isReadable && (heightWith(TIGHT) + foot) * SQUEEZED <= room)
    return { ...fitted, least: TIGHT, page: { ...table.page, single: true } };
  // a program that fits the width itself has columns as wide as its own font makes them
  const blocks = blocksOf(table.rows).map((block) => ({
    from: block[0] ?? 0,
    height: block.reduce((sum, at) => sum + heightAt(at, AIRY), 0),
  }));
  const last = WIDER.map((wider) => tornFrom(blocks, roomAt(wider), foot)).find(
    (one) => one !== null,
  );
  return last === undefined ? fitted : { ...broken, breaks: [last] };
}

/** points of a line of words over so many mm */
export const noteHeight = (text: string, mm: number): number =>
  LINE_POINTS * wrappedLinesOf(text, mm / MM_PER_CHARACTER) + 8;

/**
 * Notes under each sheet's columns, those under all, and the signatures with the empty line above
 * them.
 */
function footPoints(table: PrintTable): number {
  const spans = tableSpans(table);
  const widest = (texts: readonly string[]): number =>
    Math.max(
      0,
      ...texts.map((text, at) => noteHeight(text, spanWidth(table, spans[at] ?? [0, 0]))),
    );
  const under = spans.map((_, at) => table.sheets?.[at]?.notes ?? []);
  const lines = Math.max(0, ...under.map((notes) => notes.length));
  const own = Array.from({ length: lines }, (_, line) =>
    widest(under.map((notes) => notes[line] ?? '')),
  );
  return [...own, ...noteTexts(table.notes).map((text) => widest([text]))].reduce(
    (sum, height) => sum + height,
    56,
  );
}

function headPoints(table: PrintTable): number {
  const depth = headDepthOf(table);
  return (
    56 +
    (table.filters.length > 0 ? 20 : 0) +
    (depth > 1 ? (depth - 1) * 24 + lowestHead(table) : 34)
  );
}

/** points of the row at a place, where one of one line has `least` */
type HeightAt = (at: number, least: number) => number;
interface HighBlock {
  readonly from: number;
  readonly height: number;
}

/**
 * The row after which the last page has to begin so that notes and signatures have a record above
 * them; null where they have one.
 */
function tornFrom(blocks: readonly HighBlock[], room: number, foot: number): number | null {
  let used = 0;
  for (const { height } of blocks) used = used + height > room ? height : used + height;
  const first = blocks.at(-1)?.from ?? 0;
  return used + foot > room * PRINTED && first > 0 ? first - 1 : null;
}

/**
 * By how much rows are lowered so that every page that is told holds its rows at the scale that
 * fits the columns to the paper.
 */
function loweredBy(
  breaks: readonly number[],
  heightAt: HeightAt,
  [room, lastRoom]: readonly [number, number],
  count: number,
): number {
  const ends = [...breaks, count - 1];
  const shares = ends.map((end, page) => {
    let rows = 0;
    for (let at = (ends[page - 1] ?? -1) + 1; at <= end; at += 1) rows += heightAt(at, AIRY);
    return (page === ends.length - 1 ? lastRoom : room) / rows;
  });
  return Math.min(1, ...shares);
}

/** points */
export function bookRowHeight({ rows, words, least, lowered }: LaidBook, at: number): number {
  const row = rows[at];
  if (row === undefined) return least;
  return Math.floor(rowHeight(row, words[at] ?? 0, least) * lowered * 10) / 10;
}

/**
 * In the parts of a workbook: exceljs writes breaks of rows only, and a default font that decides
 * widths and is not on every system.
 */
export function tellPages(
  parts: Record<string, Uint8Array>,
  { columnBreaks, scale }: LaidBook,
): void {
  if (scale === null) return;
  const change = (name: string, work: (xml: string) => string): void => {
    parts[name] = strToU8(work(strFromU8(parts[name] ?? new Uint8Array())));
  };
  change('xl/styles.xml', (xml) =>
    xml
      .replace('<scheme val="minor"/>', '')
      .replace('<name val="Calibri"/>', '<name val="Arial"/>'),
  );
  if (columnBreaks.length > 0)
    change('xl/worksheets/sheet1.xml', (xml) => {
      const breaks = `<colBreaks count="${columnBreaks.length}" manualBreakCount="${columnBreaks.length}">${columnBreaks.map((at) => `<brk id="${at}" max="1048575" man="1"/>`).join('')}</colBreaks>`;
      // behind the breaks of rows, before drawings and what else may follow
      const place = xml.search(
        /<(?:customProperties|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/u,
      );
      return xml.slice(0, place) + breaks + xml.slice(place);
    });
}

export function withToldPages(book: Uint8Array, table: LaidBook): Uint8Array {
  if (table.scale === null) return book;
  const parts = unzipSync(book);
  tellPages(parts, table);
  return zipSync(parts, { level: 6 });
}
