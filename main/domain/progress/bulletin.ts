/** Sentences of the month's bulletin (月通报), made from figures (domain.md §11): 增长/下降/持平 by sign, 个百分点 for points, laggards with their numbers; a missing figure leaves a blank. */
import { compare, round, subtract, trim, type Decimal } from '../exact/decimal.ts';
import type { Direction, IndicatorKind } from '../targets/indicator.ts';
import { changeWords } from '../targets/target.ts';
import type { Counts } from './ranking.ts';
import { isShare } from '../exact/measure.ts';
import { BLANK_WORD, growthPlaces, isBehindPace, PACE_WORDS } from './words.ts';

export interface BulletinUnit {
  readonly name: string;
  readonly cumulative: Decimal | null;
  /** percent, two places */
  readonly completion: Decimal | null;
  /** points over (+) or under (−) pace */
  readonly gap: Decimal | null;
  readonly place: number | null;
}
export interface BulletinIndicator {
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

const figure = (
  value: Decimal | null,
  one: Pick<BulletinIndicator, 'measure' | 'places'>,
): string => (value === null ? BLANK_WORD : round(value, one.places)) + one.measure;
const percent = (value: Decimal | null): string =>
  value === null ? BLANK_WORD : `${round(value, 2)}%`;
const points = (value: Decimal): string => `${round(value, 2).replace(/^-/, '')}个百分点`;

/** 超序时进度42.31个百分点, 欠序时进度12.92个百分点, 与序时进度持平; of a ceiling 超控制进度25.00个百分点. */
export function gapWords(gap: Decimal | null, direction: Direction): string {
  const words = PACE_WORDS[direction];
  if (gap === null)
    return direction === 'up'
      ? `超（欠）序时进度${BLANK_WORD}个百分点`
      : `比控制进度${BLANK_WORD}个百分点`;
  const sign = compare(gap, '0');
  return sign === 0 ? words.even : `${sign > 0 ? words.over : words.under}${points(gap)}`;
}

/** 同比增长6.5%; of a share 比上年同期上升10.00个百分点. */
function yoyWords(one: BulletinIndicator): string {
  const { yoy } = one;
  if (!isShare(one.measure))
    return `同比${yoy === null ? BLANK_WORD : changeWords(round(yoy, growthPlaces([yoy])))}`;
  if (yoy === null) return `比上年同期${BLANK_WORD}`;
  const sign = compare(yoy, '0');
  return sign === 0
    ? '与上年同期持平'
    : `比上年同期${sign > 0 ? '上升' : '下降'}${pointsOf(one, yoy)}`;
}
const pointsOf = (one: BulletinIndicator, value: Decimal): string =>
  `${trim(round(value, Math.max(one.places, 2))).replace(/^-/, '')}个百分点`;

/** Of what adds up over the year: 占年度目标66.30亿元的74.25%，欠序时进度0.75个百分点. */
function flowShare(one: BulletinIndicator, against: string): string {
  const gap =
    one.gap === null && one.completion !== null ? '' : `，${gapWords(one.gap, one.direction)}`;
  return `，${one.direction === 'up' ? `占${against}` : '占全年控制数'}${figure(one.target, one)}的${percent(one.completion)}${gap}`;
}

/** Of a level, which is reached or is not: 年度目标19家，已达到; 年度目标95%，低6.90个百分点. */
function levelShare(one: BulletinIndicator, against: string): string {
  const { target, cumulative, direction } = one;
  if (target === null) return '';
  const goal = `，${direction === 'up' ? against : '全年控制数'}${figure(target, one)}`;
  if (cumulative === null) return goal;
  const over = subtract(cumulative, target);
  const sign = compare(over, '0') * (direction === 'up' ? 1 : -1);
  if (sign >= 0) return `${goal}，${direction === 'up' ? '已达到' : '没有超'}`;
  const by = isShare(one.measure) ? pointsOf(one, over) : figure(over.replace(/^-/, ''), one);
  return `${goal}，${direction === 'up' ? '还差' : '超'}${by}`;
}

/** 1—9月，全区完成合同引资49.23亿元，同比（　　），占年度目标66.30亿元的74.25%，欠序时进度0.75个百分点；9月当月完成4.98亿元。 */
export function wholeSentence(
  one: BulletinIndicator,
  { span, month, whole, against }: BulletinPeriod,
): string {
  if (one.kind !== 'flow' || isShare(one.measure)) {
    const is = one.kind === 'stock' && one.direction === 'up' ? '达到' : '为';
    return `截至${month}底，${whole}${one.name}${is}${figure(one.cumulative, one)}，${yoyWords(one)}${levelShare(one, against)}。`;
  }
  const done = one.direction === 'up' ? `完成${one.name}` : `${one.name}为`;
  const share = one.target === null ? '' : flowShare(one, against);
  const alone =
    span === month
      ? ''
      : `；${month}当月${one.direction === 'up' ? '完成' : '为'}${figure(one.month, one)}`;
  return `${span}，${whole}${done}${figure(one.cumulative, one)}，${yoyWords(one)}${share}${alone}。`;
}

/** 完成全年任务的2个：慕仪镇（106.61%）、科技工业园区（102.63%）；过半的10个（含完成全年任务的）。 */
export function finishedSentence(one: BulletinIndicator): string {
  const finished = ranked(one).filter(
    (unit) =>
      unit.completion !== null &&
      (one.direction === 'up' ? compare(unit.completion, '100') >= 0 : false),
  );
  if (one.kind !== 'flow')
    return finished.length === 0
      ? ''
      : `达到年度目标的${finished.length}个：${finished.map((unit) => unit.name).join('、')}。`;
  const names =
    finished.length === 0
      ? '还没有单位完成全年任务'
      : `完成全年任务的${finished.length}个：${finished.map((unit) => `${unit.name}（${percent(unit.completion)}）`).join('、')}`;
  return `${names}；完成过半的${one.counts.half}个${finished.length === 0 ? '' : '（含完成全年任务的）'}。`;
}

/** 居前三位的是慕仪镇（106.61%）、…: shared places stand together. */
export function leadersSentence(one: BulletinIndicator): string {
  const first = ranked(one).filter(
    (unit) =>
      unit.place !== null && unit.place <= LEADERS && compare(unit.completion ?? '0', '0') > 0,
  );
  return first.length === 0
    ? ''
    : `完成率居前的是${first.map((unit) => `${unit.name}（${percent(unit.completion)}）`).join('、')}。`;
}
const LEADERS = 3;

/** 欠序时进度的2个：区工信局（完成46.43%，欠28.57个百分点）、…: the furthest behind first. */
export function laggardsSentence(one: BulletinIndicator): string {
  const behind = one.units
    .filter((unit) => isBehindPace(one.direction, unit.gap))
    .sort((a, b) => compare(a.gap ?? '0', b.gap ?? '0') * (one.direction === 'up' ? 1 : -1));
  if (behind.length === 0)
    return one.units.some((unit) => unit.gap !== null)
      ? one.direction === 'up'
        ? '各单位都达到序时进度。'
        : '各单位都没有超控制进度。'
      : '';
  const [head, done, by] =
    one.direction === 'up' ? ['欠序时进度', '完成', '欠'] : ['超控制进度', '已占控制数', '超'];
  return `${head}的${behind.length}个：${behind.map((unit) => `${unit.name}（${done}${percent(unit.completion)}，${by}${points(unit.gap ?? '0')}）`).join('、')}。`;
}

/** 无实绩的1个：虢镇。还没有报数的1个：县功镇。 */
export function nothingSentence(one: BulletinIndicator): string {
  const nothing = one.units.filter(
    (unit) =>
      unit.cumulative !== null && compare(unit.cumulative, '0') === 0 && one.direction === 'up',
  );
  const silent = one.units.filter((unit) => unit.cumulative === null);
  const told = (label: string, units: readonly BulletinUnit[]): string =>
    units.length === 0
      ? ''
      : `${label}的${units.length}个：${units.map((unit) => unit.name).join('、')}。`;
  return told('无实绩', nothing) + told('还没有报数', silent);
}

/** 12个单位中，完成全年任务2个，过半10个（含完成2个），无实绩0个，欠序时7个。 A level is reached or not. Blanks where nobody has a figure yet. `units`: how many have a target. */
export function countWords(
  units: number,
  { counts, direction, kind }: Pick<BulletinIndicator, 'direction' | 'kind' | 'counts'>,
): string {
  if (units === 0) return '';
  const told = (count: number): string => (counts.ranked === 0 ? BLANK_WORD : String(count));
  const { finished, half, nothing, behind } = counts;
  if (direction === 'down') return `${units}个单位中，${PACE_WORDS.down.behind}${told(behind)}个。`;
  if (kind !== 'flow') return `${units}个单位中，达到年度目标${told(finished)}个。`;
  return `${units}个单位中，完成全年任务${told(finished)}个，过半${told(half)}个${finished === 0 ? '' : `（含完成${finished}个）`}，无实绩${told(nothing)}个，${PACE_WORDS.up.behind}${told(behind)}个。`;
}

const ranked = (one: BulletinIndicator): readonly BulletinUnit[] =>
  one.units.filter((unit) => unit.place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
