/**
 * The tables of a year: sample 04's bulletin with the same figures as workbook, PDF and Word;
 * sample 01's breakdown as its sheet; versions; corrections.
 */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { samplePath } from '../../main/core/sample.ts';
import { closeMonth, correctFigure } from '../../main/services/progress/closing.ts';
import { listIndicators } from '../../main/services/targets/indicators.ts';
import { saveRivals } from '../../main/services/progress/rivals.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import { adjustTargets, issueTargets, listVersions } from '../../main/services/targets/versions.ts';
import type { Book } from '../../main/services/book/book.ts';
import { testBook } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';
import { yearBook } from '../helpers/year.ts';
import { convert, ask, openBrowser, pagesOf, printsWith, put, scratch } from './paper.ts';
import { options } from './sample-rows.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const NAMES = ['合同引资', '到位资金', '固定资产投资', '财政收入'];
type Chosen = Parameters<typeof options>[0];
const made = (book: Book, name: string, chosen: Chosen): PrintTable =>
  makeTable(book, name, options(chosen)).table;
const save = async (table: PrintTable, format: 'xlsx' | 'pdf' | 'docx'): Promise<string> =>
  put(scratch(), `table.${format}`, await writers[format](table, printsWith(browser)));
const idOf = (book: Book, name: string): number =>
  listIndicators(book).find((one) => one.name === name)?.id ?? 0;

/** The cells of every table row in a Word document, as a reader sees them. */
function wordRows(file: string): string[][] {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((run) => run[1] ?? '').join(''),
    ),
  );
}
const wordText = (file: string): string =>
  [
    ...strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array()).matchAll(
      /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g,
    ),
  ]
    .map((run) => run[1] ?? '')
    .join('');

test("sample 04: twelve ranked units, the sheet's totals, and the same figures in workbook, PDF and Word", async () => {
  const book = testBook();
  await importSample(book, '04');
  const table = made(book, 'monthly-bulletin', {
    year: 2012,
    month: 9,
    indicators: NAMES.map((name) => idOf(book, name)),
  });
  const json = toJson(table);
  expect(table.title).toBe('2012年1—9月主要指标完成情况通报表');
  expect(made(book, 'monthly-bulletin', {}).title).toBe(table.title);
  expect(json.rows).toHaveLength(12);
  expect(json.rows[8]?.slice(0, 9)).toEqual([
    '9',
    '慕仪镇',
    '5.60',
    '0.35',
    '5.97',
    '17.7',
    '106.61',
    '+31.61',
    '1',
  ]);
  expect(json.rows.map((row) => row[8])).toEqual([
    '7',
    '8',
    '10',
    '6',
    '4',
    '3',
    '11',
    '5',
    '1',
    '9',
    '2',
    '12',
  ]);
  expect(json.totals).toEqual([
    [
      '',
      '全县合计',
      '66.30',
      '4.98',
      '49.23',
      '—',
      '74.25',
      '−0.75',
      '—',
      '35.50',
      '3.91',
      '27.09',
      '—',
      '76.31',
      '+1.31',
      '—',
      '54.90',
      '5.53',
      '41.60',
      '—',
      '75.77',
      '+0.77',
      '—',
      '30,977',
      '3,624',
      '26,191',
      '—',
      '84.55',
      '+9.55',
      '—',
    ],
  ]);
  const sheetTotals = ask<number[]>(
    samplePath('04'),
    '[c.value for c in values[17] if isinstance(c.value,(int,float))]',
  );
  expect(
    json.totals[0]
      ?.filter((_, at) => at > 1 && (at - 2) % 7 < 3)
      .map((text) => Number(text.replaceAll(',', ''))),
  ).toEqual(sheetTotals);
  expect(json.notes.slice(0, 2)).toEqual([
    '通报：合同引资完成全年任务2个，过半10个（含完成），欠序时7个，无实绩0个；到位资金完成全年任务1个，过半10个（含完成），欠序时5个，无实绩0个。',
    '通报：固定资产投资完成全年任务2个，过半12个（含完成），欠序时6个，无实绩0个；财政收入完成全年任务1个，过半11个（含完成），欠序时3个，无实绩0个。',
  ]);

  const printed = [...json.rows, ...json.totals];
  const xlsx = await save(table, 'xlsx');
  const values = ask<(number | string | null)[][]>(
    xlsx,
    '[[values.cell(r,c).value for c in range(1,31)] for r in range(5,18)]',
  );
  expect(
    values.map((row) =>
      row.map((value) => (typeof value === 'number' ? value : String(value ?? ''))),
    ),
  ).toEqual(
    printed.map((row) =>
      row.map((text) =>
        /^[−+]?[\d,.]+$/.test(text) ? Number(text.replaceAll(',', '').replace('−', '-')) : text,
      ),
    ),
  );
  expect(ask<string>(xlsx, 'sheet["C17"].value')).toBe('=SUM(C5:C16)');

  const pages = pagesOf(await save(table, 'pdf'));
  expect(pages).toHaveLength(2);
  const lines = pages.map((page) => page.split('\n').map((line) => line.trim().split(/\s+/)));
  printed.forEach((row) => {
    lines.forEach((page, at) =>
      expect(page).toContainEqual(
        [...row.slice(0, 2), ...row.slice(2 + at * 14, 16 + at * 14)].filter((text) => text !== ''),
      ),
    );
  });

  const rows = wordRows(await save(table, 'docx'));
  printed.forEach((row) => {
    [0, 1].forEach((at) =>
      expect(rows).toContainEqual([...row.slice(0, 2), ...row.slice(2 + at * 14, 16 + at * 14)]),
    );
  });
}, 60_000);

