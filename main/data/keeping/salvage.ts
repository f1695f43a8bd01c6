/** Reads what can still be read of a damaged book into a new one, row by row. */
import Database from 'better-sqlite3';
import type { Salvaged, SalvagedTable } from '../../domain/keeping/backup.ts';
import { openDatabase, type Reader } from '../open.ts';
import { mendSums } from './faults.ts';
import { tablesOf } from './content.ts';
import { columnsOf, readHurtTable, type HurtRow } from './hurt-table.ts';

/** Kept beside the records and made anew from them. */
const DERIVED: ReadonlySet<string> = new Set([
  'derived',
  'figure_sum',
  'filled_sum',
  'arrival_month',
  'arrival_month_credit',
  'project_link',
  'search_entry',
]);

export type SalvagedTables = Omit<Salvaged, 'aside'>;

/** Makes the new book at `to`. Null where not even the list of tables can be read. */
export function salvageTables(damaged: string, to: string): SalvagedTables | null {
  let source: Database.Database;
  try {
    source = new Database(damaged, { readonly: true, fileMustExist: true });
  } catch {
    return null;
  }
  try {
    const present = namesOf(source);
    if (present === null) return null;
    return carry(source, present, to);
  } finally {
    source.close();
  }
}

function namesOf(source: Database.Database): readonly string[] | null {
  try {
    return tablesOf(source);
  } catch {
    return null;
  }
}

function carry(source: Database.Database, present: readonly string[], to: string): SalvagedTables {
  const target = openDatabase(to);
  try {
    target.pragma('foreign_keys = OFF');
    makeOwnTables(source, target, present);
    const tables = tablesOf(target)
      .filter((table) => present.includes(table) && !DERIVED.has(table))
      .map((table) => target.transaction(() => carryTable(source, target, table)).immediate());
    const orphans = dropOrphans(target);
    target.transaction(() => mendSums(target as Parameters<typeof mendSums>[0])).immediate();
    return { tables, orphans };
  } finally {
    target.close();
  }
}

/** Tables of the users' own ledgers are made by the book itself: they are made again as it says. */
function makeOwnTables(
  source: Database.Database,
  target: Database.Database,
  present: readonly string[],
): void {
  const known = new Set(tablesOf(target));
  for (const table of present) {
    if (known.has(table)) continue;
    const statements = source
      .prepare(
        'SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC',
      )
      .pluck()
      .all(table)
      .map(String);
    for (const statement of statements) target.exec(statement);
  }
}

function carryTable(
  source: Database.Database,
  target: Database.Database,
  table: string,
): SalvagedTable {
  const columns = columnsOf(target, table).filter((column) =>
    columnsOf(source, table).includes(column),
  );
  const put = inserterOf(target, table, columns);
  let [rows, isWhole] = [0, true];
  const missing = new Set<string>();
  const left: (readonly unknown[])[] = [];
  const take = (row: HurtRow, unread: readonly string[]): boolean => {
    const values = columns.map((column) => row[column]);
    // a number alone is no row
    if (unread.length > 0 && values.every((value, at) => value === null || columns[at] === 'id'))
      return false;
    const { outcome, without } = put(values);
    if (outcome === 'there') return true;
    if (outcome === 'taken') rows += 1;
    else left.push(values);
    if (without !== null) missing.add(without);
    for (const column of unread) if (columns.includes(column)) missing.add(column);
    if (outcome === 'lost' || without !== null || unread.length > 0) isWhole = false;
    return false;
  };
  const isRead = readHurtTable(source, table, take);
  // a hurt number that is another row's: the row is saved under a new one, once all others have
  // theirs
  const id = columns.indexOf('id');
  if (id >= 0)
    for (const values of left) if (put(values.with(id, null)).outcome === 'taken') rows += 1;
  return { table, rows, whole: isRead && isWhole, missing: [...missing] };
}

/**
 * Whether a row was taken (perhaps without a value that was hurt), was there already, or could not
 * be taken.
 */
interface Put {
  readonly outcome: 'taken' | 'there' | 'lost';
  readonly without: string | null;
}

/**
 * Puts rows in; one whose values no longer keep the table's own checks is taken without the value
 * that breaks them.
 */
function inserterOf(
  target: Database.Database,
  table: string,
  columns: readonly string[],
): (values: readonly unknown[]) => Put {
  const quoted = columns.map((one) => `"${one}"`);
  const insert = target.prepare(
    `INSERT OR IGNORE INTO "${table}" (${quoted.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  // of a row of which not all could be read, what could is enough to know it by
  const same = target
    .prepare(
      `SELECT 1 FROM "${table}" WHERE ${columns.map((one) => (one === 'id' ? '"id" = ?' : `coalesce(?, "${one}") IS "${one}"`)).join(' AND ')}`,
    )
    .pluck();
  const isPut = (values: readonly unknown[]): boolean => {
    try {
      return insert.run(...values).changes === 1;
    } catch {
      return false;
    }
  };
  return (values) => {
    if (isPut(values)) return { outcome: 'taken', without: null };
    if (same.get(...values) === 1) return { outcome: 'there', without: null };
    const without = columns.find(
      (column, at) => column !== 'id' && values[at] !== null && isPut(values.with(at, null)),
    );
    return without === undefined
      ? { outcome: 'lost', without: null }
      : { outcome: 'taken', without };
  };
}

/** Rows that hang on rows which were lost; as often as taking some away lets others hang loose. */
function dropOrphans(target: Reader): number {
  let dropped = 0;
  for (;;) {
    const loose = target.pragma('foreign_key_check') as readonly {
      readonly table: string;
      readonly rowid: number | null;
    }[];
    const rows = loose.filter((row) => row.rowid !== null);
    if (rows.length === 0) return dropped;
    const before = dropped;
    for (const { table, rowid } of rows)
      dropped += target.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid).changes;
    if (dropped === before) return dropped;
  }
}
