/**
 * Awards: adopted as 拟奖, split among receivers, publicised, paid by instalments; a paid one never
 * moves when the records do.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import type { Receiver, RewardProposal } from '../../../preload/contract/rewards.ts';
import {
  instalmentById,
  instalmentsOf,
  rewardBookOf,
  rewardById,
  rewardsOf,
  sharesOf,
  type InstalmentRow,
  type RewardRow,
} from '../../data/rewards/rewards.ts';
import { unitByName } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import { compare, sum, toScaled, type Decimal } from '../../domain/exact/decimal.ts';
import { rounded, times, ZERO } from '../../domain/exact/fraction.ts';
import { isDay, type Day } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import { fenOfYuan } from '../../domain/exact/money.ts';
import { readDay } from '../../domain/read/day.ts';
import { rewardAmountInWords } from '../../domain/rewards/amount.ts';
import type { RewardRule } from '../../domain/rewards/rule.ts';
import { isFractionText, shareAsFraction } from '../../domain/rewards/shares.ts';
import { partsByShares, rewardShareProblem } from '../../domain/rewards/split.ts';
import { STAGES, stepOf, type Stage } from '../../domain/ledgers/stage.ts';
import { command, todayOf, type Area, type Book } from '../book/book.ts';
import { moneyName } from './reward-candidate.ts';
import { refuseOverBudget, refuseOverDue } from './reward-due.ts';
import { proposeRewards } from './reward-proposals.ts';
import { rulesInForce } from './reward-rules.ts';

const AREAS: readonly Area[] = ['reward'];

/** @throws Fault reward.cannot where one is refused or gone, or has no receivers */
export function adoptRewardBook(
  book: Book,
  {
    year,
    keys,
    receivers,
  }: {
    readonly year: number;
    readonly keys: readonly string[];
    readonly receivers: readonly Receiver[] | null;
  },
): Saved {
  const version = rulesInForce(book, year);
  const proposals = new Map(proposeRewards(book, year).map((one) => [one.key, one]));
  return command(book, `列入拟奖${keys.length}笔`, AREAS, (writing) => {
    const ids = keys.map((key) => {
      const proposal = proposals.get(key);
      if (proposal === undefined)
        throw new Fault('reward.cannot', {
          problem: '数据变了，这笔奖励已经不是原来的样子，请重新测算',
        });
      if (proposal.refused !== null)
        throw new Fault('reward.cannot', { problem: `“${proposal.subject}”${proposal.refused}` });
      const rule = version.book.rules.find((one) => one.code === proposal.rule);
      if (rule === undefined) throw new Fault('reward.noRules', { year });
      const id = insertAward(writing, {
        version: version.id,
        year,
        proposal,
        today: todayOf(book),
      });
      setShares(writing, id, fenOfYuan(proposal.amount), receivers ?? proposal.receivers);
      refuseOverCap(book, rule, id);
      insertInstalments(writing, id, fenOfYuan(proposal.amount), rule);
      return id;
    });
    refuseOverBudget(book, year);
    return { ids, change: writing.change };
  });
}

function insertAward(
  writing: Writing,
  {
    version,
    year,
    proposal,
    today,
  }: {
    readonly version: number;
    readonly year: number;
    readonly proposal: RewardProposal;
    readonly today: Day;
  },
): number {
  const { rule, project, subject, subjectKey, base, amount, currency, words } = proposal;
  return writing.insert('reward', {
    book_id: version,
    year,
    rule,
    project_id: project,
    subject,
    subject_key: subjectKey,
    base: base === null ? null : fenOfYuan(base),
    amount: fenOfYuan(amount),
    currency,
    words,
    proposed_on: today,
    public_from: null,
    public_until: null,
    note: null,
  });
}

function insertInstalments(
  writing: Writing,
  reward: number,
  amount: bigint,
  { instalments }: RewardRule,
): void {
  const plan = instalments.length === 0 ? [{ percent: '100', stage: null }] : instalments;
  const parts = partsByShares(
    amount,
    plan.map((one) => one.percent),
  );
  for (const [place, one] of plan.entries())
    writing.insert('reward_instalment', {
      reward_id: reward,
      place,
      percent: hundredths(one.percent),
      amount: parts[place] ?? 0n,
      stage: one.stage,
      paid_on: null,
      voucher: null,
      paid_by: null,
    });
}

