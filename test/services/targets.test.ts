/**
 * The year's targets: the first edit makes the version, growth and figures, coverage, plans,
 * spreading, adjustments kept by version.
 */
import { expect, test } from 'vitest';
import { indicatorById } from '../../main/data/targets/indicators.ts';
import { versionInForce } from '../../main/data/targets/targets.ts';
import { listUnits } from '../../main/services/units/units.ts';
import { saveIndicator, type IndicatorValues } from '../../main/services/targets/indicators.ts';
import {
  editTargets,
  planTarget,
  type TargetEdit,
} from '../../main/services/targets/target-edit.ts';
import { spreadTarget } from '../../main/services/targets/target-spread.ts';
import { targetSheet } from '../../main/services/targets/target-sheet.ts';
import { redoChange, takeBackChange, undoChange } from '../../main/services/records/undo.ts';
import {
  adjustTargets,
  compareVersions,
  dropDraft,
  issueTargets,
  listVersions,
} from '../../main/services/targets/versions.ts';
import { contentOf, testBook, type TestBook } from '../helpers/book.ts';
import { typedIndicator } from '../helpers/indicator.ts';

const COUNTIES = {
  通州: [60, 70],
  海门: [60, 70],
  启东: [45, 50],
  如皋: [45, 50],
  海安: [30, 35],
  如东: [30, 35],
  开发区: [30, 35],
  港闸: [20, 25],
  崇川: [15, 20],
} as const;
const values = (name: string, more: Partial<IndicatorValues> = {}): IndicatorValues =>
  typedIndicator(name, { places: 1, ...more });

function prepared(units: readonly string[] = Object.keys(COUNTIES)) {
  const book = testBook(units);
  const ids = new Map(listUnits(book).map((unit) => [unit.name, unit.id]));
  const add = (name: string, more: Partial<IndicatorValues> = {}): number =>
    saveIndicator(book, { id: null, indicator: values(name, more) }).id;
  const cell = (
    indicator: number,
    unit: string | null,
    part: TargetEdit['part'],
    text: string | null,
  ): TargetEdit => ({ indicator, unit: unit === null ? null : (ids.get(unit) ?? 0), part, text });
  const sheet = (year: number, version: number | null = null) =>
    targetSheet(book, { year, version, indicators: [] });
  const at = (year: number, unit: string, indicator: number) =>
    sheet(year).rows.find((row) => row.name === unit)?.cells[indicator];
  return { book, ids, add, cell, sheet, at };
}
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};
const messages = (book: TestBook, year: number): readonly string[] =>
  targetSheet(book, { year, version: null, indicators: [] }).issues.map((one) => one.message);

test('industrial investment 2004 covers 101.5 % and 105.4 %; a task of 340 and a 力争 of 50 are named; undo and redo are whole', () => {
  const { book, add, cell, sheet, at } = prepared();
  const investment = add('工业投资');
  const before = contentOf(book.db);
  const saved = editTargets(book, 2004, [
    cell(investment, null, 'assured', '330'),
    cell(investment, null, 'stretch', '370'),
    ...Object.entries(COUNTIES).flatMap(([unit, [assured, stretch]]) => [
      cell(investment, unit, 'assured', String(assured)),
      cell(investment, unit, 'stretch', `${stretch}亿元`),
    ]),
  ]);
  expect(saved.ids).toHaveLength(10);
  expect(sheet(2004).version).toMatchObject({
    year: 2004,
    number: 1,
    name: '年初目标',
    issuedOn: null,
  });
  expect(sheet(2004).sums[investment]).toEqual({
    base: null,
    assured: { sum: '335', coverage: '101.5', difference: '5' },
    stretch: { sum: '390', coverage: '105.4', difference: '20' },
    missing: 0,
  });
  expect(at(2004, '通州', investment)).toMatchObject({
    assured: '60',
    stretch: '70',
    share: '17.91',
    given: { assured: 'value', stretch: 'value' },
  });
  expect(messages(book, 2004)).toEqual([]);

  editTargets(book, 2004, [
    cell(investment, null, 'assured', '340'),
    cell(investment, '通州', 'stretch', '50'),
  ]);
  expect(messages(book, 2004)).toEqual([
    '工业投资：各单位确保数合计335.0亿元，低于全县任务340.0亿元，还差5.0亿元。',
    '通州工业投资：力争50亿元小于确保60亿元。请改其中一个。',
  ]);
  undoChange(book);
  expect(messages(book, 2004)).toEqual([]);

  const after = contentOf(book.db);
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  expect(redoChange(book).records).toBeGreaterThan(0);
  expect(contentOf(book.db)).toEqual(after);
});

