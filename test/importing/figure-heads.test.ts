/**
 * Heads, rows and cells of monthly returns and targets that stand where offices put them: what they
 * say of the figures, and what is no figure at all.
 */
import { describe, expect, it } from 'vitest';
import { mistypedUnit } from '../../main/domain/read/unit-name.ts';
import {
  likeNames,
  likeQuestion,
  nearIndicator,
} from '../../main/domain/targets/near-indicator.ts';
import { subjectOf } from '../../main/importing/sheet/titles.ts';
import { lookedAt, lookedAtSheets } from './looked-at.ts';

describe('a row', () => {
  it('called 累计 between 计划 and 上年同期 is that indicator’s, merged or not', () => {
    const rows = [
      ['清河县2024年1-5月工业进度'],
      ['指标', '计量单位', '项目', '城关镇', '柳树镇'],
      ['工业产值', '万元', '计划', 900, 800],
      [null, null, '累计', 400, 300],
      [null, null, '同期', 350, 280],
    ];
    const merges = [0, 1].map((left) => ({ top: 2, bottom: 4, left, right: left }));
    for (const { facts, told } of [lookedAt(rows, [], merges)]) {
      expect(facts).toContain('城关镇 工业产值 cumulative 2024-5 400万元');
      expect(facts).toContain('柳树镇 工业产值 cumulative 2024-5 300万元');
      expect(facts).toHaveLength(6);
      expect(told).toEqual([]);
    }
  });

  it('of the month alone under the title is when the table is of, over whichever column it stands', () => {
    for (const at of [1, 2, 3]) {
      const line = [null, null, null, null].map((cell, c) => (c === at ? '2024年4月' : cell));
      const { facts, asked } = lookedAt([
        ['清河县主要指标完成情况表'],
        line,
        ['单位', '用电量（万千瓦时）', '财政收入（万元）', '比上年同期增长%'],
        ['城关镇', 40, 900, 3.5],
        ['柳树镇', 30, 800, -2],
      ]);
      expect(asked).toEqual([]);
      expect(facts.slice(0, 3)).toEqual([
        '城关镇 用电量 cumulative 2024-4 40万千瓦时',
        '城关镇 财政收入 cumulative 2024-4 900万元',
        '城关镇 财政收入 yoy 2024-4 3.5%',
      ]);
    }
  });

  it('of totals written as text right under two rows of heads is none of the heads', () => {
    const { facts } = lookedAt([
      ['2024年3月主要指标月报'],
      ['序号', '单位', '粮食产量', null, '固定资产投资', null],
      [null, null, '当月（吨）', '累计（吨）', '当月（亿元）', '累计（亿元）'],
      [null, '合计', '1,921', '11,136', '15.7', '126.7'],
      ['1', '城关镇', '802', '4,064', '5.8', '53.5'],
      ['2', '柳树镇', '1,119', '7,072', '9.9', '73.2'],
    ]);
    expect(facts).toHaveLength(8);
    expect(facts).toContain('柳树镇 粮食产量 cumulative 2024-3 7072吨');
  });
});

