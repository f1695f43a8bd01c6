/**
 * Records of a ledger as scores read them: a name, one figure, whose they are and when they
 * happened, and nothing else of a wide row.
 */
import type { Field } from '../../domain/ledgers/field.ts';
import { storedCell } from '../ledgers/columns.ts';
import type { Reader } from '../open.ts';
import { askTuples, askValues, tupleShape } from '../rows.ts';
import { whereOf, type Selection } from '../records/records.ts';

export interface ScoreRow {
  readonly id: number;
  readonly name: string;
  /** the field's stored integer; null also where no field is asked for */
  readonly value: bigint | null;
  /** what the value is in, where records of the ledger may differ in it */
  readonly currency: string | null;
  /** who it says it is of: a unit's name, or the words of the cell */
  readonly owner: string;
  readonly date: string | null;
  /** names of the units that the record speaks of */
  readonly units: readonly string[];
}
export interface ScoreColumns {
  readonly value: Field | null;
  readonly currency: Field | null;
  /** null: nobody is asked for, the credits say */
  readonly owner: Field | null;
  readonly date: Field | null;
  readonly units: readonly Field[];
}

/** By id. */
export function scoreRows(
  db: Reader,
  selection: Selection,
  columns: ScoreColumns,
): readonly ScoreRow[] {
  const { ledger } = selection;
  const { where, params } = whereOf(selection);
  const words = (field: Field): string =>
    field.kind === 'unit'
      ? `(SELECT name FROM unit WHERE id = ${storedCell(ledger, field)})`
      : storedCell(ledger, field);
  const name = ledger.fields.find((field) => field.code === ledger.nameField);
  const wanted = [
    name === undefined ? "''" : words(name),
    ...[columns.value, columns.currency, columns.owner, columns.date].map((field) =>
      field === null ? 'NULL' : words(field),
    ),
    ...columns.units.map(words),
  ];
  const row = tupleShape(
    'integer',
    'text?',
    'bigint?',
    'text?',
    'text?',
    'text?',
    ...columns.units.map(() => 'text?' as const),
  );
  const sql = `SELECT ${ledger.code}.id, ${wanted.join(', ')} FROM ${ledger.code} ${where} ORDER BY ${ledger.code}.id`;
  const rows = askTuples(db, row, sql, ...params);
  return rows.map(([id, title, value, currency, owner, date, ...units]) => ({
    id,
    name: title ?? '',
    value,
    currency,
    owner: owner ?? '',
    date,
    units: units.flatMap((unit) => unit ?? []),
  }));
}

/** Ids of a selection, in no order. */
export function idsOfSelection(db: Reader, selection: Selection): ReadonlySet<number> {
  const { where, params } = whereOf(selection);
  const sql = `SELECT ${selection.ledger.code}.id FROM ${selection.ledger.code} ${where}`;
  return new Set(askValues(db, 'integer', sql, ...params));
}
