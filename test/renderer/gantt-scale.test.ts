/**
 * Days on the Gantt: a month takes the whole of it, a year all of its months; nothing is drawn
 * where nobody said a day.
 */
import { expect, test } from 'vitest';
import {
  actualBar,
  axisOf,
  ganttPlaceOf,
  plannedBar,
  stretchOf,
} from '../../renderer/features/projects/gantt-scale.ts';
import type { GanttRow } from '../../preload/contract/project-views.ts';

type Steps = GanttRow['steps'];
const steps = (
  start: readonly [string | null, string | null],
  end: readonly [string | null, string | null],
): Steps => [
  { stage: 'started', label: '开工', planned: start[0], actual: start[1] },
  { stage: 'completed', label: '竣工', planned: end[0], actual: end[1] },
];

test.each([
  ['2012', 2012 * 12, 2013 * 12],
  ['2012-03', 2012 * 12 + 2, 2012 * 12 + 3],
  ['2012-03-31', 2012 * 12 + 2 + 30 / 31, 2012 * 12 + 3],
])('%s', (day, from, to) => {
  expect(stretchOf(day).from).toBeCloseTo(from, 6);
  expect(stretchOf(day).to).toBeCloseTo(to, 6);
});

test('bars run over what is dated; a planned end alone begins where the project really began', () => {
  expect(actualBar(steps([null, null], ['2013-01', null]))).toBeNull();
  expect(plannedBar(steps([null, null], [null, '2012']))).toBeNull();
  expect(plannedBar(steps([null, '2012-03'], ['2013-01', null]))?.from).toBe(
    ganttPlaceOf('2012-03'),
  );
  expect(plannedBar(steps(['2012-06', '2012-03'], ['2013-01', null]))?.from).toBe(
    ganttPlaceOf('2012-06'),
  );
});

test('the axis takes whole years over all that is dated, and the day in view', () => {
  const row: GanttRow = {
    id: 1,
    name: '',
    stage: null,
    unit: null,
    steps: steps([null, '2011-05'], ['2013-06', null]),
    milestones: [{ kind: 'building', name: '封顶', deadline: '2014-02', done: null, lamp: 'none' }],
  };
  expect(axisOf([row], '2012-10-08')).toEqual({ first: 2011 * 12, months: 48 });
  expect(axisOf([], '2012-10-08')).toEqual({ first: 2012 * 12, months: 12 });
});
