/** A planned record as it is stored: its values, its units by number, its marks. */
import { storedOf } from '../../data/ledgers/columns.ts';
import { marksOf } from '../../data/records/history.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field, Ledger, Value } from '../../domain/ledgers/field.ts';
import { plannedFigureOf, type PlannedRecord, type TableFigures } from './import-plan.ts';
import { hasMarks } from '../records/query.ts';
import type { Patch } from '../book/rule.ts';

export type UnitIds = ReadonlyMap<string, number>;

export const isMarkedRecord = ({ approximate, extra }: PlannedRecord): boolean =>
  approximate.length > 0 || extraMarks(extra) !== null;

/** Every code that some record has. Most rows of a sheet have the same in the same order, which costs no look-up. */
export function codesUsedBy(records: readonly PlannedRecord[]): ReadonlySet<string> {
  const used = new Set<string>();
  let like: readonly string[] = [];
  let table: TableFigures | undefined;
  for (const { values, figures } of records) {
    let at = 0;
    let same = true;
    for (const code in values) same = like[at++] === code && same;
    if (!same) for (const code of (like = Object.keys(values))) used.add(code);
    if (figures?.of !== table)
      for (const code of (table = figures?.of)?.keys() ?? []) used.add(code);
  }
  return used;
}

export const storedValueOf = (field: Field, value: Value, units: UnitIds): SqlValue =>
  field.kind === 'unit' && value !== null ? unitIdNamed(units, value) : storedOf(field, value);

export function storedPatch(ledger: Ledger, record: PlannedRecord, units: UnitIds): Patch {
  const row: Patch = {};
  for (const field of ledger.fields) {
    const value = record.values[field.code];
    const figure =
      value === undefined || value === null ? plannedFigureOf(record, field.code) : null;
    if (figure !== null) row[field.code] = figure;
    else if (value !== undefined && field.computed !== true)
      row[field.code] = storedValueOf(field, value, units);
  }
  return row;
}

export function unitIdNamed(units: UnitIds, name: string): number {
  const id = units.get(name);
  if (id === undefined) throw new Fault('unit.unknown', { name });
  return id;
}

export const plannedCredits = (
  credits: NonNullable<PlannedRecord['credits']>,
  units: UnitIds,
): readonly { unit: number; share: number }[] =>
  credits.map((credit) => ({
    unit: unitIdNamed(units, credit.unit),
    share: Math.round(Number(credit.percent) * 100),
  }));

export const approximateMarks = (codes: readonly string[]): string | null =>
  codes.length === 0 ? null : codes.join(',');

export function extraMarks(extra: Readonly<Record<string, string>>): string | null {
  for (const _ in extra) return JSON.stringify(extra);
  return null;
}

export const marksOfNew = (ledger: Ledger, record: PlannedRecord): Patch =>
  hasMarks(ledger)
    ? { approximate: approximateMarks(record.approximate), extra: extraMarks(record.extra) }
    : {};

/** A figure written anew is approximate as its source says; other columns of the sheet join what was kept before. */
export function marksAfter(
  writing: Writing,
  ledger: Ledger,
  id: number,
  record: PlannedRecord,
): Patch {
  const { approximate, extra } = marksOf(writing.db, ledger, id);
  const codes = [
    ...approximate.filter((code) => record.values[code] === undefined),
    ...record.approximate.filter((code) => record.values[code] !== undefined),
  ];
  return { approximate: approximateMarks(codes), extra: extraMarks({ ...extra, ...record.extra }) };
}
