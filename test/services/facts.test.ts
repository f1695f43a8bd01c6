/**
 * Figures imported from target tables and monthly matrices: what changes, where each comes from,
 * what is refused, and undo to the last row.
 */
import { expect, test } from 'vitest';
import { figuresAt, seriesOf } from '../../main/data/progress/figures.ts';
import { originCellsOf, factOriginsOf } from '../../main/data/progress/fact-origins.ts';
import { versionInForce } from '../../main/data/targets/targets.ts';
import type { FileFact } from '../../main/domain/targets/fact.ts';
import { figureOrNull } from '../../main/domain/targets/indicator.ts';
import { command } from '../../main/services/book/book.ts';
import { commitFacts, planFacts } from '../../main/services/imports/facts.ts';
import { listImports, undoImportOf } from '../../main/services/imports/imports.ts';
import { listIndicators, saveIndicator } from '../../main/services/targets/indicators.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import { targetSheet } from '../../main/services/targets/target-sheet.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { listUnits } from '../../main/services/units/units.ts';
import { adjustTargets, issueTargets, listVersions } from '../../main/services/targets/versions.ts';
import { contentOf, testBook, type TestBook, takeBackNewest } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';
import { typedIndicator } from '../helpers/indicator.ts';

const sheetOf = (book: TestBook, year: number) =>
  targetSheet(book, { year, version: null, indicators: [] });
const fact = (more: Partial<FileFact>): FileFact => ({
  file: '9月.xlsx',
  sheet: '9月',
  table: 0,
  row: 5,
  column: 'C',
  unit: '磻溪镇',
  indicator: '合同引资',
  parent: null,
  part: 'cumulative',
  year: 2012,
  month: 9,
  months: null,
  value: '3.35',
  measure: '亿元',
  ...more,
});
const commit = (book: TestBook, facts: readonly FileFact[]): number =>
  commitFacts(book, {
    file: '9月.xlsx',
    tables: [{ file: '9月.xlsx', sheet: '9月' }],
    units: [],
    facts,
    rejected: 0,
    profiles: [],
  });
const series = (book: TestBook, unit: string, indicator: string) => {
  const [unitId, indicatorId] = [
    listUnits(book).find((one) => one.name === unit)?.id ?? 0,
    listIndicators(book).find((one) => one.name === indicator)?.id ?? 0,
  ];
  return seriesOf(book.db, 2012, indicatorId, unitId).map((row) => [
    row.month,
    figureOrNull(row.monthValue),
    row.monthKind,
    figureOrNull(row.cumulative),
    row.cumulativeKind,
  ]);
};

test('sample 01: the units’ sums are 335 and 390, and cover the county’s 330 and 370 by 101.5 and 105.4 %', async () => {
  const book = testBook();
  const empty = contentOf(book.db);
  const { draft, result } = await importSample(book, '01');
  expect([draft.ledger, draft.counts, result.new, result.rejected]).toEqual([
    null,
    { new: 27, changed: 0, unchanged: 0, rejected: 0, skipped: 0 },
    27,
    0,
  ]);
  const [investment] = listIndicators(book);
  expect(listIndicators(book)).toHaveLength(1);
  expect(investment).toMatchObject({
    name: '工业投入',
    measure: '亿元',
    places: 1,
    category: null,
    kind: 'flow',
    rollup: 'sum',
  });
  const id = investment?.id ?? 0;
  editTargets(book, 2004, [
    { indicator: id, unit: null, part: 'assured', text: '330' },
    { indicator: id, unit: null, part: 'stretch', text: '370' },
  ]);
  expect(sheetOf(book, 2004).sums[id]).toEqual({
    base: '213',
    assured: { sum: '335', coverage: '101.5', difference: '5' },
    stretch: { sum: '390', coverage: '105.4', difference: '20' },
    missing: 0,
  });
  expect(sheetOf(book, 2004).issues).toEqual([]);
  const tongzhou = sheetOf(book, 2004).rows.find((row) => row.name === '通州')?.cells[id];
  expect(tongzhou).toMatchObject({
    base: '37.2',
    assured: '60',
    stretch: '70',
    assuredGrowth: '61.29',
    given: { assured: 'value' },
    origin: { sheet: '目标分解', cells: { base: 'C5', assured: 'D5', stretch: 'E5' } },
  });
  undoChange(book);
  undoImportOf(book, result.import);
  expect(contentOf(book.db)).toEqual(empty);
  expect(listImports(book)).toMatchObject([{ ledger: 'facts', new: 27, undone: true }]);
});

