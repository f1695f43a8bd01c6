/**
 * Every page is whole: title and heads on each page of a Word table as LibreOffice lays it out,
 * signatures beside a record, many records to a page, one page where one is enough.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directedPage, fittedColumns } from '../../main/reporting/model/column-widths.ts';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { projectLedger } from '../../main/reporting/tables/projects/project-ledger.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { firstPagePdf, writers } from '../../main/reporting/writers/index.ts';
import { bulletinCounty } from '../helpers/bulletin-county.ts';
import { countyBook, SMALL } from '../helpers/county.ts';
import { convert, openBrowser, pagesOf, printsWith, put, scratch } from './paper.ts';
import { placedPages, type PlacedWord } from './printed-forms.ts';
import { context, manyRows, options } from './sample-rows.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const laid = (table: PrintTable): PrintTable => fittedColumns(directedPage(table, false));
const ledger = (count: number): PrintTable =>
  laid(projectLedger.make(manyRows(count), options(), context));

function isWhole(pages: readonly string[], count: number): void {
  pages.forEach((page) => {
    const words = page.replace(/\s/g, '');
    for (const text of ['工业园区管委会项目台账', '项目名称', '打印日现状'])
      expect(words).toContain(text);
    expect(words).toMatch(/项目\d{3}/);
  });
  expect(
    pages
      .join('')
      .replace(/\s/g, '')
      .match(/项目\d{3}/g),
  ).toHaveLength(count);
  expect(pages.at(-1)).toContain('填表人');
}

test('a Word table has its title and heads on every page and its signatures beside a record', async () => {
  const folder = scratch();
  const file = put(folder, 'ledger.docx', await writers.docx(ledger(60), printsWith(browser)));
  convert(file, 'pdf', folder);
  const pages = pagesOf(file.replace('.docx', '.pdf'));
  expect(pages.length).toBeGreaterThan(1);
  isWhole(pages, 60);
});

test('wherever its last page ends, a printed ledger is whole, with sixteen records to a full A3 page', async () => {
  for (const count of [31, 33, 35, 64]) {
    const pages = pagesOf(
      put(scratch(), 'ledger.pdf', await writers.pdf(ledger(count), printsWith(browser))),
    );
    isWhole(pages, count);
    for (const page of pages.slice(0, -1))
      expect(page.match(/项目\d{3}/g)?.length).toBeGreaterThanOrEqual(16);
  }
});

test('the first page that is shown sooner is the first of all pages, to the place of each word', async () => {
  const book = countyBook(SMALL);
  const folder = scratch();
  const host = printsWith(browser);
  const words = (name: string, pdf: Uint8Array): readonly PlacedWord[] => {
    const [page] = placedPages(put(folder, name, pdf));
    // its number is not compared: how many there are is not known yet
    return (page?.words ?? []).filter((word) => word.top < (page?.height ?? 0) - 45);
  };
  for (const name of [
    'project-ledger',
    'unit-targets',
    'four-batches',
    'payment-slip',
    'bulletin',
  ]) {
    const { table } = makeTable(book, name, {
      filters: [],
      ...(name === 'project-ledger' ? { pageSums: true } : {}),
    });
    const first = words('first.pdf', await firstPagePdf(table, host));
    expect(first.length, name).toBeGreaterThan(10);
    expect(first, name).toEqual(words('all.pdf', await writers.pdf(table, host)));
  }
});

test('a signature with its day stays on one line, on an upright A4 too', async () => {
  const day = '填报日期：2012年12月31日';
  const made = projectLedger.make(manyRows(3), options({ columns: ['name', 'jobs'] }), context);
  const table = laid({
    ...made,
    page: { paper: 'A4', landscape: false },
    signatures: ['填表人：', '审核人：', '单位负责人（盖章）：', day],
  });
  const folder = scratch();
  const word = put(folder, 'signed.docx', await writers.docx(table, printsWith(browser)));
  const own = put(folder, 'own.pdf', await writers.pdf(table, printsWith(browser)));
  convert(word, 'pdf', folder);
  for (const file of [own, word.replace('.docx', '.pdf')]) {
    const lines = pagesOf(file).join('').split('\n');
    expect(lines.some((line) => line.replace(/\s/gu, '').includes(day))).toBe(true);
  }
}, 240_000);

test('one indicator of 25 townships is one A4 page, in PDF, Word and the workbook', async () => {
  const county = bulletinCounty(7, { units: 25 });
  const { table } = makeTable(county.book, 'monthly-bulletin', {
    filters: [],
    year: 2012,
    month: county.month,
    indicators: [county.indicators['合同引资'] ?? 0],
  });
  expect(table.page.paper).toBe('A4');
  expect(table.rows.filter((row) => row.kind === 'data')).toHaveLength(25);
  const [folder, host] = [scratch(), printsWith(browser)];
  const own = put(folder, 'own.pdf', await writers.pdf(table, host));
  const word = put(folder, 'word.docx', await writers.docx(table, host));
  const book = put(folder, 'book.xlsx', await writers.xlsx(table, host));
  for (const file of [own, convert(word, 'pdf', folder), convert(book, 'pdf', folder)]) {
    const pages = pagesOf(file);
    expect(pages, file).toHaveLength(1);
    expect(pages[0]).toContain('填表人');
  }
}, 240_000);
