/** What kind of field a column becomes, and why in one sentence. */
import type { OwnKind, OwnPattern } from '../../domain/ledgers/own-definition.ts';
import { YES_NO } from '../../domain/ledgers/own.ts';
import type { Measure } from '../../domain/exact/measure.ts';
import { PER_ROW } from '../../domain/ledgers/field.ts';
import { readChoice } from '../../domain/read/choice.ts';
import type { Seen } from './column.ts';

export interface Guess {
  readonly kind: OwnKind;
  readonly reason: string;
  readonly measure?: string | null;
  readonly places?: number;
  readonly choices?: readonly string[];
  readonly pattern?: OwnPattern | null;
}
export interface KindQuestion {
  /** the header without its measure */
  readonly label: string;
  /** the words above it too: 到位资金 over 1月 */
  readonly path: string;
  /** stated by the header */
  readonly stated: Measure | null;
  /** stated by the sheet: 单位：万元、平方米 */
  readonly notes: readonly Measure[];
  readonly seen: Seen;
  /** how many of its distinct values are units of the county */
  readonly units: number;
  /** another column says the measure of each row */
  readonly perRow: boolean;
}

const ENOUGH = 0.9;
const DIGITS = /电话|手机|联系方式|身份证|证号|证件号|账号|卡号|信用代码|注册号/;
const CODE = /编号|代码|编码|号码$|文号|证书号/;
const PERSON =
  /姓名|负责人|责任人|联系人|法人|法定代表人|经办人|讲师|授课人|教师|领导|站长|业主|包抓人|信息员$/;
const DAY = /时间|日期|年月|时限|期限|有效期/;
const MONEY =
  /资金|金额|投资|产值|收入|税|销售额|交易额|经费|贷款|费用|补助|补贴|利润|资产|工资|额$/;
const SHARE = /率$|占比|比例|比重|增幅|百分/;

export function guessKind(asked: KindQuestion): Guess {
  const { seen, label } = asked;
  if (seen.filled === 0) return { kind: 'text', reason: '这一列还是空的，先当文字' };
  return (
    digits(asked) ??
    yesNo(asked) ??
    day(asked) ??
    figure(asked) ??
    names(asked) ??
    (PERSON.test(label) && seen.longest <= 8
      ? { kind: 'person', reason: `“${label}”是人名` }
      : words(asked))
  );
}

/** Numbers that only look like figures stay as they are written. */
function digits({ seen, label }: KindQuestion): Guess | null {
  const all = (shape: RegExp): boolean =>
    seen.distinct.every((text) => shape.test(text.replace(/[\s-]/g, '')));
  if (all(/^\d{17}[\dXx]$/))
    return { kind: 'phone', pattern: 'id-card', reason: '都是18位身份证号，按文字存，末尾不丢' };
  if (all(/^[0-9A-Z]{18}$/) && /信用代码/.test(label))
    return { kind: 'phone', pattern: 'credit-code', reason: '都是18位统一社会信用代码，按文字存' };
  if (all(/^1[3-9]\d{9}$/))
    return { kind: 'phone', pattern: 'mobile', reason: '都是11位手机号，按文字存' };
  if (DIGITS.test(label) && seen.distinct.every((text) => /\d{3}/.test(text)))
    return { kind: 'phone', pattern: null, reason: `“${label}”是号码，按文字存` };
  return CODE.test(label) ? { kind: 'text', reason: `“${label}”是编号，按文字存` } : null;
}

function yesNo({ seen }: KindQuestion): Guess | null {
  const reads = seen.distinct.every(
    (text) => text.length <= 3 && !/^\d/.test(text) && readChoice(text, YES_NO).kind === 'value',
  );
  return reads
    ? {
        kind: 'yes-no',
        choices: wordsOf(seen.distinct),
        reason: `只有${seen.distinct.slice(0, 4).join('、')}，是打勾的一列`,
      }
    : null;
}

/** The words that the sheet itself uses. */
function wordsOf(distinct: readonly string[]): readonly string[] {
  const pairs = [
    ['√', '×'],
    ['有', '无'],
  ] as const;
  return pairs.find((pair) => pair.some((word) => distinct.includes(word))) ?? [];
}

function day({ seen, label }: KindQuestion): Guess | null {
  const named = DAY.test(label);
  // 2015 and 41000 are figures, unless the head says that they are days
  const told = seen.figures < seen.filled * ENOUGH || named;
  if (seen.days < seen.filled * (named ? 0.6 : ENOUGH) || !told) return null;
  const share = `${seen.filled}个值里${seen.days}个是日期`;
  const onlyMonths =
    seen.months === seen.days && seen.distinct.every((text) => !/^\d{4}年?$/.test(text));
  return onlyMonths
    ? { kind: 'month', reason: `${share}，都只到月` }
    : { kind: 'date', reason: share };
}

