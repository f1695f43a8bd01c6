/** Figures, money and quantities as people type them. */
import { describe, expect, test } from 'vitest';
import { toScaled } from '../../main/domain/exact/decimal.ts';
import { measureOf, type Currency, type Measure } from '../../main/domain/exact/measure.ts';
import { inMeasure, yuanText } from '../../main/domain/exact/money.ts';
import { readDecimal } from '../../main/domain/read/decimal.ts';
import { readFigure } from '../../main/domain/read/figure.ts';
import { readMoney } from '../../main/domain/read/money.ts';

function known(name: string): Measure {
  const measure = measureOf(name);
  if (measure === null) throw new Error(`no measure ${name}`);
  return measure;
}

describe('a figure', () => {
  test.each([
    ['1234.5', '1234.5', null],
    ['1,234.5', '1234.5', null],
    ['1，234', '1234', null],
    ['1,020', '1020', null],
    ['１２３４', '1234', null],
    [' 12 ', '12', null],
    ['9.8亿', '980000000', '亿'],
    ['9.8 亿', '980000000', '亿'],
    ['2000万', '20000000', '万'],
    ['30000万元', '300000000', '万元'],
    ['1亿2000万元', '120000000', '万元'],
    ['1.2万亿元', '1200000000000', '万亿元'],
    ['120万美元', '1200000', '万美元'],
    ['$120万', '1200000', '万美元'],
    ['人民币3亿元', '300000000', '亿元'],
    ['12%', '12', '%'],
    ['１２％', '12', '%'],
    ['百分之十二', '12', '%'],
    ['(1,200)', '-1200', null],
    ['（1,200）', '-1200', null],
    ['(1,200万元)', '-12000000', '万元'],
    ['-5', '-5', null],
    ['−5', '-5', null],
    ['+5', '5', null],
    ['三千万', '30000000', '千万'],
    ['一亿二千万', '120000000', '千万'],
    ['壹佰', '100', '百'],
    ['壹佰零陆万壹仟陆佰元', '1061600', '元'],
    ['四千八百', '4800', null],
    ['十五', '15', null],
    ['三百二十', '320', null],
    ['一千零五', '1005', null],
    ['3千', '3000', '千'],
    ['120亩', '120', '亩'],
    ['100千瓦', '100', '千瓦'],
    ['2.5万㎡', '25000', '万㎡'],
  ])('%s', (text, amount, word) => {
    const read = readFigure(text);
    expect(read.kind).toBe('value');
    if (read.kind !== 'value') return;
    expect(read.value.amount).toBe(amount);
    expect(read.value.word?.replace('佰', '百') ?? null).toBe(word);
    expect(read.value.approximate).toBe(false);
  });

  test.each([
    ['约2.5亿元', '250000000'],
    ['近3000万', '30000000'],
    ['2亿元左右', '200000000'],
    ['500余万元', '5000000'],
    ['10余万元', '100000'],
    ['500多万', '5000000'],
    ['超1亿元', '100000000'],
    ['3000万以上', '30000000'],
    ['100余', '100'],
  ])('%s is approximate', (text, amount) => {
    expect(readFigure(text)).toMatchObject({
      kind: 'value',
      note: 'approximate',
      value: { amount, approximate: true },
    });
  });

  test.each(['', '  ', '—', '——', '-', '--', '/', '无', '暂无', '…', '……', '×××', '*', 'N/A'])(
    '“%s” is empty',
    (text) => {
      expect(readFigure(text)).toEqual({ kind: 'empty' });
    },
  );

  test.each([
    '5000-6000万',
    '5000万-6000万',
    '5000～6000万元',
    '2至3亿',
    '1—2',
    '三到五亿',
    '约5000-6000万元',
    '10%-20%',
  ])('%s is a range to decide', (text) => {
    expect(readFigure(text)).toEqual({ kind: 'question', ask: 'range', seen: text });
  });

  test.each([
    '300 500',
    '9.8\n3',
    '3 .5',
    '1,02',
    '1,0200',
    '1.2.3',
    '几千万',
    '数千万元',
    '三万五',
    '1亿2',
    '①',
    '1e5',
    '0x10',
    '12abc',
    '2000万x',
    '1 2万人民',
    '十十',
    '二三',
    '1-9月',
    '待定',
    '￥3美元',
  ])('%s is unreadable', (text) => {
    expect(readFigure(text)).toMatchObject({ kind: 'unreadable', seen: text });
  });
});

