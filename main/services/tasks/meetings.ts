/** Joint meetings (联席会议): the agenda, what was decided, and the tasks that the decisions become. */
import type { Meeting } from '../../../preload/contract/tasks.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import { hasRow } from '../../data/records/records.ts';
import { itemRows, meetingRows, type ItemRow } from '../../data/tasks/tasks.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import { command, type Book } from '../book/book.ts';
import { dayTyped, requiredValue, unitTyped } from '../records/typed-parts.ts';
import { textOrNull } from '../../domain/read/text.ts';
import { ledgerNamed } from '../records/query.ts';
import { insertRecord } from '../records/write-record.ts';
import { refuseTaskTree } from './task-tree.ts';

export interface MeetingInput {
  readonly id: number | null;
  readonly name: string;
  readonly date: Value;
  readonly place: Value;
  readonly host: Value;
  readonly attendees: Value;
  readonly items: readonly {
    readonly id: number | null;
    readonly topic: string;
    readonly raisedBy: Value;
    readonly decision: Value;
    readonly unit: Value;
    readonly support: Value;
    readonly deadline: Value;
  }[];
}

/** The newest first. */
export const listMeetings = ({ db }: Book): readonly Meeting[] =>
  meetingRows(db).map((row) => ({ ...row, items: itemRows(db, row.id).map(itemOf) }));

const itemOf = ({
  raised_by: raisedBy,
  task,
  task_state: state,
  ...row
}: ItemRow): Meeting['items'][number] => ({
  ...row,
  raisedBy,
  task: task === null ? null : { id: task, state: state ?? '' },
});

/**
 * The agenda whole; what has become a task stays on it. @throws Fault value.required,
 * value.unreadable, value.refused, unit.unknown, record.missing
 */
export function saveMeeting(book: Book, input: MeetingInput): Saved {
  return command(book, input.id === null ? '登记联席会议' : '修改联席会议', ['task'], (writing) => {
    const { db } = writing;
    const row = {
      name: requiredValue('会议名称', input.name),
      date: dayTyped(book, db, '会议时间', input.date),
      place: textOrNull(input.place),
      host: textOrNull(input.host),
      attendees: textOrNull(input.attendees),
    };
    if (input.id !== null) refuseMissing(writing, input.id);
    const id = input.id ?? writing.insert('meeting', row);
    if (input.id !== null) writing.update('meeting', id, row);
    // 年内 is the year of the meeting, not the one that is being looked at
    const year = row.date === null ? undefined : Number(row.date.slice(0, 4));
    const before = itemRows(db, id);
    const kept = new Set(input.items.map((item) => item.id));
    for (const item of before) {
      if (kept.has(item.id)) continue;
      if (item.task !== null)
        refuseTaskTree(`“${item.topic}”已经转为督办任务，不能从议程中删除。请先删除任务`);
      writing.remove('meeting_item', item.id);
    }
    input.items.forEach((item, place) => {
      const written = {
        meeting_id: id,
        place,
        topic: requiredValue('议题', item.topic),
        raised_by: textOrNull(item.raisedBy),
        decision: textOrNull(item.decision),
        unit_id: unitTyped(db, item.unit),
        support: textOrNull(item.support),
        deadline: dayTyped(book, db, '完成时限', item.deadline, year),
      };
      if (item.id === null || !before.some((one) => one.id === item.id))
        writing.insert('meeting_item', written);
      else writing.update('meeting_item', item.id, written);
    });
    return { change: writing.change, ids: [id] };
  });
}

export function removeMeeting(book: Book, id: number): Saved {
  return command(book, '删除联席会议', ['task'], (writing) => {
    refuseMissing(writing, id);
    writing.remove('meeting', id);
    return { change: writing.change, ids: [id] };
  });
}

function refuseMissing(writing: Writing, id: number): void {
  if (!hasRow(writing.db, 'meeting', id)) throw new Fault('record.missing', { id });
}

/**
 * Each decision that is no task yet becomes one: of this meeting, given on its day, for the unit
 * that it names. @throws Fault value.refused where there is none
 */
export function assignDecisions(book: Book, id: number): Saved {
  return command(book, '议定事项转为督办任务', ['task'], (writing) => {
    const { db } = writing;
    const meeting = meetingRows(db).find((one) => one.id === id);
    if (meeting === undefined) throw new Fault('record.missing', { id });
    const open = itemRows(db, id).filter((item) => item.decision !== null && item.task === null);
    if (open.length === 0) refuseTaskTree('没有可转办的议定事项。请先填写议定意见');
    const ids = open.map((item) => {
      const unit = unitTyped(db, item.unit);
      const task = insertRecord(book.rules, writing, ledgerNamed('task'), {
        title: item.decision,
        source: meeting.name,
        lead_unit: unit,
        support_units: item.support,
        assigned_date: meeting.date,
        deadline: item.deadline,
        remark: `议题：${item.topic}`,
      });
      writing.update('meeting_item', item.id, { task_id: task });
      return task;
    });
    return { change: writing.change, ids };
  });
}
