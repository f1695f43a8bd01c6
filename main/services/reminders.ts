/** What is overdue or due within a week, over all ledgers with deadlines: for 总览 and the morning meeting. */
import type { Reminder, Row } from '../../preload/contract/records.ts';
import { dayOf, type Day } from '../domain/day.ts';
import { daysAfter, deadlineOf, deedOf, SOON_DAYS } from '../domain/deadline.ts';
import { ledgers } from '../domain/ledgers/index.ts';
import { STATED, STATED_CODES, type StatedCode } from '../domain/states.ts';
import type { Book } from './book.ts';
import { allRows } from './query.ts';

/** The most pressing first. */
export function reminders(book: Book): readonly Reminder[] {
  const clock = book.clock();
  const today = dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
  return STATED_CODES.flatMap((code) => pressing(book, code, today).flatMap((row) => remind(code, row, today))).sort((a, b) => a.days - b.days);
}

function pressing(book: Book, ledger: StatedCode, today: Day): readonly Row[] {
  const open = STATED[ledger].states.filter((state) => state.value !== 'closed').map((state) => state.label).join('、');
  return allRows(book, { ledger, filters: [{ field: 'state', text: open }, { field: 'deadline', text: `<=${daysAfter(today, SOON_DAYS)}` }], search: '', sort: [], group: [] });
}

/** Nothing for a record that is neither overdue nor due soon on the day. */
export function remind(ledger: StatedCode, row: Row, day: Day): readonly Reminder[] {
  const at = deadlineOf(deedOf(row), day);
  if (at.is !== 'overdue' && at.is !== 'soon') return [];
  const text = (code: string): string | null => (typeof row[code] === 'string' ? row[code] : null);
  return [{ ledger, id: row.id, name: text(ledgers[ledger].nameField) ?? '', unit: text(STATED[ledger].unit), leader: text('leader'), owner: text('owner'), state: text('state') ?? '', deadline: text('deadline') ?? '', days: at.days }];
}
