/**
 * A hurt book is noticed at its start, never written to, and every row that SQLite can still read
 * is saved.
 */
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
import { closeDatabase, closeSealed, openDatabase } from '../../main/data/open.ts';
import { Fault } from '../../main/domain/fault.ts';
import { salvageBook } from '../../main/maintenance/salvage.ts';
import { checkBook } from '../../main/maintenance/check.ts';
import { recordRules } from '../../main/services/rules.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { faultOf } from '../helpers/book.ts';
import { seeded } from '../helpers/seeded.ts';
import { scratch } from '../reporting/paper.ts';

const PAGE = 16_384;
/** `DAMAGES=500 npx vitest run test/maintenance/damage.test.ts` is the full size. */
const HITS = Number(process.env['DAMAGES'] ?? 36);
/** ends only what waits in vain */
const MOST_MS = 240_000 + HITS * 6000;
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
  closeSealed(db);
});
afterAll(() => rmSync(whole, { force: true }));

function hurtCopy(hurt: (file: string) => void): string {
  const folder = scratch();
  for (const end of ['', '-seal']) copyFileSync(whole + end, join(folder, `county.db${end}`));
  hurt(join(folder, 'county.db'));
  return folder;
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/**
 * What SQLite itself can read of a table, page by page, forward and backward: the truth a salvage
 * is held against.
 */
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

/** What may happen to a file while nobody has it open; `at` chooses where. */
const DAMAGES: Readonly<Record<string, (file: string, next: () => number) => void>> = {
  'a page of zeros': (file, next) => overwrite(file, pageOf(file, next), Buffer.alloc(PAGE)),
  'a page of junk': (file, next) => overwrite(file, pageOf(file, next), junk(next, PAGE)),
  'a sector of junk': (file, next) =>
    overwrite(file, 512 * Math.floor((next() * statSync(file).size) / 512), junk(next, 512)),
  'a flipped bit': (file, next) => {
    const at = 100 + Math.floor(next() * (statSync(file).size - 100));
    const byte = readFileSync(file)[at] ?? 0;
    overwrite(file, at, Buffer.from([byte ^ (1 << Math.floor(next() * 8))]));
  },
  'cut short': (file, next) =>
    truncateSync(file, 1 + Math.floor(next() * (statSync(file).size - 1))),
  'a hit head': (file, next) => overwrite(file, Math.floor(next() * 60), junk(next, 8)),
};
const pageOf = (file: string, next: () => number): number =>
  PAGE * Math.floor((next() * statSync(file).size) / PAGE);
const junk = (next: () => number, size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, () => 1 + Math.floor(next() * 255)));

test(
  `${HITS} hits of every kind: noticed at the start, nothing written, and salvaged as far as the book can be read`,
  () => {
    const next = seeded(2026);
    const kinds = Object.entries(DAMAGES);
    const [counts, salvages] = [new Map<string, number>(), { whole: 0, part: 0, lost: 0 }];
    for (let hit = 0; hit < HITS; hit += 1) {
      const [kind, damage] = kinds[hit % kinds.length] ?? ['', () => undefined];
      const folder = hurtCopy((file) => damage(file, next));
      const file = join(folder, 'county.db');
      const before = readFileSync(file);
      if (before.equals(readFileSync(whole))) continue;
      expect(
        faultOf(() => openDatabase(file)),
        `${hit} ${kind}`,
      ).toBe('database.damaged');
      expect(readFileSync(file).equals(before), `${hit} ${kind} was written to`).toBe(true);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      // salvage takes longest
      if (HITS >= 100 || hit % 5 === 0) salvages[salvaged(folder, `${hit} ${kind}`)] += 1;
      rmSync(folder, { recursive: true });
    }
    expect([...counts.keys()]).toEqual(kinds.map(([kind]) => kind));
    console.log([...counts].join(' '), salvages);
  },
  MOST_MS,
);

/**
 * Whether everything came back, some of it, or nothing; nothing that SQLite can read is left
 * behind, and what was lost is told.
 */
function salvaged(folder: string, what: string): 'whole' | 'part' | 'lost' {
  const file = join(folder, 'county.db');
  // junk that happens to look like a row is no row of the book
  const known = new Set(names);
  const truth = [...readable(file)].filter((name) => known.has(name));
  let told: ReturnType<typeof salvageBook>;
  try {
    told = salvageBook(folder, () => new Date('2012-10-09T02:00:00Z'));
  } catch (error) {
    expect([what, truth.length, error instanceof Fault]).toEqual([what, 0, true]);
    return 'lost';
  }
  const db = openDatabase(file);
  const saved = new Set(db.prepare('SELECT name FROM project').pluck().all().map(String));
  expect(
    truth.filter((name) => !saved.has(name)),
    what,
  ).toEqual([]);
  expect([what, checkBook(db, true).faults]).toEqual([what, []]);
  closeDatabase(db);
  const isWhole = told.tables.every((one) => one.whole) && told.orphans === 0;
  // "no row was lost" is said only where none was
  if (isWhole) expect([what, saved.size]).toEqual([what, names.length]);
  return isWhole ? 'whole' : 'part';
}

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
  db.exec('UPDATE project SET arrived_total = 5, recognised_total = 7 WHERE id = 1');
  db.exec('INSERT INTO filled_sum VALUES (1, 1, 1, 3, 2)');
  expect(checkBook(db, false).faults).toEqual([
    '项目的到位资金有1处和明细不一致，已照明细重新算好。',
    '项目的认定资金有1处和明细不一致，已照明细重新算好。',
    '各月填报数的统计有1处和明细不一致，已照明细重新算好。',
  ]);
  expect(checkBook(db, true).faults).toEqual([]);
  closeDatabase(db);
});