describe('a column', () => {
  it('of codes is no figure', () => {
    const { facts, told } = lookedAt([
      ['清河县2024年3月经济运行月报'],
      ['指标名称', '指标代码', '计量单位', '本月', '自年初累计'],
      ['甲', '乙', '丙', '1', '2'],
      ['工业总产值', '01', '万元', 103, 306],
      ['财政收入', '02', '万元', 203, 606],
    ]);
    expect(facts).toEqual([
      '全县 工业总产值 month 2024-3 103万元',
      '全县 工业总产值 cumulative 2024-3 306万元',
      '全县 财政收入 month 2024-3 203万元',
      '全县 财政收入 cumulative 2024-3 606万元',
    ]);
    expect(told).toEqual([]);
  });

  it('called 总量 beside 增速 is what was done, and a place by growth is a place', () => {
    const { facts } = lookedAt(
      [
        ['一季度各乡镇社会消费品零售总额'],
        ['单位：亿元、%'],
        ['乡镇', '总量', '增速', '增速排名'],
        ['城关镇', '6.6', '3.0', '1'],
        ['柳树镇', '9.9', '-1.4', '2'],
      ],
      [],
      [],
      '2024年一季度零售.xlsx',
    );
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 社会消费品零售总额 cumulative 2024-3 6.6亿元',
      '城关镇 社会消费品零售总额 yoy 2024-3 3%',
      '城关镇 社会消费品零售总额 rank 2024-3 1',
    ]);
  });

  it('of ten days, of one quarter or of last month leaves the rest of the table in, and is named', () => {
    const ten = lookedAt([
      ['2024年9月招商引资旬报（万元）'],
      ['单位', '上旬', '中旬', '下旬', '本月合计', '1-9月累计'],
      ['城关镇', 10, 20, 30, 60, 500],
      ['柳树镇', 5, 0, 15, 20, 180],
    ]);
    expect(ten.facts.slice(0, 2)).toEqual([
      '城关镇 招商引资 month 2024-9 60万元',
      '城关镇 招商引资 cumulative 2024-9 500万元',
    ]);
    expect(ten.told).toEqual(['B0 column.unread', 'C0 column.unread', 'D0 column.unread']);
    const quarters = lookedAt([
      ['2024年分季度工业增加值（万元）'],
      ['单位', '一季度', '二季度', '三季度', '四季度', '全年'],
      ['城关镇', 100, 120, 130, 150, 500],
      ['柳树镇', 80, 90, 70, 60, 300],
    ]);
    expect(quarters.facts.slice(0, 2)).toEqual([
      '城关镇 工业增加值 cumulative 2024-3 100万元',
      '城关镇 工业增加值 cumulative 2024-12 500万元',
    ]);
    expect(quarters.told).toHaveLength(3);
    const last = lookedAt([
      ['2024年3月居民医保参保率'],
      ['单位', '参保率', '比上月'],
      ['城关镇', '96.5%', '上升0.3个百分点'],
      ['柳树镇', '95.8%', '持平'],
    ]);
    expect(last.facts).toEqual([
      '城关镇 居民医保参保率 cumulative 2024-3 96.5%',
      '柳树镇 居民医保参保率 cumulative 2024-3 95.8%',
    ]);
    expect(last.told).toEqual(['C0 column.unread']);
  });

  it('headed by a whole year asks for no other time', () => {
    const { facts, asked } = lookedAt([
      ['清河县近三年农民人均可支配收入（元）'],
      ['乡镇', '2021年', '2022年', '2023年'],
      ['城关镇', 18200, 19500, 21000],
      ['柳树镇', 15000, 16100, 17300],
    ]);
    expect(asked).toEqual([]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 农民人均可支配收入 cumulative 2021-12 18200元',
      '城关镇 农民人均可支配收入 cumulative 2022-12 19500元',
      '城关镇 农民人均可支配收入 cumulative 2023-12 21000元',
    ]);
  });

  it('of growth alone, of a month, is no target', () => {
    const { facts } = lookedAt([
      ['2025年5月规上工业增加值增速'],
      ['单位', '增速'],
      ['城关镇', '8.5'],
      ['柳树镇', '-2'],
    ]);
    expect(facts).toEqual([
      '城关镇 规上工业增加值 yoy 2025-5 8.5%',
      '柳树镇 规上工业增加值 yoy 2025-5 -2%',
    ]);
  });
});

describe('targets in words', () => {
  it('make a table of targets, each with its figure or its growth', () => {
    const { facts, asked } = lookedAt([
      ['2025年各乡镇目标任务'],
      ['乡镇', '固定资产投资（万元）', '绿化达标率', '信访量'],
      ['城关镇', '20000（增长10%）', '90%以上', '下降10%'],
      ['柳树镇', '≥9000', '不低于85%', '控制在3件以内'],
      ['大营乡', '超4000', '80%', '零上访'],
    ]);
    expect(facts).toEqual([
      '城关镇 固定资产投资 annual 2025- 20000万元',
      '城关镇 固定资产投资 growth 2025- 10%',
      '城关镇 绿化达标率 annual 2025- 90%',
      '城关镇 信访量 growth 2025- -10%',
      '柳树镇 固定资产投资 annual 2025- 9000万元',
      '柳树镇 绿化达标率 annual 2025- 85%',
      '柳树镇 信访量 annual 2025- 3件',
      '大营乡 固定资产投资 annual 2025- 4000万元',
      '大营乡 绿化达标率 annual 2025- 80%',
    ]);
    expect(asked).toEqual(['D5 value.unreadable']);
  });

  it('that do not grow as the figures beside them do are told', () => {
    const { told } = lookedAt([
      ['2025年固定资产投资任务分解表'],
      ['单位', '2024年完成（万元）', '2025年目标（万元）', '增长（%）'],
      ['城关镇', 40000, 44000, 10],
      ['柳树镇', 20000, 23000, 10],
    ]);
    expect(told).toEqual(['D4 fact.growth']);
  });

  it('of deeds for the people stand by the deed, whoever leads it', () => {
    const { facts } = lookedAt([
      ['2024年民生实事完成情况（截至6月底）'],
      ['序号', '实事项目', '牵头单位', '年度任务', '单位', '完成数', '完成率'],
      [1, '新建改建学校', '县教育局', 6, '所', 3, '50%'],
      [2, '村卫生室标准化', '县卫健局', 40, '个', 22, '55%'],
    ]);
    expect(facts.slice(0, 2)).toEqual([
      '全县 新建改建学校 annual 2024- 6所',
      '全县 新建改建学校 cumulative 2024-6 3所',
    ]);
  });
});

