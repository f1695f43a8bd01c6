/** An award in parts that add up to it exactly: among receivers by shares, and over time by instalments. */
import { compare, sum, type Decimal } from '../decimal.ts';
import { dividedBy, times, whole, wholeTimes } from '../fraction.ts';
import type { Fen } from '../money.ts';

/** Parts by percent in whole 分, rounded down; what is left goes to the first. @param percents make 100 */
export function partsByPercent(fen: Fen, percents: readonly Decimal[]): readonly Fen[] {
  const parts = percents.map((percent) => BigInt(wholeTimes(dividedBy(times(whole(fen.toString()), percent), '100'))));
  const left = fen - parts.reduce((total, part) => total + part, 0n);
  return parts.map((part, at) => (at === 0 ? part + left : part));
}

/** Why the shares cannot stand; null where they can. */
export function shareProblem(shares: readonly { readonly name: string; readonly percent: Decimal }[]): string | null {
  if (shares.length === 0) return '还没有写得奖的人或单位';
  const [twice] = shares.filter((one, at) => shares.findIndex((other) => other.name === one.name) !== at);
  if (twice !== undefined) return `“${twice.name}”写了两次，请并成一行`;
  const wrong = shares.find((one) => compare(one.percent, '0') <= 0);
  if (wrong !== undefined) return `“${wrong.name}”的比例要大于0`;
  const total = sum(shares.map((one) => one.percent));
  return compare(total, '100') === 0 ? null : `比例合计${total}%，要等于100%`;
}
