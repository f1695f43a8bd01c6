/** How an import finds records of any ledger again: by what they are called. */
import { fieldOf, type Ledger, type Value } from '../../domain/ledgers/field.ts';
import { wireOf } from '../ledgers/columns.ts';
import type { Reader } from '../open.ts';
import { askLoose, askRows, askValue, shape, type RowOf, type SqlValue } from '../rows.ts';

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
  const fields = told.map((code) => fieldOf(ledger, code));
  const columns = fields.map(({ code, kind }) =>
    kind === 'unit' ? `(SELECT name FROM unit WHERE id = ${ledger.code}.${code}) AS ${code}` : code,
  );
  const sql = `SELECT id, ${columns.join(', ')} FROM ${ledger.code} WHERE ${field} = ?`;
  return askLoose(db, sql, text).map((row) => ({
    id: Number(row['id']),
    values: Object.fromEntries(fields.map((one) => [one.code, wireOf(one, row[one.code] ?? null)])),
  }));
}

const NAME = shape({ id: 'integer', name: 'text', code: 'text?' });
/** Every record's name and code. */
export function namesOfRecords(db: Reader, ledger: Ledger): readonly RowOf<typeof NAME>[] {
  return askRows(
    db,
    NAME,
    `SELECT id, ${ledger.nameField} AS name, ${ledger.codeField ?? 'NULL'} AS code FROM ${ledger.code}`,
  );
}

/** The name of another record whose field has the value; null where none has. */
export const nameWith = (
  db: Reader,
  ledger: Ledger,
  field: string,
  value: SqlValue,
  besides: number | null,
): string | null =>
  value === null
    ? null
    : askValue(
        db,
        'text?',
        `SELECT ${ledger.nameField} FROM ${ledger.code} WHERE ${field} = ? AND id IS NOT ? LIMIT 1`,
        value,
        besides,
      );