describe('the name of an indicator', () => {
  it('is without the words of a correction', () => {
    const { facts } = lookedAt([
      ['清河县2024年8月财政收入（万元）更正表'],
      ['单位', '累计'],
      ['城关镇', 4100],
      ['柳树镇', 1500],
    ]);
    expect(facts[0]).toBe('城关镇 财政收入 cumulative 2024-8 4100万元');
  });
});

describe('a table of the whole', () => {
  it('with a section of townships and one of firms has the firms asked about', () => {
    const { facts, asked } = lookedAt([
      ['2024年9月重点企业和乡镇用电量（万千瓦时）'],
      ['名称', '用电量'],
      ['一、乡镇', null],
      ['城关镇', 120],
      ['柳树镇', 60],
      ['二、企业', null],
      ['云锦纺织', 80],
      ['玉泉酒业', 20],
      ['青瓷窑炉', 8],
    ]);
    expect(facts.slice(0, 2)).toEqual([
      '城关镇 用电量 cumulative 2024-9 120万千瓦时',
      '柳树镇 用电量 cumulative 2024-9 60万千瓦时',
    ]);
    expect(asked).toEqual(['A7 unit.unknown', 'A8 unit.unknown', 'A9 unit.unknown']);
  });

  it('that corrects another tells which of its cells are empty', () => {
    const { told } = lookedAt([
      ['2024年8月财政收入（万元）更正表'],
      ['单位', '累计'],
      ['城关镇', 4100],
      ['柳树镇', null],
      ['大营乡', 500],
    ]);
    expect(told).toEqual(['B4 cell.emptied']);
  });

  it('of money that has arrived is not of what was agreed', () => {
    const { facts } = lookedAt([
      ['清河县2024年2月招商引资月报'],
      ['单位', '本月到位（万元）', '累计到位（万元）'],
      ['城关镇', 100, 300],
      ['柳树镇', 20, 50],
    ]);
    expect(facts.slice(0, 2)).toEqual([
      '城关镇 招商引资到位资金 month 2024-2 100万元',
      '城关镇 招商引资到位资金 cumulative 2024-2 300万元',
    ]);
  });
});

describe('a new indicator', () => {
  const known = ['一般公共预算收入', '规模以上工业增加值', '粮食产量'].map((name) => ({
    name,
    measure: name === '粮食产量' ? '吨' : '万元',
  }));
  it.each([
    ['地方一般公共预算收入', '万元', '一般公共预算收入'],
    ['全县一般公共预算收入完成额', '亿元', '一般公共预算收入'],
    ['规上工业增加值', '万元', '规模以上工业增加值'],
    ['规上工业增加值', '%', null],
    ['工业增加值', '万元', null],
    ['财政总收入', '万元', null],
    ['夏粮产量', '吨', null],
  ])('%s in %s may be %s', (name, measure, like) => {
    expect(nearIndicator({ name, measure }, known)).toBe(like);
  });
  it('is told with both names, which come back out of the question', () => {
    expect(likeNames(likeQuestion('规上增加值', '增加值'))).toEqual({
      of: '规上增加值',
      like: '增加值',
    });
    expect(likeNames('“规上增加值”没写计量单位。')).toBeNull();
  });
});

describe('a name one sign away from a township', () => {
  const units = ['城关镇', '石门乡', '东河镇'].map((name, at) => ({
    id: at + 1,
    name,
    aliases: [],
  }));
  it.each([
    ['城管镇', '城关镇'],
    ['石们乡', '石门乡'],
    ['西河镇', null],
    ['石门镇', null],
    ['县工信局', null],
  ])('%s may be %s', (name, like) => {
    expect(mistypedUnit(name, units)?.name ?? null).toBe(like);
  });

  it('is asked about as that one, but where the file names both', () => {
    const asked = (name: string, other: string): readonly string[] =>
      lookedAt([
        ['2024年10月土地出让收入（万元）'],
        ['单位', '累计'],
        [name, 2000],
        [other, 1000],
        ['大营乡', 1000],
      ]).asked;
    expect(asked('柳村镇', '城关镇')).toEqual(['A3 unit.unknown']);
    expect(asked('柳树镇', '城关镇')).toEqual([]);
  });
});

