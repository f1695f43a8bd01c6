/** Versions of a year's targets and their rows. */
import type { Figure } from '../../domain/targets/indicator.ts';
import type { TargetVersion } from '../../domain/targets/target.ts';
import { prepared, type Reader } from '../open.ts';

const VERSIONS =
  'SELECT id, year, number, name, issued_on AS issuedOn, document, reason FROM target_version';

/** Oldest first. */
export function versionsOf(db: Reader, year: number): readonly TargetVersion[] {
  return prepared(db, `${VERSIONS} WHERE year = ? ORDER BY number`).all(year) as TargetVersion[];
}

export function versionById(db: Reader, id: number): TargetVersion | null {
  return (prepared(db, `${VERSIONS} WHERE id = ?`).get(id) as TargetVersion | undefined) ?? null;
}

/** The newest issued version, else the newest draft: what completion is measured against. */
export function versionInForce(db: Reader, year: number): TargetVersion | null {
  return (
    (prepared(db, `${VERSIONS} WHERE year = ? ORDER BY issued_on IS NULL, number DESC LIMIT 1`).get(
      year,
    ) as TargetVersion | undefined) ?? null
  );
}

/** The years that have targets or figures, newest first. */
export const yearsWithTargets = (db: Reader): readonly number[] =>
  prepared(db, 'SELECT year FROM target_version UNION SELECT year FROM figure ORDER BY year DESC')
    .pluck()
    .all() as number[];

/** The newest version, draft or not: what is edited. */
export function newestVersion(db: Reader, year: number): TargetVersion | null {
  return (
    (prepared(db, `${VERSIONS} WHERE year = ? ORDER BY number DESC LIMIT 1`).get(year) as
      | TargetVersion
      | undefined) ?? null
  );
}

/** What a version says of one unit (the county's own row is its task) and one indicator. */
export interface TargetRow {
  readonly id: number;
  readonly version: number;
  readonly indicator: number;
  readonly unit: number;
  readonly base: Figure | null;
  readonly assured: Figure | null;
  readonly stretch: Figure | null;
  /** the upper level's task */
  readonly upper: Figure | null;
  /** percent × 10^6, where growth was given and the figure follows from it */
  readonly assuredGrowth: Figure | null;
  readonly stretchGrowth: Figure | null;
  /** JSON of the plan's 4 or 12 increments as decimals (see domain/target-plan.ts); null: evenly */
  readonly plan: string | null;
  readonly leader: string | null;
  readonly owner: string | null;
  readonly rival: string | null;
  readonly remark: string | null;
}
const TARGETS = `SELECT id, version_id AS version, indicator_id AS indicator, unit_id AS unit, base, assured, stretch, upper, assured_growth AS assuredGrowth, stretch_growth AS stretchGrowth, plan, leader, owner, rival, remark FROM target`;
type Stored = Omit<TargetRow, 'id' | 'version' | 'indicator' | 'unit'> & {
  readonly id: bigint;
  readonly version: bigint;
  readonly indicator: bigint;
  readonly unit: bigint;
};
const rowOf = (row: Stored): TargetRow => ({
  ...row,
  id: Number(row.id),
  version: Number(row.version),
  indicator: Number(row.indicator),
  unit: Number(row.unit),
});

/** All rows of a version, or those of one indicator. */
export function targetsOf(db: Reader, version: number, indicator?: number): readonly TargetRow[] {
  const where =
    indicator === undefined ? 'WHERE version_id = ?' : 'WHERE version_id = ? AND indicator_id = ?';
  const rows = prepared(db, `${TARGETS} ${where} ORDER BY id`)
    .safeIntegers(true)
    .all(...(indicator === undefined ? [version] : [version, indicator])) as Stored[];
  return rows.map(rowOf);
}

export function targetAt(
  db: Reader,
  version: number,
  indicator: number,
  unit: number,
): TargetRow | null {
  const row = prepared(db, `${TARGETS} WHERE version_id = ? AND indicator_id = ? AND unit_id = ?`)
    .safeIntegers(true)
    .get(version, indicator, unit) as Stored | undefined;
  return row === undefined ? null : rowOf(row);
}

/** indicator, unit, assured, stretch, upper, plan (JSON): what months are measured against, as rows of the table, for there may be thousands. */
export type TaskRow = readonly [
  indicator: bigint,
  unit: bigint,
  assured: Figure | null,
  stretch: Figure | null,
  upper: Figure | null,
  plan: string | null,
];

/** Of a whole version, or of one indicator. */
export function tasksOf(db: Reader, version: number, indicator?: number): readonly TaskRow[] {
  const one = indicator === undefined ? '' : ' AND indicator_id = ?';
  return prepared(
    db,
    `SELECT indicator_id, unit_id, assured, stretch, upper, plan FROM target WHERE version_id = ?${one}`,
  )
    .safeIntegers(true)
    .raw()
    .all(version, ...(indicator === undefined ? [] : [indicator])) as TaskRow[];
}
