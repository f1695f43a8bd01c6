/**
 * The notes under a month's bulletin: how it counts, whose pace, who has not reported, what was
 * corrected.
 */
import type {
  Denominator,
  ProgressRow,
  ProgressSheet,
} from '../../../../preload/contract/progress.ts';
import type { ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import { placesOf } from '../../../domain/exact/decimal.ts';
import { PACE_WORDS, reportedSentence } from '../../../domain/progress/words.ts';
import { printedFigureText } from '../../model/figures.ts';
import {
  DENOMINATOR_WORDS,
  reportMonthOf,
  reportYearOf,
  type Correction,
  type YearSource,
} from '../shared/year.ts';
import { shownProgressRows } from './month-sheets.ts';

/** behind a figure that was corrected after its month was closed */
export const CORRECTED = '＊';

/** 合同引资完成全年任务2个，过半10个（含完成），欠序时7个，无实绩0个 */
export function sheetCountWords({ indicator, counts }: ProgressSheet): string {
  if (counts.ranked === 0) return `${indicator.name}还没有可比的数`;
  if (indicator.direction === 'down')
    return `${indicator.name}${PACE_WORDS.down.behind}${counts.behind}个`;
  if (indicator.kind !== 'flow') return `${indicator.name}达到年度目标${counts.finished}个`;
  return `${indicator.name}完成全年任务${counts.finished}个，过半${counts.half}个（含完成），欠序时${counts.behind}个，无实绩${counts.nothing}个`;
}

export function bulletinNotes(
  source: YearSource,
  options: ParsedTableOptions,
  sheets: readonly ProgressSheet[],
): string[] {
  if (sheets.length === 0) return [];
  const by: Denominator = options.denominator ?? source.scoring();
  const pace = paceWords(sheets);
  // what is missing of several indicators alike is told once
  const late = Map.groupBy(
    sheets.filter((sheet) => sheet.missing.length > 0),
    (sheet) => {
      const owed = sheet.rows.filter((row) => row.target !== null).length;
      return `${sheet.missing.join('、')}。${reportedSentence(owed, sheet.missing)}`;
    },
  );
  return [
    `完成率＝累计÷年目标（${DENOMINATOR_WORDS[by]}）${pace}；超欠序时＝完成率－序时进度；名次按完成率排列，相同的并列，没有目标的不排名。`,
    ...ceilingNote(sheets),
    ...[...late].map(
      ([words, own]) => `${own.map((sheet) => sheet.indicator.name).join('、')}未报：${words}`,
    ),
    ...new Set(sheets.flatMap((sheet) => sheet.merged)),
    ...correctionNotes(source, options, sheets),
  ];
}

/**
 * One pace where every row has the same; else whose is which: a plan of the whole is no plan of
 * each unit.
 */
function paceWords(sheets: readonly ProgressSheet[]): string {
  const distinct = (rows: readonly ProgressRow[]): readonly string[] => [
    ...new Set(rows.flatMap((row) => (row.pace === null ? [] : [printedFigureText(row.pace, 2)]))),
  ];
  const [whole, units] = [
    distinct(sheets.map((sheet) => sheet.total)),
    distinct(sheets.flatMap((sheet) => sheet.rows)),
  ];
  const all = [...new Set([...whole, ...units])];
  if (all.length === 0) return '';
  if (all.length === 1) return `，序时进度${all[0] ?? ''}%`;
  const [wholeOnly, unitOnly] = [
    whole.length === 1 ? whole[0] : null,
    units.length === 1 ? units[0] : null,
  ];
  return wholeOnly != null && unitOnly != null
    ? `，序时进度合计按${wholeOnly}%，各单位按${unitOnly}%`
    : '，序时进度各按自己的分期计划';
}

/** What a reader must know of indicators that should stay low: for them a plus is bad. */
export function ceilingNote(sheets: readonly ProgressSheet[]): string[] {
  const names = sheets.flatMap(({ indicator }) =>
    indicator.direction === 'down' ? [indicator.name] : [],
  );
  return names.length === 0
    ? []
    : [
        `${names.join('、')}越少越好：${PACE_WORDS.down.completion}＝累计÷${PACE_WORDS.down.target}，${PACE_WORDS.down.gap}为正数的超了，为负数的没有超；占比低的名次在前。`,
      ];
}

/** ＊磻溪镇合同引资9月累计：公布3.35，更正为3.53（核实入库时间，政统〔2012〕5号）。 */
export function correctionNotes(
  source: YearSource,
  options: ParsedTableOptions,
  sheets: readonly ProgressSheet[],
): string[] {
  const corrections = source
    .corrections(reportYearOf(source, options))
    .filter((one) => one.month === reportMonthOf(source, options));
  return sheets.flatMap((sheet) =>
    shownProgressRows(sheet, options).flatMap((row) => {
      const { published } = row;
      if (published === null) return [];
      const parts = (
        [
          ['month', '当月'],
          ['cumulative', '累计'],
        ] as const
      ).filter(([part]) => published[part] !== row[part]);
      if (parts.length === 0) return [];
      const told = (value: string | null): string =>
        value === null
          ? '（　　）'
          : printedFigureText(value, Math.max(sheet.indicator.places, placesOf(value)));
      const why = corrections.findLast(
        (one) => one.unit === row.name && one.indicator === sheet.indicator.name,
      );
      const words = parts
        .map(([part, label]) => `${label}公布${told(published[part])}，更正为${told(row[part])}`)
        .join('；');
      return [`${CORRECTED}${row.name}${sheet.indicator.name}${words}${reasonOf(why)}。`];
    }),
  );
}

const reasonOf = (why: Correction | undefined): string =>
  why === undefined
    ? ''
    : `（${[why.reason, ...(why.document === null ? [] : [why.document])].join('，')}）`;
