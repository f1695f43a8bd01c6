/**
 * Many new rows at once: indexes are built anew afterwards, in order, where that costs less than
 * keeping them row by row, and kept sums are written with the rows. What is derived on demand (the
 * links, sums and search of migration 0008) costs an import nothing; whatever is kept by a trigger
 * belongs here.
 */
import type { BookWriter } from './open.ts';
import { askCount, askRows, askValue, shape } from './rows.ts';

/** Fewer rows do not pay for a change of the schema. */
const WORTHWHILE = 2000;
/**
 * Building anew also sorts what was there before: it pays while that is at most half of what comes.
 */
const OLD_PER_NEW = 0.5;

const INDEX = shape({ name: 'text!', sql: 'text!' });
/**
 * Runs `work`, which inserts so many rows into `table` and looks for none of them but by id. Inside
 * the caller's transaction: what takes the rows back takes the schema back.
 */
export function inBulk<T>(db: BookWriter, table: string, rows: number, work: () => T): T {
  const old = askCount(db, `SELECT count(*) FROM ${table}`);
  if (rows < WORTHWHILE || old > rows * OLD_PER_NEW) return work();
  const indexes = askRows(
    db,
    INDEX,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid",
    table,
  );
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  const value = work();
  for (const { sql } of indexes) db.exec(sql);
  return value;
}

/**
 * Runs `work` while a trigger sleeps whose effect the work brings about itself, for so many rows.
 */
export function withoutTrigger<T>(db: BookWriter, trigger: string, rows: number, work: () => T): T {
  if (rows < WORTHWHILE) return work();
  const sql = askValue(
    db,
    'text?',
    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?",
    trigger,
  );
  if (sql === null) throw new RangeError(`no trigger ${trigger}`);
  db.exec(`DROP TRIGGER ${trigger}`);
  const value = work();
  db.exec(sql);
  return value;
}
