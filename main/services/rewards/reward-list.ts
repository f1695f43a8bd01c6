/**
 * A year's awards as the window shows them: how far each is, what it would be today, what is still
 * owed.
 */
import type { Reward, RewardInstalment, RewardSums } from '../../../preload/contract/rewards.ts';
import { instalmentsOf, rewardsOf, sharesOf, type RewardRow } from '../../data/rewards/rewards.ts';
import { inCapitals } from '../../domain/exact/capitals.ts';
import { compare, subtract, sum, trim, type Decimal } from '../../domain/exact/decimal.ts';
import { yuanText } from '../../domain/exact/money.ts';
import type { RewardRule } from '../../domain/rewards/rule.ts';
import { stateOf } from '../../domain/rewards/state.ts';
import { type Book } from '../book/book.ts';
import { rewardDueOf } from './reward-due.ts';
import { keyOf, proposeRewards } from './reward-proposals.ts';
import { rulesOfYear } from './reward-rules.ts';
import { awardRuleOf, isInstalmentDue } from './rewards.ts';

/** All awards of a year with what is still owed. */
export function rewardList(
  book: Book,
  year: number,
): { readonly rewards: readonly Reward[]; readonly sums: RewardSums } {
  const current = rulesOfYear(book, year);
  const today = new Map(
    current === null
      ? []
      : proposeRewards(book, year).flatMap((one) =>
          compare(one.amount, '0') > 0 || one.refused === null
            ? [[one.key, one.amount] as const]
            : [],
        ),
  );
  const rewards = rewardsOf(book.db, year).map((row) =>
    rewardOf(
      book,
      row,
      awardRuleOf(book, row),
      // what its rule gives nothing for any more is 应扣 as a whole; what was published does not move
      today.get(keyOf(row)) ??
        (current?.book.rules.some((one) => one.code === row.rule && one.what.kind !== 'graded') ===
        true
          ? '0'
          : undefined),
    ),
  );
  return { rewards, sums: sumsOf(rewards, current?.book.budget ?? null) };
}

function rewardOf(
  book: Book,
  row: RewardRow,
  rule: RewardRule | undefined,
  today: Decimal | undefined,
): Reward {
  const instalments = instalmentsOf(book.db, row.id).map(
    ({ id, percent, amount, stage, paidOn, voucher, paidBy, adjustment }): RewardInstalment => ({
      id,
      percent,
      amount,
      stage,
      due: isInstalmentDue(row, stage),
      paidOn,
      voucher,
      paidBy,
      adjustment,
    }),
  );
  const due = rewardDueOf(book, row);
  const given = yuanText(due);
  const difference = today === undefined ? null : trim(subtract(today, given));
  return {
    id: row.id,
    year: row.year,
    rule: row.rule,
    ruleName: rule?.name ?? row.rule,
    document: rule?.document ?? '',
    project: row.project,
    subject: row.subject,
    base: row.base === null ? null : yuanText(row.base),
    amount: given,
    capitals: inCapitals(due),
    currency: row.currency,
    words: row.words,
    state: stateOf(row.publicFrom, instalments),
    proposedOn: row.proposedOn,
    publicFrom: row.publicFrom,
    publicUntil: row.publicUntil,
    note: row.note,
    shares: sharesOf(book.db, row.id),
    instalments,
    difference: difference === null || compare(difference, '0') === 0 ? null : difference,
  };
}

function sumsOf(rewards: readonly Reward[], budget: Decimal | null): RewardSums {
  const own = rewards.filter((one) => one.currency === 'CNY');
  const total = (list: readonly Reward[]): Decimal => sum(list.map((one) => one.amount));
  const paid = sum(
    own.flatMap((one) =>
      one.instalments.filter((part) => part.paidOn !== null).map((part) => part.amount),
    ),
  );
  const publicised = own.filter((one) => one.publicFrom !== null);
  return {
    budget,
    proposed: total(own.filter((one) => one.publicFrom === null)),
    publicised: total(publicised),
    paid,
    owed: subtract(total(publicised), paid),
    left: budget === null ? null : subtract(budget, total(own)),
    others: rewards.length - own.length,
  };
}
