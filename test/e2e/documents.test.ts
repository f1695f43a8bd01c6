/** 通报设置, 发文设置 and charts in a real window: made beside the pages, kept in the book, told by the pages, and saved. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { samplePath } from '../../main/core/sample.ts';
import { story } from '../helpers/story.ts';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openTestWindow('陈仓区');
  await opened.ask('session.setYear', { year: 2012 });
  await opened.importBook(samplePath('04'));
});
afterAll(() => opened.close());

const step = story('documents as the office has them');

step('the bulletin is told as the form says, with the organ that issues it', async () => {
  const { page } = opened;
  await page.getByRole('link', { name: '报表', exact: true }).click();
  await page.getByRole('combobox', { name: '报表' }).click();
  const active = page.locator('.ant-select-item-option-active');
  for (let tries = 0; tries < 60 && (await active.innerText()) !== '月通报'; tries += 1) {
    const before = await active.innerText();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => active.innerText()).not.toBe(before);
  }
  await page.keyboard.press('Enter');
  const said = async (): Promise<string> =>
    (
      (await page
        .getByRole('img', { name: /^第1页/ })
        .last()
        .getAttribute('aria-label')) ?? ''
    ).replace(/\s/g, '');
  await expect.poll(said, { timeout: 30_000 }).toContain('各有关单位：');

  await page.getByRole('button', { name: '通报设置…' }).click();
  const form = page.getByRole('dialog', { name: '通报设置' });
  await form.getByText('红黑榜', { exact: true }).click();
  await expect.poll(() => form.getByLabel('红榜界限').inputValue()).toBe('10');
  await form.getByLabel('红榜界限').fill('5');
  await form.getByLabel('下步要求').fill('各单位要倒排工期。');
  await form.getByRole('button', { name: '保存' }).click();
  await expect.poll(said, { timeout: 30_000 }).toContain('红榜（超序时进度5个百分点以上）');
  expect(await opened.ask('documents.bulletin', {})).toMatchObject({
    by: 'lists',
    red: '5',
    demands: ['各单位要倒排工期。'],
  });

  await page.getByRole('button', { name: '发文设置…' }).click();
  const head = page.getByRole('dialog', { name: '发文设置' });
  await head.getByLabel('发文机关', { exact: true }).fill('陈仓区人民政府办公室');
  await head.getByLabel('主送').fill('各镇人民政府\n区政府各部门');
  await head.getByRole('button', { name: '保存' }).click();
  await expect.poll(said, { timeout: 30_000 }).toContain('政府，区政府各部');
  expect(await opened.ask('documents.head', {})).toMatchObject({
    organ: '陈仓区人民政府办公室',
    to: ['各镇人民政府', '区政府各部门'],
  });
});

step('a table is shown with its charts, and a chart is saved for itself', async () => {
  const { page } = opened;
  await opened.open('进度');
  await page.getByRole('button', { name: '出通报表' }).click();
  const pages = page.getByRole('navigation', { name: '页' }).getByRole('button');
  await expect.poll(() => pages.count(), { timeout: 30_000 }).toBeGreaterThan(0);
  const before = await pages.count();
  await page.getByRole('checkbox', { name: '表后附上图' }).click();
  await expect.poll(() => pages.count(), { timeout: 60_000 }).toBeGreaterThan(before);
  opened.save = join(opened.folder, '名次图.svg');
  await page.getByRole('button', { name: '名次图存为SVG' }).click();
  await expect.poll(() => existsSync(opened.save ?? ''), { timeout: 30_000 }).toBe(true);
  expect(readFileSync(opened.save ?? '', 'utf8')).toMatch(/^<svg [^>]*>.*名次/su);
});
