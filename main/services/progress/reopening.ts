/**
 * Opens a closed month again: what was published then is taken away, the figures stay, and the
 * reason is kept in the list of changes.
 */
import type { MonthState } from '../../../preload/contract/progress.ts';
import { closeOf, publishedIds } from '../../data/progress/closes.ts';
import { calendarName } from '../../domain/days/assessment-year.ts';
import { Fault } from '../../domain/fault.ts';
import { command, type Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { monthState } from './months.ts';

/** @throws Fault month.open where it is not closed */
export function reopenMonth(
  book: Book,
  {
    year,
    month,
    reason,
  }: { readonly year: number; readonly month: number; readonly reason: string },
): MonthState {
  const name = calendarName(month, firstMonth(book));
  const close = closeOf(book.db, year, month);
  if (close === null) throw new Fault('month.open', { month: name });
  command(book, `${name}反关账：${reason}`, ['figure', 'target'], (writing) => {
    for (const id of publishedIds(writing.db, close.id)) writing.remove('published', id);
    writing.remove('month_close', close.id);
  });
  return monthState(book, year, month);
}
