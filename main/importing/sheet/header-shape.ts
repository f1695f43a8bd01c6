/**
 * Finds a table's header by its shape alone: words over columns of figures, in as many rows as
 * stand between the title and the first figures.
 */
import { kindOfCell, numberIn, type CellKind } from './cell-kinds.ts';
import type { CellValue, SourceSheet } from './sheet.ts';

export interface HeaderShape {
  readonly top: number;
  readonly bottom: number;
  /** the first row of figures */
  readonly body: number;
}

type Kinds = ReadonlyMap<number, readonly CellKind[]>;
/** 单位：万元, 截至9月底 and the like, right of a title or under it. */
const BESIDE_A_TITLE =
  /^\s*[(（]?(?:(?:19|20)\d{2}\s*年(?:[\d\s]{1,4}月)?\S{0,4}\s*(?:计量)?单位\s*[:：]|(?:计量|金额|数据)?单位\s*[:：为]|截[至止]|(?:统计|填报|报送|制表|编制|填表)\S{0,4}[:：]|(?:时间|日期)\s*[:：])/;
const PERIOD =
  /^\s*[(（]?(?:19|20)\d{2}\s*[年.\-/](?:\s*\d{1,2}\s*(?:[月.\-/](?:\s*\d{1,2}\s*日?)?)?)?[)）]?\s*$/;
/** 报告期：2023年6月 beside 报送单位：乙镇: a name and its value, no head. */
const TOLD = /^\s*(?!其中)[^:：()（）\d]{2,8}[:：]\s*\S/;
const SEARCH = 60;
const AHEAD = 12;
const MOST_ROWS = 6;

/** Null where no row of figures stands under one of words. */
export function headerByShape(sheet: SourceSheet, from: number): HeaderShape | null {
  const kinds = new Map<number, readonly CellKind[]>();
  const end = Math.min(sheet.rows.length, from + SEARCH + AHEAD);
  for (let r = from; r < end; r++) {
    const row = underWords(kindsOfRow(sheet.rows[r] ?? []), sheet.rows[r] ?? [], kinds.get(r - 1));
    if (row.some((kind) => kind !== 'blank')) kinds.set(r, row);
  }
  const filled = [...kinds.keys()];
  for (const [at, r] of filled.entries()) {
    if (!isBody(kinds, filled.slice(at, at + AHEAD))) continue;
    const head = headerAbove(sheet, kinds, from, r);
    if (head !== null) return { ...head, body: r };
  }
  return null;
}

/**
 * Years count as such only where they run on from cell to cell; elsewhere 2076 is a figure like
 * another.
 */
function kindsOfRow(row: readonly CellValue[]): readonly CellKind[] {
  const isBeside = (cell: CellValue): boolean =>
    typeof cell === 'string' && BESIDE_A_TITLE.test(cell);
  // 填报单位：乙镇 with 2021年6月 at its right: the month is told of the table too
  const told = row.some(isBeside);
  const kinds = row.map((cell) =>
    isBeside(cell) || (told && typeof cell === 'string' && (PERIOD.test(cell) || TOLD.test(cell)))
      ? 'blank'
      : kindOfCell(cell),
  );
  const first = kinds.findIndex((kind) => kind !== 'blank');
  const years = kinds.flatMap((kind, c) =>
    kind === 'year' && c > first ? [Number.parseInt(String(numberIn(row[c])), 10)] : [],
  );
  const steps = years.slice(1).map((year, at) => Math.abs(year - (years[at] ?? year)));
  const run = steps.every((step) => step <= 10) && !kinds.slice(first + 1).includes('figure');
  return run ? kinds : kinds.map((kind, c) => (kind === 'year' && c > first ? 'figure' : kind));
}

/**
 * 城关镇 with 2000 under 单位 and 累计: one bare number under a word is a figure, however like a
 * year it looks.
 */
function underWords(
  row: readonly CellKind[],
  cells: readonly CellValue[],
  above: readonly CellKind[] | undefined,
): readonly CellKind[] {
  const years = row.flatMap((kind, c) => (kind === 'year' ? [c] : []));
  const [only] = years;
  return years.length === 1 &&
    only !== undefined &&
    typeof cells[only] === 'number' &&
    row.indexOf('text') >= 0 &&
    row.indexOf('text') < only &&
    above?.[only] === 'text'
    ? row.map((kind, c) => (c === only ? 'figure' : kind))
    : row;
}

/**
 * Whether the first of the rows holds figures, as most of the rows under it do in the same columns.
 */
function isBody(kinds: Kinds, rows: readonly number[]): boolean {
  const [first, ...rest] = rows.map((r) => kinds.get(r) ?? []);
  if (first === undefined) return false;
  const key = first.findIndex((kind) => kind !== 'blank');
  let [figures, words] = [0, 0];
  first.forEach((kind, c) => {
    if (c <= key && first.length > 1) return;
    const below = rest.map((row) => row[c] ?? 'blank');
    const filled = below.filter((one) => one !== 'blank' && one !== 'mark').length;
    const counted = below.filter((one) => one === 'figure' || one === 'year').length;
    const yearly = below.filter((one) => one === 'year').length;
    const numeral = kind === 'figure' || (kind === 'year' && yearly * 2 > counted);
    if (numeral && counted * 2 >= filled) figures += 1;
    else if ((kind === 'text' || kind === 'year') && counted * 2 > filled) words += 1;
  });
  return figures > 0 && figures > words;
}

function headerAbove(
  sheet: SourceSheet,
  kinds: Kinds,
  from: number,
  body: number,
): { readonly top: number; readonly bottom: number } | null {
  const left = firstFilled(kinds.get(body) ?? []);
  let bottom = -1;
  let top = -1;
  for (let r = body - 1; r >= from && (bottom < 0 || bottom - r < MOST_ROWS); r--) {
    const row = kinds.get(r);
    if (row === undefined) {
      if (bottom >= 0 && !fills(kinds.get(r - 1) ?? [], kinds.get(top) ?? [], left)) break;
      continue;
    }
    if (bottom < 0 && (isGroup(sheet.rows[r] ?? []) || isTotal(sheet.rows[r] ?? []))) continue;
    if (!isHead(row, left) || isTitle(sheet.rows[r] ?? [], row, left)) {
      if (bottom >= 0) break;
      if (firstFilled(row) > left) break;
      continue;
    }
    if (bottom < 0) bottom = r;
    top = r;
  }
  return bottom < 0 ? null : { top, bottom };
}

const firstFilled = (row: readonly CellKind[]): number => row.findIndex((kind) => kind !== 'blank');

/** 一、工业项目 alone in its row: it heads the rows under it, no column. */
function isGroup(row: readonly CellValue[]): boolean {
  const filled = row.filter((cell) => cell !== null && cell !== '');
  const [only] = filled;
  return (
    filled.length === 1 &&
    typeof only === 'string' &&
    /^\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])/.test(only)
  );
}

