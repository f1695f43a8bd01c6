/**
 * Tables beside each other, parted by an empty column, each with a title or a header of its own:
 * the sheet seen as the columns of one of them.
 */
import { firstHeader } from './header-search.ts';
import type { CellValue, SourceSheet } from './sheet.ts';

interface ColumnBlock {
  /** the sheet with nothing but these columns filled */
  readonly sheet: SourceSheet;
  readonly left: number;
  readonly right: number;
  /** whether its titles are its own; else those of the whole sheet are */
  readonly isTitled: boolean;
}

/** A longer sheet is one table, and never looked through for gaps. */
const MOST_ROWS = 400;
/** A merge over a gap further down joins what stands beside it. */
const TITLE_ROWS = 3;
const SHORTEST_TITLE = 6;

/** Null where the sheet is not made of such tables. */
export function columnBlocks(sheet: SourceSheet): readonly ColumnBlock[] | null {
  if (sheet.rows.length > MOST_ROWS) return null;
  const spans = spansOf(sheet);
  if (spans.length < 2) return null;
  const blocks = spans.map(([left, right]) => ({ left, right, sheet: view(sheet, left, right) }));
  const headers = blocks.map((block) => firstHeader(block.sheet, []));
  const found = blocks.map((block, at): (ColumnBlock & { top: number }) | null => {
    const header = headers[at] ?? null;
    if (header === null || !hasNames(block.sheet, block.left, header.bottom)) return null;
    return { ...block, top: header.top, isTitled: hasTitle(block.sheet, header.top) };
  });
  const tables = found.filter((block) => block !== null);
  if (tables.length < blocks.length) return null;
  const [first, ...others] = tables;
  return others.every((block) => block.isTitled || block.top !== first?.top) ? tables : null;
}

const isFilled = (cell: CellValue | undefined): boolean =>
  cell !== null && cell !== undefined && cell !== '';

/** From one wholly empty column to the next; of two columns at least. */
function spansOf(sheet: SourceSheet): readonly (readonly [number, number])[] {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const used = Array.from({ length: width }, (_, c) => sheet.rows.some((row) => isFilled(row[c])));
  for (const merge of sheet.merges)
    if (merge.top >= TITLE_ROWS || isFilled(sheet.rows[merge.top]?.[merge.right + 1]))
      for (let c = merge.left; c <= Math.min(merge.right, width - 1); c++) used[c] = true;
  const spans: [number, number][] = [];
  used.forEach((isUsed, c) => {
    const last = spans.at(-1);
    if (!isUsed) return;
    if (last !== undefined && last[1] === c - 1) last[1] = c;
    else spans.push([c, c]);
  });
  return spans.every(([left, right]) => right > left) ? spans : [];
}

const view = (sheet: SourceSheet, left: number, right: number): SourceSheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => row.map((cell, c) => (c >= left && c <= right ? cell : null))),
  merges: sheet.merges.filter((merge) => merge.left >= left && merge.right <= right),
});

/** Whether words name its rows, as the first column of a table does. */
function hasNames(sheet: SourceSheet, left: number, bottom: number): boolean {
  const names = sheet.rows
    .slice(bottom + 1)
    .map((row) => row[left])
    .filter(isFilled);
  const words = names.filter((cell) => typeof cell === 'string' && !/^\d/.test(cell)).length;
  return names.length >= 2 && words * 2 > names.length;
}

/** One cell alone in a row over the header. */
const hasTitle = (sheet: SourceSheet, top: number): boolean =>
  sheet.rows.slice(0, top).some((row) => {
    const cells = row.filter(isFilled);
    const [only] = cells;
    return cells.length === 1 && typeof only === 'string' && only.length >= SHORTEST_TITLE;
  });
