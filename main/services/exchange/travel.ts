/**
 * Rows on their way: the values of a stored row with global ids in place of numbers, and back
 * again.
 */
import { randomBytes } from 'node:crypto';
import {
  carriedRow,
  carriedRowAt,
  isCarried,
  tableForm,
  type CarriedColumn,
  type CarriedTable,
  type TableForm,
} from '../../data/exchange/table-forms.ts';
import { shareByGid, shareOfRow, type KeptShare } from '../../data/exchange/shared-rows.ts';
import type { Reader } from '../../data/open.ts';
import type { SqlRow, SqlValue } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import type { PresentRow } from '../../domain/exchange/row.ts';

/** uuid, version 7: in the order of their making. */
export function newGlobalId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [8, 12, 16, 20, 32].map((end, at) => hex.slice([0, 8, 12, 16, 20][at], end)).join('-');
}

/** Between the parts of a global id that follows from what the row names. */
const JOINT = '~';
/** Marks a figure that is only roughly known (约500万). */
const ROUGHLY = '≈';

export interface Naming {
  /** the global id of a row; null where it has none and none can be made */
  readonly gidOf: (table: CarriedTable, id: number) => string | null;
}
export interface GidFinding {
  /** the number of the row with a global id; null where this book has none */
  readonly idOf: (table: CarriedTable, gid: string) => number | null;
}

const textOf = (value: SqlValue | undefined): string | null =>
  value == null ? null : String(value);
const NAMED_BY_LEDGER = 'record_id';

/** The table whose row a column names in this row; null where it names none. */
function namedTable(
  column: CarriedColumn,
  row: Readonly<Record<string, unknown>>,
): CarriedTable | null {
  if (column.name !== NAMED_BY_LEDGER) return column.names;
  const ledger = row['ledger'];
  return typeof ledger === 'string' && isCarried(ledger) ? ledger : null;
}

/** Its values by field, as they travel. What names a row that is not shared is left empty. */
export function presentRow(
  form: TableForm,
  row: SqlRow,
  { gidOf }: Naming,
): Record<string, string | null> {
  const rough = new Set(
    (textOf(row['approximate']) ?? '').split(',').filter((code) => code !== ''),
  );
  const value = (column: CarriedColumn): string | null => {
    const stored = textOf(row[column.name]);
    const names = namedTable(column, row);
    if (stored === null || names === null)
      return stored !== null && rough.has(column.name) ? `${ROUGHLY}${stored}` : stored;
    return gidOf(names, Number(stored));
  };
  const values = Object.fromEntries(form.columns.map((column) => [column.name, value(column)]));
  for (const [column, kind] of Object.entries(form.typedOnly))
    if (values[kind] !== 'typed') [values[column], values[kind]] = [null, null];
  const joined = Object.entries(form.together).map(([field, columns]) => {
    const said = columns.map((column) => values[column] ?? null);
    return [field, said.every((one) => one === null) ? null : JSON.stringify(said)] as const;
  });
  // what makes its global id is told there
  const inside = new Set([...Object.values(form.together).flat(), ...(form.natural ?? [])]);
  return {
    ...Object.fromEntries(Object.entries(values).filter(([name]) => !inside.has(name))),
    ...Object.fromEntries(joined),
  };
}

/** A row names another that this book has not: it may come later in the same package. */
export class NotYetThere extends Error {
  constructor(table: string, gid: string) {
    super(`${table} ${gid}`);
  }
}

/**
 * The columns of some fields, as they are stored. @throws NotYetThere; Fault package.damaged where
 * a value is none of its column
 */
export function storedColumns(
  form: TableForm,
  fields: Readonly<Record<string, string | null>>,
  approximate: string | null,
  { idOf }: GidFinding,
): Record<string, SqlValue> {
  const values: Record<string, string | null> = {};
  for (const [field, value] of Object.entries(fields)) {
    const columns = form.together[field];
    if (columns === undefined) values[field] = value;
    else Object.assign(values, apart(columns, value));
  }
  const rough = new Set((approximate ?? '').split(',').filter((code) => code !== ''));
  const stored: Record<string, SqlValue> = {};
  for (const [name, given] of Object.entries(values)) {
    const column = form.columns.find((one) => one.name === name);
    if (column === undefined) throw unfit(`${form.table}.${name}`);
    const names = namedTable(column, values);
    if (given === null || names !== null) {
      const id = given === null || names === null ? null : idOf(names, given);
      if (given !== null && id === null) throw new NotYetThere(names ?? form.table, given);
      stored[name] = id;
      rough.delete(name);
      continue;
    }
    const isRough = column.isInteger && given.startsWith(ROUGHLY);
    const text = isRough ? given.slice(ROUGHLY.length) : given;
    if (column.isInteger && !/^-?\d{1,18}$/.test(text)) throw unfit(`${form.table}.${name}`);
    stored[name] = column.isInteger ? BigInt(text) : text;
    if (isRough) rough.add(name);
    else rough.delete(name);
  }
  return form.hasApproximate
    ? { ...stored, approximate: [...rough].toSorted().join(',') || null }
    : stored;
}

