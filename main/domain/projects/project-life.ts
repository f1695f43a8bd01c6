/**
 * What hangs on a project's life, in the shape in which it is stored and told: its months, its
 * problems, and promotion events.
 */
import type { ProblemState } from './project-problem.ts';

/** A month of a project: its plan, what was done (元), and how far it is in words. */
export interface MonthEntry {
  readonly id: number;
  /** "2012-09" */
  readonly month: string;
  readonly planned: string | null;
  readonly invested: string | null;
  readonly note: string | null;
  readonly who: string | null;
}

/** A problem of a project that another unit is asked to solve. */
export interface ProblemRecord {
  readonly id: number;
  readonly project: number;
  readonly projectName: string;
  readonly problem: string;
  readonly raised: string | null;
  readonly raisedBy: string | null;
  /** the unit that is asked to solve it */
  readonly unit: string | null;
  readonly leader: string | null;
  readonly deadline: string | null;
  readonly state: ProblemState;
  readonly result: string | null;
  readonly solved: string | null;
  /** the joint meeting that it was put before: “2012年第3次联席会议” */
  readonly meeting: string | null;
}

/** 招商活动 planned or held. */
export interface PromotionRecord {
  readonly id: number;
  readonly name: string;
  readonly planned: string | null;
  /** null: not held yet */
  readonly held: string | null;
  readonly place: string | null;
  readonly unit: string | null;
  readonly leader: string | null;
  /** who was invited, and what came of it */
  readonly guests: string | null;
  readonly result: string | null;
  readonly remark: string | null;
}
