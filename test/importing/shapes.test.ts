/**
 * Shapes that offices give their tables, each made with openpyxl: what is found, and what is asked
 * instead of guessed.
 */
import { describe, expect, it } from 'vitest';
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import { lastingAnswers } from '../../main/importing/sheet/answers.ts';
import type { Inspection } from '../../main/importing/recognise/inspect.ts';
import { codes, firstTable, inspected, made, rows } from './make.ts';
import { wiredOf } from './planned.ts';

const fields = (table: ReturnType<typeof firstTable>) =>
  Object.fromEntries(
    table.columns.filter((one) => one.field !== null).map((one) => [one.column, one.field]),
  );
const values = (inspection: Inspection, code: string) =>
  inspection.tables[0]?.records.map(
    (one) => wiredOf(inspection.tables[0]?.ledger, one)[code] ?? null,
  );

describe('where things stand', () => {
  it('finds a header in row 8 behind two empty columns, under a column-number row', async () => {
    const found = await inspected(
      made(`
ws['C3'] = '2013年重点项目一览表'
ws['C5'] = '单位：亿元'
for at, text in enumerate(['序号', '项目 名称', '总投资', '建设\\n单位']):
    ws.cell(8, 3 + at, text)
    ws.cell(9, 3 + at, at + 1)
for at in range(3):
    ws.cell(10 + at, 3, at + 1); ws.cell(10 + at, 4, '项目' + 'ABC'[at]); ws.cell(10 + at, 5, 1.1 * (at + 1)); ws.cell(10 + at, 6, '某公司')
ws['D13'] = '合 计'; ws['E13'] = '=SUM(E10:E12)'`),
    );
    const table = firstTable(found);
    expect([table.titleRows, table.headerRows, table.dataRows, table.totalRows]).toEqual([
      [3, 5],
      [8, 8],
      [10, 11, 12],
      [13],
    ]);
    expect(fields(table)).toEqual({ D: 'name', E: 'total_investment', F: 'company' });
    expect(values(found, 'total_investment')).toEqual([
      '110000000.00',
      '220000000.00',
      '330000000.00',
    ]);
    expect(table.totals).toEqual([
      { column: 'E', row: 13, sheet: '6.6', computed: '6.6', equal: true },
    ]);
  });

  it('reads subtotals that stand before their rows, and does not count them twice', async () => {
    const table = firstTable(
      await inspected(
        made(
          rows([
            ['项目明细（单位：万元）'],
            ['序号', '项目名称', '总投资', '本年完成投资'],
            [null, '合计', 60, 13],
            ['一', '在建项目', 30, 3],
            [1, '甲', 10, 1],
            [2, '乙', 20, 2],
            ['二', '已签约项目', 30, 10],
            [3, '丙', 30, 9],
          ]),
        ),
      ),
    );
    expect([table.groupRows, table.totalRows, table.dataRows]).toEqual([
      [4, 7],
      [3, 4, 7],
      [5, 6, 8],
    ]);
    expect(table.totals.map((one) => [one.column, one.row, one.computed, one.equal])).toEqual([
      ['C', 3, '60', true],
      ['D', 3, '12', false],
      ['C', 4, '30', true],
      ['D', 4, '3', true],
      ['C', 7, '30', true],
      ['D', 7, '9', false],
    ]);
    expect(codes(table.issues)).toEqual(['D3 total.differs', 'D7 total.differs']);
  });

  it('takes two tables on one sheet for two', async () => {
    const found = await inspected(
      made(
        rows([
          ['项目名称', '总投资（万元）', '项目阶段'],
          ['甲', 10, '在建'],
          ['乙', 20, '签约'],
          [],
          ['二、储备项目'],
          ['项目名称', '投资方', '总投资（亿元）'],
          ['丙', '某公司', 3],
        ]),
      ),
    );
    expect(found.report.sheets[0]?.tables.map((one) => [one.headerRows, one.dataRows])).toEqual([
      [
        [1, 1],
        [2, 3],
      ],
      [[6, 6], [7]],
    ]);
    expect(
      found.tables.map((one) =>
        one.records.map((record) => wiredOf(one.ledger, record)['total_investment']),
      ),
    ).toEqual([['100000.00', '200000.00'], ['300000000.00']]);
  });

  it('continues a table after a blank row and leaves notes out', async () => {
    const table = firstTable(
      await inspected(
        made(
          rows([
            ['项目名称', '总投资（万元）', '备注'],
            ['甲', 10, null],
            [],
            ['乙', 20, '说明见附件'],
            ['注：1.数据截至月底'],
            ['填表人：张某', null, '审核人：李某'],
          ]),
        ),
      ),
    );
    expect([table.dataRows, table.noteRows]).toEqual([
      [2, 4],
      [5, 6],
    ]);
  });
});

