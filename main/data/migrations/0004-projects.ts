/**
 * Recognised amounts with their cuts, shared credits with their basis, milestones, gates of parks,
 * exchange rates, and the years a project was carried through.
 */
import type { Migration } from './migration.ts';

const SUMS = (project: string): string =>
  `UPDATE project SET (arrived_total, recognised_total) = (SELECT sum(amount), sum(recognised) FROM arrival WHERE project_id = project.id AND currency = 'CNY') WHERE id IN (${project});`;

export const projectTables: Migration = {
  version: 4,
  sql: `
ALTER TABLE project ADD COLUMN recognised_total INTEGER;
ALTER TABLE project ADD COLUMN energy_review TEXT;

-- recognised: null until the office has judged the entry; then the amount less its cuts
ALTER TABLE arrival ADD COLUMN source TEXT;
ALTER TABLE arrival ADD COLUMN recognised INTEGER CHECK (recognised <= amount);
CREATE TABLE arrival_cut (
  id INTEGER PRIMARY KEY, arrival_id INTEGER NOT NULL REFERENCES arrival (id) ON DELETE CASCADE,
  amount INTEGER NOT NULL CHECK (amount > 0), reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX arrival_cut_arrival ON arrival_cut (arrival_id);

DROP TRIGGER arrival_added;
DROP TRIGGER arrival_removed;
DROP TRIGGER arrival_changed;
CREATE TRIGGER arrival_added AFTER INSERT ON arrival BEGIN ${SUMS('new.project_id')} END;
CREATE TRIGGER arrival_removed AFTER DELETE ON arrival BEGIN ${SUMS('old.project_id')} END;
CREATE TRIGGER arrival_changed AFTER UPDATE ON arrival BEGIN ${SUMS('old.project_id, new.project_id')} END;

-- why the shares are what they are: the preset chosen, and the number of the certificate that says so
ALTER TABLE credit ADD COLUMN basis TEXT;
ALTER TABLE credit ADD COLUMN certificate TEXT;
ALTER TABLE stage_event ADD COLUMN evidence TEXT;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('building','preliminary')), place INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''),
  deadline TEXT, done_date TEXT, person TEXT, note TEXT
) STRICT;
CREATE INDEX milestone_project ON milestone (project_id, kind, place);

-- the entry conditions of a park; the empty name is for parks without conditions of their own
CREATE TABLE gate (id INTEGER PRIMARY KEY, park TEXT NOT NULL UNIQUE, thresholds TEXT NOT NULL) STRICT;

-- 元 for one unit of the currency × 10^6: of a whole year where the date is null, else of that day
CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY, currency TEXT NOT NULL, year INTEGER NOT NULL, date TEXT, rate INTEGER NOT NULL CHECK (rate > 0)
) STRICT;
CREATE UNIQUE INDEX exchange_rate_key ON exchange_rate (currency, year, ifnull(date, ''));

-- a year that is over: what was planned and done in it, and where the project stood when it ended
CREATE TABLE project_year (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  year INTEGER NOT NULL, stage TEXT, planned INTEGER, invested INTEGER, UNIQUE (project_id, year)
) STRICT;
`,
};
