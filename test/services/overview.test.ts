/**
 * The war map: worst first, lamps counted, what is missing to the pace, what changed since the
 * month before.
 */
import { expect, test } from 'vitest';
import { allIndicators } from '../../main/data/targets/indicators.ts';
import { countyLamps, overviewOf } from '../../main/services/progress/overview.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { setRules } from '../../main/services/progress/progress-rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { testBook } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';
import { yearBook } from '../helpers/year.ts';

const map = (book: Book, month = 9, more = {}) =>
  overviewOf(book, { year: 2012, month, denominator: null, group: 'all', ...more });

test('the lamps of the tabs are those of the map', async () => {
  const book = testBook();
  await importSample(book, '04');
  const input = { year: 2012, month: 9, denominator: null, group: 'all' as const };
  const { total } = overviewOf(book, input);
  const lamps = countyLamps(book, input);
  expect(Object.keys(total)).toHaveLength(4);
  expect(lamps).toEqual(
    Object.fromEntries(Object.entries(total).map(([id, { lamp }]) => [id, lamp])),
  );
});

test('sample 04: the map says what the sheets say', async () => {
  const book = testBook();
  await importSample(book, '04');
  const { rows, total, lamps, indicators, pace } = map(book);
  expect([indicators.map((one) => one.name), pace, rows.length]).toEqual([
    ['合同引资', '到位资金', '固定资产投资', '财政收入'],
    '75.00',
    12,
  ]);
  expect(rows.map((row) => row.red)).toEqual(rows.map((row) => row.red).toSorted((a, b) => b - a));
  expect(Object.values(lamps).reduce((sum, count) => sum + count, 0)).toBe(48);
  for (const { id } of allIndicators(book.db)) {
    const sheet = progressSheet(book, {
      year: 2012,
      month: 9,
      indicator: id,
      denominator: null,
      group: 'all',
    });
    for (const row of sheet.rows)
      expect(rows.find((one) => one.unit === row.unit)?.cells[id]).toMatchObject({
        lamp: row.lamp,
        completion: row.completion,
        gap: row.gap,
      });
    expect(total[id]).toMatchObject({
      cumulative: sheet.total.cumulative,
      target: sheet.total.target,
      completion: sheet.total.completion,
      gap: sheet.total.gap,
      lamp: sheet.total.lamp,
    });
  }
  // 66.3 × 9/12 − 49.23 = 0.495
  expect(total[indicators[0]?.id ?? 0]?.short).toBe('0.50');
});

test('red and yellow first, then the worst gap; what is missing to the pace; who has no figure', () => {
  const { book, add, target, type } = yearBook();
  const [first, second] = [add('合同引资'), add('到位资金')];
  for (const id of [first, second]) target(id, { 城关镇: '12', 河口镇: '12', 东山镇: '12' });
  type(6, first, { 城关镇: '6', 河口镇: '5', 东山镇: '1' });
  type(6, second, { 城关镇: '13', 河口镇: '4' });
  const { rows, lamps } = map(book, 6);
  expect(
    rows.map((row) => [
      row.name,
      row.red,
      row.yellow,
      row.cells[first]?.short,
      row.cells[second]?.lamp,
    ]),
  ).toEqual([
    ['东山镇', 1, 0, '5.00', 'none'],
    ['河口镇', 0, 2, '1.00', 'yellow'],
    ['城关镇', 0, 0, null, 'blue'],
  ]);
  expect(lamps).toEqual({ gold: 0, blue: 1, green: 1, yellow: 2, red: 1, none: 1 });
});

test('changed lamps name before and after, what grew worse first', () => {
  const { book, add, target, type } = yearBook();
  const id = add('合同引资');
  target(id, { 城关镇: '12', 河口镇: '12', 东山镇: '12' });
  type(5, id, { 城关镇: '5', 河口镇: '1', 东山镇: '5' });
  type(6, id, { 城关镇: '5.5', 河口镇: '6', 东山镇: '6' });
  expect(
    map(book, 6).changed.map((one) => [
      one.name,
      one.before,
      one.after,
      one.beforeGap,
      one.afterGap,
    ]),
  ).toEqual([
    ['城关镇', 'green', 'yellow', '0.00', '-4.17'],
    ['河口镇', 'red', 'green', '-33.34', '0.00'],
  ]);
  expect(map(book, 1).changed).toEqual([]);
});

test("the denominator and the lamp rule are the office's choice", () => {
  const { book, add, target, type } = yearBook(['城关镇']);
  const id = add('合同引资');
  target(id, { 城关镇: '12' });
  target(id, { 城关镇: '20' }, 'stretch');
  type(6, id, { 城关镇: '5' });
  const lamp = (more = {}) => map(book, 6, more).rows[0]?.cells[id]?.lamp;
  expect([lamp(), lamp({ denominator: 'stretch' })]).toEqual(['yellow', 'red']);
  setRules(book, {
    lamp: { by: 'ratio', green: '80', yellow: '60' },
    denominator: 'assured',
    firstMonth: 1,
    stockPace: 'end',
  });
  expect([lamp(), lamp({ denominator: 'stretch' })]).toEqual(['green', 'red']);
  expect(map(book, 6, { group: 'park' }).rows).toEqual([]);
});
