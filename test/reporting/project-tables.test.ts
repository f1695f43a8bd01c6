/**
 * Tables of projects beyond the ledger: shares counted once, currencies turned, the gate, the
 * year's batches.
 */
import { expect, test } from 'vitest';
import { toJson } from '../../main/reporting/model/json.ts';
import type { ProjectFacts } from '../../main/reporting/tables/shared/project-facts.ts';
import { arrivalCredits } from '../../main/reporting/tables/projects/arrival-credits.ts';
import { fourBatches, sevenBatches } from '../../main/reporting/tables/projects/four-batches.ts';
import { gateTable } from '../../main/reporting/tables/projects/gate.ts';
import { muEvaluation } from '../../main/reporting/tables/projects/mu-evaluation.ts';
import { arrivalList } from '../../main/reporting/tables/ledgers/plain-lists.ts';
import { projectLedger } from '../../main/reporting/tables/projects/project-ledger.ts';
import { projectRollup } from '../../main/reporting/tables/projects/project-rollup.ts';
import { yearBatches } from '../../main/reporting/tables/projects/year-batches.ts';
import { context as bare, options } from './sample-rows.ts';

const SHARED = [
  { unit: '虢镇', percent: '70' },
  { unit: '东关街道', percent: '30' },
];
const facts = (part: Partial<ProjectFacts>): typeof bare => ({
  ...bare,
  projects: { ...bare.projects, ...part },
});
const arrivals = [
  {
    id: 1,
    project: '甲',
    date: '2010-05-03',
    amount: '8000000000.00',
    currency: 'CNY',
    recognised: '7900000000.00',
    cut: '100000000.00',
    cut_reason: '土地价款',
  },
  {
    id: 2,
    project: '甲',
    date: '2010-06',
    amount: '25000000.00',
    currency: 'USD',
    recognised: null,
    cut: null,
  },
  {
    id: 3,
    project: '乙',
    date: null,
    amount: '33333.33',
    currency: 'CNY',
    recognised: null,
    cut: null,
  },
];

test('80.0 亿元 + 2500 万美元 at 6.48 print 81.6 亿元, cuts and recognised beside', () => {
  const context = facts({
    sharesOf: (_, id) => (id === 3 ? [] : [{ unit: '虢镇', percent: '100' }]),
    rates: () => ({
      rule: 'fixed',
      list: [{ currency: 'USD', year: 2010, date: null, rate: '6.48' }],
    }),
  });
  const json = toJson(
    arrivalCredits.make(arrivals.slice(0, 2), options({ measure: '亿元' }), context),
  );
  expect(json.rows).toEqual([['1', '虢镇', '80.0', '1.6', '81.6', '1.0', '79.0', '1.6', '98.75']]);
  expect(json.totals).toEqual([['', '合计', '80.0', '1.6', '81.6', '1.0', '79.0', '1.6', '98.75']]);
  expect(json.notes).toEqual(['外币按全年一个汇率折算。', expect.any(String), '1笔尚未认定。']);
});

test('a share of 70:30 counts each arrival once over all units; without a rate it is told, not added', () => {
  const json = toJson(
    arrivalCredits.make(
      arrivals,
      options({ measure: '元' }),
      facts({ sharesOf: (_, id) => (id === 3 ? [] : SHARED) }),
    ),
  );
  expect(json.rows.map((row) => row.slice(1, 7))).toEqual([
    ['东关街道', '2,400,000,000.00', '', '2,400,000,000.00', '30,000,000.00', '2,370,000,000.00'],
    ['虢镇', '5,600,000,000.00', '', '5,600,000,000.00', '70,000,000.00', '5,530,000,000.00'],
    ['未填引进单位', '33,333.33', '', '33,333.33', '', ''],
  ]);
  expect(json.totals[0]?.slice(1, 7)).toEqual([
    '合计',
    '8,000,033,333.33',
    '',
    '8,000,033,333.33',
    '100,000,000.00',
    '7,900,000,000.00',
  ]);
  expect(toJson(arrivalCredits.make(arrivals, options({ month: 4 }), bare)).rows).toEqual([
    ['1', '未填引进单位', '3.33', '', '3.33', '', '', '3.33', '—'],
  ]);
  expect(json.notes.at(-1)).toBe('1笔外币没有汇率，未计入。在“设置”里填汇率。');
});

