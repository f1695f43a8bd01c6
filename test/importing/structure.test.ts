/**
 * What a table's shape and figures alone tell of its rows: headers nobody's words name, and sums
 * whatever they are called.
 */
import { describe, expect, it } from 'vitest';
import { withFormsLaidOut } from '../../main/importing/sheet/record-forms.ts';
import { findRegions } from '../../main/importing/sheet/regions.ts';
import type { CellValue, SourceSheet } from '../../main/importing/sheet/sheet.ts';

const sheetOf = (rows: readonly (readonly CellValue[])[]): SourceSheet => ({
  name: 'Sheet1',
  hidden: false,
  rows,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  formats: new Map(),
  widths: new Map(),
});

/** The rows of each role, 1-based as Excel shows them. */
function rolesOf(rows: readonly (readonly CellValue[])[]) {
  return findRegions(sheetOf(rows)).map((region) => ({
    header: region.headerRows.map((row) => row + 1),
    data: region.dataRows.map((row) => row + 1),
    totals: region.totalRows.map((total) => total.row + 1),
    groups: region.groupRows.map((group) => group.label),
    notes: region.noteRows.map((row) => row + 1),
  }));
}

describe('a header seen by its shape', () => {
  it('stands in two rows without merges, over words nobody was told', () => {
    expect(
      rolesOf([
        ['甲乙丙丁戊己庚辛'],
        [null, '东湖', null, '西湖', null],
        [null, '早稻', '晚稻', '早稻', '晚稻'],
        ['青石', 120, 31, 57, 208],
        ['白沙', 98, 44, 61, 190],
        ['红土', 77, 12, 35, 121],
      ])[0],
    ).toMatchObject({ header: [2, 3], data: [4, 5, 6] });
  });

  it('may be years, and figures that look like years are figures', () => {
    expect(
      rolesOf([
        ['历年产量'],
        [null, 2019, 2020, 2021],
        ['青石', 2076, 2098, 1972],
        ['白沙', 1230, 1311, 1404],
        ['红土', 812, 770, 935],
      ])[0],
    ).toMatchObject({ header: [2, 2], data: [3, 4, 5] });
  });

  it('has its measures in a row of their own, with marks where a column has none', () => {
    expect(
      rolesOf([
        ['重点项目进展情况表'],
        ['序号', '项目名称', '总投资', '占地面积'],
        ['—', '—', '万元', '亩'],
        [1, '东山物流园', 12000, 56],
        [2, '西河加工厂', 8600, 20],
      ])[0],
    ).toMatchObject({ header: [2, 3], data: [4, 5] });
  });

  it('is not the note or the sender above it', () => {
    expect(
      rolesOf([
        ['东湖西湖产量', null, null, '单位：吨'],
        ['填报单位：', '青石镇'],
        [null, '早稻', '晚稻', '玉米'],
        ['甲村', 120, 31, 57],
        ['乙村', 98, 44, 61],
      ])[0],
    ).toMatchObject({ header: [3, 3], data: [4, 5] });
  });
});

describe('a row that equals the sum of its neighbours', () => {
  it('is a total before its parts or after them, and of totals too', () => {
    expect(
      rolesOf([
        ['名称', '早稻', '晚稻', '玉米'],
        ['云岭', 1003, 511, 739],
        ['山区片', 604, 300, 438],
        ['青石', 321, 119, 207],
        ['白沙', 283, 181, 231],
        ['坝区片', 399, 211, 301],
        ['红土', 187, 94, 150],
        ['黑水', 212, 117, 151],
      ])[0],
    ).toMatchObject({ totals: [2, 3, 6], data: [4, 5, 7, 8], groups: ['山区片', '坝区片'] });
  });

  it('is one where its figures are text', () => {
    expect(
      rolesOf([
        ['名称', '早稻', '晚稻'],
        ['青石', '3,211', '1,190.5'],
        ['白沙', '2,833', '1,812.5'],
        ['红土', '1,872', '947.0'],
        ['云岭', '7,916', '3,950.0'],
      ])[0],
    ).toMatchObject({ totals: [5], data: [2, 3, 4] });
  });

  it('is none by chance: round figures in a row filled like the others prove nothing', () => {
    expect(
      rolesOf([
        ['序号', '项目名称', '责任单位', '总投资（万元）', '本年完成投资（万元）'],
        [1, '东山物流园', '城关镇', 1000, 100],
        [2, '西河加工厂', '城关镇', 2000, 200],
        [3, '北塔产业园', '柳河镇', 3000, 300],
        [4, '南桥处理厂', '柳河镇', 4000, 400],
      ])[0],
    ).toMatchObject({ totals: [], data: [2, 3, 4, 5] });
  });

  it('is one with few digits where it has no number and no words like the rows around it', () => {
    expect(
      rolesOf([
        ['序号', '项目名称', '责任单位', '总投资（万元）'],
        [null, '共3个项目', null, 35600],
        [1, '东山物流园', '城关镇', 12000],
        [2, '西河加工厂', '城关镇', 8600],
        [3, '北塔产业园', '柳河镇', 15000],
        [null, '平均', null, 11866.67],
      ])[0],
    ).toMatchObject({ totals: [2, 6], data: [3, 4, 5] });
  });
});

