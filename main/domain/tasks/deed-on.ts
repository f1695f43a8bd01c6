/**
 * How a problem or task stood on a past day: states, closing and extensions that are dated later
 * had not happened.
 */
import { spanOf, type Day } from '../days/day.ts';

export interface DatedState {
  readonly state: string;
  readonly date: Day | null;
  readonly deadlineBefore: Day | null;
}
type Values = Readonly<Record<string, unknown>>;

const isLater = (date: unknown, day: Day): boolean =>
  typeof date === 'string' && date !== '' && spanOf(date).first > day;

/**
 * `open`: what a record is called that was still open and of whose states before nothing is dated.
 */
export function deedOn<T extends Values>(
  record: T,
  moves: readonly DatedState[],
  day: Day,
  open: string,
): T {
  const later = moves.filter((move) => isLater(move.date, day));
  const closedLater = isLater(record['closed_date'], day);
  if (later.length === 0 && !closedLater) return record;
  const before = moves.findLast((move) => move.date !== null && !isLater(move.date, day));
  const extended = later.find((move) => move.deadlineBefore !== null)?.deadlineBefore;
  const original = record['original_deadline'];
  return {
    ...record,
    state: before?.state ?? open,
    ...(closedLater ? { closed_date: null } : {}),
    ...(extended === undefined || extended === null
      ? {}
      : { deadline: extended, original_deadline: original === extended ? null : original }),
  };
}
