/**
 * The preview's PDF names the place of each figure, as the window reads it; the file that is saved
 * names none.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { makeTable } from '../../main/reporting/making/making.ts';
import { askablePdf, writers } from '../../main/reporting/writers/index.ts';
import { partText } from '../../main/domain/progress/sentence.ts';
import { toldFigures } from '../../main/reporting/model/document.ts';
import { figureStory } from '../../main/reporting/sources/story.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { testBook } from '../helpers/book.ts';
import { countyBook, SMALL } from '../helpers/county.ts';
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

test('each figure in the words of a document is a link, and tells what it is', async () => {
  const book = countyBook(SMALL);
  const { table } = makeTable(book, 'bulletin', { filters: [] });
  const letter = table.letter;
  const told = letter === undefined ? [] : toldFigures(letter);
  expect(told.length).toBeGreaterThan(10);
  const words = (await linksOn(await askablePdf(table, printsWith(browser)))).filter((link) =>
    link.startsWith('figure:0,-1,'),
  );
  // those of its first page, from the first on
  expect(words.length).toBeGreaterThan(5);
  expect([...new Set(words)]).toEqual(
    Array.from({ length: new Set(words).size }, (_, at) => `figure:0,-1,${at}`),
  );
  for (const [at, { told: figure }] of told.entries()) {
    const story = figureStory(book, {
      kind: 'cell',
      table: 'bulletin',
      options: { filters: [] },
      part: 0,
      row: -1,
      column: at,
    });
    expect(`${story.text}${story.how}${story.name}`).toContain(partText(figure));
    if (figure.source !== null) expect(story.how).not.toBe('');
  }
  expect(told.some((one) => one.told.source !== null)).toBe(true);
});
