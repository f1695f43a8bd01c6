/**
 * Rewards (奖励): a year's rules, what they would give, awards from 拟奖 over 公示 to 已兑现, and
 * what is still owed.
 */
import { z } from 'zod';
import { CURRENCIES, type Currency } from '../../main/domain/exact/measure.ts';
import { BASES, type RewardBook } from '../../main/domain/rewards/rule.ts';
import type { RewardState } from '../../main/domain/rewards/state.ts';
import { STAGES, type Stage } from '../../main/domain/ledgers/stage.ts';
import { asks, does } from './call.ts';
import type { Saved } from './records.ts';

const decimal = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/);
const share = z.string().regex(/^(\d{1,3}(\.\d{1,2})?|\d{1,4}\/[1-9]\d{0,3})$/);
const name = z.string().trim().min(1).max(60);
const text = z.string().trim().min(1).max(400);
const day = z.string().max(40);
const values = <T extends string>(list: readonly { readonly value: T }[]): [T, ...T[]] =>
  list.map((one) => one.value) as [T, ...T[]];
const base = z.enum(values(BASES));
const what = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share'),
    base,
    per: z.enum(['%', '‰']),
    mode: z.enum(['whole', 'marginal']),
    tiers: z
      .array(z.strictObject({ from: decimal, rate: decimal }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('fixed'),
    base,
    tiers: z
      .array(z.strictObject({ from: decimal, amount: decimal }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('graded'),
    group: name,
    sums: z
      .array(
        z.strictObject({
          grade: name.nullable(),
          toPlace: z.int().min(1).nullable(),
          amount: decimal,
        }),
      )
      .min(1)
      .max(20),
  }),
]);
const rule = z.strictObject({
  code: name,
  name,
  document: z.string().trim().min(1).max(100),
  from: day.nullable(),
  until: day.nullable(),
  review: z.strictObject({ by: name, date: day }).nullable(),
  to: z.enum(['units', 'people']),
  currency: z.enum(CURRENCIES),
  what,
  filters: z.array(z.strictObject({ field: z.string(), text: z.string().max(400) })).max(20),
  within: z.enum(['year', 'ever']),
  beyond: name.nullable(),
  mostPerAward: decimal.nullable(),
  mostPerReceiver: decimal.nullable(),
  mostInAll: decimal.nullable(),
  once: z.boolean(),
  best: name.nullable(),
  instalments: z
    .array(z.strictObject({ percent: decimal, stage: z.enum(values(STAGES)).nullable() }))
    .max(10),
});
const year = z.int().min(1990).max(2100);
export const rewardBook: z.ZodType<RewardBook, RewardBook> = z.strictObject({
  name,
  year,
  budget: decimal.nullable(),
  rules: z.array(rule).max(60),
});

