/**
 * Arrivals of an import: those that come with a project, and those of a register taken out of the
 * balance that a project already has.
 */
import { arrivalsOf, setCredits, type ArrivalRow } from '../../data/projects/projects.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import { spanOf } from '../../domain/days/day.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import { fenOfYuan } from '../../domain/exact/money.ts';
import { unrecognisedArrivals } from '../projects/arrivals.ts';
import { refuseParentsMoney } from '../projects/project-parents.ts';
import type { PlannedArrival, PlannedRecord } from './import-plan.ts';
import { type UnitIds, storedPatch, unitIdNamed, plannedCredits } from './stored-record.ts';

/**
 * One entry of its project; a month's figure or an undated total that covers it is told apart from
 * it, unless the list says of each row what it is.
 */
export function insertArrival(writing: Writing, record: PlannedRecord, units: UnitIds): number {
  const { db } = writing;
  const project = record.under ?? 0;
  refuseParentsMoney(db, project);
  const row = storedPatch(ledgers.arrival, record, units);
  const currency = String(row['currency'] ?? 'CNY');
  const basis = record.values.get('basis');
  const id = writing.insert('arrival', {
    ...row,
    project_id: project,
    basis: basis ?? 'entry',
    currency,
    until: null,
  });
  creditArrival(writing, record, project, units);
  if (basis !== null) return id;
  const covering = arrivalsOf(db, project).filter((one) => one.currency === currency);
  const date = typeof row['date'] === 'string' ? row['date'] : null;
  const month = covering.find((one) => one.basis === 'month' && one.date === date?.slice(0, 7));
  takeFromBalance(
    writing,
    month ?? covering.find((one) => one.basis === 'balance'),
    date,
    BigInt(row['amount'] ?? 0),
  );
  return id;
}

/** Whom an entry counts for is said of its project. */
export function creditArrival(
  writing: Writing,
  { credits, values }: PlannedRecord,
  project: number,
  units: UnitIds,
): void {
  const told = values.get('introducer');
  if (told !== null) writing.update('project', project, { introducer: unitIdNamed(units, told) });
  if (credits !== null) setCredits(writing, project, plannedCredits(credits, units));
}

/** What the arrivals' trigger would keep of them: the sum in 人民币, null where there is none. */
export function arrivedTotal({ arrivals }: PlannedRecord): SqlValue {
  let sum: bigint | null = null;
  for (const { amount, currency } of arrivals) {
    const fen = currency === 'CNY' ? fenOfYuan(amount) : 0n;
    if (fen !== 0n) sum = (sum ?? 0n) + fen;
  }
  return sum;
}

/**
 * A month's figure replaces that month's; a cumulative figure sets the undated part to what the
 * dated ones leave.
 */
export function setArrival(writing: Writing, project: number, planned: PlannedArrival): void {
  const all = arrivalsOf(writing.db, project).filter((one) => one.currency === planned.currency);
  const same = all.find((one) => one.basis === planned.basis && one.date === planned.date);
  const dated = all
    .filter((one) => one.basis !== 'balance')
    .reduce((sum, one) => sum + fenOfYuan(one.amount), 0n);
  const told = all
    .filter((one) => one.basis === 'entry' && one.date?.slice(0, 7) === planned.date)
    .reduce((sum, one) => sum + fenOfYuan(one.amount), 0n);
  const amount = fenOfYuan(planned.amount) - (planned.basis === 'balance' ? dated : told);
  if (same !== undefined)
    writing.update('arrival', same.id, {
      amount,
      until: planned.until,
      ...(amount === fenOfYuan(same.amount) ? {} : unrecognisedArrivals(writing, same.id)),
    });
  else if (amount !== 0n)
    writing.insert('arrival', {
      project_id: project,
      date: planned.date,
      amount,
      currency: planned.currency,
      basis: planned.basis,
      until: planned.until,
    });
  if (planned.basis === 'month')
    takeFromBalance(
      writing,
      all.find((one) => one.basis === 'balance'),
      planned.date,
      amount - (same === undefined ? 0n : fenOfYuan(same.amount)),
    );
}

/**
 * A month that the undated total already covers is told apart from it, not added again: 累计300万,
 * then 1—3月 100万 each stays 300万.
 */
function takeFromBalance(
  writing: Writing,
  balance: ArrivalRow | undefined,
  month: string | null,
  more: bigint,
): void {
  if (balance === undefined || month === null || more <= 0n) return;
  if (balance.until !== null && spanOf(month).first > spanOf(balance.until).last) return;
  const rest = fenOfYuan(balance.amount) - more;
  if (rest > 0n)
    writing.update('arrival', balance.id, {
      amount: rest,
      ...unrecognisedArrivals(writing, balance.id),
    });
  else writing.remove('arrival', balance.id);
}
