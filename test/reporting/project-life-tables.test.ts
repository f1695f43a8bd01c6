/**
 * The tables of a project's life from a book: the card on its one page, the sheet for the wall,
 * what to follow up, the meeting's agenda, quotas.
 */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { saveArrival } from '../../main/services/projects/arrivals.ts';
import { setCredit } from '../../main/services/projects/credits.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { saveProjectMilestones } from '../../main/services/projects/milestones.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { saveMonth } from '../../main/services/projects/project-months.ts';
import { saveProblem } from '../../main/services/projects/project-problems.ts';
import { testBook, type TestBook } from '../helpers/book.ts';
import { ask, openBrowser, pagesOf, printsWith, put, scratch } from './paper.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LONG =
  '受前期征地拆迁影响，主体工程进度滞后，需要协调供电、供水、道路等配套设施同步建设。'.repeat(12);
/** A project with everything that a card may hold; `words` for its long fields. */
function filled(words: string): { readonly book: TestBook; readonly id: number } {
  const book = testBook(['甲镇', '高新区']);
  const [id = 0] = createRecord(book, 'project', [
    {
      name: '海泰新能科技二期',
      code: 'XM-017',
      stage: '签约',
      company: '海泰公司',
      introducer: '甲镇',
      responsible_unit: '高新区',
      sponsor: '张县长',
      owner: '李四',
      location: '高新区',
      total_investment: '3.2亿',
      contract_amount: '3亿',
      planned_this_year: '12000',
      signed_date: '2012.3',
      land_mu: '96',
      floor_area: '52800',
      footprint_area: '34600',
      eia: '已取得',
      content: words,
      progress: words,
      measure: words,
      remark: words,
    },
    { name: '另一个', stage: '投产' },
  ]).ids;
  setStage(book, { id, stage: 'started', date: '2012.5.8', who: null, note: null });
  setCredit(book, {
    id,
    split: 'seven',
    shares: [
      { unit: '甲镇', percent: '70' },
      { unit: '高新区', percent: '30' },
    ],
    certificate: null,
  });
  for (let at = 1; at <= 9; at++)
    saveArrival(book, {
      project: id,
      id: null,
      date: `2012.${at}.3`,
      amount: '500.25',
      currency: at === 9 ? 'USD' : 'CNY',
      source: null,
      evidence: null,
      remark: null,
      cuts: at === 8 ? [{ amount: '0.25', reason: '土地价款' }] : null,
      anyway: true,
    });
  const milestone = (name: string, deadline: string, done: string | null) => ({
    id: null,
    name,
    deadline,
    done,
    person: '王五',
    note: null,
  });
  saveProjectMilestones(book, {
    id,
    kind: 'building',
    milestones: [
      milestone('进场', '2012.3', '2012.3.5'),
      milestone('桩基', '2012.5', '2012.6.10'),
      milestone('基础', '2012.8', null),
      milestone('封顶', '2012.11', null),
      milestone('投产', '2013.6', null),
    ],
  });
  saveProblem(book, {
    id: null,
    project: id,
    problem: `供电容量不足。${words}`,
    raised: '2012.8.1',
    raisedBy: '企业',
    unit: '高新区',
    leader: '张县长',
    deadline: '2012.9.30',
    state: 'open',
    result: null,
    solved: null,
    meeting: null,
  });
  saveMonth(book, {
    id,
    month: '2012-09',
    planned: '1000',
    invested: '800',
    note: `主体二层。${words}`,
    who: null,
    counts: 'included',
  });
  return { book, id };
}
const tableOf = (
  book: TestBook,
  name: string,
  options: { readonly record?: number } = {},
): PrintTable => makeTable(book, name, { filters: [], ...options }).table;

test.each([
  ['few words', ''],
  ['many words', LONG],
])('the card of one project stands on one A4 page: %s', async (_name, words) => {
  const { book, id } = filled(words);
  const table = tableOf(book, 'project-card', { record: id });
  expect([table.page, table.title]).toEqual([
    { paper: 'A4', landscape: false },
    '海泰新能科技二期项目卡片',
  ]);
  const file = put(scratch(), '卡片.pdf', await writers.pdf(table, printsWith(browser)));
  const pages = pagesOf(file);
  expect(pages).toHaveLength(1);
  const page = (pages[0] ?? '').replace(/\s/g, '');
  for (const text of [
    '海泰新能科技二期',
    '填表人',
    '总投资（万元）32,000',
    '到位资金（万元）4,002',
    '甲镇70%，高新区30%',
    '签约2012.3→开工2012.5.8',
    '桩基：2012.6.10完成',
    '基础：应于2012.8，已超期',
    '容积率0.83✓',
    '环评已取得✓',
    '供电容量不足',
  ])
    expect(page).toContain(text);
});

