/** Opens the book's one database file with its pragmas; readers and writers are different types. */
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { copyBook, OWNER_ONLY } from './copy.ts';
import { migrate, NEWEST, versionOf } from './migrate.ts';
import { breakSeal, sealBook } from './seal.ts';
import { endSession, markSession, renewMark } from './session-mark.ts';
import { handleOf, releaseHandle, useHandle } from './still-copy.ts';
import { meaningOf, refuseAtSight, refuseUnsound } from './sound-file.ts';

declare const mayRead: unique symbol;
declare const mayWrite: unique symbol;
/** A connection that may be asked. */
export type Reader = Database.Database & { readonly [mayRead]: true };
/** A connection inside a command's transaction; only `command` makes one. */
export type BookWriter = Reader & { readonly [mayWrite]: true };

/**
 * Opens (and makes or upgrades) the database. FULL costs nothing inside a transaction and survives
 * a power cut.
 * @throws Fault database.newer, database.locked, book.notCopied; what `refuseUnsound` and
 * `meaningOf` tell
 */
export function openDatabase(file: string): Reader {
  refuseUnsound(file);
  if (!existsSync(file)) makeDatabase(file);
  const db = connect(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -65536');
    // the log of a large import (32 MB) is folded in later, not while its user waits
    db.pragma('wal_autocheckpoint = 2048');
    keepOlder(db);
    migrate(db);
    chmodSync(file, OWNER_ONLY);
    markSession(db);
    breakSeal(file);
  } catch (error) {
    db.close();
    throw meaningOf(error, file);
  }
  return db;
}

/**
 * A new book is made beside its place and renamed into it whole: a zero-byte book is never ours.
 */
function makeDatabase(file: string): void {
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const db = connect(beside);
  try {
    // wide rows and their indexes fill fewer, fuller pages
    db.pragma('page_size = 16384');
    migrate(db);
    db.close();
    renameSync(beside, file);
  } catch (error) {
    db.close();
    rmSync(beside, { force: true });
    throw meaningOf(error, file);
  }
}

function connect(file: string): Reader {
  try {
    return new Database(file, { timeout: 5000 }) as Reader;
  } catch (error) {
    throw meaningOf(error, file);
  }
}

/**
 * A book that is about to be upgraded is copied beside itself first: county.db to
 * county.before-v11.db.
 */
function keepOlder(db: Reader): void {
  const version = versionOf(db);
  const isOlder = version > 0 && version < NEWEST;
  if (isOlder && db.prepare('SELECT EXISTS (SELECT 1 FROM unit)').pluck().get() === 1)
    copyBook(db, db.name.replace(/(\.db)?$/, `.before-v${NEWEST}$1`));
}

/**
 * The book as it stands, in another place; nothing is written where it is. @throws Fault as
 * `openDatabase`, but for an older one
 */
export function copyForReading(file: string, to: string): void {
  if (isAtRest(file)) {
    refuseAtSight(file);
    copyFileSync(file, to);
    // nobody began to write meanwhile
    if (isAtRest(file)) {
      refuseUnsound(to);
      return;
    }
  }
  refuseUnsound(file);
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    versionOf(db);
    copyBook(db, to);
  } catch (error) {
    throw meaningOf(error, file);
  } finally {
    db.close();
  }
}

/**
 * Without a log the file is the book: it can be copied where nothing can be written beside it, as
 * on a full disk or a disc.
 */
const isAtRest = (file: string): boolean =>
  (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;

/**
 * Gives the write handle to `work` inside one IMMEDIATE transaction; any throw rolls everything
 * back.
 */
export function transaction<T>(db: Reader, work: (tx: BookWriter) => T): T {
  try {
    return db.transaction(() => work(db as BookWriter)).immediate();
  } catch (error) {
    throw meaningOf(error, db.name);
  }
}

/**
 * A second connection to an open book that SQLite lets do nothing but read; closed before the first
 * one is.
 */
export function openReader(book: Reader): Reader {
  const db = new Database(book.name, { readonly: true, fileMustExist: true, timeout: 5000 });
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  const reader = db as Reader;
  beside.set(reader, book);
  return reader;
}
const beside = new WeakMap<Reader, Reader>();

/** For `openLent` in another thread, as long as this connection is open. */
export const lendHandle = (db: Reader): number => handleOf(db);

/**
 * A connection of another thread to a book that this process has open already, for a copy of it.
 */
export function openLent(file: string, handle: number): Reader {
  const db = connect(file);
  useHandle(db, handle);
  return db;
}

/** The file's own handle stays with the connection that lent it. */
export const closeLent = (db: Reader): void => void db.close();

/**
 * The connection that a book was opened with, whichever of its two one has: the same for as long as
 * the book is.
 */
export const bookOf = (db: Reader): Reader => beside.get(db) ?? db;

/** Folds the write-ahead log into the file; for closing only, when no other reader is open. */
export function closeDatabase(db: Reader): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  releaseHandle(db);
  endSession(db.name);
}

/**
 * The program's own book, when the program ends: its file is sealed, so that a start that finds it
 * otherwise says so.
 */
export function closeSealed(db: Reader): void {
  const isMarked = orNot(() => renewMark(db));
  closeDatabase(db);
  // a full disk or a read-only folder takes no seal: the book is then judged by SQLite alone
  if (isMarked) orNot(() => sealBook(db.name));
}

function orNot(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/**
 * Deletes the book. Leaving the write-ahead log needs the file for oneself, so another process that
 * reads it is noticed. @throws Fault database.locked
 */
export function removeDatabase(db: Reader): void {
  try {
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    throw meaningOf(error, db.name);
  }
  const file = db.name;
  db.close();
  releaseHandle(db);
  rmSync(file);
  endSession(file);
}
