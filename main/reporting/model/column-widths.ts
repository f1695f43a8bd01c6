/**
 * How wide columns must be: figures never wrap, words share what is left so that rows are low; and
 * whether the page lies or stands.
 */
import { mostUnits, printedCellText, textUnits } from './figures.ts';
import { roomOf } from './page.ts';
import type { PrintTable, TableColumn } from './table.ts';

/**
 * Widths are told for 10pt, in which a character is so many mm; a cell's own padding, which no type
 * makes smaller; the points that are tried, the largest first.
 */
const [CHARACTER, SIDES] = [3.53, 2.6];
const paddingAt = (size: number): number => (SIDES * 10) / size;
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7] as const;
/** bold figures, and those of a font that stands in, run wider than half a character */
const BOLD = 1.3;
/** a head may have so many lines, a record more only where nothing else helps */
const [HEAD_LINES, MOST_LINES] = [3, 12];
/** words so short are never broken */
const SHORT = 4;
/**
 * lines of words above this share of all records may run on further: one long text is not to widen
 * the column for all
 */
const COMMON = 0.92;
/** an extra point of type is worth this share of a page's rows */
const READABLE = 0.04;

interface Demand {
  /** mm that the column has at least, and beyond which more is of no use */
  readonly least: number;
  readonly most: number;
  /** characters of its texts, the shortest first; none for figures */
  readonly lengths: readonly number[];
}

/**
 * The table with the widths that its words and figures ask for; one that says itself what goes on a
 * page, and a form without heads, keep theirs.
 */
export function fittedColumns(table: PrintTable): PrintTable {
  if (
    table.form === true ||
    (table.sheets?.length ?? 0) > 1 ||
    table.rows.every((row) => row.kind !== 'data' && row.kind !== 'of-which')
  )
    return table;
  const texts = table.columns.map((column, at) => textsOf(table, column, at));
  const room = roomOf(table.page).width;
  let best: { readonly widths: readonly number[]; readonly height: number } | null = null;
  for (const size of SIZES) {
    const demands = texts.map((one) => demandOf(one, size));
    const found = sharedWidths(demands, (room * 10) / size, size);
    if (found === null) continue;
    const height = found.lines * size * (1 - READABLE * (size - 7));
    if (best === null || height < best.height) best = { widths: found.widths, height };
  }
  // what is too wide at the smallest size goes over to the next sheet: each column as its common
  // words want it
  const widths = best?.widths ?? texts.map((one) => widthFor(demandOf(one, 7), 4, 7));
  return {
    ...table,
    columns: table.columns.map((column, at) => ({ ...column, width: widths[at] ?? column.width })),
  };
}

interface Texts {
  /** characters: of its longest figure, of its own head, of its texts, the shortest first */
  readonly figures: number;
  readonly head: number;
  readonly lengths: readonly number[];
}

function textsOf(table: PrintTable, column: TableColumn, at: number): Texts {
  const lengths: number[] = [];
  let figures = 0;
  for (const row of table.rows) {
    if (row.kind === 'group' || row.kind === 'wide') continue;
    const cell = row.cells[at] ?? null;
    if (cell === null) continue;
    if (typeof cell === 'object' && 'figure' in cell && mostUnits(cell, column) <= figures)
      continue;
    const text = printedCellText(cell, column);
    // days and codes are no more broken than figures
    const isWhole = typeof cell === 'object' ? 'figure' in cell : /^[\d./:—-]{1,12}$/.test(text);
    if (isWhole) figures = Math.max(figures, textUnits(text));
    else if (row.kind === 'data' || row.kind === 'of-which')
      lengths.push(...text.split('\n').map(textUnits));
    // the label of a sum may wrap as words do
    else lengths.push(Math.min(textUnits(text), SHORT));
  }
  lengths.sort((a, b) => a - b);
  return { figures, lengths, head: Math.max(1, textUnits(column.path.at(-1) ?? '')) };
}

function demandOf({ figures, head, lengths }: Texts, size: number): Demand {
  const padding = paddingAt(size);
  const longest = lengths.at(-1) ?? 0;
  const characters = Math.max(
    Math.min(head, 2),
    Math.ceil(head / HEAD_LINES),
    figures * BOLD,
    Math.min(longest, SHORT),
  );
  const least = characters * CHARACTER + padding;
  return { least, most: Math.max(least, longest * CHARACTER + padding), lengths };
}

/** mm in which the common ones of a column's texts take so many lines. */
function widthFor({ least, most, lengths }: Demand, lines: number, size: number): number {
  if (lengths.length === 0) return least;
  const common = lengths[Math.floor((lengths.length - 1) * COMMON)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  const characters = Math.max(
    lines === 1 ? longest : Math.ceil(common / lines) + (common > lines ? 0.5 : 0),
    longest / MOST_LINES,
  );
  return Math.min(most, Math.max(least, characters * CHARACTER + paddingAt(size)));
}

/**
 * The fewest lines in which all columns fit the room, and what is left over given to words; null
 * where even many lines do not fit.
 */
function sharedWidths(
  demands: readonly Demand[],
  room: number,
  size: number,
): { readonly widths: readonly number[]; readonly lines: number } | null {
  for (let lines = 1; lines <= MOST_LINES; lines += 1) {
    const widths = demands.map((one) => widthFor(one, lines, size));
    const all = widths.reduce((sum, width) => sum + width, 0);
    if (all > room) continue;
    return { widths, lines: Math.max(lines, 1.6) };
  }
  return null;
}

/**
 * Lying or standing as its columns ask, where neither the user nor the table's own form says:
 * standing where all fit at a good size.
 */
export function directedPage(table: PrintTable, isChosen: boolean): PrintTable {
  if (isChosen || table.form === true || (table.sheets?.length ?? 0) > 1) return table;
  const turned: PrintTable = {
    ...table,
    page: { ...table.page, landscape: !table.page.landscape },
  };
  const [own, other] = [shapeOf(table), shapeOf(turned)];
  return other < own * 0.8 ? turned : table;
}

/** How much paper the table takes that way, roughly: sheets across × lines of type down. */
function shapeOf(table: PrintTable): number {
  const { width, height } = roomOf(table.page);
  const fitted = fittedColumns(table);
  const all = fitted.columns.reduce((sum, column) => sum + column.width, 0);
  const size = Math.min(11, Math.max(7, (width / all) * 10));
  const across = Math.ceil((all * 7) / 10 / width);
  const lines = fitted.rows.reduce((sum, row) => {
    const tallest = row.cells.reduce<number>((most, cell, at) => {
      if (typeof cell !== 'string' || row.kind === 'group') return most;
      const room = Math.max(1, ((fitted.columns[at]?.width ?? 20) - paddingAt(size)) / CHARACTER);
      return Math.max(most, Math.ceil(textUnits(cell) / room));
    }, 1);
    return sum + Math.max(tallest * size * 0.46 + 1.3, size * 0.72);
  }, 0);
  const down = Math.max(1, (lines + 20) / (height - 40));
  // a table at a good size is worth more than one that is only just one page
  return across * Math.ceil(down) + (down + (11 - size) * 0.1) / 10;
}