test('the list of arrivals has reported, recognised and cut apart, with the reason', () => {
  const json = toJson(arrivalList.make(arrivals, options(), bare));
  expect(json.header[0]?.slice(1, 7)).toEqual([
    '项目名称',
    '到位日期',
    '申报金额',
    '认定金额',
    '核减金额',
    '核减原因',
  ]);
  expect(json.rows[0]?.slice(1, 7)).toEqual([
    '甲',
    '2010.5.3',
    '800,000',
    '790,000',
    '10,000',
    '土地价款',
  ]);
  expect(json.rows[1]?.slice(3, 6)).toEqual(['2,500万美元', '', '']);
  expect(json.totals[0]?.slice(3, 6)).toEqual(['800,003', '790,000', '10,000']);
});

test('four batches: a project counts for its introducer alone, its funds are shared, and the county has them once', () => {
  const rows = [
    {
      id: 1,
      name: '甲',
      stage: 'building',
      introducer: '虢镇',
      total_investment: '100000000.00',
      arrived_total: '10000000.00',
    },
    {
      id: 2,
      name: '乙',
      stage: 'producing',
      introducer: '虢镇',
      total_investment: '50000000.00',
      arrived_total: '1000000.00',
    },
  ];
  const json = toJson(
    fourBatches.make(
      rows,
      options(),
      facts({ sharesOf: (_, id) => (id === 1 ? SHARED : [{ unit: '虢镇', percent: '100' }]) }),
    ),
  );
  // 个数, 亿元以上, 总投资, 本年完成, 到位资金; then 签约, 开工, 建设
  expect(json.rows.map((row) => [row[1], ...row.slice(2, 7), row[21]])).toEqual([
    ['虢镇', '2', '1', '15,000', '', '800', '700'],
    ['东关街道', '0', '0', '0', '0', '300', '300'],
  ]);
  expect(json.totals[0]?.slice(1, 7)).toEqual(['合计', '2', '1', '15,000', '', '1,100']);
});

test('the gate prints each park’s conditions, each value with its verdict, and what is missing', () => {
  const rows = [
    {
      id: 1,
      name: '甲',
      location: '高新区A区',
      total_investment: '100000000.00',
      land_mu: '60',
      floor_area: '24000',
      footprint_area: '18000.01',
      eia: '已取得',
      expected_tax: '5000000.00',
    },
    {
      id: 2,
      name: '乙',
      location: '乡镇',
      total_investment: '100000000.00',
      land_mu: '60',
      floor_area: '23999',
      footprint_area: '18000',
      eia: '办理中',
    },
    {
      id: 3,
      name: '丙',
      location: null,
      total_investment: '100000000.00',
      currency: 'USD',
      land_mu: '60',
      floor_area: '24000',
      footprint_area: '20000',
      eia: null,
    },
  ];
  const table = gateTable.make(
    rows,
    options(),
    facts({
      gates: () => [
        {
          park: '高新区',
          thresholds: [
            { criterion: 'intensity_mu', limit: '150', above: false },
            { criterion: 'tax_per_mu', limit: '8', above: false },
          ],
        },
      ],
    }),
  );
  expect(table.rows.filter((row) => row.kind === 'group').map((row) => row.cells[0])).toEqual([
    '一、高新区（1个）：投资强度≥150万元/亩，亩均税收≥8万元/亩',
    '二、通用条件（2个）：投资强度≥2500元/㎡，容积率≥0.6，建筑系数＞45%，环评取得',
  ]);
  const json = toJson(table);
  expect(json.header[1]?.slice(5, 11)).toEqual([
    '投资强度（元/㎡）',
    '投资强度（万元/亩）',
    '容积率',
    '建筑系数（%）',
    '亩均税收（万元/亩）',
    '环评',
  ]);
  expect(json.rows.map((row) => row.slice(1))).toEqual([
    [
      '甲',
      '高新区A区',
      '10,000',
      '60.00',
      '—',
      '166.67 ✓',
      '—',
      '—',
      '8.33 ✓',
      '—',
      '符合',
      '',
      '',
    ],
    [
      '乙',
      '乡镇',
      '10,000',
      '60.00',
      '2,500.00 ✓',
      '—',
      '0.59998 ✗',
      '45.00 ✗',
      '—',
      '办理中 ✗',
      '不符合',
      '容积率、建筑系数、环评',
      '',
    ],
    [
      '丙',
      '',
      '10,000万美元',
      '60.00',
      '缺资料',
      '—',
      '0.60 ✓',
      '50.00 ✓',
      '—',
      '缺资料',
      '缺资料',
      '',
      '总投资（人民币）、环评',
    ],
  ]);
  expect(json.notes[0]).toBe('共3个项目：符合1个，不符合1个，缺资料1个。');
});