/** 合 计 with nothing but figures, or nothing at all, beside it. */
function isTotal(row: readonly CellValue[]): boolean {
  const texts = row.filter((cell) => kindOfCell(cell) === 'text');
  const [only] = texts;
  return (
    texts.length === 1 &&
    typeof only === 'string' &&
    /^(?:合|小|总|共)\s*计[:：]?$/.test(only.trim())
  );
}

/** Words or years over columns right of the rows' names, and not more figures than those. */
function isHead(row: readonly CellKind[], left: number): boolean {
  const words = row.filter((kind, c) => c > left && (kind === 'text' || kind === 'year')).length;
  return words > 0 && words >= row.filter((kind) => kind === 'figure').length;
}

/** 填报单位： | 乙镇, or 3. | Number of …: what is told of the table, and a title behind its number. */
function isTitle(row: readonly CellValue[], kinds: readonly CellKind[], left: number): boolean {
  const texts = row.filter((_, c) => kinds[c] !== 'blank').map(String);
  const [number, title] = texts;
  const first = row.find((cell) => cell !== null && cell !== '');
  if (typeof first === 'string' && /[:：]\s*$/.test(first)) return true;
  return (
    texts.length === 2 &&
    kinds[left] !== 'blank' &&
    kinds[left + 1] !== 'blank' &&
    (number ?? '').length <= 4 &&
    /\d/.test(number ?? '') &&
    (title ?? '').length > 10
  );
}

/**
 * A row over a blank one still belongs to the header where it names what the row below leaves open.
 */
function fills(above: readonly CellKind[], below: readonly CellKind[], left: number): boolean {
  const open = above.filter(
    (kind, c) => c >= left && kind === 'text' && (below[c] ?? 'blank') === 'blank',
  ).length;
  return open >= 2 && below.some((kind, c) => c > left && kind === 'text' && above[c] === 'blank');
}
