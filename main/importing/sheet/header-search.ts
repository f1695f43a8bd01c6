/** Where a table's header stands: where its words are known, or where its shape shows it. */
import { isMark } from '../../domain/read/text.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { isHeadOf } from './dictionary.ts';
import { countCells, headerBottom, headerTop, isMeasure, isMeasureRow } from './header-rows.ts';
import { headerByShape } from './header-shape.ts';
import { kindOfCell } from './cell-kinds.ts';
import type { CellValue, SourceSheet } from './sheet.ts';
import { squeezeWords } from './words.ts';

const HEADER_SEARCH = 30;
const NEXT_TABLE_SEARCH = 6;

export interface Header {
  readonly top: number;
  readonly bottom: number;
  /** whether its words are those of such tables; else only its shape tells */
  readonly known: boolean;
}

/** The header of the sheet's first table. */
export function firstHeader(sheet: SourceSheet, own: readonly Ledger[]): Header | null {
  const words = ownHeader(sheet, own) ?? findHeader(sheet, 0, HEADER_SEARCH, 2);
  const known = words === null ? null : knownHeader(sheet, 0, words);
  const shape = headerByShape(sheet, 0);
  if (shape === null) return known === null ? looseHeader(sheet) : withoutSheetLines(sheet, known);
  return withoutSheetLines(
    sheet,
    known === null ? { ...shape, known: false } : both(sheet, known, shape),
  );
}

/** 填报单位：…　截至…　单位：万元 above the heads is a line of the sheet, whatever it looks like. */
function withoutSheetLines(sheet: SourceSheet, header: Header): Header {
  const line = sheet.rows
    .slice(header.top, header.bottom)
    .findLastIndex(
      (row, at) => isSheetLine(row) || isTimeAlone(row, sheet.rows[header.top + at + 1] ?? []),
    );
  return { ...header, top: header.top + line + 1 };
}

const isSheetLine = (row: readonly CellValue[]): boolean =>
  row.some((cell) => typeof cell === 'string' && SHEET_LINE.test(cell.trim()));
/**
 * 2023年9月 or 万元 over one column and nothing beside it, with a head under it: when the whole
 * table is of, or in what, wherever it was typed.
 */
const isTimeAlone = (row: readonly CellValue[], below: readonly CellValue[]): boolean => {
  const at = row.findIndex((cell) => cell !== null && cell !== '');
  const [only] = [row[at]];
  return (
    typeof only === 'string' &&
    row.findLastIndex((cell) => cell !== null && cell !== '') === at &&
    (TIME_ALONE.test(squeezeWords(only)) || isMeasure(only)) &&
    typeof below[at] === 'string' &&
    below[at].trim() !== ''
  );
};
const TIME_ALONE =
  /^[(（]?(?:时间|日期|期间|报告期)?[:：]?(?:截[至止])?(?:19|20)\d{2}(?:年度?|[.\-/])(?:(?:\d{1,2}月?[-—–~～至到])?\d{1,2}(?:月?(?:份|底|末)?(?:\d{1,2}日)?|[.\-/]\d{1,2}日?)|第?[一二三四1-4]季度|上半年|前三季度)?[)）]?$/;
const SHEET_LINE = /^(?:(?:填报|填表|报送|上报|编制|制表)单位|(?:金额|计量)?单位)\s*[:：]/;

/** The header of a table that begins under another's last row; of so many words at `least`. */
export function nextHeader(sheet: SourceSheet, from: number, least = 3): Header | null {
  const words = findHeader(sheet, from, NEXT_TABLE_SEARCH, 3);
  if (words !== null) return knownHeader(sheet, from, words);
  const shape = headerByShape(sheet, from);
  return shape !== null &&
    isAllWords(sheet, shape, least) &&
    rowsBefore(sheet, from, shape.top) < NEXT_TABLE_SEARCH
    ? { ...shape, known: false }
    : null;
}

/**
 * Whether some row of the sheet is a header: its words are known, or it names nothing but columns.
 */
export function hasHeader(sheet: SourceSheet): boolean {
  if (findHeader(sheet, 0, HEADER_SEARCH, 2) !== null) return true;
  const shape = headerByShape(sheet, 0);
  return shape !== null && (isAllWords(sheet, shape) || headsColumns(sheet, shape));
}

/**
 * Heads in several rows name their columns together: 单位 and one indicator over 4月 and 1-4月 are
 * a head of three.
 */
