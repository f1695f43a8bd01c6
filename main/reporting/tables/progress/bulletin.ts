/** 月通报 (Word): the month in words made from its figures, with the table of 通报 as its annex. */
import type { ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import {
  finishedSentence,
  laggardsSentence,
  leadersSentence,
  nothingSentence,
  wholeSentence,
  type BulletinIndicator,
  type BulletinPeriod,
} from '../../../domain/progress/bulletin.ts';
import { dayText } from '../../../domain/days/day.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { BLANK_WORD } from '../../../domain/progress/words.ts';
import { AGAINST } from '../../../services/progress/progress.ts';
import { printedFigureText } from '../../model/figures.ts';
import type { Letter, Paragraph } from '../../model/table.ts';
import {
  correctionNotes,
  CORRECTED,
  monthlyBulletin,
  progressSheets,
  totalName,
  withFigures,
} from './monthly-bulletin.ts';
import { reportMonthOf, reportYearOf, type YearReport, type YearSource } from '../shared/year.ts';

const info = {
  ...monthlyBulletin.info,
  name: 'bulletin',
  title: '月通报',
  about: '由数写成的通报文字，附完成情况表；在Word里改定',
  clock: 'month',
  document: true,
} as const satisfies TableInfo;

export const bulletin: YearReport = {
  info,
  read(source, options) {
    // a bulletin is of all units
    const all = { ...options };
    delete all.unit;
    const table = monthlyBulletin.read(source, all);
    const sheets = withFigures(progressSheets(source, all), all);
    const fileName = table.fileName.replace(monthlyBulletin.info.title, info.title);
    return sheets.length === 0
      ? { ...table, name: info.name, fileName }
      : { ...table, name: info.name, fileName, letter: letterOf(source, all, sheets) };
  },
};

function letterOf(
  source: YearSource,
  options: ParsedTableOptions,
  sheets: readonly ProgressSheet[],
): Letter {
  const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
  const by = options.denominator ?? source.scoring();
  const period: BulletinPeriod = {
    span: source.span(month),
    month: source.monthName(month),
    whole: totalName(source, options) || '各单位',
    against: AGAINST[by],
  };
  // the break where the sense has one
  const title = `关于${year}年${period.span}\n${sheets.length === 1 ? (sheets[0]?.indicator.name ?? '') : '主要指标'}完成情况的通报`;
  return {
    title,
    paragraphs: paragraphsOf(source, options, sheets, period),
    signer: source.context.county,
    date: dayText(source.context.today),
  };
}

function paragraphsOf(
  source: YearSource,
  options: ParsedTableOptions,
  sheets: readonly ProgressSheet[],
  period: BulletinPeriod,
): Paragraph[] {
  const year = reportYearOf(source, options);
  const pace = sheets.find((sheet) => sheet.total.pace !== null)?.total.pace ?? null;
  const body = (text: string): Paragraph => ({ level: 'body', text });
  const corrected = correctionNotes(source, options, sheets).map((note) =>
    note.replace(CORRECTED, ''),
  );
  const facts = sheets.map(factsOf);
  const sections: readonly (readonly Paragraph[])[] = [
    [{ level: 'first', text: '总体情况' }, ...facts.map((one) => body(wholeSentence(one, period)))],
    [
      { level: 'first', text: '各单位完成情况' },
      ...facts.flatMap((one, at): Paragraph[] => [
        ...(facts.length === 1
          ? []
          : [{ level: 'second', text: `（${numeral(at + 1)}）${one.name}` } as const]),
        body(
          [
            one.direction === 'up' ? finishedSentence(one) : '',
            leadersSentence(one),
            laggardsSentence(one),
            nothingSentence(one),
          ].join(''),
        ),
      ]),
    ],
    ...(corrected.length === 0
      ? []
      : [[{ level: 'first', text: '数据更正' } as const, ...corrected.map(body)]]),
    [{ level: 'first', text: '下步要求' }, body(BLANK_WORD)],
  ];
  return [
    { level: 'salutation', text: '各有关单位：' },
    body(
      `现将${year}年${period.span}主要指标完成情况通报如下。截至${period.month}底，序时进度为${pace === null ? BLANK_WORD : `${printedFigureText(pace, 2)}%`}。`,
    ),
    ...sections.flatMap((section, at) =>
      section.map((one): Paragraph =>
        one.level === 'first' ? { ...one, text: `${numeral(at + 1)}、${one.text}` } : one,
      ),
    ),
    body(
      `附件：${year}年${period.span}${sheets.length === 1 ? (sheets[0]?.indicator.name ?? '') : '主要指标'}完成情况通报表`,
    ),
  ];
}

/** Units that have neither a target nor a figure are not part of the month. */
function factsOf({ indicator, total, rows, counts }: ProgressSheet): BulletinIndicator {
  const { name, measure, places, direction, kind } = indicator;
  const { target, month, cumulative, yoy, completion, gap } = total;
  return {
    name,
    measure,
    places,
    direction,
    kind,
    target,
    month,
    cumulative,
    yoy,
    completion,
    gap,
    counts,
    units: rows
      .filter((row) => row.target !== null || row.cumulative !== null)
      .map((row) => ({
        name: row.name,
        cumulative: row.cumulative,
        completion: row.completion,
        gap: row.gap,
        place: row.place,
      })),
  };
}
