/**
 * The open book's two connections: one for calls that do something, one for those that only ask,
 * which SQLite itself keeps from writing.
 */
import {
  closeDatabase,
  closeSealed,
  openReader,
  removeDatabase,
  type Reader,
} from '../data/open.ts';
import { DerivedBehind } from '../data/derived/project-derived.ts';
import { freshSums } from '../data/derived/project-sums.ts';
import type { Book } from '../services/book/book.ts';
import { freshSearch } from '../services/records/search.ts';

export interface Connections {
  readonly doing: Reader;
  readonly asking: Reader;
  /** what is derived from the records is brought up to date when no call has come for a while */
  readonly rest: (book: Book) => void;
  readonly close: () => void;
  /** throws the book away; both connections are of the new one then */
  readonly startOver: () => void;
  /** does `work` while the book is closed, and opens what lies in its place afterwards */
  readonly replace: <T>(work: () => T) => T;
}

/** So long after the last call nobody waits for anything. */
const IDLE_MS = 1500;

/** `failed` hears what went wrong while nobody asked. */
export function connect(open: () => Reader, failed: (error: unknown) => void): Connections {
  let doing = open();
  let asking = openReader(doing);
  let idle: ReturnType<typeof setTimeout> | undefined;
  return {
    get doing() {
      return doing;
    },
    get asking() {
      return asking;
    },
    rest: (book) => {
      clearTimeout(idle);
      idle = setTimeout(() => void catchUp(book, failed), IDLE_MS).unref();
    },
    close: () => {
      clearTimeout(idle);
      asking.close();
      closeSealed(doing);
    },
    startOver: () => {
      clearTimeout(idle);
      asking.close();
      try {
        removeDatabase(doing);
        doing = open();
      } finally {
        if (doing.open) asking = openReader(doing);
      }
    },
    replace: (work) => {
      clearTimeout(idle);
      asking.close();
      closeDatabase(doing);
      try {
        return work();
      } finally {
        doing = open();
        asking = openReader(doing);
      }
    },
  };
}

async function catchUp(book: Book, failed: (error: unknown) => void): Promise<void> {
  try {
    freshSums(book.db);
    await freshSearch(book);
  } catch (error) {
    failed(error);
  }
}

/** Links, sums and the search: what may be behind when a question is put. */
const DERIVED = 3;

/**
 * Puts a question; where it needs what is behind the records, `doing` brings that up to date and it
 * is put again.
 */
export async function askedAgain<T>(doing: Reader, question: () => T | Promise<T>): Promise<T> {
  for (let caught = 0; ; caught++) {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof DerivedBehind) || caught >= DERIVED) throw error;
      error.catchUp(doing);
    }
  }
}
