/** What hangs on a project: its stages, credits, arrivals; and how an import finds it again. */
import { yuanText } from '../../domain/exact/money.ts';
import type { Reader } from '../open.ts';
import { askRows, askValue, askValues, askWhether, shape, type RowOf } from '../rows.ts';
import type { Writing } from '../write.ts';

export interface StageRow {
  readonly stage: string;
  readonly date: string | null;
  readonly who: string | null;
  readonly note: string | null;
  /** the paper that shows it: 开工令, 验收报告 */
  readonly evidence?: string | null;
  /** as of when a list told it */
  readonly told?: string | null;
}

const STAGE = shape({
  stage: 'text',
  date: 'text?',
  who: 'text?',
  note: 'text?',
  evidence: 'text?',
  told: 'text?',
});
/**
 * The moves in their order. A project that never moved has stood in its stage since an unknown day.
 */
export function stagesOf(db: Reader, project: number): readonly StageRow[] {
  const sql =
    'SELECT stage, date, who, note, evidence, told FROM stage_event WHERE project_id = ? ORDER BY id';
  const moves = askRows(db, STAGE, sql, project);
  if (moves.length > 0) return moves;
  const stage = stageOf(db, project);
  return stage === null
    ? []
    : [{ stage, date: null, who: null, note: null, evidence: null, told: null }];
}

const stageOf = (db: Reader, project: number): string | null =>
  askValue(db, 'text?', 'SELECT stage FROM project WHERE id = ?', project);

/**
 * Notes a project's move to a stage, before the stage itself is written. With the first move, the
 * stage that the project stood in is kept before it.
 */
export function noteStage(writing: Writing, project: number, move: StageRow): void {
  const { db } = writing;
  const moved = askWhether(
    db,
    'SELECT EXISTS (SELECT 1 FROM stage_event WHERE project_id = ?)',
    project,
  );
  const stood = moved ? null : stageOf(db, project);
  const leaves = stood !== null && stood !== move.stage;
  const says = [move.date, move.who, move.note, move.evidence ?? null, move.told ?? null].some(
    (one) => one !== null,
  );
  if (leaves)
    writing.insert('stage_event', {
      project_id: project,
      stage: stood,
      date: null,
      who: null,
      note: null,
    });
  // a first stage of which nothing else is known stands in the project alone
  if (moved || leaves || says)
    writing.insert('stage_event', {
      project_id: project,
      stage: move.stage,
      date: move.date,
      who: move.who,
      note: move.note,
      evidence: move.evidence ?? null,
      told: move.told ?? null,
    });
}

/** The newest list that told a stage of the project; null where none has. */
export const newestTold = (db: Reader, project: number): string | null =>
  askValue(db, 'text?', 'SELECT max(told) FROM stage_event WHERE project_id = ?', project);

export const allProjectIds = (db: Reader): readonly number[] =>
  askValues(db, 'integer', 'SELECT id FROM project ORDER BY id');

/** The name of the unit that brought a project in. */
export const introducerOf = (db: Reader, project: number): string | null =>
  askValue(
    db,
    'text',
    'SELECT unit.name FROM project JOIN unit ON unit.id = introducer WHERE project.id = ?',
    project,
  );

export interface Credit {
  readonly unit: string;
  /** "50", "33.33" */
  readonly percent: string;
}

/**
 * Credited units with their percent; a project of which nothing else is said counts for its
 * introducer alone.
 */
export const creditsOf = (db: Reader, project: number): readonly Credit[] =>
  creditsOfAll(db, [project]).get(project) ?? [];

const CREDIT = shape({ project: 'integer', unit: 'text', share: 'integer' });
/** The credits of many projects; one without is absent. */
export function creditsOfAll(
  db: Reader,
  projects: readonly number[],
): ReadonlyMap<number, readonly Credit[]> {
  const sql = `SELECT project_id AS project, unit.name AS unit, share FROM credited JOIN unit ON unit.id = unit_id WHERE project_id IN (SELECT value FROM json_each(?)) ORDER BY project_id, credited.place`;
  const rows = askRows(db, CREDIT, sql, JSON.stringify(projects));
  return grouped(rows, ({ project, unit, share }) => [
    project,
    { unit, percent: String(share / 100) },
  ]);
}

function grouped<R, T>(
  rows: readonly R[],
  split: (row: R) => readonly [project: number, part: T],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const [project, part] = split(row);
    const group = groups.get(project);
    if (group === undefined) groups.set(project, [part]);
    else group.push(part);
  }
  return groups;
}

const SAID = shape({ id: 'integer', unit: 'integer' });
/** The credits that are said, not those that follow from the introducer. */
export const saidCredits = (db: Reader, project: number): readonly RowOf<typeof SAID>[] =>
  askRows(
    db,
    SAID,
    'SELECT id, unit_id AS unit FROM credit WHERE project_id = ? ORDER BY id',
    project,
  );

