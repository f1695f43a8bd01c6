/** On paper: how a record's deadline stands on the table's day, and the rates of many. */
import type { Row } from '../../../../preload/contract/records.ts';
import type { Day } from '../../../domain/days/day.ts';
import {
  deadlineOf,
  deedOf,
  percentOf,
  deadlineRatesOf,
  SOON_DAYS,
} from '../../../domain/tasks/deadline.ts';
import { deedOn } from '../../../domain/tasks/deed-on.ts';
import type { StatedCode } from '../../../domain/tasks/states.ts';
import { rowsUntil, type ReportContext } from '../shared/report.ts';
import type { Told } from './ledger-list.ts';

/**
 * since which day a record is there, and what it is called that was open on a day of which no state
 * is dated
 */
const BEGUN: Readonly<Record<StatedCode, { readonly since: string; readonly open: string }>> = {
  rectification: { since: 'found_date', open: 'rectifying' },
  task: { since: 'assigned_date', open: 'doing' },
};

/**
 * Problems or tasks as they stood on the day: those found or assigned by then, with the states and
 * deadlines of then.
 */
export function deedsOn(
  ledger: StatedCode,
  rows: readonly Row[],
  day: Day,
  context: ReportContext,
): readonly Row[] {
  const { since, open } = BEGUN[ledger];
  const there = rowsUntil(rows, since, day);
  if (day >= context.today) return there;
  const moves = context.projects.stateMoves(ledger);
  return there.map((row) => deedOn(row, moves.get(row.id) ?? [], day, open));
}

/** 超期8天, 还有3天, 按期, 逾期. */
export const deadlineStanding: Told = {
  column: { path: ['时限提示'], width: 20, align: 'center' },
  cell: (row, day) => {
    const at = deadlineOf(deedOf(row), day);
    switch (at.is) {
      case 'overdue':
        return `超期${-at.days}天`;
      case 'soon':
        return at.days === 0 ? '当天到期' : `还有${at.days}天`;
      case 'inTime':
        return '按期';
      case 'late':
        return '逾期';
      case 'none':
      case 'later':
      case 'unknown':
        return null;
    }
  },
};

/**
 * One sentence: how many, how many closed, how many of those due in time, what is overdue and what
 * comes next.
 */
export function rateNote(
  rows: readonly Row[],
  day: Day,
  words: { readonly noun: string; readonly closed: string },
): readonly string[] {
  if (rows.length === 0) return [];
  const rates = deadlineRatesOf(rows.map(deedOf), day);
  const due =
    rates.due === 0
      ? ''
      : `已到期${rates.due}${words.noun}，按期${words.closed}${rates.inTime}${words.noun}，占${percentOf(rates.inTime, rates.due)}%；`;
  return [
    `共${rates.all}${words.noun}，已${words.closed}${rates.closed}${words.noun}，占${percentOf(rates.closed, rates.all)}%；${due}超期${rates.overdue}${words.noun}，${SOON_DAYS}天内到期${rates.soon}${words.noun}。`,
  ];
}
