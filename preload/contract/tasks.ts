/**
 * Tasks and problems beside their columns: the tree of tasks, milestones, monthly notes, 催办,
 * re-checks, and joint meetings whose decisions become tasks.
 */
import { z } from 'zod';
import type { MilestoneLamp } from '../../main/domain/projects/milestones.ts';
import type { Chase, MeetingHead, TaskNote } from '../../main/domain/tasks/task-life.ts';
import { STATED_CODES } from '../../main/domain/tasks/states.ts';
import { asks, does } from './call.ts';
import type { Saved } from './records.ts';

/** A task in the tree above and below another. */
export interface TaskNode {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly unit: string | null;
  readonly deadline: string | null;
  readonly progress: string | null;
  /** 0: a direct child */
  readonly depth: number;
  /** "2.1" */
  readonly number: string;
  readonly overdue: boolean;
}
export interface TaskMilestone {
  readonly id: number;
  readonly name: string;
  readonly deadline: string | null;
  /** 立行立改: a deadline that is no day */
  readonly words: string | null;
  readonly done: string | null;
  readonly note: string | null;
  readonly lamp: MilestoneLamp;
}
export interface TaskLife {
  readonly parent: { readonly id: number; readonly title: string } | null;
  /**
   * why a written 上级任务 links to none, as a sentence's part; null where it does, or none is
   * written
   */
  readonly unlinked: string | null;
  /** everything below, parents before their children */
  readonly below: readonly TaskNode[];
  /** of the tasks below that have none below themselves */
  readonly leaves: { readonly all: number; readonly closed: number; readonly overdue: number };
  /** 配合单位 one by one */
  readonly support: readonly string[];
  readonly milestones: readonly TaskMilestone[];
  readonly notes: readonly TaskNote[];
}
export interface Meeting extends MeetingHead {
  readonly items: readonly MeetingItem[];
}
export interface MeetingItem {
  readonly id: number;
  readonly topic: string;
  readonly raisedBy: string | null;
  readonly decision: string | null;
  readonly unit: string | null;
  readonly support: string | null;
  readonly deadline: string | null;
  /** the task that the decision became */
  readonly task: { readonly id: number; readonly state: string } | null;
}

const value = z.string().max(4000).nullable();
const ids = z.array(z.int()).min(1).max(20000);
const stated = z.enum(STATED_CODES);
export const taskCalls = {
  'tasks.life': asks<TaskLife>()(z.strictObject({ id: z.int() })),
  /** parent null: none any more. Refused where it makes a circle */
  'tasks.setParent': does<Saved>()(z.strictObject({ id: z.int(), parent: z.int().nullable() })),
  /** the list whole, in its order; deadlines as people write them */
  'tasks.saveMilestones': does<Saved>()(
    z.strictObject({
      id: z.int(),
      milestones: z
        .array(
          z.strictObject({
            id: z.int().nullable(),
            name: z.string().max(200),
            deadline: value,
            done: value,
            note: value,
          }),
        )
        .max(100),
    }),
  ),
  /** what 阶段目标 says, read into milestones for looking at; nothing is written */
  'tasks.readMilestones': asks<
    readonly { readonly name: string; readonly deadline: string | null }[]
  >()(z.strictObject({ id: z.int() })),
  /** one note a month; the newest month's stands in 进展情况 too */
  'tasks.saveNote': does<Saved>()(
    z.strictObject({
      id: z.int(),
      month: z.string().max(40),
      note: z.string().max(4000),
      who: value,
    }),
  ),
  'tasks.removeNote': does<Saved>()(z.strictObject({ note: z.int() })),
  'chases.list': asks<readonly Chase[]>()(z.strictObject({ ledger: stated, id: z.int() })),
  /**
   * one chase for each record; whom null: its responsible person, else unit. Closed records are
   * refused
   */
  'chases.add': does<Saved>()(
    z.strictObject({
      ledger: stated,
      ids,
      date: value,
      whom: value,
      how: value,
      who: value,
      demand: value,
    }),
  ),
  'chases.reply': does<Saved>()(
    z.strictObject({ id: z.int(), reply: z.string().max(4000), replied: value }),
  ),
  'chases.remove': does<Saved>()(z.strictObject({ id: z.int() })),
  /** looks again at what was struck off: what does not pass is opened again, with its reason */
  'records.recheck': does<Saved>()(
    z.strictObject({ ids, passed: z.boolean(), date: value, who: value, note: value }),
  ),
  'meetings.list': asks<readonly Meeting[]>()(z.strictObject({})),
  'meetings.save': does<Saved>()(
    z.strictObject({
      id: z.int().nullable(),
      name: z.string().max(200),
      date: value,
      place: value,
      host: value,
      attendees: value,
      items: z
        .array(
          z.strictObject({
            id: z.int().nullable(),
            topic: z.string().max(1000),
            raisedBy: value,
            decision: value,
            unit: value,
            support: value,
            deadline: value,
          }),
        )
        .max(200),
    }),
  ),
  'meetings.remove': does<Saved>()(z.strictObject({ id: z.int() })),
  /** makes tasks of the decisions that are none yet; answers the tasks' ids */
  'meetings.assign': does<Saved>()(z.strictObject({ id: z.int() })),
};
