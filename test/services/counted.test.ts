/**
 * Indicators counted from ledgers: samples 02 and 03 by number, amount and tier; they change with a
 * project and open exactly the records counted.
 */
import { expect, test } from 'vitest';
import { indicatorById } from '../../main/data/targets/indicators.ts';
import { countedFigures } from '../../main/services/records/counted.ts';
import { createRecord, editRecords } from '../../main/services/records/edit.ts';
import { addSet, listIndicators, trialIndicator } from '../../main/services/targets/indicators.ts';
import { allRows } from '../../main/services/records/query.ts';
import { saveRates } from '../../main/services/records/rates.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { listUnits } from '../../main/services/units/units.ts';
import type { CountedIndicator } from '../../preload/contract/targets.ts';
import { testBook, type TestBook } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';

async function withSamples(): Promise<TestBook> {
  const book = testBook();
  await importSample(book, '02');
  await importSample(book, '03');
  return book;
}
const projects = (more: Partial<CountedIndicator> = {}): CountedIndicator => ({
  ledger: 'project',
  filters: [],
  sum: null,
  unit: 'introducer',
  date: null,
  ...more,
});
const TIER = (amount: string): CountedIndicator['filters'] => [
  { field: 'total_investment', text: `≥${amount}` },
];

test('counts and sums of samples 02 and 03 by tier change when a project changes, and open to the records counted', async () => {
  const book = await withSamples();
  const run = (counted: CountedIndicator, measure: string) =>
    trialIndicator(book, { counted, measure, year: 2012, month: 9, unit: null });
  expect(run(projects(), '个').total).toBe('22');
  const large = run(projects({ filters: TIER('1亿') }), '个');
  expect([large.total, large.records, run(projects({ filters: TIER('5亿') }), '个').total]).toEqual(
    ['21', 21, '7'],
  );
  // 50.92亿元 of sample 02 and 53.45 of sample 03; of 5亿元 and more: 8.6 + 12 + 5.2 and 9.8 + 12.6
  // + 6.2 + 15
  expect(run(projects({ sum: 'total_investment', unit: 'credit' }), '亿元')).toMatchObject({
    total: '104.37',
    records: 22,
  });
  expect(
    run(projects({ sum: 'total_investment', unit: 'credit', filters: TIER('5亿') }), '万元').total,
  ).toBe('694000');

  const [small] = allRows(book, {
    ledger: 'project',
    filters: [],
    search: '西秦酒厂',
    sort: [],
    group: [],
  });
  editRecords(book, 'project', [{ id: small?.id ?? 0, field: 'total_investment', value: '5.2亿' }]);
  expect([
    run(projects({ filters: TIER('1亿') }), '个').total,
    run(projects({ filters: TIER('5亿') }), '个').total,
  ]).toEqual(['22', '8']);
  const counted = run(projects({ filters: TIER('5亿') }), '个');
  const opened = allRows(book, counted.query);
  expect(opened).toHaveLength(8);
  expect(opened.map((row) => row['name'])).toContain('西秦酒厂综合开发项目');
  expect(opened.every((row) => Number(row['total_investment']) >= 500_000_000)).toBe(true);
});

