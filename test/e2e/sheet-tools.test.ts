/**
 * The sheet as Excel: its menu, rows copied and removed, find and replace, values to filter by,
 * several sort columns, jumps.
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

test('a block goes out with its heads and comes back turned, into gaps alone, and filled on; each is one undo', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const company = async (): Promise<readonly string[]> =>
    Promise.all([0, 1, 2, 3].map(async (row) => (await w.cell(row, 'company').innerText()).trim()));
  const block = async (from: number, to: number): Promise<void> => {
    await w.cell(from, 'company').click();
    await w.cell(to, 'company').click({ modifiers: ['Shift'] });
  };
  const pasteFrom = async (text: string, item: string, row: number): Promise<void> => {
    await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
    await choose('company', row, item);
    await page.keyboard.press('Control+v');
  };
  // the rows have come, not only their places
  await expect.poll(async () => (await company())[0]).not.toBe('');
  const before = await company();
  // as Excel and WPS take it: a table with its heads, and the same as text
  await block(0, 2);
  await page.keyboard.press('Control+Shift+c');
  await expect.poll(status).toContain('已连同表头复制3行1列');
  // the page may not read the clipboard: what Ctrl+V brings is looked at, and goes no further
  await page.evaluate(() => {
    const look = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      const { clipboardData: data } = event;
      document.body.dataset['pasted'] = JSON.stringify({
        text: data?.getData('text/plain'),
        html: data?.getData('text/html'),
      });
    };
    document.addEventListener('paste', look, { capture: true, once: true });
  });
  await page.keyboard.press('Control+v');
  const pasted = (): Promise<string> => page.evaluate(() => document.body.dataset['pasted'] ?? '');
  await expect.poll(pasted).not.toBe('');
  const clip = JSON.parse(await pasted()) as { readonly text: string; readonly html: string };
  expect(clip.text.split(/\r?\n/).filter((line) => line !== '')).toEqual([
    '投资方',
    ...before.slice(0, 3),
  ]);
  expect(clip.html).toMatch(/<th[^>]*>投资方/);

  await pasteFrom('北方公司\t南方公司\t中原公司\t滨海公司', '粘贴，行列互换', 0);
  await expect.poll(company).toEqual(['北方公司', '南方公司', '中原公司', '滨海公司']);
  await page.keyboard.press('Control+z');
  await expect.poll(company).toEqual(before);

  const gap = before.indexOf('');
  await pasteFrom('甲\n乙\n丙\n丁', '粘贴，只填空格', 0);
  await expect
    .poll(company)
    .toEqual(before.map((text, at) => (at === gap ? ['甲', '乙', '丙', '丁'][at] : text)));
  await page.keyboard.press('Control+z');
  await expect.poll(company).toEqual(before);

  await block(0, 3);
  await page.keyboard.press('Control+d');
  await expect.poll(company).toEqual(before.map(() => before[0]));
  await page.keyboard.press('Control+z');
  await expect.poll(company).toEqual(before);
});

test('a column is filtered by words and by a range, and what is selected is summed', async () => {
  const filter = async (field: string, text: string): Promise<void> => {
    await page.locator(`[data-filter=${field}]`).fill(text);
    await page.locator(`[data-filter=${field}]`).press('Enter');
  };
  await filter('company', '东方');
  await expect.poll(async () => (await names()).toSorted()).toEqual(['乙厂', '甲厂'].toSorted());
  await filter('company', '');
  await filter('total_investment', '150..250');
  await expect.poll(names).toEqual(['丙厂']);
  await filter('total_investment', '');
  await expect.poll(names).toHaveLength(4);
  await w.cell(0, 'total_investment').click();
  await w.cell(3, 'total_investment').click({ modifiers: ['Shift'] });
  await expect.poll(() => page.locator('.status').innerText()).toMatch(/求和\s*600/);
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
