/**
 * 督办事项进展表: tasks with their deadlines, extensions and progress; without groups as a tree,
 * what lies below indented and numbered.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { inTreeOrder } from '../../../domain/tasks/task-tree.ts';
import { deedsOn, rateNote, deadlineStanding } from '../ledgers/deadlines.ts';
import { listReport } from '../ledgers/ledger-list.ts';
import type { PrintReport } from '../shared/report.ts';
import { rowValueOf } from '../shared/values.ts';

const PRINTED = [
  'title',
  'lead_unit',
  'support_units',
  'leader',
  'deadline',
  'original_deadline',
  'progress',
  'problem',
  'state',
  'closed_date',
];
const info: TableInfo = {
  name: 'tasks',
  title: '督办事项进展表',
  about: '逐项列出任务、时限、延期和进展，注明超期；分任务列在总任务下',
  clock: 'month',
  ledger: 'task',
  paper: 'A3',
  landscape: true,
  choices: ['columns'],
  columns: PRINTED,
  group: { field: null, none: '不分组' },
};

const list = listReport(info, {
  told: [deadlineStanding],
  stood: (rows, day, context) => deedsOn('task', rows, day, context),
  notes: (rows, day) => rateNote(rows, day, { noun: '项', closed: '办结' }),
});

export const taskList: PrintReport = {
  info,
  make: (rows, options, context) =>
    list.make(
      (options.group ?? null) === null && (options.sort ?? []).length === 0 ? asTree(rows) : rows,
      options,
      context,
    ),
};

/** The title of a task below another carries its number and stands in from the edge. */
function asTree(rows: readonly Row[]): readonly Row[] {
  const tasks = rows.map((row) => ({
    id: row.id,
    title: rowValueOf(row, 'title') ?? '',
    parent: rowValueOf(row, 'parent'),
    row,
  }));
  return inTreeOrder(tasks).map(({ task, depth, number }) =>
    depth === 0 ? task.row : { ...task.row, title: `${'　'.repeat(depth)}${number} ${task.title}` },
  );
}
