/**
 * What a project goes through beside its columns, and what is derived from all of them: parents'
 * links, kept sums of arrivals, and the index of the search.
 */
import type { Migration } from './migration.ts';

export const projectLifeTables: Migration = {
  version: 8,
  sql: `
ALTER TABLE lead ADD COLUMN answer_by TEXT;
ALTER TABLE lead ADD COLUMN answered_date TEXT;

-- a month of a project: its plan, what was done in it, and how far it is in words
CREATE TABLE project_month (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'), planned INTEGER, invested INTEGER, note TEXT, who TEXT,
  UNIQUE (project_id, month)
) STRICT;
CREATE INDEX project_month_month ON project_month (month);

CREATE TABLE talk (
  id INTEGER PRIMARY KEY, lead_id INTEGER REFERENCES lead (id) ON DELETE CASCADE, project_id INTEGER REFERENCES project (id) ON DELETE CASCADE,
  date TEXT, place TEXT, who TEXT, partner TEXT, content TEXT NOT NULL CHECK (content <> ''), next_step TEXT, answer_by TEXT, answered TEXT,
  CHECK ((lead_id IS NULL) <> (project_id IS NULL))
) STRICT;
CREATE INDEX talk_lead ON talk (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX talk_project ON talk (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX talk_owed ON talk (answer_by) WHERE answer_by IS NOT NULL AND answered IS NULL;

CREATE TABLE promotion_event (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), planned TEXT, held TEXT, place TEXT, unit_id INTEGER REFERENCES unit (id),
  leader TEXT, guests TEXT, result TEXT, remark TEXT
) STRICT;

CREATE TABLE project_problem (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE, problem TEXT NOT NULL CHECK (problem <> ''),
  raised TEXT, raised_by TEXT, unit_id INTEGER REFERENCES unit (id), leader TEXT, deadline TEXT,
  state TEXT NOT NULL CHECK (state IN ('open','working','solved','given_up')), result TEXT, solved TEXT, meeting TEXT
) STRICT;
CREATE INDEX project_problem_project ON project_problem (project_id);
CREATE INDEX project_problem_state ON project_problem (state, deadline);
CREATE INDEX project_problem_unit ON project_problem (unit_id);

-- two records of one project made one: where the one that went came from and what happened to it is told with the one that stayed
CREATE TABLE project_merge (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE, dropped_id INTEGER NOT NULL
) STRICT;
CREATE INDEX project_merge_project ON project_merge (project_id);

CREATE INDEX project_parent ON project (parent) WHERE parent IS NOT NULL;

-- What follows is derived from the tables above and from nothing else. It is brought up to date when it is asked for, by the audit of the changes since;
-- no write has to keep it, so an import costs nothing more.
CREATE TABLE derived (name TEXT PRIMARY KEY, change_id INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- a child whose 上级项目 is the name of exactly one other project, circles left out
CREATE TABLE project_link (child_id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL) STRICT;
CREATE INDEX project_link_parent ON project_link (parent_id);

-- arrivals by unit (0: none named) × stage of the project ('': none) × month; amounts in 分 × 1/100 % of the shares, so that parts stay whole numbers
CREATE TABLE arrival_month (
  unit_id INTEGER NOT NULL, stage TEXT NOT NULL, month TEXT NOT NULL, entries INTEGER NOT NULL, amount INTEGER NOT NULL, recognised INTEGER NOT NULL, others INTEGER NOT NULL,
  PRIMARY KEY (unit_id, stage, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrival_month_month ON arrival_month (month);
-- the credits as the sums above took them, unit 0 where none is named; a project left out of them stands here with unit -1
CREATE TABLE arrival_month_credit (project_id INTEGER NOT NULL, unit_id INTEGER NOT NULL, share INTEGER NOT NULL, PRIMARY KEY (project_id, unit_id)) STRICT, WITHOUT ROWID;
CREATE INDEX arrival_month_credit_unit ON arrival_month_credit (unit_id, project_id, share);

-- what the search looks through, a record a line: its words in small letters, and the sound of its names
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, words TEXT NOT NULL, sounds TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entry_record ON search_entry (ledger, record_id);
CREATE INDEX search_entry_name ON search_entry (substr(words, 1, 12));
CREATE VIRTUAL TABLE search_index USING fts5 (words, sounds, content = '', contentless_delete = 1, tokenize = 'trigram', detail = none);
-- made anew after a large import: with room for all of it, it is written once and not merged over and over
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 67108864);
`,
};
