/**
 * A year in a real window: indicators made, targets typed and pasted, spread and issued, two months
 * imported, a disagreement answered, reported and confirmed, previewed, closed, corrected, and the
 * war map that follows; counted figures opened to their records.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';
import { samplePath } from '../../main/core/sample.ts';

const UNITS = ['东关街道', '西关街道', '县功镇', '磻溪镇'];
let opened: TestWindow;
let page: Page;
let indicator = 0;
let august = '';
/** Sample 04 a month earlier: what September added is taken off again. */
const EARLIER = `import openpyxl,sys
b=openpyxl.load_workbook(sys.argv[1],data_only=True)
s=b.active
s.title='8月'
for row in s.iter_rows():
  for c in row:
    if isinstance(c.value,str): c.value=c.value.replace('1—9月','1—8月').replace('9月','8月')
for r in range(5,17):
  for c in range(2,18,4):
    s.cell(r,c+2).value=round(s.cell(r,c+2).value-s.cell(r,c+1).value,2)
    s.cell(r,c+1).value=None
    s.cell(r,c+3).value=None
s.delete_rows(17)
b.save(sys.argv[2])`;

beforeAll(async () => {
  opened = await openTestWindow('陈仓区');
  page = opened.page;
  august = join(opened.folder, '主要指标月报2012年8月.xlsx');
  execFileSync('/usr/bin/python3', ['-c', EARLIER, samplePath('04'), august]);
  await ask('session.setYear', { year: 2012 });
  for (const name of UNITS) await ask('units.create', { name, kind: 'township' });
});
afterAll(() => opened.close());

const ask: TestWindow['ask'] = (name, input) => opened.ask(name, input);

const open = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();
const cell = (row: number, code: string) =>
  page.locator(`[role=gridcell][data-row="${row}"][data-field="${code}"]`);
const total = (code: string) => page.locator(`[data-total="${code}"]`);
const shows = (row: number, code: string, text: string): Promise<void> =>
  expect.poll(() => cell(row, code).innerText()).toBe(text);
const target = (part: string): string => `${part}-${indicator}`;

async function type(row: number, code: string, text: string): Promise<void> {
  await cell(row, code).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What Excel puts on the clipboard, pasted at a cell. */
async function paste(
  row: number,
  code: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await cell(row, code).click();
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    rows.map((one) => one.join('\t')).join('\r\n'),
  );
}

const step = story('a year of targets and figures');

step(
  'without indicators the pages say what to do, and the first indicator is made there',
  async () => {
    await open('总览');
    await expect
      .poll(() => page.getByRole('main').innerText())
      .toContain('尚无2012年的目标。从表格导入，或先建指标。');
    await page.getByRole('button', { name: '先建指标' }).click();
    await page.getByRole('button', { name: '先建指标' }).click();
    const dialog = page.getByRole('dialog', { name: '指标' });
    await dialog.getByRole('button', { name: '＋ 新指标' }).click();
    await dialog.getByLabel('名称', { exact: true }).fill('合同引资');
    await dialog.getByLabel('计量单位').fill('亿元');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByRole('button', { name: '删除' }).waitFor();
    await page.keyboard.press('Escape');
    const made = await ask('indicators.list', {});
    expect(made.map(({ name, measure }) => [name, measure])).toEqual([['合同引资', '亿元']]);
    indicator = made[0]?.id ?? 0;
  },
);

step('targets are typed, pasted, converted, taken back and spread', async () => {
  await type(0, target('assured'), '22.5');
  await paste(4, target('base'), [
    ['2', '2.70', '3.0'],
    ['4', '6.00', '6.6'],
    ['5', '6.60', '7.2'],
    ['4.6', '6.90', '7.5'],
  ]);
  await shows(7, target('stretch'), '7.50');
  await shows(1, target('assured'), '22.20');
  await shows(2, target('assured'), '98.7%');
  await shows(3, target('assured'), '■ 差 0.30');
  await expect.poll(() => page.getByRole('alert').innerText()).toContain('还差0.30亿元');

  await type(4, target('assured'), '3000万');
  await shows(4, target('assured'), '0.30');
  await cell(4, target('assured')).click();
  await page.keyboard.press('Control+Z');
  await shows(4, target('assured'), '2.70');
  await type(4, target('assured'), '增长55%');
  await shows(4, target('assured'), '3.10');
  await cell(4, target('assured')).click();
  await expect
    .poll(() => page.locator('.formula').innerText())
    .toContain('上年2.00，换算为3.10亿元');
  await shows(3, target('assured'), '余 0.10');
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);

  await type(4, target('assured'), '2.7');
  await page.getByRole('button', { name: '按占比补足' }).click();
  await shows(1, target('assured'), '22.50');
  await cell(4, target('assured')).click();
  await page.keyboard.press('Control+Z');
  await shows(4, target('assured'), '2.70');
  await type(0, target('assured'), '22.2');
  await shows(2, target('assured'), '100.0%');
});

