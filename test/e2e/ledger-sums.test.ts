/**
 * 汇总图 of a ledger that users define, in a real window: bars of counts and sums, from a bar to
 * its records, onto paper; and of a built-in one.
 */
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let w: TestWindow;
beforeAll(async () => {
  w = await openTestWindow();
  await w.ask('ledgers.addShipped', { code: 'own_polluters' });
  await w.ask('records.create', {
    ledger: 'own_polluters',
    records: Array.from({ length: 12 }, (_, at) => ({
      name: `排查企业${at + 1}`,
      state: ['待整治', '整治中', '已销号'][at % 3] ?? '',
      industry: ['砖瓦', '砂石', '家具', '印刷'][at % 4] ?? '',
      buildings: String(at + 1),
      area: `${at * 10}.5`,
    })),
  });
});
afterAll(() => w.close());

const view = (name: string) =>
  w.page.getByRole('radiogroup', { name: '视图' }).getByText(name, { exact: true });
const rows = () => w.page.getByRole('table', { name: '汇总' }).locator('tbody tr');
const choose = async (label: string, option: string): Promise<void> => {
  await w.page.getByLabel(label, { exact: true }).click();
  await w.page.locator('.ant-select-item-option').filter({ hasText: option }).click();
};

const step = story('sums of a ledger, on the screen and on paper');

step('counts by the status, sums by another field; a bar opens its records', async () => {
  await w.page.getByRole('link', { name: /散乱污/ }).click();
  await view('汇总图').click();
  await expect
    .poll(() => rows().allInnerTexts())
    .toEqual(
      ['待整治\t4\t22\t182.0', '整治中\t4\t26\t222.0', '已销号\t4\t30\t262.0'].map((line) =>
        expect.stringContaining(line),
      ),
    );
  await choose('分组方式', '行业');
  await choose('图中数据', '拆除违建');
  await expect
    .poll(async () => (await rows().allInnerTexts()).map((line) => line.split('\t').slice(0, 3)))
    .toEqual([
      ['印刷', '3', '24'],
      ['家具', '3', '21'],
      ['砂石', '3', '18'],
      ['砖瓦', '3', '15'],
    ]);
  await expect
    .poll(() => w.page.getByRole('img').locator('text').allTextContents())
    .toEqual(expect.arrayContaining(['印刷', '24']));
  await w.picture('ledger-sums');
  await w.page.getByRole('img').locator('text').filter({ hasText: /^21$/ }).click();
  await expect
    .poll(() => w.page.locator('[role=gridcell][data-row][data-field="name"]').allInnerTexts())
    .toEqual(['排查企业3', '排查企业7', '排查企业11']);
  await w.page.getByRole('button', { name: '取消筛选：行业' }).click();
});

step('it is printed as it stands; built-in ledgers have it beside their other views', async () => {
  await view('汇总图').click();
  await choose('分组方式', '行业');
  await w.page.getByRole('button', { name: /^打印/ }).click();
  const text = await w.printed();
  for (const words of ['“散乱污”企业汇总表', '印刷', '拆除违建（处）', '合计'])
    expect(text).toContain(words);
  await w.page.getByRole('combobox', { name: '再按' }).click();
  await w.page.locator('.ant-select-item-option').filter({ hasText: '整治状态' }).click();
  await expect.poll(() => w.printed()).toContain('一、砖瓦');
  await w.picture('ledger-rollup');
  await w.open('整改');
  await w.ask('records.create', {
    ledger: 'rectification',
    records: [{ problem: '路面破损', source: '创城', level: '一般' }],
  });
  await view('汇总图').click();
  await expect.poll(() => rows().allInnerTexts()).toEqual([expect.stringContaining('1')]);
  await w.page.getByText('特大').click();
  await w.picture('ledger-sums-xlarge');
});
