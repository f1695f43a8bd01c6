/** What single ledgers do beside writing their columns: code by ledger, so that the field lists stay plain lists. */
import type { Writing } from '../data/write.ts';
import type { Ledger } from '../domain/ledgers/field.ts';
import type { AnyCode, LedgerCode } from '../domain/ledgers/index.ts';
import { arrivalRule } from './projects/arrivals.ts';
import { ownRule } from './own-ledgers/own-records.ts';
import { projectRule } from './projects/project-edit.ts';
import { stateRule } from './tasks/states.ts';
import { taskRule } from './tasks/task-tree.ts';
import { unitRule } from './units/units.ts';
import type { Rule, Patch, Stored } from './records/rule.ts';

const RULES: Partial<Record<LedgerCode, Rule>> = {
  project: projectRule,
  arrival: arrivalRule,
  rectification: stateRule,
  task: taskRule,
  unit: unitRule,
};

export const ruleOf = (ledger: Ledger): Rule =>
  ledger.own === undefined ? (RULES[ledger.code as LedgerCode] ?? {}) : ownRule;

/** Inserts a record with what its ledger adds. Values as stored. Answers its id. */
export function insertRecord(writing: Writing, ledger: Ledger, row: Patch): number {
  const rule = ruleOf(ledger);
  rule.complete?.(row, ledger);
  const id = rule.insert?.(writing, row) ?? writing.insert(ledger.code as AnyCode, row);
  rule.created?.(writing, ledger, id, row);
  return id;
}

/** Writes what differs, with what its ledger adds; a day takes the place of the words that stood for it. */
export function updateRecord(
  writing: Writing,
  ledger: Ledger,
  id: number,
  before: Stored,
  patch: Patch,
): void {
  for (const [day, words] of Object.entries(ledger.words ?? {}))
    if ((patch[day] ?? null) !== null && patch[words] === undefined) patch[words] = null;
  ruleOf(ledger).edited?.(writing, ledger, id, before, patch);
  writing.update(ledger.code as AnyCode, id, patch);
}
