/**
 * The assessment year (考核年度), which need not be the calendar year: 1 December – 30 November is
 * one.
 */

export interface MonthSpan {
  /** "2012-09" */
  readonly calendar: string;
  /** first and last day */
  readonly first: string;
  readonly last: string;
}

/**
 * The calendar month that is the `month`th (1…12) of assessment year `year`. A year that begins in
 * July or later is named after the year in which it ends.
 */
export function monthSpan(year: number, month: number, firstMonth: number): MonthSpan {
  const months = (year - (firstMonth >= 7 ? 1 : 0)) * 12 + firstMonth - 1 + month - 1;
  const [calendarYear, calendarMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const calendar = `${calendarYear}-${String(calendarMonth).padStart(2, '0')}`;
  return {
    calendar,
    first: `${calendar}-01`,
    last: `${calendar}-${new Date(Date.UTC(calendarYear, calendarMonth, 0)).getUTCDate()}`,
  };
}

/** The first day of assessment year `year`. */
export const yearBegins = (year: number, firstMonth: number): string =>
  monthSpan(year, 1, firstMonth).first;

/** The place (1…12) of a calendar month in its assessment year, and that year. */
export function monthPlace(
  calendarYear: number,
  calendarMonth: number,
  firstMonth: number,
): { readonly year: number; readonly month: number } {
  const month = ((calendarMonth - firstMonth + 12) % 12) + 1;
  const begins = calendarMonth >= firstMonth ? calendarYear : calendarYear - 1;
  return { year: begins + (firstMonth >= 7 ? 1 : 0), month };
}

/** 9月: what people call the `month`th month (1…12) of the assessment year. */
export const calendarName = (month: number, firstMonth: number): string =>
  `${((firstMonth + month - 2) % 12) + 1}月`;

/** 1—9月, 12—8月: the months of the year up to the `month`th; 1月 alone. */
export const spanName = (month: number, firstMonth: number): string =>
  (month === 1 ? '' : `${firstMonth}—`) + calendarName(month, firstMonth);
