/** Whether the percentages of a column stand as fractions (0.125 for 12.5%). */
import { compare, type Decimal } from '../../domain/exact/decimal.ts';

/** Whether shares typed without a percent sign look like fractions of one: then nobody can tell 0.12 from 0.12 %. */
export function looksLikeFractions(values: readonly Decimal[]): boolean {
  const told = values.filter((value) => compare(value, '0') !== 0);
  return (
    told.length >= 2 && told.every((value) => compare(value, '1') < 0 && compare(value, '-1') > 0)
  );
}
