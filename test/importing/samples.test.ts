/**
 * The shipped samples, recognised whole: rows, columns, measures, sums, and the one total that does
 * not add up.
 */
import { describe, expect, it } from 'vitest';
import { add } from '../../main/domain/exact/decimal.ts';
import { rectificationStateTold } from '../../main/domain/ledgers/rectification-states.ts';
import { asNewUnit } from '../../main/importing/sheet/answers.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import type { TableFact } from '../../main/domain/targets/fact.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import { judgedOne } from './judged.ts';
import { context, firstTable, sample } from './make.ts';
import { wiredOf } from './planned.ts';

/** every unknown unit is made, one at a time */
async function withUnits(number: string) {
  const { name, bytes } = sample(number);
  const one = await judgedOne(name, bytes, null, (shown) =>
    shown.unknownUnits.slice(0, 1).map((unknown) => asNewUnit(unknown.name)),
  );
  return { ...one, table: firstTable(one.inspection) };
}
const plain = async (number: string) => {
  const { name, bytes } = sample(number);
  return inspectWorkbook(await readWorkbook(bytes, name), name, context());
};

describe('sample 02', async () => {
  const { inspection, tables, shown, table } = await withUnits('02');

  it('tells header, groups, data and totals apart', () => {
    expect(table.headerRows).toEqual([3, 5]);
    expect(table.titleRows).toEqual([1, 2]);
    expect(table.groupRows).toEqual([6, 11, 18]);
    expect(table.dataRows).toEqual([7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23]);
    expect(table.totalRows).toEqual([10, 17, 24, 25]);
    expect(table.noteRows).toEqual([26, 27]);
    expect(inspection.report.sheets[0]?.period).toEqual({ year: 2010, month: 12 });
  });

  it('reads the sums of expected.json in the measures that the note states', () => {
    expect(shown.counts).toEqual({ new: 13, changed: 0, unchanged: 0, rejected: 0, skipped: 0 });
    expect(shown.sums).toEqual({
      total_investment: '509200 万元',
      planned_this_year: '146000 万元',
      invested_this_year: '131300 万元',
      invested_total: '227400 万元',
      arrived_total: '175500 万元',
      land_mu: '2390 亩',
      floor_area: '855600 ㎡',
      footprint_area: '670300 ㎡',
    });
  });

  it('gives the group its stage, the merged leader his three rows, and dates their precision', () => {
    const records = tables[0]?.records ?? [];
    expect(records.map((one) => one.values.get('stage'))).toEqual([
      ...Array<string>(3).fill('producing'),
      ...Array<string>(5).fill('building'),
      ...Array<string>(5).fill('signed'),
    ]);
    expect(records.slice(0, 4).map((one) => one.values.get('sponsor'))).toEqual([
      '张主任',
      '张主任',
      '张主任',
      '李副主任',
    ]);
    expect(records.slice(0, 3).map((one) => one.values.get('started_date'))).toEqual([
      '2008-09',
      '2009-03',
      '2009-10-12',
    ]);
    expect(records[0]?.arrivals).toEqual([
      { date: null, amount: '520000000.00', currency: 'CNY', basis: 'balance', until: '2010-12' },
    ]);
  });

  it('checks every subtotal and the total against the rows', () => {
    expect(table.totals).toHaveLength(32);
    expect(table.totals.every((one) => one.equal)).toBe(true);
    expect(table.totals.find((one) => one.row === 17 && one.column === 'F')).toMatchObject({
      sheet: '231000',
      computed: '231000',
    });
    expect(table.issues).toEqual([]);
  });
});

