/**
 * Rules of projects: rates, recognised amounts, shares, stages, milestones, the gate, 接转
 * (domain.md §6).
 */
import { describe, expect, test } from 'vitest';
import { isCarriedOver } from '../../main/domain/projects/carry-over.ts';
import {
  creditPartsOf,
  creditShareProblem,
  type Share,
  type Split,
} from '../../main/domain/projects/credit.ts';
import { round, sum } from '../../main/domain/exact/decimal.ts';
import { rateFor, totalInYuan, type ExchangeRates } from '../../main/domain/exact/exchange.ts';
import {
  judgeGate,
  limitText,
  STANDARD_GATE,
  type Criterion,
  type GateFacts,
} from '../../main/domain/projects/gate.ts';
import { inMeasure, fenOf, fenOfYuan } from '../../main/domain/exact/money.ts';
import { measureOf, type Measure } from '../../main/domain/exact/measure.ts';
import { milestoneLamp, reversedMilestone } from '../../main/domain/projects/milestones.ts';
import { overContract, recogniseArrival } from '../../main/domain/projects/recognition.ts';
import { reasonFor, reversedDates, type Stage } from '../../main/domain/ledgers/stage.ts';

const measure = (name: string): Measure => {
  const found = measureOf(name);
  if (found === null) throw new RangeError(name);
  return found;
};
const inYi = (yuan: string): string => inMeasure(fenOfYuan(yuan), measure('亿元'));

describe('exchange', () => {
  const list = [
    { currency: 'USD', year: 2013, date: null, rate: '6.48' },
    { currency: 'USD', year: 2012, date: null, rate: '6.31' },
    { currency: 'USD', year: 2013, date: '2013-03-05', rate: '6.22' },
    { currency: 'HKD', year: 2013, date: '2013-03-05', rate: '0.802' },
  ];
  const fixed: ExchangeRates = { rule: 'fixed', list };
  const daily: ExchangeRates = { rule: 'day', list };

  test('80.0 亿元 + 2500 万美元 at 6.48 are 81.62 亿元 exactly, printed 81.6', () => {
    const amounts = [
      { amount: '8000000000.00', currency: 'CNY', date: '2013-06' },
      { amount: '25000000.00', currency: 'USD', date: '2013-06' },
    ];
    const { yuan, without } = totalInYuan(amounts, fixed, 2013);
    expect([inYi(yuan), round(inYi(yuan), 1), without]).toEqual(['81.62', '81.6', []]);
  });

  test.each([
    ['the year of the day', fixed, 'USD', '2012-11-30', '6.31'],
    ['the year in view where undated', fixed, 'USD', null, '6.48'],
    ['never another year', fixed, 'USD', '2011', null],
    ['the day itself', daily, 'USD', '2013-03-05', '6.22'],
    ['never the year where the day counts', daily, 'USD', '2013-03-06', null],
    ['a month is no day', daily, 'USD', '2013-03', null],
    ['undated has no day', daily, 'HKD', null, null],
    ['人民币 needs none', daily, 'CNY', null, '1'],
  ] as const)('%s', (_what, rates, currency, date, rate) =>
    expect(rateFor(rates, { currency, date }, 2013)).toBe(rate),
  );

  test('an amount without a rate is in no sum and is told', () => {
    const lost = { amount: '100.00', currency: 'EUR', date: '2013-01-01' };
    expect(
      totalInYuan([lost, { amount: '0.10', currency: 'CNY', date: null }], fixed, 2013),
    ).toEqual({ yuan: '0.1', without: [lost] });
  });
});

describe('recognised amounts', () => {
  const wan = (value: string): bigint => fenOf(value, measure('万元')).fen;
  test.each([
    ['1000', [], '1000'],
    [
      '1000',
      [
        ['200', '土地价款'],
        ['0.05', '流动资金'],
      ],
      '799.95',
    ],
    ['1000', [['1000', '财政资金']], '0'],
  ] as const)('%s less its cuts', (reported, cuts, left) => {
    expect(
      recogniseArrival(
        wan(reported),
        cuts.map(([amount, reason]) => ({ amount: wan(amount), reason })),
      ),
    ).toEqual({ recognised: wan(left) });
  });
  test.each([
    [[['200', ' ']], '原因'],
    [[['0', '土地价款']], '大于0'],
    [
      [
        ['600', '土地价款'],
        ['400.01', '流动资金'],
      ],
      '超过',
    ],
  ] as const)('refused: %j', (cuts, word) => {
    expect(
      recogniseArrival(
        wan('1000'),
        cuts.map(([amount, reason]) => ({ amount: wan(amount), reason })),
      ),
    ).toEqual({ problem: expect.stringContaining(word) as string });
  });
  test.each([
    [null, ['9'], null],
    ['10', ['4', '6'], null],
    ['10', ['4', '6.01'], '0.01'],
  ] as const)('contract %s against %j', (contract, arrived, over) => {
    expect(overContract(contract === null ? null : wan(contract), arrived.map(wan))).toBe(
      over === null ? null : wan(over),
    );
  });
});

