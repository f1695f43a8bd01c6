/** The ledgers of problems, tasks and leads, and the moves of state that the first two share. */
import type { Migration } from './migration.ts';

export const ledgerTables: Migration = {
  version: 2,
  sql: `
CREATE TABLE rectification (
  id INTEGER PRIMARY KEY, code TEXT, problem TEXT NOT NULL CHECK (problem <> ''), state TEXT NOT NULL DEFAULT 'found',
  source TEXT, aspect TEXT, level TEXT, place TEXT, unit INTEGER REFERENCES unit (id), leader TEXT, owner TEXT, measures TEXT,
  found_date TEXT, deadline TEXT, deadline_words TEXT, original_deadline TEXT, progress TEXT, closed_date TEXT, funds INTEGER, evidence TEXT, recheck TEXT, remark TEXT,
  approximate TEXT, extra TEXT
) STRICT;
CREATE INDEX rectification_problem ON rectification (problem);
CREATE INDEX rectification_code ON rectification (code) WHERE code IS NOT NULL;
CREATE INDEX rectification_state ON rectification (state, deadline);
CREATE INDEX rectification_unit ON rectification (unit);

CREATE TABLE task (
  id INTEGER PRIMARY KEY, code TEXT, title TEXT NOT NULL CHECK (title <> ''), state TEXT NOT NULL DEFAULT 'not_started',
  parent TEXT, source TEXT, lead_unit INTEGER REFERENCES unit (id), support_units TEXT, leader TEXT, owner TEXT,
  assigned_date TEXT, deadline TEXT, deadline_words TEXT, original_deadline TEXT, milestones TEXT, progress TEXT, closed_date TEXT,
  problem TEXT, measure TEXT, remark TEXT,
  approximate TEXT, extra TEXT
) STRICT;
CREATE INDEX task_title ON task (title);
CREATE INDEX task_code ON task (code) WHERE code IS NOT NULL;
CREATE INDEX task_state ON task (state, deadline);
CREATE INDEX task_lead_unit ON task (lead_unit);

CREATE TABLE lead (
  id INTEGER PRIMARY KEY, content TEXT NOT NULL CHECK (content <> ''), judged TEXT, person TEXT, rank_class TEXT,
  unit INTEGER REFERENCES unit (id), date TEXT, company TEXT, origin TEXT, industry TEXT, expected_investment INTEGER, contact TEXT, phone TEXT,
  judged_by TEXT, judged_date TEXT, follow_up TEXT, result TEXT, project TEXT, remark TEXT,
  approximate TEXT, extra TEXT
) STRICT;
CREATE INDEX lead_content ON lead (content);
CREATE INDEX lead_unit ON lead (unit);

ALTER TABLE person ADD COLUMN approximate TEXT;
ALTER TABLE person ADD COLUMN extra TEXT;

-- a move of state of a problem or task; an extension also says which deadline it replaced
CREATE TABLE state_event (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, state TEXT NOT NULL,
  date TEXT, who TEXT, note TEXT, deadline_before TEXT, deadline TEXT
) STRICT;
CREATE INDEX state_event_record ON state_event (ledger, record_id);
`,
};
