/**
 * Beside the sheets: what people owe in leads, promotion events, talks of a lead; and two records
 * of one project with money on both made one.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let opened: TestWindow;
let page: Page;

beforeAll(async () => {
  opened = await openTestWindow();
  page = opened.page;
  await ask('session.setYear', { year: 2012 });
  await ask('units.create', { name: '甲镇', kind: 'township' });
  await ask('records.create', {
    ledger: 'person',
    records: [{ name: '王敏', unit: '甲镇', rank_class: '正乡级' }],
  });
  await ask('records.create', {
    ledger: 'lead',
    records: [
      {
        content: '海泰公司有意建厂',
        person: '王敏',
        unit: '甲镇',
        rank_class: '正乡级',
        date: '2012.3',
        judged: '有效',
      },
    ],
  });
});
afterAll(() => opened.close());

const ask: TestWindow['ask'] = (name, input) => opened.ask(name, input);
async function command(typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

const step = story('leads, their events and talks, and money on two records');

step('quota by person, and the leads behind a name', async () => {
  await command('线索任务完成');
  const row = page.getByRole('row', { name: /王敏/ });
  await expect.poll(() => row.innerText()).toMatch(/王敏\s+甲镇\s+正乡级\s+\d+\s+1\s+1\s+0\s+0/);
  await opened.picture('quota');
  await row.getByRole('button', { name: '王敏' }).click();
  await expect
    .poll(() => page.locator('[role=gridcell][data-row="0"][data-field=content]').innerText())
    .toBe('海泰公司有意建厂');
});

step('a promotion event is planned, held, and taken back', async () => {
  await command('tjhd');
  await page.getByRole('button', { name: '登记推介活动' }).click();
  const form = page.getByRole('dialog', { name: '推介活动' });
  await page.keyboard.press('Control+s');
  await expect.poll(() => form.getByRole('alert').innerText()).toContain('不能为空');
  await form.getByLabel('活动名称').fill('西安推介会');
  await form.getByLabel('计划时间').fill('2012.5');
  await page.keyboard.press('Control+s');
  const row = page.getByRole('row', { name: /西安推介会/ });
  await expect.poll(() => row.innerText()).toContain('▲ 过期未办');
  await opened.picture('promotions');
  await row.getByRole('button', { name: '改西安推介会' }).click();
  await form.getByLabel('举办时间（未办的不填）').fill('2012.5.18');
  await form.getByLabel('成果').fill('签约2个');
  await page.keyboard.press('Control+s');
  await expect.poll(() => row.innerText()).toMatch(/● 2012年5月18日[\s\S]*签约2个/);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => row.innerText()).toContain('▲ 过期未办');
});

step('a lead’s talk owes an answer, and goes with it into the project', async () => {
  await command('海泰公司');
  const drawer = page.getByRole('complementary', { name: '线索' });
  await drawer.getByRole('tab', { name: '洽谈' }).click();
  await drawer.getByRole('button', { name: '登记洽谈' }).click();
  await page.getByRole('dialog', { name: '洽谈' }).getByLabel('洽谈内容').fill('谈供地');
  await page
    .getByRole('dialog', { name: '洽谈' })
    .getByLabel('日期', { exact: true })
    .fill('2012.3.9');
  await page.keyboard.press('Control+s');
  await expect.poll(() => drawer.locator('.lg-parts tbody').innerText()).toContain('谈供地');
  await drawer.getByRole('button', { name: '转为项目' }).click();
  await page.getByLabel('新项目名称').fill('海泰新能');
  await page.keyboard.press('Enter');
  const project = page.getByRole('complementary', { name: '项目' });
  await project.getByRole('tab', { name: '洽谈' }).click();
  await expect
    .poll(() => project.locator('.lg-parts tbody').innerText())
    .toMatch(/谈供地[\s\S]*线索阶段的洽谈，请在线索中修改/);
});

step('two records of one project with money on both: which money counts is asked', async () => {
  const {
    ids: [other = 0],
  } = await ask('records.create', {
    ledger: 'project',
    records: [{ name: '海泰新能源', stage: '签约' }],
  });
  const [first] = await ask('records.page', {
    query: { ledger: 'project', filters: [{ field: 'name', text: '=海泰新能' }] },
    offset: 0,
    limit: 1,
  });
  for (const project of [first?.id ?? 0, other])
    await ask('projects.saveArrival', {
      project,
      id: null,
      date: '2012.5',
      amount: '500',
      currency: 'CNY',
      source: null,
      evidence: null,
      remark: null,
      cuts: null,
    });
  await command('项目台账');
  await page.locator('[role=gridcell][data-row="0"][data-field=name]').click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: '合并为一个' }).click();
  const form = page.getByRole('dialog', { name: '合并为一个' });
  await form.getByRole('button', { name: '合并', exact: true }).click();
  await expect.poll(() => form.getByRole('alert').innerText()).toContain('可能是同一笔钱');
  await form.getByLabel('到位资金的计法').selectOption('只留保留的那条');
  await form.getByRole('button', { name: '合并', exact: true }).click();
  await expect.poll(() => page.locator('[data-total=arrived_total]').innerText()).toBe('500');
  expect((await ask('records.summary', { ledger: 'project' })).count).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('[data-total=arrived_total]').innerText()).toBe('1,000');
});
