/** Days with the precision they were given: a year stays a year, a month stays a month. */

/** "2012", "2012-09" or "2012-09-30"; sorts as text. */
export type Day = string;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a real day, month or year between 1900 and 2200. */
export function isDay(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return (
    year >= 1900 &&
    year <= 2200 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= lastDayOf(year, month)
  );
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The parts as a Day; leave out what is not known. */
export function dayOf(year: number, month?: number, day?: number): Day {
  const pad = (part: number, width: number): string => String(part).padStart(width, '0');
  return (
    pad(year, 4) +
    (month === undefined ? '' : `-${pad(month, 2)}`) +
    (month === undefined || day === undefined ? '' : `-${pad(day, 2)}`)
  );
}

export function lastDay(year: number, month: number): Day {
  return dayOf(year, month, lastDayOf(year, month));
}

/** The earliest and latest full day that `day` may mean. */
export function spanOf(day: Day): { first: Day; last: Day } {
  const [year = 0, month, date] = day.split('-').map(Number);
  if (month === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  if (date === undefined) return { first: dayOf(year, month, 1), last: lastDay(year, month) };
  return { first: day, last: day };
}

/**
 * True only where `a` is before `b` whatever the unknown part of either is: days sort as texts, and
 * one that the other begins with holds it.
 */
export const surelyBefore = (a: Day, b: Day): boolean => a < b && !b.startsWith(a);

/** As people write it: 2012年, 2012年9月, 2012年9月30日. */
export function dayText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return (
    `${year}年` +
    (month === undefined ? '' : `${month}月`) +
    (date === undefined ? '' : `${date}日`)
  );
}
