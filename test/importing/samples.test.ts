/** The shipped samples, recognised whole: rows, columns, measures, sums, and the one total that does not add up. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../preload/contract/imports.ts';
import { add } from '../../main/domain/decimal.ts';
import { kindOfName } from '../../main/domain/ledgers/unit.ts';
import { createDrafts, draftOf, judge } from '../../main/importing/drafts.ts';
import { inspect } from '../../main/importing/inspect.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import { context, firstTable, sample } from './make.ts';

function withUnits(number: string) {
  const { name, bytes } = sample(number);
  const drafts = createDrafts();
  const none = { units: [], county: '' };
  let draft = drafts.open(name, readWorkbook(bytes, name), null);
  for (;;) {
    const judged = judge(draft, none, () => null);
    const shown = draftOf(draft, judged);
    const [unknown] = shown.unknownUnits;
    if (unknown === undefined) return { judged, shown, table: firstTable(judged.inspection) };
    const kind = kindOfName(unknown.name);
    const answer: Answer = { kind: 'unit', name: unknown.name, as: { is: 'new', unitKind: kind === 'county' ? 'department' : kind } };
    draft = drafts.answer(draft.id, [answer]);
  }
}
const plain = (number: string) => {
  const { name, bytes } = sample(number);
  return inspect(readWorkbook(bytes, name), name, context());
};

describe('sample 02', () => {
  const { judged, shown, table } = withUnits('02');

  it('tells header, groups, data and totals apart', () => {
    expect(table.headerRows).toEqual([3, 5]);
    expect(table.titleRows).toEqual([1, 2]);
    expect(table.groupRows).toEqual([6, 11, 18]);
    expect(table.dataRows).toEqual([7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23]);
    expect(table.totalRows).toEqual([10, 17, 24, 25]);
    expect(table.noteRows).toEqual([26, 27]);
    expect(judged.inspection.report.sheets[0]?.period).toEqual({ year: 2010, month: 12 });
  });

  it('reads the sums of expected.json in the measures that the note states', () => {
    expect(shown.counts).toEqual({ new: 13, changed: 0, unchanged: 0, rejected: 0, skipped: 0 });
    expect(shown.sums).toEqual({ total_investment: '509200 万元', planned_this_year: '146000 万元', invested_this_year: '131300 万元', invested_total: '227400 万元', arrived_total: '175500 万元', land_mu: '2390 亩', floor_area: '855600 ㎡', footprint_area: '670300 ㎡' });
  });

  it('gives the group its stage, the merged leader his three rows, and dates their precision', () => {
    const records = judged.tables[0]?.records ?? [];
    expect(records.map((one) => one.values['stage'])).toEqual([...Array<string>(3).fill('producing'), ...Array<string>(5).fill('building'), ...Array<string>(5).fill('signed')]);
    expect(records.slice(0, 4).map((one) => one.values['sponsor'])).toEqual(['张主任', '张主任', '张主任', '李副主任']);
    expect(records.slice(0, 3).map((one) => one.values['started_date'])).toEqual(['2008-09', '2009-03', '2009-10-12']);
    expect(records[0]?.arrivals).toEqual([{ date: null, amount: '520000000.00', currency: 'CNY', basis: 'balance', until: '2010-12' }]);
  });

  it('checks every subtotal and the total against the rows', () => {
    expect(table.totals).toHaveLength(32);
    expect(table.totals.every((one) => one.equal)).toBe(true);
    expect(table.totals.find((one) => one.row === 17 && one.column === 'F')).toMatchObject({ sheet: '231000', computed: '231000' });
    expect(table.issues).toEqual([]);
  });
});

describe.each(['03', '08'])('sample %s', (number) => {
  const { judged, shown, table } = withUnits(number);
  const records = judged.tables[0]?.records ?? [];

  it('reads rows and columns with their measures', () => {
    expect([table.headerRows, table.dataRows, table.totalRows, table.noteRows]).toEqual([[3, 4], [5, 6, 7, 8, 9, 10, 11, 12, 13], [14], [15]]);
    const measures = Object.fromEntries(table.columns.map((one) => [one.column, one.measure]));
    expect(measures).toMatchObject({ A: null, G: '亿元', H: '亿元', I: '万美元', J: '亿元', R: '亿元', S: '亿元' });
    expect(table.columns.filter((one) => one.month !== null).map((one) => one.month)).toEqual(['2012-01', '2012-02', '2012-03', '2012-04', '2012-05', '2012-06', '2012-07', '2012-08', '2012-09']);
    expect(table.columns.find((one) => one.column === 'S')?.use).toBe('check');
  });

  it('sums exactly', () => {
    expect(shown.counts.new).toBe(9);
    expect(shown.sums).toMatchObject({ total_investment: '53.45 亿元', contract_amount: '52.8 亿元', foreign_contract: '500 万美元' });
    const arrived = records.flatMap((one) => one.arrivals.map((arrival) => arrival.amount)).reduce(add, '0');
    expect(arrived).toBe('2445000000');
    expect(new Set(records.flatMap((one) => one.arrivals.map((arrival) => arrival.basis)))).toEqual(new Set(['month']));
  });

  it('reads 9.8亿, 30000万元 and 约2.5亿元, and flags the last', () => {
    const [first, fourth, eighth] = [records[0], records[3], records[7]];
    expect([first, fourth, eighth].map((one) => one?.values['total_investment'])).toEqual(['980000000.00', '300000000.00', '250000000.00']);
    expect([first, fourth, eighth].map((one) => one?.approximate)).toEqual([[], [], ['total_investment']]);
    expect(table.issues).toContainEqual({ row: 12, column: 'G', level: 'warning', code: 'value.approximate', message: '“约2.5亿元”按2.5亿元导入，标为约数。' });
  });

  it('credits the shared project to two units and keeps places as places', () => {
    expect(records[4]?.credits).toEqual([{ unit: '区招商局', percent: '50' }, { unit: '区工信局', percent: '50' }]);
    expect(records[4]?.values['introducer']).toBe('区招商局');
    expect(records.map((one) => [one.values['origin'] ?? null, one.values['origin_place'] ?? null])).toEqual([[null, '山东省青岛市'], ['省内市外', null], [null, '陕西省延安市'], [null, '广东省深圳市'], [null, '北京市'], [null, '西安市'], [null, '江苏省'], ['港澳台', '香港'], ['县内', null]]);
  });

  it('warns that its own 累计到位 total is not the sum of its rows', () => {
    expect(table.totals.find((one) => one.column === 'S')).toEqual({ column: 'S', row: 14, sheet: '24.75', computed: '24.45', equal: false });
    expect(table.issues).toContainEqual({ row: 14, column: 'S', level: 'warning', code: 'total.differs', message: '表中合计24.75，明细相加24.45，差0.30。导入按明细，合计不改。' });
  });
});

describe('units', () => {
  it('asks once for each unknown name, and the rows wait', () => {
    const { name, bytes } = sample('03');
    const draft = createDrafts().open(name, readWorkbook(bytes, name), null);
    const shown = draftOf(draft, judge(draft, { units: [], county: '' }, () => null));
    expect(shown.unknownUnits.find((one) => one.name === '科技园区管委会')?.rows).toEqual([5, 8, 9, 10]);
    expect(shown.counts).toMatchObject({ new: 0, rejected: 9 });
  });
});

describe('the other samples', () => {
  it('names a target table and a matrix, and checks their totals', () => {
    const [targets, matrix] = [firstTable(plain('01')), firstTable(plain('04'))];
    expect([targets.kind, targets.headerRows, targets.dataRows.length, targets.totalRows, targets.noteRows]).toEqual(['targets', [3, 4], 9, [14], [15]]);
    expect(targets.totals.map((one) => [one.column, one.computed, one.equal])).toEqual([['C', '213', true], ['D', '335', true], ['E', '390', true]]);
    expect([matrix.kind, matrix.dataRows.length, matrix.totals.every((one) => one.equal)]).toEqual(['matrix', 12, true]);
    expect(plain('04').report.sheets[0]?.period).toEqual({ year: 2012, month: 9 });
  });

  it('does not take a problem list, a task list or a list of leads for a ledger it has', () => {
    expect(['05', '06', '07'].map((number) => [firstTable(plain(number)).kind, firstTable(plain(number)).dataRows.length])).toEqual([['unknown', 8], ['unknown', 10], ['unknown', 5]]);
  });
});