describe('a table that goes on over the next sheet without a header', () => {
  const pages = (second: string): Uint8Array =>
    made(`${rows([['重点项目台账（单位：万元）'], ['项目名称', '投资方', '总投资', '情况'], ['甲项目', 'A公司', 10, '好'], ['乙项目', 'B公司', 20, '好']])}
ws.title = '第1页'
ws = wb.create_sheet('第2页')
${second}`);
  const sureRows = rows([
    ['丙项目', 'C公司', 30, '好'],
    ['合计', null, 60, null],
  ]);
  const swapped = pages(
    rows([
      ['丙项目', 30, 'C公司', '好'],
      ['丁项目', 'D公司', 40, '好'],
      ['戊项目', 50, 'E公司', '好'],
    ]),
  );
  const second = (found: Inspection) => found.tables[1];

  it('reads it under the header before, to the total over both, with what was said of the columns there', async () => {
    const answers: readonly ImportAnswer[] = [
      {
        kind: 'field',
        file: 'case.xlsx',
        sheet: '第1页',
        table: 0,
        column: 'D',
        field: 'progress',
        use: 'field',
      },
    ];
    const found = await inspected(pages(sureRows), { answers });
    expect(
      second(found)?.records.map((one) => [
        one.row,
        one.values.get('name'),
        wiredOf(second(found)?.ledger, one)['total_investment'],
        one.values.get('progress'),
      ]),
    ).toEqual([[1, '丙项目', '300000.00', '好']]);
    expect(second(found)?.totals).toEqual([
      { column: 'C', row: 2, sheet: '60', computed: '60', equal: true },
    ]);
    expect([second(found)?.issues, [...(second(found)?.rejected ?? [])]]).toEqual([[], []]);
  });

  it('holds all its rows back where a column does not agree, until the user has said so', async () => {
    const asked = await inspected(swapped);
    expect(codes(second(asked)?.issues ?? [])).toContain('A1 table.headless');
    expect(new Set(second(asked)?.rejected)).toEqual(new Set([1, 2, 3]));
    const said = await inspected(swapped, {
      answers: [{ kind: 'accept', file: 'case.xlsx', sheet: '第2页', row: 1, column: 'A' }],
    });
    expect(codes(second(said)?.issues ?? [])).not.toContain('A1 table.headless');
    expect([...(second(said)?.rejected ?? [])]).not.toContain(2);
  });

  it('asks where days stand under figures', async () => {
    const asked = await inspected(
      pages(
        rows([
          ['丙项目', 'C公司', '2012-05-01', '好'],
          ['丁项目', 'D公司', '2012-06-01', '好'],
          ['戊项目', 'E公司', '2012-07-01', '好'],
        ]),
      ),
    );
    expect(codes(second(asked)?.issues ?? [])).toContain('A1 table.headless');
  });

  it('takes a sheet of sentences for none', async () => {
    const found = await inspected(
      pages(rows([['填报说明'], ['一、每月5日前报送'], ['二、金额以万元计']])),
    );
    expect(found.tables).toHaveLength(1);
  });

  it('remembers the columns for the shape of the header, however many sheets go on under it', async () => {
    const [one, two] = [await inspected(pages('ws.append([])')), await inspected(pages(sureRows))];
    expect(two.form.shape).toBe(one.form.shape);
  });
});

