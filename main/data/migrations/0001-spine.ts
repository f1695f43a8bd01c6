/**
 * The first tables: settings, units, people, projects with stages, credits and arrivals, imports,
 * and the audit of all writes.
 */
import type { Migration } from './migration.ts';

export const spine: Migration = {
  version: 1,
  sql: `
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('county','township','department','park','village')),
  parent_id INTEGER REFERENCES unit (id), place INTEGER NOT NULL,
  aliases TEXT, leader TEXT, active_from TEXT, active_to TEXT, successor_id INTEGER REFERENCES unit (id)
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), unit INTEGER REFERENCES unit (id),
  rank_class TEXT, post TEXT, phone TEXT, remark TEXT
) STRICT;

CREATE TABLE project (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL CHECK (name <> ''), stage TEXT, company TEXT, origin TEXT, origin_place TEXT,
  category TEXT, level TEXT, parent TEXT, approval_number TEXT, eia TEXT, statistics_date TEXT, nature TEXT, industry TEXT,
  location TEXT, content TEXT, currency TEXT NOT NULL DEFAULT 'CNY',
  total_investment INTEGER, contract_amount INTEGER, planned_this_year INTEGER, invested_this_year INTEGER, invested_total INTEGER,
  arrived_total INTEGER, foreign_contract INTEGER, foreign_arrived INTEGER,
  land_mu INTEGER, floor_area INTEGER, footprint_area INTEGER, expected_output INTEGER, expected_tax INTEGER, jobs INTEGER,
  signed_date TEXT, planned_signed_date TEXT, planned_start_date TEXT, started_date TEXT, planned_completed_date TEXT,
  completed_date TEXT, planned_producing_date TEXT, producing_date TEXT,
  introducer INTEGER REFERENCES unit (id), responsible_unit INTEGER REFERENCES unit (id),
  sponsor TEXT, owner TEXT, contact TEXT, phone TEXT, progress TEXT, problem TEXT, measure TEXT, remark TEXT,
  approximate TEXT, extra TEXT
) STRICT;
CREATE INDEX project_name ON project (name);
CREATE INDEX project_code ON project (code) WHERE code IS NOT NULL;
CREATE INDEX project_stage ON project (stage, total_investment);
CREATE INDEX project_other_currency ON project (currency) WHERE currency <> 'CNY';
CREATE INDEX project_introducer ON project (introducer);
CREATE INDEX project_responsible ON project (responsible_unit);

-- the moves of a project's stage; where there are none, the project has stood in its stage since an unknown day
CREATE TABLE stage_event (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  stage TEXT NOT NULL, date TEXT, who TEXT, note TEXT
) STRICT;
CREATE INDEX stage_event_project ON stage_event (project_id);

-- units that a project counts for; where there are none, it counts for its introducer alone: read them from "credited"
CREATE TABLE credit (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (id), share INTEGER NOT NULL CHECK (share > 0 AND share <= 10000), -- 1/100 %
  UNIQUE (project_id, unit_id)
) STRICT;
CREATE INDEX credit_unit ON credit (unit_id);
CREATE VIEW credited AS
  SELECT project.id AS project_id, coalesce(credit.unit_id, introducer) AS unit_id, coalesce(share, 10000) AS share, credit.id AS place
  FROM project LEFT JOIN credit ON credit.project_id = project.id WHERE coalesce(credit.unit_id, introducer) IS NOT NULL;

CREATE TABLE arrival (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  date TEXT, amount INTEGER NOT NULL, currency TEXT NOT NULL DEFAULT 'CNY',
  basis TEXT NOT NULL DEFAULT 'entry' CHECK (basis IN ('entry','month','balance')),
  until TEXT, -- of a balance: the last month it speaks of, where its sheet says one
  evidence TEXT, remark TEXT
) STRICT;
CREATE INDEX arrival_project ON arrival (project_id, amount);
CREATE INDEX arrival_other_currency ON arrival (currency) WHERE currency <> 'CNY';

-- a project's 到位资金 is the sum of its arrivals in 人民币; kept beside it so that the grid sorts and sums it without a join
CREATE TRIGGER arrival_added AFTER INSERT ON arrival BEGIN
  UPDATE project SET arrived_total = (SELECT sum(amount) FROM arrival WHERE project_id = new.project_id AND currency = 'CNY') WHERE id = new.project_id;
END;
CREATE TRIGGER arrival_removed AFTER DELETE ON arrival BEGIN
  UPDATE project SET arrived_total = (SELECT sum(amount) FROM arrival WHERE project_id = old.project_id AND currency = 'CNY') WHERE id = old.project_id;
END;
CREATE TRIGGER arrival_changed AFTER UPDATE ON arrival BEGIN
  UPDATE project SET arrived_total = (SELECT sum(amount) FROM arrival WHERE project_id = project.id AND currency = 'CNY') WHERE id IN (old.project_id, new.project_id);
END;

CREATE TABLE import (
  id INTEGER PRIMARY KEY, file TEXT NOT NULL, at TEXT NOT NULL, ledger TEXT NOT NULL,
  created INTEGER NOT NULL, changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
-- which column of which sheet filled which field, once per table; a value's cell is this with its record's row
CREATE TABLE import_table (
  import_id INTEGER NOT NULL REFERENCES import (id), number INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL, columns TEXT NOT NULL,
  PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;
-- records that an import wrote, as runs whose rows go on as their ids do: record n stands in row "row" + n - record_id; an import taken back counts for nothing
CREATE TABLE origin (
  ledger TEXT NOT NULL, record_id INTEGER NOT NULL, last_id INTEGER NOT NULL CHECK (last_id - record_id BETWEEN 0 AND 999),
  import_id INTEGER NOT NULL REFERENCES import (id), table_number INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (ledger, record_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_run ON origin (ledger, record_id, last_id) WHERE last_id > record_id;

-- what the user confirmed for a shape of header, so that next month's file asks nothing; by the import that confirmed it, as it goes when that is taken back
CREATE TABLE profile (
  shape TEXT NOT NULL, import_id INTEGER NOT NULL REFERENCES import (id), name TEXT NOT NULL, ledger TEXT NOT NULL, answers TEXT NOT NULL, used_at TEXT NOT NULL,
  PRIMARY KEY (shape, import_id)
) STRICT, WITHOUT ROWID;

-- one command of the user; undone by the change that took it back
CREATE TABLE change (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL, import_id INTEGER,
  undoes INTEGER REFERENCES change (id), undone_by INTEGER REFERENCES change (id)
) STRICT;
-- every row written: before and after as JSON of the columns concerned; a created row's image is the row itself until a later change, so rows created one after another share one line
CREATE TABLE audit (
  id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL REFERENCES change (id),
  "table" TEXT NOT NULL, row_id INTEGER NOT NULL, last_id INTEGER NOT NULL CHECK (last_id - row_id BETWEEN 0 AND 999),
  operation TEXT NOT NULL CHECK (operation IN ('created','changed','removed')), before TEXT, after TEXT,
  CHECK (operation = 'created' OR last_id = row_id)
) STRICT;
CREATE INDEX audit_row ON audit ("table", row_id);
CREATE INDEX audit_run ON audit ("table", row_id, last_id) WHERE last_id > row_id;
CREATE INDEX audit_change ON audit (change_id);
`,
};
