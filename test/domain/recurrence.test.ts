/**
 * Deadlines that come again and again, and days before a festival: told by hand from a calendar of
 * 2012.
 */
import { expect, test } from 'vitest';
import { readDay, readDayRange } from '../../main/domain/read/day.ts';
import { dueDaysIn, isMonthly } from '../../main/domain/tasks/recurrence.ts';
import { isDeadlineInWords } from '../../main/domain/tasks/deadline.ts';

test.each([
  ['每星期六', '2012-10-06 2012-10-13 2012-10-20 2012-10-27'],
  ['每周五', '2012-10-05 2012-10-12 2012-10-19 2012-10-26'],
  ['每周', '2012-10-05 2012-10-12 2012-10-19 2012-10-26'],
  ['每半月一期', '2012-10-15 2012-10-31'],
  ['每半个月', '2012-10-15 2012-10-31'],
  ['每旬', '2012-10-10 2012-10-20 2012-10-31'],
  ['每月5日前', '2012-10-05'],
  ['每月', '2012-10-31'],
  ['逐月', '2012-10-31'],
  ['每季度后10日内', '2012-10-10'],
  ['每季度末', ''],
  ['每年10月底前', '2012-10-31'],
  ['长期坚持', ''],
])('%s in October 2012 is due on: %s', (words, days) => {
  expect(dueDaysIn(words, '2012-10-01', '2012-10-31').join(' ')).toBe(days);
});

test('a year of quarters and of half-years', () => {
  expect(dueDaysIn('逐季度', '2012-01-01', '2012-12-31')).toEqual([
    '2012-03-31',
    '2012-06-30',
    '2012-09-30',
    '2012-12-31',
  ]);
  expect(dueDaysIn('每半年', '2012-01-01', '2012-12-31')).toEqual(['2012-06-30', '2012-12-31']);
  expect(['每月', '逐季', '每星期六', '每旬'].map(isMonthly)).toEqual([true, true, false, false]);
  for (const words of ['每星期六', '每半月', '逐季度', '每月5日前'])
    expect(isDeadlineInWords(words), words).toBe(true);
});

// Spring Festival was on 14 February 2010, 23 January 2012 and 10 February 2013
test.each([
  ['元旦前', 2007, '2007-12-31'],
  ['国庆节前', 2007, '2007-09-30'],
  ['五一前', 2012, '2012-04-30'],
  ['2010年春节前', null, '2010-02-13'],
  ['明年春节前', 2012, '2013-02-09'],
  ['2012年春节前', 2011, '2012-01-22'],
])('%s, in a list of %s, is %s', (words, year, day) => {
  expect(readDay(words, { year })).toMatchObject({ kind: 'value', value: day });
});
test('a festival without a year is asked about, or stays words', () => {
  expect(readDay('元旦前', { year: null })).toMatchObject({ kind: 'question', ask: 'year' });
  expect(readDay('春节前', { year: 2012 })).toMatchObject({ kind: 'unreadable' });
});

test.each([
  ['9月15日-9月30日', ['2015-09-15', '2015-09-30']],
  ['10月26日-12月31日', ['2015-10-26', '2015-12-31']],
  ['3月-5月', ['2015-03', '2015-05']],
  ['2015-05', null],
])('%s in 2015 lasts from and to', (words, range) => {
  expect(readDayRange(words, { year: 2015 })).toEqual(range);
});