describe('numbers before rows', () => {
  it('一 and （一） over rows without a number are groups, each with one row or more', () => {
    expect(
      rolesOf([
        ['序号', '项目名称', '建设地点', '总投资（万元）'],
        ['一', '农林水利', null, 20600],
        ['（一）', '水利', null, 20600],
        [null, '龙泉水厂扩建', '柳河镇', 12000],
        [null, '南桥处理厂二期', '城关镇', 8600],
        ['二', '城市建设', null, 42500],
        ['（一）', '道路', null, 42500],
        [null, '新华路改造', '城关镇', 42500],
      ])[0],
    ).toMatchObject({
      totals: [2, 3, 6, 7],
      data: [4, 5, 8],
      groups: ['农林水利', '水利', '城市建设', '道路'],
    });
  });

  it('1.1 and 1.2 are parts of 1, asked about where they do not add up to it', () => {
    const rows = (second: number): readonly (readonly CellValue[])[] => [
      ['序号', '项目名称', '总投资（万元）', '本年完成投资（万元）'],
      ['1', '东山物流园', 30000, 5000],
      ['1.1', '一期厂房', 20000, 4000],
      ['1.2', '二期厂房', second, 1000],
      ['2', '西河加工厂', 8600, 1200],
    ];
    const [adds] = findRegions(sheetOf(rows(10000)));
    expect(adds?.dataRows).toEqual([1, 4]);
    expect(adds?.parts.map(({ row, of, adds: whole }) => [row, of, whole])).toEqual([
      [2, '东山物流园', true],
      [3, '东山物流园', true],
    ]);
    const [differs] = findRegions(
      sheetOf(rows(17000).map((row) => (row[0] === '1' ? [...row.slice(0, 3), 5100] : row))),
    );
    expect(differs?.dataRows).toEqual([1, 2, 3, 4]);
    expect(differs?.parts.every((part) => !part.adds)).toBe(true);
  });
});

