/**
 * What a header's words say of its figures: which part of a target or a month they are, and when
 * they are of.
 */
import type { FactPart } from '../../domain/targets/fact.ts';

export interface PartWord {
  readonly part: FactPart;
  readonly year: number | null;
  readonly month: number | null;
  readonly months: readonly [number, number] | null;
  /** of a comparison that stands under 本月 */
  readonly span?: 'month';
  /** of what was done or planned under a month: 4月›完成额; the heads beside tell whose it is */
  readonly isUnderMonth?: true;
  /** of the whole year, whose month is December where nothing says another */
  readonly isWholeYear?: true;
  /** of an amount beside a growth, whatever stands over both: 总量 */
  readonly isPlain?: true;
  /** of a growth that is to be reached, not one that was */
  readonly isGoal?: true;
}