const unfit = (why: string): Fault => new Fault('package.damaged', { file: '', why });

function apart(columns: readonly string[], value: string | null): Record<string, string | null> {
  if (value === null) return Object.fromEntries(columns.map((name) => [name, null]));
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    throw unfit(columns.join());
  }
  if (!Array.isArray(read) || read.length !== columns.length) throw unfit(columns.join());
  return Object.fromEntries(
    columns.map((name, at) => {
      const part: unknown = read[at];
      if (part !== null && typeof part !== 'string') throw unfit(name);
      return [name, part];
    }),
  );
}

/** The global id of a row that is known by what it names; null where one of these is not shared. */
export function naturalGid(form: TableForm, row: SqlRow, { gidOf }: Naming): string | null {
  const parts = (form.natural ?? []).map((name) => {
    const column = form.columns.find((one) => one.name === name);
    const stored = textOf(row[name]);
    return column?.names == null || stored === null ? stored : gidOf(column.names, Number(stored));
  });
  return parts.some((part) => part === null) ? null : [form.table, ...parts].join(JOINT);
}

/**
 * What a global id says of a row that is known by what it names, as columns; null where this book
 * has not all of that.
 */
export function naturalColumns(
  form: TableForm,
  gid: string,
  { idOf }: GidFinding,
): Readonly<Record<string, bigint | string>> | null {
  const [table, ...parts] = gid.split(JOINT);
  if (form.natural === null || table !== form.table || parts.length !== form.natural.length)
    return null;
  const at: Record<string, bigint | string> = {};
  for (const [place, name] of form.natural.entries()) {
    const column = form.columns.find((one) => one.name === name);
    const part = parts[place] ?? '';
    const id = column?.names == null ? null : idOf(column.names, part);
    if (column?.names != null && id === null) return null;
    if (id !== null) at[name] = BigInt(id);
    else if (column?.isInteger === true) {
      if (!/^\d{1,9}$/.test(part)) return null;
      at[name] = BigInt(part);
    } else at[name] = part;
  }
  return at;
}

/**
 * A row of this book that stands for a global id: shared before, known by what it names, or a
 * definition of the same name.
 */
export interface RowHere {
  /** null: of it nothing but the number is left */
  readonly row: SqlRow | null;
  readonly id: number;
  readonly share: KeptShare | null;
}

export function rowOfGid(
  db: Reader,
  circle: string,
  table: CarriedTable,
  gid: string,
  finding: GidFinding,
  fields: PresentRow,
): RowHere | null {
  const form = tableForm(db, table);
  const share = shareByGid(db, circle, gid);
  if (share !== null) {
    if (share.table !== table) throw unfit(table);
    const at = naturalColumns(form, gid, finding);
    const again = at === null ? null : carriedRowAt(db, form, at);
    if (again !== null) return { row: again, id: Number(again['id']), share };
    return { row: carriedRow(db, form, share.rowId), id: share.rowId, share };
  }
  const at = form.natural === null ? namedAt(form, fields) : naturalColumns(form, gid, finding);
  const row = at === null ? null : carriedRowAt(db, form, at);
  if (row === null) return null;
  const id = Number(row['id']);
  return form.named !== null && shareOfRow(db, circle, table, id) !== null
    ? null
    : { row, id, share: null };
}

function namedAt(form: TableForm, fields: PresentRow): Record<string, string | bigint> | null {
  if (form.named === null || fields === null) return null;
  const at: Record<string, string | bigint> = {};
  for (const name of form.named) {
    const value = fields[name] ?? null;
    const column = form.columns.find((one) => one.name === name);
    if (value === null || column === undefined) return null;
    at[name] = column.isInteger ? BigInt(value) : value;
  }
  return at;
}
