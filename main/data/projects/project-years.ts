/** Closed years of projects, as rows; and the rows that a year's turn or a merge writes. */
import { yuanText } from '../../domain/exact/money.ts';
import type { Reader } from '../open.ts';
import { askRows, askValue, askValues, askWhether, shape, type SqlValue } from '../rows.ts';
import type { Writing } from '../write.ts';
import type { AuditedTable } from '../audited-tables.ts';

export interface YearRow {
  readonly year: number;
  readonly stage: string | null;
  /** 元 */
  readonly planned: string | null;
  readonly invested: string | null;
}

const YEAR_COLUMNS = { stage: 'text?', planned: 'bigint?', invested: 'bigint?' } as const;
const YEAR = shape({ year: 'integer', ...YEAR_COLUMNS });
const OPEN_YEAR = shape({ id: 'integer', ...YEAR_COLUMNS });

export function yearsOf(db: Reader, project: number): readonly YearRow[] {
  const sql =
    'SELECT year, stage, planned, invested FROM project_year WHERE project_id = ? ORDER BY year DESC';
  const text = (fen: bigint | null): string | null => (fen === null ? null : yuanText(fen));
  return askRows(db, YEAR, sql, project).map((row) => ({
    ...row,
    planned: text(row.planned),
    invested: text(row.invested),
  }));
}

/** Whether all projects have turned from the year to the next. */
export const isYearClosed = (db: Reader, year: number): boolean =>
  askWhether(
    db,
    'SELECT EXISTS (SELECT 1 FROM project_year WHERE year = :year) AND NOT EXISTS (SELECT 1 FROM project WHERE NOT EXISTS (SELECT 1 FROM project_year WHERE project_id = project.id AND year = :year))',
    { year },
  );

export const newestYear = (db: Reader): number | null =>
  askValue(db, 'integer?', 'SELECT max(year) FROM project_year');

/** The id of what is kept of a project's year. */
export const projectYearRow = (db: Reader, project: number, year: number): number | null =>
  askValue(
    db,
    'integer',
    'SELECT id FROM project_year WHERE project_id = ? AND year = ?',
    project,
    year,
  );

/** What is kept of a project's year, made or changed. */
export function putProjectYear(
  writing: Writing,
  project: number,
  year: number,
  said: { readonly stage?: SqlValue; readonly planned?: SqlValue; readonly invested?: SqlValue },
): void {
  const known = projectYearRow(writing.db, project, year);
  if (known === null)
    writing.insert('project_year', {
      project_id: project,
      year,
      stage: null,
      planned: null,
      invested: null,
      ...said,
    });
  else writing.update('project_year', known, said);
}

const KEPT = shape({ project: 'integer', planned: 'bigint?', invested: 'bigint?' });
/** By project: 元 of a year that was kept. */
export const keptYear = (
  db: Reader,
  year: number,
): ReadonlyMap<number, { readonly planned: string | null; readonly invested: string | null }> =>
  new Map(
    askRows(
      db,
      KEPT,
      'SELECT project_id AS project, planned, invested FROM project_year WHERE year = ?',
      year,
    ).map(({ project, planned, invested }) => [
      project,
      {
        planned: planned === null ? null : yuanText(planned),
        invested: invested === null ? null : yuanText(invested),
      },
    ]),
  );

/**
 * Keeps each project's figures of the year and clears them for the next; answers how many projects
 * there are.
 */
export function closeYear(writing: Writing, year: number): number {
  const rows = askRows(
    writing.db,
    OPEN_YEAR,
    'SELECT id, stage, planned_this_year AS planned, invested_this_year AS invested FROM project ORDER BY id',
  );
  const add = writing.inserter('project_year', [
    'project_id',
    'year',
    'stage',
    'planned',
    'invested',
  ]);
  // what a list of the next year has kept already stands
  const kept = keptYear(writing.db, year);
  const open = rows.filter(({ id }) => !kept.has(id));
  for (const { id, stage, planned, invested } of open) add([id, year, stage, planned, invested]);
  for (const { id } of open)
    writing.update('project', id, { planned_this_year: null, invested_this_year: null });
  return open.length;
}

/** What hangs on a project and goes with it when two records become one. */
const MOVING = [
  'arrival',
  'stage_event',
  'milestone',
  'project_problem',
  'project_merge',
  'talk',
] as const satisfies readonly AuditedTable[];

export function moveParts(writing: Writing, from: number, to: number): void {
  // of a month that both tell of, the kept record's words stand
  const months = askValues(
    writing.db,
    'integer',
    'SELECT id FROM project_month WHERE project_id = ? AND month NOT IN (SELECT month FROM project_month WHERE project_id = ?) ORDER BY id',
    from,
    to,
  );
  for (const id of months) writing.update('project_month', id, { project_id: to });
  for (const table of MOVING) {
    const sql = `SELECT id FROM ${table} WHERE project_id = ? ORDER BY id`;
    for (const id of askValues(writing.db, 'integer', sql, from))
      writing.update(table, id, { project_id: to });
  }
  const files = askValues(
    writing.db,
    'integer',
    "SELECT id FROM attachment WHERE ledger = 'project' AND record_id = ? ORDER BY id",
    from,
  );
  for (const id of files) writing.update('attachment', id, { record_id: to });
}

/** The records that were merged into a project. */
export const mergedInto = (db: Reader, project: number): readonly number[] =>
  askValues(
    db,
    'integer',
    'SELECT dropped_id FROM project_merge WHERE project_id = ? ORDER BY id',
    project,
  );
