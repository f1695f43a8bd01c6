/**
 * The project sheet in a real window over a real book: a block of 500 × 12 from the clipboard as
 * one step, fill down, an IME, groups in groups, a cell's past.
 */
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

const ROWS = 520;
let opened: TestWindow;
let page: Page;
let ime: CDPSession;

beforeAll(async () => {
  opened = await openTestWindow();
  page = opened.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  ime = await page.context().newCDPSession(page);
  const names = Array.from({ length: ROWS }, (_, at) => `项目${String(at + 1).padStart(3, '0')}`);
  await ask('records.create', {
    ledger: 'project',
    records: names.map((name, at) => ({
      name,
      stage: ['签约', '在建', '投产'][at % 3] ?? null,
      location: at % 2 === 0 ? '高新区' : '城南工业园',
      total_investment: '1000',
      land_mu: '10',
    })),
  });
  await page.getByRole('link', { name: '项目' }).click();
  // the sheet opens in groups by stage
  await page.getByLabel('分组').click();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await cell(0, 'name').filter({ hasText: '项目001' }).waitFor();
});
afterAll(() => opened.close());

const ask: TestWindow['ask'] = (name, input) => opened.ask(name, input);
const cell = (row: number, field: string) =>
  page.locator(`[role=gridcell][data-row="${row}"][data-field=${field}]`);
const shows = (row: number, field: string, text: string): Promise<void> =>
  expect.poll(() => cell(row, field).innerText()).toBe(text);
const sentence = () => page.getByRole('status').first().innerText();
/** what the books hold, beyond what is in sight */
const stored = (filters: { field: string; text: string }[]): Promise<number> =>
  ask('records.summary', { ledger: 'project', filters }).then(({ count }) => count);

/** Puts text on the system's clipboard and pastes it with the keys. */
async function pasteFromClipboard(text: string): Promise<void> {
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press('Control+v');
}

/** Columns 项目名称 … 建筑面积 as they stand in the sheet; 到位资金 is computed. */
const BLOCK = Array.from({ length: 500 }, (_, row) =>
  [
    `新名${row + 1}`,
    '洽谈',
    `公司${row + 1}`,
    '续建',
    `内容${row + 1}`,
    `${2000 + row}`,
    '500',
    '100',
    '300',
    '999',
    '12.5',
    '8,000',
  ].join('\t'),
).join('\r\n');

const step = story('a morning at the sheet of projects');

step(
  '500 × 12 cells from the clipboard are one call, one step back and one step forth',
  async () => {
    await cell(0, 'name').click();
    await pasteFromClipboard(BLOCK);
    await shows(0, 'name', '新名1');
    await expect.poll(() => stored([{ field: 'name', text: '新名' }])).toBe(500);
    expect(await stored([{ field: 'total_investment', text: '=2499' }])).toBe(1);
    expect(await stored([{ field: 'floor_area', text: '=8000' }])).toBe(500);
    await expect.poll(sentence).toContain('粘贴了500行12列；“到位资金”由程序计算，未作修改');

    // one call with all the cells that can be typed into: 500 × 11
    await page.keyboard.press('Control+z');
    await expect.poll(sentence).toBe('已撤销：修改5500格。');
    await shows(0, 'name', '项目001');
    expect(await stored([{ field: 'name', text: '新名' }])).toBe(0);
    expect(await stored([{ field: 'total_investment', text: '=1000' }])).toBe(ROWS);
    await page.keyboard.press('Control+y');
    await shows(0, 'name', '新名1');
    expect(await stored([{ field: 'company', text: '公司' }])).toBe(500);
    await page.keyboard.press('Control+z');
    await shows(0, 'name', '项目001');
  },
);

step(
  'a block with cells that cannot be is refused whole, and the sentence names them',
  async () => {
    await cell(0, 'total_investment').click();
    await pasteFromClipboard('3000\r\n很多\r\n4000\r\n不知道');
    await expect
      .poll(sentence)
      .toContain('2格不能填入，所选区域均未修改。“项目002”：“很多”无法识别');
    expect(await sentence()).toContain('“项目004”：“不知道”无法识别');
    await shows(0, 'total_investment', '1,000');
    expect(await stored([{ field: 'total_investment', text: '=1000' }])).toBe(ROWS);
  },
);