test('sample 04: targets, month, cumulative and growth of twelve units and four indicators; again, nothing changes', async () => {
  const book = testBook();
  await importSample(book, '04');
  const indicators = listIndicators(book);
  expect(indicators.map((one) => [one.name, one.measure, one.places])).toEqual([
    ['合同引资', '亿元', 2],
    ['到位资金', '亿元', 2],
    ['固定资产投资', '亿元', 2],
    ['财政收入', '万元', 0],
  ]);
  expect(figuresAt(book.db, 2012, 9)).toHaveLength(48);
  const sums = book.db
    .prepare(
      'SELECT indicator_id AS id, sum(month_total) / 1e6 AS month, sum(cumulative_total) / 1e6 AS cumulative FROM figure_sum WHERE year = 2012 AND month = 9 GROUP BY 1 ORDER BY 1',
    )
    .all();
  expect(sums).toEqual(
    indicators.map(({ id }, at) => ({
      id,
      month: [4.98, 3.91, 5.53, 3624][at],
      cumulative: [49.23, 27.09, 41.6, 26191][at],
    })),
  );
  expect(indicators.map(({ id }) => sheetOf(book, 2012).sums[id]?.assured.sum)).toEqual([
    '66.3',
    '35.5',
    '54.9',
    '30977',
  ]);
  const [row] = figuresAt(book.db, 2012, 9, indicators[0]?.id).filter(
    (one) => one.unit === listUnits(book).find((unit) => unit.name === '磻溪镇')?.id,
  );
  expect(
    row === undefined
      ? null
      : [figureOrNull(row.monthValue), figureOrNull(row.cumulative), figureOrNull(row.yoy)],
  ).toEqual(['0.53', '3.35', '-4.8']);
  const origin = factOriginsOf(book.db, 'figure', [row?.id ?? 0]).get(row?.id ?? 0);
  expect(origin === undefined || row === undefined ? null : originCellsOf(origin, row)).toEqual({
    month: 'C11',
    cumulative: 'D11',
    yoy: 'E11',
  });
  const before = contentOf(book.db);
  const again = await importSample(book, '04');
  expect(again.draft.counts).toMatchObject({ new: 0, changed: 0, unchanged: 192, rejected: 0 });
  expect({ ...contentOf(book.db), origin: [] }).toEqual({ ...before, origin: [] });
});

test('a figure that changed is shown before and after, and undo brings the old one back', () => {
  const book = testBook(['磻溪镇']);
  commit(book, [fact({}), fact({ part: 'month', column: 'B', value: '0.53' })]);
  const before = contentOf(book.db);
  const next = [fact({ value: '3.4' }), fact({ part: 'month', column: 'B', value: '0.53' })];
  expect(planFacts(book, next)).toMatchObject({
    counts: { new: 0, changed: 1, unchanged: 1 },
    refused: [],
    changes: [
      {
        file: '9月.xlsx',
        sheet: '9月',
        row: 5,
        record: '磻溪镇 合同引资',
        fields: [{ field: '累计', before: '3.35', after: '3.4', cell: 'C5' }],
      },
    ],
  });
  const id = commit(book, next);
  expect(series(book, '磻溪镇', '合同引资')).toEqual([[9, '0.53', 'typed', '3.4', 'typed']]);
  undoImportOf(book, id);
  expect(contentOf(book.db)).toEqual(before);
});

test('months give the cumulative figure and the other way round; one that is not their sum is a question', () => {
  const book = testBook(['磻溪镇']);
  commit(book, [
    fact({ part: 'month', month: 1, value: '0.2' }),
    fact({ part: 'month', month: 2, value: '0.3' }),
    fact({ part: 'cumulative', month: 3, value: '1' }),
  ]);
  expect(series(book, '磻溪镇', '合同引资')).toEqual([
    [1, '0.2', 'typed', '0.2', 'derived'],
    [2, '0.3', 'typed', '0.5', 'derived'],
    [3, '0.5', 'derived', '1', 'typed'],
  ]);
  commit(book, [fact({ part: 'month', month: 1, value: '0.4' })]);
  expect(series(book, '磻溪镇', '合同引资')).toEqual([
    [1, '0.4', 'typed', '0.4', 'derived'],
    [2, '0.3', 'typed', '0.7', 'derived'],
    [3, '0.3', 'derived', '1', 'typed'],
  ]);
  commit(book, [fact({ month: 8, value: '2.82' })]);
  const wrong = [fact({ value: '3.53' }), fact({ part: 'month', column: 'B', value: '0.53' })];
  expect(planFacts(book, wrong).refused).toMatchObject([
    {
      level: 'question',
      code: 'fact.cumulative',
      fact: { column: 'C', row: 5 },
      message:
        '磻溪镇1—9月合同引资累计：2.82＋0.53＝3.35，填的是3.53，差0.18。改为3.35，或写明原因。',
    },
  ]);
  commit(book, wrong);
  expect(series(book, '磻溪镇', '合同引资').map(([month]) => month)).toEqual([1, 2, 3, 8]);
});

