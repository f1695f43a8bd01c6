/** What single ledgers do beside writing their columns: code by ledger, so that the field lists stay plain lists. */
import type { SqlValue, Writing } from '../data/write.ts';
import type { Ledger } from '../domain/ledgers/field.ts';
import type { AnyCode, LedgerCode } from '../domain/ledgers/index.ts';
import { arrivalRule } from './arrivals.ts';
import { ownRule } from './own-records.ts';
import { projectRule } from './project-edit.ts';
import { stateRule } from './states.ts';
import { taskRule } from './task-tree.ts';
import { unitRule } from './units.ts';

export type Stored = Readonly<Record<string, SqlValue>>;
export type Patch = Record<string, SqlValue>;

export interface Rule {
  /** inserts a row where that is more than its columns; answers its id */
  readonly insert?: (writing: Writing, row: Patch) => number;
  /** fills in, before a new row is inserted, what follows from its other values */
  readonly complete?: (row: Patch, ledger: Ledger) => void;
  /** writes what hangs on a row just inserted */
  readonly created?: (writing: Writing, ledger: Ledger, id: number, row: Stored) => void;
  /** adjusts what is about to be written to a row, and writes what hangs on it */
  readonly edited?: (writing: Writing, ledger: Ledger, id: number, before: Stored, patch: Patch) => void;
  /** refuses, before a row is removed */
  readonly removing?: (writing: Writing, id: number, before: Stored) => void;
}

const RULES: Partial<Record<LedgerCode, Rule>> = { project: projectRule, arrival: arrivalRule, rectification: stateRule, task: taskRule, unit: unitRule };

export const ruleOf = (ledger: Ledger): Rule => (ledger.own === undefined ? (RULES[ledger.code as LedgerCode] ?? {}) : ownRule);

/** Inserts a record with what its ledger adds. Values as stored. Answers its id. */
export function insertRecord(writing: Writing, ledger: Ledger, row: Patch): number {
  const rule = ruleOf(ledger);
  rule.complete?.(row, ledger);
  const id = rule.insert?.(writing, row) ?? writing.insert(ledger.code as AnyCode, row);
  rule.created?.(writing, ledger, id, row);
  return id;
}

/** Writes what differs, with what its ledger adds; a day takes the place of the words that stood for it. */
export function updateRecord(writing: Writing, ledger: Ledger, id: number, before: Stored, patch: Patch): void {
  for (const [day, words] of Object.entries(ledger.words ?? {})) if ((patch[day] ?? null) !== null && patch[words] === undefined) patch[words] = null;
  ruleOf(ledger).edited?.(writing, ledger, id, before, patch);
  writing.update(ledger.code as AnyCode, id, patch);
}
