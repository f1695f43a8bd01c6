/** The leads of a year by the person who gave them. */
import type { Reader } from '../open.ts';
import { askRow, askRows, askValues, shape, type RowOf } from '../rows.ts';

const PERSON_LEADS = shape({
  person: 'text!',
  unit: 'text?',
  rank: 'text?',
  given: 'integer',
  valuable: 'real',
  waiting: 'real',
  promoted: 'real',
});
export type PersonLeads = RowOf<typeof PERSON_LEADS>;

/**
 * Everyone on the list of people, and whoever gave a lead in the year; by unit in the county's
 * order, then by name. A lead without a day belongs to no year.
 */
export function leadsByPerson(db: Reader, year: number): readonly PersonLeads[] {
  const sql = `WITH given AS (
      SELECT person, unit, max(rank_class) AS rank, count(*) AS given, total(judged = '有效') AS valuable, total(judged IS NULL) AS waiting, total(project IS NOT NULL) AS promoted
      FROM lead WHERE person IS NOT NULL AND substr(date, 1, 4) = :year GROUP BY person, unit),
    listed AS (SELECT name, unit, rank_class FROM person),
    everyone AS (
      SELECT listed.name AS person, listed.unit, coalesce(rank_class, rank) AS rank, given, valuable, waiting, promoted FROM listed LEFT JOIN given ON given.person = listed.name AND (given.unit IS listed.unit OR given.unit IS NULL)
      UNION ALL SELECT person, unit, rank, given, valuable, waiting, promoted FROM given
        WHERE NOT EXISTS (SELECT 1 FROM listed WHERE listed.name = given.person AND (given.unit IS listed.unit OR given.unit IS NULL)))
    SELECT person, unit.name AS unit, rank, coalesce(given, 0) AS given, coalesce(valuable, 0) AS valuable, coalesce(waiting, 0) AS waiting, coalesce(promoted, 0) AS promoted
    FROM everyone LEFT JOIN unit ON unit.id = everyone.unit ORDER BY unit.place IS NULL, unit.place, person`;
  return askRows(db, PERSON_LEADS, sql, { year: `${year}` });
}

const TOTALS = shape({ all: 'integer', valuable: 'integer', promoted: 'integer' });
const NONE: RowOf<typeof TOTALS> = { all: 0, valuable: 0, promoted: 0 };

/** How many leads there are, of value, and become projects. */
export const leadTotals = (db: Reader): RowOf<typeof TOTALS> =>
  askRow(
    db,
    TOTALS,
    `SELECT count(*) AS "all", count(*) FILTER (WHERE judged = '有效') AS valuable, count(*) FILTER (WHERE project IS NOT NULL) AS promoted FROM lead`,
  ) ?? NONE;

const OWED = shape({
  id: 'integer',
  name: 'text',
  unit: 'text?',
  person: 'text?',
  answer_by: 'text!',
});

/** Leads whose answer was owed up to `day` and is not given. */
export const owedLeads = (db: Reader, day: string): readonly RowOf<typeof OWED>[] =>
  askRows(
    db,
    OWED,
    'SELECT id, content AS name, (SELECT name FROM unit WHERE id = lead.unit) AS unit, person, answer_by FROM lead WHERE answer_by IS NOT NULL AND answered_date IS NULL AND project IS NULL AND answer_by <= ? ORDER BY answer_by, id',
    day,
  );

/** Ids of the leads that became the project of this name. */
export const leadsNaming = (db: Reader, project: string): readonly number[] =>
  askValues(db, 'integer', 'SELECT id FROM lead WHERE project = ?', project);
