/** Days before a festival, by which work has to be done: 元旦前, 五一前, 国庆节前, 2008年春节前. Pure. */
import type { Day } from '../days/day.ts';

/** By the month and day of the eve. */
const EVES: Readonly<Record<string, string>> = {
  元旦: '12-31',
  五一: '04-30',
  劳动节: '04-30',
  六一: '05-31',
  七一: '06-30',
  八一: '07-31',
  十一: '09-30',
  国庆: '09-30',
};
const FESTIVAL =
  /^(元旦|五一|劳动节|六一|七一|八一|十一|国庆|春节)(?:劳动|儿童|建党|建军)?节?(?:之|以)?前$/;

/**
 * The eve of the festival in that year; 元旦前 is the year's last day. 春节 only of a year that the
 * text itself says: before the festival of this year, or of the next, nobody can tell. Null where
 * the text is none.
 */
export function festivalEve(text: string, year: number, isSaid: boolean): Day | null {
  const name = FESTIVAL.exec(text)?.[1];
  if (name === undefined) return null;
  if (name !== '春节') return `${year}-${EVES[name] ?? ''}`;
  return isSaid ? springEve(year) : null;
}

const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
/**
 * The day before the first of the first lunar month, which falls between 21 January and 21
 * February.
 */
function springEve(year: number): Day | null {
  for (let day = 0; day <= 31; day += 1) {
    const at = Date.UTC(year, 0, 21 + day);
    if (LUNAR.format(at) === '1/1') return new Date(at - 86_400_000).toISOString().slice(0, 10);
  }
  return null;
}
