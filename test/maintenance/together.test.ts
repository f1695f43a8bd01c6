/**
 * Two programs on one folder, an older file put back, and who may read: the book is never a
 * mixture, never written by two, never open to others.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeDatabase, copyForReading, openDatabase } from '../../main/data/open.ts';
import { createBackupThread } from '../../main/maintenance/backup-thread.ts';
import { checkBook } from '../../main/maintenance/check.ts';
import { listBackups, makeBackup, backupFolder } from '../../main/maintenance/backups.ts';
import { makeFolder } from '../../main/process/folder.ts';
import { recordRules } from '../../main/services/rules.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import type { Book } from '../../main/services/book/book.ts';
import { faultOf } from '../helpers/book.ts';
import { scratch } from '../reporting/paper.ts';

const STARTS = 25;
const START = `
import { takeLock } from ${JSON.stringify(new URL('../../main/process/lock.ts', import.meta.url).href)};
try {
  await takeLock(process.argv[1]);
  process.stdout.write('held\\n');
  process.stdin.on('end', () => process.exit(0)).resume();
} catch (error) {
  process.stdout.write((error.code ?? String(error)) + '\\n');
}`;

function bookIn(folder: string): Book {
  const db = openDatabase(join(folder, 'county.db'));
  const book = {
    db,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    who: '',
    changed: () => undefined,
    rules: recordRules,
    undoFloor: 0,
  };
  beginBook(book, { county: '示例县', year: 2012, units: [], sample: false });
  return book;
}

test(`of ${STARTS} starts at once on one folder one holds it, and no other`, async () => {
  const folder = scratch();
  const starts = Array.from({ length: STARTS }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', START, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  // listened to from the start: those that are refused end at once
  const ended = starts.map((start) => new Promise((done) => start.once('exit', done)));
  const said = await Promise.all(
    starts.map(
      (start) =>
        new Promise<string>((done) =>
          start.stdout.once('data', (text: Buffer) => done(text.toString().trim())),
        ),
    ),
  );
  for (const start of starts) start.stdin.end();
  await Promise.all(ended);
  expect(said.toSorted()).toEqual([
    ...Array.from({ length: STARTS - 1 }, () => 'database.locked'),
    'held',
  ]);
});

test('an older file beside the log of a later sitting is named as that, and opened by nobody', () => {
  const folder = scratch();
  const file = join(folder, 'county.db');
  closeDatabase(bookIn(folder).db);
  copyFileSync(file, join(folder, 'older.db'));
  const db = openDatabase(file);
  const book = {
    db,
    clock: () => new Date('2012-10-09T02:00:00Z'),
    who: '',
    changed: () => undefined,
    rules: recordRules,
    undoFloor: 0,
  };
  createRecord(book, 'project', [{ name: '海泰新能' }]);
  // the program breaks off: its log stays
  for (const end of ['-wal', '-session']) copyFileSync(file + end, join(folder, `kept${end}`));
  closeDatabase(db);
  for (const end of ['-wal', '-session']) copyFileSync(join(folder, `kept${end}`), file + end);
  copyFileSync(join(folder, 'older.db'), file);
  const before = readFileSync(file);
  expect(faultOf(() => openDatabase(file))).toBe('database.mixed');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('after a break in the same sitting the log is folded in, and nothing is lost', () => {
  const folder = scratch();
  const file = join(folder, 'county.db');
  const book = bookIn(folder);
  createRecord(book, 'project', [{ name: '海泰新能' }]);
  const other = scratch();
  for (const end of ['', '-wal', '-session'])
    copyFileSync(file + end, join(other, `county.db${end}`));
  closeDatabase(book.db);
  const again = openDatabase(join(other, 'county.db'));
  expect(again.prepare('SELECT name FROM project').pluck().all()).toEqual(['海泰新能']);
  closeDatabase(again);
  expect(existsSync(join(other, 'county.db-session'))).toBe(false);
});

test('a backup that is put back by hand beside a log is noticed, too', () => {
  const folder = scratch();
  const file = join(folder, 'county.db');
  const book = bookIn(folder);
  const { name } = makeBackup({ db: book.db, dataFolder: folder, clock: book.clock }, 'manual');
  createRecord(book, 'project', [{ name: '海泰新能' }]);
  for (const end of ['-wal', '-session']) copyFileSync(file + end, join(folder, `kept${end}`));
  closeDatabase(book.db);
  for (const end of ['-wal', '-session']) copyFileSync(join(folder, `kept${end}`), file + end);
  copyFileSync(join(backupFolder(folder), name), file);
  expect(faultOf(() => openDatabase(file))).toBe('database.mixed');
});

test('book, backups and folders are their owner’s alone', () => {
  const folder = join(scratch(), '新的', '账');
  makeFolder(folder);
  const book = bookIn(folder);
  makeBackup({ db: book.db, dataFolder: folder, clock: book.clock }, 'manual');
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  const [backup] = listBackups(folder);
  expect([folder, backupFolder(folder)].map(mode)).toEqual(['700', '700']);
  expect(
    [join(folder, 'county.db'), join(backupFolder(folder), backup?.name ?? '')].map(mode),
  ).toEqual(['600', '600']);
  closeDatabase(book.db);
});

test('who only reads changes no byte, not even of a book of an older version', () => {
  const folder = scratch();
  const file = join(folder, 'county.db');
  copyFileSync(new URL('../fixtures/books/v12.db', import.meta.url), file);
  const before = readFileSync(file);
  copyForReading(file, join(folder, 'copy.db'));
  expect(readFileSync(file).equals(before)).toBe(true);
  const copy = openDatabase(join(folder, 'copy.db'));
  expect(copy.prepare('SELECT count(*) FROM project').pluck().get()).toBeGreaterThan(0);
  closeDatabase(copy);
  rmSync(file);
  writeFileSync(file, '');
  expect(faultOf(() => copyForReading(file, join(folder, 'other.db')))).toBe('database.empty');
});

test('a backup made while records are written holds the book of one moment, and nobody waits for it', async () => {
  const folder = scratch();
  const book = bookIn(folder);
  const thread = createBackupThread();
  const kept = () => ({ db: book.db, dataFolder: folder, clock: book.clock });
  let isOver = false;
  const made = Promise.all([thread.make(kept, 'manual'), thread.make(kept, 'import')]).finally(
    () => {
      isOver = true;
    },
  );
  let written = 0;
  for (; !isOver; written += 1) {
    createRecord(book, 'project', [{ name: `项目${written}` }]);
    await new Promise((done) => setImmediate(done));
  }
  expect(written).toBeGreaterThan(2);
  for (const { name } of await made) {
    const copy = openDatabase(join(backupFolder(folder), name));
    const names = copy.prepare('SELECT name FROM project ORDER BY id').pluck().all();
    expect(names).toEqual(Array.from({ length: names.length }, (_, at) => `项目${at}`));
    expect(checkBook(copy, true).faults).toEqual([]);
    closeDatabase(copy);
  }
  thread.settle();
  closeDatabase(book.db);
});

test('a backup that another thread cannot make is a fault with its sentence', async () => {
  const folder = scratch();
  const book = bookIn(folder);
  writeFileSync(join(folder, 'backups'), '');
  const kept = () => ({ db: book.db, dataFolder: folder, clock: book.clock });
  await expect(createBackupThread().make(kept, 'manual')).rejects.toMatchObject({
    code: 'folder.unwritable',
  });
  closeDatabase(book.db);
});

test('who closes the book waits for the backup under way, and one that has not begun is not made', async () => {
  const folder = scratch();
  const book = bookIn(folder);
  const thread = createBackupThread();
  const kept = () => ({ db: book.db, dataFolder: folder, clock: book.clock });
  const [first, second] = [thread.make(kept, 'manual'), thread.make(kept, 'import')];
  // the first has begun by then
  await new Promise((done) => setImmediate(done));
  thread.end();
  expect(listBackups(folder).map(({ reason }) => reason)).toEqual(['manual']);
  closeDatabase(book.db);
  expect((await first).reason).toBe('manual');
  await expect(second).rejects.toMatchObject({ code: 'book.notCopied' });
});
