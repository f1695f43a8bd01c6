/** Exact decimals, measures, money and days: the rules every figure of the program rests on. */
import { describe, expect, test } from 'vitest';
import {
  isDay,
  lastDay,
  spanOf,
  surelyBefore,
  dayText,
  dayOf,
} from '../../main/domain/days/day.ts';
import {
  add,
  compare,
  decimalOfNumber,
  divide,
  divideHalfUp,
  divideToRound,
  fromScaled,
  isDecimal,
  multiply,
  placesOf,
  round,
  subtract,
  sum,
  toScaled,
  trim,
} from '../../main/domain/exact/decimal.ts';
import { convert, converts, measureOf, type Measure } from '../../main/domain/exact/measure.ts';
import { fenOf, fenOfYuan, inMeasure, yuanText } from '../../main/domain/exact/money.ts';

function known(name: string): Measure {
  const measure = measureOf(name);
  if (measure === null) throw new Error(`no measure ${name}`);
  return measure;
}

describe('decimals', () => {
  test.each([
    ['0.285', 2, '0.29'],
    ['1.005', 2, '1.01'],
    ['-2.5', 0, '-3'],
    ['2.5', 0, '3'],
    ['-1.005', 2, '-1.01'],
    ['0.2849999999999999999999', 2, '0.28'],
    ['80', 1, '80.0'],
    ['123456789012345678901234.565', 2, '123456789012345678901234.57'],
  ])('%s to %d places is %s', (value, places, rounded) => {
    expect(round(value, places)).toBe(rounded);
  });
  test.each<[string, string, number, string | null]>([
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['-2', '3', 2, '-0.67'],
    ['88.7', '50.1', 3, '1.770'],
    ['1', '8', 2, '0.13'],
    ['0.1', '0.003', 1, '33.3'],
    ['5', '0', 2, null],
    ['5', '0.00', 2, null],
  ])('%s ÷ %s to %d places is %s', (a, b, places, result) => {
    expect(divide(a, b, places)).toBe(result);
  });
  test.each<[bigint, bigint, bigint]>([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [7n, 3n, 2n],
    [0n, 3n, 0n],
    [1n, 3n, 0n],
  ])('%d / %d half away from zero is %d', (a, b, result) => {
    expect(divideHalfUp(a, b)).toBe(result);
  });
  test('a quotient that is rounded again when shown gives what the exact one would', () => {
    // 416000/11377 is 36.56499956…: kept to six places half up it would be shown as 36.57
    expect(round(fromScaled(divideToRound(416_000_000_000n, 11_377n), 6), 2)).toBe('36.56');
    expect(round(fromScaled(divideToRound(-416_000_000_000n, 11_377n), 6), 2)).toBe('-36.56');
    expect(round(fromScaled(divideToRound(36_565_000n, 1n), 6), 2)).toBe('36.57');
    expect(round(fromScaled(divideToRound(10_000_000n, 3n), 6), 5)).toBe('3.33333');
  });
  test('sums and products keep every digit', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(subtract('0.3', '0.1')).toBe('0.2');
    expect(multiply('1234567890123456789', '1000000007')).toBe(
      String(1234567890123456789n * 1000000007n),
    );
    expect(sum(['0.1', '0.2', '-0.3', '24.45'])).toBe('24.45');
    expect(sum([])).toBe('0');
    expect(compare('0.10', '0.1')).toBe(0);
  });
  test('scaled integers go both ways', () => {
    expect(toScaled('123.45', 2)).toEqual({ scaled: 12345n, exact: true });
    expect(toScaled('-0.005', 2)).toEqual({ scaled: -1n, exact: false });
    expect(fromScaled(12345n, 2)).toBe('123.45');
    expect(fromScaled(-5n, 2)).toBe('-0.05');
    expect(fromScaled(7n, 0)).toBe('7');
  });
  test('zero has no sign', () => {
    expect(round('-0.001', 2)).toBe('0.00');
    expect(trim('-0.0')).toBe('0');
    expect(multiply('0', '-1')).toBe('0');
  });
  test.each<[number, string]>([
    [0.1 + 0.2, '0.3'],
    [131300, '131300'],
    [24.45, '24.45'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [2.675, '2.675'],
    [-0, '0'],
  ])('the number %d shows as %s', (value, shown) => {
    expect(decimalOfNumber(value)).toBe(shown);
  });
  test('what is and is not a decimal', () => {
    expect(['1', '-1.5', '+2', '1.', '.5', '1e3', '0x10', '', ' 1'].map(isDecimal)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([placesOf('1.500'), placesOf('3'), trim('1.500')]).toEqual([1, 0, '1.5']);
  });
});

describe('measures', () => {
  test.each([
    ['公顷', '亩', '1', '15'],
    ['㎡', '亩', '2000', '3'],
    ['亩', '㎡', '3', '2000'],
    ['亿元', '万元', '9.8', '98000'],
    ['平方公里', '亩', '1', '1500'],
    ['万人', '人', '1.2', '12000'],
  ])('%s → %s: %s is %s', (from, to, value, result) => {
    expect(convert(value, known(from), known(to))).toBe(result);
  });
  test.each([
    ['万元', '万元'],
    ['万', '万元'],
    ['亿', '亿元'],
    ['平米', '㎡'],
    ['m²', '㎡'],
    ['m2', '㎡'],
    ['万㎡', '万㎡'],
    ['万m2', '万㎡'],
    ['％', '%'],
    ['美金', '美元'],
    ['万 元', '万元'],
  ])('%s is %s', (name, measure) => {
    expect(measureOf(name)?.name).toBe(measure);
  });
  test('money and land do not convert, nor do two currencies', () => {
    expect(measureOf('随便')).toBeNull();
    expect(converts(known('万元'), known('亩'))).toBe(false);
    expect(converts(known('万元'), known('万美元'))).toBe(false);
    expect(() => convert('1', known('万元'), known('亩'))).toThrow(RangeError);
  });
});

describe('money', () => {
  test('any measure to 分 and back', () => {
    expect(fenOf('80.0', known('亿元'))).toEqual({ fen: 800_000_000_000n, exact: true });
    expect(fenOf('1061.6', known('万美元'))).toEqual({ fen: 1_061_600_000n, exact: true });
    expect(fenOf('1.005', known('元'))).toEqual({ fen: 101n, exact: false });
    expect(inMeasure(98_000_000_000n, known('亿元'))).toBe('9.8');
    expect(inMeasure(98_000_000_001n, known('亿元'))).toBe('9.8000000001');
    expect(inMeasure(2_850_000n, known('万元'), 0)).toBe('3');
    expect(yuanText(38_000_000_000n)).toBe('380000000.00');
    expect(fenOfYuan('380000000.00')).toBe(38_000_000_000n);
  });
  test('80.0亿元 and 2500万美元 at 6.48 are 81.62亿元', () => {
    const dollars = inMeasure(fenOf('2500', known('万美元')).fen, known('亿美元'));
    expect(add('80.0', multiply(dollars, '6.48'))).toBe('81.62');
  });
});

describe('days', () => {
  test.each<[string, boolean]>([
    ['2012', true],
    ['2012-09', true],
    ['2012-02-29', true],
    ['2011-02-29', false],
    ['2012-13', false],
    ['2012-9', false],
    ['1899', false],
    ['2201', false],
    ['2012-00', false],
    ['', false],
  ])('%s is a day: %s', (text, real) => {
    expect(isDay(text)).toBe(real);
  });
  test('a partial day spans what it may mean', () => {
    expect(spanOf('2012')).toEqual({ first: '2012-01-01', last: '2012-12-31' });
    expect(spanOf('2012-02')).toEqual({ first: '2012-02-01', last: '2012-02-29' });
    expect(spanOf('2012-02-03')).toEqual({ first: '2012-02-03', last: '2012-02-03' });
    expect(lastDay(1900, 2)).toBe('1900-02-28');
  });
  test.each<[string, string, boolean]>([
    ['2010-05', '2010-06', true],
    ['2010', '2010-06', false],
    ['2010-05', '2010-05-20', false],
    ['2009', '2010-01-01', true],
  ])('%s is surely before %s: %s', (a, b, before) => {
    expect(surelyBefore(a, b)).toBe(before);
  });
  test('written out', () => {
    expect([
      dayText('2012'),
      dayText('2012-09'),
      dayText('2012-09-03'),
      dayOf(2012, 9),
      dayOf(2012),
    ]).toEqual(['2012年', '2012年9月', '2012年9月3日', '2012-09', '2012']);
  });
});
