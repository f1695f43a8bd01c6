/**
 * What counted records add up to in an indicator's measure: amounts in other currencies by the
 * office's rates, those without a rate told apart.
 */
import type { CountedTally } from '../../data/records/counted.ts';
import { rateFor, type ExchangeRates } from '../../domain/exact/exchange.ts';
import {
  add,
  divide,
  fromScaled,
  multiply,
  trim,
  type Decimal,
} from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field } from '../../domain/ledgers/field.ts';
import {
  convert,
  converts,
  CURRENCIES,
  CURRENCY_NAMES,
  measureOf,
  type Currency,
} from '../../domain/exact/measure.ts';

/** Amounts that have no rate, and so are in no sum. */
export interface LeftOut {
  readonly currency: Currency;
  /** in ten thousands of it: 万美元 */
  readonly amount: Decimal;
  readonly records: number;
}
export interface CountedAmounts {
  readonly value: Decimal;
  readonly records: number;
  readonly leftOut: readonly LeftOut[];
}
/** How stored totals become figures of the indicator. */
export interface AmountScale {
  readonly sum: Field | null;
  /** of the indicator */
  readonly measure: string;
  /** whether totals are × 10^4, shared by hundredths of a percent */
  readonly shared: boolean;
  readonly rates: ExchangeRates;
  /** whose rate an amount without a day takes */
  readonly year: number;
}

/** Exact: nothing is rounded, so that units add up to the county. */
export function addUp(tallies: readonly CountedTally[], scale: AmountScale): CountedAmounts {
  let [value, records]: [Decimal, number] = ['0', 0];
  const left = new Map<Currency, LeftOut>();
  for (const one of tallies) {
    const currency = CURRENCIES.find((code) => code === one.currency) ?? null;
    const rate =
      currency === null || currency === measureCurrencyOf(scale.measure)
        ? '1'
        : rateInto(scale, currency, one.day);
    if (currency !== null && rate === null) {
      // an indicator in dollars leaves out yuan by its nature
      if (measureCurrencyOf(scale.measure) !== 'CNY') continue;
      const before = left.get(currency);
      left.set(currency, {
        currency,
        records: one.records + (before?.records ?? 0),
        amount: add(before?.amount ?? '0', inMeasure(one, scale, `万${UNITS[currency]}`, '1')),
      });
    } else {
      value = add(value, inMeasure(one, scale, scale.measure, rate ?? '1'));
      records += one.records;
    }
  }
  return {
    value: trim(value),
    records,
    leftOut: CURRENCIES.flatMap((code) => left.get(code) ?? []),
  };
}

/** The currency that a measure is of; a count's is 元 like any other's. */
export const measureCurrencyOf = (measure: string): Currency =>
  measureOf(measure)?.currency ?? 'CNY';

/** Rates turn amounts into 元 alone: dollars are not made of yuan. */
const rateInto = (
  { measure, rates, year }: AmountScale,
  currency: Currency,
  date: string | null,
): Decimal | null =>
  measureCurrencyOf(measure) === 'CNY' ? rateFor(rates, { currency, date }, year) : null;

/**
 * The currencies whose amounts an indicator of this measure takes in, by what the office has rates
 * for.
 */
export const takenIn = (measure: string, { list }: ExchangeRates): readonly Currency[] =>
  CURRENCIES.filter(
    (code) =>
      code === measureCurrencyOf(measure) ||
      (measureCurrencyOf(measure) === 'CNY' && list.some((rate) => rate.currency === code)),
  );

/** 另有2笔120万美元没有汇率，没算进来。 */
export const leftOutWords = (left: readonly LeftOut[]): string =>
  left.length === 0
    ? ''
    : `另有${left.map((one) => `${one.records}条${one.amount}万${UNITS[one.currency]}`).join('、')}没有汇率，没算进来。`;

/** What an amount is counted in. */
export const UNITS: Readonly<Record<Currency, string>> = {
  CNY: '元',
  USD: '美元',
  HKD: '港元',
  EUR: '欧元',
  JPY: '日元',
};

/** The measure that a field's figures are in as they are stored: money in 元 of its currency. */
function ownMeasure(sum: Field, currency: Currency): string {
  if (sum.kind === 'money')
    return UNITS[typeof sum.currency === 'string' ? sum.currency : currency];
  return sum.kind === 'decimal' ? sum.measure : '';
}

/** @throws Fault indicator.definition where the field's figures are no such measure */
export function refuseMeasure(sum: Field, measure: string): void {
  const [from, to] = [measureOf(ownMeasure(sum, measureCurrencyOf(measure))), measureOf(measure)];
  if (from?.name === to?.name && from !== null) return;
  if (from === null || to === null || !converts(from, to))
    throw new Fault('indicator.definition', { why: `“${sum.label}”不能折成${measure}` });
}

/**
 * Places that 分 shared by hundredths of a percent need when stated in 亿元 at a rate of ten
 * places.
 */
const EXACT = 24;

function inMeasure(
  { total }: CountedTally,
  { sum, shared }: AmountScale,
  measure: string,
  rate: Decimal,
): Decimal {
  const places =
    (shared ? 4 : 0) + (sum?.kind === 'money' ? 2 : sum?.kind === 'decimal' ? sum.scale : 0);
  const value = multiply(fromScaled(total, places), rate);
  if (sum === null) return inCounts(value, measure);
  const [from, to] = [measureOf(ownMeasure(sum, measureCurrencyOf(measure))), measureOf(measure)];
  if (from === null || to === null)
    throw new Fault('indicator.definition', { why: `“${sum.label}”不能折成${measure}` });
  return convert(value, from, to, EXACT);
}

/**
 * Records are counted one by one, whatever they are called: 个, 次, 起; 万人 is ten thousand of
 * them.
 */
function inCounts(value: Decimal, measure: string): Decimal {
  const known = measureOf(measure);
  return known === null || (known.dimension !== 'count' && known.dimension !== 'people')
    ? trim(value)
    : trim(divide(value, known.times, EXACT) ?? value);
}

/** The names by which a filter asks for the currencies. */
export const currencyNames = (codes: readonly Currency[]): string =>
  codes.map((code) => CURRENCY_NAMES[code]).join('、');
