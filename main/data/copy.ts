/** A whole copy of a book in one file, proven before it counts: what a backup is made of. */
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { clearSessionMark } from './session-mark.ts';
import { copyStill } from './still-copy.ts';
import { Fault } from '../domain/fault.ts';

/**
 * Writes the book as it stands to `file`, in place of what stood there; a copy that does not prove
 * sound leaves nothing behind.
 * Answers whether it is the file's own bytes, held against them. The connection must stand in no
 * transaction. @throws Fault book.notCopied
 */
export function copyBook(db: Database.Database, file: string): boolean {
  const unproven = `${file}.tmp`;
  try {
    rmSync(unproven, { force: true });
    const isStill = copyStill(db, unproven);
    if (!isStill) {
      rmSync(unproven, { force: true });
      db.prepare('VACUUM INTO ?').run(unproven);
    }
    clearSessionMark(unproven);
    chmodSync(unproven, OWNER_ONLY);
    flushFile(unproven);
    const why = flawOf(unproven, isBeside(db.name, unproven));
    if (why !== null) throw new Error(why);
    renameSync(unproven, file);
    return isStill;
  } catch (error) {
    rmSync(unproven, { force: true });
    throw new Fault('book.notCopied', {
      file,
      why: error instanceof Error ? error.message : String(error),
    });
  }
}

/** SQLite maps no more */
const MOST_MAPPED = 0x7fff_0000;

/** of a book and its copies: nobody else may read them */
export const OWNER_ONLY = 0o600;

/** VACUUM INTO leaves its file to the system's cache, where a power cut takes it. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * In the book's own folder or below it: on the disk that the program works on, and not on a stick
 * that may be pulled out.
 */
const isBeside = (book: string, file: string): boolean =>
  !relative(dirname(resolve(book)), resolve(file)).startsWith('..');

/**
 * What SQLite finds wrong with a file that it can open; null where it is sound. `stays`: its disk
 * cannot go away meanwhile, so that it may be looked at where it lies instead of being read.
 */
export function flawOf(file: string, stays = false): string | null {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    if (stays) db.pragma(`mmap_size = ${MOST_MAPPED}`);
    const found = db.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') return String(found);
    const [dangling] = db.pragma('foreign_key_check') as readonly unknown[];
    return dangling === undefined ? null : 'foreign_key_check';
  } finally {
    db.close();
  }
}
