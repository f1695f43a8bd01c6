/**
 * A printed table as a workbook that Excel, WPS and LibreOffice open without a repair: merged
 * heads, live totals, print setup.
 */
import { derivedMark } from '../../domain/derived-mark.ts';
import type { AddWorksheetOptions, Row, Style, Worksheet } from 'exceljs';
import { noteTexts } from '../model/notes.ts';
import { headerRows } from '../model/header.ts';
import { marginsOf } from '../model/page.ts';
import type { ChartPicture } from '../model/chart.ts';
import type { PrintTable, TableRow } from '../model/table.ts';
import { pagesOf } from './pages.ts';
import { addCharts } from './xlsx-chart.ts';
import { writeLong } from './xlsx-long.ts';
import { AROUND, cellStyles, headStyle, titleStyle, type CellStyle } from './xlsx-styles.ts';
import { soundCells } from '../../domain/read/sound-text.ts';
import {
  TALLEST_ROW,
  type ColumnSpan,
  spanWidth,
  columnStarts,
  bookCell,
  columnLetter,
  mergedFrom,
} from './xlsx-cells.ts';
import {
  bookRowHeight,
  bookWidth,
  headDepthOf,
  laidBook,
  lowestHead,
  noteHeight,
  rowsAbove,
  tableSpans,
  withToldPages,
  type LaidBook,
} from './xlsx-pages.ts';

/** Beyond this many rows they are written without exceljs, in a fraction of its time and memory. */
const LONG_FROM = 1000;
const PAPER_SIZE = { A4: 9, A3: 8 } as const;

export async function writeXlsx(
  whole: PrintTable,
  pictures: readonly ChartPicture[] = [],
): Promise<Uint8Array> {
  const { rows, breaks } = pagesOf(whole);
  const table = laidBook({ ...whole, rows }, breaks);
  // slow to load, and most runs write no workbook
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  if (table.derivedFrom !== undefined)
    workbook.keywords = derivedMark({ title: sheetName(table), source: table.derivedFrom });
  const sheet = workbook.addWorksheet(sheetName(table), sheetOptions(table));
  const styleOf = cellStyles(table);
  const first = rowsAbove(table) + 1;
  const isLong = table.rows.length > LONG_FROM;
  writeHead(sheet, table);
  const ends = new Set(table.breaks);
  table.rows.forEach((row, index) => {
    if (ends.has(index)) endPage(sheet.getRow(first + index));
    if (!isLong) writeRow(sheet, table, row, first + index, first, styleOf);
  });
  const next = writeFoot(sheet, table, first + table.rows.length, styleOf);
  addCharts(workbook, table, pictures);
  soundCells(workbook);
  return isLong
    ? writeLong({ workbook, sheet }, table, { first, next }, styleOf)
    : withToldPages(new Uint8Array(await workbook.xlsx.writeBuffer()), table);
}

const sheetName = (table: PrintTable): string =>
  (table.fileName.split('_')[0] ?? table.name).replace(/[\\/?*[\]:]/g, '').slice(0, 31);

