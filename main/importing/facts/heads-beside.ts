/**
 * Heads of nothing but time and part words, which say what they are only beside others: 今年 beside
 * 去年, 月度 beside 累计, 更正后累计.
 */
import { partOf } from '../sheet/fact-words.ts';
import { speaksOfPlans, subjectOf, subjectTitles } from '../sheet/titles.ts';
import { squeezeWords, withoutMeasure } from '../sheet/words.ts';
import type { LayoutInput } from './fact-columns.ts';

/** A word, what it says in the words that everybody reads, and what has to stand beside it. */
const BESIDE: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^报告期$/, '本月', /^年初至报告期|^1月?至报告期/],
  [/^(?:月度|当期)[数值额]?$/, '本月', /累计|年初/],
  [/^底线(?:目标|任务)?$/, '确保目标', /^(?:奋斗|力争|争取|挑战|冲刺)/],
];
/** Not in a plan, where 去年 is what is started from. */
const YEARS_BESIDE: typeof BESIDE = [
  [/^(?:今年|本年|当年)$/, '本年累计', /^(?:去年|上年)(?:同期)?[数额]?$/],
  [/^(?:去年|上年)$/, '上年同期', /^(?:今年|本年|当年)$/],
];
const CORRECTED = /^(?:更正|订正|修正|勘误)([前后])的?(.{2,})$/;

/** 12月末 over 上期 and 本期: what stands, not what was done in between. */
const STANDING: typeof BESIDE = [[/^本期[数值额]?$/, '期末数', /^上期/]];
const DIFFERS =
  /^(?:同比|[比较与](?:上年|去年|上期)(?:同期)?(?:相比)?)?(?:增减|增长|增加|升降|变化)$/;

/** The heads in the words that everybody reads. */
export function headsBeside(input: LayoutInput): LayoutInput['paths'] {
  const { paths, titles } = input;
  const plain = paths.map((path) => path.map((word) => withoutMeasure(squeezeWords(word))));
  const all = plain.flat();
  const title = squeezeWords(titles.join(' '));
  const rules = [
    ...BESIDE,
    ...(speaksOfPlans(title) ? [] : YEARS_BESIDE),
    ...(/\d月[末底]|季度?末|年末/.test(title) ? STANDING : []),
  ];
  const said = (word: string): string => {
    const [, when, rest = ''] = CORRECTED.exec(word) ?? [];
    if (when !== undefined && partOf(rest, false) !== null)
      return when === '前' ? '更正前数' : rest;
    const revised = word.replace(/^(?:修订|变更)(?=[前后])/, '调整');
    if (revised !== word) return revised;
    return (
      rules.find(
        ([own, , other]) => own.test(word) && all.some((one) => one !== word && other.test(one)),
      )?.[1] ?? word
    );
  };
  return paths.map((path, column) =>
    path.map((word, at) => {
      const own = plain[column]?.[at] ?? '';
      const now =
        !/[%％]/.test(word) && DIFFERS.test(own) && isDifference(input, column)
          ? '增减额'
          : said(own);
      return now === own ? word : squeezeWords(word).replace(own, now);
    }),
  );
}

/** Whether each figure of a column is what two others of its row differ by. */
function isDifference({ sheet, region, paths }: LayoutInput, column: number): boolean {
  const rows = region.dataRows.map((row) => (sheet.rows[row] ?? []).slice(region.left));
  const told = rows.filter((cells) => typeof cells[column] === 'number');
  const at = (cells: (typeof rows)[number], place: number): number =>
    ((cell) => (typeof cell === 'number' ? cell : Number.NaN))(cells[place]);
  const isBetween = (one: number, other: number): boolean =>
    told.every((cells) => Math.abs(at(cells, one) - at(cells, other) - at(cells, column)) < 1e-6);
  return (
    told.length >= 2 &&
    paths.some(
      (_, one) =>
        one !== column && paths.some((__, other) => other !== one && isBetween(one, other)),
    )
  );
}

const TIME_OR_PART =
  /^(?:[今去本上当前]年|[本上下当同]期|报告期|[月年季期][初末中度底]|季度|[本上下当][月季旬周]|全[年月]|累计|截[至止]|至今|以来|目前|[至止数值额前后原现]|任务|目标|计划|更正|订正|修正|修订|勘误|调整|变更|底线|红线|奋斗|挑战|下达|核定)+$/;

/** Whether the name of a head is none, as the title names what the table is of: 上期, 红线任务. */
export const namesNothing = (
  { titles }: Pick<LayoutInput, 'titles'>,
  indicator: string | null,
): boolean =>
  indicator !== null &&
  TIME_OR_PART.test(indicator) &&
  subjectTitles(titles).some((title) => subjectOf(title) !== null);
