/**
 * Deadlines of problems and tasks: what is overdue or due soon on a day, and the rates that a
 * county reports (domain.md §8). Pure.
 */
import { divide, multiply, type Decimal } from '../exact/decimal.ts';
import { spanOf, type Day } from '../days/day.ts';
import type { Value } from '../ledgers/field.ts';

/** A deadline this many days away or nearer is due soon. */
export const SOON_DAYS = 7;

export interface Deed {
  readonly closed: boolean;
  /** null: none, or only in words such as 立行立改 */
  readonly deadline: Value;
  readonly closedOn: Value;
}

/** What the rules look at in a record of a ledger whose last state is `closed`. */
export const deedOf = (record: Readonly<Record<string, unknown>>): Deed => ({
  closed: record['state'] === 'closed',
  deadline: dayIn(record, 'deadline'),
  closedOn: dayIn(record, 'closed_date'),
});

const dayIn = (record: Readonly<Record<string, unknown>>, code: string): Value =>
  typeof record[code] === 'string' ? record[code] : null;

export type Deadline =
  | {
      readonly is: 'overdue' | 'soon' | 'later';
      /** to the last day that the deadline may mean; negative when overdue */
      readonly days: number;
    }
  | { readonly is: 'none' }
  /** closed: in time, late, or not told by the dates that are there */
  | { readonly is: 'inTime' | 'late' | 'unknown' };

export function deadlineOf(deed: Deed, today: Day): Deadline {
  if (deed.closed) return closedAgainst(deed);
  if (deed.deadline === null) return { is: 'none' };
  const days = daysBetween(today, spanOf(deed.deadline).last);
  return { is: days < 0 ? 'overdue' : days <= SOON_DAYS ? 'soon' : 'later', days };
}

/** A month that may lie on both sides of the deadline proves neither. */
function closedAgainst({ deadline, closedOn }: Deed): Deadline {
  if (deadline === null || closedOn === null) return { is: 'unknown' };
  const [closed, due] = [spanOf(closedOn), spanOf(deadline)];
  return { is: closed.last <= due.last ? 'inTime' : closed.first > due.last ? 'late' : 'unknown' };
}

/** Whether the deadline has come: its last day is today or before. */
const isDue = (deed: Deed, today: Day): boolean =>
  deed.deadline !== null && spanOf(deed.deadline).last <= today;

export interface DeadlineRates {
  readonly all: number;
  readonly closed: number;
  readonly overdue: number;
  readonly soon: number;
  /** whose deadline has come */
  readonly due: number;
  /** of those due, closed in time */
  readonly inTime: number;
}

export function deadlineRatesOf(deeds: readonly Deed[], today: Day): DeadlineRates {
  const standing = deeds.map((deed) => ({ deed, at: deadlineOf(deed, today).is }));
  const count = (test: (one: (typeof standing)[number]) => boolean): number =>
    standing.filter(test).length;
  return {
    all: deeds.length,
    closed: count(({ deed }) => deed.closed),
    overdue: count(({ at }) => at === 'overdue'),
    soon: count(({ at }) => at === 'soon'),
    due: count(({ deed }) => isDue(deed, today)),
    inTime: count(({ deed, at }) => at === 'inTime' && isDue(deed, today)),
  };
}

/** In percent with one place: "62.5"; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number): Decimal | null =>
  divide(multiply(String(part), '100'), String(whole), 1);

/** The full day so many days after a full day. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Full days from one full day to another; negative where it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** 每月5日前, 逐季度, 每周五: a deadline that comes again and again. */
const RECURRING = /(?:每|逐|按)(?:一?个?[年季月旬周日天]|星期|礼拜|季度|半年|半个?月|双月|两周)/;

/**
 * Whether a text that is no day stands for a lasting, recurring or immediate deadline: 立行立改,
 * 长期坚持, 每月5日前. Another text with figures is a day gone wrong.
 */
export const isDeadlineInWords = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) &&
  text.trim().length <= 20 &&
  (RECURRING.test(text) || !/[\d０-９]|[一二三四五六七八九十]+[月日号]/u.test(text));
