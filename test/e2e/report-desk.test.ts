/**
 * 报表 as a desk: tables found by what they are for and by pinyin, liked ones first, the month's
 * pack in one folder, several at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { samplePath } from '../../main/core/sample.ts';
import { story } from '../helpers/story.ts';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { sheetCells } from '../reporting/printed-forms.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openTestWindow('陈仓区');
  await opened.ask('session.setYear', { year: 2012 });
  await opened.importBook(samplePath('04'));
});
afterAll(() => opened.close());

const step = story('the desk of tables');
const PACK = /^(月通报|主要指标完成情况通报表|序时进度对照表)_.*\.(docx|pdf|xlsx)$/;
const files = (): readonly string[] => readdirSync(opened.folder).sort();

step('a table is found by its initials, and the liked one stands first', async () => {
  const { page } = opened;
  await opened.open('报表');
  const choice = page.getByRole('combobox', { name: '报表', exact: true });
  await choice.click();
  await choice.fill('ytb');
  const shown = page.locator('.ant-select-item-option-content');
  await expect.poll(() => shown.allInnerTexts()).toContain('月通报');
  await expect.poll(() => shown.allInnerTexts()).not.toContain('项目台账');
  await page.locator('.ant-select-item-option', { hasText: /^月通报$/ }).click();
  await page.getByRole('button', { name: '放进常用' }).click();
  await page.getByRole('button', { name: '从常用中移去' }).waitFor();
  await choice.click();
  const lines = page.locator('.ant-select-item');
  await expect.poll(() => lines.first().innerText()).toBe('常用');
  expect(await lines.nth(1).innerText()).toBe('月通报');
  await opened.picture('table-choice');
  await page.keyboard.press('Escape');
});

step('the month’s pack is one click and a folder; a second one leaves the first', async () => {
  const { page } = opened;
  for (const copies of [1, 2]) {
    await page.getByRole('button', { name: '存9月通报包' }).click();
    const result = page.getByRole('dialog', { name: '导出结果' });
    await expect
      .poll(() => result.getByRole('status').innerText(), { timeout: 60_000 })
      .toContain('共5个文件');
    await opened.picture(`pack-${copies}`);
    expect(files().filter((name) => PACK.test(name))).toHaveLength(5 * copies);
    await result.getByText('关闭', { exact: true }).click();
    await result.waitFor({ state: 'hidden' });
  }
  expect(files().filter((name) => name.includes('（2）'))).toHaveLength(5);
  const first = files().filter((name) => !name.includes('（2）'));
  const starts = first.map((name) =>
    readFileSync(join(opened.folder, name)).subarray(0, 2).toString('latin1'),
  );
  expect(starts).toEqual(first.map((name) => (name.endsWith('.pdf') ? '%P' : 'PK')));
});

step('what is ticked goes out together, and a table without content is named', async () => {
  const { page } = opened;
  const before = files();
  await page.getByRole('button', { name: '成批导出' }).click();
  const dialog = page.getByRole('dialog', { name: '成批导出' });
  await dialog.getByLabel('招商线索', { exact: true }).check();
  await dialog.getByLabel('目标任务分解表', { exact: true }).check();
  await opened.picture('several');
  await dialog.getByRole('button', { name: '导出4张到文件夹' }).click();
  const result = page.getByRole('dialog', { name: '导出结果' });
  await expect.poll(() => result.innerText()).toContain('没有内容，未出文件：');
  await opened.picture('several-done');
  const fresh = files().filter((name) => !before.includes(name));
  expect(fresh).toEqual([expect.stringMatching(/^目标任务分解表_.*\.xlsx$/)]);
  const cells = sheetCells(join(opened.folder, fresh[0] ?? ''));
  expect(JSON.stringify([...cells.values()])).toContain('东关街道');
});
