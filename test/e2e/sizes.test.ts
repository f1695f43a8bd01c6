/** Nothing primary lies off the screen: every page at 1366×768 in the three text sizes, over the sample book with a scheme of scores. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input } from '../../preload/contract/index.ts';
import { blankScheme, changeItem, withItem } from '../../renderer/features/scoring/scheme/draft.ts';
import { openApp, type TestApp } from '../helpers/app.ts';
import { outOfSight } from '../helpers/geometry.ts';
import { asker } from '../helpers/window.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openApp({ viewport: { width: 1366, height: 768 } });
  const { page } = app;
  page.setDefaultTimeout(20_000);
  await page.getByRole('button', { name: /示例/ }).first().click();
  await page.getByRole('link', { name: '项目', exact: true }).waitFor();
  const ask = asker(page);
  const { scheme, code } = withItem(blankScheme(2012), 'completion');
  const parts = [
    {
      label: '完成率',
      source: { from: 'indicator', indicator: '到位资金', against: 'assured' },
      weight: '100',
    },
  ] as const;
  await ask('schemes.save', {
    scheme: changeItem(scheme, code, {
      rule: { kind: 'completion', parts: [...parts], cap: '120', floor: null },
    }) as Input<'schemes.save'>['scheme'],
  });
});
afterAll(() => app.close());

/** Each page with what shows that it is there, and what must be in sight even in a part that scrolls. */
const PAGES = [
  ['总览', '.ov-map tbody td', 'th.end'],
  ['目标', '[role=gridcell]', ''],
  ['进度', '[role=gridcell]', ''],
  ['项目', '[role=gridcell]', ''],
  ['整改', '[role=gridcell]', ''],
  ['督办', '[role=gridcell]', ''],
  ['考核', '.sc-charts svg', '.sc-charts'],
  ['台账', '.main h1', ''],
  ['报表', '.rp-paper canvas', ''],
  ['设置', '.main h1', ''],
] as const;

test.each([
  ['standard', '标准'],
  ['large', '大'],
  ['xlarge', '特大'],
] as const)('in %s text every page has its controls on the screen', async (text, label) => {
  const { page } = app;
  await page.getByLabel('字号', { exact: true }).getByText(label, { exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['text'])).toBe(text);
  const found: Record<string, readonly string[]> = {};
  for (const [name, there, also] of PAGES) {
    await page.getByRole('link', { name, exact: true }).click();
    // the first page that is ever printed starts the printer
    await page.locator(there).first().waitFor({ timeout: 60_000 });
    await page.mouse.move(0, 0);
    // a page that is still being laid out is looked at again
    let off = await outOfSight(page, also);
    await expect
      .poll(async () => (off = await outOfSight(page, also)), { timeout: 5000 })
      .toEqual([])
      .catch(() => undefined);
    if (off.length > 0) found[name] = off;
  }
  expect(found).toEqual({});
});
