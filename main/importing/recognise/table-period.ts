/**
 * When the figures of a table are of: the user's word, its titles, its sheet's name, its heads, at
 * last its file's name.
 */
import { monthInHeads, timeInHeads } from '../sheet/head-grammar.ts';
import { sheetPeriodOf, type SheetPeriod } from '../sheet/period.ts';
import { squeezeWords } from '../sheet/words.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { TableInput } from './table-input.ts';

/** Whether anything but the heads says which year the table is of. */
export const isYearTold = (
  { sheet, context, answers, fileName }: TableInput,
  titles: readonly string[],
): boolean =>
  context.year !== undefined ||
  answers.some((answer) => answer.kind === 'period') ||
  sheetPeriodOf([...titles, sheet.name, fileName]) !== null;

/** The period, and whether the table itself says its month. */
export interface ToldPeriod {
  readonly period: SheetPeriod | null;
  readonly isMonthTold: boolean;
  /**
   * what speaks against it: another month on the sheet's name or the heads, another year that was
   * given
   */
  readonly against: string | null;
}

export function toldPeriod(
  input: TableInput,
  titles: readonly string[],
  paths: readonly (readonly string[])[],
): ToldPeriod {
  const own = ownPeriod(input, titles, paths);
  const isMonthTold = own !== null && own.month !== null;
  const said = input.answers.findLast(
    (answer) =>
      answer.kind === 'period' &&
      (answer.sheet === undefined ||
        (answer.sheet === input.sheet.name && (answer.table ?? input.place) === input.place)),
  );
  if (said?.kind !== 'period')
    return { period: own, isMonthTold, against: contradiction(input, titles, paths, own) };
  const exact = { year: said.year, month: said.month };
  if (said.fills !== true) return { period: exact, isMonthTold, against: null };
  // who gives the month on the command line has told it of a sheet without a title too
  if (own === null) return { period: exact, isMonthTold: said.month !== null, against: null };
  const differs =
    own.year !== said.year ||
    (own.month !== null && said.month !== null && own.month !== said.month);
  return {
    period: { year: own.year, month: own.month ?? said.month },
    isMonthTold,
    against: differs ? periodText(exact) : null,
  };
}

const periodText = ({ year, month }: SheetPeriod): string =>
  `${year}年${month === null ? '' : `${month}月`}`;

/**
 * 2024年9月报表.xlsx, 1-9月.xls: the one month that a file is called after; a day (10月8日报送) is
 * no month of figures.
 */
function monthOfFile(name: string, year: number): SheetPeriod | null {
  const found = [
    ...squeezeWords(name).matchAll(
      /(?:((?:19|20)\d{2})年)?(?:\d{1,2}月?[-—–~～至到])?(?<!\d)(\d{1,2})月(?!\d{1,2}[日号])/g,
    ),
  ];
  const [only, second] = found;
  const month = Number(only?.[2]);
  return only === undefined || second !== undefined || month < 1 || month > 12
    ? null
    : { year: Number(only[1] ?? year), month };
}

/**
 * A month in the sheet's or the file's name, or the only one in the heads, that is not the title's:
 * a copied sheet, last month's file filled in anew, or a head of last month.
 */
function contradiction(
  { sheet, fileName }: TableInput,
  titles: readonly string[],
  paths: readonly (readonly string[])[],
  own: SheetPeriod | null,
): string | null {
  const stated = sheetPeriodOf(titles);
  if (own === null || stated === null || stated.month === null) return null;
  const named = /^(?:((?:19|20)\d{2})年?)?(\d{1,2})月份?$/.exec(squeezeWords(sheet.name));
  if (named !== null) {
    const [year, month] = [Number(named[1] ?? stated.year), Number(named[2])];
    if (month <= 12 && (month !== stated.month || year !== stated.year))
      return periodText({ year, month });
  }
  const filed = named === null ? monthOfFile(fileName, stated.year) : null;
  if (filed !== null && (filed.month !== stated.month || filed.year !== stated.year))
    return periodText(filed);
  const [yearly] = titles.flatMap(
    (title) => /((?:19|20)\d{2})年度(?!末)/.exec(squeezeWords(title))?.[1] ?? [],
  );
  if (yearly !== undefined && Number(yearly) !== own.year) return `${yearly}年度`;
  const months = new Set(
    paths.flatMap((path) => {
      const found = /^(?:(?:19|20)\d{2}年)?(?:0?1月?[-—–~～至到])?(\d{1,2})月/.exec(
        squeezeWords(path.join('')),
      );
      return found === null ? [] : [Number(found[1])];
    }),
  );
  const [month] = months;
  return months.size === 1 && month !== undefined && month <= 12 && month !== stated.month
    ? periodText({ year: stated.year, month })
    : null;
}

/** What the table says itself. */
function ownPeriod(
  { sheet, region, context, fileName }: TableInput,
  titles: readonly string[],
  paths: readonly (readonly string[])[],
): SheetPeriod | null {
  const dated = titles.filter((text) => /截至|截止|统计时间|统计日期|报告期/.test(text));
  const given = {
    ...(context.year === undefined ? {} : { year: context.year }),
    ...(context.month === undefined ? {} : { month: context.month }),
  };
  const signed = textsOf(sheet, region.noteRows, region).filter((text) => /日期|时间/.test(text));
  const told = sheetPeriodOf([...dated, ...titles, sheet.name, ...signed], given);
  const heads = timeInHeads(paths);
  // 2023年重点项目2024年实施计划表 over heads of 2024
  if (
    told !== null &&
    heads.year !== null &&
    heads.year !== told.year &&
    heads.isOnly &&
    titles.some((title) => squeezeWords(title).includes(`${heads.year}年`))
  )
    return { year: heads.year, month: heads.month };
  if (told !== null)
    return told.month !== null
      ? told
      : { ...told, month: heads.year === told.year ? heads.month : monthInHeads(paths) };
  const month = sheetPeriodOf([...titles, sheet.name, '2000年'])?.month ?? null;
  if (heads.year !== null) return { year: heads.year, month: heads.month ?? month };
  const filed = sheetPeriodOf([fileName], given);
  // 1月份 in the title, and the year on the file alone
  return filed === null ? null : { ...filed, month: given.month ?? month ?? filed.month };
}

/** The words of some rows, in the columns that are the table's. */
export const textsOf = (
  sheet: SourceSheet,
  rows: readonly number[],
  { titled: [from, to] = [0, Infinity] }: Region,
): readonly string[] =>
  rows.flatMap((row) =>
    (sheet.rows[row] ?? []).filter(
      (cell, c): cell is string => typeof cell === 'string' && c >= from && c <= to,
    ),
  );
