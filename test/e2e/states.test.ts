/**
 * Problems and tasks on their way in a real window: found to 销号 and back through a re-check; a
 * task with parts, milestones, notes, chases and an extension to verified; each printed.
 */
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let w: TestWindow;
beforeAll(async () => {
  w = await openTestWindow();
  for (const name of ['水利局', '住建局'])
    await w.ask('units.create', { name, kind: 'department' });
});
afterAll(() => w.close());

const tab = (drawer: string, name: string): Promise<void> =>
  w.drawer(drawer).getByRole('tab', { name }).click();
const press = (drawer: string, name: string): Promise<void> =>
  w.drawer(drawer).getByRole('button', { name, exact: true }).click();
const shows = (field: string, text: string): Promise<void> =>
  expect.poll(() => w.cell(0, field).innerText()).toBe(text);
const lines = async (drawer: string): Promise<string[]> =>
  (await w.drawer(drawer).locator('.inside tbody tr').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );

async function fill(form: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(values))
    await w.page.getByRole('dialog', { name: form }).getByLabel(label, { exact: true }).fill(text);
}
async function move(
  drawer: string,
  button: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await press(drawer, button);
  await fill(button, values);
  await w.page
    .getByRole('dialog', { name: button })
    .getByRole('button', { name: `确定${button}` })
    .click();
  await w.page.getByRole('dialog', { name: button }).waitFor({ state: 'detached' });
}

const step = story('problems and tasks through their states');

step(
  'a problem is found, struck off, looked at again, opened again and struck off for good',
  async () => {
    await w.open('整改');
    await w.page.getByRole('button', { name: '新增问题' }).click();
    for (const [label, text] of [
      ['存在问题', '占用、堵塞消防通道'],
      ['问题来源', '安全检查'],
      ['责任单位', '住建局'],
      ['整改时限', '2012年9月底'],
      ['发现时间', '2012.8.5'],
    ] as const)
      await w.drawer('问题').getByLabel(label, { exact: true }).fill(text);
    await w.page.keyboard.press('Control+S');
    await shows('state', '未整改');
    await move('问题', '转整改中', { 办理日期: '2012.8.6', 说明: '已约谈物流园' });
    await move('问题', '销号', { 办理日期: '2012.9.20', 经办人: '王敏' });
    await shows('state', '已销号');
    await move('问题', '复查', { 复查日期: '2012.9.28', 复查人: '李四' });
    await expect
      .poll(() => w.drawer('问题').getByLabel('复查情况').inputValue())
      .toBe('2012年9月28日复查合格');
    await press('问题', '复查');
    await w.page.getByText('不合格，重新打开').click();
    await fill('复查', { 复查日期: '2012.10.8' });
    await w.page.getByRole('button', { name: '确定复查' }).click();
    await expect
      .poll(() => w.page.getByRole('dialog', { name: '复查' }).getByRole('alert').innerText())
      .toBe('不合格的原因不能为空，请填写后保存。');
    await fill('复查', { 复查说明: '又堵上了' });
    await w.page.getByRole('button', { name: '确定复查' }).click();
    await shows('state', '整改中');
    await tab('问题', '办理过程');
    await expect
      .poll(() => lines('问题'))
      .toEqual([
        '2012-08-06 整改中 已约谈物流园',
        '2012-09-20 已销号 王敏',
        '2012-09-28 已销号 李四 复查合格',
        '2012-10-08 整改中 复查不合格：又堵上了',
      ]);
    await w.picture('problem-events');
    await move('问题', '销号', { 办理日期: '2012.10.12' });
    await shows('state', '已销号');
    await w.drawer('问题').getByRole('button', { name: '关闭' }).click();
    await w.page.getByRole('button', { name: /^打印/ }).first().click();
    const text = await w.printed();
    for (const words of [
      '示例县整改销号台账',
      '占用、堵塞消防通道',
      '2012.10.12',
      '逾期',
      '共1个，已销号1个',
    ])
      expect(text).toContain(words);
  },
);

