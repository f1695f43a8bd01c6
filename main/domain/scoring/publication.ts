/** Published scores (公布的得分) and what was said against them: nothing of them is written over. */
import type { ScorePeriod } from './period.ts';

export interface Publication extends ScorePeriod {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly note: string | null;
  /** the publication that this one puts right; that one stays as it was */
  readonly corrects: number | null;
}
/** 申诉 against a published score, and what was decided. */
export interface Objection {
  readonly id: number;
  readonly subject: string;
  /** code of the item; null: the total */
  readonly item: string | null;
  readonly objection: string;
  readonly raisedOn: string;
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
}
