/**
 * The worked examples of targets: growth and value, 确保 and 力争, coverage, plans, spreading; each
 * with its sentence.
 */
import { describe, expect, it } from 'vitest';
import { sum } from '../../main/domain/exact/decimal.ts';
import { indicatorFigureOf, indicatorFigureText } from '../../main/domain/targets/indicator.ts';
import { readIndicatorFigure, readTarget } from '../../main/domain/targets/indicator-figure.ts';
import { shareOf, spreadAmount } from '../../main/domain/exact/spread.ts';
import {
  cumulativePlan,
  incrementsOf,
  planMissing,
  planSentence,
} from '../../main/domain/targets/target-plan.ts';
import {
  targetCoverageOf,
  coverageSentence,
  growthFits,
  growthOf,
  growthSentence,
  ofWhichSentence,
  stretchFits,
  stretchSentence,
  valueOfGrowth,
} from '../../main/domain/targets/target.ts';

const YI = { places: 1, measure: '亿元' };

const AMOUNT = { places: 0, measure: '亿元' };

describe('figures of indicators', () => {
  it.each([
    ['330', 330000000n],
    ['0.285', 285000n],
    ['-2.5', -2500000n],
    ['0.0000005', 1n],
  ] as const)('%s is stored as %s', (text, scaled) => expect(indicatorFigureOf(text)).toBe(scaled));
  it.each([
    [330000000n, undefined, '330'],
    [285000n, 2, '0.29'],
    [1005000n, 2, '1.01'],
    [-2500000n, 0, '-3'],
  ] as const)('%s with %s places is %s', (scaled, places, text) =>
    expect(indicatorFigureText(scaled, places)).toBe(text),
  );
  it('refuses what is no decimal', () =>
    expect(() => indicatorFigureOf('增长')).toThrow(RangeError));
});

describe('growth and value', () => {
  it.each([
    ['1500', '1700', '13.33'],
    ['1500', '1725', '15.00'],
    ['200', '100', '-50.00'],
    ['0', '10', null],
    ['-5', '10', null],
  ])('from %s to %s is %s %%', (base, value, growth) =>
    expect(growthOf(base, value, '亿元')).toBe(growth),
  );
  it.each([
    ['1500', '15', 0, '1725'],
    ['1501', '15', 0, '1726'],
    ['1501', '15', 2, '1726.15'],
    ['0', '15', 0, null],
    ['-1', '15', 0, null],
  ] as const)('%s and %s %% at %s places is %s', (base, growth, places, value) =>
    expect(valueOfGrowth(base, growth, { places, measure: '亿元' })).toBe(value),
  );
  it('takes a growth as exactly as it is stated', () => {
    expect([
      growthFits('1500', '1700', '15', '亿元'),
      growthFits('1500', '1700', '13.3', '亿元'),
      growthFits('1500', '1725', '15', '亿元'),
      growthFits('0', '1', '15', '亿元'),
    ]).toEqual([false, true, true, true]);
  });
  it('says which figure belongs to which growth', () => {
    expect(growthSentence('1500', '1700', '15', AMOUNT)).toBe(
      '上年1500、目标1700是增长13.3%，不是15%（应为1725）。以哪个为准？',
    );
    expect(growthSentence('100', '96', '-5', AMOUNT)).toBe(
      '上年100、目标96是下降4.0%，不是下降5%（应为95）。以哪个为准？',
    );
  });
});

describe('确保 and 力争', () => {
  it.each([
    ['up', '60', '50', false],
    ['up', '60', '60', true],
    ['down', '3', '5', false],
    ['down', '0', '0', true],
  ] as const)('%s: assured %s, stretch %s: %s', (direction, assured, stretch, fits) =>
    expect(stretchFits(direction, assured, stretch)).toBe(fits),
  );
  it('names both', () => {
    expect(stretchSentence('up', '60', '50', '亿元')).toBe(
      '力争50亿元小于确保60亿元。请改其中一个。',
    );
    expect(stretchSentence('down', '3', '5', '起')).toBe('力争5起大于确保3起。请改其中一个。');
  });
});

describe('coverage', () => {
  const assured = ['60', '60', '45', '45', '30', '30', '30', '20', '15'];
  const stretch = ['70', '70', '50', '50', '35', '35', '35', '25', '20'];
  it('is Σ children ÷ parent: industrial investment 2004', () => {
    expect(targetCoverageOf('up', '330', assured)).toMatchObject({
      sum: '335',
      coverage: '101.5',
      difference: '5',
      covers: true,
    });
    expect(targetCoverageOf('up', '370', stretch)).toMatchObject({
      sum: '390',
      coverage: '105.4',
      difference: '20',
      covers: true,
    });
  });
  it('says what is missing, and for accidents what is too much', () => {
    const short = targetCoverageOf('up', '340', assured);
    expect(
      short === null ? null : [short.covers, coverageSentence(short, 'assured', '全市', YI)],
    ).toEqual([false, '各单位确保数合计335.0亿元，低于全市任务340.0亿元，还差5.0亿元。']);
    const over = targetCoverageOf('down', '10', ['6', '5']);
    expect(
      over === null
        ? null
        : [over.covers, coverageSentence(over, 'assured', '全县', { places: 0, measure: '起' })],
    ).toEqual([false, '各单位确保数合计11起，高于全县任务10起，多出1起。']);
  });
  it('is nothing without a parent or children; a zero parent has no percent', () => {
    expect([targetCoverageOf('up', null, ['1']), targetCoverageOf('up', '1', [])]).toEqual([
      null,
      null,
    ]);
    expect(targetCoverageOf('up', '0', ['1'])?.coverage).toBeNull();
  });
  it('names a part that is more than its whole', () =>
    expect(
      ofWhichSentence(
        'assured',
        { name: '省际', value: '39' },
        { name: '到位资金', value: '38' },
        '亿元',
      ),
    ).toBe('确保：其中“省际”39亿元大于“到位资金”38亿元。请改其中一个。'));
});

