/**
 * Ledgers that users define, in a real window: designed by mouse and by keyboard, made of a sheet,
 * filled, printed, changed without losing a value.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

let w: TestWindow;
beforeAll(async () => {
  w = await openTestWindow();
});
afterAll(() => w.close());

const rowsOfDesign = () => w.page.getByRole('listbox', { name: '字段顺序' }).getByRole('option');
const labels = async (): Promise<string[]> =>
  (await rowsOfDesign().locator('b').allInnerTexts()).map((text) => text.trim());
const changes = (): Promise<string> => w.page.getByLabel('保存后的变化').innerText();
const box = (label: string) =>
  w.page.getByRole('region', { name: '设计台账' }).getByLabel(label, { exact: true });
const part = (name: string): Promise<void> =>
  w.page.getByRole('tab', { name, exact: true }).click();
const button = (name: string | RegExp): Promise<void> =>
  w.page.getByRole('button', { name }).first().click();

const step = story('a ledger of one’s own, from its design to its import');

step('a ledger is designed with the mouse, from blank', async () => {
  await w.open('台账');
  await button('新建台账');
  await w.page.getByText('散乱污').first().waitFor();
  await w.picture('own-choose');
  await button(/^从空白开始/);
  await expect
    .poll(() =>
      w.page.getByRole('list', { name: '要改的' }).or(w.page.getByRole('alert')).innerText(),
    )
    .toContain('台账尚无名称');
  await box('台账名称').fill('帮扶企业');
  await box('单条记录的名称').fill('家企业');
  await rowsOfDesign().first().click();
  await part('字段');
  await box('字段名称').fill('企业名称');
  // left and taken up again: nothing typed is lost
  await w.open('台账');
  await button('新建台账');
  await button('继续设计');
  expect(await labels()).toEqual(['企业名称']);
  await part('字段');
  for (const [name, kind] of [
    ['用工人数', '数'],
    ['年产值', '金额'],
    ['是否规上', '是否（√）'],
    ['帮扶状态', '选项'],
    ['走访月份', '月份'],
    ['包联干部', '人员'],
    ['产能利用率', '百分比'],
  ] as const) {
    await button(/^加字段/);
    await box('字段名称').fill(name);
    await box('类型').selectOption({ label: kind });
    if (kind === '数') await box('计量单位').fill('人');
    if (kind === '选项') await box('选项').fill('未帮扶、帮扶中、已解决');
  }
  // 是否规上 to the second place, by dragging
  await rowsOfDesign().filter({ hasText: '是否规上' }).dragTo(rowsOfDesign().nth(1));
  expect(await labels()).toEqual([
    '企业名称',
    '是否规上',
    '用工人数',
    '年产值',
    '帮扶状态',
    '走访月份',
    '包联干部',
    '产能利用率',
  ]);
  for (const name of ['用工人数', '年产值']) {
    await rowsOfDesign().filter({ hasText: name }).click();
    await box('归在哪个表头下').fill('经营情况');
  }
  await part('状态和提醒');
  await box('状态字段').selectOption({ label: '帮扶状态' });
  await w.page.getByLabel('未帮扶可以改成帮扶中').check();
  await w.page.getByLabel('帮扶中可以改成已解决').check();
  await w.page.getByLabel('已解决视为办结').check();
  await w.picture('own-status');
  await part('打印');
  await box('标题').fill('重点企业帮扶情况表');
  await expect
    .poll(() => w.page.getByRole('figure', { name: '表头预览' }).innerText())
    .toContain('经营情况');
  await expect
    .poll(() => w.page.getByRole('figure', { name: '表头预览' }).innerText())
    .toContain('用工人数（人）');
  await w.picture('own-print');
  expect(await changes()).toBe('新建台账“帮扶企业”，8个字段。');
  await button(/^建立台账/);
  await w.page.getByRole('heading', { name: '帮扶企业' }).waitFor();
  await expect
    .poll(() => w.page.getByRole('group', { name: '各本台账' }).innerText())
    .toContain('帮扶企业');
});

step('it is filled in by form and grid, its status moves as designed, and is printed', async () => {
  await button('新增企业');
  const drawer = w.drawer('企业');
  for (const [label, text] of [
    ['企业名称', '海泰管桩'],
    ['用工人数', '120'],
    ['年产值', '3200'],
    ['走访月份', '2012.9'],
    ['包联干部', '王敏'],
    ['产能利用率', '85.5'],
  ] as const)
    await drawer.getByLabel(label, { exact: true }).fill(text);
  await drawer.getByLabel('是否规上').selectOption({ label: '是' });
  await w.page.keyboard.press('Control+S');
  await expect
    .poll(() => w.page.locator('[role=gridcell][data-row="0"]').allInnerTexts())
    .toEqual(
      expect.arrayContaining([
        '海泰管桩',
        '是',
        '120',
        '3,200.00',
        '未帮扶',
        '2012-09',
        '王敏',
        '85.5',
      ]),
    );
  await drawer.getByRole('button', { name: '改为帮扶中' }).click();
  await drawer.getByRole('button', { name: '确定改为帮扶中' }).click();
  await expect
    .poll(() => w.page.locator('[role=gridcell][data-row="0"]').allInnerTexts())
    .toContain('帮扶中');
  await expect.poll(() => drawer.getByRole('button', { name: '改为未帮扶' }).count()).toBe(0);
  await w.picture('own-ledger');
  await drawer.getByRole('button', { name: '关闭' }).click();
  await expect
    .poll(() =>
      w.page
        .getByRole('group', { name: '各本台账' })
        .getByRole('link', { name: /帮扶企业/ })
        .innerText(),
    )
    .toContain('1');
  await button(/^打印/);
  const text = await w.printed();
  for (const words of ['示例县重点企业帮扶情况表', '经营情况', '海泰管桩', '帮扶中', '3,200.00'])
    expect(text).toContain(words);
});

step(
  'grid, filter, groups, views, template, export and history are those of any ledger',
  async () => {
    const code = await w
      .ask('ledgers.list', {})
      .then((all) => all.find((one) => one.definition.label === '帮扶企业')?.code ?? 'own_0');
    const fieldOf = await w
      .ask('ledgers.list', {})
      .then(
        (all) =>
          new Map(
            all
              .find((one) => one.code === code)
              ?.definition.fields.map((field) => [field.label, field.code]),
          ),
      );
    const at = (label: string): string => fieldOf.get(label) ?? '';
    await w.ask('records.create', {
      ledger: code,
      records: [
        { [at('企业名称')]: '东关砖厂', [at('用工人数')]: '30', [at('年产值')]: '0.02亿' },
        { [at('企业名称')]: '西关玻璃', [at('用工人数')]: '50', [at('是否规上')]: '是' },
      ],
    });
    await w.page.getByRole('link', { name: /帮扶企业/ }).click();
    await w.cell(1, at('用工人数')).click();
    await w.page.keyboard.type('35');
    await w.page.keyboard.press('Enter');
    await expect.poll(() => w.cell(1, at('用工人数')).innerText()).toBe('35');
    await expect
      .poll(() => w.page.locator(`[data-total="${at('用工人数')}"]`).innerText())
      .toBe('205');
    await w.page.getByLabel('筛选用工人数').fill('>40');
    await w.page.keyboard.press('Enter');
    await expect
      .poll(() =>
        w.page.locator(`[role=gridcell][data-row][data-field="${at('企业名称')}"]`).allInnerTexts(),
      )
      .toEqual(['海泰管桩', '西关玻璃']);
    await w.page.getByRole('button', { name: /^取消筛选/ }).click();
    await w.page.getByLabel('分组').click();
    await w.page.locator('.ant-select-item-option').filter({ hasText: '帮扶状态' }).click();
    await w.page.keyboard.press('Escape');
    await expect.poll(() => w.page.locator('.cp-grid').innerText()).toContain('一、未帮扶');
    await w.picture('own-grouped');
    await w.page.getByRole('button', { name: /^视图/ }).click();
    await w.page.getByLabel('视图名称').fill('按状态');
    await w.page.getByRole('button', { name: '存为视图' }).click();
    await w.page.keyboard.press('Escape');
    for (const [press, name] of [
      ['空白模板', '模板.xlsx'],
      ['导出 Excel', '导出.xlsx'],
    ] as const) {
      w.save = join(w.folder, name);
      if (press === '空白模板') {
        await w.page.getByRole('button', { name: '模板', exact: true }).click();
        await w.page.getByRole('menuitem', { name: press, exact: true }).click();
      } else await button(press);
      await expect.poll(() => existsSync(w.save ?? '')).toBe(true);
    }
    const heads = execFileSync(
      '/usr/bin/python3',
      [
        '-c',
        'import openpyxl, sys; print([cell.value for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows() for cell in row if cell.value])',
        join(w.folder, '模板.xlsx'),
      ],
      { encoding: 'utf8' },
    );
    for (const head of ['企业名称', '用工人数', '帮扶状态']) expect(heads).toContain(head);
    await w.page.locator('[role=gridcell]').filter({ hasText: '东关砖厂' }).first().click();
    await w.page.keyboard.press('Control+Enter');
    await w.drawer('企业').getByRole('tab', { name: '来源与历史' }).click();
    await expect.poll(() => w.drawer('企业').innerText()).toContain('用工人数：30 → 35');
    await w.drawer('企业').getByRole('button', { name: '关闭' }).click();
    const ids = await w
      .ask('records.page', { query: { ledger: code }, offset: 0, limit: 9 })
      .then((rows) => rows.flatMap((row) => (row[at('企业名称')] === '海泰管桩' ? [] : [row.id])));
    await w.ask('records.remove', { ledger: code, ids });
    await w.page.getByRole('button', { name: /^视图/ }).click();
    await w.page.getByRole('button', { name: '删除视图按状态' }).click();
    await w.page.keyboard.press('Escape');
  },
);

step(
  'with the keyboard: a field is added, renamed, moved and hidden later; what changes is said, and no value is lost',
  async () => {
    await w.page.getByRole('link', { name: /帮扶企业/ }).click();
    await button('设计');
    await rowsOfDesign().first().focus();
    for (let steps = 0; steps < 3; steps += 1) await w.page.keyboard.press('ArrowDown');
    await w.page.keyboard.press('F2');
    await w.page.keyboard.type('本年产值');
    await rowsOfDesign().nth(3).focus();
    await w.page.keyboard.press('Alt+ArrowUp');
    expect((await labels()).slice(1, 4)).toEqual([
      '是否规上',
      '经营情况›本年产值',
      '经营情况›用工人数',
    ]);
    await w.page.keyboard.press('Insert');
    await expect
      .poll(() => w.page.evaluate(() => document.activeElement?.id))
      .toBe('ld-field-name');
    await w.page.keyboard.type('存在困难');
    await rowsOfDesign().nth(6).focus();
    await w.page.keyboard.press('Delete');
    expect(await changes()).toBe(
      '新增字段“存在困难”，原有1条暂为空。“年产值”改名为“本年产值”，数据不变。隐藏“走访月份”，数据保留，可随时恢复。字段顺序变了，数据不变。',
    );
    await w.picture('own-changes');
    await w.page.keyboard.press('Control+S');
    await w.page.getByRole('heading', { name: '帮扶企业' }).waitFor();
    await expect
      .poll(() => w.page.getByRole('columnheader', { name: '存在困难' }).count())
      .toBeGreaterThan(0);
    const cells = (): Promise<string[]> =>
      w.page.locator('[role=gridcell][data-row="0"]').allInnerTexts();
    await expect
      .poll(cells)
      .toEqual(expect.arrayContaining(['海泰管桩', '120', '3,200.00', '王敏', '85.5']));
    expect(await cells()).not.toContain('2012-09');
    await button('设计');
    await rowsOfDesign().filter({ hasText: '走访月份' }).click();
    await button('恢复显示');
    await button(/^保存/);
    await expect
      .poll(() => w.page.locator('[role=gridcell][data-row="0"]').allInnerTexts())
      .toContain('2012-09');
  },
);

step(
  'a sheet is made a ledger: proposed, adjusted, created, imported; one undo takes the import back',
  async () => {
    const path = join(w.folder, '站点检查.xlsx');
    execFileSync('/usr/bin/python3', [
      '-c',
      `
import openpyxl, sys
book = openpyxl.Workbook(); sheet = book.active; sheet.title = '检查表'
for row in [['站点名称', '建成时间', '交易额（万元）', '电脑', 'POS机', '联系电话'], ['东关站', '2012.3', 12.5, '√', '√', '13900000001'], ['西关站', '2012.5', 8, '√', None, '13900000002'], ['县功站', '2012.6', 20.25, '√', '√', '13900000003']]: sheet.append(row)
book.save(sys.argv[1])`,
      path,
    ]);
    w.pick = [path];
    await w.open('台账');
    await button('新建台账');
    await button(/^用这张表建台账/);
    await expect
      .poll(labels)
      .toEqual(['站点名称', '建成时间', '交易额', '电脑', 'POS机', '联系电话']);
    await w.picture('own-proposed');
    await expect
      .poll(() => rowsOfDesign().locator('.kind').allInnerTexts())
      .toEqual(['文字', '月份', '金额，万元', '是否（√）', '是否（√）', '电话、证号']);
    await part('台账');
    await box('台账名称').fill('站点检查');
    await button(/^建立并导入/);
    await button(/^导入/);
    await w.page
      .getByText(/已导入3/)
      .first()
      .waitFor();
    await w.page.getByRole('link', { name: /站点检查/ }).click();
    await expect
      .poll(() => w.page.locator('[role=gridcell][data-row="1"]').allInnerTexts())
      .toEqual(expect.arrayContaining(['西关站', '8.00', '√', '13900000002']));
    // an import is taken back where imports are listed, not by Ctrl+Z
    const [last] = await w.ask('imports.list', {});
    await w.ask('imports.undo', { id: last?.id ?? 0 });
    await w.page.getByText(/尚无站点/).waitFor();
  },
);

step('a shipped ledger is taken, and everything stays in view in 特大', async () => {
  await w.open('台账');
  await button('新建台账');
  await w.page
    .getByRole('article', { name: '“散乱污”企业' })
    .getByRole('button', { name: '建立此台账' })
    .click();
  await w.page.getByRole('heading', { name: '“散乱污”企业' }).waitFor();
  await w.page.getByText('特大').click();
  await w.picture('own-shipped-xlarge');
  await button('设计');
  await w.page.getByRole('listbox', { name: '字段顺序' }).waitFor();
  await w.picture('own-designer-xlarge');
  await w.open('台账');
  await w.page.getByText('招商线索').first().waitFor();
  await w.picture('own-all-xlarge');
  await button('新建台账');
  await w.page.getByRole('article', { name: '培训班' }).waitFor();
  await w.picture('own-choose-xlarge');
  expect(
    await w.page.evaluate(
      () =>
        document.documentElement.scrollWidth <= innerWidth &&
        document.documentElement.scrollHeight <= innerHeight,
    ),
  ).toBe(true);
  await w.page.getByText('标准').click();
});
