/** Rows that tell a project's life: months, talks, promotion events, problems. */
import { yuanText } from '../../domain/exact/money.ts';
import type {
  MonthEntry,
  ProblemRecord,
  PromotionRecord,
} from '../../domain/projects/project-life.ts';
import type { ProblemState } from '../../domain/projects/project-problem.ts';
import type { Reader } from '../open.ts';
import { askCount, askRow, askRows, askValues, shape, wordOf, type RowOf } from '../rows.ts';

const MONTH = shape({
  id: 'integer',
  month: 'text',
  planned: 'bigint?',
  invested: 'bigint?',
  note: 'text?',
  who: 'text?',
});
const yuan = (fen: bigint | null): string | null => (fen === null ? null : yuanText(fen));

/** Newest first. */
export function monthsOf(db: Reader, project: number): readonly MonthEntry[] {
  const sql =
    'SELECT id, month, planned, invested, note, who FROM project_month WHERE project_id = ? ORDER BY month DESC';
  return askRows(db, MONTH, sql, project).map((row) => ({
    ...row,
    planned: yuan(row.planned),
    invested: yuan(row.invested),
  }));
}

const TALK_COLUMNS = {
  id: 'integer',
  lead_id: 'integer?',
  project_id: 'integer?',
  date: 'text?',
  place: 'text?',
  who: 'text?',
  partner: 'text?',
  content: 'text',
  next_step: 'text?',
  answer_by: 'text?',
  answered: 'text?',
} as const;
const TALK = shape(TALK_COLUMNS);
const OWED_TALK = shape({ ...TALK_COLUMNS, name: 'text', unit: 'text?' });
export type TalkRow = RowOf<typeof TALK>;
const TALKS =
  'SELECT id, lead_id, project_id, date, place, who, partner, content, next_step, answer_by, answered';
const NEWEST = 'ORDER BY date IS NULL, date DESC, id DESC';

/** With those of the leads that became the project; newest first. */
export const talksOfProject = (db: Reader, project: number): readonly TalkRow[] =>
  askRows(
    db,
    TALK,
    `${TALKS} FROM talk WHERE project_id = :project OR lead_id IN (SELECT lead.id FROM lead JOIN project ON project.name = lead.project WHERE project.id = :project) ${NEWEST}`,
    { project },
  );
export const talksOfLead = (db: Reader, lead: number): readonly TalkRow[] =>
  askRows(db, TALK, `${TALKS} FROM talk WHERE lead_id = ? ${NEWEST}`, lead);

/** Talks that owe an answer by a day up to `day`. */
export function owedAnswers(db: Reader, day: string): readonly RowOf<typeof OWED_TALK>[] {
  const name =
    'coalesce((SELECT name FROM project WHERE id = project_id), (SELECT content FROM lead WHERE id = lead_id))';
  const unit =
    '(SELECT name FROM unit WHERE id = coalesce((SELECT coalesce(responsible_unit, introducer) FROM project WHERE id = project_id), (SELECT unit FROM lead WHERE lead.id = lead_id)))';
  return askRows(
    db,
    OWED_TALK,
    `${TALKS}, ${name} AS name, ${unit} AS unit FROM talk WHERE answer_by IS NOT NULL AND answered IS NULL AND answer_by <= ? ORDER BY answer_by, id`,
    day,
  );
}

const BECOME = shape({ id: 'integer', content: 'text', person: 'text?', date: 'text?' });

/** Leads that became a project, by its name. */
export const leadsOfProject = (db: Reader, project: number): readonly RowOf<typeof BECOME>[] =>
  askRows(
    db,
    BECOME,
    'SELECT lead.id, lead.content, person, date FROM lead JOIN project ON project.name = lead.project WHERE project.id = ? ORDER BY lead.id',
    project,
  );

const PROMOTION = shape({
  id: 'integer',
  name: 'text',
  planned: 'text?',
  held: 'text?',
  place: 'text?',
  unit: 'text?',
  leader: 'text?',
  guests: 'text?',
  result: 'text?',
  remark: 'text?',
});

/** By day planned or held; of one year, or all. An event without a day belongs to every year. */
export const promotionEvents = (db: Reader, year: number | null): readonly PromotionRecord[] =>
  askRows(
    db,
    PROMOTION,
    `SELECT id, name, planned, held, place, (SELECT name FROM unit WHERE id = unit_id) AS unit, leader, guests, result, remark FROM promotion_event
    WHERE :year IS NULL OR coalesce(held, planned) IS NULL OR substr(coalesce(held, planned), 1, 4) = :year ORDER BY coalesce(held, planned) IS NULL, coalesce(held, planned), id`,
    { year: year === null ? null : `${year}` },
  );

const PROBLEM = shape({
  id: 'integer',
  project: 'integer',
  projectName: 'text',
  problem: 'text',
  raised: 'text?',
  raisedBy: 'text?',
  unit: 'text?',
  leader: 'text?',
  deadline: 'text?',
  state: wordOf<ProblemState>(),
  result: 'text?',
  solved: 'text?',
  meeting: 'text?',
});
const PROBLEMS = `SELECT project_problem.id, project_id AS project, project.name AS projectName, project_problem.problem, raised, raised_by AS raisedBy, (SELECT name FROM unit WHERE id = unit_id) AS unit, leader, deadline, state, result, solved, meeting
  FROM project_problem JOIN project ON project.id = project_id`;
const PRESSING =
  "ORDER BY state NOT IN ('open','working'), deadline IS NULL, deadline, project_problem.id";

export const problemsOfProject = (db: Reader, project: number): readonly ProblemRecord[] =>
  askRows(db, PROBLEM, `${PROBLEMS} WHERE project_id = ? ${PRESSING}`, project);
export const problemRow = (db: Reader, id: number): ProblemRecord | null =>
  askRow(db, PROBLEM, `${PROBLEMS} WHERE project_problem.id = ?`, id);

/** Open ones first, the most pressing first; `state` and `unit` null: all. */
export function allProblems(
  db: Reader,
  {
    state,
    unit,
    offset,
    limit,
  }: {
    readonly state: string | null;
    readonly unit: string | null;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly problems: readonly ProblemRecord[]; readonly all: number } {
  const where = `WHERE (:state IS NULL OR state = :state) AND (:unit IS NULL OR unit_id = (SELECT id FROM unit WHERE name = :unit))`;
  const sql = `${PROBLEMS} ${where} ${PRESSING} LIMIT :limit OFFSET :offset`;
  return {
    problems: askRows(db, PROBLEM, sql, { state, unit, offset, limit }),
    all: askCount(db, `SELECT count(*) FROM project_problem ${where}`, { state, unit }),
  };
}

/** Which of the rows are there. */
export const presentIds = (
  db: Reader,
  table: 'talk' | 'promotion_event' | 'project_problem',
  ids: readonly number[],
): ReadonlySet<number> =>
  new Set(
    askValues(
      db,
      'integer',
      `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    ),
  );
