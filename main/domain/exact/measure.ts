/** Measures (计量单位): what a figure's unit means and how one converts to another, exactly. */
import { add, divide, multiply, trim, type Decimal } from './decimal.ts';

export const CURRENCIES = ['CNY', 'USD', 'HKD', 'EUR', 'JPY'] as const;
export type Currency = (typeof CURRENCIES)[number];
export const CURRENCY_NAMES: Record<Currency, string> = {
  CNY: '人民币',
  USD: '美元',
  HKD: '港元',
  EUR: '欧元',
  JPY: '日元',
};

/**
 * What is measured: money, or one of the plain quantities. Only measures of one dimension convert;
 * those that are mere words, only within their own word (万份 is 份).
 */
export type Dimension =
  | 'money'
  | 'area'
  | 'count'
  | 'people'
  | 'share'
  | 'mass'
  | 'length'
  | 'power'
  | 'volume'
  | 'word';

export interface Measure {
  readonly name: string;
  readonly dimension: Dimension;
  /**
   * how many base measures one of these is, as a fraction: base of money is 元 (of its currency),
   * of area ㎡
   */
  readonly times: Decimal;
  readonly per: Decimal;
  readonly currency?: Currency;
  /** of a mere word: the word that it is a multiple of */
  readonly family?: string;
}

const money = (name: string, times: Decimal, currency: Currency): Measure => ({
  name,
  dimension: 'money',
  times,
  per: '1',
  currency,
});
const plain = (
  name: string,
  dimension: Dimension,
  times: Decimal = '1',
  per: Decimal = '1',
): Measure => ({ name, dimension, times, per });

