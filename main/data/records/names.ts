/** How an import finds records of any ledger again: by what they are called. */
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import { prepared, type Reader } from '../open.ts';

/** The records whose field holds exactly this text, with the fields that identify them; units by name. */
export function recordsNamed(
  db: Reader,
  ledger: Ledger,
  field: string,
  text: string,
): readonly { readonly id: number; readonly values: Readonly<Record<string, Value>> }[] {
  const told = [
    ...new Set([...(ledger.codeField === undefined ? [] : [ledger.codeField]), ...ledger.identity]),
  ];
  const isUnit = (code: string): boolean =>
    ledger.fields.some((one) => one.code === code && one.kind === 'unit');
  const columns = told.map((code) =>
    isUnit(code) ? `(SELECT name FROM unit WHERE id = ${ledger.code}.${code}) AS ${code}` : code,
  );
  const rows = prepared(
    db,
    `SELECT id, ${columns.join(', ')} FROM ${ledger.code} WHERE ${field} = ?`,
  ).all(text) as (Readonly<Record<string, Value>> & { readonly id: number })[];
  return rows.map((row) => ({ id: row.id, values: row }));
}

/** Every record's name and code. */
export function namesOf(
  db: Reader,
  ledger: Ledger,
): readonly { readonly id: number; readonly name: string; readonly code: string | null }[] {
  return prepared(
    db,
    `SELECT id, ${ledger.nameField} AS name, ${ledger.codeField ?? 'NULL'} AS code FROM ${ledger.code}`,
  ).all() as { id: number; name: string; code: string | null }[];
}
