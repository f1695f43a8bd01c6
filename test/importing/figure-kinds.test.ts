/**
 * Kinds of monthly returns and targets as offices write them: each figure stored as an official
 * reads it, asked about, or named.
 */
import { describe, expect, it } from 'vitest';
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import { lookedAt, type Cells } from './looked-at.ts';

describe('the name of an indicator', () => {
  it('is the title’s where the heads only say what was done when, and 其中 is a part of it', () => {
    const { facts, asked } = lookedAt([
      ['2024年10月新发展市场主体情况表（户）'],
      ['单位', '本月新增', '今年累计', '其中：企业'],
      ['城关镇', 12, 130, 22],
      ['柳树镇', 8, 95, 14],
    ]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 新发展市场主体 month 2024-10 12户',
      '城关镇 新发展市场主体 cumulative 2024-10 130户',
      '城关镇 新发展市场主体›企业 cumulative 2024-10 22户',
    ]);
    expect(asked).toEqual([]);
  });

  it('has the title before it where the head says what is counted and not of what', () => {
    const { facts } = lookedAt([
      ['2024年9月特困救助情况表'],
      ['单位', '户数', '人数', '资金（万元）'],
      ['城关镇', 52, 100, 10],
      ['柳树镇', 48, 90, 12],
    ]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 特困救助户数 cumulative 2024-9 52户',
      '城关镇 特困救助人数 cumulative 2024-9 100人',
      '城关镇 特困救助资金 cumulative 2024-9 10万元',
    ]);
  });

  it('keeps what is received apart from what is settled', () => {
    const { facts } = lookedAt([
      ['2024年9月信访事项办理情况（件）'],
      ['单位', '本月受理', '本月办结'],
      ['城关镇', 12, 10],
      ['柳树镇', 8, 8],
    ]);
    expect(new Set(facts.map((one) => one.split(' ')[1])).size).toBe(2);
  });

  it('is the whole’s for the one growth behind its parts, and that is told', () => {
    const { facts, told } = lookedAt([
      ['2024年9月财政收入完成情况'],
      ['单位：万元'],
      ['单位', '财政收入', '其中', null, '同比（%）'],
      [null, null, '税收', '非税', null],
      ['城关镇', 100, 80, 20, 5],
      ['柳树镇', 200, 150, 50, 6],
    ]);
    expect(facts.slice(0, 4)).toEqual([
      '城关镇 财政收入 cumulative 2024-9 100万元',
      '城关镇 财政收入›税收 cumulative 2024-9 80万元',
      '城关镇 财政收入›非税 cumulative 2024-9 20万元',
      '城关镇 财政收入 yoy 2024-9 5%',
    ]);
    expect(told).toEqual(['E0 column.owner']);
  });
});

describe('a target', () => {
  it('by growth is no indicator of its own', () => {
    const { facts } = lookedAt([
      ['2024年工业总产值目标调整表（亿元）'],
      ['单位', '年初目标', '调整后目标', '增长目标（%）'],
      ['城关镇', 100, 120, 10],
      ['柳树镇', 200, 190, 8],
    ]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 工业总产值 wasAssured 2024- 100亿元',
      '城关镇 工业总产值 annual 2024- 120亿元',
      '城关镇 工业总产值 growth 2024- 10%',
    ]);
  });

  it('stands beside a month’s figures as one, not as their growth', () => {
    const { facts } = lookedAt([
      ['2024年9月工业总产值完成情况（亿元）'],
      ['单位', '目标增速（%）', '1-9月累计', '同比增长（%）'],
      ['城关镇', 10, 90, 8.5],
      ['柳树镇', 12, 80, 9],
    ]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 工业总产值 growth 2024- 10%',
      '城关镇 工业总产值 cumulative 2024-9 90亿元',
      '城关镇 工业总产值 yoy 2024-9 8.5%',
    ]);
  });

  it('of the county stands over its units’, that from above too', () => {
    const { facts } = lookedAt([
      ['2024年招商引资目标任务分解表（亿元）'],
      ['单位', '目标任务'],
      ['市下达任务', 90],
      ['全 县', 100],
      ['城关镇', 60],
      ['柳树镇', 40],
    ]);
    expect(facts).toEqual([
      '全县 招商引资 upper 2024- 90亿元',
      '全县 招商引资 annual 2024- 100亿元',
      '城关镇 招商引资 annual 2024- 60亿元',
      '柳树镇 招商引资 annual 2024- 40亿元',
    ]);
  });
});

