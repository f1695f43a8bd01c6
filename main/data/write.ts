/**
 * The only way rows are written: each insert, update and delete leaves its audit row, from which
 * any change is undone.
 */
import { isOwnCode } from '../domain/ledgers/own-code.ts';
import type { BookWriter } from './open.ts';
import { askCount, askLoose, askValues, writer, type SqlRow, type SqlValue } from './rows.ts';
import {
  type AuditedTable,
  LET_GO,
  dependentsOf,
  WRITTEN_FIRST,
  WRITTEN_LAST,
} from './audited-tables.ts';

/**
 * Most rows that one line of the audit or of the origins speaks of, as the schema has it; a look-up
 * by row need not look further back.
 */
export const LONGEST_RUN = 1000;

export interface Writing {
  readonly db: BookWriter;
  readonly change: number;
  insert(table: AuditedTable, row: SqlRow): number;
  /**
   * for many rows of the same columns: answers what inserts their values, in the columns' order,
   * and answers the id
   */
  inserter(
    table: AuditedTable,
    columns: readonly string[],
  ): (values: readonly SqlValue[]) => number;
  /** writes only what differs; answers whether anything did */
  update(table: AuditedTable, id: number, patch: SqlRow): boolean;
  /** with the rows that hang on it */
  remove(table: AuditedTable, id: number): void;
  /**
   * all rows from the first to the last id, with what hangs on them. @throws RangeError where one
   * is missing
   */
  removeRun(table: AuditedTable, first: number, last: number): void;
}

interface Run {
  readonly first: number;
  last: number;
}

/** Does `work` under a new change; what it wrote is in the audit when this returns. */
export function write<T>(
  db: BookWriter,
  change: {
    readonly at: string;
    readonly who: string;
    readonly label: string;
    readonly undoes?: number;
  },
  work: (writing: Writing) => T,
): T {
  const { lastInsertRowid } = writer(
    db,
    'INSERT INTO change (at, who, label, undoes) VALUES (?, ?, ?, ?)',
  ).run(change.at, change.who, change.label, change.undoes ?? null);
  const { writing, flush } = writingOf(db, Number(lastInsertRowid));
  const value = work(writing);
  flush();
  return value;
}

interface Creations {
  readonly add: (table: AuditedTable, id: number) => void;
  readonly flush: () => void;
}

