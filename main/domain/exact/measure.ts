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

/** What is measured: money, or one of the plain quantities. Only measures of one dimension convert; those that are mere words, each only to itself. */
export type Dimension =
  | 'money'
  | 'area'
  | 'count'
  | 'share'
  | 'mass'
  | 'length'
  | 'power'
  | 'volume'
  | 'word';

export interface Measure {
  readonly name: string;
  readonly dimension: Dimension;
  /** how many base measures one of these is, as a fraction: base of money is 元 (of its currency), of area ㎡ */
  readonly times: Decimal;
  readonly per: Decimal;
  readonly currency?: Currency;
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
  plain('亩', 'area', '2000', '3'),
  plain('万亩', 'area', '20000000', '3'),
  plain('个', 'count'),
  plain('项', 'count'),
  plain('家', 'count'),
  plain('户', 'count'),
  plain('人', 'count'),
  plain('万人', 'count', '10000'),
  plain('次', 'count'),
  plain('件', 'count'),
  plain('处', 'count'),
  plain('%', 'share'),
  plain('‰', 'share', '1', '10'),
  plain('吨', 'mass'),
  plain('万吨', 'mass', '10000'),
  plain('米', 'length'),
  plain('公里', 'length', '1000'),
  plain('千瓦', 'power'),
  plain('MW', 'power', '1000'),
  plain('立方米', 'volume'),
  plain('万立方米', 'volume', '10000'),
  plain('千克', 'mass', '1', '1000'),
  plain('公斤', 'mass', '1', '1000'),
  ...['名', '台', '套', '辆', '座', '头', '株', '人次'].map((name) => plain(name, 'count')),
  plain('万人次', 'count', '10000'),
  plain('万件', 'count', '10000'),
  ...['岁', '分', '天', '课时', '小时', '吨标煤', '万吨标煤'].map((name) => plain(name, 'word')),
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
};

/** The measure called `name` (full-width and common variants included), or null. */
export function measureOf(name: string): Measure | null {
  const clean = name.normalize('NFKC').replace(/\s/g, '').replace(/m2$/, '㎡');
  return (
    BY_NAME.get(clean) ??
    BY_NAME.get(SAME[name.trim()] ?? SAME[clean] ?? '') ??
    BY_NAME.get(name.trim()) ??
    null
  );
}

/** Whether a figure in `from` may be stated in `to`: one dimension and, for money, one currency. */
export function converts(from: Measure, to: Measure): boolean {
  return (
    from.dimension === to.dimension &&
    from.currency === to.currency &&
    (from.dimension !== 'word' || from.name === to.name)
  );
}

/** `value` in `from`, stated in `to`: exact where possible, else rounded once to `places` (亩 ↔ ㎡). @throws where the two do not convert. */
export function convert(value: Decimal, from: Measure, to: Measure, places = 10): Decimal {
  if (!converts(from, to)) throw new RangeError(`${from.name} does not convert to ${to.name}`);
  const numerator = multiply(multiply(value, from.times), to.per);
  const result = divide(numerator, multiply(from.per, to.times), places);
  return trim(add(result ?? '0', '0'));
}