test('growth gives the figure and follows the base; both stated and at odds stay side by side with a warning', () => {
  const { book, add, cell, at } = prepared(['虢镇']);
  const income = add('财政收入', { measure: '万元', places: 0 });
  editTargets(book, 2012, [
    cell(income, '虢镇', 'assured', '增长15%'),
    cell(income, '虢镇', 'base', '1500'),
  ]);
  expect(at(2012, '虢镇', income)).toMatchObject({
    base: '1500',
    assured: '1725',
    assuredGrowth: '15.00',
    given: { assured: 'growth', stretch: null },
  });
  editTargets(book, 2012, [cell(income, '虢镇', 'base', '2000')]);
  expect(at(2012, '虢镇', income)).toMatchObject({ assured: '2300' });
  editTargets(book, 2012, [
    cell(income, '虢镇', 'base', '1500'),
    cell(income, '虢镇', 'assured', '1700，增长15%'),
  ]);
  expect(at(2012, '虢镇', income)).toMatchObject({
    assured: '1700',
    assuredGrowth: '13.33',
    given: { assured: 'value' },
  });
  expect(messages(book, 2012)).toEqual([
    '虢镇财政收入：上年1500、目标1700是增长13.3%，不是15%（应为1725）。以哪个为准？',
  ]);
  editTargets(book, 2012, [cell(income, '虢镇', 'base', '0')]);
  expect(at(2012, '虢镇', income)?.assuredGrowth).toBeNull();
});

test('an unreadable cell is refused by name and leaves nothing behind', () => {
  const { book, add, cell } = prepared(['虢镇']);
  const income = add('财政收入', { measure: '万元', places: 0 });
  const before = contentOf(book.db);
  expect(
    refusal(() =>
      editTargets(book, 2012, [
        cell(income, '虢镇', 'assured', '100'),
        cell(income, '虢镇', 'stretch', '一百多吧'),
      ]),
    ),
  ).toMatchObject({
    code: 'value.unreadable',
    params: { field: '虢镇“财政收入”力争', seen: '一百多吧' },
  });
  expect(contentOf(book.db)).toEqual(before);
});

test('a quarter plan adds up to the target or is refused; a changed target asks for a new plan', () => {
  const { book, add, cell, at } = prepared(['虢镇']);
  const tax = add('税收', { measure: '万元', places: 0 });
  const unit = listUnits(book).find((one) => one.name === '虢镇')?.id ?? 0;
  editTargets(book, 2012, [cell(tax, '虢镇', 'assured', '15000')]);
  expect(
    refusal(() =>
      planTarget(book, {
        year: 2012,
        indicator: tax,
        unit,
        plan: ['1500', '4500', '4500', '4000'],
      }),
    ),
  ).toMatchObject({
    code: 'target.plan',
    params: { problem: '各季计划合计14500万元，确保数15000万元，差500万元。改到相等。' },
  });
  planTarget(book, { year: 2012, indicator: tax, unit, plan: ['1500', '4500', '4500', '4500'] });
  expect(at(2012, '虢镇', tax)?.plan?.[4]).toBe('4500');
  editTargets(book, 2012, [cell(tax, '虢镇', 'assured', '16000')]);
  expect(messages(book, 2012)).toEqual([
    '虢镇税收：各季计划合计15000万元，确保数16000万元，差1000万元。改到相等。',
  ]);
  planTarget(book, { year: 2012, indicator: tax, unit, plan: null });
  expect(at(2012, '虢镇', tax)?.plan).toBeNull();
});

test('spreading by last year, evenly and by another indicator is exact; without weights it says who lacks them', () => {
  const { book, ids, add, cell, sheet } = prepared(['甲镇', '乙镇', '丙镇']);
  const [tax, jobs] = [
    add('税收', { measure: '万元', places: 0 }),
    add('就业', { measure: '人', places: 0 }),
  ];
  const units = ['甲镇', '乙镇', '丙镇'].map((name) => ids.get(name) ?? 0);
  const assured = (indicator: number) =>
    sheet(2012).rows.map((row) => row.cells[indicator]?.assured ?? null);
  editTargets(book, 2012, [
    cell(tax, null, 'assured', '1000'),
    cell(jobs, null, 'assured', '100'),
    cell(tax, '甲镇', 'base', '100'),
    cell(tax, '乙镇', 'base', '200'),
  ]);
  expect(
    refusal(() =>
      spreadTarget(book, {
        year: 2012,
        indicator: tax,
        part: 'assured',
        units,
        rule: 'base',
        total: null,
      }),
    ),
  ).toMatchObject({
    code: 'target.spread',
    params: { problem: '丙镇没有“税收”上年实际数，不能按它分。填上，或不选这些单位。' },
  });
  editTargets(book, 2012, [cell(tax, '丙镇', 'base', '0')]);
  spreadTarget(book, {
    year: 2012,
    indicator: tax,
    part: 'assured',
    units,
    rule: 'base',
    total: null,
  });
  expect(assured(tax)).toEqual(['333', '667', '0']);
  spreadTarget(book, {
    year: 2012,
    indicator: jobs,
    part: 'assured',
    units,
    rule: 'even',
    total: null,
  });
  expect(assured(jobs)).toEqual(['34', '33', '33']);
  spreadTarget(book, {
    year: 2012,
    indicator: jobs,
    part: 'assured',
    units,
    rule: { indicator: tax },
    total: '10',
  });
  expect(assured(jobs)).toEqual(['3', '7', '0']);
  undoChange(book);
  expect(assured(jobs)).toEqual(['34', '33', '33']);
});