describe('a head of one row', () => {
  it('that joins a name, a time and a measure is that indicator’s figure of that time', () => {
    const { facts } = lookedAt([
      ['2022年6月全县主要指标通报表'],
      [
        '单位名称',
        '蔬菜产量-1-6月实绩（吨）',
        '蔬菜产量6月',
        '用电量截至6月底（万千瓦时）',
        '6月单月用电量（万千瓦时）',
        '用电量2021年同期（万千瓦时）',
        '用电量年初目标（万千瓦时）',
      ],
      ['城关镇', 6719, 900, 8305, 1200, 8000, 15000],
      ['柳树镇', 5765, 800, 6058, 1100, 6100, 13000],
    ]);
    expect(facts.slice(0, 6)).toEqual([
      '城关镇 蔬菜产量 cumulative 2022-6 6719吨',
      '城关镇 蔬菜产量 month 2022-6 900吨',
      '城关镇 用电量 cumulative 2022-6 8305万千瓦时',
      '城关镇 用电量 month 2022-6 1200万千瓦时',
      '城关镇 用电量 lastYear 2022-6 8000万千瓦时',
      '城关镇 用电量 annual 2022- 15000万千瓦时',
    ]);
  });

  it('tells a target before its adjustment from the one after it', () => {
    const { facts } = lookedAt([
      ['2024年固定资产投资目标调整表（亿元）'],
      ['单位', '调整前确保目标', '调整前力争目标', '调整后确保目标', '调整后力争目标'],
      ['城关镇', 2.52, 2.8, 2.9, 3.1],
      ['柳树镇', 1.5, 1.8, 1.4, 1.6],
    ]);
    expect(facts.slice(0, 4)).toEqual([
      '城关镇 固定资产投资 wasAssured 2024- 2.52亿元',
      '城关镇 固定资产投资 wasStretch 2024- 2.8亿元',
      '城关镇 固定资产投资 assured 2024- 2.9亿元',
      '城关镇 固定资产投资 stretch 2024- 3.1亿元',
    ]);
  });

  it('has months in Chinese numerals', () => {
    const { facts } = lookedAt([
      ['2024年11月份各镇街税收收入情况'],
      ['单位：万元'],
      ['镇街', '十一月份', '一至十一月'],
      ['城关镇', '100', '1400'],
      ['柳树镇', '101', '1401'],
    ]);
    expect(facts.slice(0, 2)).toEqual([
      '城关镇 税收收入 month 2024-11 100万元',
      '城关镇 税收收入 cumulative 2024-11 1400万元',
    ]);
  });

  it('of a whole year beside another’s months is of its December', () => {
    const { facts } = lookedAt([
      ['各乡镇税收收入（万元）'],
      ['乡镇', '2022年', '2023年', '2024年1-8月'],
      ['城关镇', 3500, 4000, 2900],
      ['柳树镇', 2200, 2100, 1500],
    ]);
    expect(facts.slice(0, 3)).toEqual([
      '城关镇 税收收入 cumulative 2022-12 3500万元',
      '城关镇 税收收入 cumulative 2023-12 4000万元',
      '城关镇 税收收入 cumulative 2024-8 2900万元',
    ]);
  });

  it('更正后 is what holds, and 更正前 is told', () => {
    const { facts, told } = lookedAt([
      ['关于更正2024年1-6月固定资产投资数据的说明'],
      ['乡镇', '更正前（万元）', '更正后（万元）'],
      ['城关镇', 3000, 3300],
      ['柳树镇', 500, 450],
    ]);
    expect(facts).toEqual([
      '城关镇 固定资产投资 cumulative 2024-6 3300万元',
      '柳树镇 固定资产投资 cumulative 2024-6 450万元',
    ]);
    expect(told).toEqual(['B0 column.unread']);
  });
});

