/** Versions of a year's targets and their rows. */
import type { IndicatorFigure } from '../../domain/targets/indicator.ts';
import type { TargetVersion } from '../../domain/targets/target.ts';
import type { Reader } from '../open.ts';
import { askRow, askRows, askTuples, askValues, shape, tupleShape, type RowOf } from '../rows.ts';

const VERSION = shape({
  id: 'integer',
  year: 'integer',
  number: 'integer',
  name: 'text',
  issuedOn: 'text?',
  document: 'text?',
  reason: 'text?',
});
const VERSIONS =
  'SELECT id, year, number, name, issued_on AS issuedOn, document, reason FROM target_version';

/** Oldest first. */
export function versionsOf(db: Reader, year: number): readonly TargetVersion[] {
  return askRows(db, VERSION, `${VERSIONS} WHERE year = ? ORDER BY number`, year);
}

export function versionById(db: Reader, id: number): TargetVersion | null {
  return askRow(db, VERSION, `${VERSIONS} WHERE id = ?`, id);
}

/** The newest issued version, else the newest draft: what completion is measured against. */
export function versionInForce(db: Reader, year: number): TargetVersion | null {
  const sql = `${VERSIONS} WHERE year = ? ORDER BY issued_on IS NULL, number DESC LIMIT 1`;
  return askRow(db, VERSION, sql, year);
}

/** The years that have targets or figures, newest first. */
export const yearsWithTargets = (db: Reader): readonly number[] =>
  askValues(
    db,
    'integer',
    'SELECT year FROM target_version UNION SELECT year FROM figure ORDER BY year DESC',
  );

/** The newest version, draft or not: what is edited. */
export function newestVersion(db: Reader, year: number): TargetVersion | null {
  return askRow(db, VERSION, `${VERSIONS} WHERE year = ? ORDER BY number DESC LIMIT 1`, year);
}

/** What a version says of one unit (the county's own row is its task) and one indicator. */
const TARGET = shape({
  id: 'integer',
  version: 'integer',
  indicator: 'integer',
  unit: 'integer',
  base: 'bigint?',
  assured: 'bigint?',
  stretch: 'bigint?',
  /** the upper level's task */
  upper: 'bigint?',
  /** percent × 10^6, where growth was given and the figure follows from it */
  assuredGrowth: 'bigint?',
  stretchGrowth: 'bigint?',
  /** JSON of the plan's 4 or 12 increments as decimals (see domain/target-plan.ts); null: evenly */
  plan: 'text?',
  leader: 'text?',
  owner: 'text?',
  rival: 'text?',
  remark: 'text?',
});
export type TargetRow = RowOf<typeof TARGET>;
const TARGETS = `SELECT id, version_id AS version, indicator_id AS indicator, unit_id AS unit, base, assured, stretch, upper, assured_growth AS assuredGrowth, stretch_growth AS stretchGrowth, plan, leader, owner, rival, remark FROM target`;

/** All rows of a version, or those of one indicator. */
export function targetsOf(db: Reader, version: number, indicator?: number): readonly TargetRow[] {
  const where =
    indicator === undefined ? 'WHERE version_id = ?' : 'WHERE version_id = ? AND indicator_id = ?';
  const one = indicator === undefined ? [] : [indicator];
  return askRows(db, TARGET, `${TARGETS} ${where} ORDER BY id`, version, ...one);
}

export function targetAt(
  db: Reader,
  version: number,
  indicator: number,
  unit: number,
): TargetRow | null {
  const sql = `${TARGETS} WHERE version_id = ? AND indicator_id = ? AND unit_id = ?`;
  return askRow(db, TARGET, sql, version, indicator, unit);
}

/**
 * indicator, unit, assured, stretch, upper, base, plan (JSON): what months are measured against, as
 * rows of the table, for there may be thousands.
 */
export type TaskRow = readonly [
  indicator: bigint,
  unit: bigint,
  assured: IndicatorFigure | null,
  stretch: IndicatorFigure | null,
  upper: IndicatorFigure | null,
  base: IndicatorFigure | null,
  plan: string | null,
];

const TASK = tupleShape('bigint', 'bigint', 'bigint?', 'bigint?', 'bigint?', 'bigint?', 'text?');
/** Of a whole version, or of one indicator. */
export function tasksOf(db: Reader, version: number, indicator?: number): readonly TaskRow[] {
  const one = indicator === undefined ? '' : ' AND indicator_id = ?';
  return askTuples(
    db,
    TASK,
    `SELECT indicator_id, unit_id, assured, stretch, upper, base, plan FROM target WHERE version_id = ?${one}`,
    version,
    ...(indicator === undefined ? [] : [indicator]),
  );
}
