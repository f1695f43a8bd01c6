/**
 * Steps of a column, an index or a plain table, one after the other: what is more has a file of its
 * own beside this one.
 */
import type { Migration } from './migration.ts';

export const smallSteps: readonly Migration[] = [
  {
    // the leads that became a project are looked up by its name, not looked for among all
    version: 11,
    sql: 'CREATE INDEX lead_project ON lead (project) WHERE project IS NOT NULL;',
  },
  {
    // what a year's settling needs, and as of when a list told a stage
    version: 14,
    sql: `
-- part: the label of the item's part that the event counts under; null where the item has only one
ALTER TABLE score_event ADD COLUMN part TEXT;
-- adjustment: why more is due (补差) or something comes back (应扣, a negative amount); null of the award's own instalments
ALTER TABLE reward_instalment ADD COLUMN adjustment TEXT;
-- fraction: 1/3, where the share is no whole hundredth of a percent
ALTER TABLE reward_share ADD COLUMN fraction TEXT;
-- told: as of which day or month a list said so; the day of the move itself is not known by it
ALTER TABLE stage_event ADD COLUMN told TEXT;
`,
  },
  {
    // a ledger's views under names of the office's; content: JSON of a KeptView
    version: 16,
    sql: `
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, UNIQUE (ledger, name)
) STRICT;
`,
  },
  {
    // of which time a table was, who sent it, and what of an import did not come in, in the words
    // that were shown
    version: 17,
    sql: `
ALTER TABLE import_table ADD COLUMN year INTEGER;
ALTER TABLE import_table ADD COLUMN month INTEGER;
ALTER TABLE import_table ADD COLUMN sender TEXT;
CREATE TABLE import_left_out (
  import_id INTEGER NOT NULL REFERENCES import (id), number INTEGER NOT NULL, place TEXT NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;
`,
  },
  {
    // files of any record; hash: SHA-256 of the content, by which the file is called in the folder
    // attachments/
    version: 18,
    sql: `
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, bytes INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_record ON attachment (ledger, record_id);
`,
  },
];
