/** The three tables as data: figures, groups, heads, sums, and what they leave out. */
import { expect, test } from 'vitest';
import { numeral } from '../../main/domain/exact/numeral.ts';
import { printedFigureText, shareCell } from '../../main/reporting/model/figures.ts';
import { headerRows } from '../../main/reporting/model/header.ts';
import { toJson } from '../../main/reporting/model/json.ts';
import { printTables } from '../../main/reporting/tables/index.ts';
import { fourBatches } from '../../main/reporting/tables/projects/four-batches.ts';
import { projectLedger } from '../../main/reporting/tables/projects/project-ledger.ts';
import { projectRollup } from '../../main/reporting/tables/projects/project-rollup.ts';
import { context, options, sampleRows } from './sample-rows.ts';

test.each([
  ['1234567.5', 0, '1,234,568'],
  ['1.005', 2, '1.01'],
  ['-2.5', 0, '−3'],
  ['-0.4', 0, '0'],
  ['-1234.5', 1, '−1,234.5'],
  ['100', 0, '100'],
])('%s to %i places prints %s', (value, places, text) => {
  expect(printedFigureText(value, places)).toBe(text);
});

test('a share without a denominator is a dash, and group numerals are Chinese', () => {
  expect(shareCell('3', '0', 2)).toEqual({ note: '—' });
  expect(shareCell('1', '3', 2)).toEqual({ figure: '33.33' });
  expect([1, 10, 12, 20, 21, 100, 105, 120].map(numeral)).toEqual([
    '一',
    '十',
    '十二',
    '二十',
    '二十一',
    '一百',
    '一百零五',
    '一百二十',
  ]);
});

test('the project ledger of sample 02 has its groups, subtotals and total', () => {
  const table = projectLedger.make(sampleRows, options(), context);
  expect(table.rows.filter((row) => row.kind === 'group').map((row) => row.cells[0])).toEqual([
    '一、投产项目（3个）',
    '二、在建项目（5个）',
    '三、签约项目（5个）',
  ]);
  const json = toJson(table);
  expect(json.rows).toHaveLength(13);
  expect(json.rows[0]).toEqual([
    '1',
    '古玉煤化工甲醇项目',
    '古玉煤化工公司',
    '新建',
    '年产20万吨甲醇',
    '86,000',
    '24,000',
    '23,800',
    '85,600',
    '52,000',
    '420',
    '118,000',
    '98,000',
    '2008.9',
    '2010.11',
    '已试生产',
    '张主任',
  ]);
  expect(json.totals.map((row) => row.slice(5, 13))).toEqual([
    ['139,000', '51,000', '51,000', '138,400', '93,600', '626', '217,000', '170,700'],
    ['231,000', '95,000', '80,300', '89,000', '71,800', '1,108', '369,300', '302,000'],
    ['139,200', '0', '0', '0', '10,100', '656', '269,300', '197,600'],
    ['509,200', '146,000', '131,300', '227,400', '175,500', '2,390', '855,600', '670,300'],
  ]);
  expect(json.totals[3]?.[1]).toBe('总计（13个）');
  expect(table.subtitle).toEqual({
    left: '填报单位：工业园区管委会',
    middle: '打印日现状（2010年12月31日）',
    right: '单位：万元、亩、㎡',
  });
  expect(table.fileName).toBe('项目台账_工业园区管委会_2010年12月31日');
});

test('the ledger has three header rows that merge as the office prints them', () => {
  const rows = headerRows(projectLedger.make(sampleRows, options(), context).columns);
  expect(
    rows.map((row) => row.map((cell) => `${cell.text} ${cell.rows}×${cell.columns}`).join('；')),
  ).toEqual([
    '序号 3×1；项目名称 3×1；投资方 3×1；建设性质 3×1；建设内容 3×1；投资情况 1×5；用地情况 1×3；开工日期 3×1；计划竣工 3×1；形象进度 3×1；包联领导 3×1',
    '总投资 2×1；年度计划投资 2×1；完成投资 1×2；到位资金 2×1；占地面积 2×1；建筑面积 2×1；建筑占地 2×1',
    '本年 1×1；累计 1×1',
  ]);
});

test('chosen columns, no grouping and 亿元 are obeyed; a head over one column is left out', () => {
  const table = projectLedger.make(
    sampleRows,
    options({ columns: ['name', 'invested_total', 'land_mu'], group: null, measure: '亿元' }),
    context,
  );
  const json = toJson(table);
  expect(json.header).toEqual([['序号', '项目名称', '累计完成投资', '占地面积']]);
  expect(json.totals).toEqual([['', '总计（13个）', '22.74', '2,390']]);
  expect(table.subtitle.right).toBe('单位：亿元、亩');
});

