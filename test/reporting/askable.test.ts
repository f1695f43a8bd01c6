/** The preview's PDF names the place of each figure, as the window reads it; the file that is saved names none. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { makeTable } from '../../main/reporting/making/making.ts';
import { askablePdf, writers } from '../../main/reporting/writers/index.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { testBook } from '../helpers/book.ts';
import { openBrowser, printsWith } from './paper.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function linksOn(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  const notes: readonly unknown[] = await (await document.getPage(1)).getAnnotations();
  await document.loadingTask.destroy();
  return notes.flatMap((note) =>
    typeof note === 'object' && note !== null && 'unsafeUrl' in note
      ? [String(note.unsafeUrl)]
      : [],
  );
}

test('each figure of a list is a link to its row and column', async () => {
  const book = testBook();
  createRecord(book, 'project', [
    { name: '甲', total_investment: '100' },
    { name: '乙', total_investment: '200' },
  ]);
  const { table } = makeTable(book, 'project-ledger', {
    filters: [],
    columns: ['name', 'total_investment'],
    group: null,
  });
  const host = printsWith(browser);
  // two records and their sum
  expect(await linksOn(await askablePdf(table, host))).toEqual([
    'figure:0,0,2',
    'figure:0,1,2',
    'figure:0,2,2',
  ]);
  expect(await linksOn(await writers.pdf(table, host))).toEqual([]);
});