describe('words that are no time and no plan', () => {
  it.each([
    ['2024年到位资金目标（万元）', '到位资金'],
    ['2024-09财政收入完成情况（万元）', '财政收入'],
    ['2024年1-9月目标考核得分（分）', '目标考核得分'],
    ['2024年9月计划生育服务情况（人次）', '计划生育服务'],
  ])('stay out of the name or in it: %s', (title, name) => {
    expect(subjectOf(title)).toBe(name);
  });

  it('make no target of what was done', () => {
    const { facts } = lookedAt([
      ['2024年9月目标考核得分情况'],
      ['单位', '目标考核得分（分）'],
      ['城关镇', 90],
      ['柳树镇', 91],
    ]);
    expect(facts[0]).toBe('城关镇 目标考核得分 cumulative 2024-9 90分');
  });

  it('say under 确保 and 奋斗 which target was before', () => {
    const { facts } = lookedAt([
      ['2024年粮食产量目标调整（吨）'],
      ['单位', '确保目标', null, '奋斗目标', null],
      [null, '调整前', '调整后', '调整前', '调整后'],
      ['城关镇', 1000, 1200, 1100, 1400],
      ['柳树镇', 1001, 1201, 1101, 1401],
    ]);
    expect(facts.slice(0, 4)).toEqual([
      '城关镇 粮食产量 wasAssured 2024- 1000吨',
      '城关镇 粮食产量 assured 2024- 1200吨',
      '城关镇 粮食产量 wasStretch 2024- 1100吨',
      '城关镇 粮食产量 stretch 2024- 1400吨',
    ]);
  });

  it('say by 调整 what the target is now, or what was added to it', () => {
    const table = (now: number, more: string): ReturnType<typeof lookedAt> =>
      lookedAt([
        ['2024年粮食产量目标调整（吨）'],
        ['单位', '必成', null, null, '期成', null, null],
        [null, '年初', '调整', more, '年初', '调整', more],
        [
          '城关镇',
          1000,
          now,
          more === '' ? null : 1200,
          1100,
          now + 100,
          more === '' ? null : 1400,
        ],
        [
          '柳树镇',
          1001,
          now,
          more === '' ? null : 1201,
          1101,
          now + 100,
          more === '' ? null : 1401,
        ],
      ]);
    expect(table(1200, '').facts.slice(0, 4)).toEqual([
      '城关镇 粮食产量 wasAssured 2024- 1000吨',
      '城关镇 粮食产量 assured 2024- 1200吨',
      '城关镇 粮食产量 wasStretch 2024- 1100吨',
      '城关镇 粮食产量 stretch 2024- 1300吨',
    ]);
    // cut to 600, or raised by 600: nobody can tell
    const unclear = table(600, '');
    expect(unclear.facts.filter((one) => one.endsWith(' 600吨'))).toEqual([]);
    expect(unclear.told).toHaveLength(2);
    const added = table(200, '调整后');
    expect(added.facts.slice(0, 4)).toEqual([
      '城关镇 粮食产量 wasAssured 2024- 1000吨',
      '城关镇 粮食产量 assured 2024- 1200吨',
      '城关镇 粮食产量 wasStretch 2024- 1100吨',
      '城关镇 粮食产量 stretch 2024- 1400吨',
    ]);
    expect(added.told).toHaveLength(2);
  });

  it('are the measure of the table where they stand alone over its heads', () => {
    for (const line of ['万元', '单位：万 元']) {
      const { facts, asked } = lookedAt([
        ['2024年9月财政收入'],
        [null, line],
        ['单位', '本月', '累计'],
        ['城关镇', 100, 900],
        ['柳树镇', 101, 901],
      ]);
      expect(asked).toEqual([]);
      expect(facts[0]).toBe('城关镇 财政收入 month 2024-9 100万元');
    }
  });

  it('name the township alone in its row over its indicators', () => {
    const { facts } = lookedAt([
      ['2024年1-9月主要指标完成情况'],
      ['城关镇'],
      ['指标', '计量单位', '本月', '累计'],
      ['财政收入', '万元', 300, 2700],
      ['固定资产投资', '亿元', 2, 18],
    ]);
    expect(facts[0]).toBe('城关镇 财政收入 month 2024-9 300万元');
  });
});

