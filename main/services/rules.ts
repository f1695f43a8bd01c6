/**
 * What single ledgers do beside writing their columns: code by ledger, so that the field lists stay
 * plain lists. The entries hand it to the book.
 */
import type { LedgerCode } from '../domain/ledgers/index.ts';
import type { RecordRules, LedgerRule } from './book/rule.ts';
import { arrivalRule } from './projects/arrivals.ts';
import { ownRule } from './own-ledgers/own-records.ts';
import { projectRule } from './projects/project-edit.ts';
import { stateRule } from './tasks/states.ts';
import { taskRule } from './tasks/task-tree.ts';
import { unitRule } from './units/units.ts';

const RULES: Partial<Record<LedgerCode, LedgerRule>> = {
  project: projectRule,
  arrival: arrivalRule,
  rectification: stateRule,
  task: taskRule,
  unit: unitRule,
};

export const recordRules: RecordRules = (ledger) =>
  ledger.own === undefined ? (RULES[ledger.code as LedgerCode] ?? {}) : ownRule;
