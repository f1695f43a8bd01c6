/**
 * Exchange rates (汇率): an amount keeps its own currency; the office's rule turns it into 元 by
 * one rate a year or by the day's (domain.md §6).
 */
import { add, multiply, type Decimal } from './decimal.ts';
import type { Day } from '../days/day.ts';
import type { Currency } from './measure.ts';

export const RATE_RULES = [
  { value: 'fixed', label: '全年一个汇率' },
  { value: 'day', label: '到账当日汇率' },
] as const;
export type RateRule = (typeof RATE_RULES)[number]['value'];

export interface Rate {
  readonly currency: string;
  readonly year: number;
  /** null: the rate of the whole year */
  readonly date: Day | null;
  /** 元 for one unit of the currency */
  readonly rate: Decimal;
}

export interface ExchangeRates {
  readonly rule: RateRule;
  readonly list: readonly Rate[];
}

export interface Amount {
  /** in units of its currency: 元, 美元 */
  readonly amount: Decimal;
  readonly currency: string;
  readonly date: Day | null;
}

/**
 * Null where the rule has no rate for it: a rate is never taken from another year or day. An
 * undated amount takes the rate of `year`, the year in view, under the yearly rule only.
 */
export function rateFor(
  { rule, list }: ExchangeRates,
  { currency, date }: Omit<Amount, 'amount'>,
  year: number,
): Decimal | null {
  if (currency === ('CNY' satisfies Currency)) return '1';
  if (rule === 'day')
    return date === null
      ? null
      : (list.find((one) => one.currency === currency && one.date === date)?.rate ?? null);
  const wanted = date === null ? year : Number(date.slice(0, 4));
  return (
    list.find((one) => one.currency === currency && one.date === null && one.year === wanted)
      ?.rate ?? null
  );
}

export interface InYuan<T extends Amount> {
  /** exact; of all amounts that have a rate */
  readonly yuan: Decimal;
  /** amounts without a rate: in no sum */
  readonly without: readonly T[];
}

/** All amounts together in 元, exactly: 80.0 亿元 + 2500 万美元 at 6.48 are 81.62 亿元. */
export function totalInYuan<T extends Amount>(
  amounts: readonly T[],
  rates: ExchangeRates,
  year: number,
): InYuan<T> {
  let yuan: Decimal = '0';
  const without: T[] = [];
  for (const one of amounts) {
    const rate = rateFor(rates, one, year);
    if (rate === null) without.push(one);
    else yuan = add(yuan, multiply(one.amount, rate));
  }
  return { yuan, without };
}