test('the bulletin in Word tells the month in words, leaves blanks for what is missing, and LibreOffice opens it', async () => {
  const book = testBook();
  await importSample(book, '04');
  const file = await save(made(book, 'bulletin', { year: 2012, month: 9 }), 'docx');
  const text = wordText(file);
  for (const sentence of [
    '关于2012年1—9月主要指标完成情况的通报',
    '截至9月底，序时进度为75.00%。',
    '1—9月，全县完成合同引资49.23亿元，同比（　　），占年度目标的74.25%，欠序时进度0.75个百分点；',
    '（一）合同引资。完成率居前的是慕仪镇（106.61%）、科技工业园区（102.63%）、千河镇（96.07%）；靠后的是区工信局（46.43%）、磻溪镇（48.55%）、县功镇（54.09%）。',
    '全县欠序时进度的指标1项：合同引资。',
    '四、下步要求',
  ])
    expect(text).toContain(sentence);
  expect(wordRows(file)).toContainEqual([
    '9',
    '慕仪镇',
    '5.60',
    '0.35',
    '5.97',
    '17.7',
    '106.61',
    '+31.61',
    '1',
    '2.20',
    '0.20',
    '1.95',
    '−0.3',
    '88.64',
    '+13.64',
    '4',
  ]);
  const pages = pagesOf(convert(file, 'pdf', scratch()));
  expect(pages[0]?.replace(/\s/g, '')).toContain('—1—');
  expect(pages.join('').replace(/\s/g, '')).toContain('欠序时进度0.75个百分点');
}, 120_000);

test('sample 01: the breakdown is the sheet, cell by cell, with coverage of the task', async () => {
  const book = testBook();
  await importSample(book, '01');
  const [indicator] = listIndicators(book);
  const id = indicator?.id ?? 0;
  editTargets(book, 2004, [
    { indicator: id, unit: null, part: 'assured', text: '330' },
    { indicator: id, unit: null, part: 'stretch', text: '370' },
  ]);
  const table = made(book, 'target-breakdown', { year: 2004 });
  const json = toJson(table);
  const sheet = ask<(number | string)[][]>(
    samplePath('01'),
    '[[values.cell(r,c).value for c in (1,2,3,4,5)] for r in range(5,14)]',
  );
  expect(json.rows.map((row) => [Number(row[0]), row[1], ...row.slice(2, 5).map(Number)])).toEqual(
    sheet,
  );
  expect(json.rows.map((row) => row[5])).toEqual([
    '61.3',
    '63.0',
    '63.6',
    '60.1',
    '54.6',
    '47.8',
    '50.8',
    '47.1',
    '47.1',
  ]);
  expect(json.totals.map((row) => row.slice(1, 5))).toEqual([
    ['合计', '213.0', '335.0', '390.0'],
    ['全县任务', '', '330.0', '370.0'],
    ['加压系数', '', '101.5%', '105.4%'],
  ]);
  const xlsx = await save(table, 'xlsx');
  expect(
    ask<unknown[]>(xlsx, '[sheet["D14"].value, values["D14"].value, values["E14"].value]'),
  ).toEqual(['=SUM(D5:D13)', 335, 390]);
});

