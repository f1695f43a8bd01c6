-- Version 18: what the migrations make of an empty file, written by test/rules/migrations.test.ts.

CREATE TRIGGER arrival_added AFTER INSERT ON arrival BEGIN UPDATE project SET (arrived_total, recognised_total) = (SELECT sum(amount), sum(recognised) FROM arrival WHERE project_id = project.id AND currency = 'CNY') WHERE id IN (new.project_id); END;

CREATE TRIGGER arrival_changed AFTER UPDATE ON arrival BEGIN UPDATE project SET (arrived_total, recognised_total) = (SELECT sum(amount), sum(recognised) FROM arrival WHERE project_id = project.id AND currency = 'CNY') WHERE id IN (old.project_id, new.project_id); END;

CREATE TRIGGER arrival_removed AFTER DELETE ON arrival BEGIN UPDATE project SET (arrived_total, recognised_total) = (SELECT sum(amount), sum(recognised) FROM arrival WHERE project_id = project.id AND currency = 'CNY') WHERE id IN (old.project_id); END;

CREATE TABLE arrival (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  date TEXT, amount INTEGER NOT NULL, currency TEXT NOT NULL DEFAULT 'CNY',
  basis TEXT NOT NULL DEFAULT 'entry' CHECK (basis IN ('entry','month','balance')),
  until TEXT, -- of a balance: the last month it speaks of, where its sheet says one
  evidence TEXT, remark TEXT
, source TEXT, recognised INTEGER CHECK (recognised <= amount)) STRICT;

CREATE INDEX arrival_other_currency ON arrival (currency) WHERE currency <> 'CNY';

CREATE INDEX arrival_project ON arrival (project_id, amount);

CREATE TABLE arrival_cut (
  id INTEGER PRIMARY KEY, arrival_id INTEGER NOT NULL REFERENCES arrival (id) ON DELETE CASCADE,
  amount INTEGER NOT NULL CHECK (amount > 0), reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE INDEX arrival_cut_arrival ON arrival_cut (arrival_id);

CREATE TABLE arrival_month (
  unit_id INTEGER NOT NULL, stage TEXT NOT NULL, month TEXT NOT NULL, entries INTEGER NOT NULL, amount INTEGER NOT NULL, recognised INTEGER NOT NULL, others INTEGER NOT NULL,
  PRIMARY KEY (unit_id, stage, month)
) STRICT, WITHOUT ROWID;

CREATE INDEX arrival_month_month ON arrival_month (month);

CREATE TABLE arrival_month_credit (project_id INTEGER NOT NULL, unit_id INTEGER NOT NULL, share INTEGER NOT NULL, PRIMARY KEY (project_id, unit_id)) STRICT, WITHOUT ROWID;

CREATE INDEX arrival_month_credit_unit ON arrival_month_credit (unit_id, project_id, share);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, bytes INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_record ON attachment (ledger, record_id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL REFERENCES change (id),
  "table" TEXT NOT NULL, row_id INTEGER NOT NULL, last_id INTEGER NOT NULL CHECK (last_id - row_id BETWEEN 0 AND 999),
  operation TEXT NOT NULL CHECK (operation IN ('created','changed','removed')), before TEXT, after TEXT,
  CHECK (operation = 'created' OR last_id = row_id)
) STRICT;

CREATE INDEX audit_change ON audit (change_id);

CREATE INDEX audit_row ON audit ("table", row_id);

CREATE INDEX audit_run ON audit ("table", row_id, last_id) WHERE last_id > row_id;

CREATE TABLE change (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL, import_id INTEGER,
  undoes INTEGER REFERENCES change (id), undone_by INTEGER REFERENCES change (id)
) STRICT;

CREATE TABLE chase (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, date TEXT, whom TEXT NOT NULL CHECK (whom <> ''), how TEXT, who TEXT, demand TEXT,
  reply TEXT, replied TEXT
) STRICT;

CREATE INDEX chase_record ON chase (ledger, record_id);

CREATE TABLE correction (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, indicator_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('month','cumulative','lastYear')), before INTEGER, after INTEGER, reason TEXT NOT NULL, document TEXT, at TEXT NOT NULL, who TEXT NOT NULL
) STRICT;

CREATE INDEX correction_period ON correction (year, month);

