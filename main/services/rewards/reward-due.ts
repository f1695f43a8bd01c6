/**
 * What is due of awards as they stand: never more is paid, and all of them stay within the year's
 * budget.
 */
import {
  instalmentById,
  instalmentsOf,
  rewardById,
  rewardsOf,
  type InstalmentRow,
  type RewardRow,
} from '../../data/rewards/rewards.ts';
import { compare, sum } from '../../domain/exact/decimal.ts';
import { fenOfYuan, yuanText } from '../../domain/exact/money.ts';
import { Fault } from '../../domain/fault.ts';
import { rewardAmountInWords } from '../../domain/rewards/amount.ts';
import type { Book } from '../book/book.ts';
import { moneyName } from './reward-candidate.ts';
import { rulesOfYear } from './reward-rules.ts';

/** An award as it was made, with what put it right since. */
export const rewardDueOf = (book: Book, row: RewardRow): bigint =>
  instalmentsOf(book.db, row.id)
    .filter((one) => one.adjustment !== null)
    .reduce((total, one) => total + fenOfYuan(one.amount), row.amount);

/** All that stands in 元 against the year's budget. @throws Fault reward.cannot */
export function refuseOverBudget(book: Book, year: number): void {
  const budget = rulesOfYear(book, year)?.book.budget ?? null;
  if (budget === null) return;
  const all = sum(
    rewardsOf(book.db, year)
      .filter((one) => one.currency === 'CNY')
      .map((one) => yuanText(rewardDueOf(book, one))),
  );
  if (compare(all, budget) > 0)
    throw new Fault('reward.cannot', {
      problem: `合计${rewardAmountInWords(all, '元')}，超过预算${rewardAmountInWords(budget, '元')}，请先调整预算或少列几笔`,
    });
}

/**
 * Never more than is due: what is to come off goes with the payment. @throws Fault reward.cannot,
 * record.missing
 */
export function refuseOverDue(book: Book, chosen: readonly number[]): void {
  const parts = chosen.map((id) => {
    const part = instalmentById(book.db, id);
    if (part === null) throw new Fault('record.missing', { id });
    return part;
  });
  for (const [reward, own] of Map.groupBy(parts, (part) => part.reward)) {
    const row = rewardById(book.db, reward);
    if (row === null) throw new Fault('record.missing', { id: reward });
    const due = rewardDueOf(book, row);
    const total = (list: readonly InstalmentRow[]): bigint =>
      list.reduce((all, part) => all + fenOfYuan(part.amount), 0n);
    const paid = total(instalmentsOf(book.db, reward).filter((part) => part.paidOn !== null));
    const now = total(own);
    if (now <= 0n || paid + now <= due) continue;
    const money = (fen: bigint): string => rewardAmountInWords(yuanText(fen), moneyName(row));
    throw new Fault('reward.cannot', {
      problem: `“${row.subject}”应奖${money(due)}，已付${money(paid)}，再付${money(now)}就多了，请把应扣的一并办理`,
    });
  }
}
