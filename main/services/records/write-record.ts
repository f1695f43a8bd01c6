/** Writing one record with what its ledger adds to its columns. */
import type { Writing } from '../../data/write.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { AnyCode } from '../../domain/ledgers/index.ts';
import type { Patch, RecordRules, Stored } from '../book/rule.ts';

/** Inserts a record with what its ledger adds. Values as stored. Answers its id. */
export function insertRecord(
  rules: RecordRules,
  writing: Writing,
  ledger: Ledger,
  row: Patch,
): number {
  const rule = rules(ledger);
  rule.complete?.(row, ledger);
  const id = rule.insert?.(writing, row) ?? writing.insert(ledger.code as AnyCode, row);
  rule.created?.(writing, ledger, id, row);
  return id;
}

/**
 * Writes what differs, with what its ledger adds; a day takes the place of the words that stood for
 * it.
 */
export function updateRecord(
  rules: RecordRules,
  writing: Writing,
  ledger: Ledger,
  id: number,
  before: Stored,
  patch: Patch,
): void {
  for (const [day, words] of Object.entries(ledger.words ?? {}))
    if ((patch[day] ?? null) !== null && patch[words] === undefined) patch[words] = null;
  rules(ledger).edited?.(writing, ledger, id, before, patch);
  writing.update(ledger.code as AnyCode, id, patch);
}
