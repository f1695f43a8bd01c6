/**
 * What is kept beside the records because it is asked for often, and brought up to date from the
 * audit when it is: no write has to think of it.
 */
import { transaction, type Reader, type BookWriter } from '../open.ts';
import { askCount, askEach, askValue, askValues, askWhether, shape, writer } from '../rows.ts';
import type { AuditedTable } from '../audited-tables.ts';

/** Ids from the first to the last. */
export interface Run {
  readonly first: number;
  readonly last: number;
}
export interface News {
  /**
   * the change up to which all was taken in; null: nothing yet, or so much that it is better made
   * anew
   */
  readonly since: number | null;
  /** the rows of a table that later changes wrote */
  touched(table: AuditedTable): readonly Run[];
}
/** From so many rows on, making all of it anew costs less than finding out what is new. */
const MANY = 5000;

/**
 * Thrown where a connection that only reads needs what is behind the records: whoever may write
 * catches up, and the question is put again.
 */
export class DerivedBehind extends Error {
  readonly catchUp: (db: Reader) => void;
  constructor(name: string, catchUp: (db: Reader) => void) {
    super(`${name} is behind the records`);
    this.catchUp = catchUp;
  }
}

/**
 * Runs `refresh` where changes were written since it last ran, so that what it keeps is always what
 * the records say. @throws DerivedBehind on a connection that only reads
 */
export function keepFresh(
  db: Reader,
  name: string,
  tables: readonly AuditedTable[],
  refresh: (tx: BookWriter, news: News) => void,
): void {
  const last = askCount(db, 'SELECT max(id) FROM change');
  const taken = takenIn(db, name);
  if (taken === last || !isBehind(db, taken, tables)) return;
  if (db.readonly)
    throw new DerivedBehind(name, (writable) => keepFresh(writable, name, tables, refresh));
  // a change that is still being written is taken in again when it is whole
  const newest = db.inTransaction ? last - 1 : last;
  transaction(db, (tx) => {
    refresh(tx, newsOf(tx, taken, tables));
    writer(
      tx,
      'INSERT INTO derived (name, change_id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET change_id = excluded.change_id',
    ).run(name, newest);
  });
}

const takenIn = (db: Reader, name: string): number | null =>
  askValue(db, 'integer', 'SELECT change_id FROM derived WHERE name = ?', name);

/**
 * Whether any of the tables was written since; where nothing was ever taken in, whether any has a
 * row.
 */
const isBehind = (db: Reader, taken: number | null, tables: readonly AuditedTable[]): boolean =>
  taken === null
    ? tables.some((table) => askWhether(db, `SELECT EXISTS (SELECT 1 FROM ${table})`))
    : askWhether(
        db,
        'SELECT EXISTS (SELECT 1 FROM audit WHERE change_id > ? AND "table" IN (SELECT value FROM json_each(?)))',
        taken,
        JSON.stringify(tables),
      );

/** How many rows catching up has to look at. */
export function rowsBehind(db: Reader, name: string, tables: readonly AuditedTable[]): number {
  const taken = takenIn(db, name);
  return taken === null
    ? tables.reduce((rows, table) => rows + askCount(db, `SELECT count(*) FROM ${table}`), 0)
    : askCount(
        db,
        'SELECT sum(last_id - row_id + 1) FROM audit WHERE change_id > ? AND "table" IN (SELECT value FROM json_each(?))',
        taken,
        JSON.stringify(tables),
      );
}

const WRITTEN = shape({ table: 'text', first: 'integer', last: 'integer' });
function newsOf(db: Reader, taken: number | null, tables: readonly AuditedTable[]): News {
  const runs = new Map<string, Run[]>();
  let rows = 0;
  if (taken !== null) {
    const lines = askEach(
      db,
      WRITTEN,
      'SELECT "table", row_id AS first, last_id AS last FROM audit WHERE change_id > ? AND "table" IN (SELECT value FROM json_each(?))',
      taken,
      JSON.stringify(tables),
    );
    for (const { table, first, last } of lines) {
      rows += last - first + 1;
      if (rows > MANY) continue;
      const known = runs.get(table);
      if (known === undefined) runs.set(table, [{ first, last }]);
      else known.push({ first, last });
    }
  }
  return { since: rows > MANY ? null : taken, touched: (table) => runs.get(table) ?? [] };
}

export const idsOfRuns = (runs: readonly Run[]): number[] => [
  ...new Set(
    runs.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at),
    ),
  ),
];

/**
 * The ids that rows, some of them removed or changed since, had in a column after the change
 * `since`.
 */
export function formerlyDerived(
  db: Reader,
  table: AuditedTable,
  column: string,
  since: number,
): readonly number[] {
  const sql = `SELECT DISTINCT CAST(json_extract(before, '$.' || :column) AS INTEGER) FROM audit WHERE change_id > :since AND "table" = :table AND before IS NOT NULL AND json_extract(before, '$.' || :column) IS NOT NULL`;
  return askValues(db, 'integer', sql, { column, since, table });
}
