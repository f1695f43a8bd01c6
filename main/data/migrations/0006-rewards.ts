/** Reward rules by year and version, awards with their receivers and instalments. */
import type { Migration } from './migration.ts';

export const rewardTables: Migration = {
  version: 6,
  sql: `
-- content: the rules as JSON; an older version stays as it was
CREATE TABLE reward_book (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL CHECK (name <> ''), content TEXT NOT NULL, UNIQUE (year, number)
) STRICT;

-- amount in 分; words: how it came about; base in 分 of the same currency; project: null where it is for a result or over several projects
CREATE TABLE reward (
  id INTEGER PRIMARY KEY, book_id INTEGER NOT NULL REFERENCES reward_book (id), year INTEGER NOT NULL, rule TEXT NOT NULL, project_id INTEGER REFERENCES project (id) ON DELETE SET NULL,
  subject TEXT NOT NULL, base INTEGER, amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT NOT NULL, words TEXT NOT NULL,
  proposed_on TEXT NOT NULL, public_from TEXT, public_until TEXT, note TEXT
) STRICT;
CREATE INDEX reward_year ON reward (year, rule);
CREATE INDEX reward_project ON reward (project_id, rule) WHERE project_id IS NOT NULL;

-- percent × 100
CREATE TABLE reward_share (
  id INTEGER PRIMARY KEY, reward_id INTEGER NOT NULL REFERENCES reward (id) ON DELETE CASCADE, place INTEGER NOT NULL, unit_id INTEGER REFERENCES unit (id), person TEXT,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 10000), amount INTEGER NOT NULL, CHECK (unit_id IS NOT NULL OR person IS NOT NULL)
) STRICT;
CREATE INDEX reward_share_reward ON reward_share (reward_id);
CREATE INDEX reward_share_unit ON reward_share (unit_id) WHERE unit_id IS NOT NULL;

-- stage: due when the project has reached it; null: with the award
CREATE TABLE reward_instalment (
  id INTEGER PRIMARY KEY, reward_id INTEGER NOT NULL REFERENCES reward (id) ON DELETE CASCADE, place INTEGER NOT NULL, percent INTEGER NOT NULL, amount INTEGER NOT NULL,
  stage TEXT, paid_on TEXT, voucher TEXT, paid_by TEXT
) STRICT;
CREATE INDEX reward_instalment_reward ON reward_instalment (reward_id);
`,
};
