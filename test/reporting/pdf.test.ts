/**
 * The pages as Chromium prints them: repeated heads, page numbers, whole rows, the same totals as
 * the workbook.
 */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { projectLedger } from '../../main/reporting/tables/projects/project-ledger.ts';
import { fitToPage } from '../../main/reporting/writers/fit.ts';
import { toHtml } from '../../main/reporting/writers/html.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { ask, openBrowser, pagesOf, printsWith, put, scratch, wordsOf } from './paper.ts';
import { context, manyRows, options, sampleRows } from './sample-rows.ts';

const WIDE = [
  'name',
  'company',
  'nature',
  'content',
  'total_investment',
  'planned_this_year',
  'invested_this_year',
  'invested_total',
  'arrived_total',
  'land_mu',
  'floor_area',
  'footprint_area',
  'started_date',
  'planned_completed_date',
  'progress',
  'sponsor',
  'introducer',
  'responsible_unit',
  'phone',
  'problem',
  'measure',
  'remark',
];
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const print = async (table: PrintTable): Promise<string> =>
  put(scratch(), '台账.pdf', await writers.pdf(table, printsWith(browser)));

test('65 projects: heads and page numbers on every page, no row split, totals as in the workbook', async () => {
  const table = projectLedger.make(manyRows(65), options(), context);
  const pdf = await print(table);
  const pages = pagesOf(pdf);
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((page, index) => {
    for (const text of ['工业园区管委会项目台账', '投资情况', '完成投资', '本年'])
      expect(page).toContain(text);
    expect(page.replace(/\s/g, '')).toContain(`第${index + 1}页共${pages.length}页`);
  });
  expect(pages.join('').match(/项目\d{3}/g)).toHaveLength(65);
  const xlsx = put(scratch(), '台账.xlsx', await writers.xlsx(table, printsWith(browser)));
  const totals = ask<string[]>(
    xlsx,
    `["{:,}".format(values.cell(${5 + table.rows.length}, c).value) for c in range(6, 14)]`,
  );
  expect(
    pages
      .at(-1)
      ?.split('\n')
      .find((line) => line.includes('总计'))
      ?.trim()
      .split(/\s+/),
  ).toEqual(['总计（65个）', ...totals]);
});

test('a row with a long text stays whole on one page and the page keeps its grid', async () => {
  const remark = '一二三四五六七八九十'.repeat(100);
  const rows = manyRows(60).map((row, index) => (index % 7 === 3 ? { ...row, remark } : row));
  const pdf = await print(
    projectLedger.make(
      rows,
      options({ columns: ['name', 'content', 'total_investment', 'remark'], group: null }),
      context,
    ),
  );
  const words = wordsOf(pdf);
  const names = words.filter((word) => /^项目\d{3}$/.test(word.text));
  expect(names).toHaveLength(60);
  for (const [index, name] of names.entries()) {
    if (index % 7 !== 3) continue;
    // only this row's text can stand between the neighbours' names on its page; all of it does
    const [before, next] = [names[index - 1], names[index + 1]];
    const from = before?.page === name.page ? before.middle : 0;
    const to = next?.page === name.page ? next.middle : Infinity;
    const lines = words.filter(
      (word) =>
        word.page === name.page &&
        word.middle > from &&
        word.middle < to &&
        /^[一二三四五六七八九十]+$/.test(word.text),
    );
    expect(lines.map((line) => line.text).join('')).toHaveLength(1000);
  }
});

test('a text too long for any page is cut where all can see it, and a note says where the rest is', async () => {
  const pdf = await print(
    projectLedger.make(
      [{ id: 1, name: '长文', stage: 'signed', remark: '长'.repeat(4000) }],
      options({ columns: ['name', 'remark'], group: null }),
      context,
    ),
  );
  const pages = pagesOf(pdf);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('……');
  expect(pages[0]?.replace(/\s/g, '')).toContain('全文见Excel文件');
});

test('what is wider than the paper at 7pt goes over to a further sheet with number and name repeated', async () => {
  const table = projectLedger.make(sampleRows, options({ columns: WIDE, paper: 'A4' }), context);
  const fit = fitToPage(table);
  expect(fit.font).toBe(7);
  expect(fit.sheets.length).toBeGreaterThan(1);
  expect(fit.sheets.every((sheet) => sheet[0] === 0 && sheet[1] === 1)).toBe(true);
  expect(new Set(fit.sheets.flat()).size).toBe(table.columns.length);
  const pdf = await print(table);
  const pages = pagesOf(pdf);
  expect(pages).toHaveLength(fit.sheets.length);
  for (const page of pages) expect(page).toContain('古玉煤化工甲醇项目');
  expect(pages.at(-1)).toContain('（续）');
  const inside = wordsOf(pdf).filter((word) => word.left < 30 || word.right > 842 - 30);
  expect(inside).toEqual([]);
});

test('an empty table prints its heads and the sentence; markup in names is only text', async () => {
  const [page] = pagesOf(await print(projectLedger.make([], options(), context)));
  expect(page).toContain('本期没有项目');
  expect(page).toContain('项目名称');
  const html = toHtml(
    projectLedger.make(
      [{ id: 1, name: '<script>alert("1")</script>&', stage: 'signed' }],
      options(),
      context,
    ),
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
});
