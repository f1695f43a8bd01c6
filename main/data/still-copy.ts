/**
 * The book's file copied byte by byte while it stands still, and the copy held against it: faster
 * than SQLite writing it anew.
 */
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';

const CHUNK = 4 * 1024 * 1024;
/** where the head says that a log belongs to the file: a copy has none */
const LOGGED_AT = 18;
const UNLOGGED = Buffer.from([1, 1]);

/**
 * Closing a file takes away every lock that the process has on it, SQLite's among them: a handle to
 * a book is kept as long as its connection.
 */
const handles = new WeakMap<Database.Database, number>();

/** When the connection is closed. */
export function releaseHandle(db: Database.Database): void {
  const handle = handles.get(db);
  handles.delete(db);
  if (handle !== undefined) closeSync(handle);
}

/**
 * The number by which the whole process reads the connection's file, as long as that is open; for
 * another thread's connection to the same file.
 */
export function handleOf(db: Database.Database): number {
  const handle = handles.get(db) ?? openSync(db.name, 'r');
  handles.set(db, handle);
  return handle;
}

/** The connection reads its file by a number that another one opened, and that one closes. */
export const useHandle = (db: Database.Database, handle: number): void =>
  void handles.set(db, handle);

/**
 * Another connection may write between the two steps of standing still: then they are taken again.
 */
const TRIES = 5;

/**
 * Answers false, with nothing of use at `to`, where the file does not hold all of the book: its log
 * cannot be folded in now.
 */
export function copyStill(db: Database.Database, to: string): boolean {
  if (db.readonly || db.memory || db.inTransaction) return false;
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') return false;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const isDone = copyOnce(db, to);
    if (isDone !== null) return isDone;
  }
  return false;
}

/** null where another connection wrote before this one stood still. */
function copyOnce(db: Database.Database, to: string): boolean | null {
  const before = versionSeen(db);
  const [log] = db.pragma('wal_checkpoint(PASSIVE)') as readonly {
    readonly log: number;
    readonly checkpointed: number;
  }[];
  if (log === undefined || log.log !== log.checkpointed) return false;
  // while it reads what is folded in, nobody else may fold in more
  db.exec('BEGIN');
  try {
    const pages = Number(db.pragma('page_count', { simple: true }));
    const bytes = pages * Number(db.pragma('page_size', { simple: true }));
    if (versionSeen(db) !== before) return null;
    if (statSync(db.name).size !== bytes) return false;
    return copied(handleOf(db), to, bytes);
  } finally {
    db.exec('COMMIT');
  }
}

/** Another number as soon as another connection has written. */
const versionSeen = (db: Database.Database): number =>
  Number(db.pragma('data_version', { simple: true }));

function copied(from: number, file: string, bytes: number): boolean {
  const to = openSync(file, 'w+', 0o600);
  try {
    for (const { chunk, at } of chunksOf(from)) writeSync(to, chunk, 0, chunk.length, at);
    const isSame = sameBytes(from, to, bytes);
    writeSync(to, UNLOGGED, 0, UNLOGGED.length, LOGGED_AT);
    return isSame;
  } finally {
    closeSync(to);
  }
}

function* chunksOf(handle: number): Generator<{ readonly chunk: Buffer; readonly at: number }> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ;) {
    const read = readSync(handle, buffer, 0, CHUNK, at);
    if (read === 0) return;
    yield { chunk: buffer.subarray(0, read), at };
    at += read;
  }
}

function sameBytes(one: number, other: number, bytes: number): boolean {
  const beside = Buffer.allocUnsafe(CHUNK);
  let held = 0;
  for (const { chunk, at } of chunksOf(one)) {
    const read = readSync(other, beside, 0, chunk.length, at);
    if (read !== chunk.length || chunk.compare(beside, 0, read) !== 0) return false;
    held += read;
  }
  return held === bytes;
}
