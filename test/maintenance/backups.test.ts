/**
 * Backups are whole, thinned by age, and can take the book's place; a hurt or foreign one never
 * does.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../main/command-line/run.ts';
import { closeDatabase, openDatabase, openReader, transaction } from '../../main/data/open.ts';
import { setSetting } from '../../main/data/settings.ts';
import {
  backupName,
  backupsForRoom,
  backupsToDrop,
  readBackupName,
} from '../../main/domain/keeping/backup.ts';
import { Fault } from '../../main/domain/fault.ts';
import {
  backupFolder,
  keepAutomatically,
  listBackups,
  makeBackup,
  secondCopyAt,
  setSecondPlace,
} from '../../main/maintenance/backups.ts';
import { lookInside } from '../../main/maintenance/look-inside.ts';
import { secondStanding, setSecondDays } from '../../main/maintenance/second-place.ts';
import { restoreBackup } from '../../main/maintenance/restore.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { contentOf, takeBackNewest, testBook, type TestBook } from '../helpers/book.ts';

const kept = (book: TestBook, at = '2012-10-08T02:00:00Z') => ({
  db: book.db,
  dataFolder: book.folder,
  clock: () => new Date(at),
});
const at = (days: number): string =>
  new Date(Date.UTC(2026, 10, 30) - days * 86_400_000).toISOString().replace('.000', '');

test('a backup holds what the book held, also what is still in the log', () => {
  const book = testBook(['城关镇']);
  createRecord(book, 'project', [{ name: '海泰新能' }, { name: '瑞熙钛业' }]);
  const line = makeBackup(kept(book), 'manual');
  expect(line).toMatchObject({
    name: '20121008T020000Z-manual.db',
    reason: 'manual',
    holds: { county: '示例县', lastChange: '2012-10-08T02:00:00.000Z' },
  });
  const copy = openDatabase(join(backupFolder(book.folder), line.name));
  expect(contentOf(copy)).toEqual(contentOf(book.db));
  closeDatabase(copy);
});

test('a backup made while somebody else reads an older state holds the newest all the same', () => {
  const book = testBook(['城关镇']);
  const reader = openReader(book.db);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM project').get();
  createRecord(book, 'project', [{ name: '海泰新能' }]);
  const { name } = makeBackup(kept(book), 'manual');
  reader.close();
  const copy = openDatabase(join(backupFolder(book.folder), name));
  expect(contentOf(copy)).toEqual(contentOf(book.db));
  closeDatabase(copy);
});

test('the day has one of its own, closing one where something changed; of a past day the newest stays', () => {
  const book = testBook();
  expect(keepAutomatically(kept(book), 'daily')?.reason).toBe('daily');
  expect(keepAutomatically(kept(book), 'daily')).toBeNull();
  expect(keepAutomatically(kept(book), 'closing')).toBeNull();
  createRecord({ ...book, clock: () => new Date('2012-10-08T03:00:00Z') }, 'project', [
    { name: '甲' },
  ]);
  expect(keepAutomatically(kept(book, '2012-10-08T04:00:00Z'), 'closing')?.reason).toBe('closing');
  expect(keepAutomatically(kept(book, '2012-10-09T01:00:00Z'), 'daily')?.reason).toBe('daily');
  expect(listBackups(book.folder).map((line) => line.reason)).toEqual(['daily', 'closing']);
});

test('what is kept of a year of daily backups: 7 days, 5 weeks, 12 months; risky ones 30 days; the last sound one whatever its age', () => {
  const daily = Array.from({ length: 400 }, (_, day) => ({
    name: `${day}`,
    at: at(day),
    reason: 'daily' as const,
    sound: true,
  }));
  const dropped = new Set(backupsToDrop(daily, new Date(Date.UTC(2026, 10, 30))));
  const left = daily.filter(({ name }) => !dropped.has(name)).map(({ name }) => Number(name));
  // 30 November 2026 is a Monday: the newest of the weeks before are Sundays; the newest of a month
  // is its last day
  expect(left).toEqual([
    0, 1, 2, 3, 4, 5, 6, 8, 15, 22, 30, 61, 91, 122, 153, 183, 214, 244, 275, 303, 334,
  ]);
  const risky = [
    { name: 'import', at: at(29), reason: 'import' as const, sound: true },
    { name: 'old import', at: at(31), reason: 'import' as const, sound: true },
  ];
  expect(backupsToDrop([...daily.slice(0, 40), ...risky], new Date(at(0)))).toContain('old import');
  expect(backupsToDrop([...daily.slice(0, 40), ...risky], new Date(at(0)))).not.toContain('import');
  const old = [
    { name: 'good', at: at(900), reason: 'daily' as const, sound: true },
    { name: 'hurt', at: at(899), reason: 'daily' as const, sound: false },
  ];
  expect(backupsToDrop(old, new Date(at(0)))).toEqual(['hurt']);
});

test('names carry time and reason, and nothing else is taken for a backup', () => {
  expect(readBackupName(backupName('2026-11-30T09:15:00.123Z', 'import', []))).toEqual({
    at: '2026-11-30T09:15:00Z',
    reason: 'import',
  });
  const first = backupName('2026-11-30T09:15:00Z', 'daily', []);
  expect(backupName('2026-11-30T09:15:00Z', 'daily', [first])).toBe('20261130T091500Z-daily-2.db');
  for (const name of ['county.db', 'x.xlsx', '20261130T091500Z-other.db', `${first}.tmp`])
    expect(readBackupName(name)).toBeNull();
});

test('the second place has a copy of each, and a stick that is gone holds nobody up', () => {
  const book = testBook();
  const stick = join(book.folder, 'U盘 副本');
  expect(() => setSecondPlace(book.db, stick)).toThrow(Fault);
  mkdirSync(stick);
  setSecondPlace(book.db, stick);
  const { name } = makeBackup(kept(book), 'manual');
  expect(readdirSync(stick)).toEqual([name]);
  expect(secondCopyAt(book.db)).toBe('2012-10-08T02:00:00Z');
  rmSync(stick, { recursive: true });
  makeBackup(kept(book, '2012-10-09T02:00:00Z'), 'manual');
  expect(secondCopyAt(book.db)).toBeNull();
  expect(listBackups(book.folder)).toHaveLength(2);
});

test('a restore brings the book back as it was, and can be taken back', () => {
  const book = testBook();
  const clock = (): Date => new Date('2012-10-09T02:00:00Z');
  const first = makeBackup(kept(book), 'manual');
  const before = contentOf(book.db);
  createRecord(book, 'project', [{ name: '后来的' }]);
  const after = contentOf(book.db);
  closeDatabase(book.db);
  const restored = restoreBackup(book.folder, join(backupFolder(book.folder), first.name), clock);
  const read = (): unknown => {
    const db = openDatabase(join(book.folder, 'county.db'));
    try {
      return contentOf(db);
    } finally {
      closeDatabase(db);
    }
  };
  expect(read()).toEqual(before);
  restoreBackup(book.folder, join(backupFolder(book.folder), restored.before?.name ?? ''), clock);
  expect(read()).toEqual(after);
});

test('another office’s backup, a newer one, a hurt one and none at all are refused, and the book stays', () => {
  const book = testBook();
  const before = contentOf(book.db);
  const backup = join(backupFolder(book.folder), makeBackup(kept(book), 'manual').name);
  const spoiled = (name: string, spoil: (file: string) => void): string => {
    const file = join(book.folder, name);
    copyFileSync(backup, file);
    spoil(file);
    return file;
  };
  const changed = (change: (db: ReturnType<typeof openDatabase>) => void) => (file: string) => {
    const db = openDatabase(file);
    change(db);
    closeDatabase(db);
  };
  const cases: readonly (readonly [string, string])[] = [
    [
      spoiled(
        '别县.db',
        changed((db) => transaction(db, (tx) => setSetting(tx, 'county', '别县'))),
      ),
      'backup.otherCounty',
    ],
    [
      spoiled(
        '新.db',
        changed((db) => void db.pragma('user_version = 999')),
      ),
      'database.newer',
    ],
    [spoiled('空.db', (file) => writeFileSync(file, '')), 'database.empty'],
    [spoiled('文字.db', (file) => writeFileSync(file, '不是账')), 'database.foreign'],
    [join(book.folder, '没有.db'), 'file.missing'],
  ];
  closeDatabase(book.db);
  for (const [file, code] of cases) {
    const refused = (): unknown => restoreBackup(book.folder, file, () => new Date());
    expect(refused).toThrow(expect.objectContaining({ code }));
  }
  expect(readdirSync(book.folder).filter((name) => name.includes('restoring'))).toEqual([]);
  const db = openDatabase(join(book.folder, 'county.db'));
  expect(contentOf(db)).toEqual(before);
  closeDatabase(db);
  expect(existsSync(backup)).toBe(true);
});

test('on a full disk the oldest go until there is room, the newest that is sound never', () => {
  const line = (name: string, bytes: number, sound = true) => ({ name, at: name, bytes, sound });
  const lines = [line('c', 30), line('a', 10), line('d', 30, false), line('b', 20)];
  expect([0, 5, 15, 31, 1000].map((missing) => backupsForRoom(lines, missing))).toEqual([
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b', 'd'],
    ['a', 'b', 'd'],
  ]);
});

test('a look inside tells records and changes, of an older version too, and changes no byte of the backup', async () => {
  const book = testBook(['城关镇']);
  createRecord(book, 'project', [{ name: '海泰新能' }, { name: '瑞熙钛业' }]);
  const { name } = makeBackup(kept(book), 'manual');
  createRecord(book, 'project', [{ name: '后来的' }]);
  const file = join(backupFolder(book.folder), name);
  const before = readFileSync(file);
  const inside = lookInside(file, book.clock);
  expect(inside.county).toBe('示例县');
  expect(inside.ledgers).toContainEqual({
    label: '项目台账',
    records: 2,
    names: ['海泰新能', '瑞熙钛业'],
  });
  expect(inside.changes[0]?.label).toBe('新增2个项目');
  expect(readFileSync(file).equals(before)).toBe(true);
  expect((await runCommand(['backups', name, '--data', book.folder])).out).toContain(
    '项目台账　2条',
  );
  expect((await runCommand(['backups', '没有.db', '--data', book.folder])).code).toBe(1);
  const older = join(book.folder, 'older.db');
  copyFileSync(new URL('../fixtures/books/v12.db', import.meta.url), older);
  expect(lookInside(older, book.clock).ledgers.length).toBeGreaterThan(0);
});

test('the second place is late after the office’s own days, also while its stick is not there', () => {
  const book = testBook();
  const backups = backupFolder(book.folder);
  const stick = join(book.folder, 'stick');
  mkdirSync(stick);
  const late = (time: string): boolean | undefined =>
    secondStanding(book.db, stick, backups, new Date(time))?.isLate;
  expect(secondStanding(book.db, null, backups, new Date())).toBeNull();
  expect(late('2012-10-08T02:00:00Z')).toBe(true);
  setSecondPlace(book.db, stick);
  makeBackup(kept(book), 'manual');
  rmSync(stick, { recursive: true });
  expect(
    ['2012-10-15T01:00:00Z', '2012-10-15T03:00:00Z', '2011-01-01T00:00:00Z'].map(late),
  ).toEqual([false, true, false]);
  setSecondDays(book, 14);
  expect(late('2012-10-15T03:00:00Z')).toBe(false);
  takeBackNewest(book);
  expect(late('2012-10-15T03:00:00Z')).toBe(true);
});