function sheetOptions(table: LaidBook): Partial<AddWorksheetOptions> {
  const inches = (mm: number): number => Math.round((mm / 25.4) * 100) / 100;
  return {
    pageSetup: {
      paperSize: PAPER_SIZE[table.page.paper],
      orientation: table.page.landscape ? 'landscape' : 'portrait',
      // what is fitted to the width ignores the breaks that are told
      ...(table.scale === null
        ? { fitToPage: true, fitToWidth: 1, fitToHeight: table.page.single === true ? 1 : 0 }
        : { scale: table.scale }),
      horizontalCentered: true,
      printTitlesRow: `1:${rowsAbove(table)}`,
      ...(table.columnBreaks.length > 0 && table.repeat > 0
        ? { printTitlesColumn: `A:${columnLetter(table.repeat - 1)}` }
        : {}),
      margins: {
        left: inches(marginsOf(table.page).left),
        right: inches(marginsOf(table.page).right),
        top: inches(marginsOf(table.page).top),
        bottom: inches(marginsOf(table.page).bottom),
        header: 0.3,
        footer: 0.3,
      },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', xSplit: table.repeat, ySplit: rowsAbove(table) }],
  } as Partial<AddWorksheetOptions>;
}

/** Returns the first row that is free under it. */
function writeFoot(sheet: Worksheet, table: LaidBook, from: number, styleOf: CellStyle): number {
  let next = from;
  if (table.rows.length === 0)
    across(
      sheet,
      next++,
      [0, table.columns.length - 1],
      table.empty,
      styleOf('total', table.columns.length, false),
      40,
    );
  const spans = tableSpans(table);
  const under = spans.map((_, index) => table.sheets?.[index]?.notes ?? []);
  for (let line = 0; line < Math.max(...under.map((notes) => notes.length)); line += 1)
    note(
      sheet,
      next++,
      table,
      under.map((notes) => notes[line] ?? ''),
    );
  for (const text of noteTexts(table.notes)) note(sheet, next++, table, [text]);
  spread(sheet, next + 1, table, table.signatures, 28, spans[0]);
  return next + 2;
}

/** exceljs's types leave the arguments of its page break required. */
const endPage = (row: Row): void => (row as unknown as { addPageBreak: () => void }).addPageBreak();

/** Words under the table, one text for each page's columns. */
function note(sheet: Worksheet, row: number, table: PrintTable, texts: readonly string[]): void {
  const spans = tableSpans(table);
  texts.forEach((text, index) => {
    const span = spans[index] ?? [0, table.columns.length - 1];
    across(
      sheet,
      row,
      span,
      text,
      AROUND.left,
      Math.max(sheet.getRow(row).height ?? 0, noteHeight(text, spanWidth(table, span))),
    );
  });
}

function writeHead(sheet: Worksheet, table: LaidBook): void {
  sheet.columns = table.columns.map((_, at) => ({ width: bookWidth(at, table) }));
  const { left, middle, right } = table.subtitle;
  const spans = tableSpans(table);
  spans.forEach((span, index) => {
    across(
      sheet,
      1,
      span,
      index === 0 ? table.title : `${table.title}（续）`,
      titleStyle(table.fonts ?? {}),
      36,
    );
    if (spans.length > 1) spread(sheet, 2, table, [middle, '', right], 20, span);
  });
  if (spans.length === 1) spread(sheet, 2, table, [left, middle, right], 20);
  else across(sheet, 2, [0, table.repeat - 1], left, AROUND.left, 20);
  if (table.filters.length > 0)
    across(sheet, 3, spans[0] ?? [0, 0], `筛选：${table.filters.join('；')}`, AROUND.left, 20);
  const head = headStyle(table.fonts ?? {});
  const depth = headDepthOf(table);
  const top = rowsAbove(table) - depth + 1;
  for (let row = top; row < top + depth; row += 1)
    sheet.getRow(row).height = depth > 1 ? (row === top + depth - 1 ? lowestHead(table) : 24) : 34;
  for (const cell of depth === 0 ? [] : headerRows(table.columns).flat()) {
    for (let row = 0; row < cell.rows; row += 1)
      for (let column = 0; column < cell.columns; column += 1)
        sheet.getCell(top + cell.row + row, cell.column + column + 1).style = head;
    sheet.getCell(top + cell.row, cell.column + 1).value = cell.text;
    if (cell.rows * cell.columns > 1)
      sheet.mergeCells(
        top + cell.row,
        cell.column + 1,
        top + cell.row + cell.rows - 1,
        cell.column + cell.columns,
      );
  }
}

function across(
  sheet: Worksheet,
  row: number,
  [from, to]: ColumnSpan,
  text: string,
  style: Partial<Style>,
  height: number,
): void {
  for (let column = from; column <= to; column += 1) sheet.getCell(row, column + 1).style = style;
  sheet.getCell(row, from + 1).value = text;
  sheet.getRow(row).height = Math.min(TALLEST_ROW, height);
  if (to > from) sheet.mergeCells(row, from + 1, row, to + 1);
}

/**
 * Several texts over the table's width, each over its share of the columns: a subtitle's three
 * stand left, middle and right.
 */
function spread(
  sheet: Worksheet,
  row: number,
  table: PrintTable,
  texts: readonly string[],
  height: number,
  span: ColumnSpan = [0, table.columns.length - 1],
): void {
  const columns = table.columns.slice(span[0], span[1] + 1);
  if (columns.length < texts.length)
    return across(sheet, row, span, texts.join('　　'), AROUND.left, height);
  const starts = columnStarts(columns, texts.length);
  texts.forEach((text, index) => {
    const [from, to] = [
      span[0] + (starts[index] ?? 0) + 1,
      span[0] + (starts[index + 1] ?? columns.length),
    ];
    const style =
      texts.length !== 3 || index === 0 ? AROUND.left : index === 1 ? AROUND.center : AROUND.right;
    for (let column = from; column <= to; column += 1) sheet.getCell(row, column).style = style;
    sheet.getCell(row, from).value = text;
    if (to > from) sheet.mergeCells(row, from, row, to);
  });
  sheet.getRow(row).height = height;
}

function writeRow(
  sheet: Worksheet,
  table: LaidBook,
  row: TableRow,
  at: number,
  first: number,
  styleOf: CellStyle,
): void {
  const line = sheet.getRow(at);
  table.columns.forEach((_, index) => {
    const cell = line.getCell(index + 1);
    const { style, value, formula, exact } = bookCell(table, row, index, first, styleOf);
    cell.style = style;
    cell.value = formula === null ? value : { formula, result: value ?? 0 };
    if (exact !== null) cell.note = `精确值：${exact}`;
  });
  line.height = bookRowHeight(table, at - first);
  const from = mergedFrom(row, table.columns.length);
  if (from !== null) sheet.mergeCells(at, from + 1, at, table.columns.length);
}
