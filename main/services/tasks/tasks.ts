/** A task's milestones, its notes month by month, and the chases of overdue tasks and problems. */
import type { Saved } from '../../../preload/contract/records.ts';
import type { Chase } from '../../domain/tasks/task-life.ts';
import { chaseRow, chasesOf, taskMilestones, taskNotes } from '../../data/tasks/tasks.ts';
import type { Reader } from '../../data/open.ts';
import { hasRow } from '../../data/records/records.ts';
import type { SqlValue } from '../../data/rows.ts';
import { unitName } from '../../data/units/units.ts';
import { Fault } from '../../domain/fault.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import { milestonesIn, type ReadMilestone } from '../../domain/tasks/task-milestones.ts';
import { STATED, type StatedCode } from '../../domain/tasks/states.ts';
import { command, todayOf, type Book } from '../book/book.ts';
import { dayTyped, requiredValue } from '../records/typed-parts.ts';
import { textOrNull } from '../../domain/read/text.ts';
import { fieldNamed, ledgerNamed, storedRow } from '../records/query.ts';
import { updateRecord } from '../records/write-record.ts';
import type { Stored } from '../book/rule.ts';
import { sessionFacts } from '../book/session.ts';
import { refuseTaskTree } from './task-tree.ts';
import { readTyped } from '../records/typed.ts';

export interface TaskMilestoneInput {
  readonly id: number | null;
  readonly name: string;
  readonly deadline: Value;
  readonly done: Value;
  readonly note: Value;
}

/**
 * A deadline may stay words (立行立改), a day of completion may not. @throws Fault value.required,
 * value.unreadable
 */
export function saveTaskMilestones(
  book: Book,
  input: { readonly id: number; readonly milestones: readonly TaskMilestoneInput[] },
): Saved {
  return command(book, '修改任务节点', ['task'], (writing) => {
    const { db } = writing;
    const year = yearOf(book, storedRow(db, ledgerNamed('task'), input.id));
    const kept = new Set(input.milestones.map((one) => one.id));
    const before = new Set(taskMilestones(db, input.id).map((row) => row.id));
    for (const id of before) if (!kept.has(id)) writing.remove('task_milestone', id);
    const ids = input.milestones.map((one, place) => {
      const due = readTyped(
        db,
        { ...fieldNamed(ledgerNamed('task'), 'deadline'), label: '节点时限' },
        one.deadline,
        { year, currency: 'CNY', words: true },
      );
      const row = {
        task_id: input.id,
        place,
        name: requiredValue('节点名称', one.name),
        deadline: due.value,
        deadline_words: due.words ?? null,
        done: dayTyped(book, db, '完成时间', one.done, year),
        note: textOrNull(one.note),
      };
      if (one.id === null || !before.has(one.id)) return writing.insert('task_milestone', row);
      writing.update('task_milestone', one.id, row);
      return one.id;
    });
    return { change: writing.change, ids };
  });
}

/** The year that "6月底" falls in: the one in which the task was given, else the book's. */
const yearOf = (book: Book, row: Stored): number =>
  typeof row['assigned_date'] === 'string'
    ? Number(row['assigned_date'].slice(0, 4))
    : sessionFacts(book).year;

/** What 阶段目标 of the task says. */
export function readMilestones(book: Book, id: number): readonly ReadMilestone[] {
  const row = storedRow(book.db, ledgerNamed('task'), id);
  return typeof row['milestones'] === 'string'
    ? milestonesIn(row['milestones'], yearOf(book, row))
    : [];
}

/**
 * The newest month's note is the task's 进展情况 too, which may move its state as typing there
 * does. @throws Fault value.required, value.unreadable
 */
