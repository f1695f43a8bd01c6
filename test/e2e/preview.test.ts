/**
 * The preview of a printed table: fine print keeps its signs and points on a plain screen, and the
 * last pages stay while newer ones are laid out.
 */
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';

let w: TestWindow;
let page: Page;

beforeEach(async () => {
  w = await openTestWindow();
  page = w.page;
  await w.ask('records.create', {
    ledger: 'project',
    records: [{ name: '海泰一期', total_investment: '1234.5' }],
  });
  await w.open('报表');
  // the first page that is ever printed starts the printer
  await page
    .locator('.rp-paper')
    .getByRole('img', { name: /^第1页 ./ })
    .waitFor({ timeout: 60_000 });
});
afterEach(() => w.close());

const sheet = () => page.locator('.rp-paper canvas');
const bar = () => page.getByRole('progressbar', { name: '正在排版' });

test('a page is drawn with at least two dots for each of the screen’s', async () => {
  expect(await page.evaluate(() => devicePixelRatio)).toBe(1);
  const { dots, width } = await sheet().evaluate((canvas) => ({
    dots: (canvas as HTMLCanvasElement).width,
    width: canvas.getBoundingClientRect().width,
  }));
  expect(dots / width).toBeGreaterThanOrEqual(1.99);
});

test('while newer pages are laid out the last stay under a bar; then the bar goes and the newer are there', async () => {
  await bar().waitFor({ state: 'detached' });
  // every state that the page goes through is noted by the page itself: none can be missed by
  // looking late
  await page.evaluate(() => {
    const seen: { bar: boolean; words: string }[] = [];
    Reflect.set(window, 'seen', seen);
    const look = (): void => {
      const canvas = document.querySelector<HTMLCanvasElement>('.rp-paper canvas');
      seen.push({
        bar: document.querySelector('.rp-making') !== null,
        words:
          canvas === null || canvas.width === 0 ? '' : (canvas.getAttribute('aria-label') ?? ''),
      });
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  });
  await page.getByLabel('方向').getByText('纵向', { exact: true }).click();
  await bar().waitFor();
  await bar().waitFor({ state: 'detached' });
  const seen = (await page.evaluate(() => Reflect.get(window, 'seen'))) as {
    bar: boolean;
    words: string;
  }[];
  expect(seen.some((one) => one.bar)).toBe(true);
  expect(seen.filter((one) => one.words === '')).toEqual([]);
});