test('a card says each entry with its currency and what was recognised, and leaves out what nobody said', () => {
  const { book, id } = filled('');
  const rows = toJson(tableOf(book, 'project-card', { record: id })).rows;
  expect(rows.find((row) => row[0] === '到位资金' && row[1]?.includes('2012'))?.[1]).toBe(
    '2012.9.3 500.25万美元（尚未认定）；2012.8.3 500.25万元（认定500万元）；2012.7.3 500.25万元（尚未认定）；2012.6.3 500.25万元（尚未认定）；2012.5.3 500.25万元（尚未认定）；2012.4.3 500.25万元（尚未认定）；等9条',
  );
  expect(rows.flat()).not.toContain('预计税收（万元）');
  expect(rows.flat()).not.toContain('批准文号');
});

test('without a record every project has its page; the workbook merges the wide lines', async () => {
  const { book, id } = filled('');
  const table = tableOf(book, 'project-card');
  expect(
    pagesOf(put(scratch(), '卡片.pdf', await writers.pdf(table, printsWith(browser)))),
  ).toHaveLength(2);
  const file = put(
    scratch(),
    '卡片.xlsx',
    await writers.xlsx(tableOf(book, 'project-card', { record: id }), printsWith(browser)),
  );
  const place = ask<number>(
    file,
    'next(r for r in range(1, sheet.max_row) if sheet.cell(r,1).value == "阶段变化")',
  );
  expect(
    ask<boolean>(file, `"B${place}:D${place}" in [str(m) for m in sheet.merged_cells.ranges]`),
  ).toBe(true);
});

test('the sheet for the wall has each milestone in its month with its mark, and only projects on their way', () => {
  const { book } = filled('');
  const table = tableOf(book, 'war-sheet');
  expect(table.page).toEqual({ paper: 'A3', landscape: true });
  const json = toJson(table);
  expect(json.header[1]?.slice(8, 21)).toEqual([
    '1月',
    '2月',
    '3月',
    '4月',
    '5月',
    '6月',
    '7月',
    '8月',
    '9月',
    '10月',
    '11月',
    '12月',
    '以后或未定',
  ]);
  expect(json.rows.map((row) => row.slice(1, 21))).toEqual([
    [
      '海泰新能科技二期',
      '32,000',
      '12,000',
      '',
      '张县长',
      '高新区',
      '李四',
      '',
      '',
      '✓进场',
      '',
      '✓迟桩基',
      '',
      '',
      '■基础',
      '',
      '',
      '○封顶',
      '',
      '○投产',
    ],
  ]);
  expect(json.rows[0]?.at(-1)).toBe('供电容量不足。（请高新区协调）');
});

test('what to follow up is grouped by kind; the agenda lists open problems; both are empty in words', () => {
  const { book } = filled('');
  const follow = toJson(tableOf(book, 'follow-up'));
  expect(follow.rows).toContainEqual([
    '1',
    '海泰新能科技二期',
    '高新区',
    '王五',
    '节点“基础”应于2012年8月完成，已超期38天',
    '38',
  ]);
  expect(
    tableOf(book, 'follow-up')
      .rows.filter((row) => row.kind === 'group')
      .map((row) => row.cells[0]),
  ).toEqual(['一、节点超期（1条）', '二、问题超期（1条）']);
  expect(toJson(tableOf(book, 'coordination')).rows).toEqual([
    [
      '1',
      '海泰新能科技二期',
      '供电容量不足。',
      '高新区',
      '张县长',
      '2012.8.1',
      '2012.9.30',
      '待协调',
      '',
      '',
    ],
  ]);
  expect(toJson(tableOf(book, 'coordination')).notes).toEqual(['共1个问题，已过时限1个。']);
  const empty = testBook();
  expect([tableOf(empty, 'follow-up').empty, tableOf(empty, 'coordination').empty]).toEqual([
    '没有要跟踪提醒的项目',
    '没有待协调的问题',
  ]);
});

test('quotas say who met theirs and how many are lacking', () => {
  const book = testBook(['甲镇']);
  createRecord(book, 'person', [{ name: '赵一', unit: '甲镇', rank_class: '正乡级' }]);
  createRecord(book, 'lead', [
    { content: '一', person: '赵一', unit: '甲镇', date: '2012.3', judged: '有效' },
    { content: '二', person: '钱二', unit: '甲镇', date: '2012.4', judged: '有效' },
  ]);
  const json = toJson(tableOf(book, 'lead-quota'));
  expect(json.rows).toEqual([
    ['1', '赵一', '甲镇', '正乡级', '3', '1', '1', '0', '0', '差2条'],
    ['2', '钱二', '甲镇', '', '1', '1', '1', '0', '0', '达标'],
  ]);
  expect(json.totals).toEqual([['', '合计', '', '', '4', '2', '2', '0', '0', '']]);
});
