/** Lamps by both published rules, for what should be high and what should be low. */
import { expect, test } from 'vitest';
import { indicatorFigureOf } from '../../main/domain/targets/indicator.ts';
import { evenPlan } from '../../main/domain/progress/pace.ts';
import {
  DEFAULT_RULE,
  lampOf,
  limitsOf,
  PRESETS,
  type LampRule,
  type LampStanding,
} from '../../main/domain/progress/lamp.ts';

const standing = (done: string | null, more: Partial<LampStanding> = {}): LampStanding => ({
  direction: 'up',
  course: evenPlan('flow'),
  month: 9,
  done: done === null ? null : indicatorFigureOf(done),
  target: indicatorFigureOf('100'),
  assured: indicatorFigureOf('100'),
  stretch: indicatorFigureOf('120'),
  ...more,
});
const lamp = (rule: LampRule, one: LampStanding): string => lampOf(limitsOf(rule), one);
const [, WIDE, RATIO] = PRESETS as readonly [LampRule, LampRule, LampRule];

test.each([
  ['120', 'gold'],
  ['100', 'blue'],
  ['119.99', 'blue'],
  ['75', 'green'],
  ['74.99', 'yellow'],
  ['55', 'yellow'],
  ['54.99', 'red'],
  ['0', 'red'],
])('by difference (0, 20), pace 75: %s is %s', (done, expected) => {
  expect(lamp(DEFAULT_RULE, standing(done))).toBe(expected);
});
test.each([
  ['65', 'green'],
  ['64.99', 'yellow'],
  ['45', 'yellow'],
  ['44.99', 'red'],
])('by difference (10, 30): %s is %s', (done, expected) => {
  expect(lamp(WIDE, standing(done))).toBe(expected);
});
test.each([
  ['60', 'green'],
  ['59.99', 'yellow'],
  ['45', 'yellow'],
  ['44.99', 'red'],
])('by ratio (80, 60), pace 75: %s is %s', (done, expected) => {
  expect(lamp(RATIO, standing(done))).toBe(expected);
});

const down = { direction: 'down', stretch: indicatorFigureOf('80') } as const;
test.each([
  ['70', 'green'],
  ['75', 'green'],
  ['76', 'yellow'],
  ['96', 'red'],
  ['101', 'red'],
])('a ceiling, by difference: %s is %s', (done, expected) => {
  expect(lamp(DEFAULT_RULE, standing(done, down))).toBe(expected);
});
test.each([
  ['80', 'gold'],
  ['81', 'blue'],
  ['100', 'blue'],
  ['101', 'red'],
])('a ceiling at the end of the year: %s is %s', (done, expected) => {
  expect(lamp(DEFAULT_RULE, standing(done, { ...down, month: 12 }))).toBe(expected);
});
test('a ceiling, by ratio: pace ÷ completion', () => {
  expect([lamp(RATIO, standing('93.75', down)), lamp(RATIO, standing('93.76', down))]).toEqual([
    'green',
    'yellow',
  ]);
});
test('零事故: green as long as nothing happened, red after that, kept at the end', () => {
  const none = { direction: 'down', target: 0n, assured: 0n, stretch: null } as const;
  expect([
    lamp(DEFAULT_RULE, standing('0', none)),
    lamp(DEFAULT_RULE, standing('1', none)),
    lamp(DEFAULT_RULE, standing('0', { ...none, month: 12 })),
  ]).toEqual(['green', 'red', 'blue']);
});
test('energy per output is a level: at once blue where it is low enough', () => {
  expect(
    lamp(
      DEFAULT_RULE,
      standing('0.9', {
        direction: 'down',
        course: evenPlan('ratio'),
        month: 3,
        target: indicatorFigureOf('1'),
        assured: indicatorFigureOf('1'),
        stretch: null,
      }),
    ),
  ).toBe('blue');
});
test('without a figure or a target there is no lamp', () => {
  expect([
    lamp(DEFAULT_RULE, standing(null)),
    lamp(DEFAULT_RULE, standing('5', { target: null })),
  ]).toEqual(['none', 'none']);
});
