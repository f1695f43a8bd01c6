/**
 * Subtotals of each page with carry-over (本页小计、累计、承前页): where pages end is told before
 * they are printed, from the heights that rows take.
 */
import { printedCellText, wrappedLinesOf, textUnits } from '../model/figures.ts';
import { headerRows } from '../model/header.ts';
import { noteTexts } from '../model/notes.ts';
import { roomOf } from '../model/page.ts';
import type { PrintTable, TableRow } from '../model/table.ts';
import { sumRow } from '../model/totals.ts';
import { fitToPage } from './fit.ts';
import { titlePoints } from './html-style.ts';

const MM_PER_POINT = 0.3528;
/**
 * mm: a cell's padding and line at both sides, above and below; of a head; and what browsers round
 * away on a page
 */
const [SIDES, ENDS, HEAD_ENDS, SLACK] = [2.4, 1.3, 2.3, 2];

export interface PaperPages {
  /** with the rows of sums put in, whose `adds` name rows of this list */
  readonly rows: readonly TableRow[];
  /** the rows after which a page ends; none where all stand on one */
  readonly breaks: readonly number[];
}

/**
 * The table's rows as they are, with the ends of pages that it tells, where it asks for no
 * subtotals of pages, or one page holds them.
 */
export function pagesOf(table: PrintTable): PaperPages {
  const whole = { rows: table.rows, breaks: table.ends ?? [] };
  if (table.pageSums !== true || table.rows.length === 0) return whole;
  const pages = paginate(table);
  return pages.length < 2 ? whole : withSums(table, pages);
}

/** Whether one page holds the table, as far as can be told before it is printed. */
export function fitsPage(table: PrintTable): boolean {
  const { room, head, foot, row } = rulerOf(table);
  return head + foot + table.rows.reduce((sum, one) => sum + row(one), 0) <= room;
}

/** room for what is told too high or too low */
const SURELY = 1.5;

/**
 * What surely fills the table's first page, laid out as in the whole: the first of its parts, and
 * of its rows no more than a page may hold.
 */
export function firstPageOf(table: PrintTable): PrintTable {
  const first = table.parts?.[0];
  if (first !== undefined) return firstPageOf(first);
  const { rows, breaks } = pagesOf(table);
  const { pageSums: _pageSums, ends: _ends, charts: _charts, ...plain } = table;
  const { room, row } = rulerOf(table);
  let used = 0;
  const over = rows.findIndex((one, at) => {
    used += row(one);
    return used > room * SURELY || at > (breaks[0] ?? rows.length);
  });
  return { ...plain, rows: over < 0 ? rows : rows.slice(0, over) };
}

/**
 * The rows after which each page ends, as far as can be told before it is printed; for documents
 * whose pages are numbered one by one.
 */
export function breaksOf(table: PrintTable): readonly number[] {
  if (table.rows.length === 0 || fitsPage(table)) return [];
  const pages = paginate(table, 0);
  return pages.slice(0, -1).map((page) => page.at(-1) ?? 0);
}

/** mm of a row of one line: with air, unless all would stand on one page without it. */
export function leastRow(table: PrintTable): number {
  const { font } = fitToPage(table);
  const point = font * MM_PER_POINT;
  const [airy, tight] = [font * 0.72 + 0.3, point * 1.3 + ENDS];
  const heightWith = (least: number): number => {
    const { head, foot, row } = rulerOf(table, least);
    return head + foot + table.rows.reduce((sum, one) => sum + row(one), 0);
  };
  const { room } = rulerOf(table, airy);
  if (table.rows.length === 0 || heightWith(airy) <= room || heightWith(tight) > room) return airy;
  return tight;
}

/** Rows that stay together: heads of groups with their first record, sums with the last. */
type Block = readonly number[];

export function blocksOf(rows: readonly TableRow[]): readonly Block[] {
  const blocks: number[][] = [];
  rows.forEach((row, at) => {
    const last = blocks.at(-1);
    const closed = last !== undefined && last.some((one) => rows[one]?.kind === 'data');
    const joins =
      row.kind === 'subtotal' || row.kind === 'total' || row.kind === 'of-which' || !closed;
    if (last !== undefined && joins) last.push(at);
    else blocks.push([at]);
  });
  return blocks;
}

/** `sums`: whether 本页小计, 累计 and 承前页 take lines of every page. */
function paginate(table: PrintTable, sums: 0 | 1 = 1): readonly (readonly number[])[] {
  const measure = rulerOf(table);
  const line = measure.line;
  const room = measure.room - measure.head;
  const pages: number[][] = [[]];
  let used = 0;
  for (const block of blocksOf(table.rows)) {
    const height = block.reduce((sum, at) => sum + measure.row(table.rows[at]), 0);
    // 本页小计 and 累计 at the foot, 承前页 above all pages but the first
    const free = room - sums * (2 * line + (pages.length > 1 ? line : 0));
    if (used + height > free && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...block);
    used += height;
  }
  // notes and signatures stand under the last rows: where they would not, the last records go over
  // with them
  const last = pages.at(-1) ?? [];
  const blocks = blocksOf(last.map((at) => table.rows[at] as TableRow)).map((block) =>
    block.map((at) => last[at] ?? 0),
  );
  const tail = blocks.at(-1) ?? [];
  if (used + measure.foot + sums * 2 * line > room && blocks.length > 1) {
    pages.splice(-1, 1, blocks.slice(0, -1).flat(), [...tail]);
  }
  return pages;
}

