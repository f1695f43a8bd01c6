/**
 * Two books in two real windows: the county gives out a task, the township opens it as its first
 * start, types a month, is stopped by the checks once and reports; the county takes three packages
 * and a workbook, one of them in conflict and one late, and gives one back.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { runCommand } from '../../main/command-line/run.ts';
import { openApp, type TestApp } from '../helpers/app.ts';
import { story } from '../helpers/story.ts';
import { asker } from '../helpers/window.ts';
import { typedIndicator } from '../helpers/indicator.ts';

const TOWNS = ['甲镇', '乙镇', '丙镇', '丁镇'];
const AT = { year: 2012, month: 9 };
const root = mkdtempSync(join(tmpdir(), 'county-planner-exchange-'));
const [stick, up, down] = ['下发', '上报', '退回'].map((name) => join(root, name)) as [
  string,
  string,
  string,
];
let county: TestApp;
let town: TestApp;
let folder = stick;
let picked: readonly string[] = [];

const open = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();
const packageOf = (name: string, inside: string): string =>
  join(inside, readdirSync(inside).findLast((file) => file.includes(`_${name}_`)) ?? '');
async function month(page: Page): Promise<void> {
  await open(page, '收发');
  await page.getByRole('combobox', { name: '月份' }).click();
  await page.locator('.ant-select-item-option[title="2012年9月"]').click();
}
/** A unit's month as an office sends it. */
const SHEET = `import openpyxl,sys
b=openpyxl.Workbook(); s=b.active; s.title='9月'
s.append(['2012年9月固定资产投资完成情况']); s.append(['单位：万元'])
s.append(['单位','固定资产投资','']); s.append(['','当月','累计'])
for name in (sys.argv[2],'合计'): s.append([name,int(sys.argv[3]),int(sys.argv[3])])
s.merge_cells('A3:A4'); s.merge_cells('B3:C3')
b.save(sys.argv[1])`;
function workbook(unit: string, figure: string): string {
  const file = join(root, `${unit}2012年9月.xlsx`);
  execFileSync('/usr/bin/python3', ['-c', SHEET, file, unit, figure]);
  return file;
}
async function run(...words: readonly string[]): Promise<void> {
  const { code, err, out } = await runCommand(words);
  expect([code, err, code === 0 ? '' : out]).toEqual([0, '', '']);
}
const idOf = async (page: Page, name: string): Promise<number> =>
  (await asker(page)('units.list', {})).find((one) => one.name === name)?.id ?? 0;
const indicatorId = async (page: Page): Promise<number> =>
  (await asker(page)('indicators.list', {}))[0]?.id ?? 0;
const figureOf = async (name: string): Promise<string | null> => {
  const sheet = await asker(county.page)('progress.sheet', {
    ...AT,
    indicator: await indicatorId(county.page),
    denominator: null,
    group: 'all',
  });
  return sheet.rows.find((row) => row.name === name)?.month ?? null;
};

beforeAll(async () => {
  for (const made of [stick, up, down]) mkdirSync(made);
  county = await openApp({
    dataFolder: join(root, '县'),
    folder: () => folder,
    pick: () => picked,
  });
  const { page } = county;
  await asker(page)('session.begin', {
    county: '示例县',
    year: 2012,
    units: TOWNS.map((name) => ({ name, kind: 'township' as const })),
  });
  await asker(page)('indicators.save', {
    id: null,
    indicator: typedIndicator('固定资产投资', { measure: '万元', places: 0 }),
  });
  await page.reload();
});
afterAll(async () => {
  await county.close();
  await town.close();
  rmSync(root, { recursive: true, force: true });
});

const step = story('a month between two books');

step('the county gives out the month’s task, a file for each unit', async () => {
  const { page } = county;
  await month(page);
  await page.getByRole('button', { name: '下发任务' }).click();
  await page.getByRole('button', { name: '写到文件夹' }).click();
  await page.getByText('已写好4个下发包').waitFor();
  // one of them was to report long ago
  const late = await asker(page)('shell.pickFolder', {});
  await asker(page)('exchange.sendTasks', {
    ...AT,
    due: '2012-10-10',
    units: [await idOf(page, '丙镇')],
    indicators: [await indicatorId(page)],
    ledgers: ['project'],
    note: null,
    folder: late?.handle ?? '',
  });
});