describe('a list without numbers, or with some', () => {
  it('is heads and what they add up where every row fits, though one head alone might be chance', () => {
    expect(
      rolesOf([
        ['项目名称', '建设规模', '总投资（万元）', '计划投资（万元）'],
        ['总计', '6个', 91000, 30000],
        ['工业类', '2个', 40000, 15000],
        ['电子厂', '5万平方米', 25000, 10000],
        ['矿泉水厂', '年产3万吨', 15000, 5000],
        ['基础设施类', '3个', 45000, 13000],
        ['绕城路', '12公里', 30000, 8000],
        ['自来水管网', '40公里', 10000, 3000],
        ['公交站', '1座', 5000, 2000],
        ['民生类', '1个', 6000, 2000],
        ['县医院门诊楼', '8000平方米', 6000, 2000],
      ])[0],
    ).toMatchObject({ data: [4, 5, 7, 8, 9, 11], groups: ['工业类', '基础设施类', '民生类'] });
  });

  it('is records where one row does not fit', () => {
    expect(
      rolesOf([
        ['项目名称', '总投资（万元）', '计划投资（万元）'],
        ['工业园', 40000, 15000],
        ['电子厂', 25000, 10000],
        ['矿泉水厂', 15000, 5000],
        ['绕城路', 30000, 8000],
      ])[0]?.data,
    ).toEqual([2, 3, 4, 5]);
  });

  it('has heads by letters', () => {
    expect(
      rolesOf([
        ['序号', '项目名称', '总投资（万元）', '完成投资（万元）'],
        ['A', '续建', 30000, 12000],
        [1, '清大公路', 20000, 9000],
        [2, '柳双公路', 10000, 3000],
        ['B', '新建', 8000, 500],
        [3, '大营桥', 5000, 500],
        [4, '客运站', 3000, 0],
      ])[0],
    ).toMatchObject({ data: [3, 4, 6, 7], groups: ['续建', '新建'] });
  });

  it('has parts without a number under a numbered record, 其中 or not', () => {
    const [region] = findRegions(
      sheetOf([
        ['序号', '项目名称', '总投资（万元）'],
        [1, '智慧物流园', 50000],
        [null, '其中：一期', 20000],
        [null, '二期', 30000],
        [2, '水产市场', 9000],
        [3, '老旧小区改造', 6000],
        [null, '①东区', 2500],
        [null, '②西区', 3000],
      ]),
    );
    expect(region?.parts.map(({ row, of, adds }) => [row, of, adds])).toEqual([
      [2, '智慧物流园', true],
      [3, '智慧物流园', true],
      [6, '老旧小区改造', false],
      [7, '老旧小区改造', false],
    ]);
    expect(region?.dataRows).toEqual([1, 4, 5, 6, 7]);
  });
});

describe('what stands under a table', () => {
  it('is a note where it has no figures: a source, an explanation, who wrote it', () => {
    expect(
      rolesOf([
        ['名称', '早稻', '晚稻', '玉米'],
        ['青石', 321, 119, 207],
        ['白沙', 283, 181, 231],
        ['红土', 187, 94, 150],
        ['数据来源：统计年报'],
        ['* 含山区'],
      ])[0],
    ).toMatchObject({ data: [2, 3, 4], notes: [5, 6] });
  });
});

describe('names left of their values', () => {
  const laidOut = (rows: readonly (readonly CellValue[])[]) =>
    withFormsLaidOut({ sheets: [sheetOf(rows)], notes: [] });

  it('one record’s form becomes a table of one row, which is told', () => {
    const { sheets, notes } = laidOut([
      ['重点项目登记表'],
      ['项目名称', '东山物流园', '责任单位', '城关镇'],
      ['总投资（万元）', 1000, '开工时间', '2024.3'],
      ['存在问题', '用地指标'],
    ]);
    expect(sheets[0]?.rows).toEqual([
      ['重点项目登记表'],
      ['项目名称', '责任单位', '总投资（万元）', '开工时间', '存在问题'],
      ['东山物流园', '城关镇', 1000, '2024.3', '用地指标'],
    ]);
    expect(notes).toHaveLength(1);
  });

  it('a table on its side becomes one with its heads above', () => {
    expect(
      laidOut([
        ['项目名称', '东山物流园', '西河加工厂'],
        ['责任单位', '城关镇', '柳河镇'],
        ['总投资（万元）', 1000, 2000],
        ['开工时间', '2024.3', '2024.5'],
      ]).sheets[0]?.rows,
    ).toEqual([
      ['项目名称', '责任单位', '总投资（万元）', '开工时间'],
      ['东山物流园', '城关镇', 1000, '2024.3'],
      ['西河加工厂', '柳河镇', 2000, '2024.5'],
    ]);
  });

  it('a list of fields with what they mean, and a plain table, stay what they are', () => {
    const explained: readonly (readonly CellValue[])[] = [
      ['项目名称', '写全称'],
      ['责任单位', '写简称'],
      ['总投资（万元）', '写到两位小数'],
      ['开工时间', '写到月'],
    ];
    const plain: readonly (readonly CellValue[])[] = [
      ['项目名称', '责任单位', '总投资（万元）', '开工时间'],
      ['东山物流园', '城关镇', 1000, '2024.3'],
    ];
    expect(laidOut(explained).sheets[0]?.rows).toEqual(explained);
    expect(laidOut(plain).sheets[0]?.rows).toEqual(plain);
  });
});