CREATE TABLE credit (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (id), share INTEGER NOT NULL CHECK (share > 0 AND share <= 10000), basis TEXT, certificate TEXT, -- 1/100 %
  UNIQUE (project_id, unit_id)
) STRICT;

CREATE INDEX credit_unit ON credit (unit_id);

CREATE VIEW credited AS
  SELECT project.id AS project_id, coalesce(credit.unit_id, introducer) AS unit_id, coalesce(share, 10000) AS share, credit.id AS place
  FROM project LEFT JOIN credit ON credit.project_id = project.id WHERE coalesce(credit.unit_id, introducer) IS NOT NULL;

CREATE TABLE derived (name TEXT PRIMARY KEY, change_id INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY, currency TEXT NOT NULL, year INTEGER NOT NULL, date TEXT, rate INTEGER NOT NULL CHECK (rate > 0)
) STRICT;

CREATE UNIQUE INDEX exchange_rate_key ON exchange_rate (currency, year, ifnull(date, ''));

CREATE TRIGGER figure_added AFTER INSERT ON figure BEGIN 
  INSERT INTO figure_sum (year, month, indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count, last_total, last_count)
  SELECT new.year, new.month, new.indicator_id, unit.kind, 0, 0, 0, 0, 0, 0 FROM unit WHERE unit.id = new.unit_id AND unit.kind <> 'county'
  ON CONFLICT DO NOTHING;
  UPDATE figure_sum SET
    month_total = month_total + coalesce(new.month_value, 0), month_count = month_count + (new.month_value IS NOT NULL),
    cumulative_total = cumulative_total + coalesce(new.cumulative, 0), cumulative_count = cumulative_count + (new.cumulative IS NOT NULL),
    last_total = last_total + coalesce(new.last_cumulative, 0), last_count = last_count + (new.last_cumulative IS NOT NULL)
  WHERE year = new.year AND month = new.month AND indicator_id = new.indicator_id AND kind = (SELECT kind FROM unit WHERE id = new.unit_id); END;

CREATE TRIGGER figure_changed AFTER UPDATE ON figure BEGIN 
  INSERT INTO figure_sum (year, month, indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count, last_total, last_count)
  SELECT old.year, old.month, old.indicator_id, unit.kind, 0, 0, 0, 0, 0, 0 FROM unit WHERE unit.id = old.unit_id AND unit.kind <> 'county'
  ON CONFLICT DO NOTHING;
  UPDATE figure_sum SET
    month_total = month_total - coalesce(old.month_value, 0), month_count = month_count - (old.month_value IS NOT NULL),
    cumulative_total = cumulative_total - coalesce(old.cumulative, 0), cumulative_count = cumulative_count - (old.cumulative IS NOT NULL),
    last_total = last_total - coalesce(old.last_cumulative, 0), last_count = last_count - (old.last_cumulative IS NOT NULL)
  WHERE year = old.year AND month = old.month AND indicator_id = old.indicator_id AND kind = (SELECT kind FROM unit WHERE id = old.unit_id); 
  INSERT INTO figure_sum (year, month, indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count, last_total, last_count)
  SELECT new.year, new.month, new.indicator_id, unit.kind, 0, 0, 0, 0, 0, 0 FROM unit WHERE unit.id = new.unit_id AND unit.kind <> 'county'
  ON CONFLICT DO NOTHING;
  UPDATE figure_sum SET
    month_total = month_total + coalesce(new.month_value, 0), month_count = month_count + (new.month_value IS NOT NULL),
    cumulative_total = cumulative_total + coalesce(new.cumulative, 0), cumulative_count = cumulative_count + (new.cumulative IS NOT NULL),
    last_total = last_total + coalesce(new.last_cumulative, 0), last_count = last_count + (new.last_cumulative IS NOT NULL)
  WHERE year = new.year AND month = new.month AND indicator_id = new.indicator_id AND kind = (SELECT kind FROM unit WHERE id = new.unit_id); END;

