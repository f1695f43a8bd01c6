/**
 * The sentences of 月通报 about the whole county, written from the model's figures by the rules of
 * domain.md §11.
 */
import {
  fixed,
  minus,
  rounded,
  sign,
  times,
  whole,
  order,
  type Fraction,
  type Maybe,
} from './fractions.ts';
import { KINDS, type Kind, type Life } from './life.ts';
import { placesNeeded } from './fractions.ts';
import { pageOf, type Line, type Page } from './model.ts';

const BLANK = '（　　）';
const said = (value: Maybe, places: number): string =>
  value === null ? BLANK : fixed(value, places);
const unsigned = (value: Fraction, places: number): string => fixed(value, places).replace('-', '');
const SUBJECTS: Readonly<Record<string, string>> = {
  invest: '完成固定资产投资',
  tax: '完成税收',
  deaths: '事故死亡',
  firms: '规模以上工业企业达到',
  old: '落后产能企业为',
  rate: '污水处理率为',
  found: '排查隐患达到',
  mended: '整改隐患达到',
  mending: '隐患整改率为',
  foreign: '完成利用外资',
};

function growthWords(one: Kind, { growth }: Line): string {
  const isShare = one.measure === '%';
  if (growth === null) return isShare ? `比上年同期${BLANK}` : `同比${BLANK}`;
  const places = isShare ? one.places : Math.max(1, placesNeeded(growth, 2));
  const is = sign(rounded(growth, places));
  if (is === 0) return isShare ? '与上年同期持平' : '同比持平';
  const size = unsigned(growth, places);
  return isShare
    ? `比上年同期${is > 0 ? '上升' : '下降'}${size}个百分点`
    : `同比${is > 0 ? '增长' : '下降'}${size}%`;
}

function shareWords(one: Kind, line: Line, isBrief: boolean): readonly string[] {
  const { target, cumulative, completion, gap } = line;
  const isUp = one.direction === 'up';
  if (one.kind !== 'flow') {
    if (target === null || cumulative === null) return [];
    const goal = `${isUp ? '年度目标' : '全年控制数'}${said(target, one.places)}${one.measure}`;
    const away = minus(cumulative, target);
    if (sign(away) * (isUp ? 1 : -1) >= 0) return [goal, isUp ? '已达到' : '没有超'];
    const measure = one.measure === '%' ? '个百分点' : one.measure;
    return [goal, `${isUp ? '还差' : '超'}${unsigned(away, one.places)}${measure}`];
  }
  if (completion === null) return [];
  const goal = isBrief ? '' : `${said(target, one.places)}${one.measure}`;
  const share = `占${isUp ? '年度目标' : '全年控制数'}${goal}的${said(completion, 2)}%`;
  if (gap === null) return [share];
  const [even, more, less] = isUp
    ? ['与序时进度持平', '超序时进度', '欠序时进度']
    : ['与控制进度持平', '超控制进度', '低于控制进度'];
  return [
    share,
    sign(gap) === 0 ? even : `${sign(gap) > 0 ? more : less}${unsigned(gap, 2)}个百分点`,
  ];
}

/** 完成税收120万元，同比增长6.5%，占年度目标的74.25%，欠序时进度0.75个百分点 */
function clause(one: Kind, line: Line, isBrief: boolean): string {
  const figure = `${SUBJECTS[one.code] ?? ''}${said(line.cumulative, one.places)}${one.measure}`;
  return line.cumulative === null
    ? figure
    : [figure, growthWords(one, line), ...shareWords(one, line, isBrief)].join('，');
}

/** 1—4月, or 12—3月 of a year that begins in December */
function monthWords(
  { firstMonth }: Life,
  month: number,
): { readonly place: number; readonly span: string } {
  const place = firstMonth === 12 ? ((month + 10) % 12) + 1 : month;
  return { place, span: month === 1 ? `${place}月` : `${firstMonth}—${place}月` };
}

/**
 * What the month's document says of the whole county: what adds up over the year first, then what
 * stands at its end.
 */
export function bulletinOf(life: Life, year: number, month: number): string {
  const { place, span } = monthWords(life, month);
  const pages = KINDS.map((one) => ({ one, page: pageOf(life, year, one, month) }));
  const told = (isFlow: boolean, head: string): string => {
    const own = pages.filter(({ one }) => (one.kind === 'flow') === isFlow);
    return own.length === 0
      ? ''
      : `${head}，全县${own.map(({ one, page }) => clause(one, page.whole, true)).join('；')}。`;
  };
  return told(true, span) + told(false, `截至${place}月底`);
}

export function wordsOf(life: Life, month: number, one: Kind, page: Page): string {
  const { place, span } = monthWords(life, month);
  const isLevel = one.kind !== 'flow';
  const head = isLevel ? `截至${place}月底，全县` : `${span}，全县`;
  const alone =
    isLevel || month === 1 || page.whole.month === null
      ? ''
      : `；${place}月当月${one.direction === 'down' ? '死亡' : '完成'}${said(page.whole.month, one.places)}${one.measure}`;
  return `${head}${clause(one, page.whole, false)}${alone}。${countWords(one, page)}${reported(page)}`;
}

function countWords(one: Kind, { lines }: Page): string {
  const owed = lines.filter(({ target }) => target !== null);
  if (owed.length === 0) return '';
  const ranked = owed.filter(({ place }) => place !== null);
  const count = (fits: (line: Line) => boolean): string =>
    ranked.length === 0 ? BLANK : String(ranked.filter(fits).length);
  const isAt = ({ cumulative, target }: Line, percent: number): boolean =>
    cumulative !== null &&
    target !== null &&
    order(times(cumulative, whole(100)), times(target, whole(percent))) >= 0;
  const isBehind = ({ gap }: Line): boolean =>
    gap !== null && sign(gap) * (one.direction === 'up' ? 1 : -1) < 0;
  if (one.direction === 'down') return `${owed.length}个单位中，超控制进度${count(isBehind)}个。`;
  const finished = count((line) => isAt(line, 100));
  if (one.kind !== 'flow') return `${owed.length}个单位中，达到年度目标${finished}个。`;
  const among = finished === '0' || finished === BLANK ? '' : `（含完成${finished}个）`;
  return `${owed.length}个单位中，完成全年任务${finished}个，过半${count((line) => isAt(line, 50))}个${among}，无实绩${count(({ cumulative }) => cumulative !== null && sign(cumulative) === 0)}个，欠序时${count(isBehind)}个。`;
}

function reported({ lines, missing }: Page): string {
  const owed = lines.filter(({ target }) => target !== null).length;
  return missing.length === 0 || missing.length >= owed
    ? ''
    : `${owed}个单位中${owed - missing.length}个已报，合计不含${missing.join('、')}。`;
}
