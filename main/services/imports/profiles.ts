/** What was confirmed for shapes of headers, so that next month's file asks nothing: recalled, listed, renamed, forgotten. */
import type { Profile } from '../../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import {
  allProfiles,
  answersOfShape,
  removeProfiles,
  renameProfiles,
} from '../../data/imports/imports.ts';
import { transaction, type BookWriter } from '../../data/open.ts';
import { Fault } from '../../domain/fault.ts';
import type { Book } from '../book/book.ts';

/** The answers remembered for a shape of header, as the importer left them. @throws Fault kept.damaged, kept.newer */
export const profileFor = (book: Book, shape: string): readonly ImportAnswer[] | null =>
  answersOfShape(book.db, shape);

/** The last used first. */
export function listProfiles(book: Book): readonly Profile[] {
  return allProfiles(book.db).map((row) => ({
    shape: row.shape,
    name: row.name,
    ledger: row.ledger,
    columns: columnsOf(row.shape),
    answers: row.answers.length,
    usedAt: row.usedAt,
  }));
}

/** A shape is one table a line: paths joined by |, their parts by ›. */
const columnsOf = (shape: string): readonly string[] =>
  (shape.split('\n')[0] ?? '')
    .split('|')
    .map((path) => path.split('›').at(-1) ?? '')
    .filter((word) => word !== '');

/** Profiles are settings of the importer, not data of the office: they leave no audit. @throws Fault profile.missing */
export function renameProfile(book: Book, shape: string, name: string): void {
  write(book, shape, (db) => renameProfiles(db, shape, name));
}

/** @throws Fault profile.missing */
export function removeProfile(book: Book, shape: string): void {
  write(book, shape, (db) => removeProfiles(db, shape));
}

function write(book: Book, shape: string, work: (db: BookWriter) => number): void {
  transaction(book.db, (tx) => {
    if (work(tx) === 0) throw new Fault('profile.missing', { shape });
  });
  book.changed(['imports']);
}
