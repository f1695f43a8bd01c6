/**
 * An award in parts that add up to it exactly: among receivers by shares, and over time by
 * instalments.
 */
import { compare, type Decimal } from '../exact/decimal.ts';
import {
  compareFractions,
  minus,
  plus,
  rounded,
  times,
  whole,
  wholeTimes,
  ZERO,
  type Fraction,
} from '../exact/fraction.ts';
import type { Fen } from '../exact/money.ts';
import { isFractionText, shareAsFraction } from './shares.ts';

const YUAN = 100n;

/**
 * Parts in whole 元 where the amount is, else in 分: rounded down, and what is left goes to the
 * largest remainders, of equal ones to the first. @param shares make the whole
 */
export function partsByShares(fen: Fen, shares: readonly string[]): readonly Fen[] {
  const unit = fen % YUAN === 0n ? YUAN : 1n;
  const units = String(fen / unit);
  const exact = shares.map((share) => times(shareAsFraction(share) ?? ZERO, units));
  const parts = exact.map((one) => BigInt(wholeTimes(one)));
  let left = fen / unit - parts.reduce((total, part) => total + part, 0n);
  const byRemainder = exact
    .map((one, at) => ({ at, rest: minus(one, whole(String(parts[at] ?? 0n))) }))
    .sort((a, b) => compareFractions(b.rest, a.rest) || a.at - b.at);
  for (const { at } of byRemainder) {
    if (left <= 0n) break;
    parts[at] = (parts[at] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => part * unit);
}

/**
 * What each receiver gets of each instalment: over the receivers they add up to the instalment,
 * over the instalments to the receiver's share.
 * @param shares and `instalments` have one sum
 * @returns by instalment, then by receiver
 */
export function rewardPayouts(
  shares: readonly Fen[],
  instalments: readonly Fen[],
): readonly (readonly Fen[])[] {
  const whole = instalments.reduce((total, part) => total + part, 0n);
  const unit = [...shares, ...instalments].every((one) => one % YUAN === 0n) ? YUAN : 1n;
  let before: readonly Fen[] = shares.map(() => 0n);
  let due = 0n;
  return instalments.map((part) => {
    due += part;
    const others = shares
      .slice(1)
      .map((share) => (whole === 0n ? 0n : ((share * due) / whole / unit) * unit));
    const until = [due - others.reduce((total, one) => total + one, 0n), ...others];
    const now = until.map((one, at) => one - (before[at] ?? 0n));
    before = until;
    return now;
  });
}

/** Why the shares cannot stand; null where they can. */
export function rewardShareProblem(
  shares: readonly { readonly name: string; readonly percent: Decimal }[],
): string | null {
  if (shares.length === 0) return '尚未填写得奖人或单位';
  const [twice] = shares.filter(
    (one, at) => shares.findIndex((other) => other.name === one.name) !== at,
  );
  if (twice !== undefined) return `“${twice.name}”写了两次，请并成一行`;
  const parts = shares.map((one): Fraction => shareAsFraction(one.percent) ?? ZERO);
  const wrong = shares.find((_, at) => compareFractions(parts[at] ?? ZERO, ZERO) <= 0);
  if (wrong !== undefined) return `“${wrong.name}”的比例要大于0`;
  const total = parts.reduce(plus, ZERO);
  if (compareFractions(total, whole('1')) === 0) return null;
  const exact = shares.some((one) => isFractionText(one.percent));
  const text = rounded(times(total, '100'), exact ? 4 : 2).replace(/\.?0+$/, '');
  return `比例合计${compare(text, '100') === 0 ? '不是整个' : `${text}%`}，要等于100%`;
}
