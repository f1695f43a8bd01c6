/**
 * Exact fractions of decimals: a quotient keeps both its parts until it is rounded once, so that no
 * digit of a third is lost before a weight multiplies it.
 */
import { add, compare, divide, multiply, subtract, type Decimal } from './decimal.ts';

/** numerator ÷ denominator; the denominator is above zero */
export interface Fraction {
  readonly over: Decimal;
  readonly under: Decimal;
}

export const whole = (value: Decimal): Fraction => ({ over: value, under: '1' });
export const ZERO = whole('0');

/** null where `under` is zero */
export function fraction(over: Decimal, under: Decimal): Fraction | null {
  const sign = compare(under, '0');
  if (sign === 0) return null;
  return sign > 0 ? { over, under } : { over: subtract('0', over), under: subtract('0', under) };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: add(multiply(a.over, b.under), multiply(b.over, a.under)),
  under: multiply(a.under, b.under),
});
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, times(b, '-1'));
export const times = (a: Fraction, factor: Decimal): Fraction => ({
  over: multiply(a.over, factor),
  under: a.under,
});
/** a ÷ divisor. @throws RangeError where the divisor is not above zero */
export function dividedBy(a: Fraction, divisor: Decimal): Fraction {
  if (compare(divisor, '0') <= 0) throw new RangeError(`division by ${divisor}`);
  return { over: a.over, under: multiply(a.under, divisor) };
}
export const compareFractions = (a: Fraction, b: Fraction): -1 | 0 | 1 =>
  compare(multiply(a.over, b.under), multiply(b.over, a.under));
export const least = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) <= 0 ? a : b);
export const most = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) >= 0 ? a : b);

/** Rounded half away from zero to `places`. */
export const rounded = (value: Fraction, places: number): Decimal =>
  divide(value.over, value.under, places) ?? '0';

/** The greatest whole number not above the fraction, of one that is not below zero. */
export function wholeTimes(value: Fraction): Decimal {
  const near = rounded(value, 0);
  return compareFractions(whole(near), value) > 0 ? subtract(near, '1') : near;
}