describe('money', () => {
  const read = (text: string, measure: string | null, currency: Currency = 'CNY') =>
    readMoney(text, { measure: measure === null ? null : known(measure), currency });
  test.each<[string, string | null, Currency, string, Currency]>([
    ['9.8', '亿元', 'CNY', '980000000.00', 'CNY'],
    ['9.8亿', '亿元', 'CNY', '980000000.00', 'CNY'],
    ['9.8亿', null, 'CNY', '980000000.00', 'CNY'],
    ['30000万元', '亿元', 'CNY', '300000000.00', 'CNY'],
    ['2000万', '万元', 'CNY', '20000000.00', 'CNY'],
    ['2亿', '万美元', 'CNY', '200000000.00', 'USD'],
    ['380', '万美元', 'USD', '3800000.00', 'USD'],
    ['120万美元', '万元', 'CNY', '1200000.00', 'USD'],
    ['120万元', '万美元', 'USD', '1200000.00', 'CNY'],
    ['500', '万元', 'USD', '5000000.00', 'USD'],
    ['0', null, 'CNY', '0.00', 'CNY'],
    ['0.00', null, 'USD', '0.00', 'USD'],
    ['80.0', '亿元', 'CNY', '8000000000.00', 'CNY'],
    ['(1,200)', '万元', 'CNY', '-12000000.00', 'CNY'],
    ['0.285', '元', 'CNY', '0.29', 'CNY'],
    ['1.005', '元', 'CNY', '1.01', 'CNY'],
    ['0.00499999999999', '元', 'CNY', '0.00', 'CNY'],
    ['5000万日元', '万元', 'CNY', '50000000.00', 'JPY'],
    ['300万港币', '万元', 'CNY', '3000000.00', 'HKD'],
  ])('%s in a column of %s (%s)', (text, measure, currency, yuan, its) => {
    const outcome = read(text, measure, currency);
    expect(
      outcome.kind === 'value' ? [yuanText(outcome.value.fen), outcome.value.currency] : outcome,
    ).toEqual([yuan, its]);
  });

  test.each<[string, string | null, string | undefined]>([
    ['9.8', '亿元', undefined],
    ['9.8亿', '亿元', undefined],
    ['30000万元', '亿元', 'measure'],
    ['120万美元', '万元', 'measure'],
    ['约2.5亿元', '亿元', 'approximate'],
    ['1.005', '元', 'rounded'],
    ['0.12345678', '万元', 'rounded'],
  ])('%s in %s is noted as %s', (text, measure, note) => {
    const outcome = read(text, measure);
    expect(outcome.kind).toBe('value');
    expect(outcome.kind === 'value' ? outcome.note : null).toBe(note);
  });

  test('a bare figure without any measure is asked about', () => {
    expect(read('9.8', null)).toEqual({ kind: 'question', ask: 'measure', seen: '9.8' });
  });
  test('what measures something else, or outgrows the store, is no amount', () => {
    for (const text of ['5亩', '12%', '在建', '9999999999999亿'])
      expect(read(text, '万元')).toMatchObject({
        kind: 'unreadable',
        want: '金额，如 1200 或 1.2亿',
      });
  });

  test('reads back what is printed, for any amount in any measure', () => {
    let seed = 20121;
    const random = (): number => (seed = (seed * 48271) % 2147483647);
    for (let turn = 0; turn < 600; turn += 1) {
      const size =
        ((BigInt(random()) * BigInt(random())) % 10n ** 15n) / 10n ** BigInt(random() % 14);
      const fen = random() % 4 === 0 ? -size : size;
      for (const name of ['元', '万元', '亿元']) {
        const outcome = read(inMeasure(fen, known(name)), name);
        expect(outcome).toEqual({ kind: 'value', value: { fen, currency: 'CNY' } });
        expect(read(inMeasure(fen, known(name)) + name, '万元')).toMatchObject({ value: { fen } });
      }
    }
  });
});

describe('a quantity', () => {
  const read = (text: string, measure: string | null, target: string, scale: number) =>
    readDecimal(text, {
      measure: measure === null ? null : known(measure),
      target: known(target),
      scale,
    });
  test.each<[string, string | null, string, number, string]>([
    ['420', '亩', '亩', 6, '420.000000'],
    ['2公顷', '亩', '亩', 6, '30.000000'],
    ['2', '公顷', '亩', 6, '30.000000'],
    ['1000㎡', '亩', '亩', 6, '1.500000'],
    ['1', '亩', '㎡', 4, '666.6667'],
    ['1200', '人', '人', 0, '1200'],
    ['1200', null, '人', 0, '1200'],
    ['约300人', null, '人', 0, '300'],
    ['0', null, '亩', 6, '0.000000'],
    ['1.2万', '人', '人', 0, '12000'],
    ['0.5万人', '人', '人', 0, '5000'],
    ['2万', '㎡', '㎡', 4, '20000.0000'],
    ['12%', '%', '%', 2, '12.00'],
  ])('%s in a column of %s, kept in %s', (text, measure, target, scale, value) => {
    expect(read(text, measure, target, scale)).toMatchObject({ kind: 'value', value });
  });
  test.each<[string, string | null, string, number]>([
    ['12.5', '人', '人', 0],
    ['120万元', '亩', '亩', 6],
    ['若干', '亩', '亩', 6],
    ['99999999999999', '亩', '亩', 6],
  ])('%s is unreadable', (text, measure, target, scale) => {
    expect(read(text, measure, target, scale)).toMatchObject({ kind: 'unreadable', seen: text });
  });
  test('land without a measure is asked about; conversion and lost digits are noted', () => {
    expect(read('420', null, '亩', 6)).toEqual({ kind: 'question', ask: 'measure', seen: '420' });
    expect(read('2公顷', '亩', '亩', 6)).toMatchObject({ note: 'measure' });
    expect(read('1', '亩', '㎡', 4)).toMatchObject({ note: 'rounded' });
    expect(toScaled('666.6667', 4).scaled).toBe(6666667n);
  });
});
