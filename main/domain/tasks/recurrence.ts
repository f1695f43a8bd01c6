/**
 * Deadlines that come again and again, as offices write them: 每月5日前, 每季度末, 逐季,
 * 每半月一期, 每星期六, 每年6月底前; the days on which they fall due. Pure.
 */
import type { Day } from '../days/day.ts';
import { daysAfter } from './deadline.ts';

type Rhythm =
  | { readonly every: 'day' }
  | { readonly every: 'week'; readonly weekday: number }
  | { readonly every: 'half-month' | 'ten-days' }
  /**
   * the months of the year in which a period ends, and the day of that month, or of the next one
   * where `after` is 1; null: its last
   */
  | {
      readonly every: 'months';
      readonly months: readonly number[];
      readonly after: 0 | 1;
      readonly day: number | null;
    };

const EVERY = String.raw`(?:每|逐|按)(?:一?个)?`;
const WEEKDAYS = '日一二三四五六';
const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Null where the words are no rhythm, or one whose days nobody can tell. */
function rhythmOf(words: string): Rhythm | null {
  const text = words.replace(/\s/g, '');
  const week = new RegExp(`${EVERY}(?:周|星期|礼拜)([一二三四五六日天末])?`).exec(text);
  if (week !== null) return { every: 'week', weekday: weekdayOf(week[1]) };
  if (new RegExp(`${EVERY}(?:半个?月)|半月[一1报]`).test(text)) return { every: 'half-month' };
  if (new RegExp(`${EVERY}旬|旬报`).test(text)) return { every: 'ten-days' };
  if (new RegExp(`${EVERY}(?:半年)`).test(text)) return monthly([6, 12], text);
  if (new RegExp(`${EVERY}季度?`).test(text)) return monthly([3, 6, 9, 12], text);
  if (new RegExp(`${EVERY}(?:双月|两个?月)`).test(text)) return monthly([2, 4, 6, 8, 10, 12], text);
  if (new RegExp(`${EVERY}月`).test(text)) return monthly(MONTHS, text);
  const year = new RegExp(`${EVERY}年(\\d{1,2})月`).exec(text);
  if (year !== null) return monthly([Number(year[1])], text.replace(year[0], ''), true);
  return new RegExp(`${EVERY}[日天]`).test(text) ? { every: 'day' } : null;
}

/** A week without a day ends on its Friday, the last working day. */
const weekdayOf = (sign: string | undefined): number =>
  sign === undefined ? 5 : sign === '末' || sign === '天' ? 0 : WEEKDAYS.indexOf(sign);

/** 每月5日前 is of the month itself; 每季度后5日内, 次月5日前 come after it. */
function monthly(months: readonly number[], text: string, own = false): Rhythm {
  const day = /(\d{1,2})[日号]/.exec(text)?.[1];
  const late = /次月|下月|[后过]/.test(text) || (day !== undefined && months.length < 12 && !own);
  return {
    every: 'months',
    months,
    after: late ? 1 : 0,
    day: day === undefined ? null : Number(day),
  };
}

/**
 * Whether a period is a month or longer: then a task's notes of its months tell whether it was
 * done.
 */
export const isMonthly = (words: string): boolean => rhythmOf(words)?.every === 'months';

/**
 * The days on which a deadline in words falls due, from one full day to another, both included;
 * none where the words tell no rhythm.
 */
export function dueDaysIn(words: string, from: Day, to: Day): readonly Day[] {
  const rhythm = rhythmOf(words);
  if (rhythm === null) return [];
  const days: Day[] = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) if (isDueOn(rhythm, day)) days.push(day);
  return days;
}

function isDueOn(rhythm: Rhythm, day: Day): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = lastDateOf(year, month);
  switch (rhythm.every) {
    case 'day':
      return true;
    case 'week':
      return new Date(`${day}T00:00:00Z`).getUTCDay() === rhythm.weekday;
    case 'half-month':
      return date === 15 || date === last;
    case 'ten-days':
      return date === 10 || date === 20 || date === last;
    case 'months': {
      const ended = rhythm.after === 0 ? month : month === 1 ? 12 : month - 1;
      return rhythm.months.includes(ended) && date === Math.min(rhythm.day ?? last, last);
    }
  }
}

const lastDateOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
