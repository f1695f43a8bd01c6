/**
 * Rows written in bulk: the table has its indexes again afterwards, whether the work succeeded or
 * was taken back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inBulk } from '../../main/data/bulk.ts';
import { openDatabase, transaction, type Reader, type BookWriter } from '../../main/data/open.ts';

const ROWS = 3000;
let folder: string;
let db: Reader;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'county-planner-bulk-'));
  db = openDatabase(join(folder, 'book.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const schema = (): unknown =>
  db
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE tbl_name = 'project' ORDER BY type, name",
    )
    .all();
const indexesIn = (at: Reader): number =>
  Number(
    at
      .prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'project'")
      .pluck()
      .get(),
  );
const plan = (sql: string): string =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
    .map(({ detail }) => detail)
    .join();

function insert(tx: BookWriter, rows: number): void {
  const statement = tx.prepare("INSERT INTO project (name, stage) VALUES (?, '在建')");
  for (let at = 0; at < rows; at++) statement.run(`第${at}号项目`);
}

it('builds the same indexes anew, and they find the rows', () => {
  const before = schema();
  const during = transaction(db, (tx) =>
    inBulk(tx, 'project', ROWS, () => {
      insert(tx, ROWS);
      return indexesIn(tx);
    }),
  );
  expect(during).toBe(0);
  expect(schema()).toEqual(before);
  expect(plan("SELECT id FROM project WHERE name = '第7号项目'")).toContain('project_name');
  expect(db.prepare("SELECT count(*) FROM project WHERE name = '第7号项目'").pluck().get()).toBe(1);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

it('leaves everything as it was where the work throws', () => {
  const before = schema();
  const work = (): void =>
    transaction(db, (tx) =>
      inBulk(tx, 'project', ROWS, () => {
        insert(tx, ROWS);
        throw new RangeError('stopped');
      }),
    );
  expect(work).toThrow('stopped');
  expect(schema()).toEqual(before);
  expect(db.prepare('SELECT count(*) FROM project').pluck().get()).toBe(0);
});

it('keeps the indexes row by row for few rows, and beside many old ones', () => {
  const seen = [100, ROWS].map((rows) =>
    transaction(db, (tx) => {
      const during = inBulk(tx, 'project', rows, () => indexesIn(tx));
      insert(tx, ROWS);
      return during;
    }),
  );
  expect(seen).toEqual([indexesIn(db), indexesIn(db)]);
  expect(indexesIn(db)).toBeGreaterThan(3);
});