test('arrived money goes to units by their shares, the county counts it once, and the months add up', async () => {
  const book = await withSamples();
  const arrived: CountedIndicator = {
    ledger: 'arrival',
    filters: [],
    sum: 'amount',
    unit: 'credit',
    date: 'date',
  };
  const until = (month: number, unit: number | null = null) =>
    trialIndicator(book, { counted: arrived, measure: '亿元', year: 2012, month, unit });
  const [first, ninth] = [until(1), until(9)];
  // the thirteen cumulative figures of sample 02 say no month
  expect([first.total, ninth.total, ninth.undated]).toEqual(['1.85', '24.45', 13]);
  const of = (name: string) => ninth.byUnit.find((one) => one.unit === name);
  // 瑞熙钛业's 0.9 is shared half and half; 延长中立's 2.9 is 区招商局's alone
  expect([of('区招商局')?.value, of('区工信局')?.value]).toEqual(['3.35', '4.05']);
  expect(ninth.byUnit.map((one) => Number(one.value)).reduce((a, b) => a + b, 0)).toBeCloseTo(
    24.45,
    9,
  );
  const unit = listUnits(book).find((one) => one.name === '区工信局')?.id ?? null;
  const mine = until(9, unit);
  const rows = allRows(book, mine.query);
  expect(rows).toHaveLength(of('区工信局')?.records ?? -1);
  expect(new Set(rows.map((row) => row['project']))).toEqual(
    new Set(['青岛啤酒15万吨纯生啤酒项目', '瑞熙钛业航空级钛合金加工项目']),
  );
});

function booked(): { readonly book: TestBook; readonly idOf: (name: string) => number } {
  const book = testBook(['甲局', '乙局']);
  addSet(book, { set: '招商引资', names: ['签约项目个数', '其中亿元以上项目', '合同引资'] });
  return { book, idOf: (name) => listIndicators(book).find((one) => one.name === name)?.id ?? 0 };
}

test('a counted indicator of the shipped set follows signing dates, tiers, currencies and undo', () => {
  const { book, idOf } = booked();
  const at = (name: string, month: number, year = 2012) => {
    const row = indicatorById(book.db, idOf(name));
    return row === null ? null : countedFigures(book, row, year, month);
  };
  createRecord(book, 'project', [
    {
      name: '甲',
      total_investment: '1亿',
      contract_amount: '8000万',
      signed_date: '2012-03-05',
      introducer: '甲局',
    },
    {
      name: '乙',
      total_investment: '9999万',
      contract_amount: '0.12345678亿',
      signed_date: '2012-05',
      introducer: '乙局',
    },
    {
      name: '丙',
      total_investment: '3亿',
      contract_amount: '3亿',
      signed_date: '2011-12-31',
      introducer: '乙局',
    },
    {
      name: '丁',
      total_investment: '5亿',
      contract_amount: '1亿',
      currency: '美元',
      signed_date: '2012-06-01',
    },
    { name: '戊', total_investment: '5亿', contract_amount: '5亿', introducer: '甲局' },
  ]);
  expect([
    at('签约项目个数', 3)?.total,
    at('签约项目个数', 4)?.total,
    at('签约项目个数', 9)?.total,
    at('签约项目个数', 12, 2011)?.total,
  ]).toEqual(['1', '1', '3', '1']);
  const ids = new Map(listUnits(book).map((unit) => [unit.name, unit.id]));
  const may = at('签约项目个数', 9);
  expect([
    may?.byUnit.get(ids.get('甲局') ?? 0),
    may?.byUnit.get(ids.get('乙局') ?? 0),
    may?.nobodys,
  ]).toEqual(['1', '1', { value: '1', records: 1 }]);
  expect(at('其中亿元以上项目', 9)?.total).toBe('2');
  // an amount in dollars is not counted as yuan; nothing is rounded
  expect(at('合同引资', 9)).toMatchObject({ total: '0.92345678', records: 2 });
  const first = allRows(book, {
    ledger: 'project',
    filters: [{ field: 'name', text: '=乙' }],
    search: '',
    sort: [],
    group: [],
  })[0];
  editRecords(book, 'project', [{ id: first?.id ?? 0, field: 'total_investment', value: '1.5亿' }]);
  expect(at('其中亿元以上项目', 9)?.total).toBe('3');
  undoChange(book);
  expect(at('其中亿元以上项目', 9)?.total).toBe('2');
});

