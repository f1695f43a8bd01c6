/**
 * The mark of a sitting in a book's first page: by it a log that was left belongs to the file it
 * lies beside, and to no older one that was put back.
 */
import { randomInt } from 'node:crypto';
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type Database from 'better-sqlite3';

/** where SQLite keeps the number that a program may choose for its files */
const MARK_AT = 68;
const MARK_BYTES = 4;
const MOST = 0x7fff_ffff;

const noteOf = (file: string): string => `${file}-session`;

/**
 * The file has a new mark from here on, in the file itself and not in the log alone; beside it
 * stands which.
 */
export function markSession(db: Database.Database): void {
  const mark = randomInt(1, MOST);
  db.pragma(`application_id = ${mark}`);
  const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  // another reader holds the log: what is noted must be what the file says
  if (done?.busy === 0) writeFileSync(noteOf(db.name), String(mark), { mode: 0o600 });
}

/** The file has a mark that no copy of it has: what was copied before is another file. */
export const renewMark = (db: Database.Database): void =>
  void db.pragma(`application_id = ${randomInt(1, MOST)}`);

/** The log was folded in: nothing is left to be mixed up. */
export const endSession = (file: string): void => rmSync(noteOf(file), { force: true });

/**
 * Whether a log lies beside the file that was written to another one: an older copy was put back
 * after the program had broken off.
 */
export function isMixed(file: string): boolean {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log === undefined || log.size === 0) return false;
  const note = statSync(noteOf(file), { throwIfNoEntry: false });
  return note !== undefined && readFileSync(noteOf(file), 'utf8') !== String(markIn(file));
}

export function markIn(file: string): number {
  const bytes = Buffer.alloc(MARK_BYTES);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, MARK_BYTES, MARK_AT);
  } finally {
    closeSync(handle);
  }
  return bytes.readUInt32BE();
}

/** A copy is of no sitting. */
export function clearSessionMark(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, Buffer.alloc(MARK_BYTES), 0, MARK_BYTES, MARK_AT);
  } finally {
    closeSync(handle);
  }
}
