/**
 * Reading a table of a damaged file: from both ends and into the stretches between; of a row that
 * cannot be read whole, each column that can.
 */
import type Database from 'better-sqlite3';

export type HurtRow = Readonly<Record<string, unknown>>;
/**
 * `unread`: columns of the row whose value cannot be read. Answers whether the row was there
 * already.
 */
export type TakeRow = (row: HurtRow, unread: readonly string[]) => boolean;

/** Answers whether every row was read whole. */
export function readHurtTable(source: Database.Database, name: string, take: TakeRow): boolean {
  const table = describedTable(source, name);
  const first = readOn(table, { back: false, from: null }, take);
  if (first.ended) return first.whole;
  let { last } = first;
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch += 1) {
    const next = table.hasRowid ? behind(last + 1n, (rowid) => canSeek(table, rowid)) : null;
    // what stands on the hurt page behind the hurt row is reached from the other side alone
    readOn(table, { back: true, from: next }, take);
    if (next === null) return false;
    const on = readOn(table, { back: false, from: next }, take);
    if (on.ended) return false;
    last = on.last > next ? on.last : next;
  }
  return false;
}

/** No table is asked for so many hurt stretches, or rows of one: each costs some fifty look-ups. */
const MOST_STRETCHES = 20_000;
const ROWID = 'salvaged_rowid';

interface HurtTable {
  readonly source: Database.Database;
  readonly name: string;
  readonly hasRowid: boolean;
  readonly columns: readonly string[];
  /** what its rows are in order of */
  readonly key: readonly string[];
  /** greater numbers are junk, where the end of the table can be read */
  readonly greatest: bigint;
}

function describedTable(source: Database.Database, name: string): HurtTable {
  const hasRowid = !/WITHOUT\s+ROWID/i.test(
    String(source.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name)),
  );
  const key = source
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(name)
    .map(String);
  const greatest = hasRowid
    ? readOrNot(source, `SELECT max(rowid) FROM "${name}" NOT INDEXED`)
    : null;
  return {
    source,
    name,
    hasRowid,
    columns: columnsOf(source, name),
    key: hasRowid ? ['rowid'] : key,
    greatest: typeof greatest === 'bigint' ? greatest : 1n << FARTHEST,
  };
}

export const columnsOf = (db: Database.Database, table: string): readonly string[] =>
  db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);

/** undefined where it cannot be read */
function readOrNot(source: Database.Database, sql: string, ...values: readonly unknown[]): unknown {
  try {
    return source
      .prepare(sql)
      .pluck()
      .safeIntegers()
      .get(...values);
  } catch {
    return undefined;
  }
}

/** Which way the rows are gone through, and from which on: null from the end. */
interface Way {
  readonly back: boolean;
  readonly from: bigint | null;
}

/**
 * The rows of a way from the so-manieth on. They are counted and not looked for: on a hurt page a
 * number may lead nowhere where its neighbour leads there.
 */
function rowsFrom(
  { name, key }: HurtTable,
  { back, from }: Way,
  what: string,
  limit: number,
): string {
  const where = from === null ? '' : `WHERE rowid ${back ? '<=' : '>='} ${from}`;
  const order = key.map((column) => `"${column}" ${back ? 'DESC' : 'ASC'}`).join(', ');
  return `SELECT ${what} FROM "${name}" NOT INDEXED ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ?`;
}

interface HowFar {
  /** to the table's end, and not to a place behind which nothing can be reached this way */
  readonly ended: boolean;
  readonly whole: boolean;
  /** the greatest number that was come to */
  readonly last: bigint;
}

