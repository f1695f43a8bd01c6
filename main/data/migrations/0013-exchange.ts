/**
 * Packages: which offices this book exchanges with, what was sent and received, and what each
 * shared row was when both sides last knew it.
 */
import type { Migration } from './migration.ts';

export const exchangeTables: Migration = {
  version: 13,
  sql: `
CREATE TABLE partner (
  id INTEGER PRIMARY KEY, circle TEXT NOT NULL, book TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('upper','lower')),
  name TEXT NOT NULL, unit_id INTEGER REFERENCES unit (id), key TEXT NOT NULL, met TEXT NOT NULL, UNIQUE (circle, book)
) STRICT;

CREATE TABLE parcel (
  id INTEGER PRIMARY KEY, direction TEXT NOT NULL CHECK (direction IN ('in','out')), kind TEXT NOT NULL CHECK (kind IN ('task','report','return')),
  circle TEXT NOT NULL, book TEXT NOT NULL, unit_id INTEGER REFERENCES unit (id), year INTEGER NOT NULL, month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  number INTEGER NOT NULL, fingerprint TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX parcel_period ON parcel (year, month, kind, unit_id);
CREATE INDEX parcel_unit ON parcel (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE shared_row (
  id INTEGER PRIMARY KEY, circle TEXT NOT NULL, of_table TEXT NOT NULL, row_id INTEGER NOT NULL, -- the row keeps its number when it is gone
  unit_id INTEGER, -- the lower office that it is exchanged with; null: with all
  gid TEXT NOT NULL, removed TEXT, fields TEXT NOT NULL CHECK (json_valid(fields)), UNIQUE (circle, gid)
) STRICT;
CREATE INDEX shared_row_row ON shared_row (of_table, row_id, circle);
CREATE INDEX shared_row_unit ON shared_row (circle, unit_id, of_table);
`,
};
