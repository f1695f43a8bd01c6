/** An award in parts that add up to it exactly: among receivers by shares, and over time by instalments. */
import { compare, sum, type Decimal } from '../exact/decimal.ts';
import { dividedBy, times, whole, wholeTimes } from '../exact/fraction.ts';
import type { Fen } from '../exact/money.ts';

/** Parts by percent in whole 分, rounded down; what is left goes to the first. @param percents make 100 */
export function partsByPercent(fen: Fen, percents: readonly Decimal[]): readonly Fen[] {
  const parts = percents.map((percent) =>
    BigInt(wholeTimes(dividedBy(times(whole(fen.toString()), percent), '100'))),
  );
  const left = fen - parts.reduce((total, part) => total + part, 0n);
  return parts.map((part, at) => (at === 0 ? part + left : part));
}

/**
 * What each receiver gets of each instalment: over the receivers they add up to the instalment, over the instalments to the receiver's share.
 * @param shares and `instalments` have one sum
 * @returns by instalment, then by receiver
 */
export function rewardPayouts(
  shares: readonly Fen[],
  instalments: readonly Fen[],
): readonly (readonly Fen[])[] {
  const whole = instalments.reduce((total, part) => total + part, 0n);
  let before: readonly Fen[] = shares.map(() => 0n);
  let due = 0n;
  return instalments.map((part) => {
    due += part;
    const others = shares.slice(1).map((share) => (whole === 0n ? 0n : (share * due) / whole));
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
  if (shares.length === 0) return '还没有写得奖的人或单位';
  const [twice] = shares.filter(
    (one, at) => shares.findIndex((other) => other.name === one.name) !== at,
  );
  if (twice !== undefined) return `“${twice.name}”写了两次，请并成一行`;
  const wrong = shares.find((one) => compare(one.percent, '0') <= 0);
  if (wrong !== undefined) return `“${wrong.name}”的比例要大于0`;
  const total = sum(shares.map((one) => one.percent));
  return compare(total, '100') === 0 ? null : `比例合计${total}%，要等于100%`;
}