step(
  'the township opens it as its first start, and is stopped by the checks until the month is typed',
  async () => {
    picked = [packageOf('甲镇', stick)];
    town = await openApp({ dataFolder: join(root, '甲'), folder: () => up, pick: () => picked });
    const { page } = town;
    await page.getByRole('button', { name: '打开上级的包' }).click();
    await month(page);
    await page.getByText('9月的固定资产投资还没填。').waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: '上报', exact: true }).isDisabled())
      .toBe(true);
    await page.getByRole('button', { name: '去改' }).click();
    const cell = page.locator('[role=gridcell][data-row="0"][data-field="month"]');
    await cell.click();
    await page.keyboard.type('120');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell.innerText()).toBe('120');
    await month(page);
    await page.getByText('审核通过。').waitFor();
    await page.getByRole('button', { name: '上报', exact: true }).click();
    await page.getByText('已写好“上报包_甲镇').waitFor();
  },
);

let fingerprint = '';
step('the cover sheet has the fingerprint of the package', async () => {
  const [name] = readdirSync(up);
  const cover = await asker(town.page)('tables.get', { name: 'report-cover', options: AT });
  fingerprint = /[0-9a-f]{4}(?:-[0-9a-f]{4}){3}/.exec(JSON.stringify(cover.notes))?.[0] ?? '';
  expect([name?.startsWith('上报包_甲镇'), fingerprint.length]).toEqual([true, 19]);
  await town.page.getByText(fingerprint).first().waitFor();
});

step('two more townships report without a window, one of them late', async () => {
  for (const [name, figure] of [
    ['乙镇', '230'],
    ['丙镇', '340'],
  ] as const) {
    const data = join(root, name);
    await run('package', 'begin', packageOf(name, stick), '--data', data);
    const sheet = workbook(name, figure);
    await run('import', sheet, '--data', data, '--year', '2012', '--month', '9');
    await run('package', 'report', '--data', data, '--year', '2012', '--month', '9', '--out', up);
  }
});

step(
  'the county takes the stick: one in conflict, one late, and each by its fingerprint',
  async () => {
    const { page } = county;
    // it had typed the first one's figure by telephone
    await asker(page)('progress.edit', {
      ...AT,
      edits: [
        {
          unit: await idOf(page, '甲镇'),
          indicator: await indicatorId(page),
          part: 'month',
          text: '121',
          keep: null,
        },
      ],
    });
    folder = up;
    await page.getByRole('button', { name: '选U盘或文件夹' }).click();
    const card = (name: string) => page.getByRole('group', { name: new RegExp(`_${name}_`) });
    await card('丙镇').getByText('迟报').waitFor();
    await card('甲镇').getByText(fingerprint).waitFor();
    await expect
      .poll(() => card('甲镇').getByRole('button', { name: '收下' }).isDisabled())
      .toBe(true);
    await card('甲镇').getByText('用来的 当月120').click();
    for (const name of ['甲镇', '乙镇', '丙镇']) {
      await card(name).getByRole('button', { name: '收下' }).click();
      await page.getByText(new RegExp(`已收“上报包_${name}`)).waitFor();
    }
    expect([await figureOf('甲镇'), await figureOf('乙镇'), await figureOf('丙镇')]).toEqual([
      '120',
      '230',
      '340',
    ]);
  },
);

step('a workbook stands beside the packages, and the month is complete', async () => {
  const { page } = county;
  await page.getByText('9月还没报的1个单位：丁镇。').waitFor();
  picked = [workbook('丁镇', '450')];
  const files = await asker(page)('shell.pickWorkbooks', { many: true });
  const draft = await asker(page)('imports.open', { files: files.map(({ handle }) => handle) });
  const answered = await asker(page)('imports.answer', {
    draft: draft.id,
    answers: [{ kind: 'period', year: 2012, month: 9 }],
  });
  await asker(page)('imports.commit', { draft: answered.id, onlyValid: false });
  const sheetOf = await asker(page)('progress.sheet', {
    ...AT,
    indicator: await indicatorId(page),
    denominator: null,
    group: 'all',
  });
  expect(sheetOf.rows.map((row) => [row.name, row.month])).toEqual([
    ['甲镇', '120'],
    ['乙镇', '230'],
    ['丙镇', '340'],
    ['丁镇', '450'],
  ]);
});

step('one goes back with its reason, and the township sees which', async () => {
  const { page } = county;
  folder = down;
  await page.getByRole('row', { name: /甲镇/ }).getByRole('button', { name: '退回' }).click();
  await page.getByRole('textbox', { name: '退回原因' }).fill('和统计站的数不一致');
  await page.getByRole('button', { name: '写退回包' }).click();
  await page.getByText('已写好“退回包_甲镇').waitFor();
  await page.getByRole('row', { name: /甲镇/ }).getByText('已退回').waitFor();
  picked = [packageOf('甲镇', down)];
  await town.page.getByRole('button', { name: '选一个包' }).click();
  await town.page.getByRole('button', { name: '收下' }).click();
  await town.page.getByRole('alert').getByText('退回：整份，和统计站的数不一致').waitFor();
});
