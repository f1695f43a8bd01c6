/**
 * Several tables on one sheet, and rows whose place their look tells: each table keeps its own
 * title, header and period.
 */
import { describe, expect, it } from 'vitest';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import type { SourceSheet } from '../../main/importing/sheet/sheet.ts';
import { wiredOf } from './planned.ts';

type Cells = readonly (readonly (string | number | null)[])[];
const UNITS = ['城关镇', '柳河镇', '石桥镇'].map((name, at) => ({
  id: at + 1,
  name,
  aliases: [],
}));

function tablesOf(rows: Cells) {
  const sheet: SourceSheet = {
    name: 'Sheet1',
    hidden: false,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    formats: new Map(),
    widths: new Map(),
  };
  const { tables } = inspectWorkbook({ sheets: [sheet], notes: [] }, '报表.xlsx', {
    units: UNITS,
    county: '云岭县',
    answers: [],
  });
  return tables.map((table) => ({
    facts: table.facts.map(
      ({ unit, indicator, part, year, month, value }) =>
        `${unit} ${indicator} ${part} ${year}-${month ?? ''} ${value}`,
    ),
    records: table.records.map((record) => wiredOf(table.ledger, record)['name']),
    totals: table.region.totalRows.map(({ label }) => label),
    told: table.issues.map(({ column, code }) => `${column} ${code}`),
  }));
}

describe('a second table', () => {
  it('under a numbered line has one column of figures like the first', () => {
    const part = (line: string, figures: readonly number[]): Cells => [
      [line],
      ['乡镇（街道）', '1-11月实绩'],
      ...figures.map((figure, at) => [UNITS[at]?.name ?? '合  计', figure]),
    ];
    const found = tablesOf([
      ['云岭县2022年1-11月主要经济指标完成情况表'],
      ...part('一、财政收入（万元）', [7916, 7426, 842, 16184]),
      ...part('二、农村公路建设（公里）', [13.69, 22.7, 11.87, 48.26]),
    ]);
    expect(found.map(({ facts }) => [facts.length, facts[0]])).toEqual([
      [3, '城关镇 财政收入 cumulative 2022-11 7916'],
      [3, '城关镇 农村公路建设 cumulative 2022-11 13.69'],
    ]);
  });

  it('beside the first, with a title and a header of its own, is read by them', () => {
    const found = tablesOf([
      ['2012年1-9月财政收入完成情况表（万元）', null, null, null, '2012年造林面积目标任务（亩）'],
      ['单位', '1-9月累计', '上年同期', null, null],
      ['城关镇', 100, 90, null, '镇街', '确保', '力争'],
      ['柳河镇', 200, 190, null, '城关镇', 30, 40],
      ['石桥镇', 300, 290, null, '柳河镇', 50, 60],
    ]);
    expect(found.map(({ facts }) => [facts.length, facts[0]])).toEqual([
      [6, '城关镇 财政收入 cumulative 2012-9 100'],
      [4, '城关镇 造林面积 assured 2012- 30'],
    ]);
  });

  it('beside the first under another word for its units keeps its own figures', () => {
    const [left, right] = tablesOf([
      ['2024年9月财政收入（万元）'],
      ['街道', '本月', '累计', '乡镇', '本月', '累计'],
      ['东城街道', 100, 900, '城关镇', 40, 380],
      ['西城街道', 90, 800, '柳河镇', 30, 290],
      ['小计', 190, 1700, '石桥镇', 10, 95],
      [null, null, null, '小计', 80, 765],
    ]);
    expect(right?.facts).toEqual([
      '城关镇 财政收入 month 2024-9 40',
      '城关镇 财政收入 cumulative 2024-9 380',
      '柳河镇 财政收入 month 2024-9 30',
      '柳河镇 财政收入 cumulative 2024-9 290',
      '石桥镇 财政收入 month 2024-9 10',
      '石桥镇 财政收入 cumulative 2024-9 95',
    ]);
    expect(left?.facts.filter((one) => one.includes('镇 '))).toEqual([]);
  });

  it('right under the first begins at its title', () => {
    const found = tablesOf([
      ['2012年1-8月主要指标完成情况'],
      ['单位', '粮食总产量（吨）'],
      ['城关镇', 5856],
      ['柳河镇', 5439],
      ['2012年1-9月社会消费品零售总额完成情况表（万元）'],
      ['单位', '1-9月累计', '比上年同期增长%'],
      ['城关镇', 58657, 10.4],
      ['柳河镇', 41884, 3.2],
    ]);
    expect(found.map(({ facts }) => facts.at(-1))).toEqual([
      '柳河镇 粮食总产量 cumulative 2012-8 5439',
      '柳河镇 社会消费品零售总额 yoy 2012-9 3.2',
    ]);
  });
});