describe('measures', () => {
  const bare = made(
    rows([
      ['项目名称', '总投资', '占地面积（亩）', '投资方'],
      ['甲', 100, 30, 'A公司'],
      ['乙', '2亿', 1.5, 'B公司'],
    ]),
  );

  it('asks for the measure of a column; cells wait whose figure names none', async () => {
    const found = await inspected(bare);
    expect(codes(firstTable(found).issues)).toEqual(['B0 measure.unknown', 'B3 value.ownMeasure']);
    expect(firstTable(found).issues[0]?.message).toBe('“总投资”没写金额单位。是万元，还是亿元？');
    expect([...(found.tables[0]?.held ?? [])]).toEqual(['2 B']);
    expect(values(found, 'total_investment')).toEqual([null, '200000000.00']);
  });

  it('takes the answer for the column; the cell that names its own keeps it', async () => {
    const measure: ImportAnswer = {
      kind: 'measure',
      file: 'case.xlsx',
      sheet: 'Sheet',
      table: 0,
      column: 'B',
      measure: '万元',
    };
    const found = await inspected(bare, { answers: [measure] });
    expect(values(found, 'total_investment')).toEqual(['1000000.00', '200000000.00']);
    expect(found.tables[0]?.rejected.size).toBe(0);
    const remembered = await inspected(bare, {
      remembered: (shape) =>
        shape === found.form.shape ? lastingAnswers([measure], found.form.sheets) : null,
    });
    expect([remembered.remembered, values(remembered, 'total_investment')?.[0]]).toEqual([
      true,
      '1000000.00',
    ]);
  });

  it('lets a header overrule the note, and converts land exactly', async () => {
    const found = await inspected(
      made(
        rows([
          ['单位：亿元'],
          ['项目名称', '总投资（万元）', '合同引资额', '占地面积（公顷）'],
          ['甲', 100, 0.3, 2],
        ]),
      ),
    );
    expect(wiredOf(found.tables[0]?.ledger, found.tables[0]?.records[0])).toMatchObject({
      total_investment: '1000000.00',
      contract_amount: '30000000.00',
      land_mu: '30',
    });
  });
});

describe('measures that contradict', () => {
  it('hears the measure that ends a header, before the note', async () => {
    const found = await inspected(
      made(
        rows([
          ['单位：亿元'],
          ['项目名称', '总投资 万元', '合同引资（含税）（万元）', '占地：公顷'],
          ['甲', 100, 7, 2],
        ]),
      ),
    );
    expect(wiredOf(found.tables[0]?.ledger, found.tables[0]?.records[0])).toMatchObject({
      total_investment: '1000000.00',
      contract_amount: '70000.00',
      land_mu: '30',
    });
  });

  it('asks where a header names the wrong currency or two measures, whatever the note says', async () => {
    const found = await inspected(
      made(
        rows([
          ['单位：万元、万美元'],
          ['项目名称', '本年完成投资（万美元）', '实际利用外资（万元）', '总投资（万元/亿元）'],
          ['甲', 100, 7, 3],
        ]),
      ),
    );
    expect(codes(firstTable(found).issues)).toEqual([
      'B0 measure.unknown',
      'C0 measure.unknown',
      'D0 measure.unknown',
    ]);
    expect([...(found.tables[0]?.held ?? [])]).toEqual(['3 B', '3 C', '3 D']);
  });

  it('takes 人民币 in a header for a currency, not for 元', async () => {
    const found = await inspected(
      made(rows([['单位：万元'], ['项目名称', '总投资（人民币）', '投资方'], ['甲', 100, 'A']])),
    );
    expect(values(found, 'total_investment')).toEqual(['1000000.00']);
  });

  it('refuses two currencies in one record, in either order', async () => {
    const found = await inspected(
      made(
        rows([
          ['项目名称', '总投资（万元）', '合同引资（万元）'],
          ['甲', '300万美元', 500],
          ['乙', 500, '300万美元'],
          ['丙', '300万美元', '200万美元'],
        ]),
      ),
    );
    expect(codes(firstTable(found).issues).filter((one) => one.includes('mixed'))).toEqual([
      'C2 currency.mixed',
      'B3 currency.mixed',
    ]);
    expect([...(found.tables[0]?.held ?? [])]).toEqual(['2 C', '3 B']);
    expect(wiredOf(found.tables[0]?.ledger, found.tables[0]?.records[2])).toMatchObject({
      currency: 'USD',
      contract_amount: '2000000.00',
    });
  });

  it('asks where 三千 may be 三千元, and where a number format shows another figure', async () => {
    const found = await inspected(
      made(
        `${rows([
          ['项目名称', '总投资（万元）', '投资方'],
          ['甲', '3千', 'A'],
          ['乙', 1234567, 'B'],
          ['丙', 5, 'C'],
          ['丁', '四千八百', 'D'],
        ])}\nws['B3'].number_format = '0!.0000,"万"'\nws['B4'].number_format = '#,##0.00'`,
      ),
    );
    expect(codes(firstTable(found).issues)).toEqual(['B2 value.measure', 'B3 cell.format']);
    expect(values(found, 'total_investment')?.slice(2)).toEqual(['50000.00', '48000000.00']);
  });
});

