/**
 * What the office decides (settings, and what it confirmed of headers) gets numbers, so that the
 * audit can speak of it and take it back.
 */
import type { Migration } from './migration.ts';

export const decidedRows: Migration = {
  version: 15,
  sql: `
CREATE TABLE setting_kept (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;
INSERT INTO setting_kept (key, value) SELECT key, value FROM setting ORDER BY key;
DROP TABLE setting;
ALTER TABLE setting_kept RENAME TO setting;

CREATE TABLE profile_kept (
  id INTEGER PRIMARY KEY, shape TEXT NOT NULL, import_id INTEGER NOT NULL REFERENCES import (id), name TEXT NOT NULL, ledger TEXT NOT NULL,
  answers TEXT NOT NULL, used_at TEXT NOT NULL, UNIQUE (shape, import_id)
) STRICT;
INSERT INTO profile_kept (shape, import_id, name, ledger, answers, used_at)
  SELECT shape, import_id, name, ledger, answers, used_at FROM profile ORDER BY shape, import_id;
DROP TABLE profile;
ALTER TABLE profile_kept RENAME TO profile;
`,
};
