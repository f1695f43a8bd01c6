/** A planned record's values in wire form, wherever they are kept. */
import { fieldOf, type Ledger, type Value } from '../../main/domain/ledgers/field.ts';
import { plannedValueOf, type PlannedRecord } from '../../main/services/imports/import-plan.ts';

export function wiredOf(
  ledger: Ledger | null | undefined,
  record: PlannedRecord | undefined,
): Record<string, Value> {
  if (!ledger || record === undefined) return {};
  return Object.fromEntries(
    [...Object.keys(record.values), ...(record.figures?.of.keys() ?? [])].map((code) => [
      code,
      plannedValueOf(record, fieldOf(ledger, code)),
    ]),
  );
}
