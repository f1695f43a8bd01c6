/** The definitions of ledgers that users define; each has a table of its own, made when it is. */
import type { Migration } from './migration.ts';

export const ownLedgerTables: Migration = {
  version: 7,
  sql: `
CREATE TABLE own_ledger (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (code GLOB 'own_[a-z0-9]*'), version INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT;
`,
};