CREATE TRIGGER figure_removed AFTER DELETE ON figure BEGIN 
  INSERT INTO figure_sum (year, month, indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count, last_total, last_count)
  SELECT old.year, old.month, old.indicator_id, unit.kind, 0, 0, 0, 0, 0, 0 FROM unit WHERE unit.id = old.unit_id AND unit.kind <> 'county'
  ON CONFLICT DO NOTHING;
  UPDATE figure_sum SET
    month_total = month_total - coalesce(old.month_value, 0), month_count = month_count - (old.month_value IS NOT NULL),
    cumulative_total = cumulative_total - coalesce(old.cumulative, 0), cumulative_count = cumulative_count - (old.cumulative IS NOT NULL),
    last_total = last_total - coalesce(old.last_cumulative, 0), last_count = last_count - (old.last_cumulative IS NOT NULL)
  WHERE year = old.year AND month = old.month AND indicator_id = old.indicator_id AND kind = (SELECT kind FROM unit WHERE id = old.unit_id); END;

CREATE TRIGGER filled_figure_added AFTER INSERT ON figure BEGIN 
  UPDATE filled_sum SET filled = filled + 1 WHERE new.cumulative IS NOT NULL AND month = new.month AND indicator_id = new.indicator_id AND version_id IN (
    SELECT version.id FROM target_version version JOIN target ON target.version_id = version.id AND target.indicator_id = new.indicator_id AND target.unit_id = new.unit_id
    WHERE version.year = new.year AND target.assured IS NOT NULL) AND (SELECT kind FROM unit WHERE id = new.unit_id) <> 'county'; END;

CREATE TRIGGER filled_figure_changed AFTER UPDATE OF cumulative ON figure WHEN (old.cumulative IS NULL) <> (new.cumulative IS NULL) BEGIN 
  UPDATE filled_sum SET filled = filled - 1 WHERE old.cumulative IS NOT NULL AND month = old.month AND indicator_id = old.indicator_id AND version_id IN (
    SELECT version.id FROM target_version version JOIN target ON target.version_id = version.id AND target.indicator_id = old.indicator_id AND target.unit_id = old.unit_id
    WHERE version.year = old.year AND target.assured IS NOT NULL) AND (SELECT kind FROM unit WHERE id = old.unit_id) <> 'county'; 
  UPDATE filled_sum SET filled = filled + 1 WHERE new.cumulative IS NOT NULL AND month = new.month AND indicator_id = new.indicator_id AND version_id IN (
    SELECT version.id FROM target_version version JOIN target ON target.version_id = version.id AND target.indicator_id = new.indicator_id AND target.unit_id = new.unit_id
    WHERE version.year = new.year AND target.assured IS NOT NULL) AND (SELECT kind FROM unit WHERE id = new.unit_id) <> 'county'; END;

CREATE TRIGGER filled_figure_removed AFTER DELETE ON figure BEGIN 
  UPDATE filled_sum SET filled = filled - 1 WHERE old.cumulative IS NOT NULL AND month = old.month AND indicator_id = old.indicator_id AND version_id IN (
    SELECT version.id FROM target_version version JOIN target ON target.version_id = version.id AND target.indicator_id = old.indicator_id AND target.unit_id = old.unit_id
    WHERE version.year = old.year AND target.assured IS NOT NULL) AND (SELECT kind FROM unit WHERE id = old.unit_id) <> 'county'; END;

CREATE TABLE figure (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id), unit_id INTEGER NOT NULL REFERENCES unit (id),
  month_value INTEGER, month_kind TEXT CHECK (month_kind IN ('typed','derived')),
  cumulative INTEGER, cumulative_kind TEXT CHECK (cumulative_kind IN ('typed','derived')),
  last_cumulative INTEGER, -- the same period of last year where typed or imported
  yoy INTEGER, -- percent × 10^6 as the sender stated it
  estimate INTEGER, -- the unit's own estimate of the year's end
  reason TEXT, -- why the cumulative is not the months' sum
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft','submitted','confirmed')),
  UNIQUE (year, month, indicator_id, unit_id)
) STRICT;

CREATE INDEX figure_month ON figure (year, month, indicator_id, unit_id, cumulative);

CREATE INDEX figure_series ON figure (indicator_id, unit_id, year, month, cumulative);

