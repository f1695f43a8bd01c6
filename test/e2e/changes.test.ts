/** 修改记录 in a real window: picked out by whom, about what and between which days. */
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let w: TestWindow;

beforeAll(async () => {
  w = await openTestWindow();
  for (const [name, record] of [
    ['王敏', '海泰新能'],
    ['李强', '瑞熙钛业'],
  ] as const) {
    await w.ask('session.setOperator', { name });
    await w.ask('records.create', { ledger: 'project', records: [{ name: record }] });
  }
  await w.ask('indicators.addSet', { set: '招商引资', names: ['签约项目个数'] });
});
afterAll(() => w.close());

const panel = () =>
  w.page.locator('.panel').filter({ has: w.page.getByRole('heading', { name: '修改记录' }) });
/** who did what, the newest first */
const lines = async (): Promise<string[]> =>
  (await panel().locator('tbody tr.ant-table-row').allInnerTexts()).map((text) =>
    text.split('\t').slice(1, 3).join(' '),
  );
const pick = async (filter: string, choice: string): Promise<void> => {
  await panel().getByRole('combobox', { name: filter }).click();
  await w.page.getByTitle(choice, { exact: true }).click();
};

const step = story('who changed what, and when');

step('by whom', async () => {
  await w.open('设置');
  await w.page.getByRole('tab', { name: '修改记录' }).click();
  await panel().scrollIntoViewIfNeeded();
  await pick('谁改的', '王敏');
  await expect.poll(lines).toEqual(['王敏 新增1个项目']);
});

step('about what', async () => {
  await pick('谁改的', '李强');
  await pick('改的是什么', '台账记录');
  await expect.poll(lines).toEqual(['李强 新增1个项目']);
});

step('between days, and with words', async () => {
  await panel().getByLabel('到哪天').fill('2001-01-01');
  await expect.poll(lines).toEqual([]);
  await panel().getByLabel('到哪天').fill('');
  await expect.poll(lines).toEqual(['李强 新增1个项目']);
  await panel().getByLabel('查找修改').fill('删除');
  await expect.poll(lines).toEqual([]);
});