const hundredths = (percent: Decimal): bigint => toScaled(percent, 2).scaled;

/** @throws Fault reward.cannot, unit.unknown */
export function setShares(
  writing: Writing,
  reward: number,
  amount: bigint,
  receivers: readonly Receiver[],
): void {
  const named = receivers.map((one) => ({
    ...one,
    name: one.person === null ? (one.unit ?? '') : `${one.unit ?? ''}${one.person}`,
    percent: shareAsFraction(one.percent) === null ? '0' : one.percent,
  }));
  const problem =
    rewardShareProblem(named) ??
    (named.some((one) => one.name === '') ? '得奖的单位或个人没有写名字' : null);
  if (problem !== null) throw new Fault('reward.cannot', { problem });
  const units = named.map(({ unit }) => {
    const found = unit === null ? null : unitByName(writing.db, unit);
    if (unit !== null && found === null) throw new Fault('unit.unknown', { name: unit });
    return found?.id ?? null;
  });
  for (const old of sharesOf(writing.db, reward)) writing.remove('reward_share', old.id);
  const parts = partsByShares(
    amount,
    named.map((one) => one.percent),
  );
  for (const [place, one] of named.entries())
    writing.insert('reward_share', {
      reward_id: reward,
      place,
      unit_id: units[place] ?? null,
      person: one.person,
      percent: hundredthsOf(one.percent),
      fraction: isFractionText(one.percent) ? one.percent : null,
      amount: parts[place] ?? 0n,
    });
}

/** Of a third, the nearest hundredth of a percent, beside which the third itself is kept. */
function hundredthsOf(share: string): bigint {
  const near = BigInt(rounded(times(shareAsFraction(share) ?? ZERO, '10000'), 0));
  return near < 1n ? 1n : near;
}

/**
 * Whoever gets more by one rule and year than its bound for a receiver. @throws Fault reward.cannot
 */
export function refuseOverCap(book: Book, rule: RewardRule, reward: number): void {
  const most = rule.mostPerReceiver;
  if (most === null) return;
  const row = known(book, reward);
  const all = rewardsOf(book.db, row.year)
    .filter((one) => one.rule === row.rule)
    .flatMap((one) => sharesOf(book.db, one.id));
  for (const { unit, person } of sharesOf(book.db, reward)) {
    const total = sum(
      all.filter((one) => one.unit === unit && one.person === person).map((one) => one.amount),
    );
    if (compare(total, most) > 0)
      throw new Fault('reward.cannot', {
        problem: `“${person ?? unit ?? ''}”按“${rule.name}”累计${rewardAmountInWords(total, moneyName(rule))}，超过封顶${rewardAmountInWords(most, moneyName(rule))}，请改分配`,
      });
  }
}

const known = (book: Book, id: number): RewardRow => {
  const row = rewardById(book.db, id);
  if (row === null) throw new Fault('record.missing', { id });
  return row;
};

/** @throws Fault record.missing; reward.cannot once it is publicised or the shares do not fit */
export function shareReward(
  book: Book,
  { id, receivers }: { readonly id: number; readonly receivers: readonly Receiver[] },
): Saved {
  const row = known(book, id);
  if (row.publicFrom !== null)
    throw new Fault('reward.cannot', { problem: `“${row.subject}”已经公示，要改分配请先退回拟奖` });
  return command(book, `分配${row.subject}的奖励`, AREAS, (writing) => {
    setShares(writing, id, row.amount, receivers);
    const rule = awardRuleOf(book, row);
    if (rule !== undefined) refuseOverCap(book, rule, id);
    return { ids: [id], change: writing.change };
  });
}

function dayIn(book: Book, text: string, field: string): Day {
  const read = readDay(text, { year: book.clock().getFullYear() });
  if (read.kind !== 'value' || !isDay(read.value) || read.value.length < 10)
    throw new Fault('value.unreadable', { field, seen: text.trim(), want: '年月日，如12月5日' });
  return read.value;
}

