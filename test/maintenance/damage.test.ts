/** A hurt book is noticed at its start, never written to, and every row that SQLite can still read is saved. */
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '../../main/data/open.ts';
import { Fault } from '../../main/domain/fault.ts';
import { salvageBook } from '../../main/maintenance/salvage.ts';
import { checkBook } from '../../main/maintenance/check.ts';
import { recordRules } from '../../main/services/rules.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { seeded } from '../helpers/seeded.ts';
import { scratch } from '../reporting/paper.ts';

const PAGE = 16_384;
const HITS = 48;
let whole = '';
let names: readonly string[] = [];

/** a book of some 200 pages, so that a hit falls on leaves, inner pages and indexes */
beforeAll(() => {
  const folder = scratch();
  whole = join(folder, 'county.db');
  const db = openDatabase(whole);
  const book = {
    db,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    who: '',
    changed: () => undefined,
    rules: recordRules,
    undoFloor: 0,
  };
  beginBook(book, { county: '示例县', year: 2012, units: [], sample: false });
  names = Array.from({ length: 6000 }, (_, at) => `项目${at}`);
  createRecord(
    book,
    'project',
    names.map((name) => ({ name, remark: '第一期厂房已封顶，设备正在安装。'.repeat(8) })),
  );
  closeDatabase(db);
});
afterAll(() => rmSync(whole, { force: true }));

function hurtCopy(hurt: (file: string) => void): string {
  const folder = scratch();
  copyFileSync(whole, join(folder, 'county.db'));
  hurt(join(folder, 'county.db'));
  return folder;
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** What SQLite itself can read of a table, page by page, forward and backward: the truth a salvage is held against. */
function readable(file: string): Set<string> {
  const found = new Set<string>();
  const db = new Database(file, { readonly: true });
  for (const direction of ['ASC', 'DESC']) {
    try {
      for (const name of db
        .prepare(`SELECT name FROM project ORDER BY rowid ${direction}`)
        .pluck()
        .iterate())
        found.add(String(name));
    } catch {
      // as far as it goes
    }
  }
  db.close();
  return found;
}

test(`${HITS} zeroed pages: noticed at the start with a sentence, and salvaged as far as they can be read`, () => {
  const next = seeded(2026);
  const pages = statSync(whole).size / PAGE;
  let salvaged = 0;
  for (let hit = 0; hit < HITS; hit += 1) {
    const page = 1 + Math.floor(next() * (pages - 1));
    const folder = hurtCopy((file) => overwrite(file, page * PAGE, Buffer.alloc(PAGE)));
    const file = join(folder, 'county.db');
    const before = readFileSync(file);
    expect(() => openDatabase(file), `page ${page}`).toThrow(
      expect.objectContaining({ code: 'database.damaged' }),
    );
    expect(readFileSync(file).equals(before), `page ${page} was written to`).toBe(true);
    // every eighth is salvaged: it takes longest
    if (hit % 8 !== 0) continue;
    const truth = readable(file);
    salvageBook(folder, () => new Date('2012-10-09T02:00:00Z'));
    const db = openDatabase(file);
    const saved = new Set(db.prepare('SELECT name FROM project').pluck().all().map(String));
    expect(
      [...truth].filter((name) => !saved.has(name)),
      `page ${page}`,
    ).toEqual([]);
    expect(checkBook(db, true).faults).toEqual([]);
    closeDatabase(db);
    salvaged += 1;
    rmSync(folder, { recursive: true });
  }
  expect(salvaged).toBe(HITS / 8);
});

test.each([
  [
    'cut short',
    (file: string) => truncateSync(file, statSync(file).size - PAGE * 3 - 100),
    'database.damaged',
  ],
  ['a hurt head', (file: string) => overwrite(file, 0, Buffer.alloc(100, 7)), 'database.damaged'],
  ['empty', (file: string) => writeFileSync(file, ''), 'database.empty'],
  ['a text', (file: string) => writeFileSync(file, '这是一段文字'), 'database.foreign'],
  ['a folder', (file: string) => (rmSync(file), mkdirSync(file)), 'database.foreign'],
  [
    'another program’s',
    (file: string) => {
      rmSync(file);
      new Database(file).exec('CREATE TABLE notes (id INTEGER PRIMARY KEY)').close();
    },
    'database.foreign',
  ],
] as const)(
  'a book that is %s is named as what it is, and nothing is written',
  (_what, hurt, code) => {
    const file = join(hurtCopy(hurt), 'county.db');
    const stamp = statSync(file).mtimeMs;
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code }));
    expect(statSync(file).mtimeMs).toBe(stamp);
  },
);

test('where nothing can be read the salvage says so and leaves all as it was', () => {
  const folder = hurtCopy((file) => writeFileSync(file, '这是一段文字'));
  expect(() => salvageBook(folder, () => new Date())).toThrow(Fault);
  expect(readFileSync(join(folder, 'county.db'), 'utf8')).toBe('这是一段文字');
});

test('a sum that no longer follows from its records is found, told, and made anew', () => {
  const file = join(
    hurtCopy(() => undefined),
    'county.db',
  );
  const db = openDatabase(file);
  db.exec('UPDATE project SET arrived_total = 5 WHERE id = 1');
  expect(checkBook(db, false).faults).toEqual([
    '项目的到位资金有1处和明细不一致，已照明细重新算好。',
  ]);
  expect(checkBook(db, true).faults).toEqual([]);
  closeDatabase(db);
});