CREATE TABLE figure_sum (
  year INTEGER NOT NULL, month INTEGER NOT NULL, indicator_id INTEGER NOT NULL, kind TEXT NOT NULL,
  month_total INTEGER NOT NULL, month_count INTEGER NOT NULL, cumulative_total INTEGER NOT NULL, cumulative_count INTEGER NOT NULL,
  last_total INTEGER NOT NULL, last_count INTEGER NOT NULL, PRIMARY KEY (year, month, indicator_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE filled_sum (
  version_id INTEGER NOT NULL, indicator_id INTEGER NOT NULL, month INTEGER NOT NULL, -- of the version's year
  wanted INTEGER NOT NULL, filled INTEGER NOT NULL, PRIMARY KEY (version_id, indicator_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE gate (id INTEGER PRIMARY KEY, park TEXT NOT NULL UNIQUE, thresholds TEXT NOT NULL) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY, file TEXT NOT NULL, at TEXT NOT NULL, ledger TEXT NOT NULL,
  created INTEGER NOT NULL, changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;

CREATE TABLE import_left_out (
  import_id INTEGER NOT NULL REFERENCES import (id), number INTEGER NOT NULL, place TEXT NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_table (
  import_id INTEGER NOT NULL REFERENCES import (id), number INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL, columns TEXT NOT NULL, year INTEGER, month INTEGER, sender TEXT,
  PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''), aliases TEXT, category TEXT, measure TEXT NOT NULL, places INTEGER NOT NULL CHECK (places BETWEEN 0 AND 6),
  direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up','down')), kind TEXT NOT NULL DEFAULT 'flow' CHECK (kind IN ('flow','stock','ratio')),
  rollup TEXT NOT NULL DEFAULT 'sum' CHECK (rollup IN ('sum','ratio','none')),
  numerator_id INTEGER REFERENCES indicator (id), denominator_id INTEGER REFERENCES indicator (id), factor TEXT NOT NULL DEFAULT '1',
  parent_id INTEGER REFERENCES indicator (id), counted TEXT, place INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)), remark TEXT
) STRICT;

CREATE TABLE lead (
  id INTEGER PRIMARY KEY, content TEXT NOT NULL CHECK (content <> ''), judged TEXT, person TEXT, rank_class TEXT,
  unit INTEGER REFERENCES unit (id), date TEXT, company TEXT, origin TEXT, industry TEXT, expected_investment INTEGER, contact TEXT, phone TEXT,
  judged_by TEXT, judged_date TEXT, follow_up TEXT, result TEXT, project TEXT, remark TEXT,
  approximate TEXT, extra TEXT
, answer_by TEXT, answered_date TEXT) STRICT;

CREATE INDEX lead_content ON lead (content);

CREATE INDEX lead_project ON lead (project) WHERE project IS NOT NULL;

CREATE INDEX lead_unit ON lead (unit);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), date TEXT, place TEXT, host TEXT, attendees TEXT
) STRICT;

CREATE TABLE meeting_item (
  id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE, place INTEGER NOT NULL,
  topic TEXT NOT NULL CHECK (topic <> ''), raised_by TEXT, decision TEXT, unit_id INTEGER REFERENCES unit (id), support TEXT, deadline TEXT, task_id INTEGER
) STRICT;

CREATE INDEX meeting_item_meeting ON meeting_item (meeting_id, place);

CREATE INDEX meeting_item_task ON meeting_item (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX meeting_item_unit ON meeting_item (unit_id);

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('building','preliminary')), place INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''),
  deadline TEXT, done_date TEXT, person TEXT, note TEXT
) STRICT;

CREATE INDEX milestone_project ON milestone (project_id, kind, place);

CREATE TABLE month_close (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, version_id INTEGER REFERENCES target_version (id), note TEXT,
  UNIQUE (year, month)
) STRICT;

