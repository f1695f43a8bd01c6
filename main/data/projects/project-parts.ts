/**
 * What hangs on projects beyond import: arrivals with their cuts, the basis of shares, milestones;
 * gates of parks and exchange rates.
 */
import { fromScaled } from '../../domain/exact/decimal.ts';
import type { Rate } from '../../domain/exact/exchange.ts';
import type { Threshold } from '../../domain/projects/gate.ts';
import { yuanText } from '../../domain/exact/money.ts';
import type { ArrivalEntry } from '../../domain/projects/recognition.ts';
import type { Reader } from '../open.ts';
import { askRow, askRows, askValue, askValues, shape, type RowOf } from '../rows.ts';
import { thresholdsIn } from './kept-thresholds.ts';

export interface CutRow {
  readonly id: number;
  readonly amount: string;
  readonly reason: string;
}
const ARRIVAL = shape({
  id: 'integer',
  date: 'text?',
  amount: 'bigint',
  currency: 'text',
  basis: 'text',
  source: 'text?',
  evidence: 'text?',
  remark: 'text?',
  recognised: 'bigint?',
});

/** A project's arrivals in the order of their dates, undated ones first. */
export function arrivalEntries(db: Reader, project: number): readonly ArrivalEntry[] {
  const sql =
    'SELECT id, date, amount, currency, basis, source, evidence, remark, recognised FROM arrival WHERE project_id = ? ORDER BY date, id';
  return askRows(db, ARRIVAL, sql, project).map((row) => ({
    ...row,
    amount: yuanText(row.amount),
    recognised: row.recognised === null ? null : yuanText(row.recognised),
    cuts: cutsOf(db, row.id).map(({ amount, reason }) => ({ amount, reason })),
  }));
}

const CUT = shape({ id: 'integer', amount: 'bigint', reason: 'text' });
export function cutsOf(db: Reader, arrival: number): readonly CutRow[] {
  const sql = 'SELECT id, amount, reason FROM arrival_cut WHERE arrival_id = ? ORDER BY id';
  return askRows(db, CUT, sql, arrival).map((row) => ({ ...row, amount: yuanText(row.amount) }));
}

/** The project that an arrival belongs to; null where there is none. */
export const projectOfArrival = (db: Reader, arrival: number): number | null =>
  askValue(db, 'integer', 'SELECT project_id FROM arrival WHERE id = ?', arrival);

const BASIS = shape({ basis: 'text?', certificate: 'text?' });
/** Why the shares of a project's credits are what they are; nulls where nothing is said. */
export function creditBasis(db: Reader, project: number): RowOf<typeof BASIS> {
  const sql = 'SELECT basis, certificate FROM credit WHERE project_id = ? ORDER BY id LIMIT 1';
  return askRow(db, BASIS, sql, project) ?? { basis: null, certificate: null };
}

const MILESTONE = shape({
  id: 'integer',
  kind: 'text',
  name: 'text',
  deadline: 'text?',
  done_date: 'text?',
  person: 'text?',
  note: 'text?',
});
export type ProjectMilestoneRow = RowOf<typeof MILESTONE>;
export const milestonesOf = (db: Reader, project: number): readonly ProjectMilestoneRow[] =>
  askRows(
    db,
    MILESTONE,
    'SELECT id, kind, name, deadline, done_date, person, note FROM milestone WHERE project_id = ? ORDER BY kind, place, id',
    project,
  );

export interface GateRow {
  readonly id: number;
  /** '' for parks without conditions of their own */
  readonly park: string;
  readonly thresholds: readonly Threshold[];
}
const GATE = shape({ id: 'integer', park: 'text', thresholds: 'text' });
export function gatesOf(db: Reader): readonly GateRow[] {
  const rows = askRows(db, GATE, 'SELECT id, park, thresholds FROM gate ORDER BY park');
  return rows.map((row) => ({
    ...row,
    thresholds: thresholdsIn(row.thresholds, row.park),
  }));
}

/** Places that a rate is kept with. */
export const RATE_PLACES = 6;

const RATE = shape({
  id: 'integer',
  currency: 'text',
  year: 'integer',
  date: 'text?',
  rate: 'bigint',
});
export function ratesOfBook(db: Reader): readonly (Rate & { readonly id: number })[] {
  const sql =
    'SELECT id, currency, year, date, rate FROM exchange_rate ORDER BY year DESC, date, currency';
  return askRows(db, RATE, sql).map((row) => ({
    ...row,
    rate: fromScaled(row.rate, RATE_PLACES).replace(/\.?0+$/, ''),
  }));
}

export const arrivalIds = (db: Reader, project: number): readonly number[] =>
  askValues(db, 'integer', 'SELECT id FROM arrival WHERE project_id = ? ORDER BY id', project);

const CREDIT = shape({
  unit_id: 'integer',
  share: 'integer',
  basis: 'text?',
  certificate: 'text?',
});
/** The credits that are said, whole. */
export const creditRows = (db: Reader, project: number): readonly RowOf<typeof CREDIT>[] =>
  askRows(
    db,
    CREDIT,
    'SELECT unit_id, share, basis, certificate FROM credit WHERE project_id = ? ORDER BY id',
    project,
  );
