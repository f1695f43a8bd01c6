/**
 * The open book and its two doors: a query reads, a command writes in one transaction with its
 * audit.
 */
import type { Events } from '../../../preload/contract/index.ts';
import { transaction, type Reader } from '../../data/open.ts';
import { write, type Writing } from '../../data/write.ts';
import { dayOf, type Day } from '../../domain/days/day.ts';
import type { RecordRules } from './rule.ts';

export type Area = Events['changed']['areas'][number];

export interface Book {
  readonly db: Reader;
  readonly clock: () => Date;
  /** 经办人, who sits at this PC; goes into the audit */
  readonly who: string;
  readonly changed: (areas: readonly Area[]) => void;
  /** the newest change when the program was opened: Ctrl+Z goes back no further */
  readonly undoFloor: number;
  /** what single ledgers do beside writing their columns */
  readonly rules: RecordRules;
}

export const now = (book: Book): string => book.clock().toISOString();

/** The day that the user's calendar shows. */
export function todayOf(book: Book): Day {
  const at = book.clock();
  return dayOf(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/**
 * Reads in one transaction: a page's figures are of one moment, and the database takes its locks
 * once for all its queries.
 */
export const reading = <T>(book: Book, work: () => T): T => book.db.transaction(work).deferred();

/**
 * Runs `work` in one transaction under one change of the audit; tells the window afterwards which
 * areas to ask again.
 */
export function command<T>(
  book: Book,
  label: string,
  areas: readonly Area[],
  work: (writing: Writing) => T,
): T {
  const value = transaction(book.db, (tx) =>
    write(tx, { at: now(book), who: book.who, label }, work),
  );
  book.changed(areas);
  return value;
}
