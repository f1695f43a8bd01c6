/**
 * Sentences of the month's bulletin (月通报) about the whole county, made from figures (domain.md
 * §11): the verb by the kind, 增长/下降/持平 by sign, 个百分点 for points; a missing figure leaves
 * a blank.
 */
import { compare, round, subtract, type Decimal } from '../exact/decimal.ts';
import { isShare } from '../exact/measure.ts';
import type { Direction, IndicatorKind } from '../targets/indicator.ts';
import type { Counts } from './ranking.ts';
import { sentenceText, type ToldFigure, type FigureSource, type Sentence } from './sentence.ts';
import { isLevel, partName, toldAs } from './verbs.ts';
import { BLANK_WORD, growthPlaces, PACE_WORDS } from './words.ts';

export interface BulletinUnit {
  readonly unit: number;
  readonly name: string;
  readonly cumulative: Decimal | null;
  /** as the annex prints it, where its parts were rounded so that they add up */
  readonly printed?: Decimal;
  /** percent, two places */
  readonly completion: Decimal | null;
  /** points over (+) or under (−) pace */
  readonly gap: Decimal | null;
  readonly place: number | null;
}
export interface BulletinIndicator {
  readonly id: number;
  readonly name: string;
  readonly measure: string;
  readonly places: number;
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  /** of the whole county */
  readonly target: Decimal | null;
  readonly month: Decimal | null;
  readonly cumulative: Decimal | null;
  readonly yoy: Decimal | null;
  readonly completion: Decimal | null;
  readonly gap: Decimal | null;
  readonly counts: Counts;
  readonly units: readonly BulletinUnit[];
}
/** 1—9月, 9月, 全区, and what completion is measured against (年度目标, 力争目标, 上级任务). */
export interface BulletinPeriod {
  readonly span: string;
  readonly month: string;
  readonly whole: string;
  readonly against: string;
}

const unsigned = (value: Decimal): Decimal => value.replace(/^-/, '');
/** A figure of the whole county, told without its sign where words tell that. */
const told = (
  one: BulletinIndicator,
  of: FigureSource['of'],
  places: number,
  figure: Decimal | null = one[of === 'points' ? 'cumulative' : of],
): ToldFigure => ({ figure, places, source: { indicator: one.id, unit: null, of } });
const amount = (one: BulletinIndicator, of: 'target' | 'month' | 'cumulative'): Sentence => [
  told(one, of, one.places),
  one.measure,
];

/** 超序时进度42.31个百分点, 欠序时进度12.92个百分点, 与序时进度持平; of a ceiling 超控制进度25.00个百分点. */
function gapParts(one: BulletinIndicator): Sentence {
  const words = PACE_WORDS[one.direction];
  if (one.gap === null) return [];
  const sign = compare(one.gap, '0');
  return sign === 0
    ? [words.even]
    : [sign > 0 ? words.over : words.under, told(one, 'gap', 2, unsigned(one.gap)), '个百分点'];
}

/** 同比增长6.5%; of a share 比上年同期上升10.0个百分点, with the places of the share. */
function yoyParts(one: BulletinIndicator): Sentence {
  const share = isShare(one.measure);
  const { yoy } = one;
  if (yoy === null) return [share ? `比上年同期${BLANK_WORD}` : `同比${BLANK_WORD}`];
  const places = share ? one.places : growthPlaces([yoy]);
  const sign = compare(round(yoy, places), '0');
  const figure = told(one, 'yoy', places, unsigned(yoy));
  if (sign === 0) return [share ? '与上年同期持平' : '同比持平'];
  return share
    ? [`比上年同期${sign > 0 ? '上升' : '下降'}`, figure, '个百分点']
    : [`同比${sign > 0 ? '增长' : '下降'}`, figure, '%'];
}

/**
 * Of what adds up over the year: 占年度目标66.30亿元的74.25%，欠序时进度0.75个百分点. `brief`:
 * without the target's own figure.
 */
function flowShare(one: BulletinIndicator, against: string, brief: boolean): readonly Sentence[] {
  if (one.completion === null) return [];
  const target = brief ? [] : amount(one, 'target');
  return [
    [
      one.direction === 'up' ? `占${against}` : '占全年控制数',
      ...target,
      '的',
      told(one, 'completion', 2),
      '%',
    ],
    gapParts(one),
  ];
}

