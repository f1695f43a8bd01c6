/** Places that are shared, units that are not ranked, and the counts of a bulletin. */
import { expect, test } from 'vitest';
import { indicatorFigureOf } from '../../main/domain/targets/indicator.ts';
import { countsOf, rankOf } from '../../main/domain/progress/ranking.ts';

const row = (done: string | null, target: string | null = '10') => ({
  done: done === null ? null : indicatorFigureOf(done),
  target: target === null ? null : indicatorFigureOf(target),
  gap: null,
});

test('equal completion shares a place: 1, 2, 2, 4', () => {
  expect(rankOf([row('5'), row('9'), row('10', '20'), row('1')], 'up')).toEqual([2, 1, 2, 4]);
});
test('without a target or a figure nobody is ranked', () => {
  expect(rankOf([row('5', null), row(null), row('5', '0'), row('3')], 'up')).toEqual([
    null,
    null,
    null,
    1,
  ]);
});
test('what only rounds to the same is not equal', () => {
  expect(rankOf([row('68.8861', '100'), row('68.8859', '100')], 'up')).toEqual([1, 2]);
});
test('the lowest comes first where low is good', () => {
  expect(rankOf([row('5'), row('2'), row('5')], 'down')).toEqual([2, 1, 2]);
});
test('of 99 units 6 finished, 23 passed half (the 6 among them), 32 have nothing yet', () => {
  const rows = [
    ...Array.from({ length: 6 }, () => row('10')),
    ...Array.from({ length: 17 }, () => row('5')),
    ...Array.from({ length: 44 }, () => row('4.9999')),
    ...Array.from({ length: 32 }, () => row('0')),
  ];
  expect(countsOf([...rows, row(null), row('3', null)], 'up')).toEqual({
    ranked: 99,
    finished: 6,
    half: 23,
    nothing: 32,
    behind: 0,
  });
});
test('behind is below pace, or above it where low is good', () => {
  const rows = [
    { ...row('5'), gap: -1n },
    { ...row('5'), gap: 0n },
    { ...row('5'), gap: 2n },
  ];
  expect([countsOf(rows, 'up').behind, countsOf(rows, 'down')]).toEqual([
    1,
    { ranked: 3, finished: 0, half: 0, nothing: 0, behind: 1 },
  ]);
});
