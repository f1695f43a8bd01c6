/**
 * The year's pages without a window: a sheet in the order of a head, a map of chosen indicators.
 */
import { expect, test } from 'vitest';
import type { Overview, ProgressRow, ProgressSheet } from '../../preload/contract/progress.ts';
import type { Indicator } from '../../preload/contract/targets.ts';
import { narrowedOverview } from '../../renderer/features/overview/chosen.ts';
import {
  progressColumnsOf,
  lineOf,
  sortedProgressRows,
} from '../../renderer/features/progress/columns.ts';

const indicator = (id: number, more: Partial<Indicator> = {}): Indicator => ({
  id,
  place: id,
  name: `指标${id}`,
  category: null,
  measure: '亿元',
  places: 2,
  direction: 'up',
  kind: 'flow',
  rollup: 'sum',
  numerator: null,
  denominator: null,
  factor: '1',
  parent: null,
  counted: null,
  retired: false,
  remark: null,
  ...more,
});
const row = (
  unit: number,
  name: string,
  gap: string | null,
  lamp: ProgressRow['lamp'],
): ProgressRow => ({
  unit,
  name,
  kind: 'township',
  target: '1',
  previous: null,
  month: null,
  cumulative: gap,
  lastYear: null,
  yoy: null,
  completion: null,
  due: null,
  points: null,
  pace: '75',
  gap,
  lamp,
  place: null,
  typed: [],
  reason: null,
  state: null,
  published: null,
  estimate: null,
  origin: null,
});
const total = row(0, '全县', null, 'none');
const month = { month: 9, name: '9月', closed: null, filled: 3, expected: 3, corrections: 0 };

test('a head puts figures by size, words by their order, lamps from gold to red, and what is missing last either way', () => {
  const rows = [
    row(1, '丙镇', '-6.11', 'yellow'),
    row(2, '甲镇', null, 'none'),
    row(3, '乙镇', '14.75', 'green'),
    row(4, '丁镇', '-26.45', 'red'),
  ];
  const sheet = { indicator: indicator(1), month, rows, total } as unknown as ProgressSheet;
  const columns = progressColumnsOf(sheet, []);
  const by = (field: string, descending = false): string =>
    sortedProgressRows(rows.map(lineOf), columns, [{ field, descending }])
      .map((line) => line.row.name)
      .join(' ');
  expect([by('gap'), by('gap', true)]).toEqual(['丁镇 丙镇 乙镇 甲镇', '乙镇 丙镇 丁镇 甲镇']);
  expect(by('lamp')).toBe('乙镇 丙镇 丁镇 甲镇');
  expect(by('name')).toBe('丙镇 丁镇 甲镇 乙镇');
  expect(sortedProgressRows(rows.map(lineOf), columns, []).map((line) => line.row.name)).toEqual([
    '丙镇',
    '甲镇',
    '乙镇',
    '丁镇',
  ]);
});

test('a ceiling is headed as one', () => {
  const heads = progressColumnsOf(
    {
      indicator: indicator(1, { direction: 'down' }),
      month,
      rows: [],
      total,
    } as unknown as ProgressSheet,
    [],
  ).map((column) => column.path.join('›'));
  expect(heads).toEqual(
    expect.arrayContaining(['年控制数', '对控制进度›占控制数%', '对控制进度›超控制(点)']),
  );
});

test('the map of a category, of chosen indicators and of what is behind has their lamps, reds and order', () => {
  const cell = (lamp: ProgressRow['lamp']) => ({
    lamp,
    completion: null,
    gap: null,
    short: null,
    cumulative: null,
    target: null,
  });
  const map: Overview = {
    month,
    pace: '75',
    indicators: [
      indicator(1, { category: '招商' }),
      indicator(2, { category: '财政' }),
      indicator(3, { category: '财政' }),
    ],
    lamps: { gold: 0, blue: 0, green: 3, yellow: 1, red: 1, none: 0 },
    total: { 1: cell('green'), 2: cell('green'), 3: cell('green') },
    changed: [],
    rows: [
      {
        unit: 1,
        name: '甲镇',
        kind: 'township',
        cells: { 1: cell('red'), 2: cell('green') },
        red: 1,
        yellow: 0,
      },
      {
        unit: 2,
        name: '乙镇',
        kind: 'township',
        cells: { 2: cell('yellow'), 3: cell('green') },
        red: 0,
        yellow: 1,
      },
    ],
  };
  const all = { category: null, ids: [], isBehindOnly: false };
  expect(narrowedOverview(map, all)).toBe(map);
  const tax = narrowedOverview(map, { ...all, category: '财政' });
  expect([
    tax.indicators.map((one) => one.id),
    tax.rows.map((one) => [one.name, one.red, one.yellow]),
    tax.lamps.green,
    tax.lamps.red,
  ]).toEqual([
    [2, 3],
    [
      ['乙镇', 0, 1],
      ['甲镇', 0, 0],
    ],
    2,
    0,
  ]);
  expect(
    narrowedOverview(map, { ...all, isBehindOnly: true }).indicators.map((one) => one.id),
  ).toEqual([1, 2]);
  expect(narrowedOverview(map, { ...all, ids: [3, 99] }).rows.map((one) => one.name)).toEqual([
    '乙镇',
  ]);
  expect(narrowedOverview(map, { ...all, ids: [99] })).toBe(map);
});
