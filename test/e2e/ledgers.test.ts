/**
 * Problems and tasks in a real window: a problem from found to 销号 and back, a task from
 * assignment to verified with an extension, each printed.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let w: TestWindow;
let page: Page;

beforeAll(async () => {
  w = await openTestWindow();
  page = w.page;
});
afterAll(() => w.close());

const drawer = (name: string) => page.getByRole('complementary', { name });
const cell = (field: string) => page.locator(`[role=gridcell][data-row="0"][data-field=${field}]`);
const shows = (field: string, text: string): Promise<void> =>
  expect.poll(() => cell(field).innerText()).toBe(text);
const rowsOf = async (name: string): Promise<string[][]> => {
  const rows = await drawer(name).locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
};

/** Fills the boxes of the drawer's form by their labels and saves. */
async function write(name: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(values))
    await drawer(name).getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Control+S');
}

/** Presses the button of a move, fills its form and confirms. */
async function move(
  name: string,
  button: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await drawer(name).getByRole('button', { name: button, exact: true }).click();
  const form = page.getByRole('dialog', { name: button });
  for (const [label, text] of Object.entries(values))
    await form.getByLabel(label, { exact: true }).fill(text);
  await form.getByRole('button', { name: `确定${button}` }).click();
  await form.waitFor({ state: 'detached' });
}

/** The words of the list as it is printed to PDF, without the white space of its layout. */
async function printed(): Promise<string> {
  await drawer('问题').or(drawer('任务')).getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: /^打印/ }).first().click();
  return w.printed();
}

const step = story('problems and tasks in their ledgers');

step('a problem is found, put right, struck off, and opened again; every step stays', async () => {
  await page.getByRole('link', { name: '整改' }).click();
  await page.getByRole('button', { name: '新增问题' }).click();
  await write('问题', {
    存在问题: '占用、堵塞消防通道',
    问题来源: '安全检查',
    整改时限: '立行立改',
    发现时间: '2012年8月5日',
  });
  await shows('problem', '占用、堵塞消防通道');
  await shows('state', '未整改');
  await shows('deadline', '立行立改');

  await write('问题', { 整改时限: '2012年9月底' });
  await shows('deadline', '2012-09-30');
  await move('问题', '转整改中', { 办理日期: '2012.8.6', 经办人: '李四', 说明: '已约谈物流园' });
  await shows('state', '整改中');
  await move('问题', '待验收', { 办理日期: '2012.9.18', 经办人: '李四' });
  await shows('state', '待验收');
  await move('问题', '销号', { 办理日期: '2012.9.20', 经办人: '王敏', 说明: '现场复查合格' });
  await shows('state', '已销号');
  await expect.poll(() => drawer('问题').innerText()).toContain('按期完成');

  await drawer('问题').getByRole('tab', { name: '办理过程' }).click();
  expect(await rowsOf('问题')).toEqual([
    ['2012-08-06', '整改中', '李四', '已约谈物流园'],
    ['2012-09-18', '待验收', '李四', ''],
    ['2012-09-20', '已销号', '王敏', '现场复查合格'],
  ]);

  await drawer('问题').getByRole('button', { name: '重新打开' }).click();
  const form = page.getByRole('dialog', { name: '重新打开' });
  await form.getByLabel('办理日期').fill('2012.9.1');
  await form.getByRole('button', { name: '确定重新打开' }).click();
  await expect.poll(() => form.getByRole('alert').innerText()).toContain('早于已销号2012年9月20日');
  await form.getByLabel('办理日期').fill('2012.10.8');
  await form.getByLabel('说明').fill('回潮');
  await form.getByRole('button', { name: '确定重新打开' }).click();
  await shows('state', '整改中');
  await expect.poll(() => rowsOf('问题').then((rows) => rows.length)).toBe(4);
  await drawer('问题').getByRole('tab', { name: '来源与历史' }).click();
  await expect.poll(() => drawer('问题').innerText()).toContain('销号时间：2012-09-20 → 空');

  await move('问题', '销号', { 办理日期: '2012.10.12' });
  await shows('state', '已销号');
  const text = await printed();
  for (const words of [
    '示例县整改销号台账',
    '一、安全检查（1个）',
    '占用、堵塞消防通道',
    '2012.10.12',
    '逾期',
    '共1个，已销号1个，占100.0%；已到期1个，按期销号0个，占0.0%',
  ])
    expect(text).toContain(words);
});

