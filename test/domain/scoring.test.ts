/** The published examples of domain.md §7, and every rule kind at its edges. */
import { expect, test } from 'vitest';
import type { Reading, ReadRecord } from '../../main/domain/scoring/reading.ts';
import { scoreGroup, type Entrant, type SubjectScore } from '../../main/domain/scoring/score.ts';
import { problemsOfScheme } from '../../main/domain/scoring/check.ts';
import type {
  Item,
  ScorePart,
  ScoreRule,
  Scheme,
  ScoreSource,
} from '../../main/domain/scoring/scheme.ts';

const EVENTS: ScoreSource = { from: 'events' };
const figure = (
  value: string | null,
  target: string | null = null,
  more: Partial<Reading> = {},
): Reading => ({
  value,
  target,
  bare: target === null,
  down: false,
  measure: '亿元',
  records: [],
  ...more,
});
const against = (
  value: string | null,
  target: string | null,
  more: Partial<Reading> = {},
): Reading => figure(value, target, { bare: false, ...more });
const record = (id: number, value: string | null, more: Partial<ReadRecord> = {}): ReadRecord => ({
  ledger: 'project',
  id,
  name: `项目${id}`,
  value,
  share: '100',
  meets: [],
  panel: null,
  note: null,
  ...more,
});
const records = (...list: ReadRecord[]): Reading =>
  figure(String(list.length), null, { records: list, measure: '万元' });
const part = (label: string, weight: string): ScorePart => ({ label, weight, source: EVENTS });
const item = (code: string, points: string, rule: ScoreRule, more: Partial<Item> = {}): Item => ({
  code,
  name: code,
  sheet: '总',
  points,
  most: null,
  least: null,
  rule,
  ...more,
});
const completion = (more: Partial<Extract<ScoreRule, { kind: 'completion' }>> = {}): ScoreRule => ({
  kind: 'completion',
  parts: [part('全部', '100')],
  cap: null,
  floor: null,
  ...more,
});
const scheme = (items: readonly Item[], more: Partial<Scheme> = {}): Scheme => ({
  name: '办法',
  year: 2012,
  document: null,
  places: 2,
  sheets: [{ name: '总', percent: '100', most: null }],
  most: null,
  items,
  grades: [],
  vetoGrade: '不合格',
  groups: [
    {
      name: '组',
      of: 'units',
      kinds: ['township'],
      units: [],
      items: items.map((one) => one.code),
    },
  ],
  ...more,
});

/** One list of readings per item, for each entrant. */
function scores(
  of: Scheme,
  entrants: readonly (readonly (readonly Reading[])[])[],
  rank: string | null = null,
): readonly SubjectScore[] {
  const [group] = of.groups;
  if (group === undefined) throw new Error('no group');
  return scoreGroup(
    of,
    group,
    entrants.map((lists, at): Entrant => ({
      subject: { key: String(at), name: `单位${at}`, rank },
      readings: new Map(of.items.map((one, index) => [one.code, lists[index] ?? []])),
    })),
  );
}
/** Points and reason of one item with these readings. */
function alone(
  one: Item,
  ...readings: Reading[]
): readonly [string | null | undefined, string | undefined] {
  const scored = scores(scheme([one]), [[readings]])[0]?.items[0];
  return [scored?.points, scored?.reason];
}

const TIERS = [
  ['0', '2', true],
  ['3000', '3', false],
  ['10000', '4', false],
  ['30000', '5', false],
  ['50000', '10', false],
  ['100000', '15', false],
] as const;
const tiered: ScoreRule = {
  kind: 'tiered',
  source: EVENTS,
  tiers: TIERS.map(([from, points, leased]) => ({
    from,
    points,
    only: leased ? [{ field: 'remark', text: '租赁' }] : [],
  })),
};

test('worked example: a deputy-township-level official comes to 18.5', () => {
  const quota: ScoreRule = {
    kind: 'quota',
    source: EVENTS,
    quotas: [
      { rank: '正乡级', count: '3' },
      { rank: '专业招商人员', count: '3' },
      { rank: '副乡级', count: '2' },
    ],
    others: '1',
    met: '2',
    further: '0.5',
  };
  const [one] = scores(
    scheme([item('线索', '0', quota), item('签约', '0', tiered)]),
    [
      [
        [figure('3')],
        [records(record(1, '2800', { meets: [0] }), record(2, '10000'), record(3, '60000'))],
      ],
    ],
    '副乡级',
  );
  expect(one?.items.map(({ points, reason }) => [points, reason])).toEqual([
    ['2.50', '定额2，完成3，达定额 +2，超1 +0.5'],
    [
      '16.00',
      '项目1 2800万元 → 0—3000万元档 +2；项目2 10000万元 → 10000—30000万元档 +4；项目3 60000万元 → 50000—100000万元档 +10',
    ],
  ]);
  expect(one?.total).toBe('18.50');
  expect(one?.items[1]?.lines.map((line) => line.record)).toEqual(
    [1, 2, 3].map((id) => ({ ledger: 'project', id })),
  );
});