describe('a growth', () => {
  it('in points is asked about where it is of an amount, taken where it is of a rate', () => {
    const amount = lookedAt([
      ['2024年8月工业用电量完成情况（万千瓦时）'],
      ['单位', '累计', '同比'],
      ['城关镇', 880, '5.3%'],
      ['柳树镇', 760, '下降1.5个百分点'],
    ]);
    expect(amount.facts).not.toContain('柳树镇 工业用电量 yoy 2024-8 -1.5%');
    expect(amount.asked).toEqual(['C4 value.unreadable']);
    const rate = lookedAt([
      ['2024年8月污水处理率完成情况（%）'],
      ['单位', '累计', '同比'],
      ['城关镇', 88, '提高1.2个百分点'],
      ['柳树镇', 76, '下降1.5个百分点'],
    ]);
    expect(rate.facts).toContain('柳树镇 污水处理率 yoy 2024-8 -1.5%');
  });
});

describe('a row where names of units stand', () => {
  it('that is none of a unit is left out and named', () => {
    const { facts, asked, told } = lookedAt([
      ['2024年7月主要指标'],
      ['单位', '固定资产投资（万元）', '工业总产值（万元）'],
      ['乡镇小计', 5000, 7500],
      ['城关镇', 3000, 4000],
      ['  #古城景区', 900, 800],
      ['柳树镇', 2000, 3500],
      ['最高', 3000, 4000],
      ['去年同期', 5500, 8000],
      ['增长%', -9.1, -6.3],
    ]);
    expect(facts).toEqual([
      '城关镇 固定资产投资 cumulative 2024-7 3000万元',
      '城关镇 工业总产值 cumulative 2024-7 4000万元',
      '柳树镇 固定资产投资 cumulative 2024-7 2000万元',
      '柳树镇 工业总产值 cumulative 2024-7 3500万元',
    ]);
    expect(asked).toEqual([]);
    expect(told.filter((one) => one.endsWith('row.aside'))).toHaveLength(5);
  });
});

describe('what a plain figure is', () => {
  const rows: Cells = [
    ['乡镇', '财政收入（万元）', '同比（%）'],
    ['城关镇', 5200, 8.6],
    ['柳树镇', 4810, 3.2],
    ['大营乡', 300, 2.2],
  ];
  const of = { file: 'book.xlsx', sheet: 'Sheet1', table: 0 } as const;

  it('is asked where neither head nor title says it, with its month, and as answered', () => {
    expect(lookedAt(rows).asked.toSorted()).toEqual(['0 period.unknown', 'B0 part.unknown']);
    const month = { kind: 'period', ...of, year: 2025, month: 4 } as const;
    const waiting = lookedAt(rows, [month]);
    expect(waiting.asked).toEqual(['B0 part.unknown']);
    expect(waiting.facts).not.toContain('城关镇 财政收入 cumulative 2025-4 5200万元');
    expect(lookedAt(rows, [month, { kind: 'part', ...of, part: 'month' }]).facts).toContain(
      '城关镇 财政收入 month 2025-4 5200万元',
    );
  });

  it('is asked under a title of a year whose month the user told', () => {
    const { facts, asked } = lookedAt(
      [
        ['2024年财政收入（万元）', null],
        ['单位', '财政收入'],
        ['城关镇', 52],
        ['柳树镇', 48],
      ],
      [{ kind: 'period', year: 2024, month: 9, fills: true }],
    );
    expect(asked).toEqual(['B0 part.unknown']);
    expect(facts).toEqual([]);
  });

  it('counts from January where its head says 累计 beside a month', () => {
    const { facts } = lookedAt([
      ['2024年5月财政收入（万元）'],
      ['单位', '4月累计', '5月累计'],
      ['城关镇', 900, 950],
      ['柳树镇', 300, 390],
    ]);
    expect(facts.slice(0, 2)).toEqual([
      '城关镇 财政收入 cumulative 2024-4 900万元',
      '城关镇 财政收入 cumulative 2024-5 950万元',
    ]);
  });
});

