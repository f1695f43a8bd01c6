/**
 * Before every test file: each statement's declared columns are held against the migrated schema,
 * and each row that it answers against its shape.
 */
import type Database from 'better-sqlite3';
import { inspectShapes, type ShapeColumn } from '../../main/data/rows.ts';

interface Origin {
  readonly type: string;
  readonly notNull: boolean;
}

const kindOf = (column: ShapeColumn): string => (typeof column === 'string' ? column : column.kind);
const AFFINITY: Readonly<Record<string, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  bigint: 'INTEGER',
  flag: 'INTEGER',
  real: 'REAL',
};
const ARRIVES_AS: Readonly<Record<string, string>> = {
  text: 'string',
  integer: 'number',
  bigint: 'bigint',
  flag: 'boolean',
  real: 'number',
};

/**
 * What the schema says of a table's column; null for what is no column of a table, or one that
 * holds anything (json_each).
 */
function originOf(
  db: Database.Database,
  { table, column }: Database.ColumnDefinition,
): Origin | null {
  if (table === null || column === null) return null;
  const found = db
    .prepare<[string, string], { type: string; notNull: number; pk: number }>(
      'SELECT type, "notnull" AS "notNull", pk FROM pragma_table_info(?) WHERE name = ?',
    )
    .get(table, column);
  return found === undefined || found.type === ''
    ? null
    : { type: found.type, notNull: found.notNull === 1 || found.pk > 0 };
}

function faultOfColumn(column: ShapeColumn, origin: Origin | null): string | null {
  const kind = kindOf(column);
  const plain = kind.replace(/[?!]$/, '');
  if (origin === null) return null;
  if (AFFINITY[plain] !== origin.type) return `declared ${kind}, the schema says ${origin.type}`;
  return plain === kind && !origin.notNull
    ? `declared ${kind}, the schema lets it be null: say ${kind}?, or ${kind}! where the statement's condition leaves nulls out`
    : null;
}

function faultOfValue(column: ShapeColumn, value: unknown): string | null {
  const kind = kindOf(column);
  if (value === null) return kind.endsWith('?') ? null : `declared ${kind}, but a row answers null`;
  if (typeof value !== ARRIVES_AS[kind.replace(/[?!]$/, '')])
    return `declared ${kind}, but a row answers ${typeof value} ${String(value)}`;
  const among = typeof column === 'string' ? null : column.among;
  return among === null || among.includes(String(value))
    ? null
    : `“${String(value)}” is none of ${among.join(', ')}`;
}

inspectShapes((db, sql, columns) => {
  const refuse = (what: string): never => {
    throw new Error(`${what}\nin: ${sql}`);
  };
  const found = db.prepare(sql).columns();
  const names = found.map(({ name }) => name);
  const declared = columns.map(([name], at) => name ?? names[at] ?? '');
  if (columns.length > 0 && declared.toSorted().join() !== names.toSorted().join())
    refuse(`declared ${declared.join(', ')}; the statement answers ${names.join(', ')}`);
  for (const [at, [, column]] of columns.entries()) {
    const name = declared[at] ?? '';
    const definition = found.find((one) => one.name === name);
    const fault = definition === undefined ? null : faultOfColumn(column, originOf(db, definition));
    if (fault !== null) refuse(`${name}: ${fault}`);
  }
  return (values) => {
    for (const [at, [, column]] of columns.entries()) {
      const fault = faultOfValue(column, values[at]);
      if (fault !== null) refuse(`${declared[at] ?? ''}: ${fault}`);
    }
  };
});
