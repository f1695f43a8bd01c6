/**
 * Of the month's bulletin: projects signed, started, finished and brought into production this year
 * with the biggest named, and the money that arrived for them.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import { spanOf } from '../../../domain/days/day.ts';
import { compare, multiply, round, sum, type Decimal } from '../../../domain/exact/decimal.ts';
import { STAGE_DATES, type Stage } from '../../../domain/ledgers/stage.ts';
import { joined, type Sentence } from '../../../domain/progress/sentence.ts';
import { paragraph, type DocumentParagraph } from '../../model/document.ts';
import { isForeign, yuanOf } from '../projects/arrival-credits.ts';
import { countedArrivals, countedProjects } from '../shared/counted-projects.ts';
import { TIMES } from '../shared/money-measure.ts';
import { rowValueOf } from '../shared/values.ts';
import type { BulletinFacts } from './bulletin-facts.ts';

const STEPS: readonly { readonly stage: Stage; readonly told: string }[] = [
  { stage: 'signed', told: '签约' },
  { stage: 'started', told: '开工' },
  { stage: 'completed', told: '竣工' },
  { stage: 'producing', told: '投产' },
];
const PLACES = 2;
const hundredMillions = (yuan: Decimal): Decimal => multiply(yuan, TIMES.亿元);
const moneyWords = (yuan: Decimal): string => `${round(hundredMillions(yuan), PLACES)}亿元`;

export function projectParagraphs(facts: BulletinFacts): readonly DocumentParagraph[] {
  const { source, period } = facts;
  const { rows } = countedProjects(source.rows('project'), source.context);
  const steps = STEPS.map(({ stage, told }) => ({ told, rows: reachedIn(facts, rows, stage) }));
  const some = steps.filter((step) => step.rows.length > 0);
  const arrived = arrivalSentence(facts);
  if (some.length === 0 && arrived === '') return [];
  const sentences = some.map((step): Sentence => [stepWords(facts, step.told, step.rows)]);
  const none = steps.filter((step) => step.rows.length === 0).map((step) => step.told);
  const projects =
    some.length === 0
      ? ''
      : `${period.span}，${period.whole}${joined(sentences, '；').join('')}${none.length === 0 || facts.isShort ? '' : `；没有新${none.join('、新')}的项目`}。`;
  return [paragraph('body', [projects + arrived])];
}

/**
 * Those that reached the step within the year up to the month's end. A day known only as the year
 * or month counts from its beginning.
 */
function reachedIn(
  { first, last }: BulletinFacts,
  rows: readonly Row[],
  stage: Stage,
): readonly Row[] {
  const code = STAGE_DATES[stage] ?? '';
  return rows.filter((row) => {
    const day = rowValueOf(row, code);
    return day !== null && spanOf(day).first >= first && spanOf(day).first <= last;
  });
}

/** 新签约项目12个，总投资88.70亿元，其中亿元以上9个，较大的有甲（10.20亿元）、乙（8.00亿元） */
function stepWords(facts: BulletinFacts, told: string, rows: readonly Row[]): string {
  const amounts = rows.flatMap((row) => {
    const yuan = isForeign(row) ? null : rowValueOf(row, 'total_investment');
    return yuan === null ? [] : [{ name: rowValueOf(row, 'name') ?? '', yuan }];
  });
  const large = amounts.filter(({ yuan }) => compare(yuan, '100000000') >= 0).length;
  const sorted = amounts.toSorted((a, b) => compare(b.yuan, a.yuan));
  const named = sorted.slice(
    0,
    facts.isShort || told !== '签约' ? 1 : Math.min(facts.form.names, 3),
  );
  const left = rows.length - amounts.length;
  return [
    `新${told}项目${rows.length}个`,
    ...(amounts.length === 0
      ? []
      : [
          `总投资${moneyWords(sum(amounts.map((one) => one.yuan)))}${left === 0 ? '' : `（${left}个未填或不是人民币，未计入）`}`,
        ]),
    ...(large === 0 || facts.isShort ? [] : [`其中亿元以上${large}个`]),
    ...(named.length === 0 || rows.length === 1
      ? named.map((one) => `是${one.name}`)
      : [
          `${named.length === 1 ? '最大的是' : '较大的有'}${named.map((one) => `${one.name}（${moneyWords(one.yuan)}）`).join('、')}`,
        ]),
  ].join('，');
}

/** 到位资金42.22亿元，已认定30.10亿元。 Not told where an indicator tells it already. */
function arrivalSentence({ source, year, first, last, sheets }: BulletinFacts): string {
  if (sheets.some(({ indicator }) => indicator.name.includes('到位'))) return '';
  const { rows } = countedArrivals(source.rows('arrival'), source.context);
  const rates = source.context.projects.rates();
  const inPeriod = rows.filter((row) => {
    const day = rowValueOf(row, 'date');
    return day !== null && spanOf(day).first >= first && spanOf(day).first <= last;
  });
  const total = (code: string): { readonly yuan: readonly Decimal[]; readonly left: number } => {
    const known = inPeriod.filter((row) => rowValueOf(row, code) !== null);
    const yuan = known.flatMap((row) => yuanOf(row, code, rates, year) ?? []);
    return { yuan, left: known.length - yuan.length };
  };
  const [reported, recognised] = [total('amount'), total('recognised')];
  if (reported.yuan.length === 0) return '';
  const left = reported.left === 0 ? '' : `（${reported.left}笔外币没有汇率，未计入）`;
  const judged = recognised.yuan.length === 0 ? '' : `，已认定${moneyWords(sum(recognised.yuan))}`;
  return `到位资金${inPeriod.length}笔、${moneyWords(sum(reported.yuan))}${left}${judged}。`;
}
