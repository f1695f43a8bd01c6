/**
 * Tasks above and below one another: what may be above, what a new title carries along, and how
 * what lies below stands.
 */
import type { TaskLife, TaskNode } from '../../../preload/contract/tasks.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import type { Reader } from '../../data/open.ts';
import {
  countTitled,
  namingTask,
  taskMilestones,
  taskNotes,
  treeRows,
  type TreeRow,
} from '../../data/tasks/tasks.ts';
import type { Writing } from '../../data/write.ts';
import type { Day } from '../../domain/days/day.ts';
import { deadlineOf, deedOf } from '../../domain/tasks/deadline.ts';
import { Fault } from '../../domain/fault.ts';
import { milestoneLamp } from '../../domain/projects/milestones.ts';
import {
  comesBack,
  inTreeOrder,
  namedParents,
  parentsOf,
  type Placed,
} from '../../domain/tasks/task-tree.ts';
import { command, todayOf, type Book } from '../book/book.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';
import type { LedgerRule } from '../book/rule.ts';
import { stateRule } from './states.ts';

/** A problem's sentence without its full stop. @throws Fault value.refused */
export function refuseTaskTree(problem: string): never {
  throw new Fault('value.refused', { problem });
}

/**
 * What is typed into 上级任务, or put there by hand: refused where it makes a circle. @throws Fault
 * value.refused
 */
function refuseParent(
  db: Reader,
  child: { readonly id: number; readonly title: string },
  parent: string,
): void {
  const tasks = treeRows(db).map((task) =>
    task.id === child.id ? { ...task, title: child.title, parent } : task,
  );
  if (
    parent === child.title &&
    !tasks.some((task) => task.id !== child.id && task.title === parent)
  )
    refuseTaskTree('任务不能是自己的上级。选另一项任务');
  if (comesBack(child.id, namedParents(tasks)))
    refuseTaskTree(`“${parent}”是“${child.title}”的下级，不能反过来。请先取消原来的上级`);
}

/**
 * A cell that is typed over: its parent makes no circle, and a new title goes into what names it.
 */
export const taskRule: LedgerRule = {
  ...stateRule,
  edited: (writing, ledger, id, before, patch) => {
    stateRule.edited?.(writing, ledger, id, before, patch);
    const [was, title] = [String(before['title']), String(patch['title'] ?? before['title'])];
    const parent = patch['parent'] === undefined ? before['parent'] : patch['parent'];
    if (typeof parent === 'string' && (parent !== before['parent'] || title !== was))
      refuseParent(writing.db, { id, title }, parent);
    if (title !== was) carryTitle(writing, id, was, title);
  },
};

function carryTitle(writing: Writing, id: number, was: string, title: string): void {
  if (countTitled(writing.db, was) > 1) return;
  for (const child of namingTask(writing.db, was))
    if (child !== id) writing.update('task', child, { parent: title });
}

/** @throws Fault value.refused, record.missing */
export function setTaskParent(
  book: Book,
  input: { readonly id: number; readonly parent: number | null },
): Saved {
  return command(book, '改上级任务', ['task'], (writing) => {
    const { db } = writing;
    const child = storedRow(db, ledgerNamed('task'), input.id);
    const parent =
      input.parent === null
        ? null
        : String(storedRow(db, ledgerNamed('task'), input.parent)['title']);
    if (parent !== null) {
      if (input.parent === input.id) refuseTaskTree('任务不能是自己的上级。选另一项任务');
      const same = countTitled(db, parent) - (child['title'] === parent ? 1 : 0);
      if (same > 1) refuseTaskTree(`有${same}项任务名为“${parent}”，无法确定是哪项。先改名`);
      refuseParent(db, { id: input.id, title: String(child['title']) }, parent);
    }
    writing.update('task', input.id, { parent });
    return { change: writing.change, ids: [input.id] };
  });
}

/** @throws Fault record.missing */
export function taskLife(book: Book, id: number): TaskLife {
  const { db } = book;
  const row = storedRow(db, ledgerNamed('task'), id);
  const today = todayOf(book);
  const tasks = treeRows(db);
  const links = parentsOf(tasks);
  const above = tasks.find((task) => task.id === links.get(id)) ?? null;
  const written = typeof row['parent'] === 'string' ? row['parent'] : null;
  const below = inTreeOrder(belowOf(id, tasks, links)).map((placed) => nodeOf(placed, today));
  const inner = new Set(links.values());
  const leaves = below.filter((node) => !inner.has(node.id));
  return {
    parent: above === null ? null : { id: above.id, title: above.title },
    unlinked: above !== null || written === null ? null : whyUnlinked(tasks, id, written),
    below,
    leaves: {
      all: leaves.length,
      closed: leaves.filter((node) => node.state === 'closed').length,
      overdue: leaves.filter((node) => node.overdue).length,
    },
    support: String(row['support_units'] ?? '')
      .split(/[、，,;；\s]+/)
      .filter((name) => name !== ''),
    milestones: taskMilestones(db, id).map(({ deadline_words: words, ...one }) => ({
      ...one,
      words,
      lamp: milestoneLamp(one, today),
    })),
    notes: taskNotes(db, id),
  };
}

function belowOf(
  id: number,
  tasks: readonly TreeRow[],
  links: ReadonlyMap<number, number>,
): readonly TreeRow[] {
  const children = Map.groupBy(tasks, (task) => links.get(task.id) ?? null);
  const walk = (of: number): readonly TreeRow[] =>
    (children.get(of) ?? []).flatMap((task) => [task, ...walk(task.id)]);
  return walk(id);
}

const nodeOf = ({ task, depth, number }: Placed<TreeRow>, today: Day): TaskNode => ({
  id: task.id,
  title: task.title,
  state: task.state,
  unit: task.lead_unit,
  deadline: task.deadline,
  progress: task.progress,
  depth,
  number,
  overdue: deadlineOf(deedOf({ ...task }), today).is === 'overdue',
});

function whyUnlinked(tasks: readonly TreeRow[], id: number, said: string): string {
  const found = tasks.filter((task) => task.title === said && task.id !== id).length;
  if (found === 0) return `没有名为“${said}”的任务`;
  return found > 1
    ? `有${found}项任务名为“${said}”，无法确定是哪项`
    : `“${said}”的上级绕回了这项任务`;
}