test('the year’s batches: what was signed earlier and started now counts in 开工 as 接转, and once in 合计', () => {
  const project = (id: number, part: Record<string, string>) => ({
    id,
    name: `项目${id}`,
    introducer: '虢镇',
    total_investment: '10000000.00',
    ...part,
  });
  const rows = [
    project(1, { stage: 'started', signed_date: '2009-12-31', started_date: '2010-03' }),
    project(2, { stage: 'started', signed_date: '2010-02', started_date: '2010-04' }),
    project(3, { stage: 'building', started_date: '2009' }),
    project(4, { stage: 'producing', started_date: '2008-05', producing_date: '2010-11' }),
    project(5, { stage: 'producing', producing_date: '2009-11' }),
    project(6, { stage: 'signed' }),
    project(7, { stage: 'dropped', signed_date: '2009-05' }),
  ];
  const json = toJson(yearBatches.make(rows, options(), bare));
  expect(json.header.map((row) => row.slice(2, 6))).toEqual([
    ['合计', '合计', '合计', '签约'],
    ['个数', '其中接转', '总投资', '个数'],
  ]);
  expect(json.rows).toEqual([
    [
      '1',
      '虢镇',
      '4',
      '3',
      '4,000',
      '1',
      '0',
      '1,000',
      '2',
      '1',
      '2,000',
      '1',
      '1',
      '1,000',
      '1',
      '1',
      '1,000',
    ],
  ]);
  expect(json.notes[1]).toBe('1个项目没填签约、开工或投产日期，无法判断年度，可能少计。');
  expect(toJson(yearBatches.make(rows, options({ month: 3 }), bare)).rows[0]?.slice(8, 11)).toEqual(
    ['1', '1', '1,000'],
  );
});