function figure(asked: KindQuestion): Guess | null {
  const { seen, label, path, stated: own, notes } = asked;
  if (seen.figures < seen.filled * ENOUGH) return null;
  const stated = own ?? noted(path, notes);
  const share = `${seen.filled}个值里${seen.figures}个是数`;
  const places = Math.min(4, seen.places);
  if (
    stated?.dimension === 'share' ||
    seen.percents >= seen.filled * ENOUGH ||
    (SHARE.test(label) && stated === null)
  )
    return {
      kind: 'percent',
      places: Math.max(1, Math.min(2, places)),
      reason: `${share}，是百分比`,
    };
  if (stated?.dimension === 'money')
    return {
      kind: 'money',
      measure: stated.name,
      places: Math.max(2, Math.min(4, places)),
      reason: `${share}，表里写着${stated.name}`,
    };
  if (stated !== null)
    return {
      kind: 'number',
      measure: stated.name,
      places,
      reason: `${share}，表里写着${stated.name}`,
    };
  if (asked.perRow)
    return {
      kind: 'number',
      measure: PER_ROW,
      places,
      reason: `${share}，各行的计量单位不同，不合计`,
    };
  if (MONEY.test(label) || MONEY.test(path))
    return {
      kind: 'money',
      measure: null,
      places: 2,
      reason: `${share}，像是金额，表里没写是元还是万元，请选一个`,
    };
  const measure = usualMeasure(label);
  return {
    kind: 'number',
    measure,
    places,
    reason:
      measure === null
        ? `${share}，表里没写计量单位，请选一个`
        : `${share}，单位按“${label}”取${measure}`,
  };
}

const USUAL: readonly (readonly [RegExp, string])[] = [
  [/人数|职工|从业|员工|学员|就业|人口|参训|人员|男$|女$/, '人'],
  [/户数|农户|户$/, '户'],
  [/年龄/, '岁'],
  [/得分|分数|成绩|评分|总分|加分|扣分|[（(]\d+分[）)]/, '分'],
  [/课时|学时/, '课时'],
  [/天数|天$/, '天'],
  [/台|设备|车辆/, '台'],
  [/次数|次$|批次/, '次'],
  [/企业|家数|商户/, '家'],
  [/面积|占地/, ''],
];

/** The measure that such a figure has without saying so; land has none. */
function usualMeasure(label: string): string | null {
  const found = USUAL.find(([word]) => word.test(label))?.[1] ?? '个';
  return found === '' ? null : found;
}
const LAND = /面积|占地|用地/;

/**
 * What the sheet's note says of a column: of land its measure of land, of what counts by itself
 * nothing, of anything else its money.
 */
function noted(path: string, notes: readonly Measure[]): Measure | null {
  const land = LAND.test(path);
  if (!land && USUAL.some(([word]) => word.test(path))) return null;
  const fitting = notes.filter((one) =>
    land ? one.dimension === 'area' : one.dimension === 'money' || notes.length === 1,
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function names({ seen, label, units }: KindQuestion): Guess | null {
  const all = seen.distinct.length;
  if (units === all) return { kind: 'unit', reason: `${all}个名称都是本县的单位` };
  if (units >= 3 && units >= all * MOST_OF_THEM)
    return { kind: 'unit', reason: `${all}个名称里${units}个是本县的单位，其余的导入时会问` };
  return /^(?:所在|所属)?(?:单位|乡镇|镇街?|部门|责任单位)$/.test(label) && seen.longest <= 16
    ? { kind: 'text', reason: '有的名称不在单位里，先当文字；单位建全后可换成单位' }
    : null;
}

const MOST_OF_THEM = 0.8;
const MOST_CHOICES = 12;

function words({ seen }: KindQuestion): Guess {
  const few =
    seen.distinct.length > 1 &&
    seen.distinct.length <= MOST_CHOICES &&
    seen.distinct.length * 3 <= seen.filled &&
    seen.longest <= 12;
  if (few && seen.figures === 0)
    return {
      kind: 'choice',
      choices: seen.distinct,
      reason: `${seen.filled}个值只有${seen.distinct.length}种，做成选项`,
    };
  if (seen.average > 24 || seen.longest > 60 || seen.distinct.some((text) => text.includes('\n')))
    return { kind: 'long', reason: '字多，当长文字' };
  return { kind: 'text', reason: '文字' };
}
