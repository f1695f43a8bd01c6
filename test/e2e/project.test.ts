/**
 * A project in a real window: an arrival by hand with a recognised cut, split credit, a stage move,
 * milestones, the gate printed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let opened: TestWindow;
let page: Page;

beforeAll(async () => {
  opened = await openTestWindow();
  page = opened.page;
  for (const [name, kind] of [
    ['甲镇', 'township'],
    ['高新区', 'park'],
  ] as const)
    await ask('units.create', { name, kind });
  await ask('records.create', {
    ledger: 'project',
    records: [
      {
        name: '海泰新能',
        stage: '签约',
        introducer: '甲镇',
        location: '高新区',
        contract_amount: '5000',
        total_investment: '1亿',
        land_mu: '60',
        floor_area: '24000',
        footprint_area: '18000',
        signed_date: '2012.3',
      },
    ],
  });
  await page.getByRole('link', { name: '项目' }).click();
  await cell('name').click();
  await page.keyboard.press('Control+Enter');
  await drawer().waitFor();
});
afterAll(() => opened.close());

const ask: TestWindow['ask'] = (name, input) => opened.ask(name, input);
const drawer = () => page.getByRole('complementary', { name: '项目' });
const cell = (field: string) => page.locator(`[role=gridcell][data-row="0"][data-field=${field}]`);
const tab = (name: string): Promise<void> => drawer().getByRole('tab', { name }).click();
/** The drawer's table as text, row by row. */
const rows = async (): Promise<string[]> =>
  (await drawer().locator('.lg-parts tbody tr').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
const pressed = (name: string): Promise<void> =>
  drawer().getByRole('button', { name, exact: true }).click();

async function fill(form: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(values)) {
    const box = page.getByRole('dialog', { name: form }).getByLabel(label, { exact: true });
    if ((await box.evaluate((element) => element.tagName)) === 'SELECT')
      await box.selectOption({ label: text });
    else await box.fill(text);
  }
}

const step = story('a project from its first arrival to a saved view');

step(
  'an arrival by hand: reported, cut with its reason, recognised; over the contract only when said so; undone',
  async () => {
    await tab('到位资金');
    await pressed('登记到位资金');
    await fill('登记到位资金', {
      到位日期: '2012.5.3',
      申报金额: '1000',
      凭证种类: '验资报告',
      资金来源: '企业自筹',
    });
    await page.getByText('已认定，不予认定的部分填在下方').click();
    await fill('登记到位资金', { 核减金额1: '200' });
    await pressed('保存这笔');
    await expect
      .poll(() => page.getByRole('dialog', { name: '登记到位资金' }).getByRole('alert').innerText())
      .toBe('每笔核减均须注明原因。请修改后保存。');
    await fill('登记到位资金', { 核减原因1: '土地价款' });
    await opened.picture('arrival-form');
    await pressed('保存这笔');
    await expect
      .poll(rows)
      .toEqual(['2012-05-03 1,000 800 验资报告 改删', '企业自筹；核减200（土地价款）']);

    await pressed('登记到位资金');
    await fill('登记到位资金', { 到位日期: '2012.6', 申报金额: '4500' });
    await pressed('保存这笔');
    await expect
      .poll(() => page.getByRole('dialog', { name: '登记到位资金' }).getByRole('alert').innerText())
      .toContain('比合同引资5000万元多500万元');
    await pressed('仍然登记');
    await expect.poll(async () => (await rows()).length).toBe(3);
    expect((await drawer().locator('.lg-parts tfoot').innerText()).replace(/\s+/g, ' ')).toContain(
      '合计（万元） 5,500 800',
    );
    await opened.picture('arrivals');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await rows()).length).toBe(2);
    await tab('基本情况');
    await expect
      .poll(() => drawer().getByLabel('到位资金', { exact: true }).inputValue())
      .toBe('1,000');
    await expect.poll(() => drawer().getByLabel('认定到位资金').inputValue()).toBe('800');
  },
);

step('credit is shared seven to three with the park', async () => {
  await tab('分成');
  await pressed('改分成');
  await fill('改分成', { 分成办法: '七三分成（7:3）' });
  await pressed('确定分成');
  await expect
    .poll(() => page.getByRole('dialog', { name: '改分成' }).getByRole('alert').innerText())
    .toBe('尚未选择另一单位。请修改后保存。');
  await fill('改分成', { 另一单位: '高新区' });
  await opened.picture('credit-form');
  await pressed('确定分成');
  await expect.poll(rows).toEqual(['甲镇（引进单位） 70%', '高新区 30%']);
});

