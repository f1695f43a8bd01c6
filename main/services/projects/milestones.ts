/**
 * A project's milestones: a list of one kind written whole, in the order of the work, no date
 * before an earlier one's.
 */
import type { MilestoneEntry } from '../../../preload/contract/projects.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import { milestonesOf } from '../../data/projects/project-parts.ts';
import { dayText } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import {
  milestoneLamp,
  reversedMilestone,
  type MilestoneKind,
} from '../../domain/projects/milestones.ts';
import { command, todayOf, type Book } from '../book/book.ts';
import { dayTyped } from '../records/typed-parts.ts';
import { textOrNull } from '../../domain/read/text.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';

export interface MilestoneInput {
  readonly id: number | null;
  readonly name: string;
  readonly deadline: Value;
  readonly done: Value;
  readonly person: Value;
  readonly note: Value;
}

/** @throws Fault value.required, value.unreadable, stage.backwards */
export function saveProjectMilestones(
  book: Book,
  input: {
    readonly id: number;
    readonly kind: MilestoneKind;
    readonly milestones: readonly MilestoneInput[];
  },
): Saved {
  return command(book, '修改节点', ['project'], (writing) => {
    const { db } = writing;
    storedRow(db, ledgerNamed('project'), input.id);
    const rows = input.milestones.map((one) => ({
      ...one,
      name: one.name.trim(),
      deadline: dayTyped(book, db, '节点时限', one.deadline),
      done: dayTyped(book, db, '完成时间', one.done),
      person: textOrNull(one.person),
      note: textOrNull(one.note),
    }));
    if (rows.some((row) => row.name === ''))
      throw new Fault('value.required', { field: '节点名称' });
    // preliminary papers run side by side; building goes in its order
    const reversed = input.kind === 'building' ? reversedMilestone(rows) : null;
    if (reversed !== null)
      throw new Fault('stage.backwards', {
        stage: reversed.later.name,
        date: dayText(reversed.later.done ?? ''),
        after: `${reversed.earlier.name}${dayText(reversed.earlier.done ?? '')}`,
      });
    const before = milestonesOf(db, input.id).filter((row) => row.kind === input.kind);
    const kept = new Set(rows.map((row) => row.id));
    for (const row of before) if (!kept.has(row.id)) writing.remove('milestone', row.id);
    const ids = rows.map(({ id, done, ...row }, place) => {
      const written = { ...row, done_date: done, place };
      if (id === null || !before.some((one) => one.id === id))
        return writing.insert('milestone', { project_id: input.id, kind: input.kind, ...written });
      writing.update('milestone', id, written);
      return id;
    });
    return { change: writing.change, ids };
  });
}

export function milestoneEntries(book: Book, project: number): readonly MilestoneEntry[] {
  const today = todayOf(book);
  return milestonesOf(book.db, project).map(({ done_date: done, kind, ...row }) => ({
    ...row,
    kind: kind as MilestoneKind,
    done,
    lamp: milestoneLamp({ deadline: row.deadline, done }, today),
  }));
}