describe('the parts of a sheet', () => {
  it('under a line and the same heads each are tables of their own, of the sheet’s month', () => {
    const part = (line: string, first: number) => [
      [line],
      ['乡镇', '截至7月底', '上年同期', '同比%'],
      ['城关镇', first, 100, 10],
      ['柳树镇', 90, 80, 12.5],
      [null, null, null, null],
    ];
    const { facts, asked } = lookedAt([
      ['清河县2024年1—7月份重点工作指标完成情况表'],
      ...part('一、一般公共预算收入（万元）', 110),
      ...part('二、生猪存栏（头）', 111).slice(0, 4),
      ...part('三、农村公路建设（公里）', 112),
    ]);
    expect(asked).toEqual([]);
    expect(facts.filter((one) => one.includes('城关镇') && one.includes('cumulative'))).toEqual([
      '城关镇 一般公共预算收入 cumulative 2024-7 110万元',
      '城关镇 生猪存栏 cumulative 2024-7 111头',
      '城关镇 农村公路建设 cumulative 2024-7 112公里',
    ]);
  });

  it('of one unit or one indicator go on under its name, merged or not', () => {
    const units = lookedAt([
      ['2024年9月主要指标进度表'],
      ['镇街', '指标名称', '计量单位', '年计划', '1—9月累计'],
      ['城关镇', '粮食产量', '吨', 11970, 8635],
      [null, '城镇新增就业', '人', 11241, 6199],
      ['柳树镇', '粮食产量', '吨', 4350, 2694],
      [null, '城镇新增就业', '人', 9379, 5000],
    ]);
    expect(units.facts).toHaveLength(8);
    expect(units.facts).toContain('城关镇 城镇新增就业 cumulative 2024-9 6199人');
    const parts = lookedAt([
      ['2024年9月主要指标进度表'],
      ['指标', '单位', '类别', '城关镇', '柳树镇'],
      ['粮食产量', '吨', '本月', 83, 45],
      [null, null, '1-9月', 765, 264],
      [null, null, '±%', 14.8, 7],
    ]);
    expect(parts.facts).toHaveLength(6);
    expect(parts.facts).toContain('柳树镇 粮食产量 cumulative 2024-9 264吨');
  });

  it('called 街道 and 乡镇 over their members are no units', () => {
    const { facts, told } = lookedAt([
      ['2024年9月用电量（万千瓦时）'],
      ['单位', '累计'],
      ['街道', 3],
      ['城关镇', 3],
      ['乡镇', 9],
      ['柳树镇', 4],
      ['大营乡', 5],
    ]);
    expect(facts).toHaveLength(3);
    expect(told).toEqual(['A3 row.aside', 'A5 row.aside']);
  });
});

it('the numbers of two columns are no row of theirs', () => {
  const { facts, asked } = lookedAt([
    ['2024年9月财政收入（万元）'],
    ['单位', '累计'],
    [1, 2],
    ['城关镇', 900],
    ['柳树镇', 800],
  ]);
  expect(asked).toEqual([]);
  expect(facts).toHaveLength(2);
});

it('a column of known units names the units, whatever its head says', () => {
  for (const head of ['片区', '报送地', '乡（镇）', '被考核单位']) {
    const { facts } = lookedAt([
      ['2024年9月主要指标'],
      [head, '财政收入（万元）', '粮食产量（吨）'],
      ['城关镇', 900, 300],
      ['柳树镇', 800, 200],
    ]);
    expect(facts[0]).toBe('城关镇 财政收入 cumulative 2024-9 900万元');
  }
});

it('two rows of heads over three columns are a head of their own, on whichever sheet', () => {
  const { facts, asked } = lookedAtSheets(
    [
      ['清河县2024年5月主要指标（一）'],
      ['单位', '招商项目（个）', null, '开工率（%）'],
      [null, '5月', '1-5月', null],
      ['城关镇', 3, 12, 80],
      ['柳树镇', 2, 9, 75],
    ],
    [
      ['清河县2024年5月主要指标（二）'],
      ['单位', '火灾（起）', null],
      [null, '5月', '1-5月'],
      ['城关镇', 1, 4],
      ['柳树镇', 0, 2],
    ],
  );
  expect(asked).toEqual([]);
  expect(facts.slice(6)).toEqual([
    '城关镇 火灾 month 2024-5 1起',
    '城关镇 火灾 cumulative 2024-5 4起',
    '柳树镇 火灾 month 2024-5 0起',
    '柳树镇 火灾 cumulative 2024-5 2起',
  ]);
});

it.each([
  '清河县“十四五”时期经济社会发展规划主要指标表',
  '清河县国民经济和社会发展第十四个五年规划',
  '清河县主要指标',
])('years after the one that is started from are to be reached: %s', (title) => {
  const { facts } = lookedAt([
    [title],
    ['指标', '单位', '2020年基数', '2021年', '2022年'],
    ['粮食产量', '吨', 900, 950, 980],
    ['城镇新增就业', '人', 400, 420, 450],
  ]);
  expect(facts.filter((one) => one.includes('annual'))).toEqual([
    '全县 粮食产量 annual 2021- 950吨',
    '全县 粮食产量 annual 2022- 980吨',
    '全县 城镇新增就业 annual 2021- 420人',
    '全县 城镇新增就业 annual 2022- 450人',
  ]);
  expect(facts.some((one) => one.includes('cumulative'))).toBe(false);
});

it('what an office of 规划 tells of past years was done', () => {
  const { facts } = lookedAt([
    ['清河县自然资源和规划局主要指标'],
    ['指标', '单位', '2021年', '2022年'],
    ['新增耕地', '亩', 950, 980],
    ['供地', '亩', 420, 450],
  ]);
  expect(facts).toContain('全县 新增耕地 cumulative 2021-12 950亩');
});

