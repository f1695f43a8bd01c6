/** Days as people type them and as spreadsheets hold them. */
import { describe, expect, test } from 'vitest';
import { readDay, readDayNumber } from '../../main/domain/read/day.ts';

describe('a day with its year', () => {
  test.each([
    ['2012.5', '2012-05'],
    ['2012.05.01', '2012-05-01'],
    ['2012年5月', '2012-05'],
    ['2012年5月3日', '2012-05-03'],
    ['2012 年 5 月 3 日', '2012-05-03'],
    ['2012-05-01', '2012-05-01'],
    ['2012-05-01 00:00:00', '2012-05-01'],
    ['2012-05-01T08:30:00Z', '2012-05-01'],
    ['2012/5/1 8:30', '2012-05-01'],
    ['2012/5/1', '2012-05-01'],
    ['201205', '2012-05'],
    ['20120501', '2012-05-01'],
    ['２０１２年５月', '2012-05'],
    ['二〇一二年五月十日', '2012-05-10'],
    ['二〇一二年十二月', '2012-12'],
    ['12年5月', '2012-05'],
    ['98年5月', '1998-05'],
    ['2012年', '2012'],
    ['2012', '2012'],
    ['2012年度', '2012'],
    ['2012年底', '2012-12-31'],
    ['2012年年底', '2012-12-31'],
    ['2012年底前', '2012-12-31'],
    ['2012年9月底', '2012-09-30'],
    ['2012年2月底', '2012-02-29'],
    ['2012年上半年', '2012-06-30'],
    ['2012年一季度', '2012-03-31'],
    ['2012年前三季度', '2012-09-30'],
    ['2012年第四季度', '2012-12-31'],
    ['2010.10', '2010-10'],
    ['2010.1', '2010-01'],
    ['2012年5月中旬', '2012-05'],
    ['2011年6月竣工', '2011-06'],
    ['2019.9.30', '2019-09-30'],
    ['2019.9.30.', '2019-09-30'],
    ['40098', '2009-10-12'],
  ])('%s → %s', (text, day) => {
    expect(readDay(text, { year: null })).toEqual({ kind: 'value', value: day });
  });
});

describe('a day whose year stands elsewhere', () => {
  test.each([
    ['6月底前', '2012-06-30'],
    ['9月底前', '2012-09-30'],
    ['年内', '2012-12-31'],
    ['5月底前', '2012-05-31'],
    ['12月', '2012-12'],
    ['4月底', '2012-04-30'],
    ['2012年9月底', '2012-09-30'],
    ['年底前', '2012-12-31'],
    ['年底', '2012-12-31'],
    ['10月15日', '2012-10-15'],
    ['10月15日前', '2012-10-15'],
    ['上半年', '2012-06-30'],
    ['下半年', '2012-12-31'],
    ['一季度', '2012-03-31'],
    ['三季度', '2012-09-30'],
    ['十二月底', '2012-12-31'],
    ['今年年底', '2012-12-31'],
    ['明年6月', '2013-06'],
    ['去年5月', '2011-05'],
  ])('%s in 2012 → %s', (text, day) => {
    expect(readDay(text, { year: 2012 })).toEqual({ kind: 'value', value: day });
    if (!text.startsWith('2012'))
      expect(readDay(text, { year: null })).toEqual({ kind: 'question', ask: 'year', seen: text });
  });
});

test.each([
  '2012.5\n6',
  '2012.5.1 2',
  '立行立改',
  '长期坚持',
  '尽快',
  '2012年13月',
  '2012-02-30',
  '13月',
  '2012年前',
  '1800年',
  '6',
  '99999',
  '20121301',
  '2月30日',
  '办理用地手续',
])('%s is unreadable', (text) => {
  expect(readDay(text, { year: 2011 })).toMatchObject({ kind: 'unreadable', seen: text });
  expect(readDay(text, { year: null })).toMatchObject({ kind: 'unreadable', seen: text });
});
test.each(['', '—', '/', '无'])('“%s” is empty', (text) => {
  expect(readDay(text, { year: 2012 })).toEqual({ kind: 'empty' });
});
test('12.5 and two days in one cell are asked about; 约 is noted', () => {
  expect(readDay('12.5', { year: 2012 })).toMatchObject({ kind: 'question', ask: 'choice' });
  expect(readDay('2010年5月—2012年6月', { year: null })).toMatchObject({
    kind: 'question',
    ask: 'range',
  });
  expect(readDay('2010.5-2012.6', { year: null })).toMatchObject({
    kind: 'question',
    ask: 'range',
  });
  expect(readDay('约2012年5月', { year: null })).toEqual({
    kind: 'value',
    value: '2012-05',
    note: 'approximate',
  });
});

describe('a number in a day column', () => {
  test.each([
    [2012.5, '2012-05'],
    [2010.12, '2010-12'],
    [2010.11, '2010-11'],
    [2012.05, '2012-05'],
    [2012.0501, '2012-05-01'],
    [2012, '2012'],
    [201205, '2012-05'],
    [20120501, '2012-05-01'],
    [40098, '2009-10-12'],
    [40098.75, '2009-10-12'],
  ])('%d → %s', (value, day) => {
    expect(readDayNumber(value)).toEqual({ kind: 'value', value: day });
  });
  test('2010.1 may have been 2010.10', () => {
    expect(readDayNumber(2010.1)).toEqual({ kind: 'question', ask: 'choice', seen: '2010.1' });
  });
  test.each([5, 123456789, 2012.99, -3])('%d is unreadable', (value) => {
    expect(readDayNumber(value).kind).toBe('unreadable');
  });
});