test('worked example: the published city result comes to 2.78', () => {
  const items = [
    item('一', '0.5', completion()),
    item('二', '0.5', completion({ cap: '120' })),
    item('三', '0.5', completion({ parts: [part('个数', '50'), part('投资', '50')], cap: '100' })),
    item(
      '四',
      '0.5',
      { kind: 'deduction', parts: [part('亿元', '0.1'), part('5亿元', '0.1')] },
      { least: '0' },
    ),
    item(
      '五',
      '0',
      { kind: 'bonus', parts: [part('甲', '0.2'), part('乙', '0.2'), part('丙', '0.1')] },
      { most: '0.5' },
    ),
    item('六', '0.5', { kind: 'deduction', parts: [part('迟开工', '0.1'), part('造假', '0.2')] }),
  ];
  const [one] = scores(scheme(items), [
    [
      [against('96', '100')],
      [against('130', '100')],
      [against('28', '27'), against('177.7', '54')],
      [against('6', '5'), against('2', '2')],
      [figure('0'), figure('1'), figure('1')],
      [figure('1'), figure('0')],
    ],
  ]);
  expect(one?.items.map((score) => score.points)).toEqual([
    '0.48',
    '0.60',
    '0.50',
    '0.50',
    '0.30',
    '0.40',
  ]);
  expect(one?.items.map((score) => score.reason)).toEqual([
    '0.5 × 96%（96 ÷ 100）',
    '0.5 × 130%（130 ÷ 100），封顶120%',
    '0.5 × 216.39%（28 ÷ 27 × 50% ＋ 177.7 ÷ 54 × 50%），封顶100%',
    '基本分0.5；亿元欠0 × 0.1＝0；5亿元欠0 × 0.1＝0',
    '甲0 × 0.2＝0；乙1 × 0.2＝+0.2；丙1 × 0.1＝+0.1',
    '基本分0.5；迟开工1 × 0.1＝−0.1；造假0 × 0.2＝0',
  ]);
  expect(one?.total).toBe('2.78');
});

test.each([
  ['exactly on the floor', against('60', '100'), '15.00', '25 × 60%（60 ÷ 100）'],
  [
    'just under it',
    against('59.99', '100'),
    '0.00',
    '25 × 59.99%（59.99 ÷ 100），低于下限60%，不得分',
  ],
  ['exactly at the cap', against('120', '100'), '30.00', '25 × 120%（120 ÷ 100）'],
  ['beyond the cap', against('121', '100'), '30.00', '25 × 121%（121 ÷ 100），封顶120%'],
  ['a target of zero', against('5', '0'), null, '目标是0，不能算完成率'],
  ['no target', against('5', null), null, '没有目标，不计分'],
  ['a negative target', against('-2', '-3'), null, '目标−3是负数，不能算完成率'],
  ['nothing reported', against(null, '100'), null, '没有完成数'],
  [
    'less is better',
    against('80', '100', { down: true }),
    '30.00',
    '25 × 125%（控制数100 ÷ 实际80），封顶120%',
  ],
  [
    'less is better, and there was none',
    against('0', '0', { down: true }),
    '25.00',
    '25 × 100%（控制数0，实际0）',
  ],
])('completion: %s', (_what, reading, points, reason) => {
  expect(alone(item('完成', '25', completion({ cap: '120', floor: '60' })), reading)).toEqual([
    points,
    reason,
  ]);
});

test('completion below zero gives nothing, and a third is not rounded before its weight', () => {
  expect(alone(item('增速', '10', completion()), against('-1.5', '8'))).toEqual([
    '0.00',
    '10 × −18.75%（−1.5 ÷ 8），为负不得分',
  ]);
  expect(alone(item('三分之一', '0.015', completion()), against('1', '3'))[0]).toBe('0.01');
});

