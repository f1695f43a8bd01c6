/** Months or years down the rows: which column says them, and what a figure of such a row is. */
import { partOf } from '../sheet/fact-words.ts';
import type { PartWord } from '../sheet/part-word.ts';
import { bareWord, monthOfHeader, squeezeWords } from '../sheet/words.ts';
import type { CellValue } from '../sheet/sheet.ts';
import type { LayoutInput } from './fact-columns.ts';

const TIME_HEAD =
  /^(?:月份?|年份?度?|年月|时间|时期|期间|季度|日期|期别|期次|账期|报告期|统计期|(?:统计|数据)(?:期间?|时间|月份|年月)|所属期)?$/;

/** 202409, 2024-09, 2024.9, 2024/09 as exports of databases write them. */
const YEAR_MONTH = /^((?:19|20)\d{2})(?:[-/.](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))$/;

/** 3月, 三月, 2019年, 1-2月, 一季度; a bare number is one under 月份 or 年份 only. */
export function rowTimeOf(cell: CellValue | undefined, head: string): PartWord | null {
  if (typeof cell === 'number' && /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(String(cell)))
    return rowTimeOf(String(cell), head);
  if (typeof cell === 'number')
    return /月/.test(head) && cell >= 1 && cell <= 12
      ? rowTimeOf(`${cell}月`, head)
      : /年/.test(head) && cell >= 1949 && cell <= 2199
        ? rowTimeOf(`${cell}年`, head)
        : null;
  if (typeof cell !== 'string') return null;
  const text = squeezeWords(cell).replace(
    YEAR_MONTH,
    (_, year: string, apart?: string, joined?: string) => `${year}年${Number(apart ?? joined)}月`,
  );
  const month = monthOfHeader(text);
  if (month !== null) return { part: 'month', year: month.year, month: month.month, months: null };
  const found = partOf(text, false);
  return found !== null &&
    (found.year !== null || found.month !== null) &&
    /^[\d一二三四前上第]/.test(text)
    ? found
    : null;
}

interface TimeColumns {
  readonly timeColumn: number | null;
  /** beside months: their year */
  readonly yearColumn: number | null;
}

/** The columns each of whose words is a time, two at least: 月份, or 年份 | 月份. */
export function timeColumnsOf(
  { sheet, region, paths }: Pick<LayoutInput, 'sheet' | 'region' | 'paths'>,
  own: readonly (number | null)[],
): TimeColumns {
  const found: { readonly index: number; readonly isOfYears: boolean }[] = [];
  for (const [at, path] of paths.entries()) {
    const index = region.left + at;
    const head = bareWord(path.at(-1) ?? '');
    if (own.includes(index) || !TIME_HEAD.test(head)) continue;
    const cells = region.dataRows
      .map((row) => sheet.rows[row]?.[index] ?? null)
      .filter((cell) => cell !== null && cell !== '');
    const times = cells.map((cell) => rowTimeOf(cell, head));
    if (times.length >= 2 && times.every((time) => time !== null))
      found.push({ index, isOfYears: times.every((time) => time.month === null) });
  }
  const [first, second] = found;
  if (first === undefined) return { timeColumn: null, yearColumn: null };
  return second !== undefined && first.isOfYears && !second.isOfYears
    ? { timeColumn: second.index, yearColumn: first.index }
    : { timeColumn: first.index, yearColumn: null };
}

/**
 * What a column's figure is in a row of that time; null where the book has no place for it, as for
 * one of two months together.
 */
export function atTime(word: PartWord, isSaid: boolean, time: PartWord): PartWord | null {
  const at = { year: time.year ?? word.year, month: time.month };
  const isYear = time.month === null;
  switch (word.part) {
    case 'month':
    case 'cumulative': {
      // a year that is over has counted to December
      if (isYear) return { ...word, ...at, part: 'cumulative', month: 12 };
      if (time.part === 'month') return { ...word, ...at };
      return isSaid && word.part === 'month' ? null : { ...word, ...at, part: 'cumulative' };
    }
    case 'lastYear':
    case 'yoy':
    case 'completion':
    case 'rank':
      return { ...word, ...at, ...(isYear ? { month: 12 } : {}) };
    case 'base':
    case 'assured':
    case 'stretch':
    case 'growth':
    case 'growthStretch':
    case 'wasAssured':
    case 'wasStretch':
    case 'upper':
    case 'annual':
    case 'plan':
      return isYear ? { ...word, year: at.year } : null;
  }
}

/** Whether the rows are whole years. */
export const saysYears = (
  { sheet, region, paths }: Pick<LayoutInput, 'sheet' | 'region' | 'paths'>,
  column: number,
): boolean => {
  const head = bareWord(paths[column - region.left]?.at(-1) ?? '');
  return region.dataRows.every((row) => {
    const time = rowTimeOf(sheet.rows[row]?.[column], head);
    return time === null || time.month === null;
  });
};