describe.each(['03', '08'])('sample %s', async (number) => {
  const { tables, shown, table } = await withUnits(number);
  const records = tables[0]?.records ?? [];

  it('reads rows and columns with their measures', () => {
    expect([table.headerRows, table.dataRows, table.totalRows, table.noteRows]).toEqual([
      [3, 4],
      [5, 6, 7, 8, 9, 10, 11, 12, 13],
      [14],
      [15],
    ]);
    const measures = Object.fromEntries(table.columns.map((one) => [one.column, one.measure]));
    expect(measures).toMatchObject({
      A: null,
      G: '亿元',
      H: '亿元',
      I: '万美元',
      J: '亿元',
      R: '亿元',
      S: '亿元',
    });
    expect(table.columns.filter((one) => one.month !== null).map((one) => one.month)).toEqual([
      '2012-01',
      '2012-02',
      '2012-03',
      '2012-04',
      '2012-05',
      '2012-06',
      '2012-07',
      '2012-08',
      '2012-09',
    ]);
    expect(table.columns.find((one) => one.column === 'S')?.use).toBe('check');
  });

  it('sums exactly', () => {
    expect(shown.counts.new).toBe(9);
    expect(shown.sums).toMatchObject({
      total_investment: '53.45 亿元',
      contract_amount: '52.8 亿元',
      foreign_contract: '500 万美元',
    });
    const arrived = records
      .flatMap((one) => one.arrivals.map((arrival) => arrival.amount))
      .reduce(add, '0');
    expect(arrived).toBe('2445000000');
    expect(new Set(records.flatMap((one) => one.arrivals.map((arrival) => arrival.basis)))).toEqual(
      new Set(['month']),
    );
  });

  it('reads 9.8亿, 30000万元 and 约2.5亿元, and flags the last', () => {
    const [first, fourth, eighth] = [records[0], records[3], records[7]];
    expect(
      [first, fourth, eighth].map((one) => wiredOf(tables[0]?.ledger, one)['total_investment']),
    ).toEqual(['980000000.00', '300000000.00', '250000000.00']);
    expect([first, fourth, eighth].map((one) => one?.approximate)).toEqual([
      [],
      [],
      ['total_investment'],
    ]);
    expect(table.issues).toContainEqual({
      row: 12,
      column: 'G',
      level: 'warning',
      code: 'value.approximate',
      message: '“约2.5亿元”按2.5亿元导入，标为约数。',
    });
  });

  it('credits the shared project to two units and keeps places as places', () => {
    expect(records[4]?.credits).toEqual([
      { unit: '区招商局', percent: '50' },
      { unit: '区工信局', percent: '50' },
    ]);
    expect(records[4]?.values.get('introducer')).toBe('区招商局');
    expect(
      records.map((one) => [one.values.get('origin'), one.values.get('origin_place')]),
    ).toEqual([
      [null, '山东省青岛市'],
      ['省内市外', null],
      [null, '陕西省延安市'],
      [null, '广东省深圳市'],
      [null, '北京市'],
      [null, '西安市'],
      [null, '江苏省'],
      ['港澳台', '香港'],
      ['县内', null],
    ]);
  });

  it('warns that its own 累计到位 total is not the sum of its rows', () => {
    expect(table.totals.find((one) => one.column === 'S')).toEqual({
      column: 'S',
      row: 14,
      sheet: '24.75',
      computed: '24.45',
      equal: false,
    });
    expect(table.issues).toContainEqual({
      row: 14,
      column: 'S',
      level: 'warning',
      code: 'total.differs',
      message: '表中合计24.75，明细相加24.45，差0.30。导入按明细，合计不改。',
    });
  });
});

describe('units', () => {
  it('asks once for each unknown name, and the rows wait', async () => {
    const { name, bytes } = sample('03');
    const { shown } = await judgedOne(name, bytes);
    expect(
      shown.unknownUnits.find((one) => one.name === '科技园区管委会')?.rows.map(({ row }) => row),
    ).toEqual([5, 8, 9, 10]);
    expect(shown.counts).toMatchObject({ new: 0, rejected: 9 });
  });
});

