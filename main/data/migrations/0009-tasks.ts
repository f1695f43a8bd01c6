/**
 * What hangs on tasks and problems beside their columns: milestones, monthly notes, chases; and the
 * joint meetings whose decisions become tasks.
 */
import type { Migration } from './migration.ts';

export const taskTables: Migration = {
  version: 9,
  sql: `
CREATE INDEX task_parent ON task (parent) WHERE parent IS NOT NULL;

CREATE TABLE task_milestone (
  id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), deadline TEXT, deadline_words TEXT, done TEXT, note TEXT
) STRICT;
CREATE INDEX task_milestone_task ON task_milestone (task_id, place);

-- a month's progress in words
CREATE TABLE task_note (
  id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'), note TEXT NOT NULL CHECK (note <> ''), who TEXT,
  UNIQUE (task_id, month)
) STRICT;

-- 催办 of a problem or task: whom, when, how, by whom; and what they replied
CREATE TABLE chase (
  id INTEGER PRIMARY KEY, ledger TEXT NOT NULL, record_id INTEGER NOT NULL, date TEXT, whom TEXT NOT NULL CHECK (whom <> ''), how TEXT, who TEXT, demand TEXT,
  reply TEXT, replied TEXT
) STRICT;
CREATE INDEX chase_record ON chase (ledger, record_id);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), date TEXT, place TEXT, host TEXT, attendees TEXT
) STRICT;

-- a matter on the agenda; its decision becomes a task
CREATE TABLE meeting_item (
  id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE, place INTEGER NOT NULL,
  topic TEXT NOT NULL CHECK (topic <> ''), raised_by TEXT, decision TEXT, unit_id INTEGER REFERENCES unit (id), support TEXT, deadline TEXT, task_id INTEGER
) STRICT;
CREATE INDEX meeting_item_meeting ON meeting_item (meeting_id, place);
CREATE INDEX meeting_item_task ON meeting_item (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX meeting_item_unit ON meeting_item (unit_id);
`,
};