step(
  'two months come by import, with the goals of all units, and the targets are issued',
  async () => {
    await opened.importBook(august);
    await opened.importBook(samplePath('04'));
    await open('目标');
    await type(0, target('assured'), '66.3');
    await shows(2, target('assured'), '100.0%');
    expect((await ask('indicators.list', {})).map(({ name }) => name)).toEqual([
      '合同引资',
      '到位资金',
      '固定资产投资',
      '财政收入',
    ]);
    await page.getByRole('button', { name: '下达', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '下达年初目标' });
    await dialog.getByLabel('下达日期').fill('2012年2月1日');
    await dialog.getByRole('button', { name: '下达' }).click();
    await expect.poll(() => page.locator('.sp-head').innerText()).toContain('第1版 已下达');
    expect((await ask('targets.versions', { year: 2012 })).map(({ issuedOn }) => issuedOn)).toEqual(
      ['2012-02-01'],
    );
  },
);

step(
  'an imported figure says where it came from; one that does not fit is a question, answered by a key',
  async () => {
    await open('进度');
    await page.getByRole('tab', { name: /^8月/ }).click();
    await expect.poll(() => total('cumulative').innerText()).toBe('44.25');
    await page.getByRole('tab', { name: /^9月/ }).click();
    await shows(0, 'previous', '1.68');
    await expect.poll(() => total('cumulative').innerText()).toBe('49.23');
    await cell(3, 'cumulative').click();
    await expect
      .poll(() => page.getByLabel('数据来源').innerText())
      .toContain('04-主要指标月报2012年9月.xlsx');
    await shows(3, 'cumulative', '3.35');
    await type(3, 'cumulative', '3.53');
    const dock = page.getByRole('alertdialog', { name: '当月与累计不一致' });
    await expect
      .poll(() => dock.innerText())
      .toContain('磻溪镇1—9月累计：2.82＋0.53＝3.35，填的是3.53，差0.18');
    await expect
      .poll(() =>
        dock
          .getByRole('button', { name: /改为3\.35/ })
          .evaluate((button) => button === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('Enter');
    await dock.waitFor({ state: 'detached' });
    await shows(3, 'cumulative', '3.35');
    await shows(3, 'completion', '48.55');
    await shows(3, 'gap', '−26.45');
    await shows(3, 'place', '11');
    await expect
      .poll(() => cell(3, 'lamp').getByRole('img').getAttribute('aria-label'))
      .toBe('严重欠');
    await expect.poll(() => total('cumulative').innerText()).toBe('49.23');
    const words = await page.getByRole('region', { name: '通报用语' }).innerText();
    expect(words).toContain('全区完成合同引资49.23亿元');
  },
);

step('a disagreement may be kept with its reason, and given up', async () => {
  await type(2, 'cumulative', '3.60');
  const dock = page.getByRole('alertdialog');
  await dock.getByRole('button', { name: '保留3.6', exact: false }).click();
  await dock.getByLabel('保留的原因').fill('8月数核增0.03');
  await page.keyboard.press('Enter');
  await dock.waitFor({ state: 'detached' });
  await shows(2, 'cumulative', '3.60');
  await cell(2, 'cumulative').click();
  await expect.poll(() => page.getByLabel('数据来源').innerText()).toContain('原因：8月数核增0.03');

  await type(0, 'cumulative', '9');
  // Escape is heard by what has the focus, so the question must have it first
  await expect
    .poll(() => dock.evaluate((question) => question.contains(document.activeElement)))
    .toBe(true);
  await page.keyboard.press('Escape');
  await dock.waitFor({ state: 'detached' });
  await shows(0, 'cumulative', '1.86');
});

step('the units report, are confirmed, and the sheet is put in order by a head', async () => {
  await page.getByRole('button', { name: '报数情况' }).click();
  const dialog = page.getByRole('dialog', { name: '9月报数情况' });
  await expect
    .poll(() => dialog.locator('p').first().innerText())
    .toBe('12个单位：0个已确认，0个已上报，12个草稿，0个未报。');
  await dialog.getByLabel('全选').click();
  await dialog.getByRole('button', { name: '上报' }).click();
  await expect.poll(() => dialog.locator('p').first().innerText()).toContain('12个已上报');
  await dialog.getByLabel('磻溪镇').click();
  await dialog.getByRole('button', { name: '确认' }).click();
  await expect
    .poll(() => dialog.getByRole('row', { name: /磻溪镇/ }).innerText())
    .toContain('已确认');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => cell(3, 'state').getByRole('img').getAttribute('aria-label'))
    .toBe('已确认');
  const head = page.getByRole('columnheader', { name: '名次' });
  await head.click();
  await shows(0, 'name', '慕仪镇');
  await head.click();
  await shows(0, 'name', '区工信局');
  await head.click();
  await shows(0, 'name', '东关街道');
});

step('what the units themselves expect is theirs to say, and the forecast tells it', async () => {
  await type(0, 'estimate', '2.9');
  await shows(0, 'estimate', '2.90');
  await cell(0, 'estimate').click();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByText('走势与年底预计').click();
  const dialog = page.getByRole('dialog', { name: /走势/ });
  await expect
    .poll(() =>
      dialog
        .getByRole('row', { name: /东关街道/ })
        .locator('td')
        .allInnerTexts(),
    )
    .toEqual(['东关街道', '2.48', '—', '2.90', '2.70']);
  await page.keyboard.press('Escape');
});

step('what does not fit is listed, and a line opens its figure', async () => {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByText('数据校核').click();
  const found = page.getByRole('region', { name: '数据校核' }).locator('tbody tr');
  await found.filter({ hasText: '原因：8月数核增0.03' }).click();
  await page.getByRole('region', { name: '月度进度' }).waitFor();
  await expect
    .poll(() => page.locator('.record.current [data-field=name]').innerText())
    .toBe('县功镇');
});

step('the bulletin is previewed with the same figures', async () => {
  await page.getByRole('button', { name: '出通报表' }).click();
  const shown = page.getByRole('img', { name: /^第1页/ }).last();
  const said = async (): Promise<string> =>
    ((await shown.getAttribute('aria-label')) ?? '').replace(/\s/g, '');
  await expect.poll(said).toContain('合同引资');
  for (const words of ['磻溪镇', '48.55', '−26.45', '49.26']) expect(await said()).toContain(words);
  await open('进度');
  await shows(2, 'cumulative', '3.60');
});

step('a closed month is corrected on purpose, and both figures stay', async () => {
  await page.getByRole('button', { name: '9月关账' }).click();
  await page
    .getByRole('dialog', { name: '9月关账' })
    .getByRole('button', { name: '关账', exact: true })
    .click();
  await expect.poll(() => page.getByRole('tab', { name: /9月/ }).innerText()).toContain('已关账');
  await type(0, 'month', '0.28');
  const dialog = page.getByRole('dialog', { name: /^更正/ });
  await expect.poll(() => dialog.getByLabel('新数（亿元）').inputValue()).toBe('0.28');
  await dialog.getByRole('button', { name: '更正' }).click();
  await expect
    .poll(() => dialog.getByRole('alert').innerText())
    .toBe('更正的原因不能为空，请填写后保存。');
  await dialog.getByLabel('原因').fill('漏报1个项目');
  await dialog.getByRole('button', { name: '更正' }).click();
  await dialog.waitFor({ state: 'detached' });
  await shows(0, 'month', '0.28');
  await cell(0, 'month').click();
  await expect
    .poll(() => page.getByLabel('数据来源').innerText())
    .toContain('当时发布0.18，现为0.28');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByText('更正记录').click();
  const list = page.getByRole('dialog', { name: '2012年的更正' }).locator('tbody tr');
  await expect
    .poll(() =>
      list
        .filter({ hasText: '当月' })
        .locator('td')
        .allInnerTexts()
        .then((texts) => texts.slice(0, 7)),
    )
    .toEqual(['9月', '东关街道', '合同引资', '当月', '0.18', '0.28', '漏报1个项目']);
  expect(
    (await list.filter({ hasText: '累计' }).locator('td').allInnerTexts()).slice(3, 6),
  ).toEqual(['累计', '1.86', '1.96']);
  await page.keyboard.press('Escape');
});

step('the war map counts lamps, filters by them, and a lamp opens its cell', async () => {
  await open('总览');
  const lamps = page.getByRole('group', { name: '按灯筛选' });
  const map = page.getByRole('table', { name: '作战图' });
  await expect.poll(() => map.locator('tbody tr').count()).toBe(12);
  await expect
    .poll(() => lamps.getByRole('button', { name: /严重欠/ }).innerText())
    .toMatch(/^10\s*严重欠/);
  await lamps.getByRole('button', { name: /严重欠/ }).click();
  await expect
    .poll(() => map.locator('tbody tr th').allInnerTexts())
    .toEqual(['虢镇', '磻溪镇', '县功镇', '贾村镇', '阳平镇', '区工信局', '千河镇']);
  await map.getByRole('button', { name: '磻溪镇合同引资：严重欠' }).click();
  await page.getByRole('region', { name: '月度进度' }).waitFor();
  await expect
    .poll(() => page.locator('.record.current [data-field=name]').innerText())
    .toBe('磻溪镇');
});

step('a mid-year raise is a version of its own, and both can be compared', async () => {
  await open('目标');
  await page.getByRole('button', { name: '调整' }).click();
  await expect.poll(() => page.locator('.sp-head').innerText()).toContain('第2版');
  await type(7, target('assured'), '7.2');
  await shows(7, target('assured'), '7.20');
  await page.getByRole('button', { name: '对比两版' }).click();
  const rows = page.getByRole('dialog', { name: '对比两版' }).locator('tbody tr');
  await expect
    .poll(() => rows.first().locator('td').allInnerTexts())
    .toEqual(['磻溪镇', '合同引资', '确保', '6.90', '7.20']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '下达', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^下达/ });
  await dialog.getByLabel('下达日期').fill('2012年10月8日');
  await dialog.getByRole('button', { name: '下达' }).click();
  await expect.poll(() => dialog.getByRole('alert').innerText()).toContain('文号');
  await dialog.getByLabel('文号').fill('陈政发〔2012〕38号');
  await dialog.getByLabel('调整理由').fill('三季度会议调高');
  await dialog.getByRole('button', { name: '下达' }).click();
  await expect.poll(() => page.locator('.sp-head').innerText()).toContain('陈政发〔2012〕38号');
});

