/** What hangs on projects beyond import: arrivals with their cuts, the basis of shares, milestones; gates of parks and exchange rates. */
import { fromScaled } from '../../domain/exact/decimal.ts';
import type { Rate } from '../../domain/exact/exchange.ts';
import type { Threshold } from '../../domain/projects/gate.ts';
import { yuanText } from '../../domain/exact/money.ts';
import type { ArrivalEntry } from '../../domain/projects/recognition.ts';
import { prepared, type Reader } from '../open.ts';

export interface CutRow {
  readonly id: number;
  readonly amount: string;
  readonly reason: string;
}
type Stored = Omit<ArrivalEntry, 'id' | 'amount' | 'recognised' | 'cuts'> & {
  readonly id: bigint;
  readonly amount: bigint;
  readonly recognised: bigint | null;
};

/** A project's arrivals in the order of their dates, undated ones first. */
export function arrivalEntries(db: Reader, project: number): readonly ArrivalEntry[] {
  const rows = prepared(
    db,
    'SELECT id, date, amount, currency, basis, source, evidence, remark, recognised FROM arrival WHERE project_id = ? ORDER BY date, id',
  )
    .safeIntegers(true)
    .all(project) as Stored[];
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    amount: yuanText(row.amount),
    recognised: row.recognised === null ? null : yuanText(row.recognised),
    cuts: cutsOf(db, Number(row.id)).map(({ amount, reason }) => ({ amount, reason })),
  }));
}

export function cutsOf(db: Reader, arrival: number): readonly CutRow[] {
  const rows = prepared(
    db,
    'SELECT id, amount, reason FROM arrival_cut WHERE arrival_id = ? ORDER BY id',
  )
    .safeIntegers(true)
    .all(arrival) as { id: bigint; amount: bigint; reason: string }[];
  return rows.map((row) => ({
    id: Number(row.id),
    amount: yuanText(row.amount),
    reason: row.reason,
  }));
}

/** The project that an arrival belongs to; null where there is none. */
export const projectOfArrival = (db: Reader, arrival: number): number | null =>
  (prepared(db, 'SELECT project_id FROM arrival WHERE id = ?').pluck().get(arrival) as
    | number
    | undefined) ?? null;

/** Why the shares of a project's credits are what they are; nulls where nothing is said. */
export function creditBasis(
  db: Reader,
  project: number,
): { readonly basis: string | null; readonly certificate: string | null } {
  const found = prepared(
    db,
    'SELECT basis, certificate FROM credit WHERE project_id = ? ORDER BY id LIMIT 1',
  ).get(project) as { basis: string | null; certificate: string | null } | undefined;
  return found ?? { basis: null, certificate: null };
}

export interface MilestoneRow {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly deadline: string | null;
  readonly done_date: string | null;
  readonly person: string | null;
  readonly note: string | null;
}
export const milestonesOf = (db: Reader, project: number): readonly MilestoneRow[] =>
  prepared(
    db,
    'SELECT id, kind, name, deadline, done_date, person, note FROM milestone WHERE project_id = ? ORDER BY kind, place, id',
  ).all(project) as MilestoneRow[];

export interface GateRow {
  readonly id: number;
  /** '' for parks without conditions of their own */
  readonly park: string;
  readonly thresholds: readonly Threshold[];
}
export function gatesOf(db: Reader): readonly GateRow[] {
  const rows = prepared(db, 'SELECT id, park, thresholds FROM gate ORDER BY park').all() as {
    id: number;
    park: string;
    thresholds: string;
  }[];
  return rows.map((row) => ({
    ...row,
    thresholds: JSON.parse(row.thresholds) as readonly Threshold[],
  }));
}

/** Places that a rate is kept with. */
export const RATE_PLACES = 6;

export function ratesOf(db: Reader): readonly (Rate & { readonly id: number })[] {
  const rows = prepared(
    db,
    'SELECT id, currency, year, date, rate FROM exchange_rate ORDER BY year DESC, date, currency',
  ).all() as { id: number; currency: string; year: number; date: string | null; rate: number }[];
  return rows.map((row) => ({
    ...row,
    rate: fromScaled(BigInt(row.rate), RATE_PLACES).replace(/\.?0+$/, ''),
  }));
}

export const arrivalIds = (db: Reader, project: number): readonly number[] =>
  prepared(db, 'SELECT id FROM arrival WHERE project_id = ? ORDER BY id')
    .pluck()
    .all(project) as number[];

/** The credits that are said, whole. */
export const creditRows = (
  db: Reader,
  project: number,
): readonly {
  readonly unit_id: number;
  readonly share: number;
  readonly basis: string | null;
  readonly certificate: string | null;
}[] =>
  prepared(
    db,
    'SELECT unit_id, share, basis, certificate FROM credit WHERE project_id = ? ORDER BY id',
  ).all(project) as {
    unit_id: number;
    share: number;
    basis: string | null;
    certificate: string | null;
  }[];
