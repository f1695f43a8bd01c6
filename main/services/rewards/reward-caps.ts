/** What binds several rewards: caps of a receiver and of a rule, and the best of a set. */
import { add, compare, subtract, sum, trim, type Decimal } from '../../domain/exact/decimal.ts';
import {
  dividedBy,
  rounded,
  times,
  whole as wholeOf,
  wholeTimes,
  ZERO,
} from '../../domain/exact/fraction.ts';
import { shareAsFraction } from '../../domain/rewards/shares.ts';
import { cappedAmount, rewardAmountInWords, type Award } from '../../domain/rewards/amount.ts';
import { type RewardRule } from '../../domain/rewards/rule.ts';
import { moneyName, type RewardCandidate, type StandingShare } from './reward-candidate.ts';

/**
 * The caps of each receiver and of the rule, the larger awards first. What stands has taken its
 * part already; what is refused takes none.
 * Of a team the award is cut so far that nobody's share passes the cap.
 */
export function cappedRewards(
  rule: RewardRule,
  found: readonly RewardCandidate[],
  stands: readonly StandingShare[],
): readonly RewardCandidate[] {
  const taken = takenBy(stands);
  return found.map((one) => {
    // what stands shows what it would be today beside the others
    if (one.standing !== null)
      return {
        ...one,
        award: cut(rule, one, takenBy(stands.filter((share) => share.reward !== one.standing))),
      };
    if (one.refused !== null) return one;
    const award = cut(rule, one, taken);
    for (const who of one.receivers)
      take(
        taken,
        nameOf(who),
        rounded(times(shareAsFraction(who.percent) ?? ZERO, award.amount), 2),
      );
    if (one.receivers.length === 0) take(taken, '', award.amount);
    return { ...one, award };
  });
}
type Taken = Map<string, Decimal>;
const take = (taken: Taken, who: string, amount: Decimal): unknown =>
  taken.set(who, add(taken.get(who) ?? '0', amount));
function takenBy(shares: readonly StandingShare[]): Taken {
  const taken: Taken = new Map();
  for (const share of shares) take(taken, nameOf(share), share.amount);
  return taken;
}

function cut(rule: RewardRule, one: RewardCandidate, taken: Taken): Award {
  const money = moneyName(rule);
  const own =
    rule.mostPerReceiver === null ? one.award : teamCapped(one, rule.mostPerReceiver, taken, money);
  if (rule.mostInAll === null) return own;
  const rest = subtract(rule.mostInAll, sum(taken.values()));
  const left = compare(rest, '0') > 0 ? trim(rest) : '0';
  return compare(own.amount, left) <= 0
    ? own
    : {
        amount: left,
        words: `${own.words}，总额封顶${rewardAmountInWords(rule.mostInAll, money)}，只剩${rewardAmountInWords(left, money)}`,
      };
}
const nameOf = (who: { readonly unit: string | null; readonly person: string | null }): string =>
  `${who.unit ?? ''}|${who.person ?? ''}`;

/** In whole 元, rounded down: what is left to each, over the percent that is theirs. */
function teamCapped(
  { award, receivers }: RewardCandidate,
  most: Decimal,
  taken: ReadonlyMap<string, Decimal>,
  money: string,
): Award {
  if (receivers.length === 0)
    return cappedAmount(award.amount, award.words, most, '每个得奖者封顶', money);
  const bounds = receivers.map((who) => {
    const left = subtract(most, taken.get(nameOf(who)) ?? '0');
    return {
      who,
      most: compare(left, '0') <= 0 ? '0' : mostByShare(left, who.percent),
    };
  });
  const least = bounds.reduce((low, one) => (compare(one.most, low.most) < 0 ? one : low));
  return compare(award.amount, least.most) <= 0
    ? award
    : {
        amount: least.most,
        words: `${award.words}，${least.who.person ?? least.who.unit ?? ''}累计封顶${rewardAmountInWords(most, money)}，减为${rewardAmountInWords(least.most, money)}`,
      };
}

/** The largest whole award of which the share is no more than what is left. */
function mostByShare(left: Decimal, share: string): Decimal {
  const { over, under } = shareAsFraction(share) ?? ZERO;
  return compare(over, '0') <= 0 ? '0' : wholeTimes(dividedBy(times(wholeOf(left), under), over));
}

/**
 * Of rules that name the same set a project keeps the highest, or the one that it was given
 * already; equal ones keep the first rule's.
 */
export function bestRewards(found: readonly RewardCandidate[]): readonly RewardCandidate[] {
  const setOf = (one: RewardCandidate): string | null =>
    one.rule.best === null
      ? null
      : `${one.rule.best}|${one.project ?? one.subjectKey ?? one.subject}`;
  const sets = Map.groupBy(
    found.filter((one) => one.refused === null),
    setOf,
  );
  return found.map((one): RewardCandidate => {
    const rivals =
      one.rule.best === null || one.refused !== null ? [] : (sets.get(setOf(one)) ?? []);
    const given = rivals.find((other) => other.standing !== null);
    const best =
      given ??
      rivals.reduce(
        (high, other) => (compare(other.award.amount, high.award.amount) > 0 ? other : high),
        rivals[0] ?? one,
      );
    return best === one || one.standing !== null
      ? one
      : {
          ...one,
          refused: `就高不重复，${given === undefined ? '' : '已'}按“${best.rule.name}”奖`,
        };
  });
}
