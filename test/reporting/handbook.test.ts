/**
 * The handbook: every page that help speaks of, with its picture, on no more than forty pages, in
 * both its forms.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { HELP_PAGES } from '../../main/domain/help/pages.ts';
import { handbookChapters } from '../../main/reporting/model/handbook.ts';
import { handbookDocx } from '../../main/reporting/writers/docx-handbook.ts';
import { handbookHtml } from '../../main/reporting/writers/html-handbook.ts';
import { openBrowser, pagesOf, printsWith, put, scratch } from './paper.ts';

const MOST_PAGES = 40;
const titles = Object.values(HELP_PAGES).map(({ title }) => title);
const pictureOf = (page: string): Uint8Array | null => {
  const file = join(import.meta.dirname, '../../resources/help', `${page}.jpg`);
  return existsSync(file) ? readFileSync(file) : null;
};
const chapters = handbookChapters(pictureOf);

test('there are a first day, every page, the keys and what to do when something is wrong', () => {
  expect(chapters.map(({ title }) => title)).toEqual(['快速上手', ...titles, '按键', '诊断']);
  expect(chapters.filter(({ picture }) => picture !== null).length).toBeGreaterThanOrEqual(11);
});

test('in Word each chapter is a heading with its picture', async () => {
  const parts = unzipSync(await handbookDocx(chapters));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const headings = [...text.matchAll(/"Heading1".*?<w:t[^>]*>([^<]*)/g)].map(([, words]) => words);
  expect(headings).toEqual(chapters.map(({ title }) => title));
  const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(pictures.length).toBe(chapters.filter(({ picture }) => picture !== null).length);
});

test('on paper it is no longer than forty pages', async () => {
  const browser = await openBrowser();
  try {
    const pdf = await printsWith(browser).toPdf(handbookHtml(chapters), {
      width: 210,
      height: 297,
    });
    const pages = pagesOf(put(scratch(), '手册.pdf', pdf));
    expect(pages.length).toBeLessThanOrEqual(MOST_PAGES);
    const text = pages.join('').normalize('NFKC').replace(/\s/g, '');
    for (const title of titles) expect(text).toContain(title);
  } finally {
    await browser.close();
  }
});
