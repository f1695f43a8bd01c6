/** Money (金额): an integer number of 分 with its currency; shown in 元, 万元 or 亿元. */
import { fromScaled, multiply, round, toScaled, type Decimal } from './decimal.ts';
import { convert, measureOf, type Currency, type Measure } from './measure.ts';

/** Integer 分 (hundredths of the currency's unit). */
export type Fen = bigint;

export interface Money {
  readonly fen: Fen;
  readonly currency: Currency;
}

/**
 * `value` given in a money measure, as 分. `exact` is false where a fraction of a 分 was rounded
 * half-up.
 */
export function fenOf(value: Decimal, measure: Measure): { fen: Fen; exact: boolean } {
  // the base of every money measure is 元 of its currency, so this is exact until the one rounding
  const { scaled, exact } = toScaled(multiply(value, measure.times), 2);
  return { fen: scaled, exact };
}

const YUAN_OF: Record<Currency, string> = {
  CNY: '元',
  USD: '美元',
  HKD: '港元',
  EUR: '欧元',
  JPY: '日元',
};

/**
 * 元 with two places, as the contract and the command line give it: 38000000000n → "380000000.00".
 */
export function yuanText(fen: Fen): Decimal {
  return fromScaled(fen, 2);
}

export function fenOfYuan(yuan: Decimal): Fen {
  return toScaled(yuan, 2).scaled;
}

/** 元 (or the currency's own) stated in a measure, exactly. */
export function moneyIn(value: Decimal, measure: Measure): Decimal {
  const yuan = measureOf(YUAN_OF[measure.currency ?? 'CNY']);
  if (yuan === null) throw new RangeError(`no base measure for ${measure.name}`);
  return convert(value, yuan, measure);
}

/**
 * 分 stated in a money measure, rounded half-up to `places`; all needed places where `places` is
 * absent.
 */
export function inMeasure(fen: Fen, measure: Measure, places?: number): Decimal {
  const value = moneyIn(fromScaled(fen, 2), measure);
  return places === undefined ? value : round(value, places);
}