test("a target raised 13 → 15 → 18 % prints by version, with the version's document", () => {
  const { book, add, target, unit } = yearBook(['城关镇']);
  const id = add('财政收入', { measure: '万元', places: 0 });
  target(id, { 城关镇: '1000' }, 'base');
  target(id, { 城关镇: '增长13%' });
  const issued = (document: string | null): void =>
    void issueTargets(book, {
      version: listVersions(book, 2012).at(-1)?.id ?? 0,
      date: '2012-01-10',
      document,
      reason: document === null ? null : '调高标杆',
    });
  issued(null);
  for (const [growth, document] of [
    ['15', '政发〔2012〕12号'],
    ['18', '政发〔2012〕30号'],
  ] as const) {
    adjustTargets(book, 2012);
    editTargets(book, 2012, [
      { indicator: id, unit: unit('城关镇'), part: 'assured', text: `增长${growth}%` },
    ]);
    issued(document);
  }
  const versions = listVersions(book, 2012).map((one) =>
    made(book, 'target-breakdown', { year: 2012, version: one.id }),
  );
  expect(versions.map((table) => toJson(table).rows[0]?.slice(2, 6))).toEqual([
    ['1,000', '1,130', '', '13.0'],
    ['1,000', '1,150', '', '15.0'],
    ['1,000', '1,180', '', '18.0'],
  ]);
  expect(versions.map((table) => table.subtitle.middle)).toEqual([
    '年初目标，2012年1月10日下达',
    '第1次调整，2012年1月10日下达，政发〔2012〕12号',
    '第2次调整，2012年1月10日下达，政发〔2012〕30号',
  ]);
});

test('a figure corrected after the close is marked, and the note tells what was published and why', () => {
  const { book, add, target, type, unit } = yearBook(['磻溪镇', '虢镇']);
  const id = add('合同引资');
  target(id, { 磻溪镇: '6.9', 虢镇: '3.1' });
  type(1, id, { 磻溪镇: '0.35', 虢镇: '0.2' });
  closeMonth(book, { year: 2012, month: 1, note: null });
  correctFigure(book, {
    year: 2012,
    month: 1,
    indicator: id,
    unit: unit('磻溪镇'),
    part: 'cumulative',
    text: '0.53',
    reason: '核实入库时间',
    document: '政统〔2012〕5号',
  });
  const json = toJson(made(book, 'monthly-bulletin', { year: 2012, month: 1, indicators: [id] }));
  expect(json.rows[0]?.[4]).toBe('0.53＊');
  expect(json.totals[0]?.[4]).toBe('0.73');
  expect(json.notes.at(-1)).toMatch(
    /^＊磻溪镇合同引资.*累计公布0\.35，更正为0\.53（核实入库时间，政统〔2012〕5号）。$/,
  );
});

test('pace: what should be done by now beside what is, by plan, with lamps that black and white keeps apart', () => {
  const { book, add, target, type } = yearBook(['城关镇', '河口镇']);
  const id = add('工业投资', { measure: '万元', places: 0 });
  target(id, { 城关镇: '1200', 河口镇: '600' });
  type(5, id, { 城关镇: '512', 河口镇: '100' });
  const json = toJson(made(book, 'pace', { year: 2012, month: 5 }));
  expect(json.rows.map((row) => row.slice(1))).toEqual([
    ['城关镇', '1,200', '500', '512', '+12', '42.67', '+1.00', '●绿'],
    ['河口镇', '600', '250', '100', '−150', '16.67', '−25.00', '■红'],
  ]);
  expect(json.totals[0]?.slice(2, 6)).toEqual(['1,800', '750', '612', '−138']);
});

test("a unit's targets, rivals and findings print; where there is nothing the page says what is missing", () => {
  const { book, add, target, type } = yearBook(['城关镇', '河口镇']);
  const id = add('合同引资');
  const empty = (name: string): string => made(book, name, { year: 2012, month: 3 }).empty;
  expect(
    [
      'target-breakdown',
      'unit-targets',
      'monthly-bulletin',
      'bulletin',
      'pace',
      'benchmark',
      'consistency',
    ].map(empty),
  ).toEqual([
    '2012年还没有目标。先在“目标”页填写或导入',
    '2012年还没有目标。先在“目标”页填写或导入',
    '2012年3月还没有数。先在“进度”页填报或导入',
    '2012年3月还没有数。先在“进度”页填报或导入',
    '2012年还没有目标，不能对照序时进度。先在“目标”页填写或导入',
    '2012年3月还没有对标地区的数。先在“进度”页的“对标”里填写',
    '2012年的目标和完成数没有对不上的地方',
  ]);
  target(id, { 城关镇: '40', 河口镇: '20' });
  target(id, { 城关镇: '50' }, 'stretch');
  expect(toJson(made(book, 'unit-targets', { year: 2012, unit: '城关镇' })).rows).toEqual([
    ['1', '合同引资', '亿元', '', '40.00', '—', '50.00', '—', '', '', ''],
  ]);
  type(3, id, { 城关镇: '9', 河口镇: '3' });
  saveRivals(book, {
    year: 2012,
    month: 3,
    indicator: id,
    rivals: [{ name: '邻县', cumulative: '15', growth: '10' }],
  });
  expect(toJson(made(book, 'benchmark', { year: 2012, month: 3 })).rows[1]).toEqual([
    '2',
    '邻县',
    '15.00',
    '10.00',
    '−3.00',
    '80.00',
    '37.50',
    '18.49',
    '15.02',
  ]);
  type(4, id, { 城关镇: '8' });
  expect(
    toJson(made(book, 'consistency', { year: 2012 })).rows.map((row) => row.slice(1, 4)),
  ).toContainEqual(['4月', '城关镇', '合同引资']);
});