export function saveNote(
  book: Book,
  input: {
    readonly id: number;
    readonly month: string;
    readonly note: string;
    readonly who: Value;
  },
): Saved {
  return command(book, '登记月度进展', ['task'], (writing) => {
    const { db } = writing;
    const ledger = ledgerNamed('task');
    const before = storedRow(db, ledger, input.id);
    const month = dayTyped(book, db, '月份', requiredValue('月份', input.month))?.slice(0, 7) ?? '';
    if (month.length < 7)
      throw new Fault('value.unreadable', {
        field: '月份',
        seen: input.month,
        want: '年月，如2012.9',
      });
    const note = requiredValue('进展', input.note);
    const notes = taskNotes(db, input.id);
    const standing = notes.find((one) => one.month === month);
    const row = { task_id: input.id, month, note, who: textOrNull(input.who) };
    const id = standing?.id ?? writing.insert('task_note', row);
    if (standing !== undefined) writing.update('task_note', id, row);
    if (!notes.some((one) => one.month > month))
      updateRecord(book.rules, writing, ledger, input.id, before, { progress: note });
    return { change: writing.change, ids: [id] };
  });
}

export function removeNote(book: Book, note: number): Saved {
  return command(book, '删除月度进展', ['task'], (writing) => {
    refuseMissing(writing.db, 'task_note', note);
    writing.remove('task_note', note);
    return { change: writing.change, ids: [note] };
  });
}

function refuseMissing(db: Reader, table: 'task_note' | 'chase', id: number): void {
  if (!hasRow(db, table, id)) throw new Fault('record.missing', { id });
}

export const listChases = (book: Book, ledger: StatedCode, id: number): readonly Chase[] =>
  chasesOf(book.db, ledger, id);

/** @throws Fault value.refused where a record is closed, or nobody is named to chase */
export function addChases(
  book: Book,
  input: {
    readonly ledger: StatedCode;
    readonly ids: readonly number[];
    readonly date: Value;
    readonly whom: Value;
    readonly how: Value;
    readonly who: Value;
    readonly demand: Value;
  },
): Saved {
  const ledger: Ledger = ledgerNamed(input.ledger);
  return command(book, `催办${input.ids.length}${ledger.noun}`, [input.ledger], (writing) => {
    const { db } = writing;
    const date = dayTyped(book, db, '催办日期', input.date) ?? todayOf(book);
    const ids = input.ids.map((id) => {
      const row = storedRow(db, ledger, id);
      const name = String(row[ledger.nameField]);
      if (row['state'] === 'closed')
        refuseTaskTree(`“${name}”已经办结，无需催办。请取消选择后催办`);
      const whom =
        textOrNull(input.whom) ??
        (typeof row['owner'] === 'string' ? row['owner'] : null) ??
        unitOf(db, row[STATED[input.ledger].unit]);
      if (whom === null)
        refuseTaskTree(`“${name}”未填单位和责任人，无法确定催办对象。请填写“催办对象”`);
      return writing.insert('chase', {
        ledger: input.ledger,
        record_id: id,
        date,
        whom,
        how: textOrNull(input.how),
        who: textOrNull(input.who),
        demand: textOrNull(input.demand),
        reply: null,
        replied: null,
      });
    });
    return { change: writing.change, ids };
  });
}

const unitOf = (db: Reader, id: SqlValue | undefined): string | null =>
  id === null || id === undefined ? null : unitName(db, Number(id));

/** What came back on a chase. @throws Fault value.required, record.missing */
export function replyChase(
  book: Book,
  input: { readonly id: number; readonly reply: string; readonly replied: Value },
): Saved {
  return command(book, '登记催办回复', ['task', 'rectification'], (writing) => {
    if (chaseRow(writing.db, input.id) === null)
      throw new Fault('record.missing', { id: input.id });
    writing.update('chase', input.id, {
      reply: requiredValue('回复', input.reply),
      replied: dayTyped(book, writing.db, '回复日期', input.replied),
    });
    return { change: writing.change, ids: [input.id] };
  });
}

export function removeChase(book: Book, id: number): Saved {
  return command(book, '删除催办记录', ['task', 'rectification'], (writing) => {
    refuseMissing(writing.db, 'chase', id);
    writing.remove('chase', id);
    return { change: writing.change, ids: [id] };
  });
}