step('a counted figure opens the records counted, and follows a project that changes', async () => {
  // names that the wizard would take for another unit's are asked about elsewhere
  for (const name of ['科技园区管委会', '园区管委会', '镇政府', '经发站', '区招商局'])
    await ask('units.create', { name, kind: 'department' });
  for (const number of ['02', '03']) await opened.importBook(samplePath(number));
  const counted = await ask('indicators.save', {
    id: null,
    indicator: {
      name: '5亿元以上项目',
      category: null,
      measure: '个',
      places: 0,
      direction: 'up',
      kind: 'stock',
      rollup: 'sum',
      numerator: null,
      denominator: null,
      factor: '1',
      parent: null,
      counted: {
        ledger: 'project',
        filters: [{ field: 'total_investment', text: '≥5亿' }],
        sum: null,
        unit: 'credit',
        date: null,
      },
      retired: false,
      remark: null,
    },
  });
  await open('进度');
  await page.getByRole('tab', { name: /^10月/ }).click();
  await page.getByRole('tab', { name: '5亿元以上项目' }).click();
  await expect.poll(() => total('cumulative').innerText()).toBe('7');
  const rows = await ask('progress.sheet', {
    year: 2012,
    month: 10,
    indicator: counted.id,
    denominator: null,
  });
  // units with something to show come first
  const mine = rows.rows.find((row) => row.cumulative !== null);
  await shows(0, 'name', mine?.name ?? '');
  await cell(0, 'cumulative').click();
  await page.getByRole('button', { name: '看台账记录' }).click();
  const projects = page.locator('[role=gridcell][data-row][data-field=name]');
  await expect
    .poll(() =>
      page
        .locator('.lg-chip')
        .allInnerTexts()
        .then((chips) => chips.join(' ')),
    )
    .toContain(`按份额算给 ${mine?.name ?? ''}`);
  const found = await ask('records.summary', {
    ledger: 'project',
    filters: [{ field: 'total_investment', text: '≥5亿' }],
    credited: mine?.name ?? '',
  });
  await expect.poll(() => projects.count()).toBe(found.count);
  expect(found.count).toBeGreaterThan(0);

  const [small] = await ask('records.page', {
    query: { ledger: 'project', search: '西秦酒厂' },
    offset: 0,
    limit: 1,
  });
  await ask('records.edit', {
    ledger: 'project',
    edits: [{ id: small?.id ?? 0, field: 'total_investment', value: '5.2亿' }],
  });
  await open('进度');
  await expect.poll(() => total('cumulative').innerText()).toBe('8');
  await cell(0, 'cumulative').click();
  await page.keyboard.press('F4');
  await page.locator('.lg-chip', { hasText: '按份额算给' }).waitFor();
});