describe('the time of a table', () => {
  const stacked: Cells = [
    ['2023年粮食产量（吨）', null],
    ['乡镇', '产量'],
    ['城关镇', 100],
    ['柳树镇', 200],
    [null, null],
    ['2024年粮食产量（吨）', null],
    ['乡镇', '产量'],
    ['城关镇', 110],
    ['柳树镇', 210],
  ];

  it('is its own where two years stand on a sheet, and is answered for each', () => {
    const answers = [0, 1].flatMap((table): readonly ImportAnswer[] => [
      {
        kind: 'period',
        file: 'book.xlsx',
        sheet: 'Sheet1',
        table,
        year: 2023 + table,
        month: 12,
      },
      { kind: 'part', file: 'book.xlsx', sheet: 'Sheet1', table, part: 'cumulative' },
    ]);
    expect(lookedAt(stacked).asked).toHaveLength(4);
    expect(lookedAt(stacked, answers).facts).toEqual([
      '城关镇 粮食产量 cumulative 2023-12 100吨',
      '柳树镇 粮食产量 cumulative 2023-12 200吨',
      '城关镇 粮食产量 cumulative 2024-12 110吨',
      '柳树镇 粮食产量 cumulative 2024-12 210吨',
    ]);
  });

  it('that was given does not overwrite another that the title states: it is asked', () => {
    const { facts, asked } = lookedAt(
      [['2023年9月财政收入（万元）'], ['单位', '累计'], ['城关镇', 52], ['柳树镇', 48]],
      [{ kind: 'period', year: 2024, month: 9, fills: true }],
    );
    expect(asked).toEqual(['0 period.differs']);
    expect(facts).toEqual([]);
  });

  it('is asked where the head names another month than the title', () => {
    const { asked } = lookedAt([
      ['2024年6月报表'],
      ['单位', '7月财政收入（万元）'],
      ['城关镇', 500],
      ['柳树镇', 400],
    ]);
    expect(asked).toContain('0 period.differs');
  });
});

describe('months and years', () => {
  it('across, of one unit: rows say what each figure is', () => {
    const { facts, asked } = lookedAt([
      ['城关镇2024年财政收入分月情况（万元）'],
      ['月份', '1月', '2月', '3月'],
      ['当月', 10, 12, 13],
      ['累计', 10, 22, 35],
      ['上年同期累计', 9, 20, 30],
      ['增幅%', 11.1, 10, 16.7],
    ]);
    expect(asked).toEqual([]);
    expect(facts).toEqual([
      '城关镇 财政收入 month 2024-1 10万元',
      '城关镇 财政收入 month 2024-2 12万元',
      '城关镇 财政收入 month 2024-3 13万元',
      '城关镇 财政收入 cumulative 2024-1 10万元',
      '城关镇 财政收入 cumulative 2024-2 22万元',
      '城关镇 财政收入 cumulative 2024-3 35万元',
      '城关镇 财政收入 lastYear 2024-1 9万元',
      '城关镇 财政收入 lastYear 2024-2 20万元',
      '城关镇 财政收入 lastYear 2024-3 30万元',
      '城关镇 财政收入 yoy 2024-1 11.1%',
      '城关镇 财政收入 yoy 2024-2 10%',
      '城关镇 财政收入 yoy 2024-3 16.7%',
    ]);
  });

  it('down, under 当月 and 累计: what is of two months together is named', () => {
    const { facts, told } = lookedAt([
      ['柳树镇2024年经济指标月报', null, null],
      ['月份', '工业产值（万元）', null],
      [null, '当月', '累计'],
      ['一月', 100, 100],
      ['二月', 80, 180],
      ['1-3月', 120, 300],
      ['合计', 300, 300],
    ]);
    expect(facts).toEqual([
      '柳树镇 工业产值 month 2024-1 100万元',
      '柳树镇 工业产值 cumulative 2024-1 100万元',
      '柳树镇 工业产值 month 2024-2 80万元',
      '柳树镇 工业产值 cumulative 2024-2 180万元',
      '柳树镇 工业产值 cumulative 2024-3 300万元',
    ]);
    expect(told).toContain('B6 row.aside');
  });

  it('down, whole years of one unit: each counted to its December', () => {
    const { facts, asked } = lookedAt([
      ['柳树镇历年主要经济指标'],
      ['年份', '工农业总产值（万元）', '财政收入（万元）'],
      ['2019年', 56000, 2100],
      ['2020年', 58100, 2050],
    ]);
    expect(asked).toEqual([]);
    expect(facts).toEqual([
      '柳树镇 工农业总产值 cumulative 2019-12 56000万元',
      '柳树镇 财政收入 cumulative 2019-12 2100万元',
      '柳树镇 工农业总产值 cumulative 2020-12 58100万元',
      '柳树镇 财政收入 cumulative 2020-12 2050万元',
    ]);
  });
});

