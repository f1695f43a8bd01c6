/**
 * What becomes of single figures, judged from outside: stored, asked about on their cell, or named
 * – the same in every time zone.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { csvWorkbook } from '../../main/importing/readers/csv.ts';
import { sheetjsWorkbook } from '../../main/importing/readers/sheetjs.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import type { SourceSheet, Workbook } from '../../main/importing/sheet/sheet.ts';
import { wiredOf } from './planned.ts';

const ZONE = process.env['TZ'];
afterEach(() => {
  if (ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE;
});

const UNITS = ['城关镇', '柳河镇', '石桥镇', '白水镇'].map((name, at) => ({
  id: at + 1,
  name,
  aliases: [],
}));
type Cells = readonly (readonly (string | number | null)[])[];

const bookOf = (rows: Cells): Workbook => {
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
  return { sheets: [sheet], notes: [] };
};
const lookAt = (book: Workbook) => {
  const { tables } = inspectWorkbook(book, 'case.xlsx', {
    units: UNITS,
    county: '云岭县',
    answers: [],
  });
  const [table] = tables;
  return {
    table,
    asked: (table?.issues ?? [])
      .filter((one) => one.level === 'question' || one.level === 'error')
      .map((one) => `${one.column ?? ''}${one.row} ${one.code}`),
    told: (table?.issues ?? []).map((one) => one.code),
    rejected: [...(table?.rejected ?? [])],
    values: (field: string) =>
      (table?.records ?? []).map((one) => wiredOf(table?.ledger, one)[field] ?? null),
    facts: (table?.facts ?? []).map(
      (one) =>
        `${one.unit ?? '-'} ${one.indicator} ${one.part} ${one.year ?? '?'}-${one.month ?? ''} ${one.value}${one.measure ?? ''}`,
    ),
  };
};
const HTML = (rows: Cells): string =>
  `<html><body><table>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell ?? ''}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`;

describe.each(['Asia/Shanghai', 'UTC'])('in %s', (zone) => {
  const rows: Cells = [
    ['2024年重点项目表', null, null, null, null],
    ['项目编号', '项目名称', '总投资（万元）', '开工时间', '联系电话'],
    ['001203', '甲厂', '1,200.5', '2024/3/5', '08708123456'],
    ['202453010076010414', '乙厂', '12,00', '2024-12-31', '13800000001'],
    ['1E3', '丙厂', '300', '2024年3月', null],
  ];

  it('reads an HTML workbook as it is written: no code becomes a number, no day another day', () => {
    process.env['TZ'] = zone;
    const found = lookAt(sheetjsWorkbook(HTML(rows), 'text'));
    expect(found.values('code')).toEqual(['001203', '202453010076010414', '1E3']);
    expect(found.values('started_date')).toEqual(['2024-03-05', '2024-12-31', '2024-03']);
    expect(found.values('phone')[0]).toBe('08708123456');
    expect(found.values('total_investment')).toEqual(['12005000.00', null, '3000000.00']);
    expect(found.asked).toEqual(['C4 value.unreadable']);
    expect(found.rejected).toEqual([]);
  });

  it('reads the same of a csv', () => {
    process.env['TZ'] = zone;
    const text = rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\n');
    const book = csvWorkbook(text, 'case.csv');
    const found = lookAt(book ?? bookOf([]));
    expect(found.values('code')).toEqual(['001203', '202453010076010414', '1E3']);
    expect(found.values('started_date')).toEqual(['2024-03-05', '2024-12-31', '2024-03']);
  });
});

describe('a row under the head that says measures alone', () => {
  it.each([
    ['dashes under the others', ['—', '—', '万元', '亩', '年月']],
    ['a label and brackets', ['计量单位', '', '（万元）', '（亩）', '（年.月）']],
    ['strokes', ['/', '/', '万元', '亩', '/']],
  ])('is part of it: %s', (_, measures) => {
    const found = lookAt(
      bookOf([
        ['2024年重点项目表', null, null, null, null],
        ['序号', '项目名称', '总投资', '占地面积', '开工时间'],
        measures,
        [1, '甲厂', 12000, 56, '2024.3'],
        [2, '乙厂', 8600, 20, '2023.11'],
      ]),
    );
    expect([found.asked, found.told]).toEqual([[], []]);
    expect(found.values('total_investment')).toEqual(['120000000.00', '86000000.00']);
    expect(found.values('land_mu')).toEqual(['56', '20']);
    expect(found.values('started_date')).toEqual(['2024-03', '2023-11']);
    expect(found.table?.records.map(({ extra }) => extra)).toEqual([{}, {}]);
  });
});

describe('a ledger', () => {
  it('holds back one figure, not its row; words that are no choice stay with the record under one question', () => {
    const found = lookAt(
      bookOf([
        ['项目名称', '项目状态', '总投资（万元）', '责任单位'],
        ['甲厂', '主体施工', 100, '城关镇'],
        ['乙厂', '谋划中', '很多', '〃'],
        ['丙厂', '在建', 300, '同上'],
      ]),
    );
    expect(found.rejected).toEqual([]);
    expect(found.asked).toEqual(['C3 value.unreadable', 'B0 choice.unread']);
    expect(found.values('total_investment')).toEqual(['1000000.00', null, '3000000.00']);
    expect(found.values('responsible_unit')).toEqual(['城关镇', '城关镇', '城关镇']);
    expect(found.table?.records[0]?.extra).toEqual({ 项目阶段: '主体施工' });
  });

  it('asks where figures are too large for a county, or a thousand times off their column', () => {
    const huge = lookAt(
      bookOf([
        ['项目名称', '总投资（亿元）', '责任单位'],
        ['甲厂', 35000, '城关镇'],
        ['乙厂', 28000, '城关镇'],
        ['丙厂', 12000, '城关镇'],
      ]),
    );
    expect(huge.asked).toEqual(['B0 value.magnitude']);
    expect(huge.values('total_investment')).toEqual([null, null, null]);
    const one = lookAt(
      bookOf([
        ['项目名称', '总投资（万元）', '责任单位'],
        ['甲厂', 120000, '城关镇'],
        ['乙厂', 98000, '城关镇'],
        ['丙厂', 12, '城关镇'],
        ['丁厂', 150000, '城关镇'],
        ['戊厂', 64000, '城关镇'],
      ]),
    );
    expect(one.asked).toEqual(['B4 value.magnitude']);
    expect(one.rejected).toEqual([]);
  });

  it('names a number of more than fifteen digits damaged, and a column without a head', () => {
    const found = lookAt(
      bookOf([
        ['项目编号', '项目名称', '总投资（万元）', null],
        [202453010076010400, '甲厂', 100, 7],
        ['P2', '乙厂', 200, 8],
      ]),
    );
    expect(found.values('code')).toEqual([null, 'P2']);
    expect(found.told).toContain('value.damaged');
    expect(found.told).toContain('column.headless');
  });

  it('asks which figure a head means that is nearly a field', () => {
    const found = lookAt(
      bookOf([
        ['2024年9月项目表'],
        ['项目名称', '调整前总投资（万元）', '1-9月完成投资（万元）', '责任单位'],
        ['甲厂', 100, 50, '城关镇'],
      ]),
    );
    expect(found.values('total_investment')).toEqual([null]);
    expect(found.values('invested_this_year')).toEqual(['500000.00']);
    expect(found.asked).toEqual(['B0 column.unclear']);
  });
});

describe('a month’s figures', () => {
  it('are those of the plainest return', () => {
    const found = lookAt(
      bookOf([
        ['云岭县2024年9月主要经济指标完成情况表'],
        ['单位', '财政收入（万元）', '同比（%）'],
        ['城关镇', 1000, '12.5%'],
        ['柳河镇', 1001, '下降3.2%'],
        ['石桥镇', null, '—'],
      ]),
    );
    expect(found.facts).toEqual([
      '城关镇 财政收入 cumulative 2024-9 1000万元',
      '城关镇 财政收入 yoy 2024-9 12.5%',
      '柳河镇 财政收入 cumulative 2024-9 1001万元',
      '柳河镇 财政收入 yoy 2024-9 -3.2%',
    ]);
    expect(found.table?.columns.map((one) => [one.role, one.indicator, one.part])).toEqual([
      ['unit', undefined, undefined],
      ['figure', '财政收入', 'cumulative'],
      ['figure', '财政收入', 'yoy'],
    ]);
  });

  it('ask for fractions beside percentages, on their cells alone', () => {
    const found = lookAt(
      bookOf([
        ['云岭县2024年9月财政收入完成情况表'],
        ['单位', '累计完成（万元）', '同比（%）'],
        ['城关镇', 1000, 0.125],
        ['柳河镇', 1001, 12.5],
        ['石桥镇', 1002, 8.3],
      ]),
    );
    expect(found.asked).toEqual(['C3 share.mixed']);
    expect(found.facts).toHaveLength(5);
  });

  it('are of the month in the title, never of the day the table was filled in', () => {
    const found = lookAt(
      bookOf([
        ['云岭县1-9月财政收入完成情况表（万元）'],
        ['填报单位：云岭县统计局', null, '填报日期：2024年10月8日'],
        ['单位', '年度目标', '累计完成'],
        ['城关镇', 5000, 1000],
        ['柳河镇', 5000, 1001],
      ]),
    );
    expect(found.facts).toContain('城关镇 财政收入 cumulative 2024-9 1000万元');
  });

  it('are targets however they are set', () => {
    const found = lookAt(
      bookOf([
        ['城关镇2024年主要目标任务'],
        ['指标名称', '计量单位', '2024年目标'],
        ['污水处理率', '%', '≥95%'],
        ['生产安全事故起数', '起', '不超过3起'],
        ['新增规上企业', '家', '力争5家'],
      ]),
    );
    expect(found.facts.map((one) => one.split(' ').slice(1).join(' '))).toEqual([
      '污水处理率 annual 2024- 95%',
      '生产安全事故起数 annual 2024- 3起',
      '新增规上企业 annual 2024- 5家',
    ]);
  });
});
