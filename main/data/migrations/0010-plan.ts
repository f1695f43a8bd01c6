/**
 * For the pages of the year: an index with a month's figures, and how many of a version's targets
 * have a figure in each month, kept by triggers.
 */
import type { Migration } from './migration.ts';

/** The versions of the figure's year that want it. */
const counts = (row: 'new' | 'old', by: '+ 1' | '- 1'): string => `
  UPDATE filled_sum SET filled = filled ${by} WHERE ${row}.cumulative IS NOT NULL AND month = ${row}.month AND indicator_id = ${row}.indicator_id AND version_id IN (
    SELECT version.id FROM target_version version JOIN target ON target.version_id = version.id AND target.indicator_id = ${row}.indicator_id AND target.unit_id = ${row}.unit_id
    WHERE version.year = ${row}.year AND target.assured IS NOT NULL) AND (SELECT kind FROM unit WHERE id = ${row}.unit_id) <> 'county';`;
/**
 * The figures of the target's year, month by month; its twelve rows are there as soon as anything
 * is wanted.
 */
const adds = (row: 'new' | 'old', by: '+' | '-'): string => `
  INSERT INTO filled_sum (version_id, indicator_id, month, wanted, filled)
  SELECT ${row}.version_id, ${row}.indicator_id, month.value, 0, 0 FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month WHERE true ON CONFLICT DO NOTHING;
  UPDATE filled_sum SET wanted = wanted ${by} 1, filled = filled ${by} EXISTS (
    SELECT 1 FROM figure WHERE figure.indicator_id = ${row}.indicator_id AND figure.unit_id = ${row}.unit_id AND figure.month = filled_sum.month AND figure.cumulative IS NOT NULL
    AND figure.year = (SELECT year FROM target_version WHERE id = ${row}.version_id))
  WHERE version_id = ${row}.version_id AND indicator_id = ${row}.indicator_id AND ${row}.assured IS NOT NULL AND (SELECT kind FROM unit WHERE id = ${row}.unit_id) <> 'county';`;

export const planTables: Migration = {
  version: 10,
  sql: `
-- a month's cumulative figures are read by every page of the year: from the index alone
CREATE INDEX figure_month ON figure (year, month, indicator_id, unit_id, cumulative);
CREATE TABLE filled_sum (
  version_id INTEGER NOT NULL, indicator_id INTEGER NOT NULL, month INTEGER NOT NULL, -- of the version's year
  wanted INTEGER NOT NULL, filled INTEGER NOT NULL, PRIMARY KEY (version_id, indicator_id, month)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER filled_figure_added AFTER INSERT ON figure BEGIN ${counts('new', '+ 1')} END;
CREATE TRIGGER filled_figure_removed AFTER DELETE ON figure BEGIN ${counts('old', '- 1')} END;
CREATE TRIGGER filled_figure_changed AFTER UPDATE OF cumulative ON figure WHEN (old.cumulative IS NULL) <> (new.cumulative IS NULL) BEGIN ${counts('old', '- 1')} ${counts('new', '+ 1')} END;
CREATE TRIGGER filled_target_added AFTER INSERT ON target BEGIN ${adds('new', '+')} END;
CREATE TRIGGER filled_target_removed BEFORE DELETE ON target BEGIN ${adds('old', '-')} END;
CREATE TRIGGER filled_target_changed AFTER UPDATE OF assured ON target WHEN (old.assured IS NULL) <> (new.assured IS NULL) BEGIN ${adds('old', '-')} ${adds('new', '+')} END;
INSERT INTO filled_sum (version_id, indicator_id, month, wanted, filled)
  SELECT version_id, target.indicator_id, month.value, count(*), count(figure.cumulative)
  FROM target JOIN target_version version ON version.id = version_id JOIN unit ON unit.id = target.unit_id AND unit.kind <> 'county' JOIN json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month
  LEFT JOIN figure ON figure.year = version.year AND figure.month = month.value AND figure.indicator_id = target.indicator_id AND figure.unit_id = target.unit_id
  WHERE target.assured IS NOT NULL GROUP BY 1, 2, 3;
`,
};