describe('a figure far from the others', () => {
  const rows: Cells = [
    ['2024年7月工业产值（亿元）'],
    ['单位', '累计'],
    ['城关镇', 6.1],
    ['柳树镇', 5.2],
    ['大营乡', 56000],
  ];
  it('is asked about and not stored; confirmed, it is', () => {
    const { facts, asked } = lookedAt(rows);
    expect(asked).toEqual(['B5 value.magnitude']);
    expect(facts).toHaveLength(2);
    const said = {
      kind: 'accept',
      file: 'book.xlsx',
      sheet: 'Sheet1',
      row: 5,
      column: 'B',
    } as const;
    expect(lookedAt(rows, [said]).facts).toHaveLength(3);
  });
});

describe('a comparison of two years', () => {
  it('is the later year’s; the difference beside it is named', () => {
    const { facts, told } = lookedAt([
      ['清河县2023年、2024年同期财政收入对比表（1-6月）'],
      ['单位', '2023年1-6月（万元）', '2024年1-6月（万元）', '增减额（万元）', '增减（%）'],
      ['城关镇', 4000, 4400, 400, 10],
      ['柳树镇', 1500, 1470, -30, -2],
    ]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 财政收入 cumulative 2023-6 4000万元',
      '城关镇 财政收入 cumulative 2024-6 4400万元',
      '城关镇 财政收入 yoy 2024-6 10%',
    ]);
    expect(told).toEqual(['D0 column.unread']);
  });

  it('keeps the same months of the year before as what they are compared with', () => {
    const { facts } = lookedAt([
      ['清河县2024年9月财政收入情况【万元】'],
      ['单位', '1-9月累计', '2023年1-9月', '2023年1-8月'],
      ['城关镇', 900, 850, 760],
      ['柳树镇', 901, 851, 761],
    ]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 财政收入 cumulative 2024-9 900万元',
      '城关镇 财政收入 lastYear 2024-9 850万元',
      '城关镇 财政收入 cumulative 2023-8 760万元',
    ]);
  });

  it('is the title’s year where the sums leave theirs to it', () => {
    const { facts } = lookedAt([
      ['2010年1-2月全县主要经济指标完成情况'],
      ['单位名称', '工业增加值（亿元）', null, null, '危房改造（户）', null, null],
      [null, '1—2月累计', '2009年1—2月', '增长率（%）', '1—2月累计', '2009年1—2月', '增长率（%）'],
      ['城关镇', 6.69, 7.35, -9, 46, 78, -41],
      ['柳树镇', 6.96, 7.17, -2.9, 64, 48, 33.3],
    ]);
    expect(facts.filter((one) => one.includes(' yoy '))).toEqual([
      '城关镇 工业增加值 yoy 2010-2 -9%',
      '城关镇 危房改造 yoy 2010-2 -41%',
      '柳树镇 工业增加值 yoy 2010-2 -2.9%',
      '柳树镇 危房改造 yoy 2010-2 33.3%',
    ]);
  });
});

