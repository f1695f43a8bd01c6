/** A planned record as it is stored: its values, its units by number, its marks. */
import { storedOf } from '../../data/ledgers/columns.ts';
import { marksOf } from '../../data/records/history.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field, Ledger, Value } from '../../domain/ledgers/field.ts';
import type { PlannedRecord } from './import-plan.ts';
import { hasMarks } from '../records/query.ts';
import type { Patch } from '../book/rule.ts';

export type UnitIds = ReadonlyMap<string, number>;

export const isMarkedRecord = ({ approximate, extra }: PlannedRecord): boolean =>
  approximate.length > 0 || extraMarks(extra) !== null;

/** What stores a value: a unit by its number. */
export const storingWith =
  (units: UnitIds) =>
  (field: Field, value: Value): SqlValue =>
    field.kind === 'unit' && value !== null ? unitIdNamed(units, value) : storedOf(field, value);

export function storedPatch(ledger: Ledger, { values }: PlannedRecord, units: UnitIds): Patch {
  const [row, storing]: [Patch, ReturnType<typeof storingWith>] = [{}, storingWith(units)];
  for (const field of ledger.fields)
    if (field.computed !== true && values.names(field.code))
      row[field.code] = values.stored(field, storing);
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

/**
 * A figure written anew is approximate as its source says; other columns of the sheet join what was
 * kept before.
 */
export function marksAfter(
  writing: Writing,
  ledger: Ledger,
  id: number,
  record: PlannedRecord,
): Patch {
  const { approximate, extra } = marksOf(writing.db, ledger, id);
  const codes = [
    ...approximate.filter((code) => !record.values.names(code)),
    ...record.approximate.filter((code) => record.values.names(code)),
  ];
  return { approximate: approximateMarks(codes), extra: extraMarks({ ...extra, ...record.extra }) };
}
