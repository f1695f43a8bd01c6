/** Counts and sums of a ledger's records by the unit they count for. */
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { storedCell } from '../ledgers/columns.ts';
import { projectOf, whereOf, type Selection } from './records.ts';
import type { Reader } from '../open.ts';
import { askRows, shape } from '../rows.ts';

export interface CountedTally {
  readonly records: number;
  /**
   * stored integers of the field (分, scaled decimals), or the number of records; × 10^4 where
   * shared by credits
   */
  readonly total: bigint;
  /** null where amounts are not told apart */
  readonly currency: string | null;
  /** of amounts in another currency than 元 */
  readonly day: string | null;
}
export interface UnitTally extends CountedTally {
  /** null: records that name no unit */
  readonly unit: number | null;
}
/**
 * Amounts in several currencies are tallied by currency, and by day but for 元: a rate may be the
 * day's.
 */
export interface Apart {
  readonly currency: Field;
  readonly date: Field | null;
}

/** Every record once, whoever it counts for. `sum` null counts records. */
export const tallyRecords = (
  db: Reader,
  selection: Selection,
  sum: Field | null,
  apart: Apart | null,
): readonly CountedTally[] => ask(db, selection, 'NULL', valueOf(selection.ledger, sum), apart);

export const tallyByUnit = (
  db: Reader,
  selection: Selection,
  sum: Field | null,
  unit: Field,
  apart: Apart | null,
): readonly UnitTally[] =>
  ask(db, selection, storedCell(selection.ledger, unit), valueOf(selection.ledger, sum), apart);

/** Totals × 10^4: a record counts for each unit by its share in 1/100 %. */
export function tallyByCredit(
  db: Reader,
  selection: Selection,
  sum: Field | null,
  apart: Apart | null,
): readonly UnitTally[] {
  const value =
    sum === null
      ? 'sum(credited.share)'
      : `sum(${storedCell(selection.ledger, sum)} * credited.share)`;
  return ask(
    db,
    selection,
    'credited.unit_id',
    value,
    apart,
    `LEFT JOIN credited ON credited.project_id = ${projectOf(selection.ledger)}`,
  );
}

const valueOf = (ledger: Ledger, sum: Field | null): string =>
  sum === null ? 'count(*)' : `sum(${storedCell(ledger, sum)})`;

const TALLY = shape({
  unit: 'integer?',
  currency: 'text?',
  day: 'text?',
  records: 'integer',
  total: 'bigint?',
});

function ask(
  db: Reader,
  selection: Selection,
  unit: string,
  value: string,
  apart: Apart | null,
  join = '',
): readonly UnitTally[] {
  const { where, params } = whereOf(selection);
  const { ledger } = selection;
  const currency =
    apart === null ? 'NULL' : `coalesce(${storedCell(ledger, apart.currency)}, 'CNY')`;
  const day =
    apart?.date == null
      ? 'NULL'
      : `CASE ${currency} WHEN 'CNY' THEN NULL ELSE ${storedCell(ledger, apart.date)} END`;
  const sql = `SELECT ${unit} AS unit, ${currency} AS currency, ${day} AS day, count(*) AS records, ${value} AS total FROM ${ledger.code} ${join} ${where} GROUP BY 1, 2, 3`;
  const rows = askRows(db, TALLY, sql, ...params);
  return rows.map((row) => ({ ...row, total: row.total ?? 0n }));
}