describe('shares', () => {
  const two = (a: string, b: string): Share[] => [
    { unit: '甲镇', percent: a },
    { unit: '高新区', percent: b },
  ];
  test.each<[string, string | null, Share[], Split, string | null, string | null]>([
    ['5:5', '甲镇', two('50', '50'), 'half', null, null],
    ['7:3', '甲镇', two('70', '30'), 'seven', null, null],
    ['equal', '高新区', two('50', '50'), 'equal', null, null],
    ['alone', '甲镇', [{ unit: '甲镇', percent: '100' }], 'alone', null, null],
    ['by certificate', '甲镇', two('66.67', '33.33'), 'certificate', '分成〔2012〕3号', null],
    ['a certificate has a number', '甲镇', two('60', '40'), 'certificate', ' ', '编号'],
    ['not 100', '甲镇', two('60', '39.99'), 'certificate', '3号', '99.99%'],
    ['three places', '甲镇', two('66.667', '33.333'), 'certificate', '3号', '两位小数'],
    [
      'three units',
      '甲镇',
      [...two('50', '25'), { unit: '乙镇', percent: '25' }],
      'certificate',
      '3号',
      '最多两个',
    ],
    [
      'one unit twice',
      '甲镇',
      [
        { unit: '甲镇', percent: '50' },
        { unit: '甲镇', percent: '50' },
      ],
      'half',
      null,
      '不能相同',
    ],
    ['a unit that only serves', '乙镇', two('50', '50'), 'half', null, '引进单位'],
    ['no introducer', null, two('50', '50'), 'half', null, '请先填写引进单位'],
    ['other than the preset', '甲镇', two('60', '40'), 'seven', null, '不符'],
    ['nothing for one', '甲镇', two('100', '0'), 'certificate', '3号', '大于0'],
  ])('%s', (_what, introducer, shares, split, certificate, problem) => {
    expect(creditShareProblem(introducer, shares, split, certificate)).toEqual(
      problem === null ? null : expect.stringContaining(problem),
    );
  });

  test('parts add up to the amount to the last place, over units, parks and the county', () => {
    const projects = [
      { park: '高新区', amount: '1000000.01', shares: two('66.67', '33.33') },
      { park: '高新区', amount: '250000.00', shares: two('50', '50') },
      { park: '物流园', amount: '333333.33', shares: [{ unit: '乙镇', percent: '100' }] },
    ];
    const parts = projects.flatMap((one) =>
      creditPartsOf(one.amount, one.shares).map((part) => ({ ...part, park: one.park })),
    );
    const by = (key: 'unit' | 'park', value: string): string =>
      sum(parts.filter((part) => part[key] === value).map((part) => part.amount));
    expect([by('unit', '甲镇'), by('unit', '高新区'), by('unit', '乙镇')]).toEqual([
      '791700.006667',
      '458300.003333',
      '333333.33',
    ]);
    expect([by('park', '高新区'), by('park', '物流园')]).toEqual(['1250000.01', '333333.33']);
    expect(sum(parts.map((part) => part.amount))).toBe(sum(projects.map((one) => one.amount)));
  });
});

describe('stages', () => {
  test.each<[Stage | null, Stage, string | null]>([
    [null, 'signed', null],
    ['signed', 'building', null],
    ['building', 'building', null],
    ['building', 'stalled', 'stops'],
    ['signed', 'dropped', 'stops'],
    ['stalled', 'building', null],
    ['dropped', 'signed', 'resumes'],
    ['building', 'started', 'back'],
    ['producing', 'full_output', null],
  ])('%s → %s', (from, to, reason) => expect(reasonFor(from, to)).toBe(reason));

  test.each([
    [
      { signed_date: '2012-03', started_date: '2012-02-28' },
      { earlier: 'signed_date', later: 'started_date' },
    ],
    [{ signed_date: '2012-03', started_date: '2012-03-01' }, null],
    [{ signed_date: '2012', producing_date: '2012-01-05' }, null],
    [
      { started_date: '2012-05-10', completed_date: null, producing_date: '2011-12' },
      { earlier: 'started_date', later: 'producing_date' },
    ],
  ])('%j', (dates, reversed) => expect(reversedDates(dates)).toEqual(reversed));
});

describe('milestones', () => {
  test.each([
    [null, null, 'none'],
    ['2012-10-07', null, 'red'],
    ['2012-10', null, 'yellow'],
    ['2012-11-07', null, 'yellow'],
    ['2012-11-08', null, 'green'],
    ['2012-09-30', '2012-10-01', 'late'],
    ['2012-09', '2012-09-30', 'done'],
    [null, '2012', 'done'],
  ] as const)('due %s, done %s → %s', (deadline, done, lamp) =>
    expect(milestoneLamp({ deadline, done }, '2012-10-08')).toBe(lamp),
  );
  test('a later milestone is not done before an earlier one', () => {
    const way = [
      { name: '进场', deadline: null, done: '2012-05-10' },
      { name: '桩基', deadline: null, done: null },
      { name: '基础', deadline: null, done: '2012-04' },
    ];
    expect(reversedMilestone(way)).toEqual({ earlier: way[0], later: way[2] });
    expect(
      reversedMilestone([
        { deadline: null, done: '2012-05' },
        { deadline: null, done: '2012-05-01' },
      ]),
    ).toBeNull();
  });
});

