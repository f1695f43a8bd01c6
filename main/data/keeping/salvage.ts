/** Reads what can still be read of a damaged book into a new one, row by row. */
import Database from 'better-sqlite3';
import { openDatabase, type Reader } from '../open.ts';
import { mendSums } from './faults.ts';
import { tablesOf } from './content.ts';

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

type SqlRow = Readonly<Record<string, unknown>>;

export interface SalvagedTables {
  readonly tables: readonly {
    readonly table: string;
    readonly rows: number;
    readonly whole: boolean;
  }[];
  readonly orphans: number;
}

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
): { table: string; rows: number; whole: boolean } {
  const columns = columnsOf(target, table).filter((column) =>
    columnsOf(source, table).includes(column),
  );
  const put = inserterOf(target, table, columns);
  let [rows, isWhole] = [0, true];
  const left: (readonly unknown[])[] = [];
  const take = (row: SqlRow): void => {
    const values = columns.map((column) => row[column]);
    const outcome = put(values);
    if (outcome === 'taken' || outcome === 'in part') rows += 1;
    if (outcome === 'lost') left.push(values);
    if (outcome === 'in part' || outcome === 'lost') isWhole = false;
  };
  const isRead = hasRowid(source, table)
    ? readByRowid(source, table, take)
    : readBothWays(source, table, take);
  // a hurt number that is another row's: the row is saved under a new one, once all others have theirs
  const id = columns.indexOf('id');
  if (id >= 0) for (const values of left) if (put(values.with(id, null)) !== 'lost') rows += 1;
  return { table, rows, whole: isRead && isWhole };
}

/** Whether a row was taken, was there already, went in without a value that was hurt, or not at all. */
type Taken = 'taken' | 'there' | 'in part' | 'lost';

