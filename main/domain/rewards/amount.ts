/**
 * How much a rule gives: tiers whole or marginal, fixed sums, caps, rounding to 元; each step in
 * words (domain.md §7).
 */
import { compare, multiply, subtract, trim, type Decimal } from '../exact/decimal.ts';
import {
  compareFractions,
  dividedBy,
  plus,
  rounded,
  times,
  whole,
  ZERO,
  type Fraction,
} from '../exact/fraction.ts';
import type { RateTier, RewardKind, RewardRule } from './rule.ts';

export interface Award {
  /** whole units of the currency */
  readonly amount: Decimal;
  /** how it comes about: “1000×3‰＋9000×4‰＋2000×5‰＝49万元” */
  readonly words: string;
}

const WAN = '10000';
const PARTS: Readonly<Record<'%' | '‰', Decimal>> = { '%': '100', '‰': '1000' };

/** @param base in 万 of the rule's currency */
export function awardOf(
  rule: RewardRule,
  what: Exclude<RewardKind, { kind: 'graded' }>,
  base: Decimal,
  money: string,
): Award {
  const raw = what.kind === 'fixed' ? fixedSum(what.tiers, base, money) : share(what, base, money);
  return cappedAmount(rounded(raw.amount, 0), raw.words, rule.mostPerAward, '单笔封顶', money);
}

function fixedSum(
  tiers: Extract<RewardKind, { kind: 'fixed' }>['tiers'],
  base: Decimal,
  money: string,
): { readonly amount: Fraction; readonly words: string } {
  const tier = tiers.filter((one) => compare(base, one.from) >= 0).at(-1);
  if (tier === undefined)
    return { amount: ZERO, words: `${shownAmount(base)}万${money}没到最低一档，不奖` };
  return {
    amount: whole(tier.amount),
    words: `${shownAmount(base)}万${money}，达${shownAmount(tier.from)}万${money}档，定额${rewardAmountInWords(tier.amount, money)}`,
  };
}

function share(
  what: Extract<RewardKind, { kind: 'share' }>,
  base: Decimal,
  money: string,
): { readonly amount: Fraction; readonly words: string } {
  const parts =
    what.mode === 'whole' ? wholePart(what.tiers, base) : marginalParts(what.tiers, base);
  if (parts.length === 0)
    return { amount: ZERO, words: `${shownAmount(base)}万${money}没到最低一档，不奖` };
  const amount = parts.reduce(
    (total, part) =>
      plus(total, dividedBy(times(whole(multiply(part.of, part.rate)), WAN), PARTS[what.per])),
    ZERO,
  );
  return {
    amount,
    words: `${parts.map((part) => `${shownAmount(part.of)}万×${shownAmount(part.rate)}${what.per}`).join('＋')}＝${rewardAmountInWords(rounded(amount, 0), money)}`,
  };
}

interface Taken {
  readonly of: Decimal;
  readonly rate: Decimal;
}
/** The highest tier reached, its lower bound included, takes all (全额). */
function wholePart(tiers: readonly RateTier[], base: Decimal): readonly Taken[] {
  const tier = tiers.filter((one) => compare(base, one.from) >= 0).at(-1);
  return tier === undefined ? [] : [{ of: base, rate: tier.rate }];
}
/** Each tier takes what lies between its bound and the next (超额累进). */
function marginalParts(tiers: readonly RateTier[], base: Decimal): readonly Taken[] {
  return tiers.flatMap((tier, at): readonly Taken[] => {
    const next = tiers[at + 1]?.from ?? null;
    const top = next !== null && compare(next, base) < 0 ? next : base;
    return compare(top, tier.from) > 0 ? [{ of: subtract(top, tier.from), rate: tier.rate }] : [];
  });
}

/** An amount cut at a bound says so. */
export function cappedAmount(
  amount: Decimal,
  words: string,
  most: Decimal | null,
  label: string,
  money: string,
): Award {
  if (most === null || compare(amount, most) <= 0) return { amount, words };
  return { amount: trim(most), words: `${words}，${label}${rewardAmountInWords(most, money)}` };
}

/** Whether nothing is left of an award. */
export const isNothing = (award: Award): boolean =>
  compareFractions(whole(award.amount), ZERO) <= 0;

const shownAmount = (value: Decimal): string => trim(value);
/** Units of the currency as people say them: 490000 → 49万元, 26000 → 2.6万美元, 500 → 500元. */
export function rewardAmountInWords(amount: Decimal, money: string): string {
  return compare(amount, WAN) >= 0
    ? `${trim(multiply(amount, '0.0001'))}万${money}`
    : `${trim(amount)}${money}`;
}