step('a task is assigned, extended with its reason, verified and closed', async () => {
  await page.getByRole('link', { name: '督办' }).click();
  await page.getByRole('button', { name: '新增任务' }).click();
  await write('任务', {
    工作任务: '供水管网东延至西太路尽头',
    配合单位: '区自来水公司',
    交办时间: '2012.3.1',
    完成时限: '2012年6月底前',
  });
  await shows('title', '供水管网东延至西太路尽头');
  await shows('state', '未启动');
  await shows('deadline', '2012-06-30');

  await move('任务', '启动', { 办理日期: '2012.3.5' });
  await shows('state', '进行中');
  await drawer('任务').getByRole('button', { name: '延期', exact: true }).click();
  const form = page.getByRole('dialog', { name: '延期' });
  await form.getByLabel('新时限').fill('2012年8月底');
  await form.getByLabel('办理日期').fill('2012.6.25');
  await form.getByRole('button', { name: '确定延期' }).click();
  await expect
    .poll(() => form.getByRole('alert').innerText())
    .toBe('延期理由不能为空，请填写后保存。');
  await form.getByLabel('延期理由').fill('管材未到货');
  await form.getByRole('button', { name: '确定延期' }).click();
  await shows('state', '已延期');
  await shows('deadline', '2012-08-31');
  await expect.poll(() => drawer('任务').innerText()).toContain('原定2012年6月30日');
  await move('任务', '待验收', { 办理日期: '2012.8.20', 说明: '已通水' });
  await move('任务', '验收办结', { 办理日期: '2012.8.28', 经办人: '督查室' });
  await shows('state', '已办结');

  await drawer('任务').getByRole('tab', { name: '办理过程' }).click();
  expect(await rowsOf('任务')).toEqual([
    ['2012-03-05', '进行中', '', ''],
    ['2012-06-25', '延期到2012年8月31日', '', '管材未到货'],
    ['2012-08-20', '待验收', '', '已通水'],
    ['2012-08-28', '已办结', '督查室', ''],
  ]);
  const text = await printed();
  for (const words of [
    '示例县督办事项进展表',
    '供水管网东延至西太路尽头',
    '区自来水公司',
    '2012.8.31',
    '2012.6.30',
    '已办结',
    '2012.8.28',
    '按期',
    '共1项，已办结1项，占100.0%',
  ])
    expect(text).toContain(words);
});

step('all ledgers are listed with what they hold, and each opens in the same page', async () => {
  await page.getByRole('link', { name: '台账' }).click();
  const card = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect.poll(() => card('整改台账').innerText()).toContain('1个问题');
  await expect.poll(() => card('督办台账').innerText()).toContain('1项任务');
  await expect.poll(() => card('招商线索').innerText()).toContain('尚无');
  await card('招商线索').click();
  await page.getByRole('button', { name: '新增线索' }).click();
  await write('线索', { 信息内容: '昆山某电子企业有外迁意向', 提供人: '干部甲' });
  await shows('content', '昆山某电子企业有外迁意向');
  await page.getByRole('link', { name: '台账' }).click();
  await expect.poll(() => card('招商线索').innerText()).toContain('1条线索');

  await page.locator('[role=gridcell][data-row="0"]').first().waitFor({ state: 'detached' });
  await card('招商线索').click();
  await cell('content').click();
  await page.keyboard.press('Control+Enter');
  await drawer('线索').getByRole('button', { name: '转为项目' }).click();
  await page.getByLabel('新项目名称').fill('电子配套项目');
  await page
    .getByRole('dialog', { name: '转为项目' })
    .getByRole('button', { name: '转为项目' })
    .click();
  await shows('name', '电子配套项目');
  await shows('stage', '线索');
});

step(
  'several problems are struck off together with one note, and one undo takes it back',
  async () => {
    await page.getByRole('link', { name: '整改' }).click();
    for (const name of ['压力容器超期未检', '灭火器过期']) {
      await page.getByRole('button', { name: /^新增 ?Ctrl/ }).click();
      await write('问题', { 存在问题: name, 问题来源: '安全检查', 发现时间: '2012.8.5' });
      await expect
        .poll(() => page.locator('[role=gridcell][data-field=problem]').allInnerTexts())
        .toContain(name);
      await drawer('问题').getByRole('button', { name: '关闭' }).click();
    }
    const states = (): Promise<string[]> =>
      page.locator('[role=gridcell][data-row][data-field=state]').allInnerTexts();
    await expect.poll(states).toEqual(['已销号', '未整改', '未整改']);
    await page.locator('[role=gridcell][data-row="1"][data-field=problem]').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('button', { name: '一起销号' }).click();
    const form = page.getByRole('dialog', { name: '销号' });
    await form.getByLabel('办理日期').fill('2012.9.28');
    await form.getByLabel('说明').fill('集中验收');
    await form.getByRole('button', { name: '确定销号' }).click();
    await expect.poll(states).toEqual(['已销号', '已销号', '已销号']);
    await expect
      .poll(() => page.locator('[role=gridcell][data-row][data-field=closed_date]').allInnerTexts())
      .toEqual(['2012-10-12', '2012-09-28', '2012-09-28']);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(states).toEqual(['已销号', '未整改', '未整改']);
  },
);

step('the search box finds a task by its words and opens it; its slip is printed', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('供水管网');
  await page.getByText('供水管网东延至西太路尽头').last().waitFor();
  await page.keyboard.press('Enter');
  await drawer('任务').waitFor();
  await expect
    .poll(() => drawer('任务').getByLabel('工作任务').inputValue())
    .toBe('供水管网东延至西太路尽头');
  await drawer('任务').getByRole('button', { name: '打印督办单' }).click();
  const slip = page.getByRole('img', { name: /^第1页/ }).last();
  // the font's outlines are named as radicals: ⽉ for 月
  await expect
    .poll(async () =>
      (await slip.getAttribute('aria-label'))
        ?.replace(/\s/g, '')
        .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC')),
    )
    .toContain('2012年8月31日（原定2012年6月30日）');
});