CREATE TABLE origin (
  ledger TEXT NOT NULL, record_id INTEGER NOT NULL, last_id INTEGER NOT NULL CHECK (last_id - record_id BETWEEN 0 AND 999),
  import_id INTEGER NOT NULL REFERENCES import (id), table_number INTEGER NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (ledger, record_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX origin_run ON origin (ledger, record_id, last_id) WHERE last_id > record_id;

CREATE TABLE own_ledger (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (code GLOB 'own_[a-z0-9]*'), version INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT;

CREATE TABLE parcel (
  id INTEGER PRIMARY KEY, direction TEXT NOT NULL CHECK (direction IN ('in','out')), kind TEXT NOT NULL CHECK (kind IN ('task','report','return')),
  circle TEXT NOT NULL, book TEXT NOT NULL, unit_id INTEGER REFERENCES unit (id), year INTEGER NOT NULL, month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  number INTEGER NOT NULL, fingerprint TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE INDEX parcel_period ON parcel (year, month, kind, unit_id);

CREATE INDEX parcel_unit ON parcel (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE partner (
  id INTEGER PRIMARY KEY, circle TEXT NOT NULL, book TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('upper','lower')),
  name TEXT NOT NULL, unit_id INTEGER REFERENCES unit (id), key TEXT NOT NULL, met TEXT NOT NULL, UNIQUE (circle, book)
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), unit INTEGER REFERENCES unit (id),
  rank_class TEXT, post TEXT, phone TEXT, remark TEXT
, approximate TEXT, extra TEXT) STRICT;

CREATE TABLE post_term (
  id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES unit (id), post TEXT NOT NULL CHECK (post <> ''), person TEXT NOT NULL CHECK (person <> ''), since TEXT NOT NULL, until TEXT
) STRICT;

CREATE INDEX post_term_post ON post_term (unit_id, post, since);

CREATE TABLE "profile" (
  id INTEGER PRIMARY KEY, shape TEXT NOT NULL, import_id INTEGER NOT NULL REFERENCES import (id), name TEXT NOT NULL, ledger TEXT NOT NULL,
  answers TEXT NOT NULL, used_at TEXT NOT NULL, UNIQUE (shape, import_id)
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
, recognised_total INTEGER, energy_review TEXT) STRICT;

CREATE INDEX project_code ON project (code) WHERE code IS NOT NULL;

CREATE INDEX project_introducer ON project (introducer);

CREATE INDEX project_name ON project (name);

CREATE INDEX project_other_currency ON project (currency) WHERE currency <> 'CNY';

CREATE INDEX project_parent ON project (parent) WHERE parent IS NOT NULL;

CREATE INDEX project_responsible ON project (responsible_unit);

CREATE INDEX project_stage ON project (stage, total_investment);

CREATE TABLE project_link (child_id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL) STRICT;

CREATE INDEX project_link_parent ON project_link (parent_id);

CREATE TABLE project_merge (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE, dropped_id INTEGER NOT NULL
) STRICT;

CREATE INDEX project_merge_project ON project_merge (project_id);

CREATE TABLE project_month (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'), planned INTEGER, invested INTEGER, note TEXT, who TEXT,
  UNIQUE (project_id, month)
) STRICT;

CREATE INDEX project_month_month ON project_month (month);

CREATE TABLE project_problem (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE, problem TEXT NOT NULL CHECK (problem <> ''),
  raised TEXT, raised_by TEXT, unit_id INTEGER REFERENCES unit (id), leader TEXT, deadline TEXT,
  state TEXT NOT NULL CHECK (state IN ('open','working','solved','given_up')), result TEXT, solved TEXT, meeting TEXT
) STRICT;

CREATE INDEX project_problem_project ON project_problem (project_id);

CREATE INDEX project_problem_state ON project_problem (state, deadline);

CREATE INDEX project_problem_unit ON project_problem (unit_id);

CREATE TABLE project_year (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  year INTEGER NOT NULL, stage TEXT, planned INTEGER, invested INTEGER, UNIQUE (project_id, year)
) STRICT;

CREATE TABLE promotion_event (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), planned TEXT, held TEXT, place TEXT, unit_id INTEGER REFERENCES unit (id),
  leader TEXT, guests TEXT, result TEXT, remark TEXT
) STRICT;

CREATE TABLE published (
  id INTEGER PRIMARY KEY, close_id INTEGER NOT NULL REFERENCES month_close (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL, unit_id INTEGER NOT NULL, month_value INTEGER, cumulative INTEGER, last_cumulative INTEGER, yoy INTEGER, assured INTEGER, stretch INTEGER, upper INTEGER,
  UNIQUE (close_id, indicator_id, unit_id)
) STRICT;

CREATE TABLE rectification (
  id INTEGER PRIMARY KEY, code TEXT, problem TEXT NOT NULL CHECK (problem <> ''), state TEXT NOT NULL DEFAULT 'found',
  source TEXT, aspect TEXT, level TEXT, place TEXT, unit INTEGER REFERENCES unit (id), leader TEXT, owner TEXT, measures TEXT,
  found_date TEXT, deadline TEXT, deadline_words TEXT, original_deadline TEXT, progress TEXT, closed_date TEXT, funds INTEGER, evidence TEXT, recheck TEXT, remark TEXT,
  approximate TEXT, extra TEXT
) STRICT;

CREATE INDEX rectification_code ON rectification (code) WHERE code IS NOT NULL;

CREATE INDEX rectification_problem ON rectification (problem);

CREATE INDEX rectification_state ON rectification (state, deadline);

CREATE INDEX rectification_unit ON rectification (unit);

CREATE TABLE reward (
  id INTEGER PRIMARY KEY, book_id INTEGER NOT NULL REFERENCES reward_book (id), year INTEGER NOT NULL, rule TEXT NOT NULL, project_id INTEGER REFERENCES project (id) ON DELETE SET NULL,
  subject TEXT NOT NULL, base INTEGER, amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT NOT NULL, words TEXT NOT NULL,
  proposed_on TEXT NOT NULL, public_from TEXT, public_until TEXT, note TEXT
, subject_key TEXT) STRICT;

CREATE INDEX reward_project ON reward (project_id, rule) WHERE project_id IS NOT NULL;

CREATE INDEX reward_year ON reward (year, rule);

CREATE TABLE reward_book (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''), content TEXT NOT NULL, UNIQUE (year, number)
) STRICT;

CREATE TABLE reward_instalment (
  id INTEGER PRIMARY KEY, reward_id INTEGER NOT NULL REFERENCES reward (id) ON DELETE CASCADE, place INTEGER NOT NULL, percent INTEGER NOT NULL, amount INTEGER NOT NULL,
  stage TEXT, paid_on TEXT, voucher TEXT, paid_by TEXT
, adjustment TEXT) STRICT;

CREATE INDEX reward_instalment_reward ON reward_instalment (reward_id);

CREATE TABLE reward_share (
  id INTEGER PRIMARY KEY, reward_id INTEGER NOT NULL REFERENCES reward (id) ON DELETE CASCADE, place INTEGER NOT NULL, unit_id INTEGER REFERENCES unit (id), person TEXT,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 10000), amount INTEGER NOT NULL, fraction TEXT, CHECK (unit_id IS NOT NULL OR person IS NOT NULL)
) STRICT;

CREATE INDEX reward_share_reward ON reward_share (reward_id);

CREATE INDEX reward_share_unit ON reward_share (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE rival (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT;

CREATE TABLE rival_figure (
  id INTEGER PRIMARY KEY, rival_id INTEGER NOT NULL REFERENCES rival (id) ON DELETE CASCADE, indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  year INTEGER NOT NULL, month INTEGER NOT NULL, cumulative INTEGER, growth INTEGER, UNIQUE (rival_id, indicator_id, year, month)
) STRICT;

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, UNIQUE (ledger, name)
) STRICT;

CREATE TABLE scheme (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''), content TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, UNIQUE (year, number)
) STRICT;

CREATE TABLE score_event (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, item TEXT NOT NULL, unit_id INTEGER NOT NULL REFERENCES unit (id), person TEXT,
  date TEXT NOT NULL, value INTEGER NOT NULL, panel TEXT, reason TEXT NOT NULL CHECK (reason <> ''), proposer TEXT, approval TEXT, document TEXT
, part TEXT) STRICT;

CREATE INDEX score_event_unit ON score_event (unit_id);

CREATE INDEX score_event_year ON score_event (year, item);

CREATE TABLE score_objection (
  id INTEGER PRIMARY KEY, publication_id INTEGER NOT NULL REFERENCES score_publication (id) ON DELETE CASCADE,
  subject TEXT NOT NULL, item TEXT, objection TEXT NOT NULL CHECK (objection <> ''), raised_on TEXT NOT NULL, outcome TEXT, decided_on TEXT, decided_by TEXT
) STRICT;

CREATE INDEX score_objection_publication ON score_objection (publication_id);

CREATE TABLE score_publication (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, month INTEGER NOT NULL, kind TEXT NOT NULL, scheme_id INTEGER NOT NULL REFERENCES scheme (id), at TEXT NOT NULL, who TEXT NOT NULL, note TEXT,
  corrects INTEGER REFERENCES score_publication (id), content TEXT NOT NULL
) STRICT;

CREATE INDEX score_publication_corrects ON score_publication (corrects) WHERE corrects IS NOT NULL;

CREATE INDEX score_publication_period ON score_publication (year, month);

CREATE INDEX score_publication_scheme ON score_publication (scheme_id);

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, words TEXT NOT NULL, sounds TEXT NOT NULL
) STRICT;