describe('what is no record and no figure of this year', () => {
  it('leaves totals in words, sentences and signatures out', async () => {
    const table = firstTable(
      await inspected(
        made(
          rows([
            ['项目名称', '总投资（万元）', '投资方'],
            ['合计12个', 30, null],
            ['甲', 10, 'A'],
            ['乙', 20, 'B'],
            ['总数', 30, null],
            ['计', 30, null],
            ['共2个项目，总投资30万元'],
            ['（此表由发改局填报）'],
            ['主管领导（签字）：'],
          ]),
        ),
      ),
    );
    expect([table.dataRows, table.totalRows, table.noteRows]).toEqual([
      [3, 4],
      [2, 5, 6],
      [7, 8, 9],
    ]);
  });

  it('does not take another year, or a share, for the figure of the year', async () => {
    const found = await inspected(
      made(
        rows([
          ['2013年项目表'],
          [
            '项目名称',
            '2014年计划投资（万元）',
            '下年计划投资（万元）',
            '上年完成投资（万元）',
            '2013年计划投资（万元）',
            '亩均总投资（万元）',
            '投资方',
          ],
          ['甲', 1, 2, 3, 4, 5, 'A'],
        ]),
      ),
    );
    expect(fields(firstTable(found))).toEqual({ A: 'name', E: 'planned_this_year', G: 'company' });
  });
});

describe('three header rows without a merge', () => {
  it('finds all of them, and lets each parent reach over its columns', async () => {
    const found = await inspected(
      made(
        rows([
          ['序号', '项目名称', '投资情况（亿元）', null, '投资方'],
          [null, null, '完成投资'],
          [null, null, '累计', '本年'],
          [1, '甲', 3, 2, 'A'],
        ]),
      ),
    );
    expect(firstTable(found).headerRows).toEqual([1, 3]);
    expect(wiredOf(found.tables[0]?.ledger, found.tables[0]?.records[0])).toMatchObject({
      invested_total: '300000000.00',
      invested_this_year: '200000000.00',
    });
  });
});

it('prefers the header that is the name to one that contains it, even over unreadable cells', async () => {
  const found = await inspected(
    made(
      rows([
        ['项目名称', '到位外资（万美元）', '其中：到位外资（万美元）', '投资方'],
        ['甲', '待定', 5, 'A'],
      ]),
    ),
  );
  expect(fields(firstTable(found))).toEqual({ A: 'name', B: 'foreign_arrived', D: 'company' });
  expect(codes(firstTable(found).issues)).toEqual(['C0 column.unclear', 'B2 value.unreadable']);
});