step(
  'a task is assigned with parts and milestones, noted month by month, chased, extended, verified; its slip is printed and saved for Word',
  async () => {
    await w.ask('records.create', {
      ledger: 'task',
      records: [
        {
          title: '供水管网东延',
          lead_unit: '水利局',
          support_units: '住建局、财政局',
          deadline: '2012年6月底前',
          assigned_date: '2012.3.1',
          milestones: '3月底前完成选址；6月底前开工；年内建成',
        },
        { title: '水库除险', lead_unit: '水利局', parent: '供水管网东延', deadline: '2012.5.31' },
        { title: '泵站改造', lead_unit: '住建局', parent: '供水管网东延', closed_date: '2012.4.1' },
      ],
    });
    await w.open('督办');
    await w.cell(0, 'title').click();
    await w.page.keyboard.press('Control+Enter');
    await w.drawer('任务').waitFor();
    await tab('任务', '分任务');
    await expect
      .poll(() => w.drawer('任务').innerText())
      .toContain('分任务2项，已办结1项，占50.0%，超期1项');
    expect(await lines('任务')).toEqual([
      '1 水库除险 水利局 2012-05-31 ▲ 未启动',
      '2 泵站改造 住建局 已办结',
    ]);
    await w.picture('task-family');
    await w.page.getByText('特大').click();
    await w.picture('task-family-xlarge');
    await w.page.getByText('标准').click();
    await tab('任务', '节点');
    await press('任务', '从阶段目标提取');
    await expect.poll(() => w.drawer('任务').getByLabel('时限3').inputValue()).toBe('2012-12-31');
    await w.drawer('任务').getByLabel('完成1').fill('2012.3.20');
    await press('任务', '保存节点');
    await expect
      .poll(() => w.drawer('任务').locator('.lamp').first().getAttribute('aria-label'))
      .toBe('按期完成');
    await w.picture('task-milestones');
    await tab('任务', '月度进展');
    await w.drawer('任务').getByLabel('月份').fill('2012.5');
    await w.drawer('任务').getByLabel('本月进展').fill('管沟开挖2公里');
    await press('任务', '登记进展');
    await shows('progress', '管沟开挖2公里');
    await shows('state', '进行中');
    await tab('任务', '催办');
    await press('任务', '催办');
    await fill('催办', { 催办日期: '2012.6.1', 要求: '周五前报结果' });
    await w.page.getByRole('button', { name: '登记催办' }).click();
    await expect
      .poll(() => lines('任务'))
      .toEqual(['2012-06-01 水利局 电话 周五前报结果 回复删', '尚无回复']);
    await press('任务', '回复');
    await fill('催办回复', { 回复: '管材未到货', 回复日期: '2012.6.5' });
    await w.page.getByRole('button', { name: '登记回复' }).click();
    await expect
      .poll(() => lines('任务').then((all) => all[1]))
      .toBe('回复：管材未到货（2012-06-05）');
    await w.picture('task-chases');
    await press('任务', '延期');
    await fill('延期', { 新时限: '2012年8月底', 办理日期: '2012.6.25', 延期理由: '管材未到货' });
    await w.page.getByRole('button', { name: '确定延期' }).click();
    await shows('deadline', '2012-08-31');
    await move('任务', '待验收', { 办理日期: '2012.8.20' });
    await move('任务', '验收办结', { 办理日期: '2012.8.28', 经办人: '督查室' });
    await shows('state', '已办结');
    await press('任务', '打印督办单');
    const text = await w.printed();
    for (const words of [
      '督办事项供水管网东延',
      '2012年8月31日（原定2012年6月30日）',
      '住建局、财政局',
      '管沟开挖2公里',
    ])
      expect(text).toContain(words);
    w.save = join(w.folder, '督办单.docx');
    await w.page.getByRole('button', { name: /Word/ }).click();
    await expect.poll(() => existsSync(w.save ?? '')).toBe(true);
    const words = execFileSync(
      '/usr/bin/python3',
      [
        '-c',
        'import sys, zipfile, re; print(re.sub("<[^>]+>", "", zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()))',
        w.save,
      ],
      { encoding: 'utf8' },
    );
    expect(words).toContain('供水管网东延');
  },
);

step(
  'everything overdue is chased at once; what is below stands under its task on paper; a circle is refused',
  async () => {
    await w.open('督办');
    await w.page.getByRole('button', { name: '全部催办' }).click();
    await fill('催办', { 要求: '本周五前办结' });
    await w.page.getByRole('button', { name: '登记催办' }).click();
    await expect
      .poll(() =>
        w
          .ask('chases.list', { ledger: 'task', id: 2 })
          .then((all) => all.map((one) => [one.whom, one.demand])),
      )
      .toEqual([['水利局', '本周五前办结']]);
    await w.cell(0, 'title').click();
    await w.page.keyboard.press('Control+Enter');
    await tab('任务', '分任务');
    await w.drawer('任务').getByLabel('设上级任务').fill('水库除险');
    await w.page.locator('.ant-select-item-option').filter({ hasText: '水库除险' }).click();
    await expect
      .poll(() => w.drawer('任务').getByRole('alert').innerText())
      .toContain('不能反过来');
    await w.drawer('任务').getByRole('button', { name: '关闭' }).click();
    await w.page.getByRole('button', { name: /^打印/ }).first().click();
    const text = await w.printed();
    expect(text).toContain('1.1水库除险');
    expect(text.indexOf('供水管网东延')).toBeLessThan(text.indexOf('1.1水库除险'));
  },
);

step('what a joint meeting decides becomes tasks, and its agenda is printed', async () => {
  await w.open('督办');
  await w.page.getByRole('button', { name: '联席会议' }).click();
  const page = w.page.getByRole('region', { name: '联席会议' });
  for (const [label, text] of [
    ['会议名称', '第3次联席会议'],
    ['会议时间', '2012.3.5'],
    ['议题1', '污水厂建设'],
    ['议定意见1', '年内建成污水厂'],
    ['牵头单位1', '住建局'],
    ['完成时限1', '年内'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text);
  await w.page.keyboard.press('Control+S');
  await page.getByRole('button', { name: '打印议程' }).waitFor();
  await page.getByRole('button', { name: '议定事项转督办' }).click();
  await page.getByRole('button', { name: '未启动' }).waitFor();
  await w.picture('meetings');
  await w.page.getByText('特大').click();
  await w.picture('meetings-xlarge');
  await w.page.getByText('标准').click();
  await page.getByRole('button', { name: '打印议程' }).click();
  const text = await w.printed();
  for (const words of ['第3次联席会议议程', '年内建成污水厂', '住建局', '未启动'])
    expect(text).toContain(words);
  await w.open('督办');
  await expect
    .poll(() => w.page.locator('[role=gridcell][data-field=title]').allInnerTexts())
    .toContain('年内建成污水厂');
});

step('what is overdue stands on 总览, and a click opens its record', async () => {
  await w.open('总览');
  await w.page.getByText('特大').click();
  await w.picture('overview-xlarge');
  await w.page.getByText('标准').click();
  await w.page.getByRole('button', { name: '水库除险' }).click();
  await expect.poll(() => w.drawer('任务').getByLabel('工作任务').inputValue()).toBe('水库除险');
});
