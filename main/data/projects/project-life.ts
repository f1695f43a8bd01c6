/** Rows that tell a project's life: months, talks, promotion events, problems. */
import { yuanText } from '../../domain/exact/money.ts';
import type {
  MonthEntry,
  ProblemRecord,
  PromotionRecord,
} from '../../domain/projects/project-life.ts';
import { prepared, type Reader } from '../open.ts';

type StoredMonth = Omit<MonthEntry, 'id' | 'planned' | 'invested'> & {
  readonly id: bigint;
  readonly planned: bigint | null;
  readonly invested: bigint | null;
};
const yuan = (fen: bigint | null): string | null => (fen === null ? null : yuanText(fen));

/** Newest first. */
export function monthsOf(db: Reader, project: number): readonly MonthEntry[] {
  const rows = prepared(
    db,
    'SELECT id, month, planned, invested, note, who FROM project_month WHERE project_id = ? ORDER BY month DESC',
  )
    .safeIntegers(true)
    .all(project) as StoredMonth[];
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    planned: yuan(row.planned),
    invested: yuan(row.invested),
  }));
}

export interface TalkRow {
  readonly id: number;
  readonly lead_id: number | null;
  readonly project_id: number | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly who: string | null;
  readonly partner: string | null;
  readonly content: string;
  readonly next_step: string | null;
  readonly answer_by: string | null;
  readonly answered: string | null;
}
const TALK =
  'SELECT id, lead_id, project_id, date, place, who, partner, content, next_step, answer_by, answered FROM talk';
const NEWEST = 'ORDER BY date IS NULL, date DESC, id DESC';

/** With those of the leads that became the project; newest first. */
export const talksOfProject = (db: Reader, project: number): readonly TalkRow[] =>
  prepared(
    db,
    `${TALK} WHERE project_id = :project OR lead_id IN (SELECT lead.id FROM lead JOIN project ON project.name = lead.project WHERE project.id = :project) ${NEWEST}`,
  ).all({ project }) as TalkRow[];
export const talksOfLead = (db: Reader, lead: number): readonly TalkRow[] =>
  prepared(db, `${TALK} WHERE lead_id = ? ${NEWEST}`).all(lead) as TalkRow[];

/** Talks that owe an answer by a day up to `day`. */
export function owedAnswers(
  db: Reader,
  day: string,
): readonly (TalkRow & { readonly name: string; readonly unit: string | null })[] {
  const name =
    'coalesce((SELECT name FROM project WHERE id = project_id), (SELECT content FROM lead WHERE id = lead_id))';
  const unit =
    '(SELECT name FROM unit WHERE id = coalesce((SELECT coalesce(responsible_unit, introducer) FROM project WHERE id = project_id), (SELECT unit FROM lead WHERE lead.id = lead_id)))';
  return prepared(
    db,
    `SELECT talk.*, ${name} AS name, ${unit} AS unit FROM talk WHERE answer_by IS NOT NULL AND answered IS NULL AND answer_by <= ? ORDER BY answer_by, id`,
  ).all(day) as (TalkRow & { name: string; unit: string | null })[];
}

/** Leads that became a project, by its name. */
export const leadsOfProject = (
  db: Reader,
  project: number,
): readonly {
  readonly id: number;
  readonly content: string;
  readonly person: string | null;
  readonly date: string | null;
}[] =>
  prepared(
    db,
    'SELECT lead.id, lead.content, person, date FROM lead JOIN project ON project.name = lead.project WHERE project.id = ? ORDER BY lead.id',
  ).all(project) as { id: number; content: string; person: string | null; date: string | null }[];

/** By day planned or held; of one year, or all. An event without a day belongs to every year. */
export const promotionEvents = (db: Reader, year: number | null): readonly PromotionRecord[] =>
  prepared(
    db,
    `SELECT id, name, planned, held, place, (SELECT name FROM unit WHERE id = unit_id) AS unit, leader, guests, result, remark FROM promotion_event
    WHERE :year IS NULL OR coalesce(held, planned) IS NULL OR substr(coalesce(held, planned), 1, 4) = :year ORDER BY coalesce(held, planned) IS NULL, coalesce(held, planned), id`,
  ).all({ year: year === null ? null : `${year}` }) as PromotionRecord[];

const PROBLEM = `SELECT project_problem.id, project_id AS project, project.name AS projectName, project_problem.problem, raised, raised_by AS raisedBy, (SELECT name FROM unit WHERE id = unit_id) AS unit, leader, deadline, state, result, solved, meeting
  FROM project_problem JOIN project ON project.id = project_id`;
const PRESSING =
  "ORDER BY state NOT IN ('open','working'), deadline IS NULL, deadline, project_problem.id";

export const problemsOf = (db: Reader, project: number): readonly ProblemRecord[] =>
  prepared(db, `${PROBLEM} WHERE project_id = ? ${PRESSING}`).all(project) as ProblemRecord[];
export const problemRow = (db: Reader, id: number): ProblemRecord | null =>
  (prepared(db, `${PROBLEM} WHERE project_problem.id = ?`).get(id) as ProblemRecord | undefined) ??
  null;

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
  const all = Number(
    prepared(db, `SELECT count(*) FROM project_problem ${where}`).pluck().get({ state, unit }),
  );
  return {
    problems: prepared(db, `${PROBLEM} ${where} ${PRESSING} LIMIT :limit OFFSET :offset`).all({
      state,
      unit,
      offset,
      limit,
    }) as ProblemRecord[],
    all,
  };
}

/** Which of the rows are there. */
export const presentIds = (
  db: Reader,
  table: 'talk' | 'promotion_event' | 'project_problem',
  ids: readonly number[],
): ReadonlySet<number> =>
  new Set(
    prepared(db, `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
      .pluck()
      .all(JSON.stringify(ids)) as number[],
  );
