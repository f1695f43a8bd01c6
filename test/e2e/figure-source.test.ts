/**
 * A figure on a page is clicked: who gave it and what it was before; its sheet is shown in place of
 * the table, and the table comes back.
 */
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';

let w: TestWindow;
let page: Page;

beforeEach(async () => {
  w = await openTestWindow();
  page = w.page;
});
afterEach(() => w.close());

test('a click on a printed figure tells its past, the next its sheet; the arrows go from figure to figure', async () => {
  const { ids } = await w.ask('records.create', {
    ledger: 'project',
    records: [{ name: '海泰一期', total_investment: '1234.5' }],
  });
  await w.ask('records.edit', {
    ledger: 'project',
    edits: [{ id: ids[0] ?? 0, field: 'total_investment', value: '2000' }],
  });
  await w.open('报表');
  const figures = page.getByRole('group', { name: /^本页的数/ });
  const own = figures.getByRole('button', { name: /^2,000.* 的出处$/ });
  // the first page that is ever printed starts the printer
  await own.first().waitFor({ timeout: 60_000 });
  await own.first().click();
  const told = page.getByRole('region', { name: '数据出处' });
  const past = told.getByRole('list', { name: '经过' }).getByRole('listitem');
  await expect.poll(() => past.allTextContents()).toHaveLength(2);
  const [edited = '', created = ''] = await past.allTextContents();
  expect(edited).toMatch(/^1,234.5.*万元 → 2,000.*万元/);
  expect(created).toMatch(/^空 → 1,234.5/);
  await told.getByRole('button', { name: '打印出处单' }).click();
  await expect
    .poll(() => page.locator('.rp-paper canvas').getAttribute('aria-label'), { timeout: 30_000 })
    .toContain('数据出处单');
  await page.getByRole('button', { name: '回到原表' }).click();
  await own.first().waitFor({ timeout: 30_000 });
  // by the keyboard alone
  await own.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() =>
      figures
        .locator('button')
        .evaluateAll((all) => all.indexOf(document.activeElement as HTMLButtonElement)),
    )
    .toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await told.waitFor();
  await page.keyboard.press('Escape');
  await told.waitFor({ state: 'detached' });
});