/** Of a level, which is reached or is not: 年度目标19家，已达到; 年度目标95%，还差6.9个百分点. */
function levelShare(one: BulletinIndicator, against: string): readonly Sentence[] {
  const { target, cumulative, direction } = one;
  if (target === null || cumulative === null) return [];
  const goal: Sentence = [direction === 'up' ? against : '全年控制数', ...amount(one, 'target')];
  const over = subtract(cumulative, target);
  if (compare(over, '0') * (direction === 'up' ? 1 : -1) >= 0)
    return [goal, [direction === 'up' ? '已达到' : '没有超']];
  const by = told(one, 'points', one.places, unsigned(over));
  return [
    goal,
    [direction === 'up' ? '还差' : '超', by, isShare(one.measure) ? '个百分点' : one.measure],
  ];
}

/**
 * The figure with what belongs to it, without its period: 完成合同引资49.23亿元（其中…）, 同比…,
 * 占年度目标的…. Nothing reported is a blank and nothing more.
 */
function clauses(
  one: BulletinIndicator,
  against: string,
  more: { readonly brief: boolean; readonly parts: readonly BulletinIndicator[] },
): readonly Sentence[] {
  const inside = more.parts.flatMap((part, at): Sentence => [
    `${at === 0 ? '（其中' : '、'}${partName(part.name)}`,
    ...amount(part, 'cumulative'),
  ]);
  const figure: Sentence = [
    toldAs(one),
    ...amount(one, 'cumulative'),
    ...inside,
    inside.length === 0 ? '' : '）',
  ];
  if (one.cumulative === null) return [figure];
  const share = isLevel(one) ? levelShare(one, against) : flowShare(one, against, more.brief);
  return [figure, yoyParts(one), ...share];
}
const withCommas = (sentences: readonly Sentence[]): Sentence =>
  sentences.filter((one) => one.length > 0).flatMap((one, at) => (at === 0 ? one : ['，', ...one]));

/**
 * 完成合同引资49.23亿元（其中省际到位资金30.00亿元），同比增长6.5%，占年度目标的74.25%，欠序时进度0.75个百分点:
 * of one indicator with its parts, in a row of several.
 */
export const briefParts = (
  one: BulletinIndicator,
  against: string,
  parts: readonly BulletinIndicator[] = [],
): Sentence => withCommas(clauses(one, against, { brief: true, parts }));

/** 1—9月，全区完成合同引资49.23亿元，同比增长6.5%，占年度目标66.30亿元的74.25%，欠序时进度0.75个百分点；9月当月完成4.98亿元。 */
export function wholeSentence(
  one: BulletinIndicator,
  { span, month, whole, against }: BulletinPeriod,
): string {
  const level = isLevel(one);
  const head = level ? `截至${month}底，${whole}` : `${span}，${whole}`;
  const body = withCommas(clauses(one, against, { brief: false, parts: [] }));
  const alone: Sentence =
    level || span === month || one.month === null
      ? []
      : [`；${month}当月${monthVerb(one)}`, ...amount(one, 'month')];
  return `${head}${sentenceText([...body, ...alone])}。`;
}

/** 当月完成4.98亿元, 当月发生0起, 当月死亡0人; else 当月为. */
const monthVerb = (one: BulletinIndicator): string =>
  /^(?:完成|发生)/u.exec(toldAs(one))?.[0] ?? (toldAs(one).endsWith('死亡') ? '死亡' : '为');

/**
 * 12个单位中，完成全年任务2个，过半10个（含完成2个），无实绩0个，欠序时7个。 A level is reached or
 * not. Blanks where nobody has a figure yet. `units`: how many have a target.
 */
export function countWords(
  units: number,
  { counts, direction, kind }: Pick<BulletinIndicator, 'direction' | 'kind' | 'counts'>,
): string {
  if (units === 0) return '';
  const count = (value: number): string => (counts.ranked === 0 ? BLANK_WORD : String(value));
  const { finished, half, nothing, behind } = counts;
  if (direction === 'down')
    return `${units}个单位中，${PACE_WORDS.down.behind}${count(behind)}个。`;
  if (kind !== 'flow') return `${units}个单位中，达到年度目标${count(finished)}个。`;
  return `${units}个单位中，完成全年任务${count(finished)}个，过半${count(half)}个${finished === 0 ? '' : `（含完成${finished}个）`}，无实绩${count(nothing)}个，${PACE_WORDS.up.behind}${count(behind)}个。`;
}
