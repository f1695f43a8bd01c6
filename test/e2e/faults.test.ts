/**
 * A fault in drawing takes only its part of the window: filters, the selected cell, the record
 * beside the sheet and what was being typed stay; and typing in a choice cell is no fault.
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
    records: ['海泰一期', '海泰二期', '长丰码头'].map((name) => ({ name, nature: '新建' })),
  });
  await w.open('项目');
  await w.cell(0, 'name').waitFor();
});
afterEach(() => w.close());

const alert = () => page.getByRole('alert');
/**
 * What the browser answers to this call from now on: newer ones answer a promise, some answer
 * nothing.
 */
const scrollIntoViewAnswers = (how: 'promise' | 'throws'): Promise<void> =>
  page.evaluate((what) => {
    Element.prototype.scrollIntoView = () => {
      if (what === 'throws') throw new Error('destroy is not a function');
      return Promise.resolve() as unknown as void;
    };
  }, how);

test('typing and arrowing in a choice cell stores the choice, whatever the browser answers to scrolling', async () => {
  await scrollIntoViewAnswers('promise');
  await w.cell(0, 'nature').click();
  await page.keyboard.type('建');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await w.cell(1, 'nature').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect.poll(() => alert().count()).toBe(0);
  await expect
    .poll(async () => {
      const { count } = await w.ask('records.summary', {
        ledger: 'project',
        filters: [{ field: 'nature', text: '=新建' }],
      });
      return count;
    })
    .toBeLessThanOrEqual(3);
  await expect.poll(() => w.cell(0, 'nature').innerText()).toMatch(/建$/);
});

test('a fault in the sheet leaves the form beside it, the filter, the cell and the typed text', async () => {
  await page.locator('[data-filter=name]').fill('海泰');
  await page.locator('[data-filter=name]').press('Enter');
  await expect.poll(() => page.locator('[data-total=name]').innerText()).toContain('2个');
  await w.cell(1, 'name').click();
  await page.keyboard.press('Control+Enter');
  const company = w.drawer('项目').locator('input[data-field=company]');
  await company.fill('海泰新能源公司');
  await w.cell(1, 'nature').click();
  await scrollIntoViewAnswers('throws');
  await page.keyboard.type('扩');
  await expect.poll(() => alert().innerText()).toContain('这张表未能显示');
  await expect.poll(() => alert().innerText()).not.toMatch(/destroy|function|Error/);
  await expect.poll(() => company.inputValue()).toBe('海泰新能源公司');

  await scrollIntoViewAnswers('promise');
  await page.getByRole('button', { name: '重新打开这张表' }).click();
  await w.cell(1, 'nature').waitFor();
  await expect.poll(() => page.locator('.cell.active').getAttribute('data-field')).toBe('nature');
  await expect.poll(() => page.locator('.cell.active').getAttribute('data-row')).toBe('1');
  await expect.poll(() => page.locator('[data-filter=name]').inputValue()).toBe('海泰');
  await expect.poll(() => page.locator('.cp-grid textarea').inputValue()).toBe('扩');
  await page.keyboard.press('Enter');
  await expect.poll(() => w.cell(1, 'nature').innerText()).toBe('扩建');
  await expect.poll(() => company.inputValue()).toBe('海泰新能源公司');
});

test('a fault of the whole page keeps its filter, its cell, and the record with what was typed in it', async () => {
  await page.locator('[data-filter=name]').fill('海泰');
  await page.locator('[data-filter=name]').press('Enter');
  await expect.poll(() => page.locator('[data-total=name]').innerText()).toContain('2个');
  await w.cell(1, 'name').click();
  await page.keyboard.press('Control+Enter');
  const company = w.drawer('项目').locator('input[data-field=company]');
  await company.fill('海泰新能源公司');
  await w.cell(1, 'company').click();
  await page.evaluate(() => {
    const focus = HTMLElement.prototype.focus;
    HTMLButtonElement.prototype.focus = () => {
      HTMLButtonElement.prototype.focus = focus;
      throw new Error('cannot focus');
    };
  });
  // what opens over the page puts the focus on its button
  await page.keyboard.press('F4');
  await expect.poll(() => alert().innerText()).toContain('这一页未能显示');
  await page.getByRole('button', { name: '重新打开这一页' }).click();
  await w.cell(1, 'company').waitFor();
  await expect.poll(() => page.locator('[data-filter=name]').inputValue()).toBe('海泰');
  await expect.poll(() => page.locator('.cell.active').getAttribute('data-field')).toBe('company');
  await expect.poll(() => company.inputValue()).toBe('海泰新能源公司');
});
