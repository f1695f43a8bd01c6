/** Whether the percentages of a column stand as fractions (0.125 for 12.5%). */
import { compare, placesOf, type Decimal } from '../../domain/exact/decimal.ts';

/**
 * Whether shares typed without a percent sign look like fractions of one: then nobody can tell 0.12
 * from 0.12 %.
 */
export function looksLikeFractions(values: readonly Decimal[]): boolean {
  const told = values.filter((value) => compare(value, '0') !== 0);
  return (
    told.length >= 2 && told.every((value) => compare(value, '1') < 0 && compare(value, '-1') > 0)
  );
}

/**
 * The places of those that look like fractions beside percentages: 0.125 and 0.045 beside 12.5 and
 * 8.3, told by their more places.
 */
export function fractionsAmong(values: readonly (Decimal | null)[]): readonly number[] {
  const isSmall = (value: Decimal): boolean => compare(value, '1') < 0 && compare(value, '-1') > 0;
  const told = values
    .filter((value) => value !== null)
    .filter((value) => compare(value, '0') !== 0);
  const whole = told.filter((value) => !isSmall(value));
  if (whole.length === 0) return [];
  // one place is what percentages have: 0.4 beside 5 is 0.4 %
  const places = Math.max(1, ...whole.map(placesOf));
  return values.flatMap((value, at) =>
    value !== null && compare(value, '0') !== 0 && isSmall(value) && placesOf(value) > places
      ? [at]
      : [],
  );
}
