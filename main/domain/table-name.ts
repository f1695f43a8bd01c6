/**
 * The names of printed tables: those that a page, a ledger or a chart opens by itself, and those
 * that the list of tables has told; and what tables are printed for. Any other text does not
 * compile.
 */

export type NamedTable =
  | 'arrivals'
  | 'change-sheet'
  | 'chase-list'
  | 'consistency'
  | 'coordination'
  | 'figure-source'
  | 'follow-up'
  | 'four-batches'
  | 'gate'
  | 'lead-ledger'
  | 'lead-quota'
  | 'ledger-rollup'
  | 'meeting-agenda'
  | 'monthly-bulletin'
  | 'pace'
  | 'payment-slip'
  | 'project-card'
  | 'project-ledger'
  | 'project-rollup'
  | 'rectification'
  | 'reminders'
  | 'report-cover'
  | 'rewards'
  | 'score-details'
  | 'scores'
  | 'supervision-slip'
  | 'target-breakdown'
  | 'tasks'
  | 'war-sheet';

/** What tables are printed for, in the order in which they are listed. */
export const TABLE_PURPOSES = [
  'targets',
  'progress',
  'scoring',
  'projects',
  'tasks',
  'leads',
  'ledgers',
] as const;
export type TablePurpose = (typeof TABLE_PURPOSES)[number];

declare const listed: unique symbol;
/** A name that the list of tables has told: nobody else makes one. */
export type ListedName = string & { readonly [listed]: true };
