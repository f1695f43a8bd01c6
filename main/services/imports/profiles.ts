/**
 * What was confirmed for shapes of headers, so that next month's file asks nothing: recalled,
 * listed, renamed, forgotten.
 */
import type { Profile } from '../../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { allProfiles, answersOfShape, profilesOfShape } from '../../data/imports/imports.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import { command, type Book } from '../book/book.ts';

/**
 * The answers remembered for a shape of header, as the importer left them. @throws Fault
 * kept.damaged, kept.newer
 */
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

/** @throws Fault profile.missing */
export function renameProfile(book: Book, shape: string, name: string): void {
  write(book, shape, `记住的表改名为“${name}”`, (writing, id) =>
    writing.update('profile', id, { name }),
  );
}

/** @throws Fault profile.missing */
export function removeProfile(book: Book, shape: string): void {
  write(book, shape, '删除一张记住的表', (writing, id) => writing.remove('profile', id));
}

function write(
  book: Book,
  shape: string,
  label: string,
  work: (writing: Writing, id: number) => unknown,
): void {
  const ids = profilesOfShape(book.db, shape);
  if (ids.length === 0) throw new Fault('profile.missing', { shape });
  command(book, label, ['imports'], (writing) => {
    for (const id of ids) work(writing, id);
  });
}
