/**
 * The judge of one printed table in three forms: what an office would send back, in words; nothing
 * of it comes from the writers.
 */
import { headerRows } from '../../main/reporting/model/header.ts';
import { printedCellText } from '../../main/reporting/model/figures.ts';
import type { PrintTable, TableCell, TableRow } from '../../main/reporting/model/table.ts';
import { fitToPage } from '../../main/reporting/writers/fit.ts';
import {
  inReadingOrder,
  linesOf,
  placedPages,
  sheetCells,
  shownRows,
  wordRows,
  type LaidFiles,
  type PlacedPage,
} from './printed-forms.ts';

/** pt of a mm, and the page's margins on both sides in mm */
const [POINT, SIDE] = [72 / 25.4, 13];

/** without spaces, and without signs that come from another font and stand at another height */
const bare = (text: string): string => text.replace(/[\s✓✗■▲○●★◆]/gu, '');
/**
 * “−1,234.50”, “+3” and “1234.5” by their digits: a workbook shows another minus and no separators
 * in csv
 */
const figureText = (text: string): string =>
  bare(text).replaceAll(',', '').replace('−', '-').replace(/^\+/u, '');
const isFigure = (cell: TableCell): boolean =>
  cell !== null && typeof cell === 'object' && 'figure' in cell;

/** A stretch of one printed document: rows with the columns that stand on the same sheet. */
interface Strip {
  readonly table: PrintTable;
  readonly columns: readonly number[];
}
const documentsOf = (table: PrintTable): readonly PrintTable[] => table.parts ?? [table];
const stripsOf = (table: PrintTable): readonly Strip[] =>
  fitToPage(table).sheets.map((columns) => ({ table, columns }));

interface Awaited {
  readonly strip: Strip;
  readonly row: TableRow;
  /** by column: what is printed there */
  readonly texts: ReadonlyMap<number, string>;
  /** the figures, from the left */
  readonly figures: readonly string[];
}
const awaitedOf = (strip: Strip, row: TableRow): Awaited => {
  const at = row.kind === 'group' ? [0] : row.kind === 'wide' ? [0, 1] : strip.columns;
  const texts = new Map(
    at.map((index) => [
      index,
      printedCellText(row.cells[index] ?? null, strip.table.columns[index] ?? {}),
    ]),
  );
  return {
    strip,
    row,
    texts,
    figures: at.flatMap((index) =>
      isFigure(row.cells[index] ?? null) ? [texts.get(index) ?? ''] : [],
    ),
  };
};

/**
 * mm from the page's left edge where each column begins and ends, by the widths that the table asks
 * for.
 */
function edgesOf(
  { table, columns }: Strip,
  pageWidth: number,
): ReadonlyMap<number, [number, number]> {
  const whole = columns.reduce((sum, at) => sum + (table.columns[at]?.width ?? 0), 0);
  const room = pageWidth / POINT - 2 * SIDE;
  let left = SIDE;
  return new Map(
    columns.map((at) => {
      const width = ((table.columns[at]?.width ?? 0) / whole) * room;
      left += width;
      return [at, [left - width, left]];
    }),
  );
}

const holdsInOrder = (line: readonly string[], figures: readonly string[]): boolean => {
  let at = 0;
  for (const word of line) {
    const awaited = figures[at];
    // a mark or a measure behind the figure may be read as a word of its own
    if (
      awaited !== undefined &&
      (word === bare(awaited) || word === /^[\d.,+−-]+/u.exec(awaited)?.[0])
    )
      at += 1;
  }
  return at === figures.length;
};

/** Words whose middle stands in a column, from above. */
function columnText(page: PlacedPage, [left, right]: readonly [number, number]): string {
  return inReadingOrder(
    page.words.filter(({ left: from, right: to }) => {
      const middle = (from + to) / 2 / POINT;
      return middle > left && middle < right;
    }),
  ).replace(/[✓✗■▲○●★◆]/gu, '');
}

/** A row without figures, by its words in their columns. */
function standsOn(page: PlacedPage, { row, strip, texts }: Awaited): boolean {
  const edges = edgesOf(strip, page.width);
  return [...texts].every(([at, text]) =>
    row.kind === 'group' || (row.kind === 'wide' && at === 1)
      ? bare(page.text).includes(bare(text).slice(0, 20))
      : columnText(page, edges.get(at) ?? [0, page.width]).includes(bare(text)),
  );
}

