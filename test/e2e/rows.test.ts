/**
 * Rows of a ledger's sheet: opened by the button at their number, typed into the blank row at the
 * end, pasted beyond it.
 */
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';

let w: TestWindow;
let page: Page;

beforeEach(async () => {
  w = await openTestWindow();
  page = w.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await w.ask('records.create', {
    ledger: 'project',
    records: [{ name: '海泰一期' }, { name: '海泰二期' }],
  });
  await w.open('项目');
  await w.cell(1, 'name').waitFor();
});
afterEach(() => w.close());

/** a cell of the row at the end that is no record yet */
const blank = (field: string) => page.locator(`.record.blank [data-field=${field}]`);
const status = () => page.getByRole('status').first().innerText();
const count = async (name: string): Promise<number> =>
  (await w.ask('records.summary', { ledger: 'project', filters: [{ field: 'name', text: name }] }))
    .count;
const paste = async (text: string): Promise<void> => {
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press('Control+v');
};

test('a record opens by the button at its row number, in every row, and by Enter on the number', async () => {
  const buttons = page.locator('.record [data-open]');
  await expect.poll(() => buttons.count()).toBe(2);
  const first = await w.cell(0, 'name').innerText();
  await buttons.first().click();
  await expect.poll(() => w.drawer('项目').locator('.top b').innerText()).toBe(first);
  await page.keyboard.press('Escape');
  await w.drawer('项目').waitFor({ state: 'detached' });

  await page.locator('[data-number]', { hasText: '2' }).click({ position: { x: 8, y: 8 } });
  await expect
    .poll(() => page.locator('[data-number]', { hasText: '2' }).getAttribute('title'))
    .toContain('Enter');
  await page.keyboard.press('Enter');
  const second = await w.cell(1, 'name').innerText();
  await expect.poll(() => w.drawer('项目').locator('.top b').innerText()).toBe(second);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect.poll(() => page.getByRole('dialog').innerText()).toContain('行号旁的▸');
});

test('what is typed in the blank row is one record when Enter is pressed, and one undo takes it back', async () => {
  await blank('name').click();
  await page.keyboard.type('长丰码头');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('长丰公司');
  expect(await count('长丰')).toBe(0);
  await page.keyboard.press('Enter');
  await expect.poll(() => count('长丰')).toBe(1);
  await expect.poll(status).toContain('已新增1个项目');
  // the next is typed below it, where this one began
  await expect
    .poll(() => page.locator('.record.blank .cell.active').getAttribute('data-field'))
    .toBe('name');
  await page.keyboard.press('Control+z');
  await expect.poll(() => count('长丰')).toBe(0);
  expect(await count('海泰')).toBe(2);
});

test('a blank row that lacks what is needed keeps its text, says what, and is a record once that is typed', async () => {
  await blank('company').click();
  await page.keyboard.type('长丰公司');
  await w.cell(0, 'company').click();
  await expect.poll(status).toContain('项目名称不能为空');
  await expect.poll(() => blank('company').innerText()).toBe('长丰公司');
  await blank('name').click();
  await page.keyboard.type('长丰码头');
  await page.keyboard.press('Enter');
  await expect.poll(() => count('长丰码头')).toBe(1);
});

test('a block pasted beyond the last row says how many records it adds, adds them, and one undo takes all back', async () => {
  await w.cell(1, 'name').click();
  await paste('改了名\r\n新一\r\n新二\r\n新三');
  const asked = page.getByRole('alertdialog');
  await expect.poll(() => asked.innerText()).toContain('改1行，新增3个项目');
  expect(await count('新')).toBe(0);
  await page.keyboard.press('Enter');
  await expect.poll(() => count('新')).toBe(3);
  expect(await count('改了名')).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => count('新')).toBe(0);
  expect(await count('海泰')).toBe(2);
});

test('a paste that is given up changes nothing', async () => {
  await blank('name').click();
  await paste('新一\r\n新二');
  await expect.poll(() => page.getByRole('alertdialog').innerText()).toContain('新增2个项目');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(await count('新')).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
});