step(
  'a stage moves with its evidence, stops only with a reason, and never before the last day',
  async () => {
    await pressed('改阶段');
    await fill('改阶段', { 阶段: '开工', 日期: '2012.2', 依据: '开工令' });
    await page
      .getByRole('dialog', { name: '改阶段' })
      .getByRole('button', { name: '改阶段' })
      .click();
    await expect
      .poll(() => page.getByRole('dialog', { name: '改阶段' }).getByRole('alert').innerText())
      .toContain('早于签约日期2012年3月');
    await fill('改阶段', { 日期: '2012.6.1' });
    await page
      .getByRole('dialog', { name: '改阶段' })
      .getByRole('button', { name: '改阶段' })
      .click();
    await expect.poll(() => cell('stage').innerText()).toBe('开工');
    await pressed('改阶段');
    await fill('改阶段', { 阶段: '停滞' });
    await page
      .getByRole('dialog', { name: '改阶段' })
      .getByRole('button', { name: '改阶段' })
      .click();
    await expect
      .poll(() => page.getByRole('dialog', { name: '改阶段' }).getByRole('alert').innerText())
      .toContain('要写明停滞或终止的原因');
    await page
      .getByRole('dialog', { name: '改阶段' })
      .getByRole('button', { name: '取消' })
      .click();

    await tab('节点');
    await pressed('套用通用节点');
    await drawer().getByLabel('时限1', { exact: true }).fill('2012.5');
    await drawer().getByLabel('完成1', { exact: true }).fill('2012.6.10');
    await drawer().getByLabel('责任人1', { exact: true }).fill('李四');
    await pressed('保存节点');
    await expect
      .poll(() => drawer().locator('.lg-lines .lamp').first().getAttribute('title'))
      .toBe('逾期完成');
    await opened.picture('milestones');
    expect((await rows()).at(-1)).toBe('开工 2012-06-01 开工令');
    expect(await rows()).toContain('签约 2012-03');
  },
);

step(
  'the park’s conditions are set, the project is held against them, and the paper says so',
  async () => {
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByRole('tab', { name: '准入条件' }).click();
    await page.getByLabel('容积率门槛').fill('0.8');
    await page.getByRole('button', { name: '去掉环评' }).click();
    await page.getByRole('button', { name: '保存准入条件' }).click();
    await page.getByText('已保存准入条件。').first().waitFor();
    await opened.picture('settings');
    await page.getByRole('link', { name: '项目' }).click();
    await cell('name').click();
    await page.keyboard.press('Control+Enter');
    await tab('准入');
    await expect
      .poll(rows)
      .toEqual([
        '投资强度 2,500.00元/㎡ ≥2500元/㎡ ✓ 达标',
        '容积率 0.60 ≥0.8 ✗ 不达标',
        '建筑系数 45.00% ＞45% ✗ 不达标',
      ]);
    await opened.picture('gate');
    await pressed('打印准入预审表');
    const pdf = join(opened.folder, 'gate.pdf');
    opened.save = pdf;
    await page.getByRole('button', { name: /导出 ?PDF/ }).click();
    await expect.poll(() => existsSync(pdf)).toBe(true);
    await opened.picture('gate-page');
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(
      /\s/g,
      '',
    );
    for (const words of [
      '示例县项目准入预审表',
      '海泰新能',
      '0.60✗',
      '45.00✗',
      '不符合',
      '容积率、建筑系数',
      '共1个项目：符合0个，不符合1个，缺资料0个。',
    ])
      expect(text).toContain(words);
  },
);

step('a year’s rate is set, and two records of one project become one and two again', async () => {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '汇率' }).click();
  await page.getByRole('button', { name: '加全年汇率' }).click();
  await page.getByLabel('汇率1', { exact: true }).fill('6.48');
  await page.getByRole('button', { name: '保存汇率' }).click();
  await page.getByText('已保存汇率。').first().waitFor();
  await ask('records.create', {
    ledger: 'project',
    records: [{ name: '海泰新能源', stage: '开工', company: '海泰公司' }],
  });
  await page.getByRole('link', { name: '项目' }).click();
  const names = (): Promise<string[]> =>
    page.locator('[role=gridcell][data-row][data-field=name]').allInnerTexts();
  await expect.poll(names).toEqual(['海泰新能', '海泰新能源']);
  await cell('name').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: '合并为一个' }).click();
  await opened.picture('merge');
  await page
    .getByRole('dialog', { name: '合并为一个' })
    .getByRole('button', { name: '合并', exact: true })
    .click();
  await expect.poll(names).toEqual(['海泰新能']);
  await expect.poll(() => cell('company').innerText()).toBe('海泰公司');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(names).toEqual(['海泰新能', '海泰新能源']);
});

step('a view keeps filters and grouping under a name and brings them back', async () => {
  const names = (): Promise<string[]> =>
    page.locator('[role=gridcell][data-row][data-field=name]').allInnerTexts();
  await page.locator('[aria-label="筛选投资方"]').fill('海泰公司');
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['海泰新能源']);
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByLabel('视图名称').fill('海泰的');
  await page.getByRole('button', { name: '存为视图' }).click();
  await opened.picture('views');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '取消筛选：投资方' }).click();
  await expect.poll(names).toEqual(['海泰新能', '海泰新能源']);
  if (!(await page.getByRole('button', { name: '海泰的', exact: true }).isVisible()))
    await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByRole('button', { name: '海泰的', exact: true }).click();
  await expect.poll(names).toEqual(['海泰新能源']);
});
