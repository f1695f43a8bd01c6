/** The sheet as Excel: its menu, rows copied and removed, find and replace, values to filter by, several sort columns, jumps. */
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
    records: [
      { name: '甲厂', company: '东方公司', total_investment: '300' },
      { name: '乙厂', company: '东方公司', total_investment: '100' },
      { name: '丙厂', company: '西方公司', total_investment: '200' },
      { name: '丁厂' },
    ],
  });
  await w.open('项目');
  await w.cell(3, 'name').waitFor();
});
afterEach(() => w.close());

const status = () => page.getByRole('status').first().innerText();
const names = async (): Promise<readonly string[]> => {
  const texts = await page.locator('.record:not(.blank) [data-field=name]').allInnerTexts();
  return texts.map((text) => text.trim());
};
const choose = async (field: string, row: number, item: string): Promise<void> => {
  await w.cell(row, field).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
};
const selectRows = async (from: number, to: number): Promise<void> => {
  const number = (row: number) => page.locator('[data-number]', { hasText: String(row) }).first();
  await number(from).click({ position: { x: 8, y: 8 } });
  await number(to).click({ position: { x: 8, y: 8 }, modifiers: ['Shift'] });
};
const withCompany = async (text: string): Promise<number> =>
  (await w.ask('records.summary', { ledger: 'project', filters: [{ field: 'company', text }] }))
    .count;
const focusIsOnCells = (): Promise<unknown> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');

test('selected rows are made once more and removed from the menu, each taken back by one undo', async () => {
  const before = await names();
  await selectRows(1, 2);
  await choose('name', 0, '复制为新记录（2行）');
  await expect.poll(names).toHaveLength(6);
  await expect
    .poll(async () => (await names()).filter((name) => name.endsWith('（副本）')).toSorted())
    .toEqual(
      before
        .slice(0, 2)
        .map((name) => `${name}（副本）`)
        .toSorted(),
    );
  await focusIsOnCells();
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);

  await selectRows(2, 4);
  await choose('name', 1, '删除所选3行');
  await expect.poll(names).toEqual(before.slice(0, 1));
  await expect.poll(status).toContain('已删除3个项目');
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);
  // the menu by the keyboard alone
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await focusIsOnCells();
});

test('find and replace says how many cells it finds before it replaces them, as one step', async () => {
  await w.cell(0, 'name').click();
  await page.keyboard.press('Control+h');
  const tool = page.getByRole('dialog', { name: '查找和替换' });
  await tool.getByLabel('查找', { exact: true }).fill('方公司');
  await tool.getByLabel('替换为').fill('方集团');
  await expect.poll(() => tool.getByRole('status').innerText()).toBe('找到3格，在3行。');
  await expect
    .poll(() => tool.getByRole('listitem').first().innerText())
    .toMatch(/方公司 → .方集团/);
  await tool.getByRole('button', { name: '全部替换（3格）' }).click();
  await expect.poll(() => withCompany('集团')).toBe(3);
  await expect.poll(() => withCompany('公司')).toBe(0);
  await page.keyboard.press('Escape');
  await focusIsOnCells();
  await page.keyboard.press('Control+z');
  await expect.poll(() => withCompany('公司')).toBe(3);
});

test('a column is filtered by the values chosen from its list, empty among them, and by the value of a cell', async () => {
  await choose('company', 0, '按取值筛选…');
  const tool = page.getByRole('dialog', { name: /^按取值筛选/ });
  await tool.getByRole('checkbox', { name: '西方公司' }).check();
  await tool.getByRole('checkbox', { name: '（空）' }).check();
  await tool.getByRole('button', { name: '筛选（2项）' }).click();
  await expect.poll(async () => (await names()).toSorted()).toEqual(['丁厂', '丙厂'].toSorted());
  await page.getByRole('button', { name: /^取消筛选/ }).click();
  await expect.poll(names).toHaveLength(4);
  const at = (await names()).indexOf('乙厂');
  await choose('company', at, '筛选：东方公司');
  await expect.poll(async () => (await names()).toSorted()).toEqual(['乙厂', '甲厂'].toSorted());
});

test('rows are sorted by several columns, and a place is gone to by its number', async () => {
  await choose('company', 0, '按多列排序…');
  const tool = page.getByRole('dialog', { name: '按多列排序' });
  await tool.getByRole('button', { name: '增加一列' }).click();
  await tool.getByRole('combobox', { name: '排序列2' }).fill('总投资');
  await page.keyboard.press('Enter');
  await tool.getByRole('button', { name: '排序', exact: true }).click();
  const rank = async (name: string): Promise<number> => (await names()).indexOf(name);
  await expect.poll(async () => (await rank('乙厂')) < (await rank('甲厂'))).toBe(true);
  await focusIsOnCells();
  await page.keyboard.press('Control+g');
  await page.getByLabel('行号、列名').fill('3 项目名称');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.cell.active').first().getAttribute('data-row')).toBe('2');
  await expect
    .poll(() => page.locator('.cell.active').first().getAttribute('data-field'))
    .toBe('name');
});

test('Ctrl+arrow goes to the end of what is filled, then over what is empty', async () => {
  const active = async (): Promise<string | null> =>
    page.locator('.cell.active').first().getAttribute('data-row');
  await w.cell(0, 'name').click();
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(active).toBe('3');
  await page.keyboard.press('Control+ArrowUp');
  await expect.poll(active).toBe('0');
});
