/** The only way rows are written: each insert, update and delete leaves its audit row, from which any change is undone. */
import type { Statement } from 'better-sqlite3';
import type { Writer } from './open.ts';

export type SqlValue = string | number | bigint | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;
/** The tables whose rows belong to the user; the words of the audit. */
export type AuditedTable = 'unit' | 'person' | 'project' | 'stage_event' | 'credit' | 'arrival' | 'origin';

export interface Writing {
  readonly db: Writer;
  readonly change: number;
  insert(table: AuditedTable, row: SqlRow): number;
  /** writes only what differs; answers whether anything did */
  update(table: AuditedTable, id: number, patch: SqlRow): boolean;
  /** with the rows that hang on it */
  remove(table: AuditedTable, id: number): void;
}

/** Which rows go with a removed row, and by which column they hang on it. */
const DEPENDENTS: Partial<Record<AuditedTable, readonly (readonly [AuditedTable, string])[]>> = {
  project: [['stage_event', 'project_id'], ['credit', 'project_id'], ['arrival', 'project_id']],
};
const HAS_ORIGIN: ReadonlySet<string> = new Set(['project', 'unit', 'person']);

/** Starts a change and answers the handle that writes under it. */
export function beginWriting(db: Writer, change: { readonly at: string; readonly who: string; readonly label: string; readonly undoes?: number }): Writing {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO change (at, who, label, undoes) VALUES (?, ?, ?, ?)')
    .run(change.at, change.who, change.label, change.undoes ?? null);
  const id = Number(lastInsertRowid);
  const prepared = new Map<string, Statement>();
  const statement = (sql: string): Statement => {
    const known = prepared.get(sql) ?? db.prepare(sql).safeIntegers(true);
    prepared.set(sql, known);
    return known;
  };
  const audit = statement('INSERT INTO audit (change_id, "table", row_id, operation, before, after) VALUES (?, ?, ?, ?, ?, ?)');
  const read = (table: AuditedTable, row: number): Record<string, SqlValue> | undefined => statement(`SELECT * FROM ${table} WHERE id = ?`).get(row) as Record<string, SqlValue> | undefined;

  const insert = (table: AuditedTable, row: SqlRow): number => {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const rowId = Number(statement(sql).run(Object.values(row)).lastInsertRowid);
    audit.run(id, table, rowId, 'created', null, null);
    return rowId;
  };
  const update = (table: AuditedTable, row: number, patch: SqlRow): boolean => {
    const current = read(table, row);
    if (current === undefined) throw new RangeError(`no ${table} ${row}`);
    const columns = Object.keys(patch).filter((column) => text(current[column] ?? null) !== text(patch[column] ?? null));
    if (columns.length === 0) return false;
    const done = statement(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`).run(...columns.map((column) => patch[column] ?? null), row);
    if (done.changes !== 1) throw new RangeError(`no ${table} ${row}`);
    audit.run(id, table, row, 'changed', image(columns, current), image(columns, patch));
    return true;
  };
  const remove = (table: AuditedTable, row: number): void => {
    for (const [dependent, column] of DEPENDENTS[table] ?? []) {
      for (const one of statement(`SELECT id FROM ${dependent} WHERE ${column} = ?`).all(row) as { id: bigint }[]) remove(dependent, Number(one.id));
    }
    if (HAS_ORIGIN.has(table)) {
      for (const one of statement('SELECT id FROM origin WHERE ledger = ? AND record_id = ?').all(table, row) as { id: bigint }[]) remove('origin', Number(one.id));
    }
    const current = read(table, row);
    if (current === undefined) throw new RangeError(`no ${table} ${row}`);
    statement(`DELETE FROM ${table} WHERE id = ?`).run(row);
    audit.run(id, table, row, 'removed', image(Object.keys(current), current), null);
  };
  return { db, change: id, insert, update, remove };
}

const text = (value: SqlValue): string | null => (value === null ? null : String(value));

/** Integers travel as text: JSON numbers would round beyond 2^53, and STRICT columns take exact text back. */
const image = (columns: readonly string[], row: SqlRow): string => JSON.stringify(Object.fromEntries(columns.map((column) => [column, text(row[column] ?? null)])));
