/** Opens the book's one database file with its pragmas; readers and writers are different types. */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import { copyBook } from './copy.ts';
import { migrate, NEWEST, versionOf } from './migrate.ts';

declare const mayRead: unique symbol;
declare const mayWrite: unique symbol;
/** A connection that may be asked. */
export type Reader = Database.Database & { readonly [mayRead]: true };
/** A connection inside a command's transaction; only `command` makes one. */
export type Writer = Reader & { readonly [mayWrite]: true };

/** Opens (and makes or upgrades) the database. @throws Fault database.newer, database.locked, book.notCopied. FULL costs nothing inside a transaction and survives a power cut. */
export function openDatabase(file: string): Reader {
  const db = new Database(file, { timeout: 5000 }) as Reader;
  try {
    // of a new book only: wide rows and their indexes fill fewer, fuller pages
    db.pragma('page_size = 16384');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -65536');
    // the log of a large import (32 MB) is folded in later, not while its user waits
    db.pragma('wal_autocheckpoint = 2048');
    keepOlder(db);
    migrate(db);
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new Fault('database.locked', { folder: file });
    throw error;
  }
  return db;
}

/** A book that is about to be upgraded is copied beside itself first: county.db to county.before-v11.db. */
function keepOlder(db: Reader): void {
  const version = versionOf(db);
  const isOlder = version > 0 && version < NEWEST;
  if (isOlder && db.prepare('SELECT EXISTS (SELECT 1 FROM unit)').pluck().get() === 1)
    copyBook(db, db.name.replace(/(\.db)?$/, `.before-v${NEWEST}$1`));
}

const statements = new WeakMap<Reader, Map<string, Database.Statement>>();

/** A statement compiled once per connection, for what is asked once per row: compiling costs more than such a look-up. */
export function prepared(db: Reader, sql: string): Database.Statement {
  const known = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/** Gives the write handle to `work` inside one IMMEDIATE transaction; any throw rolls everything back. */
export function transaction<T>(db: Reader, work: (tx: Writer) => T): T {
  try {
    return db.transaction(() => work(db as Writer)).immediate();
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new Fault('database.locked', { folder: db.name });
    throw error;
  }
}

/** Folds the write-ahead log into the file; for closing only, when no other reader is open. */
export function closeDatabase(db: Reader): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Deletes the book. Leaving the write-ahead log needs the file for oneself, so another process that reads it is noticed. @throws Fault database.locked */
export function removeDatabase(db: Reader): void {
  try {
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new Fault('database.locked', { folder: db.name });
    throw error;
  }
  const file = db.name;
  db.close();
  rmSync(file);
}