describe('values', () => {
  const header = ['项目名称', '总投资（万元）', '开工时间', '联系电话', '项目阶段'];

  it('reads text numbers, and asks about what has two readings', async () => {
    const found = await inspected(
      made(
        rows([
          ['2012年项目表'],
          header,
          ['甲', '1,234.5', '6月底', '0917-3456701', '在建'],
          ['乙', '１２３４', '2012.5', '13900000001', '建设中'],
          ['丙', '5000-6000万', '年内', null, '已投产'],
          ['丁', '—', '/', '…', '无'],
        ]),
      ),
    );
    expect(values(found, 'total_investment')).toEqual(['12345000.00', '12340000.00', null, null]);
    expect(values(found, 'started_date')).toEqual(['2012-06-30', '2012-05', '2012-12-31', null]);
    expect(values(found, 'stage')).toEqual(['building', 'building', 'producing', null]);
    expect(codes(firstTable(found).issues)).toEqual(['B5 value.range']);
    expect([...(found.tables[0]?.held ?? [])]).toEqual(['5 B']);
  });

  it('says what stands in the cell that it cannot read; typing into it helps, skipping does too', async () => {
    const book = made(
      rows([
        header,
        ['甲', '很多', '2012年5月', null, '在建'],
        [null, 5, null, null, '在建'],
        ['丙', '=IF(1>0,1,2)', null, null, '在建'],
      ]),
    );
    expect(codes(firstTable(await inspected(book)).issues)).toEqual([
      'B2 value.unreadable',
      'B4 cell.formula',
      'A3 value.required',
    ]);
    const answers: ImportAnswer[] = [
      { kind: 'cell', file: 'case.xlsx', sheet: 'Sheet', row: 2, column: 'B', text: '1.2亿' },
      { kind: 'skip', file: 'case.xlsx', sheet: 'Sheet', row: 3, skip: true },
      { kind: 'accept', file: 'case.xlsx', sheet: 'Sheet', row: 4, column: 'B' },
    ];
    const found = await inspected(book, { answers });
    expect([
      values(found, 'total_investment')?.[0],
      [...(found.tables[0]?.rejected ?? [])],
      [...(found.tables[0]?.skipped ?? [])],
    ]).toEqual(['120000000.00', [], [3]]);
  });

  it('never spreads a merged figure over rows, but does spread a merged word', async () => {
    const found = await inspected(
      made(
        `${rows([
          ['项目名称', '总投资（万元）', '包联领导'],
          ['甲', 100, '张某'],
          ['乙', null, null],
          ['丙', 7, '李某'],
        ])}\nws.merge_cells('B2:B3')\nws.merge_cells('C2:C3')`,
      ),
    );
    expect([values(found, 'total_investment'), values(found, 'sponsor')]).toEqual([
      ['1000000.00', null, '70000.00'],
      ['张某', '张某', '李某'],
    ]);
  });

  it('asks about the second of two equal rows', async () => {
    const found = await inspected(
      made(
        rows([
          ['项目编号', '项目名称', '投资方'],
          ['P1', '甲', 'A'],
          ['P1', '乙', 'B'],
          [null, '丙', 'C'],
          [null, '丙', 'C'],
        ]),
      ),
    );
    expect(codes(firstTable(found).issues)).toEqual(['B3 record.duplicate', 'B5 record.duplicate']);
  });

  it('warns where dates run backwards and where a year plans more than the whole', async () => {
    const found = await inspected(
      made(
        rows([
          ['项目名称', '总投资（万元）', '年度计划投资（万元）', '签约时间', '开工时间'],
          ['甲', 10, 20, '2012年5月', '2012年3月'],
          ['乙', 20, 10, '2012年', '2012年3月'],
          ['丙', '10.01万元', 10.02, null, null],
          ['丁', 10.01, '10.02万元', null, null],
          ['戊', '10.02万元', 10.02, null, null],
        ]),
      ),
    );
    expect(codes(firstTable(found).issues)).toEqual([
      'E2 dates.backwards',
      'C2 amounts.plan',
      'C4 amounts.plan',
      'C5 amounts.plan',
    ]);
    expect(found.tables[0]?.rejected.size).toBe(0);
  });
});

describe('months across', () => {
  const months = (title: string) =>
    made(
      `${rows([[title], ['项目名称', '到位资金（万元）', null, null, '累计到位（万元）'], [null, '1月', '2月', '3月', null], ['甲', 1, 0, 2.5, 3.5], ['乙', null, 4, null, 5]])}\nws.merge_cells('B2:D2')\nws.merge_cells('A2:A3')\nws.merge_cells('E2:E3')`,
    );

  it('makes dated arrivals, none of nothing, and compares the cumulative column', async () => {
    const found = await inspected(months('2013年1—3月到位资金'));
    expect(
      found.tables[0]?.records.map((one) =>
        one.arrivals.map((arrival) => [arrival.date, arrival.amount]),
      ),
    ).toEqual([
      [
        ['2013-01', '10000.00'],
        ['2013-02', '0.00'],
        ['2013-03', '25000.00'],
      ],
      [['2013-02', '40000.00']],
    ]);
    expect(codes(firstTable(found).issues)).toEqual(['E5 months.differ']);
  });

  it('asks for the year where nothing says it', async () => {
    const found = await inspected(months('到位资金'));
    expect(codes(firstTable(found).issues).filter((one) => one.includes('period'))).toEqual([
      'B0 period.unknown',
      'C0 period.unknown',
      'D0 period.unknown',
    ]);
    const held = found.tables[0]?.held.size ?? 0;
    expect(held).toBeGreaterThan(1);
    const answered = await inspected(months('到位资金'), {
      answers: [{ kind: 'period', year: 2014, month: null }],
    });
    expect([
      answered.tables[0]?.held.size,
      answered.tables[0]?.records[1]?.arrivals[0]?.date,
    ]).toEqual([0, '2014-02']);
  });
});