describe('a table by indicators', () => {
  it('takes 类别 for what gathers them, and 责任单位 for who answers', () => {
    const { facts } = lookedAt([
      ['2025年清河县重点工作目标'],
      ['类别', '指标', '计量单位', '确保', '力争', '责任单位'],
      ['经济', '工业投资', '亿元', 13.5, 15, '县工信局'],
      ['民生', '厕所改造', '座', 100, 120, '县住建局'],
    ]);
    expect(facts).toEqual([
      '全县 工业投资 assured 2025- 13.5亿元',
      '全县 工业投资 stretch 2025- 15亿元',
      '全县 厕所改造 assured 2025- 100座',
      '全县 厕所改造 stretch 2025- 120座',
    ]);
  });

  it('keeps a measure of one by another', () => {
    const { facts } = lookedAt([
      ['2024年12月主要指标'],
      ['单位', '亩均税收（万元/亩）', '累计完成财政收入（万元）'],
      ['城关镇', 18.5, 90],
      ['柳树镇', 12.5, 80],
    ]);
    expect(facts[0]).toBe('城关镇 亩均税收 cumulative 2024-12 18.5万元/亩');
  });
});

describe('whose figures a table without units holds', () => {
  const RETURN: Cells = [
    ['项目', '计量单位', '当月', '累计'],
    ['排查隐患', '处', 20, 192],
    ['整改隐患', '处', 37, 391],
  ];

  it('is said by 填报单位, with or without the place for its seal', () => {
    for (const line of [
      '填报单位（盖章）：柳树镇',
      '填报单位：柳树镇2024年9月',
      '报送单位(公章)：柳树镇',
    ]) {
      const { facts, asked } = lookedAt([['2024年9月安全生产情况表'], [line], ...RETURN]);
      expect([line, facts[1]]).toEqual([line, '柳树镇 排查隐患 cumulative 2024-9 192处']);
      expect(asked).toEqual([]);
    }
  });

  it('is asked where a township that nobody knows, or a school in one, sent it', () => {
    for (const line of ['填报单位：沙坪镇', '清河县柳树镇中心学校'])
      expect(lookedAt([['2024年9月安全生产情况表'], [line], ...RETURN]).asked).toEqual([
        'A4 unit.unknown',
        'A5 unit.unknown',
      ]);
  });

  it('is the county’s where its office sent it, and where the sheet says townships in general', () => {
    for (const line of ['填报单位：清河县应急管理局', '各乡镇汇总'])
      expect(lookedAt([['2024年9月安全生产情况表'], [line], ...RETURN]).facts[1]).toBe(
        '全县 排查隐患 cumulative 2024-9 192处',
      );
  });
});

describe('a figure merged over two rows', () => {
  const rows: Cells = [
    ['2024年9月安全检查企业（家次）'],
    ['单位', '本月', '累计'],
    ['城关镇', 13, '500'],
    ['柳树镇', 22, null],
    ['大营乡', 16, 132],
  ];
  const merged = { top: 2, bottom: 3, left: 2, right: 2 };

  it('of two units is nobody’s until it is said, and the others come in', () => {
    const { facts, asked } = lookedAt(rows, [], [merged]);
    expect(facts).toHaveLength(4);
    expect(asked).toEqual(['C3 value.unreadable']);
    const said = {
      kind: 'cell',
      file: 'book.xlsx',
      sheet: 'Sheet1',
      row: 3,
      column: 'C',
      text: '300',
    } as const;
    const answered = lookedAt(rows, [said], [merged]);
    expect(answered.asked).toEqual([]);
    expect(answered.facts).toContain('城关镇 安全检查企业 cumulative 2024-9 300家次');
  });
});