/** the words of the first page that is shown, whatever signs its PDF tells them by */
const shown = async (): Promise<string> =>
  (
    (await page
      .getByRole('img', { name: /^第1页/ })
      .last()
      .getAttribute('aria-label')) ?? ''
  )
    .normalize('NFKC')
    .replace(/\s/g, '');

step('the year ends, and its report is kept as a set-up', async () => {
  await open('进度');
  await page.getByRole('tab', { name: '合同引资' }).click();
  await page.getByRole('tab', { name: /^12月/ }).click();
  await type(0, 'cumulative', '2.6');
  await shows(0, 'cumulative', '2.60');
  await page.getByRole('button', { name: '出通报表' }).click();
  await expect.poll(shown).toContain('2012年');
  await page.getByLabel('版式标题').fill('{年}年{月}月一览');
  await page.getByLabel('版式标题').press('Enter');
  await expect.poll(shown).toContain('2012年12月一览');
  await page.getByLabel('版式名称').fill('常务会');
  await page.getByRole('button', { name: '保存版式' }).click();
  await expect
    .poll(() => ask('setups.list', { table: 'monthly-bulletin' }))
    .toMatchObject([{ name: '常务会' }]);
});

step('the next year begins from what this one came to, every unit with its plan', async () => {
  await ask('session.setYear', { year: 2013 });
  await open('目标');
  await page.getByRole('button', { name: '照上年建目标' }).click();
  const dialog = page.getByRole('dialog', { name: '照2012年建2013年目标' });
  await dialog.getByLabel('确保数增幅（%），可不填').fill('十');
  await dialog.getByRole('button', { name: '建目标' }).click();
  await expect.poll(() => dialog.getByRole('alert').innerText()).toContain('增幅填百分数');
  await dialog.getByLabel('确保数增幅（%），可不填').fill('10');
  await dialog.getByRole('button', { name: '建目标' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(() => page.getByRole('status').first().innerText())
    .toContain('2012年12月没有数的指标：到位资金');
  await shows(4, target('base'), '2.60');
  await shows(4, target('assured'), '2.86');

  await cell(4, target('assured')).click();
  await page.getByRole('button', { name: '改安排' }).click();
  const plan = page.getByRole('dialog', { name: /^进度安排/ });
  await plan.getByLabel('各单位一起安排').check();
  await plan.getByText('分季度', { exact: true }).click();
  for (const [at, percent] of ['10', '20', '30', '39'].entries())
    await plan.getByLabel(`${at + 1}季度`, { exact: true }).fill(percent);
  await plan.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => plan.getByRole('alert').innerText()).toContain('合计99%，不是100%');
  await plan.getByLabel('4季度', { exact: true }).fill('40%');
  await plan.getByRole('button', { name: '保存' }).click();
  await plan.waitFor({ state: 'detached' });
  const sheet = await ask('targets.sheet', { year: 2013, indicators: [indicator] });
  const east = sheet.rows.find(({ name }) => name === UNITS[0])?.cells[indicator];
  // 2.86 by tenths, to the hundredth, and exact together
  expect(east?.planParts).toEqual(['0.29', '0.57', '0.86', '1.14']);
});

step(
  'the next year’s first month is told by last year’s set-up, and its chart is copied',
  async () => {
    await open('进度');
    await page.getByRole('tab', { name: /^1月/ }).click();
    await type(0, 'cumulative', '0.3');
    await shows(0, 'cumulative', '0.30');
    await page.getByRole('button', { name: '出通报表' }).click();
    await expect.poll(shown).toContain('2013年');
    await page.getByRole('combobox', { name: '版式' }).click();
    await page.getByTitle('常务会').click();
    await expect.poll(shown).toContain('2013年1月一览');
    await page.context().grantPermissions(['clipboard-write']);
    await page.getByRole('button', { name: '复制名次图' }).click();
    await expect.poll(() => page.getByText('名次图已复制').count()).toBeGreaterThan(0);
  },
);
