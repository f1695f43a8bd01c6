/**
 * Projects beyond their columns: money reported and recognised, shared credit, milestones, the
 * gate, exchange rates, the turn of the year.
 */
import { z } from 'zod';
import { SPLITS, type Share, type Split } from '../../main/domain/projects/credit.ts';
import { RATE_RULES, type Rate, type RateRule } from '../../main/domain/exact/exchange.ts';
import { CRITERIA, type GateResult, type Threshold } from '../../main/domain/projects/gate.ts';
import type { ArrivalEntry } from '../../main/domain/projects/recognition.ts';
import {
  MILESTONE_KINDS,
  type MilestoneKind,
  type MilestoneLamp,
} from '../../main/domain/projects/milestones.ts';
import { asks, choiceCodes, does } from './call.ts';
import type { Saved } from './records.ts';

export interface ArrivalTotals {
  /** all currencies together in 元, as the rates in force give it; exact decimals */
  readonly reported: string;
  readonly recognised: string;
  /** entries not judged yet, and entries without a rate, which are in no sum */
  readonly waiting: number;
  readonly withoutRate: number;
  readonly hasOthers: boolean;
}
export interface MilestoneEntry {
  readonly id: number;
  readonly kind: MilestoneKind;
  readonly name: string;
  readonly deadline: string | null;
  readonly done: string | null;
  readonly person: string | null;
  readonly note: string | null;
  readonly lamp: MilestoneLamp;
}
export interface ProjectParts {
  readonly arrivals: readonly ArrivalEntry[];
  readonly totals: ArrivalTotals;
  readonly credit: {
    readonly introducer: string | null;
    readonly split: Split;
    readonly shares: readonly Share[];
    readonly certificate: string | null;
  };
  readonly milestones: readonly MilestoneEntry[];
  /** `park`: whose conditions were held against it; null: the standard ones */
  readonly gate: GateResult & { readonly park: string | null };
  readonly carried: boolean;
  readonly years: readonly {
    readonly year: number;
    readonly stage: string | null;
    readonly planned: string | null;
    readonly invested: string | null;
  }[];
}
export interface GateSetup {
  readonly park: string;
  readonly thresholds: readonly Threshold[];
}
export interface RateSetup {
  readonly rule: RateRule;
  readonly list: readonly Rate[];
}

const text = z.string().max(4000).nullable();
export const thresholdsSchema = z
  .array(
    z.strictObject({
      criterion: z.enum(choiceCodes(CRITERIA)),
      limit: z.string().max(40).nullable(),
      above: z.boolean(),
    }),
  )
  .max(20);

export const projectCalls = {
  'projects.parts': asks<ProjectParts>()(z.strictObject({ id: z.int() })),
  /**
   * a new entry (`id` null) or a changed one, as people type it; `cuts` null: not judged. Refused
   * over the contract amount unless `anyway`
   */
  'projects.saveArrival': does<Saved>()(
    z.strictObject({
      project: z.int(),
      id: z.int().nullable(),
      date: text,
      amount: z.string().max(100),
      currency: z.string(),
      source: text,
      evidence: text,
      remark: text,
      cuts: z
        .array(z.strictObject({ amount: z.string().max(100), reason: z.string().max(400) }))
        .max(20)
        .nullable(),
      anyway: z.boolean().default(false),
    }),
  ),
  /** whom a project counts for; the introducer must be among the shares */
  'projects.setCredit': does<Saved>()(
    z.strictObject({
      id: z.int(),
      split: z.enum(choiceCodes(SPLITS)),
      shares: z.array(z.strictObject({ unit: z.string(), percent: z.string().max(20) })).max(10),
      certificate: text,
    }),
  ),
  /** a project's whole list of one kind, in its order; what is missing from it goes */
  'projects.saveMilestones': does<Saved>()(
    z.strictObject({
      id: z.int(),
      kind: z.enum(choiceCodes(MILESTONE_KINDS)),
      milestones: z
        .array(
          z.strictObject({
            id: z.int().nullable(),
            name: z.string().max(200),
            deadline: text,
            done: text,
            person: text,
            note: text,
          }),
        )
        .max(60),
    }),
  ),
  /** conditions by park; '' stands for parks without their own */
  'projects.gates': asks<readonly GateSetup[]>()(z.strictObject({})),
  'projects.saveGate': does<null>()(
    z.strictObject({ park: z.string().max(100), thresholds: thresholdsSchema }),
  ),
  'projects.removeGate': does<null>()(z.strictObject({ park: z.string() })),
  'projects.rates': asks<RateSetup>()(z.strictObject({})),
  'projects.saveRates': does<null>()(
    z.strictObject({
      rule: z.enum(choiceCodes(RATE_RULES)),
      list: z
        .array(
          z.strictObject({
            currency: z.string(),
            year: z.int().min(1900).max(2200),
            date: text,
            rate: z.string().max(40),
          }),
        )
        .max(5000),
    }),
  ),
  /**
   * closes a year's figures of all projects and clears 年度计划投资 and 本年完成投资 for the next;
   * answers the projects carried on
   */
  'projects.carryOver': does<Saved>()(z.strictObject({ year: z.int() })),
  /**
   * one of two records of the same project goes; what hangs on it, and what the kept one lacks,
   * moves over. `arrivals`: of both, or the kept one's alone; must be said where both have some
   */
  'projects.merge': does<Saved>()(
    z.strictObject({
      keep: z.int(),
      drop: z.int(),
      arrivals: z.enum(['all', 'kept']).nullable().default(null),
    }),
  ),
};