describe('a head that nobody knows', () => {
  it('is no indicator beside heads that say their part: its figures are named', () => {
    const [table] = tablesOf([
      ['2012年1-9月主要经济指标完成情况表'],
      ['单位', '税收收入（万元）', null, null],
      [null, '1-9月', '库款余数', '至2011年底累计'],
      ['城关镇', 100, 7, 900],
      ['柳河镇', 200, 8, 800],
    ]);
    expect(table?.facts).toEqual([
      '城关镇 税收收入 cumulative 2012-9 100',
      '柳河镇 税收收入 cumulative 2012-9 200',
    ]);
    expect(table?.told).toEqual(['C column.unread', 'D column.unread']);
  });

  it('that stands twice is told apart by the words over it', () => {
    const [table] = tablesOf([
      ['2012年1-9月主要指标完成情况表'],
      ['单位', '企业', null, '合作社', null],
      [null, '应年报数（户）', '已报（户）', '应年报数（户）', '已报（户）'],
      ['城关镇', 100, 90, 10, 9],
      ['柳河镇', 200, 190, 20, 19],
    ]);
    expect(table?.facts.slice(0, 4)).toEqual([
      '城关镇 企业应年报数 cumulative 2012-9 100',
      '城关镇 企业已报 cumulative 2012-9 90',
      '城关镇 合作社应年报数 cumulative 2012-9 10',
      '城关镇 合作社已报 cumulative 2012-9 9',
    ]);
  });
});

describe('in a list of projects', () => {
  it('a group under the header is no second row of it, and units that come again are no figures of units', () => {
    const [table] = tablesOf([
      ['2012年重点建设项目1-9月完成情况表（单位：万元）'],
      ['序号', '项目名称', '责任单位', '项目总投资', '预计就业（人）'],
      [null, '一、农林水利'],
      [1, '东山水厂', '城关镇', 100, 5],
      [2, '西河水库', '柳河镇', 200, 6],
      ['（二）城市建设'],
      [3, '南桥道路', '城关镇', 300, 7],
      [4, '北塔公园', '城关镇', 400, 8],
    ]);
    expect(table?.records).toEqual(['东山水厂', '西河水库', '南桥道路', '北塔公园']);
    expect(table?.facts).toEqual([]);
  });

  it('a unit over its only project is a group like those over two, and a total of written figures a total', () => {
    const [table] = tablesOf([
      ['2012年重点项目台账（万元）'],
      ['序号', '项目名称', '总投资', '用地（亩）', '累计完成投资'],
      ['城关镇', null, '3117', '42', '2071'],
      [1, '东山水厂', '1029', '13', '836'],
      [2, '西河水库', '2088', '29', '1235'],
      [null, '柳河镇', '7341', '71', '509'],
      [1, '南桥道路', '7341', '71', '509'],
      [null, '全县合计', '10458', '113', '2580'],
    ]);
    expect(table?.records).toEqual(['东山水厂', '西河水库', '南桥道路']);
    expect(table?.totals.toSorted()).toEqual(['全县合计', '城关镇', '柳河镇'].toSorted());
  });
});

describe('a table that says little', () => {
  it('takes its month from heads that count to it', () => {
    const [table] = tablesOf([
      ['2024年三季度规上工业增加值完成情况表'],
      ['序号', '乡镇', '年度目标（亿元）', '1-9月完成（亿元）', '同比增长'],
      [1, '城关镇', 2.5, 1.8, '3.5%'],
      [2, '柳河镇', 3.5, 2.5, '4.5%'],
    ]);
    expect(table?.facts.slice(0, 3)).toEqual([
      '城关镇 规上工业增加值 annual 2024- 2.5',
      '城关镇 规上工业增加值 cumulative 2024-9 1.8',
      '城关镇 规上工业增加值 yoy 2024-9 3.5',
    ]);
  });

  it('asks which indicator and which month it is of, both at once', () => {
    const [table] = tablesOf([
      ['各乡镇完成情况'],
      ['单位', '本月（万元）', '累计（万元）'],
      ['城关镇', 10, 50],
      ['柳河镇', 11, 51],
    ]);
    expect(table?.told).toEqual(['null indicator.unknown', 'null period.unknown']);
  });

  it('of one column is its title’s indicator, each table of its own year', () => {
    const found = tablesOf([
      ['2023年1-12月各乡镇粮食产量（吨）'],
      ['乡镇', '产量'],
      ['城关镇', 100],
      ['柳河镇', 101],
      [],
      ['2024年1-6月各乡镇粮食产量（吨）'],
      ['乡镇', '产量'],
      ['城关镇', 110],
      ['柳河镇', 111],
    ]);
    expect(found.map(({ facts }) => facts[0])).toEqual([
      '城关镇 粮食产量 cumulative 2023-12 100',
      '城关镇 粮食产量 cumulative 2024-6 110',
    ]);
  });

  it('with units over its columns asks about one that nobody knows, and holds its column back', () => {
    const [table] = tablesOf([
      ['2024年1-7月主要经济指标完成情况'],
      ['指标', '计量单位', '城关镇', '红旗乡', '柳河镇'],
      ['财政收入', '万元', 100, 200, 300],
      ['税收收入', '万元', 50, 60, 70],
    ]);
    expect(table?.facts).toEqual([
      '城关镇 财政收入 cumulative 2024-7 100',
      '柳河镇 财政收入 cumulative 2024-7 300',
      '城关镇 税收收入 cumulative 2024-7 50',
      '柳河镇 税收收入 cumulative 2024-7 70',
    ]);
    expect(table?.told).toEqual(['D unit.unknown']);
  });

  it('names the growth of a total, which no units add up to', () => {
    const [table] = tablesOf([
      ['2024年1-6月财政收入完成情况'],
      ['单位', '财政收入（万元）', '同比（%）'],
      ['城关镇', 1000, 5.5],
      ['柳河镇', 1111, 4.5],
      ['石桥镇', 1223, 3.5],
      ['合计', 3334, 3.2],
    ]);
    expect(table?.facts).toHaveLength(6);
    expect(table?.told).toEqual(['C total.share']);
  });
});