/** Puts rows in; one whose values no longer keep the table's own checks is taken without the value that breaks them. */
function inserterOf(
  target: Database.Database,
  table: string,
  columns: readonly string[],
): (values: readonly unknown[]) => Taken {
  const quoted = columns.map((one) => `"${one}"`);
  const insert = target.prepare(
    `INSERT OR IGNORE INTO "${table}" (${quoted.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const same = target
    .prepare(`SELECT 1 FROM "${table}" WHERE ${quoted.map((one) => `${one} IS ?`).join(' AND ')}`)
    .pluck();
  const isPut = (values: readonly unknown[]): boolean => {
    try {
      return insert.run(...values).changes === 1;
    } catch {
      return false;
    }
  };
  return (values) => {
    if (isPut(values)) return 'taken';
    if (same.get(...values) === 1) return 'there';
    return values.some(
      (value, at) => value !== null && columns[at] !== 'id' && isPut(values.with(at, null)),
    )
      ? 'in part'
      : 'lost';
  };
}

const columnsOf = (db: Database.Database, table: string): readonly string[] =>
  db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);

const hasRowid = (db: Database.Database, table: string): boolean =>
  !/WITHOUT\s+ROWID/i.test(
    String(db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)),
  );

/** No table is asked for so many hurt stretches: each costs some fifty look-ups. */
const MOST_STRETCHES = 20_000;

/** In order up to where it fails, then from behind the hurt stretch on. Answers whether nothing failed. */
function readByRowid(
  source: Database.Database,
  table: string,
  take: (row: SqlRow) => void,
): boolean {
  const from = source
    .prepare<[bigint], SqlRow>(
      `SELECT rowid AS ${ROWID}, * FROM "${table}" WHERE rowid >= ? ORDER BY rowid`,
    )
    .safeIntegers();
  const found = source
    .prepare(`SELECT rowid FROM "${table}" WHERE rowid >= ? ORDER BY rowid LIMIT 1`)
    .pluck();
  const canReadFrom = (rowid: bigint): boolean => {
    try {
      found.get(rowid);
      return true;
    } catch {
      return false;
    }
  };
  let next: bigint | null = 0n;
  for (let stretch = 0; next !== null && stretch < MOST_STRETCHES; stretch += 1) {
    let last: bigint = next - 1n;
    try {
      for (const row of from.iterate(next)) {
        take(row);
        last = BigInt(String(row[ROWID]));
      }
      return stretch === 0;
    } catch {
      const hurt = hurtRow(source, table, 'rowid >= ? ORDER BY rowid', last + 1n);
      if (hurt !== null) take(hurt);
      next = behind(last + 1n, canReadFrom);
      readBack(source, table, { from: next, to: last }, take);
    }
  }
  return false;
}
const ROWID = 'salvaged_rowid';

/** What stands on the hurt page behind the hurt row is reached from the other side alone: backward, down to where it fails. `from` null: from the end. */
function readBack(
  source: Database.Database,
  table: string,
  { from, to }: { readonly from: bigint | null; readonly to: bigint },
  take: (row: SqlRow) => void,
): void {
  const rows = source
    .prepare(
      `SELECT rowid AS ${ROWID}, * FROM "${table}" ${from === null ? '' : 'WHERE rowid < ?'} ORDER BY rowid DESC`,
    )
    .safeIntegers();
  let lowest = from;
  try {
    const each = from === null ? rows.iterate() : rows.iterate(from);
    for (const row of each as IterableIterator<SqlRow>) {
      lowest = row[ROWID] as bigint;
      if (lowest <= to) return;
      take(row);
    }
  } catch {
    // as far as it goes, and what can be read of the row where it ends
    const hurt =
      lowest === null ? null : hurtRow(source, table, 'rowid < ? ORDER BY rowid DESC', lowest);
    if (hurt !== null) take(hurt);
  }
}

/** The next row on that side, of which not every column can be read, with those that can; null where there is none, or nothing of it can be read. */
function hurtRow(
  source: Database.Database,
  table: string,
  side: 'rowid >= ? ORDER BY rowid' | 'rowid < ? ORDER BY rowid DESC',
  from: bigint,
): SqlRow | null {
  const next = `SELECT rowid FROM "${table}" WHERE ${side} LIMIT 1`;
  const read = (sql: string): unknown => {
    try {
      return source.prepare(sql).pluck().safeIntegers().get(from);
    } catch {
      return undefined;
    }
  };
  if (typeof read(next) !== 'bigint') return null;
  const row = Object.fromEntries(
    columnsOf(source, table).map((column) => [
      column,
      read(`SELECT "${column}" FROM "${table}" WHERE rowid = (${next})`) ?? null,
    ]),
  );
  return Object.entries(row).some(([column, value]) => column !== 'id' && value !== null)
    ? row
    : null;
}
/** No id is beyond 2^48. */
const FARTHEST = 48n;

/** The first id after `hurt` from which can be read again: found by doubling, then by halving; null where nothing behind can be read. */
function behind(hurt: bigint, canReadFrom: (rowid: bigint) => boolean): bigint | null {
  let power = 0n;
  while (power <= FARTHEST && !canReadFrom(hurt + (1n << power))) power += 1n;
  if (power > FARTHEST) return null;
  let [low, high] = [power === 0n ? hurt : hurt + (1n << (power - 1n)), hurt + (1n << power)];
  while (low + 1n < high) {
    const middle = (low + high) / 2n;
    if (canReadFrom(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** From both ends up to where it fails. */
function readBothWays(
  source: Database.Database,
  table: string,
  take: (row: SqlRow) => void,
): boolean {
  const key = source
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table)
    .map(String);
  for (const direction of ['ASC', 'DESC']) {
    const order = key.map((column) => `"${column}" ${direction}`).join(', ');
    try {
      const rows = source
        .prepare<[], SqlRow>(`SELECT * FROM "${table}" ORDER BY ${order}`)
        .safeIntegers()
        .iterate();
      for (const row of rows) take(row);
      return direction === 'ASC';
    } catch {
      // the other way reaches what lies behind the hurt page
    }
  }
  return false;
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