function writingOf(
  db: BookWriter,
  change: number,
): { readonly writing: Writing; readonly flush: () => void } {
  const audit = writer(
    db,
    'INSERT INTO audit (change_id, "table", row_id, last_id, operation, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const created = creations((table, run) =>
    audit.run(change, table, run.first, run.last, 'created', null, null),
  );
  const update = (table: AuditedTable, row: number, patch: SqlRow): boolean => {
    const [current] = askLoose(
      db,
      `SELECT ${['id', ...Object.keys(patch)].join(', ')} FROM ${table} WHERE id = ?`,
      row,
    );
    if (current === undefined) throw new RangeError(`no ${table} ${row}`);
    const columns = Object.keys(patch).filter(
      (column) => text(current[column] ?? null) !== text(patch[column] ?? null),
    );
    if (columns.length === 0) return false;
    created.flush();
    writer(
      db,
      `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ).run(...columns.map((column) => patch[column] ?? null), row);
    audit.run(change, table, row, row, 'changed', image(columns, current), image(columns, patch));
    return true;
  };
  const removeRun = (table: AuditedTable, first: number, last: number): void => {
    created.flush();
    const gone = removeWhere(db, change, table, 'id BETWEEN ? AND ?', [first, last]);
    if (gone !== last - first + 1)
      throw new RangeError(
        `no ${table} ${first}${last === first ? '' : ` to ${last}: ${gone} rows`}`,
      );
  };
  return {
    writing: {
      db,
      change,
      ...insertsOf(db, created),
      update,
      remove: (table, id) => removeRun(table, id, id),
      removeRun,
    },
    flush: created.flush,
  };
}

/** What creates rows: each has an id of its own, and is told to the audit as created. */
function insertsOf(db: BookWriter, created: Creations): Pick<Writing, 'insert' | 'inserter'> {
  const nextId = idsOf(db);
  const inserter = (
    table: AuditedTable,
    columns: readonly string[],
  ): ((values: readonly SqlValue[]) => number) => {
    const row = writer(
      db,
      `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
    );
    return (values) => {
      const id = nextId(table);
      row.run(id, ...values);
      created.add(table, id);
      return id;
    };
  };
  const insert = (table: AuditedTable, row: SqlRow): number => {
    const { id: given, ...rest } = row;
    const columns = Object.keys(rest);
    const id = nextId(table, given === undefined || given === null ? undefined : Number(given));
    writer(
      db,
      `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
    ).run(id, Object.values(rest));
    created.add(table, id);
    return id;
  };
  return { insert, inserter };
}

/**
 * Removes rows with all that hangs on them, each with its image in the audit; answers how many of
 * the table itself went.
 */
function removeWhere(
  db: BookWriter,
  change: number,
  table: AuditedTable,
  where: string,
  bound: readonly number[],
): number {
  for (const { table: part, column, only } of dependentsOf(table)) {
    const hanging = `${only}${column} IN (SELECT id FROM ${table} WHERE ${where})`;
    removeWhere(db, change, part, hanging, bound);
  }
  for (const { table: part, column } of LET_GO[table] ?? [])
    letGo(
      db,
      change,
      { part, column, where: `${column} IN (SELECT id FROM ${table} WHERE ${where})` },
      bound,
    );
  const columns = askValues(db, 'text', 'SELECT name FROM pragma_table_info(?)', table);
  const images = `json_object(${columns.map((column) => `'${column}', CAST(${column} AS TEXT)`).join(', ')})`;
  writer(
    db,
    `INSERT INTO audit (change_id, "table", row_id, last_id, operation, before) SELECT ?, '${table}', id, id, 'removed', ${images} FROM ${table} WHERE ${where} ORDER BY id DESC`,
  ).run(change, ...bound);
  return writer(db, `DELETE FROM ${table} WHERE ${where}`).run(...bound).changes;
}

function letGo(
  db: BookWriter,
  change: number,
  {
    part,
    column,
    where,
  }: { readonly part: string; readonly column: string; readonly where: string },
  bound: readonly number[],
): void {
  writer(
    db,
    `INSERT INTO audit (change_id, "table", row_id, last_id, operation, before, after)
     SELECT ?, '${part}', id, id, 'changed', json_object('${column}', CAST(${column} AS TEXT)), json_object('${column}', NULL) FROM ${part} WHERE ${where}`,
  ).run(change, ...bound);
  writer(db, `UPDATE ${part} SET ${column} = NULL WHERE ${where}`).run(...bound);
}

/**
 * Rows created one after another are kept as runs until something else is written; then they go to
 * the audit, so that its order is that of the writes.
 */
function creations(tell: (table: AuditedTable, run: Run) => void): Creations {
  const pending = new Map<AuditedTable, Run[]>();
  const add = (table: AuditedTable, id: number): void => {
    const runs = pending.get(table);
    const run = runs?.at(-1);
    if (run !== undefined && id === run.last + 1 && id - run.first < LONGEST_RUN) run.last = id;
    else if (runs !== undefined) runs.push({ first: id, last: id });
    else pending.set(table, [{ first: id, last: id }]);
  };
  const flush = (): void => {
    if (pending.size === 0) return;
    for (const table of [
      ...WRITTEN_FIRST,
      ...[...pending.keys()].filter(isOwnCode),
      ...WRITTEN_LAST,
    ])
      for (const run of pending.get(table) ?? []) tell(table, run);
    pending.clear();
  };
  return { add, flush };
}

/**
 * Ids are never given twice, not even those of removed rows: the audit and the origins speak of one
 * row for ever.
 */
function idsOf(db: BookWriter): (table: AuditedTable, given?: number) => number {
  const next = new Map<AuditedTable, number>();
  return (table, given) => {
    const id = given ?? next.get(table) ?? firstFree(db, table);
    if (given === undefined || (next.get(table) ?? Number.POSITIVE_INFINITY) <= given)
      next.set(table, id + 1);
    return id;
  };
}

function firstFree(db: BookWriter, table: AuditedTable): number {
  const present = askCount(db, `SELECT max(id) FROM ${table}`);
  const noted = askCount(
    db,
    `SELECT max(last_id) FROM audit WHERE "table" = :table AND row_id > (SELECT max(row_id) FROM audit WHERE "table" = :table) - ${LONGEST_RUN}`,
    { table },
  );
  return Math.max(present, noted) + 1;
}

const text = (value: SqlValue): string | null => (value === null ? null : String(value));

/**
 * Integers travel as text: JSON numbers would round beyond 2^53, and STRICT columns take exact text
 * back.
 */
const image = (columns: readonly string[], row: SqlRow): string =>
  JSON.stringify(Object.fromEntries(columns.map((column) => [column, text(row[column] ?? null)])));
