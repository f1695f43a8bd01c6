/**
 * A frozen book of every released schema steps up to the newest with its rows, its sums and its
 * file as they should be; the schema itself stands in the tree.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { copyBook, flawOf } from '../../main/data/copy.ts';
import { migrate, migrations, NEWEST } from '../../main/data/migrate.ts';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { Fault } from '../../main/domain/fault.ts';
import { faultOf } from '../helpers/book.ts';
import { releasedVersion, schemaOf } from '../helpers/schema.ts';

const BOOKS = join(import.meta.dirname, '../fixtures/books');
/** the released ones: each has its frozen book */
const versions = migrations
  .map((one) => one.version)
  .filter((version) => version <= releasedVersion());
const NEWEST_BOOK = versions.at(-1) ?? 0;
const bookOf = (version: number): string => join(BOOKS, `v${String(version).padStart(2, '0')}.db`);

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the frozen book of a version, opened by the program. */
function opened(version: number): { readonly db: Reader; readonly folder: string } {
  const folder = scratch();
  copyFileSync(bookOf(version), join(folder, 'county.db'));
  const db = openDatabase(join(folder, 'county.db'));
  onTestFinished(() => void db.close());
  return { db, folder };
}

type Rows = readonly Readonly<Record<string, unknown>>[];
/** Everything in a file, by table; integers whole. */
function contentIn(db: Database.Database): ReadonlyMap<string, Rows> {
  const tables = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [
      table,
      db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).safeIntegers(true).all() as Rows,
    ]),
  );
}
function frozen(version: number): ReadonlyMap<string, Rows> {
  const db = new Database(bookOf(version), { readonly: true });
  try {
    return contentIn(db);
  } finally {
    db.close();
  }
}
/** What a later version adds to a row is not compared with an earlier one. */
const narrowed = (rows: Rows, like: Rows): Rows =>
  rows.map((row) =>
    Object.fromEntries(Object.keys(like[0] ?? {}).map((column) => [column, row[column]])),
  );

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/**
 * A row as a reader of any version would tell it: JSON as what it says, without the version it is
 * written in, and names in place of the ids that stand for them.
 */
const told = (row: Rows[number]): Rows[number] =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && /^[[{]/.test(value) ? said(JSON.parse(value)) : value,
    ]),
  );
function said(json: unknown): unknown {
  if (typeof json === 'string') return /^[[{]/.test(json) ? said(JSON.parse(json)) : json;
  if (Array.isArray(json)) return json.map(said);
  if (!isMap(json)) return json;
  if ('ref' in json) return json['typed'] ?? json['name'];
  if (Array.isArray(json['joined'])) return json['joined'].map(said).join('');
  if (Object.keys(json).join() === 'version,content') return said(json['content']);
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, said(value)]));
}

test.each(versions)(
  'the frozen book of version %i is of that version and has no empty table',
  (version) => {
    const db = new Database(bookOf(version), { readonly: true });
    onTestFinished(() => void db.close());
    expect(db.pragma('user_version', { simple: true })).toBe(version);
    expect(
      [...contentIn(db)].flatMap(([table, rows]) => (rows.length === 0 ? [table] : [])),
    ).toEqual([]);
  },
);

test.each(versions)('a book of version %i steps up with every row as it was', (version) => {
  const before = frozen(version);
  const { db } = opened(version);
  expect(db.pragma('user_version', { simple: true })).toBe(NEWEST);
  const after = contentIn(db);
  for (const [table, rows] of before)
    expect([table, narrowed(after.get(table) ?? [], rows).map(told)]).toEqual([
      table,
      rows.map(told),
    ]);
  expect(flawOf(db.name)).toBeNull();
});