test('a part may not exceed its whole; a unit below one that has a target is not added twice', () => {
  const { book, ids, add, cell, sheet } = prepared(['虢镇', '甲村']);
  const arrived = add('到位资金');
  const provincial = add('省际到位资金', { parent: arrived });
  editTargets(book, 2012, [
    cell(arrived, '虢镇', 'assured', '38'),
    cell(provincial, '虢镇', 'assured', '39'),
    cell(arrived, '甲村', 'assured', '2'),
    cell(arrived, null, 'assured', '40'),
  ]);
  expect(messages(book, 2012)).toEqual([
    '虢镇确保：其中“省际到位资金”39亿元大于“到位资金”38亿元。请改其中一个。',
  ]);
  book.db
    .prepare('UPDATE unit SET parent_id = ? WHERE id = ?')
    .run(ids.get('虢镇'), ids.get('甲村'));
  expect(sheet(2012).sums[arrived]?.assured).toEqual({
    sum: '38',
    coverage: '95.0',
    difference: '-2',
  });
});

test('a growth target raised 13 → 15 → 18 % keeps every version with its date, document and reason', () => {
  const { book, add, cell, sheet } = prepared(['虢镇']);
  const growth = add('规上工业增加值增速', { measure: '%', rollup: 'none', kind: 'ratio' });
  editTargets(book, 2012, [cell(growth, null, 'assured', '13%')]);
  const first = versionInForce(book.db, 2012)?.id ?? 0;
  expect(
    refusal(() => issueTargets(book, { version: first, date: '', document: null, reason: null })),
  ).toMatchObject({ code: 'target.issueNeeds', params: { what: '下达日期' } });
  expect(
    issueTargets(book, { version: first, date: '2012年1月10日', document: null, reason: null }),
  ).toMatchObject({ issuedOn: '2012-01-10' });
  expect(
    refusal(() => editTargets(book, 2012, [cell(growth, null, 'assured', '15')])),
  ).toMatchObject({ code: 'target.issued', params: { version: '2012年年初目标' } });
  for (const [text, date, document] of [
    ['15%', '2012-05-08', '县政发〔2012〕21号'],
    ['18', '2012-08-20', '县政发〔2012〕40号'],
  ] as const) {
    const draft = adjustTargets(book, 2012);
    expect(adjustTargets(book, 2012).id).toBe(draft.id);
    editTargets(book, 2012, [cell(growth, null, 'assured', text)]);
    expect(
      refusal(() => issueTargets(book, { version: draft.id, date, document: ' ', reason: null })),
    ).toMatchObject({ params: { what: '文号、调整理由' } });
    expect(versionInForce(book.db, 2012)?.number).toBe(draft.number - 1);
    issueTargets(book, { version: draft.id, date, document, reason: '完成好于预期' });
  }
  const versions = listVersions(book, 2012);
  expect(
    versions.map((one) => [one.name, one.issuedOn, sheet(2012, one.id).county[growth]?.assured]),
  ).toEqual([
    ['年初目标', '2012-01-10', '13'],
    ['第1次调整', '2012-05-08', '15'],
    ['第2次调整', '2012-08-20', '18'],
  ]);
  expect(compareVersions(book, first, versions[2]?.id ?? 0)).toEqual([
    { indicator: growth, unit: null, part: 'assured', before: '13', after: '18' },
  ]);
});

test('a draft is dropped with what it says, and comes back by undo; an issued version stays', () => {
  const { book, add, cell } = prepared(['虢镇']);
  const tax = add('税收');
  editTargets(book, 2012, [cell(tax, '虢镇', 'assured', '5')]);
  const first = versionInForce(book.db, 2012)?.id ?? 0;
  issueTargets(book, { version: first, date: '2012-01-10', document: null, reason: null });
  expect(refusal(() => dropDraft(book, first))).toMatchObject({ code: 'target.issued' });
  const draft = adjustTargets(book, 2012);
  editTargets(book, 2012, [cell(tax, '虢镇', 'assured', '6')]);
  const before = contentOf(book.db);
  dropDraft(book, draft.id);
  expect(listVersions(book, 2012).map((one) => one.id)).toEqual([first]);
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  expect(indicatorById(book.db, tax)?.name).toBe('税收');
});

test('an indicator that others are made of is not taken back from under them', () => {
  const { book, add } = prepared([]);
  const whole = add('固定资产投资');
  add('工业投资', { parent: whole });
  const change = Number(
    book.db
      .prepare('SELECT change_id FROM audit WHERE "table" = \'indicator\' AND row_id = ?')
      .pluck()
      .get(whole),
  );
  expect(refusal(() => takeBackChange(book, change))).toMatchObject({
    code: 'undo.changedLater',
    params: { record: '工业投资' },
  });
});