test('a project with children is counted by them in every table, and the ledger lists it without adding it', () => {
  const rows = [
    {
      id: 1,
      name: '产业园',
      stage: 'started',
      introducer: '虢镇',
      total_investment: '100000000.00',
      arrived_total: '1000000.00',
      started_date: '2010-05',
    },
    {
      id: 2,
      name: '一期',
      stage: 'started',
      introducer: '虢镇',
      total_investment: '60000000.00',
      started_date: '2010-05',
    },
    {
      id: 3,
      name: '二期',
      stage: 'signed',
      introducer: '东关街道',
      total_investment: '30000000.00',
      signed_date: '2010-03',
    },
  ];
  const family = facts({ isCounted: (_, id) => id !== 1 });
  expect(toJson(fourBatches.make(rows, options(), family)).totals[0]?.slice(1, 7)).toEqual([
    '合计',
    '2',
    '0',
    '9,000',
    '',
    '',
  ]);
  expect(toJson(yearBatches.make(rows, options(), family)).totals[0]?.slice(1, 5)).toEqual([
    '合计',
    '2',
    '0',
    '9,000',
  ]);
  expect(toJson(projectRollup.make(rows, options(), family)).totals[0]?.slice(1, 7)).toEqual([
    '合计',
    '2',
    '0',
    '9,000',
    '',
    '—',
  ]);
  for (const report of [fourBatches, yearBatches, projectRollup])
    expect(report.make(rows, options(), family).notes).toContain(
      '1个项目有子项目，由子项目计，自身不计。',
    );
  const ledger = toJson(
    projectLedger.make(rows, options({ columns: ['name', 'total_investment'] }), family),
  );
  expect([ledger.rows.map((row) => row[1]), ledger.totals.map((row) => row.slice(1))]).toEqual([
    ['产业园', '一期', '二期'],
    [
      ['小计', '6,000'],
      ['小计', '3,000'],
      ['总计（3个）', '9,000'],
    ],
  ]);
  expect(
    toJson(
      arrivalCredits.make(arrivals, options(), facts({ isCounted: (_, id) => id === 3 })),
    ).totals[0]?.slice(1, 4),
  ).toEqual(['合计', '3.33', '']);
});

test('by 引进单位 funds go to those who share them, and the county still has them once', () => {
  const rows = [
    {
      id: 1,
      name: '甲',
      stage: 'building',
      introducer: '虢镇',
      total_investment: '100000000.00',
      arrived_total: '10000000.01',
      started_date: '2009',
    },
    {
      id: 2,
      name: '乙',
      stage: 'producing',
      introducer: '东关街道',
      total_investment: '50000000.00',
      arrived_total: '1000000.00',
    },
  ];
  const json = toJson(
    projectRollup.make(
      rows,
      options({ dimensions: ['introducer', 'stage'], measure: '元' }),
      facts({ sharesOf: (_, id) => (id === 1 ? SHARED : []) }),
    ),
  );
  expect(json.rows.map((row) => row.slice(1, 6))).toEqual([
    ['东关街道', '1', '0', '50,000,000.00', '4,000,000.00'],
    ['虢镇', '1', '1', '100,000,000.00', '7,000,000.01'],
  ]);
  expect(json.totals[0]?.slice(1, 6)).toEqual([
    '合计',
    '2',
    '1',
    '150,000,000.00',
    '11,000,000.01',
  ]);
});

test('seven batches: every stage on the way has its place, 停滞 and 终止 have none', () => {
  const stages = [
    'lead',
    'negotiating',
    'signed',
    'approved',
    'started',
    'building',
    'completed',
    'producing',
    'full_output',
    'stalled',
    'dropped',
  ];
  const json = toJson(
    sevenBatches.make(
      stages.map((stage, at) => ({
        id: at + 1,
        name: stage,
        stage,
        introducer: '虢镇',
        total_investment: '10000000.00',
      })),
      options(),
      bare,
    ),
  );
  expect(json.header[0]?.filter((head, at, all) => head !== all[at - 1]).slice(3)).toEqual([
    '谋划一批',
    '洽谈一批',
    '签约一批',
    '开工一批',
    '建设一批',
    '投产一批',
    '达产一批',
  ]);
  expect(json.rows[0]?.slice(2).filter((_, at) => at % 3 === 0)).toEqual([
    '9',
    '1',
    '1',
    '2',
    '1',
    '2',
    '1',
    '1',
  ]);
  expect(json.notes[0]).toBe('另有2个停滞、终止或未填阶段的项目，不在七个一批内。');
});

