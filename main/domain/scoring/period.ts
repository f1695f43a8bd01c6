/**
 * Periods that scores are made for: each ends with a month of the assessment year and counts what
 * the year has brought until then.
 */
import { calendarName } from '../days/assessment-year.ts';

export const PERIOD_KINDS = [
  { value: 'month', label: '月', months: 1 },
  { value: 'quarter', label: '季度', months: 3 },
  { value: 'half', label: '半年', months: 6 },
  { value: 'year', label: '全年', months: 12 },
] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number]['value'];

export interface ScorePeriod {
  readonly year: number;
  /** its last month, 1…12, the place in the assessment year */
  readonly month: number;
  readonly kind: PeriodKind;
}

/** A quarter ends with the 3rd, 6th, 9th or 12th month. */
export const endsWith = ({ kind, month }: ScorePeriod): boolean => month % monthsOf(kind) === 0;
const monthsOf = (kind: PeriodKind): number =>
  PERIOD_KINDS.find((one) => one.value === kind)?.months ?? 1;

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
/** 2012年三季度, 2012年上半年, 2012年9月 */
export function periodName({ year, month, kind }: ScorePeriod, firstMonth: number): string {
  const name = {
    month: calendarName(month, firstMonth),
    quarter: QUARTERS[month / 3 - 1] ?? '',
    half: month === 6 ? '上半年' : '下半年',
    year: '全年',
  }[kind];
  return `${year}年${name}`;
}