const SCALES: readonly (readonly [string, Decimal])[] = [
  ['', '1'],
  ['百', '100'],
  ['千', '1000'],
  ['万', '10000'],
  ['百万', '1000000'],
  ['千万', '10000000'],
  ['亿', '100000000'],
];
const MONEY_WORDS: readonly (readonly [string, Currency])[] = [
  ['元', 'CNY'],
  ['人民币', 'CNY'],
  ['美元', 'USD'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
];

const word = (name: string, family = name, times: Decimal = '1'): Measure => ({
  ...plain(name, 'word', times),
  family,
});
/** Counted in words of their own: 起 of accidents are no 个 of projects. */
const WORDS: readonly string[] = (
  '次 起 批 批次 家次 台次 车次 班次 场次 户次 件次 例次 条 块 张 份 例 笔 宗 期 篇 场 节 册 支 枚 粒 间 栋 幢 ' +
  '盏 眼 孔 艘 架 只 匹 羽 尾 棵 桶 瓶 箱 袋 包 轮 床 张床 床位 学时 工日 标准箱 标箱 吨标煤 千瓦时 标方 ' +
  '台套 台件 套件 头只 人份 项次 辆次 架次 艘次 床次 盒 罐 根 卷 帧'
).split(' ');
const LONE_WORDS: readonly string[] =
  '岁 分 天 课时 小时 分钟 倍 个百分点 百分点 毫克 克 微克 升 毫升 毫米 分贝 ℃ 人年'.split(' ');

const ALL: readonly Measure[] = [
  ...MONEY_WORDS.flatMap(([word, currency]) =>
    SCALES.map(([scale, times]) => money(scale + word, times, currency)),
  ),
  plain('㎡', 'area'),
  plain('平方米', 'area'),
  plain('万㎡', 'area', '10000'),
  plain('万平方米', 'area', '10000'),
  plain('平方公里', 'area', '1000000'),
  plain('公顷', 'area', '10000'),
  plain('千公顷', 'area', '10000000'),
  plain('万公顷', 'area', '100000000'),
  plain('亩', 'area', '2000', '3'),
  plain('千亩', 'area', '2000000', '3'),
  plain('万亩', 'area', '20000000', '3'),
  ...['个', '项', '家', '户', '件', '处', '台', '套', '辆', '座', '头', '株'].flatMap((name) => [
    plain(name, 'count'),
    plain(`万${name}`, 'count', '10000'),
    plain(`亿${name}`, 'count', '100000000'),
  ]),
  plain('人', 'people'),
  plain('名', 'people'),
  plain('千人', 'people', '1000'),
  plain('万人', 'people', '10000'),
  // those who came, added over the occasions: 参训人数 of many courses
  plain('人次', 'people'),
  plain('万人次', 'people', '10000'),
  plain('%', 'share'),
  plain('‰', 'share', '1', '10'),
  plain('吨', 'mass'),
  plain('千吨', 'mass', '1000'),
  plain('万吨', 'mass', '10000'),
  plain('米', 'length'),
  plain('公里', 'length', '1000'),
  plain('千瓦', 'power'),
  plain('万千瓦', 'power', '10000'),
  plain('MW', 'power', '1000'),
  plain('立方米', 'volume'),
  plain('万立方米', 'volume', '10000'),
  plain('亿立方米', 'volume', '100000000'),
  plain('千克', 'mass', '1', '1000'),
  plain('公斤', 'mass', '1', '1000'),
  ...WORDS.flatMap((name) => [
    word(name),
    word(`万${name}`, name, '10000'),
    word(`亿${name}`, name, '100000000'),
  ]),
  ...LONE_WORDS.map((name) => word(name)),
];
const BY_NAME = new Map(ALL.map((measure) => [measure.name, measure]));
/** Longest first, so that 万美元 is found before 美元 and 万元 before 元. */
export const MEASURE_NAMES: readonly string[] = [...BY_NAME.keys()].sort(
  (a, b) => b.length - a.length,
);

const SAME: Record<string, string> = {
  平米: '㎡',
  万: '万元',
  亿: '亿元',
  百分比: '%',
  万美金: '万美元',
  美金: '美元',
  USD: '美元',
  平方: '㎡',
  立方: '立方米',
  方: '立方米',
  m3: '立方米',
  万方: '万立方米',
  万立方: '万立方米',
  千米: '公里',
  km: '公里',
  kg: '千克',
  mg: '毫克',
  μg: '微克',
  kW: '千瓦',
  kWh: '千瓦时',
  度: '千瓦时',
  万度: '万千瓦时',
  吨标准煤: '吨标煤',
  万吨标准煤: '万吨标煤',
};

/**
 * The measure called `name` (full-width and common variants included), one over another (吨/万元)
 * too; null for a word that is none.
 */
export function measureOf(name: string): Measure | null {
  const clean = name.normalize('NFKC').replace(/\s/g, '').replace(/m2$/, '㎡');
  return (
    BY_NAME.get(clean) ??
    BY_NAME.get(SAME[name.trim()] ?? SAME[clean] ?? '') ??
    BY_NAME.get(name.trim()) ??
    // 亿元人民币
    BY_NAME.get(clean.replace(/^人民币(?=.)|(?<=元)人民币$/, '')) ??
    // 台（套）, 件(次)
    BY_NAME.get(clean.replace(/[()]/g, '')) ??
    quotientOf(clean)
  );
}

/** 吨标煤/万元, 万元/亩, 毫克/立方米: known only as what it is. */
function quotientOf(clean: string): Measure | null {
  const [over, under, more] = clean.split('/');
  const known = (one: string | undefined): boolean =>
    one !== undefined && (BY_NAME.has(one) || BY_NAME.has(SAME[one] ?? ''));
  return more === undefined && known(over) && known(under) ? word(clean) : null;
}

/** Whether figures of that measure are shares: what changes in them are percentage points. */
export const isShare = (measure: string): boolean => measureOf(measure)?.dimension === 'share';

/**
 * As `measureOf`, but a word that nobody knows is a measure of its own: what stands where only a
 * measure can stand. Null for none at all.
 */
export function statedMeasure(name: string): Measure | null {
  const clean = name.normalize('NFKC').replace(/\s/g, '');
  return measureOf(name) ?? (/^[^\d\-—–/\\]{1,8}$/.test(clean) ? word(clean) : null);
}

const isCounting = ({ dimension, times, per }: Measure): boolean =>
  (dimension === 'count' || dimension === 'people') && times === '1' && per === '1';

/**
 * Whether a figure in `from` may be stated in `to`: one dimension and, for money, one currency; 个
 * says of people and things no more than that they are counted.
 */
export function converts(from: Measure, to: Measure): boolean {
  if (from.name === '个' || to.name === '个') return isCounting(from) && isCounting(to);
  return (
    from.dimension === to.dimension &&
    from.currency === to.currency &&
    (from.dimension !== 'word' || (from.family ?? from.name) === (to.family ?? to.name))
  );
}

/**
 * `value` in `from`, stated in `to`: exact where possible, else rounded once to `places` (亩 ↔ ㎡).
 * @throws where the two do not convert.
 */
export function convert(value: Decimal, from: Measure, to: Measure, places = 10): Decimal {
  if (!converts(from, to)) throw new RangeError(`${from.name} does not convert to ${to.name}`);
  const numerator = multiply(multiply(value, from.times), to.per);
  const result = divide(numerator, multiply(from.per, to.times), places);
  return trim(add(result ?? '0', '0'));
}
