/** The twelve months of an assessment year: closed or open, and how much of each is filled in. */
import type { MonthState } from '../../../preload/contract/progress.ts';
import { closesOf, correctionCounts, filledByMonth } from '../../data/progress/closes.ts';
import { versionInForce } from '../../data/targets/targets.ts';
import { calendarName } from '../../domain/days/assessment-year.ts';
import { Fault } from '../../domain/fault.ts';
import type { Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';

export const listMonths = (book: Book, year: number): readonly MonthState[] =>
  states(
    book,
    year,
    Array.from({ length: 12 }, (_, at) => at + 1),
  );

export function monthState(book: Book, year: number, month: number): MonthState {
  const [state] = states(book, year, [month]);
  if (state === undefined) throw new RangeError(`no month ${month}`);
  return state;
}

function states(book: Book, year: number, months: readonly number[]): readonly MonthState[] {
  const first = firstMonth(book);
  const closes = new Map(closesOf(book.db, year).map((close) => [close.month, close]));
  const corrections = correctionCounts(book.db, year);
  const version = versionInForce(book.db, year);
  const reported = version === null ? null : filledByMonth(book.db, version.id);
  return months.map((month): MonthState => {
    const close = closes.get(month);
    const { filled, expected } = reported?.get(month) ?? { filled: 0, expected: 0 };
    return {
      month,
      name: calendarName(month, first),
      closed: close === undefined ? null : { at: close.at, who: close.who },
      filled,
      expected,
      corrections: corrections.get(month) ?? 0,
    };
  });
}

/** @throws Fault month.closed */
export function refuseClosed(book: Book, year: number, month: number): void {
  if (closesOf(book.db, year).some((close) => close.month === month))
    throw new Fault('month.closed', { month: calendarName(month, firstMonth(book)) });
}