/** What is wrong with pages that a reader gets: `form` names them in the findings. */
function pageFindings(form: string, table: PrintTable, pages: readonly PlacedPage[]): string[] {
  const found: string[] = [];
  const documents = documentsOf(table);
  const isLetter = documents.some((one) => one.letter !== undefined);
  const queue = documents.flatMap((one) =>
    stripsOf(one).flatMap((strip) =>
      one.rows.flatMap((row) => (row.kind === 'cut' ? [] : [awaitedOf(strip, row)])),
    ),
  );
  let next = 0;
  const numbers: [number, number][] = [];
  pages.forEach((page, index) => {
    const where = `${form} p${index + 1}`;
    if (/###/u.test(page.text)) found.push(`${where}: ####`);
    for (const word of page.words)
      if (
        word.left < 0 ||
        word.right > page.width + 0.5 ||
        // the box of a word is higher than its signs
        word.bottom - (word.bottom - word.top) / 4 > page.height
      )
        found.push(`${where}: “${word.text}” stands outside the page`);
    const lines = linesOf(page.words).map((line) => line.map((word) => bare(word.text)));
    const foot = lines.at(-1)?.join('') ?? '';
    const told = /第(\d+)页共(\d+)页/u.exec(page.text);
    if (told !== null) numbers.push([Number(told[1]), Number(told[2])]);
    else if (!isLetter || !/^—\d+—$/u.test(foot)) found.push(`${where}: no page number: ${foot}`);
    const isWords = isLetter && !page.text.includes('填报单位：');
    const before = next;
    // a page is of one document
    const isOther = (one: Awaited): boolean =>
      documents.length > 1 && one.strip.table !== queue[before]?.strip.table;
    const strips = new Set<Strip>();
    for (const line of lines) {
      let awaited = queue[next];
      while (awaited !== undefined && awaited.figures.length === 0) {
        if (isOther(awaited) || !standsOn(page, awaited)) break;
        strips.add(awaited.strip);
        next += 1;
        awaited = queue[next];
      }
      if (awaited === undefined || isOther(awaited)) break;
      if (awaited.figures.length === 0 || !holdsInOrder(line, awaited.figures)) continue;
      strips.add(awaited.strip);
      next += 1;
    }
    const rows = queue.slice(before, next);
    if (rows.length === 0 && (queue.length > 0 || index > 0)) {
      if (!isWords) found.push(`${where}: no record on it: ${page.text.slice(0, 60)}`);
      return;
    }
    for (const strip of strips) found.push(...frontFindings(where, strip, page));
    for (const { row, texts, strip } of rows) {
      const edges = edgesOf(strip, page.width);
      for (const [at, text] of texts) {
        if (text === '' || row.kind === 'group') continue;
        const own = edges.get(at) ?? [0, page.width];
        const column = columnText(
          page,
          row.kind === 'wide' && at === 1 ? [own[0], page.width] : own,
        );
        if (!column.includes(bare(text)))
          found.push(
            `${where}: “${text.slice(0, 30)}” of ${strip.table.columns[at]?.path.join('/')} is not whole in its column`,
          );
      }
    }
  });
  if (next < queue.length)
    found.push(
      `${form}: ${queue.length - next} of ${queue.length} rows not found, first ${[...(queue[next]?.texts.values() ?? [])].join('|').slice(0, 100)}`,
    );
  found.push(...numberFindings(form, numbers, isLetter ? 0 : documents.length));
  const signed = documents.flatMap((one) => one.signatures.slice(0, 1));
  const all = pages.map((page) => page.text).join('');
  for (const text of new Set(signed))
    if (!all.includes(bare(text))) found.push(`${form}: “${text}” is nowhere`);
  return found;
}

function frontFindings(where: string, { table, columns }: Strip, page: PlacedPage): string[] {
  const missing = [bare(table.title), bare(table.subtitle.middle)].filter(
    (text) => !page.text.includes(text),
  );
  const edges = edgesOf({ table, columns }, page.width);
  const heads =
    table.form === true
      ? []
      : headerRows(columns.flatMap((at) => table.columns[at] ?? []))
          .flat()
          // one over several columns is read in its own line, one that wraps in its column
          .filter(
            (head) =>
              head.columns === 1 &&
              !columnText(page, edges.get(columns[head.column] ?? 0) ?? [0, 0]).includes(
                bare(head.text),
              ),
          )
          .map((head) => bare(head.text));
  return [...missing, ...heads].map((text) => `${where}: no “${text}”`);
}

function numberFindings(
  form: string,
  numbers: readonly [number, number][],
  documents: number,
): string[] {
  if (documents === 0) return [];
  const found: string[] = [];
  let runs = 0;
  numbers.forEach(([at, of], index) => {
    const [last, all] = numbers[index - 1] ?? [0, 0];
    if (at === 1) {
      if (last !== all) found.push(`${form}: a document ends at page ${last} of ${all}`);
      runs += 1;
    } else if (at !== last + 1 || of !== all)
      found.push(`${form}: page ${at} of ${of} follows ${last} of ${all}`);
  });
  const [last, all] = numbers.at(-1) ?? [0, 0];
  if (last !== all) found.push(`${form}: the last page is ${last} of ${all}`);
  if (runs !== documents)
    found.push(`${form}: ${runs} runs of page numbers for ${documents} documents`);
  return found;
}

/** Word's cells, one by one. */
function wordFindings(table: PrintTable, file: string): string[] {
  const rows = wordRows(file);
  let next = 0;
  return documentsOf(table)
    .flatMap(stripsOf)
    .flatMap((strip) =>
      strip.table.rows.flatMap((row) => {
        if (row.kind === 'cut') return [];
        const awaited = [...awaitedOf(strip, row).texts.values()];
        const place = rows.findIndex(
          (one, index) => index >= next && one.join('\u0000') === awaited.join('\u0000'),
        );
        if (place < 0)
          return [`docx: row “${awaited.join('|').slice(0, 80)}” is not there as printed`];
        next = place + 1;
        return [];
      }),
    );
}

/**
 * text that is a figure, alone or with its measure; days, years, codes and numbers of telephones
 * are words
 */
const FIGURE = /^[+−-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:%|％|元|万元|亿元|亩|万美元)?$/u;
const WORD_HEADS = /电话|日期|时间|时限|期限|年份|编号|代码|账号|文号|责任人|截止/u;

const letterOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);

