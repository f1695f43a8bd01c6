/**
 * The grid in a real Chromium: IME, clipboard, keyboard, sorting, folding, filters, the far end of
 * 100,000 rows.
 */
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {} from '../bench/grid-harness/main.tsx';
import { openGridPage, type GridPage } from '../bench/grid-page.ts';

let opened: GridPage;
let page: Page;
let ime: CDPSession;

beforeAll(async () => {
  opened = await openGridPage();
  page = opened.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  ime = await page.context().newCDPSession(page);
});
afterAll(async () => {
  await opened.browser.close();
});

const cell = (row: number, field: string) =>
  page.locator(`[role=gridcell][data-row="${row}"][data-field="${field}"]`);
const batches = () => page.evaluate(() => window.harness.memory?.batches ?? []);
const mount = (rows: number, grouped = false) =>
  page.evaluate(([count, group]) => window.harness.mount(count, group), [rows, grouped] as const);
const editor = () => page.locator('.cp-grid textarea');
/** waits for the outcome instead of for a time */
const until = <T>(read: () => Promise<T>) => expect.poll(read);
const message = () => page.evaluate(() => window.harness.message);
const total = () => page.evaluate(() => window.harness.totals);

async function pasteText(text: string): Promise<void> {
  await editor().evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** nihao → 你好 as an IME does it; `leak` lets the first raw key through, as some do. */
async function compose(leak: boolean): Promise<void> {
  let typed = '';
  for (const letter of 'nihao') {
    typed += letter;
    const raw = leak && letter === 'n';
    await ime.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: raw ? 'n' : 'Process',
      code: `Key${letter.toUpperCase()}`,
      windowsVirtualKeyCode: raw ? 78 : 229,
    });
    await ime.send('Input.imeSetComposition', {
      text: typed,
      selectionStart: typed.length,
      selectionEnd: typed.length,
    });
    await ime.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key: letter,
      code: `Key${letter.toUpperCase()}`,
      windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0),
    });
  }
  await ime.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await ime.send('Input.insertText', { text: '你好' });
  await ime.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
  });
}

describe('typing', () => {
  beforeEach(async () => {
    await mount(1000);
  });

  it.each([
    ['A: the key goes to the IME', false],
    ['B: the raw key leaks', true],
  ])('IME %s: one edit with the composed text', async (_name, leak) => {
    await cell(2, 'company').click();
    await compose(leak);
    expect(await batches()).toEqual([]);
    await page.keyboard.press('Enter');
    await until(batches).toEqual([[{ id: 3, field: 'company', value: '你好' }]]);
    await until(() => cell(2, 'company').textContent()).toBe('你好');
  });

  it('IME C: in an open editor the text is added, one edit', async () => {
    await cell(2, 'company').dblclick();
    await compose(false);
    await page.keyboard.press('Enter');
    await until(batches).toEqual([[{ id: 3, field: 'company', value: '公司2你好' }]]);
  });

  it('typing replaces, Enter goes down, Tab right, Esc gives up', async () => {
    await cell(0, 'company').click();
    await page.keyboard.type('甲');
    await page.keyboard.press('Enter');
    await page.keyboard.type('乙');
    await page.keyboard.press('Tab');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await until(batches).toEqual([
      [{ id: 1, field: 'company', value: '甲' }],
      [{ id: 2, field: 'company', value: '乙' }],
    ]);
    await expect.poll(() => page.locator('.cell.active').getAttribute('data-field')).toBe('nature');
    await expect.poll(() => cell(1, 'nature').textContent()).toBe('扩建');
  });

  it('an unchanged cell makes no edit; a refused one keeps what was typed, Esc takes it back', async () => {
    await cell(0, 'total').click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Enter');
    await cell(0, 'total').click();
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await until(message).toBe('“abc”不是一个数。');
    await until(() => cell(0, 'total').textContent()).toBe('abc');
    expect((await batches()).length).toBe(1);
    await cell(0, 'total').click();
    await page.keyboard.press('F2');
    await expect.poll(() => editor().inputValue()).toBe('abc');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => cell(0, 'total').textContent()).toBe('10,000');
  });

  it('a choice cell: Alt+↓ opens the list, typing filters, Enter takes', async () => {
    await cell(0, 'nature').click();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await page.locator('[role=option]').allTextContents()).toEqual(['新建', '扩建', '搬迁']);
    await page.keyboard.type('搬');
    expect(await page.locator('[role=option]').allTextContents()).toEqual(['搬迁']);
    await page.keyboard.press('Enter');
    await until(batches).toEqual([[{ id: 1, field: 'nature', value: '搬迁' }]]);
  });

  it('a computed cell refuses with a sentence', async () => {
    await cell(0, 'arrived').click();
    await page.keyboard.type('5');
    await until(message).toBe('“到位资金”由程序计算，不在此处填写。');
    expect(await batches()).toEqual([]);
  });

  it('Ctrl+Z and Ctrl+Y take back and bring back', async () => {
    await cell(0, 'company').click();
    await page.keyboard.type('甲');
    await page.keyboard.press('Enter');
    await until(() => cell(0, 'company').textContent()).toBe('甲');
    await page.keyboard.press('Control+z');
    await until(() => cell(0, 'company').textContent()).toBe('公司0');
    await page.keyboard.press('Control+y');
    await until(() => cell(0, 'company').textContent()).toBe('甲');
  });
});