describe('plans', () => {
  const quarters = ['1500', '4500', '4500', '4500'];
  it('add up to the target, and run evenly inside a quarter', () => {
    expect(planMissing(quarters, '15000')).toBe('0');
    expect(cumulativePlan(quarters)).toEqual([
      '500',
      '1000',
      '1500',
      '3000',
      '4500',
      '6000',
      '7500',
      '9000',
      '10500',
      '12000',
      '13500',
      '15000',
    ]);
    expect(cumulativePlan(['1', ...Array<string>(11).fill('2')]).slice(-2)).toEqual(['21', '23']);
  });
  it('say what is missing', () => {
    expect(planSentence(['1500', '4000', '4500', '4500'], '15000', '万元')).toBe(
      '各季计划合计14500万元，确保数15000万元，差500万元。改到相等。',
    );
    expect(planSentence(Array<string>(12).fill('2'), '20', '个')).toBe(
      '各月计划合计24个，确保数20个，多4个。改到相等。',
    );
  });
  it('are made of cumulative figures', () =>
    expect([incrementsOf(['10', '30', '60', '100']), incrementsOf(['10', null])]).toEqual([
      ['10', '20', '30', '40'],
      null,
    ]));
});

describe('spreading', () => {
  it.each([
    ['100', ['1', '1', '1'], 0, ['34', '33', '33']],
    ['10', ['1', '1', '1'], 2, ['3.34', '3.33', '3.33']],
    ['330', ['60', '45', '0'], 1, ['188.6', '141.4', '0']],
    ['0.05', ['1', '1', '1'], 0, ['0.02', '0.02', '0.01']],
    ['-10', ['1', '2'], 0, ['-3', '-7']],
  ] as const)('%s over %s at %s places', (total, weights, places, parts) =>
    expect(spreadAmount(total, weights, places)).toEqual(parts),
  );
  it('adds up whatever the weights', () => {
    for (let count = 1; count < 40; count++) {
      const weights = Array.from({ length: count }, (_, at) => String(((at * 7919) % 101) + 1));
      expect(sum(spreadAmount('1234.56', weights, 1) ?? [])).toBe('1234.56');
    }
  });
  it('refuses weights that say nothing', () =>
    expect([spreadAmount('10', ['0', '0'], 0), spreadAmount('10', ['-1', '2'], 0)]).toEqual([
      null,
      null,
    ]));
  it('tells a share of all', () =>
    expect([shareOf('60', '335'), shareOf('1', '0')]).toEqual(['17.91', null]));
});

describe('typed targets', () => {
  it.each([
    ['30', '亿元', { value: '30', growth: null }],
    ['3000万', '亿元', { value: '0.3', growth: null }],
    ['1.2亿', '万元', { value: '12000', growth: null }],
    ['增长55%', '亿元', { value: null, growth: '55' }],
    ['+15%', '亿元', { value: null, growth: '15' }],
    ['比上年下降3.5％', '吨', { value: null, growth: '-3.5' }],
    ['持平', '个', { value: null, growth: '0' }],
    ['1700，增长15%', '万元', { value: '1700', growth: '15' }],
    ['1700万元（增长15%）', '万元', { value: '1700', growth: '15' }],
    ['18%', '%', { value: '18', growth: null }],
    ['增长18%', '%', { value: '18', growth: null }],
    ['0.35', '吨标煤/万元', { value: '0.35', growth: null }],
    ['0.35吨标煤/万元', '吨标煤/万元', { value: '0.35', growth: null }],
  ])('%s in %s', (text, measure, value) =>
    expect(readTarget(text, measure)).toMatchObject({ kind: 'value', value }),
  );
  it.each([
    ['三十多个吧', '个'],
    ['5000万美元', '亿元'],
    ['30亿元', '个'],
    ['50%', '亿元'],
    ['0.0000001', '亿元'],
  ])('%s in %s is not read', (text, measure) =>
    expect(readTarget(text, measure).kind).toBe('unreadable'),
  );
  it('asks about a range and leaves an empty cell empty', () =>
    expect([
      readTarget('60-70', '亿元').kind,
      readTarget(' ', '亿元').kind,
      readIndicatorFigure('—', '个').kind,
    ]).toEqual(['question', 'empty', 'empty']));
});

// 提高1.5个百分点 on 45%, and what a share of 43% that came to 28.6% has changed by
it('a share grows by percentage points', () => {
  const share = { places: 2, measure: '%' };
  expect(valueOfGrowth('45', '1.5', share)).toBe('46.5');
  expect(growthOf('43', '28.6', '%', 1)).toBe('-14.4');
  expect(growthOf('0', '2.5', '%')).toBe('2.50');
  expect(growthFits('45', '46.5', '1.5', '%')).toBe(true);
  expect(growthSentence('45', '47', '1.5', share)).toBe(
    '上年45、目标47是上升2.0个百分点，不是1.5个百分点（应为46.5）。以哪个为准？',
  );
});