test.each(versions)('a book of version %i keeps its sums true to its rows', (version) => {
  const { db } = opened(version);
  const wrong = db.prepare(
    "SELECT id FROM project WHERE arrived_total IS NOT (SELECT sum(amount) FROM arrival WHERE project_id = project.id AND currency = 'CNY')",
  );
  expect(wrong.all()).toEqual([]);
  const kept = db
    .prepare(
      'SELECT year, month, indicator_id, kind, month_total, cumulative_total, cumulative_count FROM figure_sum ORDER BY 1, 2, 3, 4',
    )
    .all();
  const told = db
    .prepare(
      "SELECT year, month, indicator_id, kind, coalesce(sum(month_value), 0) AS month_total, coalesce(sum(cumulative), 0) AS cumulative_total, count(cumulative) AS cumulative_count FROM figure JOIN unit ON unit.id = unit_id WHERE kind <> 'county' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
    )
    .all();
  expect(kept).toEqual(told);
  const filled = db
    .prepare('SELECT sum(wanted) AS wanted, sum(filled) AS filled FROM filled_sum')
    .get();
  expect(filled).toEqual(
    // the four targets of townships with an assured figure, twelve months each; four of these
    // months have figures of both versions
    version < 3 ? { wanted: null, filled: null } : { wanted: 48, filled: 8 },
  );
});

test.each(versions)('a book of version %i has the schema of a new one', (version) => {
  const fresh = new Database(':memory:');
  onTestFinished(() => void fresh.close());
  migrate(fresh);
  // the tables of the users' own ledgers are each book's own
  expect(schemaOf(opened(version).db).replace(/^CREATE (TABLE|INDEX) own_\d[^;]*;\n\n/gm, '')).toBe(
    schemaOf(fresh),
  );
});

test('before it is upgraded a book is copied beside itself, and the copy is the book as it was', () => {
  const { db, folder } = opened(1);
  const copy = join(folder, `county.before-v${NEWEST}.db`);
  expect(flawOf(copy)).toBeNull();
  const kept = new Database(copy, { readonly: true });
  onTestFinished(() => void kept.close());
  expect(kept.pragma('user_version', { simple: true })).toBe(1);
  expect(contentIn(kept)).toEqual(frozen(1));
  expect(db.pragma('user_version', { simple: true })).toBe(NEWEST);
});

test('neither a new book, nor an empty one, nor one of the newest version is copied', () => {
  const folder = scratch();
  closeDatabase(openDatabase(join(folder, 'new.db')));
  const empty = new Database(join(folder, 'empty.db'));
  migrate(empty, 1);
  empty.close();
  closeDatabase(openDatabase(join(folder, 'empty.db')));
  closeDatabase(openDatabase(join(folder, 'new.db')));
  expect(readdirSync(folder).toSorted()).toEqual(['empty.db', 'new.db']);
});

test('a book that cannot be copied is not upgraded', () => {
  const folder = scratch();
  copyFileSync(bookOf(3), join(folder, 'county.db'));
  const place = join(folder, `county.before-v${NEWEST}.db`);
  // a folder stands where the copy belongs
  mkdirSync(place);
  expect(faultOf(() => openDatabase(join(folder, 'county.db')))).toBe('book.notCopied');
  const db = new Database(join(folder, 'county.db'));
  onTestFinished(() => void db.close());
  expect(db.pragma('user_version', { simple: true })).toBe(3);
  expect(existsSync(`${place}.tmp`)).toBe(false);
});

test('a copy is proven: of a damaged book none is made', () => {
  const folder = scratch();
  const { db } = opened(NEWEST_BOOK);
  // a row that names a unit that is not there
  db.pragma('foreign_keys = OFF');
  db.prepare('UPDATE person SET unit = 99 WHERE id = 1').run();
  expect(() => copyBook(db, join(folder, 'copy.db'))).toThrow(Fault);
  expect(readdirSync(folder)).toEqual([]);
});

test('a book of a newer program is refused in one code, and neither changed nor copied', () => {
  const folder = scratch();
  const file = join(folder, 'county.db');
  copyFileSync(bookOf(NEWEST_BOOK), file);
  const newer = new Database(file);
  newer.pragma(`user_version = ${NEWEST + 1}`);
  newer.close();
  expect(faultOf(() => openDatabase(file))).toBe('database.newer');
  const db = new Database(file, { readonly: true });
  onTestFinished(() => void db.close());
  expect(db.pragma('user_version', { simple: true })).toBe(NEWEST + 1);
  expect(contentIn(db)).toEqual(frozen(NEWEST_BOOK));
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
});
