/** The rows of a header: how many they are and how wide. */
import { measureOf } from '../../domain/exact/measure.ts';
import { readFigure } from '../../domain/read/figure.ts';
import { kindOfCell } from './cell-kinds.ts';
import { isHeaderWord } from './dictionary.ts';
import type { CellValue, SheetMerge, SourceSheet } from './sheet.ts';
import { squeezeWords, unbracketed } from './words.ts';

type Row = readonly CellValue[];
const MOST_HEADER_ROWS = 4;

interface Counts {
  readonly texts: number;
  readonly numbers: number;
  readonly known: number;
}

export function countCells(row: Row | undefined): Counts {
  let [texts, numbers, known] = [0, 0, 0];
  for (const cell of row ?? []) {
    if (typeof cell === 'number') numbers += 1;
    else if (typeof cell === 'string' && cell.trim() !== '') {
      texts += 1;
      if (isHeaderWord(cell)) known += 1;
    } else if (cell !== null && typeof cell === 'object') numbers += 1;
  }
  return { texts, numbers, known };
}

/**
 * The first header row: words that nobody told us may stand over those that were known – the names
 * of units over 年目标 and 累计.
 */
export function headerTop(sheet: SourceSheet, from: number, found: number): number {
  const over = sheet.merges
    .filter(
      (merge) =>
        merge.top >= from &&
        merge.top < found &&
        merge.bottom >= found &&
        merge.bottom < found + MOST_HEADER_ROWS,
    )
    .map((merge) => merge.top);
  if (over.length > 0) return Math.min(...over);
  const [above, here] = [sheet.rows[found - 1] ?? [], sheet.rows[found] ?? []];
  const { texts, numbers } = countCells(above);
  const firstOf = (row: Row): number => row.findIndex((cell) => cell !== null && cell !== '');
  const plain = above.every(
    (cell) => typeof cell !== 'string' || (cell.length <= 20 && !/[:：]/.test(cell)),
  );
  return found > from && texts >= 2 && numbers === 0 && plain && firstOf(above) < firstOf(here)
    ? found - 1
    : found;
}

/** The last header row: merges show it, or gaps that the next row fills. */
export function headerBottom(sheet: SourceSheet, top: number): number {
  let bottom = top;
  const limit = Math.min(top + MOST_HEADER_ROWS - 1, sheet.rows.length - 2);
  // nothing stands under the measures but rows
  while (bottom < limit && !(bottom > top && isMeasureRow(sheet.rows[bottom] ?? []))) {
    const here = sheet.merges.filter((merge) => merge.top >= top && merge.top <= bottom);
    const reach = Math.max(bottom, ...here.map((merge) => merge.bottom));
    if (reach > bottom) bottom = Math.min(reach, limit);
    else if (isOfFigures(sheet.rows[bottom + 1] ?? [])) break;
    else if (isMeasureRow(sheet.rows[bottom + 1] ?? [])) bottom += 1;
    else if (
      here.some((merge) => merge.bottom === bottom && merge.right > merge.left) &&
      isUnderHeader(sheet, here, bottom)
    )
      bottom += 1;
    else if (
      fillsGaps(
        sheet.rows[top] ?? [],
        sheet.rows[bottom] ?? [],
        sheet.rows[bottom + 1] ?? [],
        here,
        bottom,
      ) ||
      isContinued(sheet, top, bottom)
    )
      bottom += 1;
    else if (
      bottom + 2 <= limit &&
      isBetween(sheet.rows[bottom + 1]) &&
      fillsGaps(
        sheet.rows[top] ?? [],
        sheet.rows[bottom] ?? [],
        sheet.rows[bottom + 2] ?? [],
        here,
        bottom,
      )
    )
      bottom += 2;
    else break;
  }
  return bottom;
}

/** 合计 with 14,700 and 832 as text beside it: a row of figures, whatever its words could head. */
function isOfFigures(row: Row): boolean {
  const kinds = row.map(kindOfCell);
  const figures = kinds.filter((kind) => kind === 'figure').length;
  return figures > 1 && figures >= kinds.filter((kind) => kind === 'text').length;
}

/** 完成投资 alone in a row, between 投资情况 and 本年, 累计. */
function isBetween(row: Row | undefined): boolean {
  const { texts, numbers, known } = countCells(row);
  return texts === 1 && numbers === 0 && known === 1;
}

/**
 * 总投资 or （亿元） alone under the header, with nothing under the columns that name a row: a head
 * over one column, or its measure.
 */
function isContinued(sheet: SourceSheet, top: number, bottom: number): boolean {
  const [header, next] = [sheet.rows[bottom] ?? [], sheet.rows[bottom + 1] ?? []];
  const { texts, numbers, known } = countCells(next);
  if (
    texts === 0 ||
    numbers > 0 ||
    rowNames(sheet.rows[top] ?? [], known === texts && texts > 1).some(
      (c) => next[c] !== null && next[c] !== undefined && next[c] !== '',
    )
  )
    return false;
  const measures = next.filter((cell) => typeof cell === 'string' && isMeasure(cell)).length;
  return (
    known + measures >= texts &&
    next.every(
      (cell, c) =>
        cell === null ||
        cell === '' ||
        (typeof header[c] === 'string' &&
          header[c] !== '' &&
          squeezeWords(header[c]) !== squeezeWords(String(cell))),
    )
  );
}

/**
 * The columns that name a row: up to the second one, or where the words below are `sure` to be
 * heads, those called so.
 */
function rowNames(top: Row, sure: boolean): readonly number[] {
  const first = top.findIndex((cell) => cell !== null && cell !== '');
  const named = sure
    ? top.flatMap((cell, c) =>
        typeof cell === 'string' && BEGINS_TABLE.test(unbracketed(cell)) ? [c] : [],
      )
    : [];
  return named.length > 0 ? named : Array.from({ length: first + (sure ? 1 : 2) }, (_, c) => c);
}