const steps: ScoreRule = {
  kind: 'steps',
  source: EVENTS,
  steps: [
    ['100', '100'],
    ['80', '75'],
    ['50', '50'],
  ].map(([from = '', percent = '']) => ({ from, percent })),
};
test.each([
  ['100', '20.00'],
  ['99.99', '15.00'],
  ['80', '15.00'],
  ['50', '10.00'],
  ['49.99', '0.00'],
])('steps: %s%% gives %s', (done, points) => {
  expect(alone(item('分档', '20', steps), against(done, '100'))[0]).toBe(points);
});

const over = (under: Extract<ScoreRule, { kind: 'over' }>['under']): ScoreRule => ({
  kind: 'over',
  source: EVENTS,
  every: '10',
  add: '3',
  under,
});
test.each([
  ['110', '43.00'],
  ['109.99', '40.00'],
  ['125', '46.00'],
  ['100', '40.00'],
  ['75', '30.00'],
  ['-5', '0.00'],
])('over and pro rata under: %s%% gives %s', (done, points) => {
  expect(alone(item('超欠', '40', over({ by: 'share' })), against(done, '100'))[0]).toBe(points);
});
test.each([
  ['95', '39.00'],
  ['95.01', '40.00'],
  ['90', '38.00'],
])('one less per full 5%% under: %s%% gives %s', (done, points) => {
  expect(
    alone(
      item('超欠', '40', over({ by: 'steps', every: '5', take: '1' })),
      against(done, '100'),
    )[0],
  ).toBe(points);
});

test.each([
  ['2999.99', null],
  ['3000', '3.00'],
  ['9999.99', '3.00'],
  ['30000', '5.00'],
  ['50000', '10.00'],
  ['100000', '15.00'],
])('a project of %s万元 without a leased workshop gives %s', (amount, points) => {
  expect(alone(item('签约', '0', tiered), records(record(1, amount)))[0]).toBe(points ?? '0.00');
});

test('a shared project gives its share, and one without a figure nothing', () => {
  expect(
    alone(item('签约', '0', tiered), records(record(1, '60000', { share: '70' }), record(2, null))),
  ).toEqual([
    '7.00',
    '项目1 60000万元 → 50000—100000万元档，分成70% +7；项目2没有金额 → 不在档内，不计分',
  ]);
});

test('a bonus stops at its cap and a deduction at its floor', () => {
  expect(
    alone(
      item('加分', '0', { kind: 'bonus', parts: [part('项目', '2')] }, { most: '6' }),
      figure('4'),
    ),
  ).toEqual(['6.00', '项目4 × 2＝+8，封顶6']);
  expect(
    alone(
      item('月报', '0', { kind: 'deduction', parts: [part('缺报', '1')] }, { least: '-12' }),
      figure('13'),
    ),
  ).toEqual(['-12.00', '缺报13 × 1＝−13，最低−12']);
  expect(
    alone(
      item('个数', '0.5', { kind: 'deduction', parts: [part('亿元', '0.1')] }),
      against('3', '5'),
    ),
  ).toEqual(['0.30', '基本分0.5；亿元欠2 × 0.1＝−0.2']);
});

test('panels mix 70 and 30 by their means; a panel that is silent leaves it open', () => {
  const manual = item('评议', '100', {
    kind: 'manual',
    panels: [
      { name: '领导', percent: '70' },
      { name: '互评', percent: '30' },
    ],
  });
  expect(
    alone(
      manual,
      records(
        record(1, '90', { panel: '领导' }),
        record(2, '85', { panel: '领导' }),
        record(3, '80', { panel: '互评' }),
      ),
    ),
  ).toEqual(['85.25', '领导87.5 × 70% ＋ 互评80 × 30%']);
  expect(alone(manual, records(record(1, '90', { panel: '领导' })))).toEqual([
    null,
    '互评尚未打分',
  ]);
});