CREATE INDEX search_entry_name ON search_entry (substr(words, 1, 12));

CREATE UNIQUE INDEX search_entry_record ON search_entry (ledger, record_id);

CREATE VIRTUAL TABLE search_index USING fts5 (words, sounds, content = '', contentless_delete = 1, tokenize = 'trigram', detail = none);

CREATE TABLE "setting" (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;

CREATE TABLE shared_row (
  id INTEGER PRIMARY KEY, circle TEXT NOT NULL, of_table TEXT NOT NULL, row_id INTEGER NOT NULL, -- the row keeps its number when it is gone
  unit_id INTEGER, -- the lower office that it is exchanged with; null: with all
  gid TEXT NOT NULL, removed TEXT, fields TEXT NOT NULL CHECK (json_valid(fields)), UNIQUE (circle, gid)
) STRICT;

CREATE INDEX shared_row_row ON shared_row (of_table, row_id, circle);

CREATE INDEX shared_row_unit ON shared_row (circle, unit_id, of_table);

CREATE TABLE stage_event (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  stage TEXT NOT NULL, date TEXT, who TEXT, note TEXT
, evidence TEXT, told TEXT) STRICT;

CREATE INDEX stage_event_project ON stage_event (project_id);

CREATE TABLE state_event (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, state TEXT NOT NULL,
  date TEXT, who TEXT, note TEXT, deadline_before TEXT, deadline TEXT
) STRICT;

CREATE INDEX state_event_record ON state_event (ledger, record_id);

CREATE TABLE talk (
  id INTEGER PRIMARY KEY, lead_id INTEGER REFERENCES lead (id) ON DELETE CASCADE, project_id INTEGER REFERENCES project (id) ON DELETE CASCADE,
  date TEXT, place TEXT, who TEXT, partner TEXT, content TEXT NOT NULL CHECK (content <> ''), next_step TEXT, answer_by TEXT, answered TEXT,
  CHECK ((lead_id IS NULL) <> (project_id IS NULL))
) STRICT;

CREATE INDEX talk_lead ON talk (lead_id) WHERE lead_id IS NOT NULL;

CREATE INDEX talk_owed ON talk (answer_by) WHERE answer_by IS NOT NULL AND answered IS NULL;

CREATE INDEX talk_project ON talk (project_id) WHERE project_id IS NOT NULL;

CREATE TRIGGER filled_target_added AFTER INSERT ON target BEGIN 
  INSERT INTO filled_sum (version_id, indicator_id, month, wanted, filled)
  SELECT new.version_id, new.indicator_id, month.value, 0, 0 FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month WHERE true ON CONFLICT DO NOTHING;
  UPDATE filled_sum SET wanted = wanted + 1, filled = filled + EXISTS (
    SELECT 1 FROM figure WHERE figure.indicator_id = new.indicator_id AND figure.unit_id = new.unit_id AND figure.month = filled_sum.month AND figure.cumulative IS NOT NULL
    AND figure.year = (SELECT year FROM target_version WHERE id = new.version_id))
  WHERE version_id = new.version_id AND indicator_id = new.indicator_id AND new.assured IS NOT NULL AND (SELECT kind FROM unit WHERE id = new.unit_id) <> 'county'; END;

CREATE TRIGGER filled_target_changed AFTER UPDATE OF assured ON target WHEN (old.assured IS NULL) <> (new.assured IS NULL) BEGIN 
  INSERT INTO filled_sum (version_id, indicator_id, month, wanted, filled)
  SELECT old.version_id, old.indicator_id, month.value, 0, 0 FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month WHERE true ON CONFLICT DO NOTHING;
  UPDATE filled_sum SET wanted = wanted - 1, filled = filled - EXISTS (
    SELECT 1 FROM figure WHERE figure.indicator_id = old.indicator_id AND figure.unit_id = old.unit_id AND figure.month = filled_sum.month AND figure.cumulative IS NOT NULL
    AND figure.year = (SELECT year FROM target_version WHERE id = old.version_id))
  WHERE version_id = old.version_id AND indicator_id = old.indicator_id AND old.assured IS NOT NULL AND (SELECT kind FROM unit WHERE id = old.unit_id) <> 'county'; 
  INSERT INTO filled_sum (version_id, indicator_id, month, wanted, filled)
  SELECT new.version_id, new.indicator_id, month.value, 0, 0 FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month WHERE true ON CONFLICT DO NOTHING;
  UPDATE filled_sum SET wanted = wanted + 1, filled = filled + EXISTS (
    SELECT 1 FROM figure WHERE figure.indicator_id = new.indicator_id AND figure.unit_id = new.unit_id AND figure.month = filled_sum.month AND figure.cumulative IS NOT NULL
    AND figure.year = (SELECT year FROM target_version WHERE id = new.version_id))
  WHERE version_id = new.version_id AND indicator_id = new.indicator_id AND new.assured IS NOT NULL AND (SELECT kind FROM unit WHERE id = new.unit_id) <> 'county'; END;

CREATE TRIGGER filled_target_removed BEFORE DELETE ON target BEGIN 
  INSERT INTO filled_sum (version_id, indicator_id, month, wanted, filled)
  SELECT old.version_id, old.indicator_id, month.value, 0, 0 FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month WHERE true ON CONFLICT DO NOTHING;
  UPDATE filled_sum SET wanted = wanted - 1, filled = filled - EXISTS (
    SELECT 1 FROM figure WHERE figure.indicator_id = old.indicator_id AND figure.unit_id = old.unit_id AND figure.month = filled_sum.month AND figure.cumulative IS NOT NULL
    AND figure.year = (SELECT year FROM target_version WHERE id = old.version_id))
  WHERE version_id = old.version_id AND indicator_id = old.indicator_id AND old.assured IS NOT NULL AND (SELECT kind FROM unit WHERE id = old.unit_id) <> 'county'; END;

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

CREATE TABLE target_version (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
  issued_on TEXT, document TEXT, reason TEXT, UNIQUE (year, number)
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY, code TEXT, title TEXT NOT NULL CHECK (title <> ''), state TEXT NOT NULL DEFAULT 'not_started',
  parent TEXT, source TEXT, lead_unit INTEGER REFERENCES unit (id), support_units TEXT, leader TEXT, owner TEXT,
  assigned_date TEXT, deadline TEXT, deadline_words TEXT, original_deadline TEXT, milestones TEXT, progress TEXT, closed_date TEXT,
  problem TEXT, measure TEXT, remark TEXT,
  approximate TEXT, extra TEXT
) STRICT;

CREATE INDEX task_code ON task (code) WHERE code IS NOT NULL;

CREATE INDEX task_lead_unit ON task (lead_unit);

CREATE INDEX task_parent ON task (parent) WHERE parent IS NOT NULL;

CREATE INDEX task_state ON task (state, deadline);

CREATE INDEX task_title ON task (title);

CREATE TABLE task_milestone (
  id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), deadline TEXT, deadline_words TEXT, done TEXT, note TEXT
) STRICT;