test('a cumulative figure that falls is taken and told, against the months before and after it', () => {
  const book = testBook(['磻溪镇']);
  commit(book, [fact({ month: 7, value: '3.35' })]);
  const told = (one: FileFact): readonly string[] =>
    planFacts(book, [one]).doubts.map(({ message }) => message);
  expect(told(fact({ month: 9, value: '3.3' }))).toEqual([
    '磻溪镇合同引资1—9月累计3.3比1—7月累计3.35少。请核对。',
  ]);
  expect(told(fact({ month: 5, value: '4' }))).toEqual([
    '磻溪镇合同引资1—7月累计3.35比1—5月累计4少。请核对。',
  ]);
  expect(told(fact({ month: 9, value: '3.36' }))).toEqual([]);
  expect(told(fact({ month: 9, value: '3.3', part: 'lastYear' }))).toEqual([]);
  // a level may fall
  commit(book, [fact({ indicator: '年末常住人口', month: 7, value: '5', measure: '万人' })]);
  expect(
    told(fact({ indicator: '年末常住人口', month: 9, value: '4.9', measure: '万人' })),
  ).toEqual([]);
});

test('a closed month is not written over; the rest of the file goes on', () => {
  const book = testBook(['磻溪镇', '虢镇']);
  commit(book, [fact({})]);
  book.db
    .prepare(
      "INSERT INTO month_close (year, month, at, who) VALUES (2012, 9, '2012-10-08', '王敏')",
    )
    .run();
  const mixed = [
    fact({ value: '3.5' }),
    fact({ month: 10, column: 'D', value: '4' }),
    fact({ unit: '虢镇', row: 6, month: 10, column: 'D', value: '2' }),
  ];
  const planned = planFacts(book, mixed);
  expect(
    planned.refused.map((one) => [one.fact.row, one.fact.column, one.level, one.message]),
  ).toEqual([
    [5, 'C', 'error', '9月已关账。如需修改，请办理“更正”并注明原因，原数和新数均予保留。'],
  ]);
  expect(planned.counts).toEqual({ new: 2, changed: 0, unchanged: 0 });
  commit(book, mixed);
  expect(
    series(book, '磻溪镇', '合同引资').map(([month, , , cumulative]) => [month, cumulative]),
  ).toEqual([
    [9, '3.35'],
    [10, '4'],
  ]);
  expect(planFacts(book, [fact({})]).refused).toEqual([]);
});

test('an import is not taken back from under a month that was closed since', () => {
  const book = testBook(['磻溪镇']);
  const id = commit(book, [fact({})]);
  command(book, '关账', ['figure'], (writing) =>
    writing.insert('month_close', { year: 2012, month: 9, at: '2012-10-08', who: '王敏' }),
  );
  const why = (): unknown => {
    try {
      return undoImportOf(book, id);
    } catch (error) {
      return error;
    }
  };
  expect(why()).toMatchObject({
    code: 'import.changedLater',
    params: { records: '2012年9月关账' },
  });
  takeBackNewest(book);
  expect(why()).toBe(2);
  expect(figuresAt(book.db, 2012, 9)).toEqual([]);
});