test('units, parks and the county have the same money, however it is shared and whoever is part of whom', () => {
  const rows = [
    {
      id: 1,
      name: '产业园',
      stage: 'building',
      introducer: '虢镇',
      location: '高新区',
      total_investment: '90000000.00',
      arrived_total: '70000000.00',
    },
    {
      id: 2,
      name: '一期',
      stage: 'building',
      introducer: '虢镇',
      location: '高新区',
      total_investment: '50000000.00',
      arrived_total: '10000000.01',
    },
    {
      id: 3,
      name: '二期',
      stage: 'started',
      introducer: '东关街道',
      location: '高新区',
      total_investment: '30000000.00',
      arrived_total: '3333333.33',
    },
    {
      id: 4,
      name: '独立',
      stage: 'signed',
      introducer: '区工信局',
      location: null,
      total_investment: '20000000.00',
      arrived_total: '5000000.00',
    },
  ];
  const shared = facts({
    isCounted: (_, id) => id !== 1,
    sharesOf: (_, id) =>
      id === 2
        ? SHARED
        : id === 3
          ? [
              { unit: '东关街道', percent: '66.67' },
              { unit: '虢镇', percent: '33.33' },
            ]
          : [],
  });
  const totals = (['introducer', 'location', 'stage', 'origin'] as const).map((field) =>
    toJson(
      projectRollup.make(rows, options({ dimensions: [field, field], measure: '元' }), shared),
    ).totals[0]?.slice(2, 6),
  );
  expect(totals).toEqual(
    Array.from({ length: 4 }, () => ['3', '0', '100,000,000.00', '18,333,333.34']),
  );
  expect(
    toJson(
      projectRollup.make(
        rows,
        options({ dimensions: ['location', 'location'], measure: '元' }),
        shared,
      ),
    ).rows.map((row) => row.slice(1, 6)),
  ).toEqual([
    ['高新区', '2', '0', '80,000,000.00', '13,333,333.34'],
    ['未填落户园区', '1', '0', '20,000,000.00', '5,000,000.00'],
  ]);
  const four = toJson(fourBatches.make(rows, options({ measure: '元' }), shared));
  expect(four.totals[0]?.slice(1, 7)).toEqual([
    '合计',
    '3',
    '0',
    '100,000,000.00',
    '',
    '18,333,333.34',
  ]);
});

test('亩均评价: scores by tax and output of a 亩 against twice the average, grades by place, the rest with its reason', () => {
  const project = (id: number, land: string | null, tax: string | null, output: string | null) => ({
    id,
    name: `项目${id}`,
    stage: 'producing',
    land_mu: land,
    expected_tax: tax,
    expected_output: output,
  });
  const rows = [
    project(1, '10', '1000000.00', '10000000.00'),
    project(2, '10', '3000000.00', '30000000.00'),
    project(3, '2.99', '9000000.00', '1.00'),
    project(4, '10', null, '1.00'),
    { ...project(5, '10', '1.00', '1.00'), stage: 'building' },
  ];
  const json = toJson(muEvaluation.make(rows, options(), bare));
  // averages over both: 20 and 200 万元 a 亩, so 30/40 and 300/400 of a full score for the second,
  // 10/40 for the first
  expect(json.rows).toEqual([
    ['1', '项目2', '', '10.00', '30.00', '300.00', '75.00', '1', 'B', ''],
    ['2', '项目1', '', '10.00', '10.00', '100.00', '25.00', '2', 'D', ''],
    ['3', '项目3', '', '2.99', '301.00', '0.00', '', '', '', '用地不足3亩'],
    ['4', '项目4', '', '10.00', '', '0.00', '', '', '', '缺预计税收'],
  ]);
  const ten = Array.from({ length: 20 }, (_, at) =>
    project(at + 1, '10', `${(20 - at) * 100}.00`, '100.00'),
  );
  expect(
    toJson(muEvaluation.make(ten, options(), bare))
      .rows.map((row) => row[8])
      .join(''),
  ).toBe('AAAABBBBBBBBCCCCCCCD');
});
