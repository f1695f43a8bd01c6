/**
 * Salvage (抢救): the damaged file is moved aside and never written to; what can still be read of
 * it becomes the book.
 */
import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { salvageTables } from '../data/keeping/salvage.ts';
import { Fault } from '../domain/fault.ts';
import type { Salvaged } from '../domain/keeping/backup.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import { moveAside, putInPlace } from './restore.ts';

/**
 * No connection to the book may be open. `from`: another file than the one in the book's place, as
 * one moved aside before. @throws Fault book.lost where nothing can be read; then all is as it was
 */
export function salvageBook(dataFolder: string, clock: () => Date, from?: string): Salvaged {
  const file = join(dataFolder, BOOK_FILE);
  const damaged = from ?? file;
  if (!existsSync(damaged)) throw new Fault('file.missing', { file: basename(damaged) });
  const beside = `${file}.salvaging`;
  for (const end of ['', '-wal', '-shm']) rmSync(beside + end, { force: true });
  const saved = salvageTables(damaged, beside);
  if (saved === null || saved.tables.every(({ rows }) => rows === 0)) {
    for (const end of ['', '-wal', '-shm']) rmSync(beside + end, { force: true });
    throw new Fault('book.lost', {});
  }
  const aside = existsSync(file) ? moveAside(file, clock()) : damaged;
  putInPlace(beside, file);
  return { aside: basename(aside), ...saved };
}
