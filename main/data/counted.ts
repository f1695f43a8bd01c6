/** Counts and sums of a ledger's records by the unit they count for. */
import type { Field } from '../domain/ledgers/field.ts';
import { stored } from './columns.ts';
import { projectOf, whereOf, type Selection } from './records.ts';
import type { Reader } from './open.ts';
import type { SqlValue } from './write.ts';

export interface Tally {
  readonly records: number;
  /** stored integers of the field (分, scaled decimals), or the number of records; × 10^4 where shared by credits */
  readonly total: bigint;
}
export interface UnitTally extends Tally {
  /** null: records that name no unit */
  readonly unit: number | null;
}

const tallyOf = (row: { readonly n: bigint; readonly total: bigint | null }): Tally => ({ records: Number(row.n), total: row.total ?? 0n });

/** Every record once, whoever it counts for. `sum` null counts records. */
export function tally(db: Reader, selection: Selection, sum: Field | null): Tally {
  const { where, params } = whereOf(selection);
  const value = sum === null ? 'count(*)' : `sum(${stored(selection.ledger, sum)})`;
  return tallyOf(ask(db, `SELECT count(*) AS n, ${value} AS total FROM ${selection.ledger.code} ${where}`, params)[0] ?? { n: 0n, total: 0n });
}

export function tallyByUnit(db: Reader, selection: Selection, sum: Field | null, unit: Field): readonly UnitTally[] {
  const { where, params } = whereOf(selection);
  const value = sum === null ? 'count(*)' : `sum(${stored(selection.ledger, sum)})`;
  return unitTallies(ask(db, `SELECT ${stored(selection.ledger, unit)} AS unit, count(*) AS n, ${value} AS total FROM ${selection.ledger.code} ${where} GROUP BY 1`, params));
}

/** Totals × 10^4: a record counts for each unit by its share in 1/100 %. */
export function tallyByCredit(db: Reader, selection: Selection, sum: Field | null): readonly UnitTally[] {
  const { where, params } = whereOf(selection);
  const value = sum === null ? 'sum(credited.share)' : `sum(${stored(selection.ledger, sum)} * credited.share)`;
  return unitTallies(ask(db, `SELECT credited.unit_id AS unit, count(*) AS n, ${value} AS total FROM ${selection.ledger.code} LEFT JOIN credited ON credited.project_id = ${projectOf(selection.ledger)} ${where} GROUP BY 1`, params));
}

interface Row {
  readonly unit?: bigint | null;
  readonly n: bigint;
  readonly total: bigint | null;
}
const ask = (db: Reader, sql: string, params: readonly SqlValue[]): readonly Row[] => db.prepare(sql).safeIntegers(true).all(...params) as Row[];
const unitTallies = (rows: readonly Row[]): readonly UnitTally[] => rows.map((row) => ({ unit: row.unit == null ? null : Number(row.unit), ...tallyOf(row) }));
