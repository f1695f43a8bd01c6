/** What hangs on tasks and problems: the tree, milestones, monthly notes, chases. */
import type { Chase, MeetingHead, TaskNote } from '../../domain/tasks/task-life.ts';
import type { Reader } from '../open.ts';
import { askCount, askRow, askRows, askValues, shape, type RowOf } from '../rows.ts';

const TREE = shape({
  id: 'integer',
  title: 'text',
  parent: 'text?',
  state: 'text',
  deadline: 'text?',
  closed_date: 'text?',
  progress: 'text?',
  lead_unit: 'text?',
});
export type TreeRow = RowOf<typeof TREE>;

/** All tasks, in the order in which they were written. */
export const treeRows = (db: Reader): readonly TreeRow[] =>
  askRows(
    db,
    TREE,
    'SELECT id, title, parent, state, deadline, closed_date, progress, (SELECT name FROM unit WHERE unit.id = lead_unit) AS lead_unit FROM task ORDER BY id',
  );

/** Ids of the tasks that write this title as their 上级任务. */
export const namingTask = (db: Reader, title: string): readonly number[] =>
  askValues(db, 'integer', 'SELECT id FROM task WHERE parent = ? ORDER BY id', title);
export const countTitled = (db: Reader, title: string): number =>
  askCount(db, 'SELECT count(*) FROM task WHERE title = ?', title);

const MILESTONE = shape({
  id: 'integer',
  name: 'text',
  deadline: 'text?',
  deadline_words: 'text?',
  done: 'text?',
  note: 'text?',
});
export type TaskMilestoneRow = RowOf<typeof MILESTONE>;
export const taskMilestones = (db: Reader, task: number): readonly TaskMilestoneRow[] =>
  askRows(
    db,
    MILESTONE,
    'SELECT id, name, deadline, deadline_words, done, note FROM task_milestone WHERE task_id = ? ORDER BY place, id',
    task,
  );

const NOTE = shape({ id: 'integer', month: 'text', note: 'text', who: 'text?' });
/** Newest first. */
export const taskNotes = (db: Reader, task: number): readonly TaskNote[] =>
  askRows(
    db,
    NOTE,
    'SELECT id, month, note, who FROM task_note WHERE task_id = ? ORDER BY month DESC',
    task,
  );

const CHASE_COLUMNS = {
  id: 'integer',
  date: 'text?',
  whom: 'text',
  how: 'text?',
  who: 'text?',
  demand: 'text?',
  reply: 'text?',
  replied: 'text?',
} as const;
const CHASE = shape(CHASE_COLUMNS);
const CHASE_OF_RECORD = shape({ ...CHASE_COLUMNS, ledger: 'text', record_id: 'integer' });
const CHASED = 'SELECT id, date, whom, how, who, demand, reply, replied';
/** Newest first. */
export const chasesOf = (db: Reader, ledger: string, record: number): readonly Chase[] =>
  askRows(
    db,
    CHASE,
    `${CHASED} FROM chase WHERE ledger = ? AND record_id = ? ORDER BY date IS NULL, date DESC, id DESC`,
    ledger,
    record,
  );
export const chaseRow = (
  db: Reader,
  id: number,
): (Chase & { readonly ledger: string; readonly record_id: number }) | null =>
  askRow(db, CHASE_OF_RECORD, `${CHASED}, ledger, record_id FROM chase WHERE id = ?`, id);

const MEETING = shape({
  id: 'integer',
  name: 'text',
  date: 'text?',
  place: 'text?',
  host: 'text?',
  attendees: 'text?',
});
/** The newest first. */
export const meetingRows = (db: Reader): readonly MeetingHead[] =>
  askRows(
    db,
    MEETING,
    'SELECT id, name, date, place, host, attendees FROM meeting ORDER BY date IS NULL, date DESC, id DESC',
  );

const ITEM = shape({
  id: 'integer',
  topic: 'text',
  raised_by: 'text?',
  decision: 'text?',
  unit: 'text?',
  support: 'text?',
  deadline: 'text?',
  /** the task that the decision became, while it is there */
  task: 'integer?',
  task_state: 'text?',
});
export type ItemRow = RowOf<typeof ITEM>;
export const itemRows = (db: Reader, meeting: number): readonly ItemRow[] =>
  askRows(
    db,
    ITEM,
    `SELECT meeting_item.id, topic, raised_by, decision, unit.name AS unit, support, meeting_item.deadline, task.id AS task, task.state AS task_state
  FROM meeting_item LEFT JOIN unit ON unit.id = unit_id LEFT JOIN task ON task.id = task_id WHERE meeting_id = ? ORDER BY meeting_item.place, meeting_item.id`,
    meeting,
  );