CREATE INDEX task_milestone_task ON task_milestone (task_id, place);

CREATE TABLE task_note (
  id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'), note TEXT NOT NULL CHECK (note <> ''), who TEXT,
  UNIQUE (task_id, month)
) STRICT;

CREATE TRIGGER figure_unit_moved AFTER UPDATE OF kind ON unit WHEN old.kind <> new.kind BEGIN
  DELETE FROM figure_sum WHERE (year, month, indicator_id) IN (SELECT year, month, indicator_id FROM figure WHERE unit_id = new.id);
  INSERT INTO figure_sum SELECT year, month, indicator_id, unit.kind, coalesce(sum(month_value), 0), count(month_value), coalesce(sum(cumulative), 0), count(cumulative), coalesce(sum(last_cumulative), 0), count(last_cumulative)
  FROM figure JOIN unit ON unit.id = unit_id WHERE unit.kind <> 'county' AND (year, month, indicator_id) IN (SELECT year, month, indicator_id FROM figure WHERE unit_id = new.id)
  GROUP BY year, month, indicator_id, unit.kind;
END;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('county','township','department','park','village')),
  parent_id INTEGER REFERENCES unit (id), place INTEGER NOT NULL,
  aliases TEXT, leader TEXT, active_from TEXT, active_to TEXT, successor_id INTEGER REFERENCES unit (id)
) STRICT;