/** The workbook's cells, and what it shows once all is computed anew. */
function bookFindings(table: PrintTable, file: string, shown: string): string[] {
  const found: string[] = [];
  const cells = sheetCells(file);
  const rows = shownRows(shown);
  let next = 0;
  for (const row of table.rows) {
    if (row.kind === 'group' || row.kind === 'cut') continue;
    const awaited = row.cells.map((cell, at) => {
      const text = printedCellText(cell, table.columns[at] ?? {});
      return isFigure(cell) ? figureText(text) : null;
    });
    const place = rows.findIndex(
      (one, index) =>
        index >= next &&
        awaited.every((text, at) => text === null || figureText(one[at] ?? '') === text),
    );
    if (place < 0) {
      found.push(
        `xlsx: row “${awaited.join('|').slice(0, 80)}” is not shown: ${rows[next]?.join('|').slice(0, 80)}`,
      );
      continue;
    }
    next = place + 1;
    row.cells.forEach((cell, at) => {
      const written = cells.get(`${letterOf(at)}${place + 1}`);
      const head = table.columns[at]?.path.join('/') ?? '';
      if (isFigure(cell) && written?.kind !== 'number' && written?.formula !== true)
        found.push(`xlsx: ${head} “${written?.text}” is a figure as text`);
      const label = table.form === true ? String(row.cells[at - 1] ?? '') : head;
      if (written?.kind === 'text' && FIGURE.test(written.text.trim()) && !WORD_HEADS.test(label))
        found.push(`xlsx: ${label} “${written.text}” is a figure in words`);
      if (
        row.adds !== undefined &&
        row.adds.length > 0 &&
        table.columns[at]?.sums === true &&
        isFigure(cell) &&
        written?.formula !== true
      )
        found.push(`xlsx: the total of ${head} is no formula`);
    });
  }
  return found;
}

export interface PrintedFiles {
  readonly pdf: string;
  readonly docx: string;
  readonly xlsx: string;
}

/** All findings of one table, and how many pages each form has. */
export function judged(
  table: PrintTable,
  { pdf, docx, xlsx }: PrintedFiles,
  laid: LaidFiles,
): { readonly findings: readonly string[]; readonly pages: readonly number[] } {
  const [own, word, book] = [pdf, laid.pages(docx), laid.pages(xlsx)].map(placedPages);
  return {
    findings: [
      ...pageFindings('pdf', table, own ?? []),
      ...pageFindings('docx', table, word ?? []),
      ...wordFindings(table, docx),
      ...bookFindings(table, xlsx, laid.shown(xlsx)),
      ...bookPageFindings(table, book ?? []),
    ],
    pages: [own, word, book].map((one) => one?.length ?? 0),
  };
}

/**
 * A printed workbook: heads on every page, nothing cut, no page without a record, and as many pages
 * as it says.
 */
function bookPageFindings(table: PrintTable, pages: readonly PlacedPage[]): string[] {
  return pages.flatMap((page, index) => {
    const where = `xlsx p${index + 1}`;
    const found: string[] = [];
    if (/###/u.test(page.text)) found.push(`${where}: ####`);
    if (!page.text.includes(`第${index + 1}页共${pages.length}页`))
      found.push(`${where}: page number`);
    const title = bare(table.title).slice(0, 6);
    if (table.parts === undefined && !page.text.includes(title)) found.push(`${where}: no title`);
    const lines = linesOf(page.words).map((line) => line.map((word) => bare(word.text)));
    if (!table.rows.some((row) => isOnPage(table, row, lines)) && table.rows.length > 0)
      found.push(`${where}: no record on it: ${page.text.slice(0, 60)}`);
    return found;
  });
}

/**
 * Whether the row's number, or its first words, begin a line, and what follows stands on the page.
 */
function isOnPage(
  table: PrintTable,
  row: TableRow,
  lines: readonly (readonly string[])[],
): boolean {
  const texts = row.cells
    .map((cell, at) => bare(printedCellText(cell, table.columns[at] ?? {})).slice(0, 4))
    .filter((text) => text !== '');
  const [first, second] = texts;
  if (first === undefined) return false;
  return (
    lines.some((line) => line[0]?.startsWith(first) === true) &&
    (second === undefined || lines.flat().some((word) => word.startsWith(second)))
  );
}