it.each([
  ['累计值', 'cumulative'],
  ['前9个月', 'cumulative'],
  ['前九个月完成', 'cumulative'],
  ['去年1-9月', 'lastYear'],
  ['上年1—9月累计', 'lastYear'],
])('%s is a head of its own', (head, part) => {
  const { facts, asked } = lookedAt([
    ['2024年9月财政收入（万元）'],
    ['单位', '本月', head],
    ['城关镇', 100, 900],
    ['柳树镇', 80, 700],
  ]);
  expect(asked).toEqual([]);
  expect(facts[1]).toBe(`城关镇 财政收入 ${part} 2024-9 900万元`);
});

it('a name behind its time and 实绩 is the name alone', () => {
  const { facts } = lookedAt([
    ['2023年12月主要指标进度表'],
    ['单位', '1-12月实绩城镇新增就业（人）', '1-12月实绩财政收入（万元）'],
    ['城关镇', 690, 5300],
    ['柳树镇', 410, 4100],
  ]);
  expect(facts[0]).toBe('城关镇 城镇新增就业 cumulative 2023-12 690人');
});

it('a day in brackets on a line of its own is when the table is of', () => {
  const { facts, asked } = lookedAt([
    ['清河县重点指标进展情况'],
    [null, null, '(2024.9.30)'],
    ['单位', '用电量（万千瓦时）', '财政收入（万元）'],
    ['城关镇', 40, 900],
    ['柳树镇', 30, 800],
  ]);
  expect(asked).toEqual([]);
  expect(facts[1]).toBe('城关镇 财政收入 cumulative 2024-9 900万元');
});

describe('a unit on a line over its indicators', () => {
  const HEADS = ['指标', '计量单位', '本月', '累计'];
  const of = (figure: number): (string | number)[][] => [
    ['财政收入', '万元', figure, figure * 9],
    ['新签约项目', '个', 3, 20 + figure],
  ];
  it.each<[string, (string | number)[][]]>([
    ['over the heads of each', [['一、城关镇'], HEADS, ...of(1), ['二、柳树镇'], HEADS, ...of(2)]],
    ['under heads of all', [HEADS, ['城关镇'], ...of(1), ['柳树镇'], ...of(2)]],
  ])('has them: %s', (_, rows) => {
    const { facts, asked } = lookedAt([['2024年1-9月各乡镇主要指标完成情况'], ...rows]);
    expect(asked).toEqual([]);
    expect(facts).toHaveLength(8);
    expect(facts).toContain('城关镇 财政收入 cumulative 2024-9 9万元');
    expect(facts).toContain('柳树镇 新签约项目 cumulative 2024-9 22个');
  });

  it('that no list holds yet is asked about, and its figures are nobody else’s', () => {
    const { facts, asked } = lookedAt([
      ['2024年1-9月各乡镇主要指标完成情况'],
      HEADS,
      ['城关镇'],
      ...of(1),
      ['三河乡'],
      ...of(2),
    ]);
    expect(asked).toEqual(['A6 unit.unknown']);
    expect(facts.filter((one) => one.startsWith('城关镇'))).toHaveLength(4);
    expect(facts.filter((one) => one.startsWith('全县'))).toEqual([]);
  });

  it('is none where one line only sounds like a township', () => {
    const { facts, asked } = lookedAt([
      ['2024年1-9月主要指标完成情况'],
      HEADS,
      ...of(1),
      ['科技下乡'],
      ['受训农民', '人', 30, 270],
    ]);
    expect(asked).toEqual([]);
    expect(facts).toHaveLength(6);
    expect(facts.every((one) => one.startsWith('全县'))).toBe(true);
  });

  it('is none where groups are branches of work', () => {
    const { facts } = lookedAt([
      ['2024年1-9月主要指标完成情况'],
      HEADS,
      ['一、财税'],
      ['财政收入', '万元', 2, 30],
      ['二、招商'],
      ['新签约项目', '个', 3, 27],
    ]);
    expect(facts.every((one) => one.startsWith('全县'))).toBe(true);
    expect(facts).toHaveLength(4);
  });
});

describe('全县 beside its units', () => {
  const table = (whole: number) =>
    lookedAt([
      ['清河县2024年9月财政收入'],
      ['单位', '累计（万元）'],
      ['城关镇', 100.4],
      ['柳树镇', 200.3],
      ['大营乡', 50.2],
      ['全县', whole],
    ]);
  it('is told where it is not theirs together, and taken as it is written', () => {
    const { facts, told } = table(400);
    expect(told).toEqual(['B6 total.differs']);
    expect(facts).toContain('全县 财政收入 cumulative 2024-9 400万元');
  });
  it.each([350.9, 351])('says nothing of %d, which differs by its rounding', (whole) => {
    expect(table(whole).told).toEqual([]);
  });
});

