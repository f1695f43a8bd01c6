/**
 * Shares of an award as people write them: percents (33.33), or fractions of it (1/3), which are
 * exact.
 */
import { compare, isDecimal, type Decimal } from '../exact/decimal.ts';
import { dividedBy, fraction, whole, type Fraction } from '../exact/fraction.ts';

const PARTS = /^(\d{1,4})\/(\d{1,4})$/;
export const isFractionText = (text: string): boolean => PARTS.test(text);

/** What of the whole a share is; null where it is none. */
export function shareAsFraction(text: string): Fraction | null {
  const [, over, under] = PARTS.exec(text) ?? [];
  if (over !== undefined && under !== undefined) return fraction(over, under);
  return isDecimal(text) && compare(text, '0') >= 0 ? dividedBy(whole(text), '100') : null;
}

/** 33.33% of percents, 1/3 as it is. */
export const shareInWords = (text: Decimal): string => (isFractionText(text) ? text : `${text}%`);