test('a target of an issued year goes to an adjustment, and the note says so', () => {
  const book = testBook(['磻溪镇']);
  commit(book, [fact({ part: 'annual', month: null, value: '6.9' })]);
  const first = versionInForce(book.db, 2012)?.id ?? 0;
  issueTargets(book, { version: first, date: '2012-01-10', document: null, reason: null });
  const raised = [
    fact({ part: 'assured', month: null, value: '7.5' }),
    fact({ part: 'stretch', month: null, column: 'D', value: '8' }),
    fact({ part: 'plan', column: 'E', months: [1, 3], month: null, value: '1.5' }),
    fact({ part: 'plan', column: 'E', months: [4, 6], month: null, value: '2' }),
    fact({ part: 'plan', column: 'E', months: [7, 9], month: null, value: '2' }),
    fact({ part: 'plan', column: 'E', months: [10, 12], month: null, value: '2' }),
  ];
  expect(planFacts(book, raised)).toMatchObject({
    counts: { new: 2, changed: 1 },
    notes: ['2012年年初目标已下达，导入的目标记到新的调整里。'],
  });
  commit(book, raised);
  expect(listVersions(book, 2012).map((one) => [one.name, one.issuedOn])).toEqual([
    ['年初目标', '2012-01-10'],
    ['第1次调整', null],
  ]);
  expect(planFacts(book, raised).counts).toEqual({ new: 0, changed: 0, unchanged: 3 });
  expect(adjustTargets(book, 2012).number).toBe(2);
  const id = listIndicators(book)[0]?.id ?? 0;
  expect(sheetOf(book, 2012).rows[0]?.cells[id]).toMatchObject({
    assured: '7.5',
    stretch: '8',
    plan: [
      '0.5',
      '1',
      '1.5',
      '2.166667',
      '2.833333',
      '3.5',
      '4.166667',
      '4.833333',
      '5.5',
      '6.166667',
      '6.833333',
      '7.5',
    ],
  });
  expect(
    targetSheet(book, { year: 2012, version: first, indicators: [] }).rows[0]?.cells[id]?.assured,
  ).toBe('6.9');
  issueTargets(book, {
    version: listVersions(book, 2012)[1]?.id ?? 0,
    date: '2012-05-08',
    document: '县政发〔2012〕21号',
    reason: '调高',
  });
  adjustTargets(book, 2012);
  editTargets(book, 2012, [
    { indicator: id, unit: sheetOf(book, 2012).rows[0]?.unit ?? 0, part: 'assured', text: '9' },
  ]);
  // the copy tells where its 力争 and its plan are from; its 确保 is typed now
  expect(sheetOf(book, 2012).rows[0]?.cells[id]?.origin?.cells).toEqual({
    stretch: 'D5',
    plan: 'E5',
  });
});

test('a known indicator takes the figure in its own measure; what does not convert or is counted is refused by name', () => {
  const book = testBook(['磻溪镇']);
  const plain = {
    category: null,
    places: 0,
    direction: 'up',
    kind: 'flow',
    rollup: 'sum',
    numerator: null,
    denominator: null,
    factor: '1',
    parent: null,
    counted: null,
    retired: false,
    remark: null,
  } as const;
  saveIndicator(book, { id: null, indicator: { ...plain, name: '合同 引资', measure: '万元' } });
  saveIndicator(book, {
    id: null,
    indicator: {
      ...plain,
      name: '签约项目个数',
      measure: '个',
      counted: {
        ledger: 'project',
        filters: [],
        sum: null,
        unit: 'introducer',
        date: 'signed_date',
      },
    },
  });
  saveIndicator(book, { id: null, indicator: { ...plain, name: '就业', measure: '人' } });
  const facts = [
    fact({}),
    fact({ indicator: '签约项目个数', column: 'D', value: '6', measure: '个' }),
    fact({ indicator: '就业', column: 'E', value: '3', measure: '亿元' }),
    fact({ indicator: '增速', part: 'yoy', column: 'F', value: '3', measure: '%' }),
  ];
  expect(planFacts(book, facts).refused.map((one) => [one.fact.column, one.message])).toEqual([
    ['E', '“就业”记的是人，表里是亿元，不能换算。请核对计量单位。'],
    ['F', '“增速”只有百分比，没有数。先在“指标”里建这个指标，再导入。'],
    ['D', '“签约项目个数”由台账统计，不能直接填写，请修改台账。'],
  ]);
  commit(book, facts);
  expect(series(book, '磻溪镇', '合同 引资')).toEqual([[9, null, null, '33500', 'typed']]);
  expect(listIndicators(book)).toHaveLength(3);
});

test('an indicator is found by its other names', () => {
  const book = testBook(['磻溪镇']);
  const { id } = saveIndicator(book, {
    id: null,
    indicator: typedIndicator('合同引进资金', { aliases: '合同引资、引资额' }),
  });
  commit(book, [fact({ indicator: '合同 引资' })]);
  expect(listIndicators(book).map((one) => one.id)).toEqual([id]);
  expect(figuresAt(book.db, 2012, 9, id)).toHaveLength(1);
});

test('其中 finds or makes its own indicator under its whole', () => {
  const book = testBook(['磻溪镇']);
  commit(book, [
    fact({ indicator: '固定资产投资', value: '8' }),
    fact({ indicator: '工业', parent: '固定资产投资', value: '5', column: 'D' }),
    fact({ indicator: '工业', value: '9', column: 'E' }),
  ]);
  const all = listIndicators(book);
  const whole = all.find((one) => one.name === '固定资产投资');
  expect(all.map((one) => [one.name, one.parent])).toEqual(
    expect.arrayContaining([
      ['固定资产投资', null],
      ['工业', null],
      ['固定资产投资（其中工业）', whole?.id],
    ]),
  );
  expect(
    planFacts(book, [fact({ indicator: '工业', parent: '固定资产投资', value: '5', column: 'D' })])
      .counts,
  ).toEqual({ new: 0, changed: 0, unchanged: 1 });
});
