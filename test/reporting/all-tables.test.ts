/**
 * Every table at the size that a real county prints, in every form: whole pages, whole cells, equal
 * figures, live totals; a line for each. ALL_TABLES=1 judges all, npm test every third;
 * PRINTED=FOLDER keeps the files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { listTables } from '../../main/reporting/printing.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import { countyBook, FULL } from '../helpers/county.ts';
import { judged } from './judge-table.ts';
import { openBrowser, printsOnOnePage, put, scratch } from './paper.ts';
import { laidByOffice } from './printed-forms.ts';

const ALL = process.env['ALL_TABLES'] === '1';
const NAMED = process.env['TABLE']?.split(',');
/** 300 pages of their own: with all only */
const LARGE = new Set(['project-card']);
const isJudged = (name: string, at: number): boolean =>
  NAMED !== undefined ? NAMED.includes(name) : ALL || (at % 3 === 0 && !LARGE.has(name));

const browser = await openBrowser();
afterAll(() => browser.close());

interface Printed {
  readonly name: string;
  readonly table: PrintTable;
  readonly files: { readonly pdf: string; readonly docx: string; readonly xlsx: string };
}

test('every table is whole, true and ready to sign in all its forms', async () => {
  const book = countyBook(FULL);
  const folder = process.env['PRINTED'] ?? scratch();
  mkdirSync(folder, { recursive: true });
  const host = await printsOnOnePage(browser);
  const printed: Printed[] = [];
  for (const [at, { name }] of listTables(book).entries()) {
    if (!isJudged(name, at)) continue;
    const { table } = makeTable(book, name, { filters: [] });
    const file = async (format: 'pdf' | 'docx' | 'xlsx'): Promise<string> =>
      put(folder, `${name}.${format}`, await writers[format](table, host));
    if (process.env['PRINTED'] !== undefined)
      writeFileSync(`${folder}/${name}.json`, JSON.stringify(table));
    printed.push({
      name,
      table,
      files: { pdf: await file('pdf'), docx: await file('docx'), xlsx: await file('xlsx') },
    });
  }
  const laid = laidByOffice(folder, {
    words: printed.map((one) => one.files.docx),
    books: printed.map((one) => one.files.xlsx),
  });
  const faults: string[] = [];
  for (const { name, table, files } of printed) {
    const { findings, pages } = judged(table, files, laid);
    console.log(
      `${name}: ${table.rows.length} rows, ${pages.join('/')} pages in PDF/Word/Excel, ${findings.length === 0 ? 'right' : `${findings.length} faults`}`,
    );
    faults.push(...findings.slice(0, 5).map((one) => `${name} ${one}`));
  }
  expect(printed.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
