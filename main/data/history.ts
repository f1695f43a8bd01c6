/** Where a record came from and what happened to it: origins of imports, and the audit told field by field. */
import type { Ledger, Value } from '../domain/ledgers/field.ts';
import { wireOf } from './columns.ts';
import type { Reader } from './open.ts';

/** The newest change: as long as it stays, nothing was written. */
export const lastChange = (db: Reader): number => Number(db.prepare('SELECT max(id) FROM change').pluck().get());

/** Field codes kept as one text: "total_investment,land_mu". */
export const codesOf = (text: string | null): readonly string[] => (text ?? '').split(',').filter((code) => code !== '');

export interface OriginRow {
  readonly import: number;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly columns: Readonly<Record<string, string>>;
  readonly at: string;
}

/** Newest import first; `row` counts from 1 as the sheet shows it. */
export function originsOf(db: Reader, ledger: string, id: number): readonly OriginRow[] {
  const rows = db
    .prepare(
      `SELECT origin.import_id AS import, import.file, import_table.sheet, origin.row, import_table.columns, import.at
       FROM origin JOIN import ON import.id = origin.import_id
       JOIN import_table ON import_table.import_id = origin.import_id AND import_table.number = origin.table_number
       WHERE origin.ledger = ? AND origin.record_id = ? ORDER BY origin.id DESC`,
    )
    .all(ledger, id) as (Omit<OriginRow, 'columns'> & { columns: string })[];
  return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) as Record<string, string> }));
}

export interface ChangeRow {
  readonly at: string;
  readonly who: string;
  readonly what: 'created' | 'changed' | 'removed' | 'restored';
  readonly fields: readonly { readonly field: string; readonly before: Value; readonly after: Value }[];
  readonly import: number | null;
}

interface AuditRow {
  at: string;
  who: string;
  operation: 'created' | 'changed' | 'removed';
  before: string | null;
  after: string | null;
  import_id: number | null;
  undoes: number | null;
}

/** Newest first. */
export function changesOf(db: Reader, ledger: Ledger, id: number): readonly ChangeRow[] {
  const rows = db
    .prepare(
      `SELECT change.at, change.who, operation, before, after, change.import_id, change.undoes
       FROM audit JOIN change ON change.id = audit.change_id WHERE "table" = ? AND row_id = ? ORDER BY audit.id DESC LIMIT 200`,
    )
    .all(ledger.code, id) as AuditRow[];
  return rows.map((row) => ({ at: row.at, who: row.who, what: row.undoes === null || row.operation === 'removed' ? row.operation : 'restored', fields: row.operation === 'changed' ? fieldsOf(db, ledger, row) : [], import: row.import_id }));
}

function fieldsOf(db: Reader, ledger: Ledger, row: AuditRow): ChangeRow['fields'] {
  const before = JSON.parse(row.before ?? '{}') as Record<string, string | null>;
  const after = JSON.parse(row.after ?? '{}') as Record<string, string | null>;
  const show = (code: string, value: string | null): Value => {
    const field = ledger.fields.find((one) => one.code === code);
    if (field === undefined || value === null) return value;
    if (field.kind === 'unit') return (db.prepare('SELECT name FROM unit WHERE id = ?').pluck().get(Number(value)) as string | undefined) ?? null;
    return wireOf(field, value);
  };
  return Object.keys(after).map((code) => ({ field: code, before: show(code, before[code] ?? null), after: show(code, after[code] ?? null) }));
}