step(
  'fill down with Ctrl+D, with Ctrl+Enter after typing, and by dragging the corner',
  async () => {
    await cell(0, 'company').click();
    await page.keyboard.type('海泰公司');
    await page.keyboard.press('Enter');
    await shows(0, 'company', '海泰公司');
    await cell(0, 'company').click();
    await cell(3, 'company').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    await expect.poll(() => stored([{ field: 'company', text: '=海泰公司' }])).toBe(4);

    await cell(4, 'company').click();
    await cell(6, 'company').click({ modifiers: ['Shift'] });
    await page.keyboard.type('华阳公司');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => stored([{ field: 'company', text: '=华阳公司' }])).toBe(3);

    await cell(6, 'company').click();
    const from = await page.locator('[data-fill]').boundingBox();
    const to = await cell(9, 'company').boundingBox();
    if (from === null || to === null) throw new Error('no corner to drag');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => stored([{ field: 'company', text: '=华阳公司' }])).toBe(6);
    await expect.poll(sentence).toContain('已向下填充3行');
    await page.keyboard.press('Control+z');
    await expect.poll(() => stored([{ field: 'company', text: '=华阳公司' }])).toBe(3);
  },
);

step('an IME composes in a cell: one edit with the composed text', async () => {
  await cell(11, 'company').click();
  let typed = '';
  for (const letter of 'haitai') {
    typed += letter;
    await ime.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: `Key${letter.toUpperCase()}`,
      windowsVirtualKeyCode: 229,
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
  // Enter belongs to the IME while it composes
  await ime.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await ime.send('Input.insertText', { text: '海泰' });
  await ime.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
  });
  expect(await stored([{ field: 'company', text: '=海泰' }])).toBe(0);
  await page.keyboard.press('Enter');
  await expect.poll(() => stored([{ field: 'company', text: '=海泰' }])).toBe(1);
  await shows(11, 'company', '海泰');
});

step('F4 tells what a cell was before, who changed it and when', async () => {
  await cell(11, 'company').click();
  await page.keyboard.press('F4');
  const past = page.getByRole('region', { name: '数据来源' });
  await expect.poll(() => past.innerText()).toMatch(/项目012\s+投资方.*海泰[\s\S]*空 → 海泰/);
  await page.keyboard.press('Escape');
  await expect.poll(() => past.count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('.cell.active').getAttribute('data-row')).toBe('12');
});

step('grouped by park, then by stage: subtotals on both levels, folded and unfolded', async () => {
  const box = page.getByLabel('分组');
  await box.click();
  for (const word of ['落户园区', '项目阶段']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  const heads = async (): Promise<string[]> =>
    (await page.locator('.line.group').all()).length === 0
      ? []
      : page.locator('.line.group [data-field=name]').allInnerTexts();
  await expect
    .poll(async () => (await heads()).slice(0, 2))
    .toEqual(['一、城南工业园 260个', '（一）签约 87个']);
  // 260 and 87 projects of 1000 万元 each
  await expect
    .poll(() =>
      page.locator('.line.group').nth(0).locator('[data-field=total_investment]').innerText(),
    )
    .toBe('260,000');
  await expect
    .poll(() =>
      page.locator('.line.group').nth(1).locator('[data-field=total_investment]').innerText(),
    )
    .toBe('87,000');
  await page.locator('.line.group').nth(0).locator('[data-field=name]').click();
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(async () => (await heads()).slice(0, 3))
    .toEqual(['一、城南工业园 260个', '二、高新区 260个', '（一）签约 87个']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(heads).toEqual(['一、城南工业园 260个', '二、高新区 260个']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await heads())[2]).toBe('（一）签约 87个');
  expect((await heads())[3]).toMatch(/^（二）在建/);
});
