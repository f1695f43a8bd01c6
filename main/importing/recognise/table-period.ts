/** When the figures of a table are of: the user's word, its titles, its sheet's name, its heads, at last its file's name. */
import { monthInHeads, timeInHeads } from '../sheet/head-grammar.ts';
import { sheetPeriodOf, type SheetPeriod } from '../sheet/period.ts';
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

export function tablePeriod(
  { sheet, region, context, answers, fileName }: TableInput,
  titles: readonly string[],
  paths: readonly (readonly string[])[],
): SheetPeriod | null {
  const said = answers.findLast((answer) => answer.kind === 'period');
  if (said !== undefined) return { year: said.year, month: said.month };
  const dated = titles.filter((text) => /截至|截止|统计时间|统计日期|报告期/.test(text));
  const given = {
    ...(context.year === undefined ? {} : { year: context.year }),
    ...(context.month === undefined ? {} : { month: context.month }),
  };
  const signed = textsOf(sheet, region.noteRows, region).filter((text) => /日期|时间/.test(text));
  const told = sheetPeriodOf([...dated, ...titles, sheet.name, ...signed], given);
  const heads = timeInHeads(paths);
  if (told !== null)
    return told.month !== null
      ? told
      : { ...told, month: heads.year === told.year ? heads.month : monthInHeads(paths) };
  return heads.year === null
    ? sheetPeriodOf([fileName], given)
    : {
        year: heads.year,
        month: heads.month ?? sheetPeriodOf([...titles, sheet.name, '2000年'])?.month ?? null,
      };
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
