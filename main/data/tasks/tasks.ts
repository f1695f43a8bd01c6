/** What hangs on tasks and problems: the tree, milestones, monthly notes, chases. */
import type { Chase, MeetingHead, TaskNote } from '../../domain/tasks/task-life.ts';
import { prepared, type Reader } from '../open.ts';

export interface TreeRow {
  readonly id: number;
  readonly title: string;
  readonly parent: string | null;
  readonly state: string;
  readonly deadline: string | null;
  readonly closed_date: string | null;
  readonly progress: string | null;
  readonly lead_unit: string | null;
}

/** All tasks, in the order in which they were written. */
export const treeRows = (db: Reader): readonly TreeRow[] =>
  prepared(
    db,
    'SELECT id, title, parent, state, deadline, closed_date, progress, (SELECT name FROM unit WHERE unit.id = lead_unit) AS lead_unit FROM task ORDER BY id',
  ).all() as TreeRow[];

/** Ids of the tasks that write this title as their 上级任务. */
export const namingTask = (db: Reader, title: string): readonly number[] =>
  prepared(db, 'SELECT id FROM task WHERE parent = ? ORDER BY id').pluck().all(title) as number[];
export const countTitled = (db: Reader, title: string): number =>
  Number(prepared(db, 'SELECT count(*) FROM task WHERE title = ?').pluck().get(title));

export interface MilestoneRow {
  readonly id: number;
  readonly name: string;
  readonly deadline: string | null;
  readonly deadline_words: string | null;
  readonly done: string | null;
  readonly note: string | null;
}
export const taskMilestones = (db: Reader, task: number): readonly MilestoneRow[] =>
  prepared(
    db,
    'SELECT id, name, deadline, deadline_words, done, note FROM task_milestone WHERE task_id = ? ORDER BY place, id',
  ).all(task) as MilestoneRow[];

/** Newest first. */
export const taskNotes = (db: Reader, task: number): readonly TaskNote[] =>
  prepared(
    db,
    'SELECT id, month, note, who FROM task_note WHERE task_id = ? ORDER BY month DESC',
  ).all(task) as TaskNote[];

const CHASE = 'SELECT id, date, whom, how, who, demand, reply, replied FROM chase';
/** Newest first. */
export const chasesOf = (db: Reader, ledger: string, record: number): readonly Chase[] =>
  prepared(
    db,
    `${CHASE} WHERE ledger = ? AND record_id = ? ORDER BY date IS NULL, date DESC, id DESC`,
  ).all(ledger, record) as Chase[];
export const chaseRow = (
  db: Reader,
  id: number,
): (Chase & { readonly ledger: string; readonly record_id: number }) | null =>
  (prepared(db, 'SELECT * FROM chase WHERE id = ?').get(id) as
    | (Chase & { ledger: string; record_id: number })
    | undefined) ?? null;

/** The newest first. */
export const meetingRows = (db: Reader): readonly MeetingHead[] =>
  prepared(
    db,
    'SELECT id, name, date, place, host, attendees FROM meeting ORDER BY date IS NULL, date DESC, id DESC',
  ).all() as MeetingHead[];

export interface ItemRow {
  readonly id: number;
  readonly topic: string;
  readonly raised_by: string | null;
  readonly decision: string | null;
  readonly unit: string | null;
  readonly support: string | null;
  readonly deadline: string | null;
  /** the task that the decision became, while it is there */
  readonly task: number | null;
  readonly task_state: string | null;
}
export const itemRows = (db: Reader, meeting: number): readonly ItemRow[] =>
  prepared(
    db,
    `SELECT meeting_item.id, topic, raised_by, decision, unit.name AS unit, support, meeting_item.deadline, task.id AS task, task.state AS task_state
  FROM meeting_item LEFT JOIN unit ON unit.id = unit_id LEFT JOIN task ON task.id = task_id WHERE meeting_id = ? ORDER BY meeting_item.place, meeting_item.id`,
  ).all(meeting) as ItemRow[];