interface Ruler {
  /**
   * mm: a page's height inside its margins, title and heads, notes and signatures, a row of one
   * line
   */
  readonly room: number;
  readonly head: number;
  readonly foot: number;
  readonly line: number;
  row(row: TableRow | undefined): number;
}

function rulerOf(table: PrintTable, least = leastRow(table)): Ruler {
  const fit = fitToPage(table);
  const { width, height } = roomOf(table.page);
  const point = fit.font * MM_PER_POINT;
  const sheets = fit.sheets.map((columns) => ({
    columns,
    times: width / columns.reduce((sum, index) => sum + (table.columns[index]?.width ?? 0), 0),
  }));
  const perLine = (mm: number): number => Math.max(1, Math.floor(((mm - SIDES) / point) * 2) / 2);
  const lines = (text: string, mm: number): number => {
    const count = wrappedLinesOf(text, perLine(mm));
    // punctuation that may not begin a line pushes a sign over now and then
    return count + Math.floor(count / 8);
  };
  const rowHeight = (row: TableRow | undefined): number => {
    if (row === undefined || row.kind === 'group' || row.kind === 'cut') return least;
    if (row.kind === 'wide')
      return Math.max(
        least,
        lines(
          printedCellText(row.cells[1] ?? null, {}),
          width - (table.columns[0]?.width ?? 0) * (sheets[0]?.times ?? 1),
        ) *
          point *
          1.3 +
          ENDS,
      );
    const tallest = sheets.map(({ columns, times }) =>
      Math.max(
        1,
        ...columns.map((index) => {
          const text = printedCellText(row.cells[index] ?? null, table.columns[index] ?? {});
          return text === '' || table.columns[index]?.align === 'right'
            ? 1
            : lines(text, (table.columns[index]?.width ?? 0) * times);
        }),
      ),
    );
    return Math.max(least, Math.max(...tallest) * point * 1.3 + ENDS);
  };
  const heads = sheets.map(({ columns, times }) =>
    headHeight(table, columns, (text, mm) => lines(text, mm * times) * point * 1.2 + HEAD_ENDS),
  );
  const words = 10.5 * MM_PER_POINT;
  const wordLines = (text: string): number => Math.ceil((textUnits(text) * words) / (width - 2));
  const filters =
    table.filters.length === 0 ? 0 : wordLines(`筛选：${table.filters.join('；')}`) * words * 1.3;
  const front = titlePoints(table) * MM_PER_POINT * 1.25 + 2 + words * 1.3 + filters + 1.5;
  const notes = noteTexts(table.notes).reduce((sum, note) => sum + wordLines(note), 0);
  return {
    room: height - SLACK,
    head: front + Math.max(...heads),
    foot: 2 + notes * words * 1.4 + 7 + words * 1.4,
    line: least,
    row: rowHeight,
  };
}

/** Each row of heads is as high as its highest; heads over several rows may need more. */
function headHeight(
  table: PrintTable,
  indices: readonly number[],
  heightOf: (text: string, mm: number) => number,
): number {
  if (table.form === true) return 0;
  const columns = indices.flatMap((index) => table.columns[index] ?? []);
  const cells = headerRows(columns)
    .flat()
    .map((cell) => ({
      ...cell,
      needs: heightOf(
        cell.text,
        columns
          .slice(cell.column, cell.column + cell.columns)
          .reduce((sum, column) => sum + column.width, 0),
      ),
    }));
  const depth = Math.max(...cells.map((cell) => cell.row + cell.rows));
  const heights = Array.from({ length: depth }, (_, row) =>
    Math.max(
      0,
      ...cells.filter((cell) => cell.row === row && cell.rows === 1).map((cell) => cell.needs),
    ),
  );
  const whole = heights.reduce((sum, height) => sum + height, 0);
  const over = cells
    .filter((cell) => cell.rows > 1)
    .map(
      (cell) =>
        cell.needs -
        heights.slice(cell.row, cell.row + cell.rows).reduce((sum, height) => sum + height, 0),
    );
  return whole + Math.max(0, ...over);
}

function withSums(table: PrintTable, pages: readonly (readonly number[])[]): PaperPages {
  const rows: TableRow[] = [];
  const breaks: number[] = [];
  const places = new Map<number, number>();
  const counted = new Set(
    table.rows.findLast((row) => row.kind === 'total')?.adds ??
      table.rows.flatMap((row, at) => (row.kind === 'data' ? [at] : [])),
  );
  const before: number[] = [];
  const put = (label: string, adds: readonly number[]): void =>
    void rows.push(
      sumRow('subtotal', label, 1, table.columns, rows, adds, table.balanced === true),
    );
  pages.forEach((page, number) => {
    if (number > 0) put('承前页', [...before]);
    const own: number[] = [];
    let summed = false;
    for (const at of page) {
      const row = table.rows[at] as TableRow;
      if (row.kind === 'total' && !summed) {
        put('本页小计', own);
        summed = true;
      }
      places.set(at, rows.length);
      if (counted.has(at)) own.push(rows.length);
      rows.push(
        row.adds === undefined
          ? row
          : { ...row, adds: row.adds.flatMap((one) => places.get(one) ?? []) },
      );
    }
    if (!summed) put('本页小计', own);
    before.push(...own);
    if (number === pages.length - 1) return;
    put('累计', [...before]);
    breaks.push(rows.length - 1);
  });
  return { rows, breaks };
}