test('against the average, band by band; places with ties; nobody without a figure counts', () => {
  const average = item('平均', '20', {
    kind: 'average',
    source: EVENTS,
    bands: [
      { to: '10', each: '1' },
      { to: null, each: '0.5' },
    ],
    under: '0.5',
  });
  // mean 100: +20 % is 10 × 1 and 10 × 0.5, −20 % is 10 less
  const three = scores(scheme([average]), [
    [[figure('120')]],
    [[figure('80')]],
    [[figure('100')]],
    [[figure(null)]],
  ]);
  expect(three.map((one) => one.items[0]?.points)).toEqual(['35.00', '10.00', '20.00', null]);
  expect(three[0]?.items[0]?.reason).toBe('120亿元，本组平均100，高20%，基本分20 +15');
  expect(scores(scheme([average]), [[[figure('5')]], [[figure('-5')]]])[0]?.items[0]?.reason).toBe(
    '本组平均数不大于0，不能比较',
  );
  const places = item('名次', '0', {
    kind: 'places',
    source: EVENTS,
    places: [
      { to: 1, points: '10' },
      { to: 3, points: '6' },
    ],
  });
  expect(
    scores(scheme([places]), [
      [[figure('9')]],
      [[figure('8')]],
      [[figure('8')]],
      [[figure('7')]],
    ]).map((one) => one.items[0]?.points),
  ).toEqual(['10.00', '6.00', '6.00', '0.00']);
});

test('of what is better when it is less the least is first; equal ones share, and all at the average get the points', () => {
  const places = item('事故', '0', {
    kind: 'places',
    source: EVENTS,
    places: [
      { to: 1, points: '10' },
      { to: 2, points: '5' },
    ],
  });
  const down = (value: string | null): readonly (readonly Reading[])[] => [
    [figure(value, null, { down: true })],
  ];
  expect(
    scores(scheme([places]), [down('3'), down('0'), down('0'), down(null)]).map((one) => [
      one.items[0]?.points,
      one.items[0]?.reason,
    ]),
  ).toEqual([
    ['0.00', '3亿元，本组第3名，不得分'],
    ['10.00', '0亿元，本组第1名 → 前1名得10'],
    ['10.00', '0亿元，本组第1名 → 前1名得10'],
    [null, '没有完成数'],
  ]);
  const average = item('平均', '20', {
    kind: 'average',
    source: EVENTS,
    bands: [{ to: null, each: '1' }],
    under: '1',
  });
  expect(
    scores(scheme([average]), [[[against('1', '3')]], [[against('2', '6')]]]).map(
      (one) => one.items[0]?.points,
    ),
  ).toEqual(['20.00', '20.00']);
});

test('two sheets fold 30:70; ties share a place; a veto strikes out with its reason and its own grade', () => {
  const items = [
    item('党建', '100', completion(), { sheet: '党建' }),
    item('经济', '100', completion(), { sheet: '经济' }),
    item('否决', '0', { kind: 'veto' }, { sheet: '经济' }),
  ];
  const folded = scheme(items, {
    sheets: [
      { name: '党建', percent: '30', most: null },
      { name: '经济', percent: '70', most: null },
    ],
    grades: [
      { name: '优秀', from: null, share: '30' },
      { name: '良好', from: '80', share: null },
      { name: '合格', from: null, share: null },
    ],
  });
  const row = (
    party: string,
    economy: string,
    veto: readonly ReadRecord[] = [],
  ): readonly (readonly Reading[])[] => [
    [against(party, '100')],
    [against(economy, '100')],
    [records(...veto)],
  ];
  const board = scores(folded, [
    row('90', '80'),
    row('90', '80'),
    row('60', '60'),
    row('100', '100', [
      record(9, '1', {
        ledger: null,
        note: '较大事故（提请：应急局，批准：考核委，县考〔2012〕7号）',
      }),
    ]),
  ]);
  expect(board.map((one) => [one.total, one.place, one.grade])).toEqual([
    ['83.00', 1, '优秀'],
    ['83.00', 1, '优秀'],
    ['60.00', 3, '合格'],
    ['100.00', null, '不合格'],
  ]);
  expect(board[0]?.words).toBe('党建90 × 30% ＋ 经济80 × 70%');
  expect(board[3]?.veto).toBe('否决：较大事故（提请：应急局，批准：考核委，县考〔2012〕7号）');
});

test('what does not fit in a scheme is named', () => {
  const wrong = scheme(
    [
      item('一', '10', completion({ parts: [part('甲', '50'), part('乙', '40')] })),
      item('一', '5', over({ by: 'share' }), { sheet: '无' }),
    ],
    { sheets: [{ name: '总', percent: '90', most: null }] },
  );
  expect(problemsOfScheme(wrong)).toEqual([
    '考核项编号“一”用了两次',
    '各表占比合计90%，不是100%',
    '“一”所在的表“无”没有列出',
    '“一”各部分占比合计90%，不是100%',
  ]);
});
