/** The day on this machine's calendar. */
import { dayOf, type Day } from '../../main/domain/days/day.ts';

export function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The year on this machine's calendar: where nothing says which year is meant. */
export const thisYear = (): number => new Date().getFullYear();
