/** Everything that stands in a book, row by row, for comparing one state of it with another. */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** Made anew from the records. */
const DERIVED =
  /^(derived|figure_sum|filled_sum|arrival_month|arrival_month_credit|project_link|search_.*|sqlite_.*)$/;
const DERIVED_COLUMNS = new Set(['arrived_total', 'recognised_total']);

type Row = Readonly<Record<string, unknown>>;

/** Each row of each table that is not left out, in the order of the file. */
export function* rowsOfBook(
  db: Database.Database,
  leftOut: RegExp,
): Generator<readonly [table: string, row: Row]> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as readonly string[];
  for (const table of tables.filter((one) => !DERIVED.test(one) && !leftOut.test(one))) {
    const columns = db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table) as string[];
    const told = columns.filter((column) => !DERIVED_COLUMNS.has(column)).map((one) => `"${one}"`);
    const rows = db.prepare(`SELECT ${told.join(', ')} FROM "${table}"`).safeIntegers(true);
    for (const row of rows.iterate() as Iterable<Row>) yield [table, row];
  }
}

const NOTHING = /^$/;
/**
 * The log of changes included: two books with the same digest hold the same and came to it the same
 * way.
 */
export function digestOfBook(db: Database.Database): string {
  const hash = createHash('sha256');
  for (const [table, row] of rowsOfBook(db, NOTHING))
    hash.update(`${table} ${Object.values(row).map(String).join('\u0001')}\n`);
  return hash.digest('hex');
}
