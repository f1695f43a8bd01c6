/**
 * Whether the file in the book's place is a book that may be opened, judged before anything is
 * written to it; and what SQLite's errors mean.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import { isHurtSinceSealed, PROVEN_AT_START_BYTES } from './seal.ts';
import { isMixed } from './session-mark.ts';

const HEADER = Buffer.from('SQLite format 3\0');
/** Tables that every book has had since its first version. */
const OURS: readonly string[] = ['setting', 'unit', 'project', 'change', 'audit'];

/**
 * Nothing where there is no file yet, or a sound book.
 * @throws Fault database.empty, database.foreign, database.damaged, database.mixed,
 * database.unreadable; database.locked where another program keeps it for itself
 */
export function refuseUnsound(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return;
  refuseAtSight(file);
  const name = basename(file);
  // a log that was not folded in yet belongs to the book: only SQLite reads both together
  let db: Database.Database;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  } catch (error) {
    throw meaningOf(error, file);
  }
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    if (tables.length === 0 || !OURS.every((one) => tables.includes(one)))
      throw new Fault(tables.length === 0 ? 'database.empty' : 'database.foreign', { file: name });
    if (
      found.size <= PROVEN_AT_START_BYTES &&
      db.pragma('quick_check(1)', { simple: true }) !== 'ok'
    )
      throw new Fault('database.damaged', { file: name });
  } catch (error) {
    throw meaningOf(error, file);
  } finally {
    db.close();
  }
}

/**
 * What the file itself and what lies beside it tell: SQLite, which makes files of its own beside a
 * book, is not asked. @throws Fault as `refuseUnsound`
 */
export function refuseAtSight(file: string): void {
  const found = statSync(file);
  const name = basename(file);
  if (!found.isFile()) throw new Fault('database.foreign', { file: name });
  if (found.size === 0) throw new Fault('database.empty', { file: name });
  if (!headOf(file).equals(HEADER)) throw headless(file, found.size);
  if (isMixed(file)) throw new Fault('database.mixed', { file: name });
  if (isHurtSinceSealed(file)) throw new Fault('database.damaged', { file: name });
}

/**
 * A file of whole pages whose first bytes are not SQLite's is a book with a hurt head where a log
 * or lock of ours lies beside it; else it is something else's.
 */
function headless(file: string, size: number): Fault {
  const ours = ['-wal', '-shm'].some((end) => existsSync(file + end)) || size % 512 === 0;
  return new Fault(ours ? 'database.damaged' : 'database.foreign', { file: basename(file) });
}

function headOf(file: string): Buffer {
  const head = Buffer.alloc(HEADER.length);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, head, 0, head.length, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw meaningOf(error, file);
  }
  return head;
}

/**
 * The fault that an error of SQLite or of the file system means; the error itself where it means
 * none.
 */
export function meaningOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  const code = 'code' in error ? String(error.code) : '';
  const file = basename(path);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new Fault('database.damaged', { file });
  // a full disk has no room for the memory that SQLite shares beside the file
  if (/^SQLITE_(FULL|IOERR_SHMSIZE)|^ENOSPC$|^EDQUOT$/.test(code))
    return new Fault('disk.full', {});
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new Fault('database.locked', { folder: path });
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)|^(EACCES|EPERM|EROFS)$/.test(code))
    return new Fault('database.readonly', { file });
  if (/^SQLITE_IOERR|^EIO$/.test(code)) return new Fault('database.unreadable', { file });
  return error;
}