function readOn(table: HurtTable, start: Way, take: TakeRow): HowFar {
  let way = start;
  let position = 0;
  let last = start.from === null ? -1n : start.from - 1n;
  let known = 0;
  const anchors = createAnchors(table);
  const rows = table.hasRowid ? `rowid AS ${ROWID}, *` : '*';
  const taken = (row: HurtRow, unread: readonly string[]): boolean => {
    const rowid = row[ROWID];
    if (typeof rowid === 'bigint' && rowid <= table.greatest && rowid > last) last = rowid;
    known = take(row, unread) ? known + 1 : 0;
    position += 1;
    anchors.passed(rowid, position);
    // from behind, up to what was read from the front: one may look alike by chance
    return start.back && known > 1;
  };
  for (let hurt = 0; hurt < MOST_STRETCHES; hurt += 1) {
    try {
      const each = table.source
        .prepare<[number], HurtRow>(rowsFrom(table, way, rows, -1))
        .safeIntegers();
      for (const row of each.iterate(position))
        if (taken(row, [])) return { ended: false, whole: false, last };
      return { ended: true, whole: hurt === 0, last };
    } catch {
      ({ way, position } = anchors.nearest({ way, position }));
      const key = table.hasRowid ? 'rowid' : '1';
      const there = readOrNot(table.source, rowsFrom(table, way, key, 1), position);
      if (there === undefined || there === null) return { ended: false, whole: false, last };
      const { row, unread } = hurtRow(table, way, position);
      if (taken(table.hasRowid ? { ...row, [ROWID]: there } : row, unread))
        return { ended: false, whole: false, last };
    }
  }
  return { ended: false, whole: false, last };
}

function hurtRow(
  table: HurtTable,
  way: Way,
  position: number,
): { row: HurtRow; unread: readonly string[] } {
  const row: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const column of table.columns) {
    const value = readOrNot(table.source, rowsFrom(table, way, `"${column}"`, 1), position);
    row[column] = value ?? null;
    if (value === undefined) unread.push(column);
  }
  return { row, unread };
}

interface Anchors {
  readonly passed: (rowid: unknown, position: number) => void;
  readonly nearest: (at: { way: Way; position: number }) => { way: Way; position: number };
}

/**
 * Rows that were passed and can be found by their number, so that not all before them are counted
 * again.
 */
function createAnchors(table: HurtTable): Anchors {
  let [before, latest]: { rowid: bigint; position: number }[] = [];
  let newest: { rowid: bigint; position: number } | undefined;
  return {
    passed: (rowid, position) => {
      if (typeof rowid !== 'bigint') return;
      newest = { rowid, position };
      if (position - (latest?.position ?? 0) >= ANCHOR_ROWS) [before, latest] = [latest, newest];
    },
    nearest: (at) => {
      const next = rowidsFrom(table, at.way, at.position);
      for (const anchor of next === null ? [] : [newest, latest, before]) {
        if (anchor === undefined) continue;
        const way = { ...at.way, from: anchor.rowid };
        const position = at.position - anchor.position + 1;
        // a hurt number that is another row's leads to that row
        if (rowidsFrom(table, way, position) !== next) continue;
        newest = { rowid: anchor.rowid, position: 1 };
        [before, latest] = [undefined, undefined];
        return { way, position };
      }
      return at;
    },
  };
}

/** The next two numbers of a way as one text; null where they cannot be read. */
function rowidsFrom(table: HurtTable, way: Way, position: number): string | null {
  try {
    return table.source
      .prepare(rowsFrom(table, way, 'rowid', 2))
      .pluck()
      .safeIntegers()
      .all(position)
      .join();
  } catch {
    return null;
  }
}
/** more rows than a page holds of most tables */
const ANCHOR_ROWS = 256;

const canSeek = ({ source, name }: HurtTable, rowid: bigint): boolean => {
  try {
    source
      .prepare(`SELECT rowid FROM "${name}" NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1`)
      .get(rowid);
    return true;
  } catch {
    return false;
  }
};

/** No id is beyond 2^48. */
const FARTHEST = 48n;

/**
 * The first id after `hurt` from which can be read again: found by doubling, then by halving; null
 * where nothing behind can be read.
 */
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