describe('the gate', () => {
  const nothing: GateFacts = {
    investment: null,
    landMu: null,
    floorArea: null,
    footprintArea: null,
    tax: null,
    output: null,
    eia: null,
    energyReview: null,
  };
  // 60 亩 = 40,000 ㎡
  const facts: GateFacts = {
    ...nothing,
    investment: '100000000.00',
    landMu: '60',
    floorArea: '24000',
    footprintArea: '18000',
    tax: '6000000.00',
    eia: '已取得',
  };

  test('the standard conditions at their very limits: 2500 and 0.6 are reached, 45 % is not passed', () => {
    const { lines, is } = judgeGate(facts, STANDARD_GATE);
    expect(lines.map((line) => [line.value, limitText(line), line.is])).toEqual([
      ['2500.00', '≥2500元/㎡', 'pass'],
      ['0.60', '≥0.6', 'pass'],
      ['45.00', '＞45%', 'fail'],
      ['已取得', '取得', 'pass'],
    ]);
    expect(is).toBe('fail');
  });

  test.each<[Criterion, string, boolean, string, string]>([
    ['intensity_mu', '166.67', false, '166.667', 'fail'], // 166.666… is below 166.67, and never printed as that
    ['intensity_mu', '166.66', false, '166.67', 'pass'],
    ['tax_per_mu', '10', false, '10.00', 'pass'],
    ['tax_per_mu', '10', true, '10.00', 'fail'],
    ['total_investment', '10000', false, '10000', 'pass'],
    ['building_coefficient', '44.99', true, '45.00', 'pass'],
  ])('%s against %s (above: %s) is %s: %s', (criterion, limit, above, value, is) => {
    expect(judgeGate(facts, [{ criterion, limit, above }]).lines[0]).toMatchObject({
      value,
      is,
      missing: [],
    });
  });

  test('a third of a ㎡ is not lost: 1 亩 is 2000/3 ㎡', () => {
    expect(
      judgeGate({ ...facts, investment: '1666666.67', landMu: '1' }, [
        { criterion: 'intensity_area', limit: '2500', above: false },
      ]).lines[0],
    ).toMatchObject({ value: '2500.00', is: 'pass' });
    expect(
      judgeGate({ ...facts, investment: '1666666.66', landMu: '1' }, [
        { criterion: 'intensity_area', limit: '2500', above: false },
      ]).lines[0],
    ).toMatchObject({ value: '2499.99999', is: 'fail' });
  });

  test('a leased workshop takes no land: nothing per 亩 is asked of it, and no land is missing', () => {
    expect(judgeGate({ ...facts, landMu: '0', eia: '不需要' }, STANDARD_GATE)).toMatchObject({
      is: 'pass',
      missing: [],
      lines: [{ value: '不用地' }, { value: '不用地' }, { value: '不用地' }, { value: '不需要' }],
    });
  });

  test('what is missing is named once and judges nothing', () => {
    expect(judgeGate({ ...nothing, floorArea: '1' }, STANDARD_GATE)).toMatchObject({
      is: 'unknown',
      missing: ['总投资（人民币）', '占地面积', '建筑占地', '环评'],
    });
    expect(
      judgeGate({ ...facts, footprintArea: '20000', eia: '办理中' }, STANDARD_GATE),
    ).toMatchObject({ is: 'fail', missing: [] });
    expect(judgeGate({ ...facts, footprintArea: '20000', eia: '不需要' }, STANDARD_GATE).is).toBe(
      'pass',
    );
  });
});

test.each([
  [
    'signed last year, started this year',
    { stage: 'started', signed: '2011-12-31', started: '2012-03', producing: null },
    true,
  ],
  [
    'signed this year',
    { stage: 'started', signed: '2012', started: '2012-03', producing: null },
    false,
  ],
  [
    'unknown days prove nothing',
    { stage: 'building', signed: null, started: null, producing: null },
    false,
  ],
  [
    'produced this year',
    { stage: 'producing', signed: '2010', started: '2011', producing: '2012-05' },
    true,
  ],
  [
    'produced last year',
    { stage: 'full_output', signed: '2010', started: '2010', producing: '2011-05' },
    false,
  ],
  [
    'produces since nobody knows when',
    { stage: 'producing', signed: '2010', started: null, producing: null },
    false,
  ],
  ['stands still', { stage: 'stalled', signed: '2010', started: null, producing: null }, false],
  ['given up', { stage: 'dropped', signed: '2010', started: null, producing: null }, false],
] as const)('接转 into 2012: %s', (_what, project, carried) =>
  expect(isCarriedOver(project, '2012-01-01')).toBe(carried),
);
