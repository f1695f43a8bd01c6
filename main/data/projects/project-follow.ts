/**
 * What to follow up, as rows: overdue milestones, steps behind their plan, money behind the year's
 * pace, projects nobody wrote of. Parents are looked at through their children.
 */
import type { Day } from '../../domain/days/day.ts';
import { freshLinks, PARENTS } from '../derived/project-links.ts';
import type { Reader } from '../open.ts';
import { askRows, shape, type RowOf } from '../rows.ts';

const NAMED_COLUMNS = {
  id: 'integer',
  name: 'text',
  unit: 'text?',
  person: 'text?',
} as const;
const SILENT = shape(NAMED_COLUMNS);
const LATE_MILESTONE = shape({ ...NAMED_COLUMNS, milestone: 'text', deadline: 'text!' });
const LATE_PROBLEM = shape({ ...NAMED_COLUMNS, problem: 'text', deadline: 'text!' });
const LATE_STEP = shape({ ...NAMED_COLUMNS, step: 'text', deadline: 'text!' });
const PLANNED = shape({ ...NAMED_COLUMNS, planned: 'bigint!', arrived: 'bigint' });
const NAMED =
  'project.id, project.name, (SELECT name FROM unit WHERE id = coalesce(project.responsible_unit, project.introducer)) AS unit';
/** Still on their way: neither done nor stopped. */
const GOING = `project.stage IN ('signed','approved','started','building') AND project.id NOT IN (${PARENTS})`;

/** Days told only by month or year are held against their last day by the caller. */
export function lateMilestones(db: Reader, today: Day): readonly RowOf<typeof LATE_MILESTONE>[] {
  return askRows(
    db,
    LATE_MILESTONE,
    `SELECT ${NAMED}, coalesce(milestone.person, owner) AS person, milestone.name AS milestone, deadline FROM milestone JOIN project ON project.id = project_id
    WHERE done_date IS NULL AND deadline IS NOT NULL AND deadline < ? AND project.stage IS NOT 'dropped' ORDER BY deadline, milestone.id`,
    today,
  );
}

export function lateProblems(db: Reader, today: Day): readonly RowOf<typeof LATE_PROBLEM>[] {
  return askRows(
    db,
    LATE_PROBLEM,
    `SELECT project.id, project.name, coalesce((SELECT name FROM unit WHERE id = unit_id), (SELECT name FROM unit WHERE id = coalesce(responsible_unit, introducer))) AS unit, leader AS person, project_problem.problem, deadline
    FROM project_problem JOIN project ON project.id = project_id WHERE state IN ('open','working') AND deadline IS NOT NULL AND deadline < ? ORDER BY deadline, project_problem.id`,
    today,
  );
}

/** Planned days of steps, and the stages in which the step is still to come. */
const PLANNED_STEPS = [
  {
    label: '签约',
    planned: 'planned_signed_date',
    actual: 'signed_date',
    before: ['lead', 'negotiating'],
  },
  {
    label: '开工',
    planned: 'planned_start_date',
    actual: 'started_date',
    before: ['lead', 'negotiating', 'signed', 'approved'],
  },
  {
    label: '竣工',
    planned: 'planned_completed_date',
    actual: 'completed_date',
    before: ['lead', 'negotiating', 'signed', 'approved', 'started', 'building'],
  },
  {
    label: '投产',
    planned: 'planned_producing_date',
    actual: 'producing_date',
    before: ['lead', 'negotiating', 'signed', 'approved', 'started', 'building', 'completed'],
  },
] as const;

export function lateSteps(db: Reader, today: Day): readonly RowOf<typeof LATE_STEP>[] {
  freshLinks(db);
  return PLANNED_STEPS.flatMap(({ label, planned, actual, before }) =>
    askRows(
      db,
      LATE_STEP,
      `SELECT ${NAMED}, owner AS person, '${label}' AS step, ${planned} AS deadline FROM project
      WHERE ${planned} < ? AND ${actual} IS NULL AND stage IN (${before.map((stage) => `'${stage}'`).join(', ')}) AND id NOT IN (${PARENTS}) ORDER BY ${planned}, id`,
      today,
    ),
  );
}

/**
 * 元 of the year's plan and of what came in the year; projects with entries of no known day are
 * left out, since their year cannot be told.
 */
export function plannedMoney(db: Reader, year: number): readonly RowOf<typeof PLANNED>[] {
  freshLinks(db);
  return askRows(
    db,
    PLANNED,
    `SELECT ${NAMED}, owner AS person, planned_this_year AS planned, coalesce((SELECT sum(amount) FROM arrival WHERE project_id = project.id AND currency = 'CNY' AND substr(date, 1, 4) = :year), 0) AS arrived
    FROM project WHERE ${GOING} AND planned_this_year > 0 AND NOT EXISTS (SELECT 1 FROM arrival WHERE project_id = project.id AND (date IS NULL OR currency <> 'CNY'))`,
    { year: `${year}` },
  );
}

/**
 * Going projects of which nobody wrote since the month began: no month's words, no move of stage,
 * no change of 形象进度. `since` is the month's beginning as the audit keeps times.
 */
export function silentProjects(
  db: Reader,
  month: string,
  since: string,
): readonly RowOf<typeof SILENT>[] {
  freshLinks(db);
  const written = `SELECT DISTINCT project.id FROM change JOIN audit ON audit.change_id = change.id AND audit."table" = 'project' JOIN project ON project.id BETWEEN row_id AND last_id
    WHERE change.at >= :since AND ((operation = 'created' AND project.progress IS NOT NULL) OR (operation = 'changed' AND json_extract(after, '$.progress') IS NOT NULL))`;
  return askRows(
    db,
    SILENT,
    `SELECT ${NAMED}, owner AS person FROM project WHERE ${GOING}
    AND id NOT IN (SELECT project_id FROM project_month WHERE month = :month AND note IS NOT NULL)
    AND id NOT IN (SELECT project_id FROM stage_event WHERE substr(date, 1, 7) = :month) AND id NOT IN (${written}) ORDER BY id`,
    { month, since },
  );
}