test("amounts in another currency count by the office's rate, and without one they are told apart", () => {
  const { book, idOf } = booked();
  createRecord(book, 'project', [
    { name: '甲', contract_amount: '1亿', signed_date: '2012-03-05', introducer: '甲局' },
    {
      name: '丁',
      contract_amount: '1000万',
      currency: '美元',
      signed_date: '2012-06-01',
      introducer: '乙局',
    },
    {
      name: '己',
      contract_amount: '200万',
      currency: '欧元',
      signed_date: '2012-07-01',
      introducer: '乙局',
    },
  ]);
  const counted: CountedIndicator = {
    ledger: 'project',
    filters: [],
    sum: 'contract_amount',
    unit: 'credit',
    date: 'signed_date',
  };
  const run = (measure = '亿元') =>
    trialIndicator(book, { counted, measure, year: 2012, month: 9, unit: null });
  expect(run()).toMatchObject({
    total: '1',
    records: 1,
    leftOut: '另有1条1000万美元、1条200万欧元没有汇率，没算进来。',
  });
  saveRates(book, {
    rule: 'fixed',
    list: [
      { currency: 'USD', year: 2012, date: null, rate: '6.3' },
      { currency: 'USD', year: 2011, date: null, rate: '6.5' },
    ],
  });
  expect(run()).toMatchObject({
    total: '1.63',
    records: 2,
    byUnit: [
      { unit: '甲局', value: '1', records: 1 },
      { unit: '乙局', value: '0.63', records: 1 },
    ],
    leftOut: '另有1条200万欧元没有汇率，没算进来。',
  });
  expect(allRows(book, run().query).map((row) => row['name'])).toEqual(['甲', '丁']);
  const row = indicatorById(book.db, idOf('合同引资'));
  expect(row === null ? null : countedFigures(book, row, 2012, 9)?.total).toBe('1.63');
  saveRates(book, {
    rule: 'day',
    list: [
      { currency: 'USD', year: 2012, date: '2012-06-01', rate: '6.4' },
      { currency: 'EUR', year: 2012, date: '2012-06-30', rate: '8' },
    ],
  });
  expect(run()).toMatchObject({
    total: '1.64',
    records: 2,
    leftOut: '另有1条200万欧元没有汇率，没算进来。',
  });
  // dollars are not made of yuan
  expect(run('万美元')).toMatchObject({ total: '1000', records: 1, leftOut: '' });
});

test('the assessment year may begin in December', () => {
  const { book, idOf } = booked();
  book.db.prepare("INSERT INTO setting (key, value) VALUES ('firstMonth', '12')").run();
  createRecord(book, 'project', [
    { name: '丙', signed_date: '2011-12-31', introducer: '乙局' },
    { name: '丁', signed_date: '2012-12-01', introducer: '乙局' },
  ]);
  const row = indicatorById(book.db, idOf('签约项目个数'));
  expect(
    row === null ? [] : [1, 12].map((month) => countedFigures(book, row, 2012, month)?.total),
  ).toEqual(['1', '1']);
});

test('a definition that fits no ledger is refused with the reason', () => {
  const { book } = booked();
  const why = (counted: CountedIndicator, measure = '个'): unknown => {
    try {
      return trialIndicator(book, { counted, measure, year: 2012, month: 9, unit: null }).total;
    } catch (error) {
      return error;
    }
  };
  expect(why(projects({ sum: 'total_investment' }))).toMatchObject({
    params: { why: '“总投资”不能折成个' },
  });
  expect(why(projects({ sum: 'name' }))).toMatchObject({
    params: { why: '“项目名称”不是数，不能合计' },
  });
  expect(why(projects({ date: 'name' }))).toMatchObject({ params: { why: '“项目名称”不是日期' } });
  expect(why({ ...projects(), ledger: 'lead', unit: 'credit' })).toMatchObject({
    code: 'indicator.definition',
  });
  expect(why(projects({ filters: [{ field: 'total_investment', text: '很多' }] }))).toMatchObject({
    code: 'filter.unreadable',
  });
  expect(why(projects({ sum: 'land_mu', unit: 'introducer' }), '亩')).toBe('0');
});