export interface RewardVersion {
  readonly id: number;
  readonly number: number;
  readonly book: RewardBook;
}
/** A unit, or a person (of a unit where that is known). */
export interface Receiver {
  readonly unit: string | null;
  readonly person: string | null;
  /** a percent, or a fraction of the whole: 1/3 */
  readonly percent: string;
}
/** What a rule gives as the records stand. */
export interface RewardProposal {
  /** names it in `rewards.adopt` */
  readonly key: string;
  readonly rule: string;
  readonly ruleName: string;
  /** the project, or the receiver where the sum over several projects counts */
  readonly subject: string;
  /**
   * who that is, whatever it is called: u with the unit's id, p with the person's; null of a
   * project
   */
  readonly subjectKey: string | null;
  readonly project: number | null;
  /** units of the currency */
  readonly base: string | null;
  readonly amount: string;
  readonly currency: Currency;
  readonly words: string;
  /** from the project's shares or its leads; empty: to be written when it is adopted */
  readonly receivers: readonly Receiver[];
  /** one sentence why it cannot be adopted; null where it can */
  readonly refused: string | null;
}
export interface RewardShare extends Receiver {
  readonly id: number;
  readonly amount: string;
}
export interface RewardInstalment {
  readonly id: number;
  readonly percent: string;
  readonly amount: string;
  readonly stage: Stage | null;
  /** the project stands at the stage or beyond it */
  readonly due: boolean;
  readonly paidOn: string | null;
  readonly voucher: string | null;
  readonly paidBy: string | null;
  /**
   * why it puts the award right (补差, or 应扣 with an amount below zero); null of the award's own
   * instalments
   */
  readonly adjustment: string | null;
}
export interface Reward {
  readonly id: number;
  readonly year: number;
  readonly rule: string;
  readonly ruleName: string;
  readonly document: string;
  readonly project: number | null;
  readonly subject: string;
  readonly base: string | null;
  readonly amount: string;
  /** 大写 of the amount */
  readonly capitals: string;
  readonly currency: Currency;
  readonly words: string;
  readonly state: RewardState;
  readonly proposedOn: string;
  readonly publicFrom: string | null;
  readonly publicUntil: string | null;
  readonly note: string | null;
  readonly shares: readonly RewardShare[];
  readonly instalments: readonly RewardInstalment[];
  /**
   * what the rule would give today less the amount: 应补 above zero, 应扣 below; null where they
   * agree or the rule is gone
   */
  readonly difference: string | null;
}
/** 元 in 人民币; awards in another currency are counted apart. */
export interface RewardSums {
  readonly budget: string | null;
  readonly proposed: string;
  readonly publicised: string;
  readonly paid: string;
  /** publicised or due, not yet paid */
  readonly owed: string;
  /** budget less all that stands; null without a budget */
  readonly left: string | null;
  readonly others: number;
}
const id = z.int();
const ids = z.array(id).min(1).max(200);
const receivers = z
  .array(z.strictObject({ unit: name.nullable(), person: name.nullable(), percent: share }))
  .min(1)
  .max(20);

export const rewardCalls = {
  /** the newest version of the year's rules; null before the first */
  'rewards.rules': asks<RewardVersion | null>()(z.strictObject({ year })),
  /** writes a new version, the older ones stay */
  'rewards.saveRules': does<RewardVersion>()(z.strictObject({ book: rewardBook })),
  /** the rules of another year, to be looked at and saved */
  'rewards.copyRules': asks<RewardBook>()(z.strictObject({ from: year, to: year })),
  /** rules built from published ones, each with its source */
  'rewards.presets': asks<
    readonly { readonly name: string; readonly source: string; readonly book: RewardBook }[]
  >()(z.strictObject({ year })),
  'rewards.propose': asks<readonly RewardProposal[]>()(z.strictObject({ year })),
  /** makes awards of proposals, in their own amounts; `receivers` of those that have none yet */
  'rewards.adopt': does<Saved>()(
    z.strictObject({
      year,
      keys: z.array(z.string()).min(1).max(200),
      receivers: receivers.nullable().default(null),
    }),
  ),
  'rewards.list': asks<{ readonly rewards: readonly Reward[]; readonly sums: RewardSums }>()(
    z.strictObject({ year }),
  ),
  /** among whom an award is split, while it is 拟奖 */
  'rewards.share': does<Saved>()(z.strictObject({ id, receivers })),
  'rewards.publicise': does<Saved>()(
    z.strictObject({ ids, from: day, until: day, note: text.nullable().default(null) }),
  ),
  /** back from 公示 to 拟奖, or away with a 拟奖; with the reason */
  'rewards.takeBack': does<Saved>()(z.strictObject({ ids, reason: text })),
  /** puts a publicised award right by what the rule gives as the records stand: 补差 or 应扣 */
  'rewards.adjust': does<Saved>()(z.strictObject({ id, reason: text })),
  /** an instalment is paid; `voucher`: the number of its paper */
  'rewards.pay': does<Saved>()(
    z.strictObject({ instalments: ids, date: day, voucher: text.nullable().default(null) }),
  ),
};
