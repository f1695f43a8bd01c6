/**
 * 通报设置, 发文设置 and charts in a real window: made beside the pages, kept in the book, told by
 * the pages, and saved.
 */
import { existsSync, readFileSync } from 'node:fs';
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

step(
  'a set-up is made beside the pages, kept, used for another month and in the workbook; a chart is copied',
  async () => {
    const { page } = opened;
    const said = async (): Promise<string> =>
      (
        (await page
          .getByRole('img', { name: /^第1页/ })
          .last()
          .getAttribute('aria-label')) ?? ''
      )
        // characters that a PDF tells as radicals
        .normalize('NFKC')
        .replace(/\s/g, '');
    await page.getByRole('checkbox', { name: '表后附上图' }).click();
    await page.getByLabel('版式标题').fill('{年}年{月}月进度一览');
    await page.getByLabel('版式标题').press('Enter');
    await expect.poll(said).toMatch(/2012年\d+月进度一览/u);
    const month = Number(/2012年(\d+)月进度一览/u.exec(await said())?.[1]);
    await page.getByLabel('版式签字栏').fill('制表、复核');
    await page.getByLabel('版式签字栏').press('Enter');
    await page.getByText('空白', { exact: true }).click();
    const order = page.getByRole('group', { name: '各列次序' });
    const heads = (): Promise<string[]> => order.locator('label').allInnerTexts();
    const before = await heads();
    const [, , third = '', fourth = '', fifth = ''] = before;
    await order.getByRole('button', { name: `${third}后移` }).click();
    await expect.poll(heads).toEqual(before.toSpliced(2, 2, fourth, third));
    await order.getByRole('button', { name: `${third}后移` }).click();
    await expect.poll(heads).toEqual(before.toSpliced(2, 3, fourth, fifth, third));
    await page.getByLabel('版式名称').fill('常务会');
    await page.getByRole('button', { name: '保存版式' }).click();
    await expect
      .poll(() => opened.ask('setups.list', { table: 'monthly-bulletin' }))
      .toMatchObject([
        { name: '常务会', layout: { signatures: ['制表', '复核'], zeros: 'blank' } },
      ]);

    // another day: the table is opened anew, the set-up chosen, the month another one
    await opened.open('进度');
    await page.getByRole('button', { name: '出通报表' }).click();
    await expect.poll(said).not.toContain('进度一览');
    await page.getByRole('combobox', { name: '版式' }).click();
    await page.getByTitle('常务会').click();
    await expect.poll(said).toContain(`${month}月进度一览`);
    await expect.poll(heads).toEqual(before.toSpliced(2, 3, fourth, fifth, third));
    const choose = async (other: number): Promise<void> => {
      await page.getByRole('combobox', { name: '截至月份' }).click();
      await page.getByTitle(`${other}月`, { exact: true }).last().click();
      await expect.poll(said).toContain(`年${other}月进度一览`);
    };
    await choose(month === 1 ? 2 : month - 1);
    await choose(month);
    opened.save = join(opened.folder, '进度一览.xlsx');
    await page.getByRole('button', { name: '导出 Excel' }).click();
    await expect.poll(() => existsSync(opened.save ?? ''), { timeout: 30_000 }).toBe(true);
    const texts = [...sheetCells(opened.save).values()].map((cell) => cell.text);
    expect(texts).toEqual(
      expect.arrayContaining([expect.stringMatching(/月进度一览$/u), '制表：', '复核：']),
    );

    await page.context().grantPermissions(['clipboard-write']);
    await page.getByRole('button', { name: '复制名次图' }).click();
    await expect.poll(() => page.getByText('名次图已复制').count()).toBeGreaterThan(0);
    // the page may not read the clipboard: what Ctrl+V brings is looked at
    await page.evaluate(() =>
      document.addEventListener('paste', ({ clipboardData }) => {
        const [picture] = clipboardData?.files ?? [];
        document.body.dataset['pasted'] = `${picture?.type} ${picture?.size}`;
      }),
    );
    const pasted = async (): Promise<number> => {
      await page.keyboard.press('Control+V');
      const told = await page.evaluate(() => document.body.dataset['pasted'] ?? '');
      return Number(/^image\/png (\d+)$/u.exec(told)?.[1] ?? 0);
    };
    await expect.poll(pasted).toBeGreaterThan(10_000);
  },
);