describe('units and answers', () => {
  it('matches the tree, asks for the near and the unknown, and takes the answers', async () => {
    const units = [
      { id: 1, name: '县功镇', aliases: [] },
      { id: 2, name: '区工业和信息化局', aliases: ['区工信局'] },
    ];
    const book = made(
      rows([
        ['项目名称', '总投资（亿元）', '引进单位'],
        ['甲', 1, '县功镇人民政府'],
        ['乙', 2, '区工信局'],
        ['丙', 3, '某某局'],
        ['丁', 3, '镇政府'],
      ]),
    );
    const found = await inspected(book, { units });
    expect(values(found, 'introducer')).toEqual(['县功镇', '区工业和信息化局', null, null]);
    expect(codes(firstTable(found).issues)).toEqual(['C4 unit.unknown', 'C5 unit.unknown']);
    const answered = await inspected(book, {
      units,
      answers: [
        { kind: 'unit', name: '某某局', as: { is: 'new', unitKind: 'department' } },
        { kind: 'unit', name: '镇政府', as: { is: 'empty' } },
      ],
    });
    expect([
      values(answered, 'introducer'),
      answered.unitCreates,
      firstTable(answered).issues,
    ]).toEqual([
      ['县功镇', '区工业和信息化局', '某某局', null],
      [{ name: '某某局', kind: 'department' }],
      [],
    ]);
  });

  it('lets the user name a column; the one that had the field gives it up', async () => {
    const book = made(
      rows([
        ['项目名称', '投资方', '责任公司'],
        ['甲', '旧', '新'],
      ]),
    );
    const found = await inspected(book, {
      answers: [
        {
          kind: 'field',
          file: 'case.xlsx',
          sheet: 'Sheet',
          table: 0,
          column: 'C',
          field: 'company',
          use: 'field',
        },
      ],
    });
    expect(fields(firstTable(found))).toEqual({ A: 'name', C: 'company' });
    expect(values(found, 'company')).toEqual(['新']);
  });

  it('recognises a list of units', async () => {
    const found = await inspected(
      made(
        rows([
          ['序号', '单位名称', '单位类别', '负责人'],
          [1, '虢镇', '乡镇', '张某'],
          [2, '区水利局', '部门', '李某'],
        ]),
      ),
    );
    expect(found.tables[0]?.ledger?.code).toBe('unit');
    expect(values(found, 'kind')).toEqual(['township', 'department']);
  });

  it('refuses a name of a unit that another one goes by, on its row', async () => {
    const units = [
      { id: 1, name: '虢镇', aliases: ['虢镇政府'] },
      { id: 2, name: '县功镇', aliases: [] },
    ];
    const book = made(
      rows([
        ['单位名称', '单位类别', '别名'],
        ['虢镇', '乡镇', '虢镇政府、老城关'],
        ['虢镇政府', '乡镇', null],
        ['千河镇', '乡镇', '县功镇'],
        ['阳平镇', '乡镇', '老城关'],
        ['磻溪镇', '乡镇', '磻溪'],
      ]),
    );
    const table = firstTable(await inspected(book, { units, ledgerCode: 'unit' }));
    expect(
      table.issues.map((one) => `${one.column}${one.row} ${one.level} ${one.code} ${one.message}`),
    ).toEqual([
      'A3 error unit.taken “虢镇政府”已经是“虢镇”的别名。换个名字，或跳过这一行。',
      'C4 error unit.taken “县功镇”已经是另一个单位。换个名字，或跳过这一行。',
      'C5 error unit.taken “老城关”已经是“虢镇”的别名。换个名字，或跳过这一行。',
    ]);
  });
});
