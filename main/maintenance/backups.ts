/**
 * Backups (备份): whole proven copies of the book in the data folder, thinned by age, with a second
 * place where the office chose one.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { copyBook, flushFile } from '../data/copy.ts';
import { contentOfBook, contentOfFile, missingFromCopy } from '../data/keeping/content.ts';
import { setting, setSetting } from '../data/settings.ts';
import { transaction, type Reader } from '../data/open.ts';
import { noteSecondWritten } from './second-place.ts';
import { dropUnnamedFiles, keepAttachedFiles } from './attached-files.ts';
import { Fault } from '../domain/fault.ts';
import {
  backupName,
  backupsForRoom,
  backupsToDrop,
  readBackupName,
  type BackupLine,
  type BackupReason,
} from '../domain/keeping/backup.ts';

const BACKUP_FOLDER = 'backups';
export const backupFolder = (dataFolder: string): string => join(dataFolder, BACKUP_FOLDER);

/** The book and where it lies; of a second place what the office chose. */
export interface KeptBook {
  readonly db: Reader;
  readonly dataFolder: string;
  readonly clock: () => Date;
}

/**
 * Copies the book, proves the copy (whole pages, references, as many rows in each table), and only
 * then gives it its name; thins what is old.
 * `to`: another folder than the book's own, for one copy by hand.
 * @throws Fault book.notCopied; then nothing is left behind, and nothing old is gone but what a
 * nearly full disk had no room for
 */
export function makeBackup(book: KeptBook, reason: BackupReason, to?: string): BackupLine {
  const own = backupFolder(book.dataFolder);
  const folder = to ?? own;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new Fault('folder.unwritable', { folder });
  }
  if (to === undefined) makeRoom(own, missingRoom(book));
  const name = backupName(book.clock().toISOString(), reason, readdirSync(folder));
  const file = join(folder, name);
  copyProven(book.db, file);
  keepFilesBeside(book, file);
  if (to === undefined) {
    thin(own, book.clock());
    copyToSecondPlace(book, file, name);
  }
  return lineOf(folder, name) ?? { name, at: '', reason, bytes: 0, holds: null };
}

/** Somebody may type while SQLite writes a copy anew: its rows are counted again in the next. */
const TRIES = 5;

/**
 * What was held against the file byte by byte needs no counting. @throws Fault book.notCopied; then
 * nothing is left behind
 */
function copyProven(db: Reader, file: string): void {
  for (let tried = 1; ; tried += 1) {
    const missing = copyBook(db, file) ? null : missingFromCopy(db, file);
    if (missing === null) return;
    rmSync(file, { force: true });
    if (tried === TRIES) throw new Fault('book.notCopied', { file: basename(file), why: missing });
  }
}

/**
 * Bytes that the disk lacks for one more copy of the book; 0 where it has them, or does not tell.
 */
export function missingRoom({ db, dataFolder }: Omit<KeptBook, 'clock'>): number {
  const bytes = statSync(db.name, { throwIfNoEntry: false })?.size ?? 0;
  try {
    const { bavail, bsize } = statfsSync(dataFolder);
    return Math.max(0, bytes + bytes * SPARE + LEAST_ROOM - bavail * bsize);
  } catch {
    return 0;
  }
}
/** of the book's size, for what is written into it meanwhile */
const SPARE = 0.2;
const LEAST_ROOM = 4 * 1024 * 1024;

function makeRoom(folder: string, missing: number): void {
  if (missing === 0) return;
  const lines = listIn(folder).map((line) => ({ ...line, sound: line.holds !== null }));
  const old = backupsForRoom(lines, missing);
  for (const name of old) rmSync(join(folder, name), { force: true });
  if (old.length > 0) dropUnnamedFiles(folder);
}

/** A copy without the files that it names is no whole one. */
function keepFilesBeside(book: KeptBook, file: string): void {
  try {
    keepAttachedFiles(book.dataFolder, file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/**
 * The day's first, or at closing where something changed since the newest; a book that was not
 * begun needs none.
 */
export const keepAutomatically = (book: KeptBook, reason: 'daily' | 'closing'): BackupLine | null =>
  isBackupDue(book, reason) ? makeBackup(book, reason) : null;

export function isBackupDue(book: KeptBook, reason: 'daily' | 'closing'): boolean {
  const present = contentOfBook(book.db);
  if (present.county === null) return false;
  const [newest] = listBackups(book.dataFolder);
  const today = book.clock().toISOString().slice(0, 10);
  return reason === 'daily'
    ? newest?.at.slice(0, 10) !== today
    : newest?.holds?.lastChange !== present.lastChange;
}

/** Newest first. */
export function listBackups(dataFolder: string): readonly BackupLine[] {
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => lineOf(folder, name))
    .filter((line) => line !== null)
    .sort((a, b) => b.at.localeCompare(a.at) || b.name.localeCompare(a.name));
}

function lineOf(folder: string, name: string): BackupLine | null {
  const read = readBackupName(name);
  if (read === null) return null;
  const file = join(folder, name);
  const { size, mtimeMs } = statSync(file);
  const stamp = `${size} ${mtimeMs}`;
  const seen = looked.get(file);
  const holds = seen?.stamp === stamp ? seen.holds : contentOfFile(file);
  looked.set(file, { stamp, holds });
  return { name, ...read, bytes: size, holds };
}

/**
 * What each file held when it was last looked into: dozens of backups are listed again and again.
 */
const looked = new Map<string, { readonly stamp: string; readonly holds: BackupLine['holds'] }>();

function thin(folder: string, now: Date): void {
  const lines = listIn(folder).map((line) => ({ ...line, sound: line.holds !== null }));
  const old = backupsToDrop(lines, now);
  for (const name of old) rmSync(join(folder, name), { force: true });
  if (old.length > 0) dropUnnamedFiles(folder);
}

const listIn = (folder: string): readonly BackupLine[] =>
  readdirSync(folder)
    .map((name) => lineOf(folder, name))
    .filter((line) => line !== null);

/**
 * Where a second copy goes: a folder on another disk, share or stick; null where none was chosen.
 */
export const secondPlace = (db: Reader): string | null => setting(db, 'secondPlace') || null;

/** @throws Fault folder.unwritable where the folder is not there now */
export function setSecondPlace(db: Reader, folder: string | null): void {
  if (folder !== null && !isFolder(folder)) throw new Fault('folder.unwritable', { folder });
  transaction(db, (tx) => setSetting(tx, 'secondPlace', folder ?? ''));
}

/**
 * When the newest copy in the second place was made; null where there is none, or the place is not
 * there now.
 */
export function secondCopyAt(db: Reader): string | null {
  const place = secondPlace(db);
  if (place === null || !isFolder(place)) return null;
  return (
    readdirSync(place)
      .map((name) => readBackupName(name)?.at)
      .filter((at) => at !== undefined)
      .sort()
      .at(-1) ?? null
  );
}

/** A stick that is not plugged in holds nobody up: the status tells how old its copy is. */
function copyToSecondPlace(book: KeptBook, file: string, name: string): void {
  const place = secondPlace(book.db);
  if (place === null || !isFolder(place)) return;
  const beside = join(place, `${name}.tmp`);
  try {
    copyFileSync(file, beside);
    flushFile(beside);
    keepAttachedFiles(book.dataFolder, beside);
    renameSync(beside, join(place, name));
    noteSecondWritten(backupFolder(book.dataFolder), book.clock().toISOString());
    thin(place, book.clock());
  } catch {
    rmSync(beside, { force: true });
  }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