describe('blocks', () => {
  beforeEach(async () => {
    await mount(1000);
  });

  it('pastes 500 rows × 12 columns as one batch, locked cells left alone', async () => {
    await cell(3, 'name').click();
    await pasteText(
      Array.from({ length: 500 }, (_, row) =>
        Array.from({ length: 12 }, (_, column) =>
          column > 2 && column < 7 ? String(row) : `${row}/${column}`,
        ).join('\t'),
      ).join('\r\n'),
    );
    await until(async () => (await batches()).map((batch) => batch.length)).toEqual([500 * 11]);
    const [batch] = await batches();
    expect(batch?.[0]).toEqual({ id: 4, field: 'name', value: '0/0' });
    expect(batch?.at(-1)).toEqual({ id: 503, field: 'f3', value: '499/11' });
    expect(await message()).toContain('粘贴了500行12列；“到位资金”由程序计算，未作修改');
  });

  it('quoted cells keep their newlines and quotes; what does not fit is said', async () => {
    await mount(2);
    await cell(1, 'company').click();
    await pasteText('"第一行\n第""二""行"\t新建\r\n多\t余\r\n');
    await until(batches).toEqual([
      [
        { id: 2, field: 'company', value: '第一行\n第"二"行' },
        { id: 2, field: 'nature', value: '新建' },
      ],
    ]);
    expect(await message()).toBe('粘贴了1行2列；表里只剩1行，多出的1行没有粘贴。');
  });

  it('copies the block as shown, fills down and clears', async () => {
    await cell(0, 'company').click();
    await page.keyboard.press('Shift+ArrowDown');
    await cell(1, 'total').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '公司0\t新建\t10,000\r\n公司1\t扩建\t10,001',
    );
    await cell(0, 'company').click();
    await cell(2, 'company').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Delete');
    await until(batches).toEqual([
      [
        { id: 2, field: 'company', value: '公司0' },
        { id: 3, field: 'company', value: '公司0' },
      ],
      [1, 2, 3].map((id) => ({ id, field: 'company', value: null })),
    ]);
  });

  it('totals of a dragged block, exactly', async () => {
    await cell(0, 'total').hover();
    await page.mouse.down();
    await cell(3, 'total').hover();
    await page.mouse.up();
    await until(total).toEqual({
      cells: 4,
      ids: [1, 2, 3, 4],
      filled: 4,
      sum: '40006',
      average: '10001.5',
      largest: '10003',
      smallest: '10000',
      measure: '万元',
    });
  });

  it('Ctrl+Space takes the column, Shift+Space the row, Ctrl+A all', async () => {
    await cell(1, 'total').click();
    await page.keyboard.press('Control+Space');
    await until(async () => (await total())?.cells).toBe(1000);
    expect((await total())?.sum).toBe('10499500');
    await cell(1, 'total').click();
    await page.keyboard.press('Shift+Space');
    await until(async () => (await total())?.cells).toBe(40);
    await page.keyboard.press('Control+a');
    await until(async () => (await total())?.cells).toBe(40_000);
  });
});

describe('lists', () => {
  it('a head sorts by click and by keyboard', async () => {
    await mount(1000);
    const head = page.locator('[role=columnheader][data-field=name]');
    await head.click();
    await head.click();
    await until(() => cell(0, 'name').textContent()).toBe('项目1000');
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    await cell(0, 'name').click();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    await until(() => cell(0, 'name').textContent()).toBe('项目1');
  });

  it('the filter row narrows the list and goes back to the cells with Enter', async () => {
    await mount(1000);
    await cell(0, 'name').click();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('项目99');
    await page.keyboard.press('Enter');
    await until(() => page.locator('[data-total=name]').textContent()).toBe('总计　11个');
    await expect.poll(() => cell(0, 'name').textContent()).toBe('项目99');
    expect(await editor().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('groups show subtotals and fold with ←, → and a click', async () => {
    await mount(30, true);
    const lines = page.locator('.record');
    await until(() => page.locator('[data-group="签约"][data-field=total]').textContent()).toBe(
      '100,135',
    );
    await page.locator('[data-group="签约"][data-field=name]').click();
    await page.keyboard.press('ArrowLeft');
    await until(() => cell(0, 'name').count()).toBe(0);
    await page.locator('[data-fold="在建"]').click();
    await until(() => lines.count()).toBe(10);
    await page.keyboard.press('ArrowRight');
    await until(() => cell(0, 'name').textContent()).toBe('项目1');
  });

  it('Ctrl+End reaches the last of 100,000 rows, PgUp and Ctrl+Home come back', async () => {
    await mount(100_000);
    await cell(0, 'name').click();
    await page.keyboard.press('Control+End');
    await until(() => cell(99_999, 'f31').textContent()).toBe('31-99999');
    await expect.poll(() => cell(99_999, 'name').textContent()).toBe('项目100000');
    await page.keyboard.press('PageUp');
    expect(Number(await page.locator('.cell.active').getAttribute('data-row'))).toBeLessThan(
      99_990,
    );
    await page.keyboard.press('Control+Home');
    await until(() => cell(0, 'name').textContent()).toBe('项目1');
  });
});