test('totals round the exact sum, not the rounded parts', () => {
  const rows = [1, 2, 3].map((id) => ({
    id,
    name: `甲${id}`,
    stage: 'signed',
    total_investment: '4000.00',
  }));
  expect(
    toJson(
      projectLedger.make(rows, options({ columns: ['name', 'total_investment'] }), context),
    ).totals.map((row) => row[2]),
  ).toEqual(['1', '1']);
});

test('amounts in another currency are named, not added, in every table', () => {
  const rows = [
    ...sampleRows,
    { id: 14, name: '外资项目', stage: 'signed', currency: 'USD', total_investment: '25000000.00' },
  ];
  const ledger = projectLedger.make(rows, options(), context);
  expect(toJson(ledger).rows.find((row) => row[1] === '外资项目')?.[5]).toBe('2,500万美元');
  expect(toJson(ledger).totals.at(-1)?.[5]).toBe('509,200');
  expect(toJson(fourBatches.make(rows, options(), context)).totals[0]?.slice(2, 5)).toEqual([
    '14',
    '13',
    '509,200',
  ]);
  expect(toJson(projectRollup.make(rows, options(), context)).totals[0]?.slice(2, 5)).toEqual([
    '14',
    '1',
    '509,200',
  ]);
  for (const report of Object.values(printTables))
    if ('make' in report && report.info.ledger === undefined)
      expect(report.make(rows, options(), context).notes).toContain(
        '1个项目的总投资不是人民币，未计入合计。',
      );
});

test('four batches: each project once, by its stage, for the unit that introduced it', () => {
  const small = {
    id: 20,
    name: '小项目',
    stage: 'full_output',
    responsible_unit: '虢镇',
    total_investment: '99999999.99',
    arrived_total: '10000.00',
  };
  const rows = [
    ...sampleRows.map((row) => ({ ...row, introducer: '区工信局' })),
    small,
    { id: 21, name: '线索', stage: 'lead' },
  ];
  const json = toJson(fourBatches.make(rows, options(), context));
  expect(json.rows.map((row) => row[1])).toEqual(['虢镇', '区工信局']);
  expect(json.rows[0]?.slice(2)).toEqual([
    '1',
    '0',
    '10,000',
    '',
    '1',
    ...Array<string>(15).fill('0'),
    '1',
    '0',
    '10,000',
    '',
    '1',
  ]);
  expect(json.rows[1]?.slice(2, 12)).toEqual([
    '13',
    '13',
    '509,200',
    '131,300',
    '175,500',
    '5',
    '5',
    '139,200',
    '0',
    '10,100',
  ]);
  expect(json.totals[0]?.slice(0, 7)).toEqual([
    '',
    '合计',
    '14',
    '13',
    '519,200',
    '131,300',
    '175,501',
  ]);
  expect(json.notes[0]).toContain('另有1个');
  expect(json.rows.flatMap((row) => row.slice(7)).length).toBe(40);
});

test('a rollup of two dimensions adds up across and down; the rate has no denominator where nothing is invested', () => {
  const json = toJson(
    projectRollup.make([...sampleRows, { id: 30, name: '空', stage: 'lead' }], options(), context),
  );
  expect(json.header[0]?.slice(7)).toEqual([
    '新建',
    '新建',
    '新建',
    '扩建',
    '扩建',
    '扩建',
    '搬迁',
    '搬迁',
    '搬迁',
    '未填建设性质',
    '未填建设性质',
    '未填建设性质',
  ]);
  expect(json.rows.map((row) => row.slice(1, 7))).toEqual([
    ['投产', '3', '0', '139,000', '93,600', '67.34'],
    ['在建', '5', '1', '231,000', '71,800', '31.08'],
    ['签约', '5', '0', '139,200', '10,100', '7.26'],
    ['线索', '1', '0', '', '', '—'],
  ]);
  expect(json.totals[0]).toEqual([
    '',
    '合计',
    '14',
    '1',
    '509,200',
    '175,500',
    '34.47',
    '11',
    '357,200',
    '119,500',
    '1',
    '32,000',
    '26,000',
    '1',
    '120,000',
    '30,000',
    '1',
    '',
    '',
  ]);
});

test('a field that does not group, or is not there, is refused by name', () => {
  expect(() => projectLedger.make(sampleRows, options({ group: 'remark' }), context)).toThrow(
    'field.unknown {"field":"remark"}',
  );
  expect(() => projectLedger.make(sampleRows, options({ columns: ['nothing'] }), context)).toThrow(
    'field.unknown {"field":"nothing"}',
  );
});
