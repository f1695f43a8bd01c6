/**
 * A project's life beside its columns: parents and parts, months, talks, promotion events, problems
 * and the meetings that solve them; what to follow up; and the views that are drawn of all
 * projects.
 */
import { z } from 'zod';
import { NOTICE_CODES, type NoticeCode } from '../../main/domain/projects/follow-up.ts';
import type {
  MonthEntry,
  ProblemRecord,
  PromotionRecord,
} from '../../main/domain/projects/project-life.ts';
import { PROBLEM_STATES } from '../../main/domain/projects/project-problem.ts';
import { asks, choiceCodes, does } from './call.ts';
import type { Saved } from './records.ts';

/** A project named beside another. */
export interface ProjectName {
  readonly id: number;
  readonly name: string;
  readonly stage: string | null;
  /** 总投资 in units of its currency; null where nobody said */
  readonly total: string | null;
  readonly currency: string;
}
export interface Talk {
  readonly id: number;
  /** of the lead (before it became a project) or of the project */
  readonly of: 'lead' | 'project';
  readonly date: string | null;
  readonly place: string | null;
  /** our people, and theirs */
  readonly who: string | null;
  readonly partner: string | null;
  readonly content: string;
  readonly nextStep: string | null;
  /** until when an answer is owed, and when it was given */
  readonly answerBy: string | null;
  readonly answered: string | null;
  readonly overdue: boolean;
}
export interface ProjectProblem extends ProblemRecord {
  /**
   * to the deadline's last day, negative when overdue; null without one, or when it is no longer
   * open
   */
  readonly days: number | null;
}
export interface Life {
  readonly parent: ProjectName | null;
  readonly children: readonly ProjectName[];
  /**
   * the parent is named, but no or several projects have that name, or the naming runs in a circle:
   * why it is not linked
   */
  readonly unlinked: string | null;
  /** false where the project has children: then they are counted in its place, in every total */
  readonly counted: boolean;
  /** newest first */
  readonly months: readonly MonthEntry[];
  readonly talks: readonly Talk[];
  readonly problems: readonly ProjectProblem[];
  readonly leads: readonly {
    readonly id: number;
    readonly content: string;
    readonly person: string | null;
    readonly date: string | null;
  }[];
}

export interface PromotionEvent extends PromotionRecord {
  readonly overdue: boolean;
}

export interface Notice {
  readonly kind: NoticeCode;
  /** the project (or the lead of an unanswered talk) */
  readonly ledger: 'project' | 'lead';
  readonly id: number;
  readonly name: string;
  readonly unit: string | null;
  readonly person: string | null;
  /** one sentence: “节点“封顶”应于2012年6月完成，已超期92天” */
  readonly says: string;
  /** days overdue; null where the notice has no day */
  readonly days: number | null;
}
export interface FollowUp {
  /** at most 200 from `offset`, the most pressing first */
  readonly notices: readonly Notice[];
  readonly counts: Readonly<Record<NoticeCode, number>>;
  readonly all: number;
}

export interface QuotaRow {
  readonly person: string;
  readonly unit: string | null;
  readonly rank: string | null;
  readonly quota: number;
  readonly given: number;
  readonly valuable: number;
  readonly waiting: number;
  readonly promoted: number;
  readonly met: boolean;
}

const text = z.string().max(4000).nullable();
const year = z.int().min(1990).max(2100);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const paging = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(200) };

export const projectLife = {
  'projects.life': asks<Life>()(z.strictObject({ id: z.int() })),
  /**
   * puts a project under another (null: under none). `takeArrivals`: the parent's own 到位资金 goes
   * to the child, since a parent is counted by its children alone
   */
  'projects.setParent': does<Saved>()(
    z.strictObject({
      id: z.int(),
      parent: z.int().nullable(),
      takeArrivals: z.boolean().default(false),
    }),
  ),
  /**
   * makes children of a project; percents make 100, and every amount of the children makes the
   * parent's exactly. Its 到位资金 goes to the part `arrivalsTo` (its place in `parts`)
   */
  'projects.split': does<Saved>()(
    z.strictObject({
      id: z.int(),
      parts: z
        .array(
          z.strictObject({
            name: z.string().max(400),
            percent: z.string().max(20),
            introducer: z.string().nullable().default(null),
          }),
        )
        .min(2)
        .max(20),
      arrivalsTo: z.int().min(0).max(19).nullable().default(null),
    }),
  ),
  /**
   * a month's plan, figure and words, as typed. `counts`: “add” adds the month's figure (or what it
   * changed by) to 本年完成 and 累计完成; “included”: both hold it already. A row with nothing in
   * it goes
   */
  'projects.saveMonth': does<Saved>()(
    z.strictObject({
      id: z.int(),
      month,
      planned: text,
      invested: text,
      note: text,
      who: text,
      counts: z.enum(['add', 'included']),
    }),
  ),

  /** `id` null: a new one; of a lead or of a project */
  'talks.save': does<Saved>()(
    z.strictObject({
      id: z.int().nullable(),
      lead: z.int().nullable(),
      project: z.int().nullable(),
      date: text,
      place: text,
      who: text,
      partner: text,
      content: z.string().max(4000),
      nextStep: text,
      answerBy: text,
      answered: text,
    }),
  ),
  'talks.remove': does<Saved>()(z.strictObject({ id: z.int() })),
  'talks.list': asks<readonly Talk[]>()(z.strictObject({ lead: z.int() })),

  'promotions.list': asks<{ readonly events: readonly PromotionEvent[]; readonly all: number }>()(
    z.strictObject({ year: year.nullable(), ...paging }),
  ),
  'promotions.save': does<Saved>()(
    z.strictObject({
      id: z.int().nullable(),
      name: z.string().max(400),
      planned: text,
      held: text,
      place: text,
      unit: text,
      leader: text,
      guests: text,
      result: text,
      remark: text,
    }),
  ),
  'promotions.remove': does<Saved>()(z.strictObject({ id: z.int() })),

  /** of all projects; open ones first, the most pressing first */
  'problems.list': asks<{ readonly problems: readonly ProjectProblem[]; readonly all: number }>()(
    z.strictObject({
      state: z.enum(choiceCodes(PROBLEM_STATES)).nullable().default(null),
      unit: z.string().nullable().default(null),
      ...paging,
    }),
  ),
  'problems.save': does<Saved>()(
    z.strictObject({
      id: z.int().nullable(),
      project: z.int(),
      problem: z.string().max(4000),
      raised: text,
      raisedBy: text,
      unit: text,
      leader: text,
      deadline: text,
      state: z.enum(choiceCodes(PROBLEM_STATES)),
      result: text,
      solved: text,
      meeting: text,
    }),
  ),
  'problems.remove': does<Saved>()(z.strictObject({ id: z.int() })),
  /** puts open problems on the agenda of a joint meeting */
  'problems.agenda': does<Saved>()(
    z.strictObject({ ids: z.array(z.int()).min(1).max(200), meeting: z.string().max(200) }),
  ),

  /** what needs someone's hand: by default of the year and month in view */
  'projects.followUp': asks<FollowUp>()(
    z.strictObject({
      kind: z.enum(NOTICE_CODES).nullable().default(null),
      unit: z.string().nullable().default(null),
      ...paging,
    }),
  ),
  'leads.quota': asks<{
    readonly rows: readonly QuotaRow[];
    readonly all: number;
    readonly met: number;
  }>()(z.strictObject({ year, unit: z.string().nullable().default(null), ...paging })),
};