describe('the other samples', () => {
  it('names a target table and a matrix, and checks their totals', async () => {
    const [targets, matrix] = [firstTable(await plain('01')), firstTable(await plain('04'))];
    expect([
      targets.kind,
      targets.headerRows,
      targets.dataRows.length,
      targets.totalRows,
      targets.noteRows,
    ]).toEqual(['targets', [3, 4], 9, [14], [15]]);
    expect(targets.totals.map((one) => [one.column, one.computed, one.equal])).toEqual([
      ['C', '213', true],
      ['D', '335', true],
      ['E', '390', true],
    ]);
    expect([matrix.kind, matrix.dataRows.length, matrix.totals.every((one) => one.equal)]).toEqual([
      'matrix',
      12,
      true,
    ]);
    expect((await plain('04')).report.sheets[0]?.period).toEqual({ year: 2012, month: 9 });
  });

  it('adds up the targets and the month to the figures of expected.json', async () => {
    const [targets, month] = await Promise.all(
      ['01', '04'].map(async (number) => (await plain(number)).tables[0]?.facts ?? []),
    );
    const total = (list: readonly TableFact[], part: string, indicator: string): string =>
      list
        .filter((fact) => fact.part === part && fact.indicator === indicator)
        .map((fact) => fact.value)
        .reduce(add, '0');
    expect([
      ...new Set(
        targets?.map((fact) => `${fact.indicator} ${fact.measure} ${fact.part} ${fact.year}`),
      ),
    ]).toEqual([
      '工业投入 亿元 base 2003',
      '工业投入 亿元 assured 2004',
      '工业投入 亿元 stretch 2004',
      '工业投入 % growth 2004',
    ]);
    expect([
      new Set(targets?.map((fact) => fact.unit)).size,
      total(targets ?? [], 'assured', '工业投入'),
      total(targets ?? [], 'stretch', '工业投入'),
    ]).toEqual([9, '335', '390']);
    expect(new Set(month?.map((fact) => fact.unit)).size).toBe(12);
    expect(
      ['合同引资', '到位资金', '固定资产投资', '财政收入'].map((name) =>
        ['annual', 'month', 'cumulative'].map((part) => Number(total(month ?? [], part, name))),
      ),
    ).toEqual([
      [66.3, 4.98, 49.23],
      [35.5, 3.91, 27.09],
      [54.9, 5.53, 41.6],
      [30977, 3624, 26191],
    ]);
    expect(
      new Set(
        month?.filter((fact) => fact.part !== 'annual').map((fact) => `${fact.year}-${fact.month}`),
      ),
    ).toEqual(new Set(['2012-9']));
    expect([...new Set(month?.map((fact) => `${fact.indicator} ${fact.measure}`))]).toEqual([
      '合同引资 亿元',
      '合同引资 %',
      '到位资金 亿元',
      '到位资金 %',
      '固定资产投资 亿元',
      '固定资产投资 %',
      '财政收入 万元',
      '财政收入 %',
    ]);
  });

  it('reads problems with their deadlines, in days or in words', async () => {
    const { tables } = await plain('05');
    const records = tables[0]?.records ?? [];
    expect([tables[0]?.ledger?.code, records.length]).toEqual(['rectification', 8]);
    expect(
      Object.entries(Object.groupBy(records, (one) => one.values.get('source') ?? '')).map(
        ([name, list]) => [name, list?.length],
      ),
    ).toEqual([
      ['创城自查', 3],
      ['市委巡察', 3],
      ['安全检查', 2],
    ]);
    expect(
      records.filter(
        (one) =>
          rectificationStateTold({
            closed_date: one.values.get('closed_date'),
            progress: one.values.get('progress'),
          }) === 'closed',
      ),
    ).toHaveLength(4);
    expect(
      records.map((one) => one.values.get('deadline') ?? one.values.get('deadline_words')),
    ).toEqual([
      '2019-09-30',
      '2019-12-31',
      '2019-10-10',
      '2019-10-01',
      '2019-11',
      '2019-12-31',
      '立行立改',
      '2019-10-31',
    ]);
  });

  it('reads tasks with the deadlines that their words mean in the year of the title', async () => {
    const { tables } = await plain('06');
    const records = tables[0]?.records ?? [];
    expect(tables[0]?.ledger?.code).toBe('task');
    expect(records.map((one) => one.values.get('deadline'))).toEqual([
      '2012-06-30',
      '2012-09-30',
      '2012-06-30',
      '2012-12-31',
      '2012-12-31',
      '2012-12-31',
      '2012-05-31',
      '2012-12',
      '2012-04-30',
      '2012-09-30',
    ]);
  });

  it('reads the leads of a GBK file', async () => {
    const { tables } = await plain('07');
    const records = tables[0]?.records ?? [];
    expect([
      tables[0]?.ledger?.code,
      records.length,
      records.filter((one) => one.values.get('judged') === '有效').length,
    ]).toEqual(['lead', 5, 4]);
    expect(records.map((one) => one.values.get('date'))).toEqual([
      '2014-03-05',
      '2014-05-18',
      '2014-09-02',
      '2014-04-01',
      '2014-06',
    ]);
  });
});