/** 100 %, in the hundredths of a percent that shares are kept in */
const WHOLE = 10_000;

const UNSAID = { basis: null, certificate: null };

/**
 * Says whom a project counts for, its introducer being written already; shares in 1/100 %, and why
 * they are so. None: for its introducer alone.
 */
export function setCredits(
  writing: Writing,
  project: number,
  credits: readonly { readonly unit: number; readonly share: number }[],
  said: { readonly basis: string | null; readonly certificate: string | null } = UNSAID,
): void {
  const introducer = askValue(
    writing.db,
    'integer?',
    'SELECT introducer FROM project WHERE id = ?',
    project,
  );
  for (const { id } of saidCredits(writing.db, project)) writing.remove('credit', id);
  if (credits.every((credit) => credit.unit === introducer && credit.share === WHOLE)) return;
  for (const { unit, share } of credits)
    writing.insert('credit', { project_id: project, unit_id: unit, share, ...said });
}

export interface ArrivalRow {
  readonly id: number;
  readonly date: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly basis: string;
  /** of a balance: the last month (or year) that it covers */
  readonly until: string | null;
  readonly remark: string | null;
}

/** Arrivals in the order of their dates, undated ones first; amounts in 元. */
export const arrivalsOf = (db: Reader, project: number): readonly ArrivalRow[] =>
  arrivalsOfAll(db, [project]).get(project) ?? [];

const ARRIVAL = shape({
  project: 'integer',
  id: 'integer',
  date: 'text?',
  amount: 'bigint',
  currency: 'text',
  basis: 'text',
  until: 'text?',
  remark: 'text?',
});
/** The arrivals of many projects; one without is absent. */
export function arrivalsOfAll(
  db: Reader,
  projects: readonly number[],
): ReadonlyMap<number, readonly ArrivalRow[]> {
  const sql =
    'SELECT project_id AS project, id, date, amount, currency, basis, until, remark FROM arrival WHERE project_id IN (SELECT value FROM json_each(?)) ORDER BY project_id, date, id';
  const rows = askRows(db, ARRIVAL, sql, JSON.stringify(projects));
  return grouped(rows, ({ project, ...row }) => [
    project,
    { ...row, amount: yuanText(row.amount) },
  ]);
}

const KEY_COLUMNS = {
  id: 'integer',
  code: 'text?',
  introducer: 'text?',
  responsible_unit: 'text?',
} as const;
const KEY = shape(KEY_COLUMNS);
const NAMED_KEY = shape({ ...KEY_COLUMNS, name: 'text' });
export type ProjectKey = RowOf<typeof KEY>;
export interface ProjectKeys {
  byCode(code: string): readonly ProjectKey[];
  byName(name: string): readonly ProjectKey[];
}

const KEYS = `SELECT project.id, code, (SELECT name FROM unit WHERE id = introducer) AS introducer, (SELECT name FROM unit WHERE id = responsible_unit) AS responsible_unit`;
/** From so many look-ups on, all keys at once cost less than more of them. */
const MANY = 2000;

/** The projects as they are now, by what identifies them; for the rows of one import. */
export function projectKeys(db: Reader): ProjectKeys {
  let asked = 0;
  let all: KeyMaps | null = null;
  const many = (): KeyMaps | null => ((asked += 1) > MANY ? (all ??= allKeys(db)) : null);
  const one = (column: 'code' | 'name', text: string): readonly ProjectKey[] =>
    askRows(db, KEY, `${KEYS} FROM project WHERE ${column} = ?`, text);
  return {
    byCode: (code) => many()?.byCode.get(code) ?? (all === null ? one('code', code) : []),
    byName: (name) => many()?.byName.get(name) ?? (all === null ? one('name', name) : []),
  };
}

interface KeyMaps {
  readonly byCode: ReadonlyMap<string, readonly ProjectKey[]>;
  readonly byName: ReadonlyMap<string, readonly ProjectKey[]>;
}
function allKeys(db: Reader): KeyMaps {
  const [byCode, byName] = [new Map<string, ProjectKey[]>(), new Map<string, ProjectKey[]>()];
  const add = (map: Map<string, ProjectKey[]>, text: string, key: ProjectKey): void => {
    const keys = map.get(text);
    if (keys === undefined) map.set(text, [key]);
    else keys.push(key);
  };
  const rows = askRows(db, NAMED_KEY, `${KEYS}, name FROM project ORDER BY project.id`);
  for (const { name, ...key } of rows) {
    if (key.code !== null) add(byCode, key.code, key);
    add(byName, name, key);
  }
  return { byCode, byName };
}