describe('heads of nothing but time and part words', () => {
  const read = (title: string, heads: string[], rows: number[][]): ReturnType<typeof lookedAt> =>
    lookedAt([
      [title],
      ['单位', ...heads],
      ...rows.map((row, at) => [['城关镇', '柳树镇'][at] ?? '', ...row]),
    ]);

  it('say what they are by those beside them', () => {
    const [a, b] = [
      [406, 433, -6.2],
      [639, 663, -3.6],
    ];
    expect(
      read(
        '2024年1-9月到位资金（万元）',
        ['今年', '去年', '增减%'],
        [a ?? [], b ?? []],
      ).facts.slice(0, 3),
    ).toEqual([
      '城关镇 到位资金 cumulative 2024-9 406万元',
      '城关镇 到位资金 lastYear 2024-9 433万元',
      '城关镇 到位资金 yoy 2024-9 -6.2%',
    ]);
    for (const heads of [
      ['报告期', '年初至报告期'],
      ['当期值', '累计值'],
      ['月度', '累计'],
    ])
      expect(
        read('2024年9月蔬菜产量（吨）', heads, [
          [24, 278],
          [68, 570],
        ]).facts.slice(0, 2),
      ).toEqual(['城关镇 蔬菜产量 month 2024-9 24吨', '城关镇 蔬菜产量 cumulative 2024-9 278吨']);
    expect(
      read(
        '2025年税收收入任务（万元）',
        ['底线任务', '奋斗任务'],
        [
          [870, 950],
          [490, 540],
        ],
      ).facts.slice(0, 2),
    ).toEqual(['城关镇 税收收入 assured 2025- 870万元', '城关镇 税收收入 stretch 2025- 950万元']);
  });

  it('take what was corrected, and name what it was before', () => {
    const { facts, told } = read(
      '2024年9月临时救助更正表（人次）',
      ['更正前累计', '更正后累计'],
      [
        [286, 300],
        [155, 150],
      ],
    );
    expect(facts).toEqual([
      '城关镇 临时救助 cumulative 2024-9 300人次',
      '柳树镇 临时救助 cumulative 2024-9 150人次',
    ]);
    expect(told).toEqual(['B0 column.unread']);
  });

  it('are no names: what stands before 本期 is named, and a difference is no growth', () => {
    const { facts, told } = read(
      '2023年12月末防返贫监测对象（户）',
      ['上期', '本期', '增减'],
      [
        [1617, 1697, 80],
        [1298, 1245, -53],
      ],
    );
    expect(facts).toEqual([
      '城关镇 防返贫监测对象 cumulative 2023-12 1697户',
      '柳树镇 防返贫监测对象 cumulative 2023-12 1245户',
    ]);
    expect(told).toEqual(['B0 column.unread', 'D0 column.unread']);
  });
});

describe('heads that only look so', () => {
  it('are read where the rows name what they are of', () => {
    const { facts } = lookedAt([
      ['2025年一季度主要指标'],
      ['指标', '计量单位', '本季累计', '上年同期'],
      ['蔬菜产量', '吨', 1808, 1828],
      ['生猪出栏', '头', 1309, 1228],
    ]);
    expect(facts).toContain('全县 蔬菜产量 cumulative 2025-3 1808吨');
    expect(facts).toContain('全县 生猪出栏 lastYear 2025-3 1228头');
  });

  it('are growths in percent, also where nothing grew', () => {
    const { facts } = lookedAt([
      ['2025年1月用电量（万千瓦时）'],
      ['单位', '年内累计', '上年同期', '同比增长（%）'],
      ['城关镇', 40, 40, 0],
      ['柳树镇', 30, 30, 0],
    ]);
    expect(facts).toContain('城关镇 用电量 yoy 2025-1 0%');
  });
});

describe('a title', () => {
  it.each([
    ['高标准农田建设周调度月汇总——2024年9月', '高标准农田建设'],
    ['2024年9月粮食产量考核得分依据', '粮食产量'],
    ['澜川县农业农村局2024年9月蔬菜产量情况', '蔬菜产量'],
    ['2024年9月生猪出栏（头）公示', '生猪出栏'],
    ['澜川县县直部门2024年9月签约项目', '签约项目'],
    ['2024年6月公益岗位安置晾晒表', '公益岗位安置'],
    ['附件：澜川县用电量月度通报（2024年10月）', '用电量'],
    ['2024年目标考核得分', '目标考核得分'],
  ])('%s is about %s', (title, subject) => {
    expect(subjectOf(title)).toBe(subject);
  });
});
