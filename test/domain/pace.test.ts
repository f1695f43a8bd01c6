/**
 * Pace, completion and over/under: the worked examples of the domain and of published bulletins.
 */
import { expect, test } from 'vitest';
import {
  calendarName,
  monthPlace,
  monthSpan,
  spanName,
} from '../../main/domain/days/assessment-year.ts';
import {
  indicatorFigureOf,
  figureOrNull,
  indicatorFigureText,
} from '../../main/domain/targets/indicator.ts';
import {
  completionOf,
  dueOf,
  evenPlan,
  gapOf,
  hundredthsOrNull,
  hundredthsText,
  paceOf,
  plannedBy,
  pointsOver,
  type Course,
} from '../../main/domain/progress/pace.ts';
import { growthOf } from '../../main/domain/targets/target.ts';

const HUNDRED = indicatorFigureOf('100');

test.each([
  ['evenly, May', 5, null, '41.67'],
  ['evenly, October', 10, null, '83.33'],
  ['evenly, December', 12, null, '100.00'],
  ['quarters 1500/4500/4500/4500, May', 5, ['1500', '4500', '4500', '4500'], '30.00'],
  ['the same, March', 3, ['1500', '4500', '4500', '4500'], '10.00'],
  [
    'months, two of which bring nothing',
    2,
    ['0', '0', '10', '10', '10', '10', '10', '10', '10', '10', '10', '10'],
    '0.00',
  ],
  [
    'months, the fourth',
    4,
    ['0', '0', '10', '10', '10', '10', '10', '10', '10', '10', '10', '10'],
    '20.00',
  ],
  ['a plan of nothing runs evenly', 6, ['0', '0', '0', '0'], '50.00'],
])('pace: %s', (_what, month, plan, pace) => {
  expect(hundredthsOrNull(paceOf(month, HUNDRED, { ...evenPlan('flow'), plan }))).toBe(pace);
});

test('a ratio is a level: all of it is due in every month', () => {
  expect(hundredthsOrNull(paceOf(3, HUNDRED, evenPlan('ratio')))).toBe('100.00');
});

test('a level is due at the end of the year, or on the straight path from where it began', () => {
  const level = { ...evenPlan('stock'), base: indicatorFigureOf('15') };
  const path = { ...level, stock: 'path' } as const;
  const goal = indicatorFigureOf('19');
  const told = (month: number, course: Course): (string | null)[] => [
    hundredthsOrNull(paceOf(month, goal, course)),
    figureOrNull(dueOf(goal, month, course)),
  ];
  expect([1, 11, 12].map((month) => told(month, level))).toEqual([
    [null, null],
    [null, null],
    ['100.00', '19'],
  ]);
  // 15 + 4 × 3/12 = 16 of 19 are 84.2105… %
  expect([told(3, path), told(12, path)]).toEqual([
    ['84.21', '16'],
    ['100.00', '19'],
  ]);
  expect(told(3, { ...path, base: null })).toEqual([null, null]);
});

test.each([
  [10, '125.64', '42.31'],
  [10, '70.41', '-12.92'],
  [10, '165.07', '81.74'],
  [10, '495.69', '412.36'],
  [5, '41.69', '0.02'],
  [5, '57.18', '15.51'],
  [9, '74.25', '-0.75'],
])('after %i months %s %% is %s points', (month, completion, gap) => {
  const done = completionOf(indicatorFigureOf(completion), HUNDRED);
  const points = gapOf(done, paceOf(month, HUNDRED, evenPlan('flow')));
  expect(points === null ? null : hundredthsText(points)).toBe(gap);
});

test.each([
  ['45', '40', '5.00'],
  ['57.4', '43', '14.40'],
  ['43', '57.4', '-14.40'],
  ['94.995', '95', '-0.01'],
])('a share of %s %% against %s %% is %s points over', (done, target, gap) => {
  expect(hundredthsOrNull(pointsOver(indicatorFigureOf(done), indicatorFigureOf(target)))).toBe(
    gap,
  );
});

test('there is no completion of a target that is zero or missing', () => {
  expect([
    completionOf(indicatorFigureOf('3'), 0n),
    completionOf(indicatorFigureOf('3'), null),
    completionOf(null, indicatorFigureOf('3')),
    gapOf(null, 7500n),
  ]).toEqual([null, null, null, null]);
});

test('what should be done by a month, in the measure', () => {
  expect(figureOrNull(dueOf(indicatorFigureOf('66.3'), 9, evenPlan('flow')))).toBe('49.725');
  expect(
    figureOrNull(
      dueOf(indicatorFigureOf('15000'), 5, {
        ...evenPlan('flow'),
        plan: ['1500', '4500', '4500', '4500'],
      }),
    ),
  ).toBe('4500');
});

test.each([
  ['88.7', '50.1', '177.05'],
  ['42.22', '29.9', '141.20'],
  ['1061.6', '500.8', '211.98'],
  ['49.23', '66.3', '74.25'],
])('%s of %s are %s %%', (done, target, percent) => {
  const completion = completionOf(indicatorFigureOf(done), indicatorFigureOf(target));
  expect(completion === null ? null : hundredthsText(completion)).toBe(percent);
});

test.each([
  ['88.7', '177', '50.1'],
  ['42.22', '141', '29.9'],
  ['1061.6', '212', '500.8'],
])('%s at %s %% tells a plan of %s', (done, stated, plan) => {
  const planned = plannedBy(indicatorFigureOf(done), indicatorFigureOf(stated));
  expect(planned === null ? null : indicatorFigureText(planned, 1)).toBe(plan);
});

test('growth on a base of zero or less says nothing', () => {
  expect([
    growthOf('0', '5', '亿元'),
    growthOf('-2', '5', '亿元'),
    growthOf('2.1', '1.86', '亿元'),
  ]).toEqual([null, null, '-11.43']);
});

test('the assessment year of 2008 begins in December 2007', () => {
  expect(monthPlace(2007, 12, 12)).toEqual({ year: 2008, month: 1 });
  expect(monthSpan(2008, 1, 12)).toMatchObject({ first: '2007-12-01', last: '2007-12-31' });
  expect([calendarName(1, 12), calendarName(10, 12), calendarName(9, 1)]).toEqual([
    '12月',
    '9月',
    '9月',
  ]);
  expect([spanName(9, 1), spanName(1, 1), spanName(9, 12)]).toEqual(['1—9月', '1月', '12—8月']);
});
