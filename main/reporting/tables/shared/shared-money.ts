/**
 * Money of records by the units that it counts for: each record's amount once, in parts that add up
 * to it exactly.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import { creditPartsOf, type Share } from '../../../domain/projects/credit.ts';
import { add, type Decimal } from '../../../domain/exact/decimal.ts';
import type { Value } from '../../../domain/ledgers/field.ts';

/**
 * Sums by unit of what `amountOf` says of each row; where a row names no share its whole amount
 * goes to `otherwise`.
 */
export function moneyByUnit(
  rows: readonly Row[],
  sharesOf: (row: Row) => readonly Share[],
  otherwise: (row: Row) => Value,
  amountOf: (row: Row) => Decimal | null,
): ReadonlyMap<Value, Decimal> {
  const sums = new Map<Value, Decimal>();
  const put = (unit: Value, amount: Decimal): void =>
    void sums.set(unit, add(sums.get(unit) ?? '0', amount));
  for (const row of rows) {
    const amount = amountOf(row);
    if (amount === null) continue;
    const shares = sharesOf(row);
    if (shares.length === 0) put(otherwise(row), amount);
    else for (const part of creditPartsOf(amount, shares)) put(part.unit, part.amount);
  }
  return sums;
}
