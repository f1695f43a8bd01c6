/**
 * Putting a backup in the book's place: judged first, the present book kept as a backup before, so
 * that a restore can itself be taken back.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flawOf, flushFile } from '../data/copy.ts';
import { contentOfFile } from '../data/keeping/content.ts';
import { closeDatabase, openDatabase } from '../data/open.ts';
import { meaningOf, refuseUnsound } from '../data/sound-file.ts';
import { Fault } from '../domain/fault.ts';
import type { BackupLine } from '../domain/keeping/backup.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import { bringAttachedFiles } from './attached-files.ts';
import { makeBackup } from './backups.ts';

export interface Restored {
  /**
   * the backup that was made of the book before; null where that could not be read, and was moved
   * aside instead
   */
  readonly before: BackupLine | null;
  /** where an unreadable book lies now */
  readonly aside: string | null;
}

/**
 * No connection to the book may be open. `county`: the office whose book it is; a backup of another
 * office is refused.
 * @throws Fault file.missing, database.*, backup.otherCounty; then the present book is as it was
 */
export function restoreBackup(dataFolder: string, backup: string, clock: () => Date): Restored {
  if (!existsSync(backup)) throw new Fault('file.missing', { file: basename(backup) });
  refuseUnsound(backup);
  if (flawOf(backup) !== null) throw new Fault('database.damaged', { file: basename(backup) });
  const file = join(dataFolder, BOOK_FILE);
  const incoming = contentOfFile(backup)?.county ?? null;
  const present = existsSync(file) ? (contentOfFile(file)?.county ?? null) : null;
  if (present !== null && incoming !== null && present !== incoming)
    throw new Fault('backup.otherCounty', { county: incoming, here: present });
  const beside = `${file}.restoring`;
  try {
    copyFileSync(backup, beside);
    flushFile(beside);
    // a book of a newer program is refused before the present one is touched
    closeDatabase(openDatabase(beside));
    const kept = keepPresent(dataFolder, file, clock);
    bringAttachedFiles(dataFolder, backup, beside);
    putInPlace(beside, file);
    return kept;
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-session', '-seal'])
      rmSync(beside + end, { force: true });
    throw meaningOf(error, file);
  }
}

function keepPresent(dataFolder: string, file: string, clock: () => Date): Restored {
  if (!existsSync(file)) return { before: null, aside: null };
  try {
    const db = openDatabase(file);
    try {
      return { before: makeBackup({ db, dataFolder, clock }, 'restore'), aside: null };
    } finally {
      closeDatabase(db);
    }
  } catch (error) {
    const meant = meaningOf(error, file);
    if (meant instanceof Fault && !/^database\.(damaged|empty|foreign|mixed)$/.test(meant.code))
      throw meant;
    return { before: null, aside: moveAside(file, clock()) };
  }
}

/** A hurt book and its log are moved beside, never written to. Answers the new name of the book. */
export function moveAside(file: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const aside = join(dirname(file), `county.hurt-${stamp}.db`);
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, aside + end);
  return aside;
}

/** A log that was left belongs to the file before: the new one is never opened beside it. */
export function putInPlace(from: string, file: string): void {
  for (const end of ['-wal', '-shm', '-session', '-seal']) {
    rmSync(from + end, { force: true });
    rmSync(file + end, { force: true });
  }
  renameSync(from, file);
  flushFile(file);
}