test('each unit has its 目标责任书, with blanks for what nobody gave; all of them are one document', async () => {
  const { book, add, target } = yearBook(['城关镇', '河口镇']);
  const [id, accidents] = [
    add('合同引资'),
    add('生产安全事故', { measure: '起', places: 0, direction: 'down' }),
  ];
  target(id, { 城关镇: '40', 河口镇: '20' }, 'base');
  target(id, { 城关镇: '46', 河口镇: '24' });
  target(id, { 城关镇: '50' }, 'stretch');
  target(accidents, { 城关镇: '2' });
  const one = wordText(
    await save(made(book, 'responsibility-letter', { year: 2012, unit: '城关镇' }), 'docx'),
  );
  for (const words of [
    '2012年城关镇目标责任书',
    '示例县与城关镇签订本责任书',
    '一是合同引资确保46.00亿元，比上年增长15.0%，力争50.00亿元；',
    '二是生产安全事故控制在2起以内。',
    '城关镇（签章）',
  ])
    expect(one).toContain(words);
  const all = made(book, 'responsibility-letter', { year: 2012 });
  const whole = wordText(await save(all, 'docx'));
  expect([
    whole.split('签订本责任书').length - 1,
    whole.includes('一是合同引资确保24.00亿元，比上年增长20.0%。'),
  ]).toEqual([2, true]);
  expect(pagesOf(await save(all, 'pdf'))).toHaveLength(4);
  expect(
    ask<unknown[]>(await save(all, 'xlsx'), '[values["A5"].value, values["B6"].value]'),
  ).toEqual(['一、城关镇', '合同引资']);
}, 60_000);

test('a ceiling prints as one: 年控制数, 超控制进度, and a note that a plus is bad', () => {
  const { book, add, target, type } = yearBook(['城关镇', '河口镇']);
  const id = add('生产安全事故', { measure: '起', places: 0, direction: 'down' });
  target(id, { 城关镇: '4', 河口镇: '4' });
  type(6, id, { 城关镇: '3', 河口镇: '1' });
  const table = made(book, 'monthly-bulletin', { year: 2012, month: 6 });
  expect(table.columns.slice(2).map((column) => column.path.at(-1))).toEqual([
    '年控制数',
    '6月当月',
    '1—6月累计',
    '同比±%',
    '占控制数%',
    '超控制进度（百分点）',
    '名次',
  ]);
  const json = toJson(table);
  expect(json.rows.map((row) => row.slice(6))).toEqual([
    ['75.00', '+25.00', '2'],
    ['25.00', '−25.00', '1'],
  ]);
  expect(json.notes).toContain(
    '生产安全事故越少越好：占控制数＝累计÷年控制数，超控制进度为正数的超了，为负数的没有超；占比低的名次在前。',
  );
  expect(json.notes[0]).toBe('通报：生产安全事故超控制进度1个。');
});

test('who has not reported prints as 催报单', () => {
  const { book, add, target, type } = yearBook(['城关镇', '河口镇', '东山镇']);
  const [id, other] = [add('合同引资'), add('到位资金')];
  target(id, { 城关镇: '4', 河口镇: '4', 东山镇: '4' });
  target(other, { 城关镇: '4', 河口镇: '4' });
  type(6, id, { 城关镇: '3', 河口镇: '1' });
  type(6, other, { 城关镇: '3' });
  const json = toJson(made(book, 'chase-list', { year: 2012, month: 6 }));
  expect(json.rows).toEqual([
    ['1', '河口镇', '2', '1', '到位资金', ''],
    ['2', '东山镇', '1', '0', '合同引资', ''],
  ]);
  expect(json.notes.at(-1)).toBe(
    '以下2个单位6月的数还没报齐：河口镇（到位资金）；东山镇（全部1项）。请于（　　）前报来。',
  );
  expect(made(book, 'chase-list', { year: 2011, month: 6 }).empty).toBe(
    '2011年还没有目标，不知道谁该报。先在“目标”页填写或导入',
  );
});
