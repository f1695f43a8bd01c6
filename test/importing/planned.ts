/** A planned record's values in wire form. */
import type { Ledger, Value } from '../../main/domain/ledgers/field.ts';
import type { PlannedRecord } from '../../main/services/imports/import-plan.ts';
import { PlannedValues } from '../../main/services/imports/planned-values.ts';

export function wiredOf(
  ledger: Ledger | null | undefined,
  record: PlannedRecord | undefined,
): Record<string, Value> {
  if (!ledger || record === undefined) return {};
  return Object.fromEntries(
    [...PlannedValues.codesOf([record.values])].map((code) => [code, record.values.get(code)]),
  );
}