const headsColumns = (
  sheet: SourceSheet,
  shape: { readonly top: number; readonly bottom: number },
): boolean => {
  const rows = sheet.rows.slice(shape.top, shape.bottom + 1);
  const named = new Set(
    rows.flatMap((row) => row.flatMap((cell, at) => (cell === null || cell === '' ? [] : [at]))),
  );
  return rows.length > 1 && named.size >= 3 && isAllWords(sheet, shape, 2);
};

const knownHeader = (sheet: SourceSheet, from: number, found: number): Header => {
  const top = headerTop(sheet, from, found);
  return { top, bottom: headerBottom(sheet, top), known: true };
};

/** Words that are known tell where a header begins; its shape may show more rows of it. */
function both(
  sheet: SourceSheet,
  known: Header,
  shape: { readonly top: number; readonly bottom: number },
): Header {
  const apart = shape.bottom < known.top || shape.top > known.bottom;
  if (apart) {
    const { texts, known: hits } = countCells(sheet.rows[known.top]);
    return hits * 2 >= texts && !isTableBetween(sheet, shape.bottom + 1, known.top)
      ? known
      : { ...shape, known: false };
  }
  let bottom = known.bottom;
  while (
    bottom < shape.bottom &&
    !(bottom > known.top && isMeasureRow(sheet.rows[bottom] ?? [])) &&
    goesOn(sheet, known.top, bottom + 1)
  )
    bottom += 1;
  return { top: Math.min(known.top, shape.top), bottom, known: true };
}

/** Whether the rows before a known header are a table of their own: two of them hold figures. */
const isTableBetween = (sheet: SourceSheet, from: number, to: number): boolean =>
  sheet.rows
    .slice(from, Math.max(from, to))
    .filter((row) => row.some((cell) => kindOfCell(cell) === 'figure')).length >= 2;

/**
 * Whether a row under a known header is more of it: nothing, a mark or a measure stands where the
 * rows' names would.
 */
function goesOn(sheet: SourceSheet, top: number, r: number): boolean {
  const key = (sheet.rows[top] ?? []).findIndex((cell) => cell !== null && cell !== '');
  const name = sheet.rows[r]?.[Math.max(0, key)] ?? null;
  const { texts, numbers, known } = countCells(sheet.rows[r]);
  // a word alone that is no head begins a group of rows
  const isGroup =
    texts === 1 &&
    known === 0 &&
    !(sheet.rows[r] ?? []).some((cell) => typeof cell === 'string' && isMeasure(cell));
  return (
    numbers === 0 &&
    !isGroup &&
    (name === null || (typeof name === 'string' && (isMark(name) || isMeasure(name))))
  );
}

/** So many words at least, and no figure or day among them: no record looks so. */
function isAllWords(
  sheet: SourceSheet,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  least = 3,
): boolean {
  const counts = sheet.rows.slice(top, bottom + 1).map(countCells);
  return counts.every((one) => one.numbers === 0) && counts.some((one) => one.texts >= least);
}

const rowsBefore = (sheet: SourceSheet, from: number, to: number): number =>
  sheet.rows.slice(from, to).filter((row) => row.some((cell) => cell !== null && cell !== ''))
    .length;

/** The first row most of whose cells are the names of one own ledger's fields, two at least. */
function ownHeader(sheet: SourceSheet, own: readonly Ledger[]): number | null {
  if (own.length === 0) return null;
  const found = sheet.rows.slice(0, HEADER_SEARCH).findIndex((row) => {
    const heads = row.filter((cell) => typeof cell === 'string' && cell.trim() !== '');
    return heads.length >= 2 && own.some((ledger) => isHeadOf(ledger, heads));
  });
  return found < 0 ? null : found;
}

/** The first row that holds at least `words` of the words that headers use, and few figures. */
function findHeader(
  sheet: SourceSheet,
  from: number,
  within: number,
  words: number,
): number | null {
  let seen = 0;
  for (let r = from; r < sheet.rows.length && seen < within; r++) {
    const { texts, numbers, known } = countCells(sheet.rows[r]);
    if (texts + numbers === 0) continue;
    seen += 1;
    if (known >= words && numbers <= texts / 3) return r;
  }
  return null;
}

/** For tables of words alone that nobody told us: the first row of three or more short texts. */
function looseHeader(sheet: SourceSheet): Header | null {
  for (let r = 0; r < Math.min(sheet.rows.length - 1, HEADER_SEARCH); r++) {
    const { texts, numbers } = countCells(sheet.rows[r]);
    const meta = (sheet.rows[r] ?? []).some(
      (cell) => typeof cell === 'string' && (/[:：]/.test(cell) || cell.length > 30),
    );
    if (texts >= 3 && numbers === 0 && !meta) return { ...knownHeader(sheet, 0, r), known: false };
  }
  return null;
}
