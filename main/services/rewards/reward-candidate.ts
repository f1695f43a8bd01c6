/** A reward as it is worked out, before it is proposed. */
import type { Receiver } from '../../../preload/contract/rewards.ts';
import { type ShareRow } from '../../data/rewards/rewards.ts';
import { type Decimal } from '../../domain/exact/decimal.ts';
import { CURRENCY_NAMES } from '../../domain/exact/measure.ts';
import { type Award } from '../../domain/rewards/amount.ts';
import { type RewardRule } from '../../domain/rewards/rule.ts';

/**
 * A proposal before what binds several of them: caps of a receiver and in all, best-of, once only.
 */
export interface RewardCandidate {
  readonly rule: RewardRule;
  readonly subject: string;
  /** u with the unit's id, p with the person's; null of a project */
  readonly subjectKey: string | null;
  readonly project: number | null;
  /** in 万 of the rule's currency */
  readonly base: Decimal | null;
  readonly award: Award;
  readonly receivers: readonly Receiver[];
  readonly refused: string | null;
  /** the award that it is already */
  readonly standing: number | null;
}

export type StandingShare = Pick<ShareRow, 'unit' | 'person' | 'amount'> & {
  readonly reward: number;
};
/** before anything is known of the year's awards */
export type FoundReward = Omit<RewardCandidate, 'standing'>;

/** bases are kept in 万 of the rule's currency */
export const REWARD_WAN = '10000';
export const moneyName = (rule: Pick<RewardRule, 'currency'>): string =>
  rule.currency === 'CNY' ? '元' : CURRENCY_NAMES[rule.currency];
