/** How an import finds records of any ledger again: by what they are called. */
import { fieldOf, type Ledger, type Value } from '../../domain/ledgers/field.ts';
import { wireOf } from '../ledgers/columns.ts';
import type { Reader } from '../open.ts';
import { askLoose, askRows, askValue, shape, type RowOf, type SqlValue } from '../rows.ts';

/**
 * The records whose field holds exactly this text, with the fields that identify them; units by
 * name.
 */
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

const NAME = shape({ id: 'integer', name: 'text!', code: 'text?' });
/** Every record's name and code. */
export function namesOfRecords(db: Reader, ledger: Ledger): readonly RowOf<typeof NAME>[] {
  return askRows(
    db,
    NAME,
    `SELECT id, ${ledger.nameField} AS name, ${ledger.codeField ?? 'NULL'} AS code FROM ${ledger.code} WHERE ${ledger.nameField} IS NOT NULL`,
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

/** By ledger: the unit that answers for a record, and what is over and done with. */
const IN_HAND: Readonly<Record<string, { readonly unit: string; readonly where: string }>> = {
  project: { unit: 'responsible_unit', where: "stage IS NULL OR stage <> 'dropped'" },
  task: { unit: 'lead_unit', where: "state <> 'closed'" },
  rectification: { unit: 'unit', where: "state <> 'closed'" },
};

const RECORD_IN_HAND = shape({ id: 'integer', name: 'text', unit: 'text?' });
/**
 * The records that a full list would have, each with its unit's name; null of other ledgers, and
 * where there are more than `most`.
 */
export function recordsInHand(
  db: Reader,
  ledger: Ledger,
  most: number,
): readonly RowOf<typeof RECORD_IN_HAND>[] | null {
  const told = IN_HAND[ledger.code];
  if (told === undefined) return null;
  const rows = askRows(
    db,
    RECORD_IN_HAND,
    `SELECT ${ledger.code}.id, ${ledger.code}.${ledger.nameField} AS name, unit.name AS unit FROM ${ledger.code}
     LEFT JOIN unit ON unit.id = ${ledger.code}.${told.unit} WHERE ${told.where} ORDER BY ${ledger.code}.id LIMIT ?`,
    most + 1,
  );
  return rows.length > most ? null : rows;
}

/** Of the records those still in hand, with their names. */
export const namesInHand = (
  db: Reader,
  ledger: Ledger,
  ids: readonly number[],
): readonly { readonly id: number; readonly name: string }[] =>
  askRows(
    db,
    NAMED,
    `SELECT id, ${ledger.nameField} AS name FROM ${ledger.code} WHERE id IN (SELECT value FROM json_each(?)) AND (${IN_HAND[ledger.code]?.where ?? 'TRUE'}) ORDER BY id`,
    JSON.stringify(ids),
  ).map(({ id, name }) => ({ id, name: name ?? '' }));
const NAMED = shape({ id: 'integer', name: 'text?' });
