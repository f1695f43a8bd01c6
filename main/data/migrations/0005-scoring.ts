/**
 * Schemes (考核办法) by year and version, what people enter under their items, who holds which
 * post, and published scores with the objections to them.
 */
import type { Migration } from './migration.ts';

export const scoringTables: Migration = {
  version: 5,
  sql: `
-- content: the scheme as JSON; an older version stays as it was
CREATE TABLE scheme (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''), content TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, UNIQUE (year, number)
) STRICT;

-- value: how many times, or a panel's points, × 10^6; person: null where it is about the unit itself
CREATE TABLE score_event (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, item TEXT NOT NULL, unit_id INTEGER NOT NULL REFERENCES unit (id), person TEXT,
  date TEXT NOT NULL, value INTEGER NOT NULL, panel TEXT, reason TEXT NOT NULL CHECK (reason <> ''), proposer TEXT, approval TEXT, document TEXT
) STRICT;
CREATE INDEX score_event_year ON score_event (year, item);
CREATE INDEX score_event_unit ON score_event (unit_id);

-- who holds a post of a unit, from the first to the last day (null: still)
CREATE TABLE post_term (
  id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES unit (id), post TEXT NOT NULL CHECK (post <> ''), person TEXT NOT NULL CHECK (person <> ''), since TEXT NOT NULL, until TEXT
) STRICT;
CREATE INDEX post_term_post ON post_term (unit_id, post, since);

-- content: the scores with their reasons as they were when published; never written again. month: the period's last; corrects: the publication that it puts right
CREATE TABLE score_publication (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, kind TEXT NOT NULL, scheme_id INTEGER NOT NULL REFERENCES scheme (id), at TEXT NOT NULL, who TEXT NOT NULL, note TEXT,
  corrects INTEGER REFERENCES score_publication (id), content TEXT NOT NULL
) STRICT;
CREATE INDEX score_publication_period ON score_publication (year, month);
CREATE INDEX score_publication_corrects ON score_publication (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX score_publication_scheme ON score_publication (scheme_id);
CREATE TABLE score_objection (
  id INTEGER PRIMARY KEY, publication_id INTEGER NOT NULL REFERENCES score_publication (id) ON DELETE CASCADE,
  subject TEXT NOT NULL, item TEXT, objection TEXT NOT NULL CHECK (objection <> ''), raised_on TEXT NOT NULL, outcome TEXT, decided_on TEXT, decided_by TEXT
) STRICT;
CREATE INDEX score_objection_publication ON score_objection (publication_id);
`,
};
