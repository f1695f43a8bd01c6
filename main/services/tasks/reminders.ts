/**
 * What is overdue or due within a week, over all ledgers with deadlines: problems, tasks,
 * milestones of projects, and the users' own. For 总览 and the morning meeting.
 */
import type { Reminder, Row } from '../../../preload/contract/records.ts';
import { dueMilestones } from '../../data/projects/due.ts';
import { ownLedgers } from '../../data/ledgers/own-ledgers.ts';
import type { Day } from '../../domain/days/day.ts';
import { dueDaysIn, isMonthly } from '../../domain/tasks/recurrence.ts';
import { taskNotes } from '../../data/tasks/tasks.ts';
import { daysAfter, deadlineOf, deedOf, SOON_DAYS } from '../../domain/tasks/deadline.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import type { OwnLedger } from '../../domain/ledgers/own.ts';
import { isDone } from '../../domain/ledgers/own-definition.ts';
import { STATED, STATED_CODES, type StatedCode } from '../../domain/tasks/states.ts';
import { todayOf, type Book } from '../book/book.ts';
import { allRows } from '../records/query.ts';

export const remindersOfTasks = (book: Book): readonly Reminder[] =>
  remindersOn(book, todayOf(book));

/** Those of a full day, the most pressing first. */
export function remindersOn(book: Book, day: Day): readonly Reminder[] {
  const stated = STATED_CODES.flatMap((code) =>
    pressing(book, code, day).flatMap((row) => remindersOfRecord(code, row, day)),
  );
  const again = recurring(book, day);
  const own = ownLedgers(book.db)
    .filter((one) => !one.definition.retired)
    .flatMap((one) => ownReminders(book, one, day));
  return [...stated, ...again, ...milestones(book, day), ...own].sort((a, b) => a.days - b.days);
}

function pressing(book: Book, ledger: StatedCode, day: Day): readonly Row[] {
  const open = STATED[ledger].states
    .filter((state) => state.value !== 'closed')
    .map((state) => state.label)
    .join('、');
  return allRows(book, {
    ledger,
    filters: [{ field: 'state', text: open }, due('deadline', day)],
    search: '',
    sort: [],
    group: [],
  });
}

/**
 * Open tasks that are due again and again (每星期六, 每季度末): the next time within a week, and
 * the last one whose month nobody wrote a note for.
 */
function recurring(book: Book, day: Day): readonly Reminder[] {
  const rows = allRows(book, {
    ledger: 'task',
    filters: [
      { field: 'state', text: OPEN_TASKS },
      { field: 'deadline', text: '空' },
      { field: 'deadline_words', text: '非空' },
    ],
    search: '',
    sort: [],
    group: [],
  });
  return rows.flatMap((row) => {
    const words = textIn(row, 'deadline_words') ?? '';
    const dues = dueDaysIn(words, daysAfter(day, -LOOKED_BACK), daysAfter(day, SOON_DAYS));
    const next = dues.find((one) => one >= day);
    const last = dues.findLast((one) => one < day);
    const told = new Set(taskNotes(book.db, row.id).map((note) => note.month));
    const missed =
      last !== undefined && isMonthly(words) && !monthsOf(last).some((one) => told.has(one));
    return [...(missed ? [last] : []), ...(next === undefined ? [] : [next])].flatMap((deadline) =>
      remindersOfRecord('task', { ...row, deadline }, day),
    );
  });
}
const LOOKED_BACK = 31;
const OPEN_TASKS = STATED.task.states
  .filter((state) => state.value !== 'closed')
  .map((state) => state.label)
  .join('、');
/** What is due early in a month may tell of the month before. */
const monthsOf = (day: Day): readonly string[] => [
  day.slice(0, 7),
  daysAfter(day, -10).slice(0, 7),
];

const due = (field: string, day: Day): { readonly field: string; readonly text: string } => ({
  field,
  text: `<=${daysAfter(day, SOON_DAYS)}`,
});

const KINDS: Readonly<Record<StatedCode, string>> = { rectification: '整改', task: '督办' };

/** Nothing for a record that is neither overdue nor due soon on the day. */
export function remindersOfRecord(ledger: StatedCode, row: Row, day: Day): readonly Reminder[] {
  const { unit, states } = STATED[ledger];
  const state = states.find((one) => one.value === row['state'])?.label ?? '';
  return pressed(
    day,
    {
      ledger,
      kind: KINDS[ledger],
      id: row.id,
      name: textIn(row, ledgers[ledger].nameField) ?? '',
      unit: textIn(row, unit),
      leader: textIn(row, 'leader'),
      owner: textIn(row, 'owner'),
      state,
      deadline: textIn(row, 'deadline'),
    },
    deedOf(row).closed,
  );
}

function ownReminders(
  book: Book,
  { code, definition, ledger }: OwnLedger,
  day: Day,
): readonly Reminder[] {
  const { reminder, status } = definition;
  if (reminder === null) return [];
  const rows = allRows(book, {
    ledger: code,
    filters: [due(reminder.deadline, day)],
    search: '',
    sort: [],
    group: [],
  });
  return rows.flatMap((row) => {
    const state = status === null ? null : textIn(row, status.field);
    return pressed(
      day,
      {
        ledger: code,
        kind: definition.label,
        id: row.id,
        name: textIn(row, ledger.nameField) ?? '',
        unit: textIn(row, reminder.unit),
        leader: null,
        owner: textIn(row, reminder.person),
        state: state ?? '',
        deadline: textIn(row, reminder.deadline),
      },
      isDone(definition, row),
    );
  });
}

function milestones(book: Book, day: Day): readonly Reminder[] {
  return dueMilestones(book.db, daysAfter(day, SOON_DAYS)).flatMap((one) =>
    pressed(
      day,
      {
        ledger: 'project',
        kind: '项目节点',
        id: one.project,
        name: `${one.name}：${one.milestone}`,
        unit: one.unit,
        leader: one.sponsor,
        owner: one.person ?? one.owner,
        state: '',
        deadline: one.deadline,
      },
      false,
    ),
  );
}

type Due = Omit<Reminder, 'days' | 'deadline'> & { readonly deadline: string | null };

function pressed(day: Day, one: Due, closed: boolean): readonly Reminder[] {
  const at = deadlineOf({ closed, deadline: one.deadline, closedOn: null }, day);
  return one.deadline === null || (at.is !== 'overdue' && at.is !== 'soon')
    ? []
    : [{ ...one, deadline: one.deadline, days: at.days }];
}

const textIn = (row: Row, code: string | null): string | null => {
  const value = code === null ? null : row[code];
  return typeof value === 'string' ? value : null;
};