/** @throws Fault reward.cannot, value.unreadable */
export function publiciseReward(
  book: Book,
  {
    ids,
    from,
    until,
    note,
  }: {
    readonly ids: readonly number[];
    readonly from: string;
    readonly until: string;
    readonly note: string | null;
  },
): Saved {
  const [first, last] = [dayIn(book, from, '公示开始'), dayIn(book, until, '公示结束')];
  if (last < first) throw new Fault('reward.cannot', { problem: '公示结束早于开始，请改日期' });
  return command(book, `公示奖励${ids.length}笔`, AREAS, (writing) => {
    for (const id of ids) {
      const row = known(book, id);
      if (row.publicFrom !== null)
        throw new Fault('reward.cannot', { problem: `“${row.subject}”已经公示过` });
      writing.update('reward', id, { public_from: first, public_until: last, note });
    }
    return { ids, change: writing.change };
  });
}

/** From 公示 back to 拟奖; a 拟奖 goes. @throws Fault reward.cannot where something is paid already */
export function takeBackReward(
  book: Book,
  { ids, reason }: { readonly ids: readonly number[]; readonly reason: string },
): Saved {
  return command(book, `退回奖励${ids.length}笔：${reason}`, AREAS, (writing) => {
    for (const id of ids) {
      const row = known(book, id);
      if (instalmentsOf(book.db, id).some((one) => one.paidOn !== null))
        throw new Fault('reward.cannot', { problem: `“${row.subject}”已经兑现，不能退回` });
      if (row.publicFrom === null) writing.remove('reward', id);
      else writing.update('reward', id, { public_from: null, public_until: null, note: reason });
    }
    return { ids, change: writing.change };
  });
}

/**
 * @throws Fault reward.cannot before the publicity has ended, before the stage is reached, or a
 * second time
 */
export function payReward(
  book: Book,
  {
    instalments,
    date,
    voucher,
  }: {
    readonly instalments: readonly number[];
    readonly date: string;
    readonly voucher: string | null;
  },
): Saved {
  const day = dayIn(book, date, '兑现日期');
  refuseOverDue(book, instalments);
  return command(book, `兑现奖励${instalments.length}笔`, AREAS, (writing) => {
    for (const id of instalments) {
      const part = instalmentById(book.db, id);
      if (part === null) throw new Fault('record.missing', { id });
      const problem = unpayable(known(book, part.reward), part, day);
      if (problem !== null) throw new Fault('reward.cannot', { problem });
      writing.update('reward_instalment', id, { paid_on: day, voucher, paid_by: book.who });
    }
    return { ids: instalments, change: writing.change };
  });
}

function unpayable(row: RewardRow, part: InstalmentRow, day: Day): string | null {
  if (part.paidOn !== null) return `“${row.subject}”这一期${part.paidOn}已经兑现`;
  if (row.publicUntil === null) return `“${row.subject}”尚未公示，请先公示`;
  if (day <= row.publicUntil) return `“${row.subject}”公示到${row.publicUntil}，之后才能兑现`;
  return isInstalmentDue(row, part.stage)
    ? null
    : `“${row.subject}”尚未到“${stageLabel(part.stage)}”，这一期不能兑现`;
}
const stageLabel = (stage: Stage | null): string =>
  STAGES.find((one) => one.value === stage)?.label ?? '';
/**
 * Whether the project stands at the stage or beyond it; one that stalled or was dropped does not.
 */
export function isInstalmentDue({ projectStage }: RewardRow, stage: Stage | null): boolean {
  if (stage === null) return true;
  const [at, wanted] = [projectStage === null ? null : stepOf(projectStage), stepOf(stage)];
  return at !== null && wanted !== null && at >= wanted;
}

/** The rule as it stood when the award was made by it. */
export const awardRuleOf = (book: Book, row: RewardRow): RewardRule | undefined =>
  rewardBookOf(book.db, row.book)?.book.rules.find((one) => one.code === row.rule);
