/**
 * Indicators, targets by version, monthly figures with their maintained county sums, closes,
 * corrections and rival regions.
 */
import type { Migration } from './migration.ts';

const FIGURE_KINDS = "'typed','derived'";
/** What a figure adds to its county's sums, on the way in (+) or out (−). */
const adds = (row: 'new' | 'old', sign: '+' | '-'): string => `
  INSERT INTO figure_sum (year, month, indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count, last_total, last_count)
  SELECT ${row}.year, ${row}.month, ${row}.indicator_id, unit.kind, 0, 0, 0, 0, 0, 0 FROM unit WHERE unit.id = ${row}.unit_id AND unit.kind <> 'county'
  ON CONFLICT DO NOTHING;
  UPDATE figure_sum SET
    month_total = month_total ${sign} coalesce(${row}.month_value, 0), month_count = month_count ${sign} (${row}.month_value IS NOT NULL),
    cumulative_total = cumulative_total ${sign} coalesce(${row}.cumulative, 0), cumulative_count = cumulative_count ${sign} (${row}.cumulative IS NOT NULL),
    last_total = last_total ${sign} coalesce(${row}.last_cumulative, 0), last_count = last_count ${sign} (${row}.last_cumulative IS NOT NULL)
  WHERE year = ${row}.year AND month = ${row}.month AND indicator_id = ${row}.indicator_id AND kind = (SELECT kind FROM unit WHERE id = ${row}.unit_id);`;

export const targetTables: Migration = {
  version: 3,
  sql: `
-- figures of indicators are decimals × 10^6 in the indicator's own measure
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), aliases TEXT, category TEXT, measure TEXT NOT NULL, places INTEGER NOT NULL CHECK (places BETWEEN 0 AND 6),
  direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up','down')), kind TEXT NOT NULL DEFAULT 'flow' CHECK (kind IN ('flow','stock','ratio')),
  rollup TEXT NOT NULL DEFAULT 'sum' CHECK (rollup IN ('sum','ratio','none')),
  numerator_id INTEGER REFERENCES indicator (id), denominator_id INTEGER REFERENCES indicator (id), factor TEXT NOT NULL DEFAULT '1',
  parent_id INTEGER REFERENCES indicator (id), counted TEXT, place INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)), remark TEXT
) STRICT;

CREATE TABLE target_version (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
  issued_on TEXT, document TEXT, reason TEXT, UNIQUE (year, number)
) STRICT;
-- a version is whole: what it says of each unit and indicator; the county's own row is the parent's task
CREATE TABLE target (
  id INTEGER PRIMARY KEY, version_id INTEGER NOT NULL REFERENCES target_version (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id), unit_id INTEGER NOT NULL REFERENCES unit (id),
  base INTEGER, assured INTEGER, stretch INTEGER, upper INTEGER, -- upper: the upper level's task
  assured_growth INTEGER, stretch_growth INTEGER, -- percent × 10^6 where growth was given
  plan TEXT, -- JSON of 4 or 12 increments as decimals, null: evenly
  leader TEXT, owner TEXT, rival TEXT, remark TEXT,
  UNIQUE (version_id, indicator_id, unit_id)
) STRICT;
CREATE INDEX target_indicator ON target (indicator_id, version_id);
CREATE INDEX target_unit ON target (unit_id);

-- month: 1…12, the place of the month in the assessment year (which need not begin in January)
CREATE TABLE figure (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id), unit_id INTEGER NOT NULL REFERENCES unit (id),
  month_value INTEGER, month_kind TEXT CHECK (month_kind IN (${FIGURE_KINDS})),
  cumulative INTEGER, cumulative_kind TEXT CHECK (cumulative_kind IN (${FIGURE_KINDS})),
  last_cumulative INTEGER, -- the same period of last year where typed or imported
  yoy INTEGER, -- percent × 10^6 as the sender stated it
  estimate INTEGER, -- the unit's own estimate of the year's end
  reason TEXT, -- why the cumulative is not the months' sum
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft','submitted','confirmed')),
  UNIQUE (year, month, indicator_id, unit_id)
) STRICT;
CREATE INDEX figure_series ON figure (indicator_id, unit_id, year, month, cumulative);

CREATE TABLE figure_sum (
  year INTEGER NOT NULL, month INTEGER NOT NULL, indicator_id INTEGER NOT NULL, kind TEXT NOT NULL,
  month_total INTEGER NOT NULL, month_count INTEGER NOT NULL, cumulative_total INTEGER NOT NULL, cumulative_count INTEGER NOT NULL,
  last_total INTEGER NOT NULL, last_count INTEGER NOT NULL, PRIMARY KEY (year, month, indicator_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER figure_added AFTER INSERT ON figure BEGIN ${adds('new', '+')} END;
CREATE TRIGGER figure_removed AFTER DELETE ON figure BEGIN ${adds('old', '-')} END;
CREATE TRIGGER figure_changed AFTER UPDATE ON figure BEGIN ${adds('old', '-')} ${adds('new', '+')} END;
CREATE TRIGGER figure_unit_moved AFTER UPDATE OF kind ON unit WHEN old.kind <> new.kind BEGIN
  DELETE FROM figure_sum WHERE (year, month, indicator_id) IN (SELECT year, month, indicator_id FROM figure WHERE unit_id = new.id);
  INSERT INTO figure_sum SELECT year, month, indicator_id, unit.kind, coalesce(sum(month_value), 0), count(month_value), coalesce(sum(cumulative), 0), count(cumulative), coalesce(sum(last_cumulative), 0), count(last_cumulative)
  FROM figure JOIN unit ON unit.id = unit_id WHERE unit.kind <> 'county' AND (year, month, indicator_id) IN (SELECT year, month, indicator_id FROM figure WHERE unit_id = new.id)
  GROUP BY year, month, indicator_id, unit.kind;
END;

CREATE TABLE month_close (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, version_id INTEGER REFERENCES target_version (id), note TEXT,
  UNIQUE (year, month)
) STRICT;
-- the figures as published when the month was closed
CREATE TABLE published (
  id INTEGER PRIMARY KEY, close_id INTEGER NOT NULL REFERENCES month_close (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL, unit_id INTEGER NOT NULL, month_value INTEGER, cumulative INTEGER, last_cumulative INTEGER, yoy INTEGER, assured INTEGER, stretch INTEGER, upper INTEGER,
  UNIQUE (close_id, indicator_id, unit_id)
) STRICT;
CREATE TABLE correction (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, indicator_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('month','cumulative','lastYear')), before INTEGER, after INTEGER, reason TEXT NOT NULL, document TEXT, at TEXT NOT NULL, who TEXT NOT NULL
) STRICT;
CREATE INDEX correction_period ON correction (year, month);

CREATE TABLE rival (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT;
CREATE TABLE rival_figure (
  id INTEGER PRIMARY KEY, rival_id INTEGER NOT NULL REFERENCES rival (id) ON DELETE CASCADE, indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  year INTEGER NOT NULL, month INTEGER NOT NULL, cumulative INTEGER, growth INTEGER, UNIQUE (rival_id, indicator_id, year, month)
) STRICT;
`,
};
