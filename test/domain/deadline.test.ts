/**
 * Deadlines and rates: what is overdue or due soon on a day, closed ÷ all, closed in time ÷ due;
 * and states told by words.
 */
import { expect, test } from 'vitest';
import {
  deadlineOf,
  isDeadlineInWords,
  percentOf,
  deadlineRatesOf,
  type Deed,
} from '../../main/domain/tasks/deadline.ts';
import { rectificationStateTold } from '../../main/domain/ledgers/rectification-states.ts';
import { taskStateTold } from '../../main/domain/ledgers/task-states.ts';

const TODAY = '2019-10-08';
const open = (deadline: string | null): Deed => ({ closed: false, deadline, closedOn: null });
const closed = (deadline: string | null, closedOn: string | null): Deed => ({
  closed: true,
  deadline,
  closedOn,
});

test.each([
  ['yesterday', open('2019-10-07'), { is: 'overdue', days: -1 }],
  ['today', open('2019-10-08'), { is: 'soon', days: 0 }],
  ['in seven days', open('2019-10-15'), { is: 'soon', days: 7 }],
  ['in eight days', open('2019-10-16'), { is: 'later', days: 8 }],
  ['this month ends on its last day', open('2019-10'), { is: 'later', days: 23 }],
  ['last month', open('2019-09'), { is: 'overdue', days: -8 }],
  ['over the end of a year', open('2020-01-01'), { is: 'later', days: 85 }],
  ['only in words', open(null), { is: 'none' }],
  ['closed on its last day', closed('2019-09-30', '2019-09-30'), { is: 'inTime' }],
  ['closed a day late', closed('2019-09-30', '2019-10-01'), { is: 'late' }],
  ['closed in the month of the deadline', closed('2019-09', '2019-09-20'), { is: 'inTime' }],
  ['closed in a month that the deadline cuts', closed('2019-09-15', '2019-09'), { is: 'unknown' }],
  ['closed on a day nobody wrote', closed('2019-09-30', null), { is: 'unknown' }],
  ['closed without a deadline', closed(null, '2019-09-30'), { is: 'unknown' }],
] as const)('%s', (_, deed, expected) => {
  expect(deadlineOf(deed, TODAY)).toEqual(expected);
});

test('rates count closed of all, and in time of what is due', () => {
  const deeds = [
    closed('2019-09-30', '2019-09-20'),
    closed('2019-09-30', '2019-10-05'),
    closed('2019-12-31', '2019-10-01'),
    open('2019-09-30'),
    open('2019-10-10'),
    open('2019-10-08'),
    open(null),
  ];
  const rates = deadlineRatesOf(deeds, TODAY);
  // due: both closed by 9-30, the one open since 9-30, the one due today; the one closed before its
  // December deadline is not due yet
  expect(rates).toEqual({ all: 7, closed: 3, overdue: 1, soon: 2, due: 4, inTime: 1 });
  expect([
    percentOf(rates.closed, rates.all),
    percentOf(rates.inTime, rates.due),
    percentOf(0, 0),
  ]).toEqual(['42.9', '25.0', null]);
});

test.each([
  ['立行立改', true],
  ['长期坚持', true],
  ['持续推进', true],
  ['2019年13月', false],
  ['十三月底', false],
  ['2019.9.31', false],
  ['ASAP', false],
  ['１３月', false],
])('%s stands for a deadline in words: %s', (text, expected) => {
  expect(isDeadlineInWords(text)).toBe(expected);
});

test.each([
  ['已完成', '2019-09-20', 'closed'],
  ['已销号', null, 'closed'],
  ['验收合格后销号', null, 'closed'],
  ['已完成', null, 'awaiting'],
  ['整改到位', null, 'awaiting'],
  ['拆除中，已完成80%', null, 'rectifying'],
  ['整改中', null, 'rectifying'],
  ['未整改', null, 'found'],
  ['', null, 'found'],
  ['尚未完成', null, 'found'],
])('a problem of which %s is written, struck off %s, is %s', (progress, closed_date, expected) => {
  expect(rectificationStateTold({ progress, closed_date })).toBe(expected);
});

test.each([
  ['', null, 'not_started'],
  ['尚未启动', null, 'not_started'],
  ['已办结', null, 'closed'],
  ['已完成', null, 'awaiting'],
  ['已完成一期方案', null, 'doing'],
  ['正在招标', null, 'doing'],
  ['正在招标', '2012-06-20', 'closed'],
])('a task of which %s is written, closed %s, is %s', (progress, closed_date, expected) => {
  expect(taskStateTold({ progress, closed_date })).toBe(expected);
});