describe('rows of an export that say their month', () => {
  it('in columns of the year and the month, or as one number', () => {
    const rows = (
      times: readonly (readonly (string | number)[])[],
      heads: readonly string[],
    ): Cells => [
      ['新登记市场主体分月情况表'],
      [...heads, '单位', '新登记市场主体（户）'],
      ...times.flatMap((time, at) => [
        [...time, '城关镇', 20 + at],
        [...time, '柳树镇', 30 + at],
      ]),
    ];
    const expected = [
      '城关镇 新登记市场主体 month 2024-7 20户',
      '柳树镇 新登记市场主体 month 2024-7 30户',
      '城关镇 新登记市场主体 month 2024-8 21户',
      '柳树镇 新登记市场主体 month 2024-8 31户',
    ];
    for (const [times, heads] of [
      [
        [
          [2024, 7],
          [2024, 8],
        ],
        ['年份', '月份'],
      ],
      [[[202407], [202408]], ['报告期']],
      [[['2024-07'], ['2024-08']], ['统计月份']],
      [[['2024年7月'], ['2024年8月']], ['期别']],
    ] as const) {
      const { facts, asked, told } = lookedAt(rows(times, heads));
      expect([heads, asked, told, facts]).toEqual([heads, [], [], expected]);
    }
  });
});

describe('a file called after another month than its title', () => {
  const rows: Cells = [
    ['2024年8月新登记市场主体（户）'],
    ['单位', '本月', '累计'],
    ['城关镇', 13, 100],
    ['柳树镇', 22, 130],
  ];

  it('is asked which of them it is of', () => {
    expect(lookedAt(rows, [], [], '清河县2024年9月数据.xlsx').asked).toEqual(['0 period.differs']);
  });

  it('is not where the month is the same, the name says a day, or several', () => {
    for (const file of [
      '2024年8月.xlsx',
      '1-8月报表.xls',
      '9月8日报送.xlsx',
      '8月、9月.xlsx',
      'book.xlsx',
    ])
      expect([file, lookedAt(rows, [], [], file).asked]).toEqual([file, []]);
  });
});

describe('what was done under a month', () => {
  it('is the month’s own beside what the year has so far', () => {
    const { facts, asked } = lookedAt([
      ['2024年4月工业投资完成情况（万元）'],
      ['单位', '4月', null, '1-4月', null],
      [null, '完成额', '环比%', '完成额', '同比%'],
      ['城关镇', 13, 5, 100, 7],
      ['柳树镇', 22, -3, 130, 9],
    ]);
    expect(facts.filter((one) => one.startsWith('城关镇'))).toEqual([
      '城关镇 工业投资 month 2024-4 13万元',
      '城关镇 工业投资 cumulative 2024-4 100万元',
      '城关镇 工业投资 yoy 2024-4 7%',
    ]);
    expect(asked).toEqual([]);
  });

  it('is each month’s own where several stand beside each other; what was planned for them is named', () => {
    const { facts, asked, told } = lookedAt([
      ['2024年高标准农田建设分月进度表（亩）'],
      ['单位', '1月', null, '2月', null],
      [null, '计划', '完成', '计划', '完成'],
      ['城关镇', 200, 248, 200, 161],
      ['柳树镇', 150, 151, 150, 80],
    ]);
    expect(facts).toEqual([
      '城关镇 高标准农田建设 month 2024-1 248亩',
      '城关镇 高标准农田建设 month 2024-2 161亩',
      '柳树镇 高标准农田建设 month 2024-1 151亩',
      '柳树镇 高标准农田建设 month 2024-2 80亩',
    ]);
    expect(asked).toEqual([]);
    expect(told).toEqual(['B0 column.unread', 'D0 column.unread']);
  });

  it('is so far where its head says 累计', () => {
    const { facts } = lookedAt([
      ['2024年工业投资完成情况（万元）'],
      ['单位', '1月', null, '2月', null],
      [null, '当月', '累计', '当月', '累计'],
      ['城关镇', 13, 13, 20, 33],
      ['柳树镇', 22, 22, 10, 32],
    ]);
    expect(facts).toContain('城关镇 工业投资 cumulative 2024-2 33万元');
  });
});