/** （亿元）, 万元: a header row that only says measures. */
export const isMeasure = (text: string): boolean =>
  measureOf(
    squeezeWords(text).replace(/^[(（【[]?(?:(?:计量|金额)?单位[:：])?|[)）】\]]$/g, ''),
  ) !== null;

/** —, 年.月, 计量单位: what stands under a head beside measures and is no head itself. */
const FILLER =
  /^(?:[-—–－/／\\*]+|[(（]?(?:年[.、/／-]?月(?:[.、/／-]?日)?|yyyy[./-]?mm(?:[./-]?dd)?|文字|文本|数字|整数)[)）]?|[(（]?(?:计量|计价)?单位[)）]?[:：]?)$/i;

export const isHeadFiller = (word: string): boolean => FILLER.test(squeezeWords(word));

/**
 * A row under the head that says measures alone: 万元, 亩, with — or a way of writing dates under
 * the others.
 */
export function isMeasureRow(row: Row): boolean {
  const words = row.filter((cell) => cell !== null && cell !== '');
  return (
    words.every((cell) => typeof cell === 'string' && (isMeasure(cell) || isHeadFiller(cell))) &&
    words.some((cell) => typeof cell === 'string' && isMeasure(cell))
  );
}

function isUnderHeader(sheet: SourceSheet, merges: readonly SheetMerge[], bottom: number): boolean {
  const next = sheet.rows[bottom + 1] ?? [];
  const { texts, numbers } = countCells(next);
  return (
    texts > 0 &&
    numbers <= texts / 3 &&
    merges.some(
      (merge) =>
        merge.bottom === bottom &&
        merge.right > merge.left &&
        next.slice(merge.left, merge.right + 1).filter((cell) => typeof cell === 'string').length >=
          2,
    )
  );
}

/**
 * Words that nobody told us, under every column but those that name the rows: no record has only
 * these.
 */
function namesColumns(top: Row, next: Row): boolean {
  const first = top.findIndex((cell) => cell !== null && cell !== '');
  const words = next
    .slice(first + 1)
    .filter((cell) => typeof cell === 'string' && cell.trim() !== '');
  return (
    (next[first] ?? '') === '' &&
    words.length >= Math.max(top.length, next.length) - first - 2 &&
    words.every(
      (cell) =>
        typeof cell === 'string' && cell.length <= 20 && readFigure(cell).kind === 'unreadable',
    )
  );
}

function fillsGaps(
  top: Row,
  row: Row,
  next: Row,
  merges: readonly SheetMerge[],
  bottom: number,
): boolean {
  const { texts, numbers, known } = countCells(next);
  if (
    numbers > 0 ||
    texts < 2 ||
    next.some(isWrittenFigure) ||
    (known === 0 && !namesColumns(top, next))
  )
    return false;
  const covered = (c: number): boolean =>
    merges.some(
      (merge) =>
        merge.bottom >= bottom &&
        c <= merge.right &&
        (c > merge.left || (c === merge.left && merge.top < bottom)),
    );
  return (
    row.some(
      (cell, c) =>
        (cell === null || cell === '') && c > 0 && !covered(c) && typeof next[c] === 'string',
    ) ||
    (next.length > row.length && typeof next[row.length] === 'string')
  );
}

/** 41.77 as text is a figure all the same; 2023 and 1月 may be heads. */
const isWrittenFigure = (cell: CellValue): boolean =>
  typeof cell === 'string' && kindOfCell(cell) === 'figure';

export function widthOf(sheet: SourceSheet, top: number, bottom: number): [number, number] {
  let [left, right] = [Infinity, 0];
  for (let r = top; r <= bottom; r++) {
    (sheet.rows[r] ?? []).forEach((cell, c) => {
      if (cell !== null && cell !== '') [left, right] = [Math.min(left, c), Math.max(right, c)];
    });
  }
  for (const merge of sheet.merges)
    if (merge.top >= top && merge.bottom <= bottom && merge.left <= right)
      right = Math.max(right, merge.right);
  return [Number.isFinite(left) ? left : 0, right];
}

/** 1 2 3 … or 甲 乙 1 2 … under the header. */
export function isNumberRow(row: Row | undefined, left: number, right: number): boolean {
  const cells = (row ?? [])
    .slice(left, right + 1)
    .map((cell) => squeezeWords(String(cell ?? '')).replace(/[()（）]/g, ''))
    .filter((text) => text !== '');
  const figures = cells.filter((text) => !/^[甲乙丙丁戊己]$/.test(text));
  return (
    cells.length >= 3 &&
    cells.length >= (right - left + 1) * 0.7 &&
    (figures.length >= 2 || (figures.length === 1 && cells.length >= 3 && figures[0] === '1')) &&
    figures.every(
      (text, at) =>
        text === String(at + Number(figures[0])) &&
        (figures[0] === '1' || cells.length > figures.length),
    )
  );
}

/** 1 | 2 under the two heads of a table whose rows have names: the numbers of its columns. */
export const isPairNumbered = (
  row: Row | undefined,
  below: Row | undefined,
  left: number,
  right: number,
): boolean =>
  right === left + 1 &&
  [1, 2].every((number, at) => squeezeWords(String(row?.[left + at] ?? '')) === String(number)) &&
  typeof below?.[left] === 'string' &&
  kindOfCell(below[left]) === 'text';

/** What begins a table: the number or the name of its rows. */
export const BEGINS_TABLE =
  /序|编号|名称|单位|姓名|项目|指标|问题|任务|镇|街道|园区|部门|城市|地区|行业|产品/;
