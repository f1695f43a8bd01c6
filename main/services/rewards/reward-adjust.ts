/**
 * Puts a publicised award right when the records have moved since: 补差 or 应扣, as an instalment
 * of its own.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { instalmentsOf, rewardById, sharesOf } from '../../data/rewards/rewards.ts';
import { fenOfYuan, yuanText } from '../../domain/exact/money.ts';
import { Fault } from '../../domain/fault.ts';
import { rewardAmountInWords } from '../../domain/rewards/amount.ts';
import { command, type Book } from '../book/book.ts';
import { moneyName } from './reward-candidate.ts';
import { rewardDueOf, refuseOverBudget } from './reward-due.ts';
import { keyOf, proposeRewards } from './reward-proposals.ts';
import { rulesOfYear } from './reward-rules.ts';
import { refuseOverCap, setShares } from './rewards.ts';

/**
 * @throws Fault record.missing; reward.cannot where nothing differs, it is not publicised yet, or
 * its rule is gone
 */
export function adjustReward(
  book: Book,
  { id, reason }: { readonly id: number; readonly reason: string },
): Saved {
  const row = rewardById(book.db, id);
  if (row === null) throw new Fault('record.missing', { id });
  const refuse = (problem: string): Fault => new Fault('reward.cannot', { problem });
  const rule = rulesOfYear(book, row.year)?.book.rules.find((one) => one.code === row.rule);
  if (rule === undefined) throw refuse(`奖励办法里没有“${row.rule}”了，算不出应奖多少`);
  if (row.publicFrom === null) throw refuse(`“${row.subject}”还是拟奖，退回后重新列入就是现在的数`);
  const now = proposeRewards(book, row.year).find((one) => one.key === keyOf(row));
  if (now === undefined && rule.what.kind === 'graded')
    throw refuse(`“${row.subject}”按公布的得分发放，公布以后不随得分调整`);
  const today = fenOfYuan(now?.amount ?? '0');
  const due = rewardDueOf(book, row);
  const change = today - due;
  if (change === 0n) throw refuse(`“${row.subject}”按现在的数没有要补、要扣的`);
  const money = (fen: bigint): string => rewardAmountInWords(yuanText(fen), moneyName(row));
  const words = `${now?.words ?? '不再符合奖励条件'}；应奖${money(today)}，已定${money(due)}，${change > 0n ? `补差${money(change)}` : `应扣${money(-change)}`}。${reason}`;
  return command(
    book,
    `${change > 0n ? '补差' : '应扣'}${row.subject}的奖励`,
    ['reward'],
    (writing) => {
      writing.insert('reward_instalment', {
        reward_id: id,
        place: instalmentsOf(book.db, id).length,
        percent: 0n,
        amount: change,
        stage: null,
        paid_on: null,
        voucher: null,
        paid_by: null,
        adjustment: words,
      });
      setShares(writing, id, today, sharesOf(book.db, id));
      refuseOverCap(book, rule, id);
      if (change > 0n) refuseOverBudget(book, row.year);
      return { ids: [id], change: writing.change };
    },
  );
}
