/**
 * Answering in a real window: a whole kind of problem at once, in one file or in all; near names;
 * measures; what changes; what is remembered; templates.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp, type TestApp } from '../helpers/app.ts';
import { story } from '../helpers/story.ts';

const work = mkdtempSync(join(tmpdir(), 'county-planner-answers-'));
const HEAD = ['项目名称', '总投资（万元）', '责任单位'];
type Rows = readonly (readonly (string | number)[])[];
let app: TestApp;
let page: Page;
let picked: readonly string[] = [];
let saved = '';

/** Writes a workbook, a sheet for each entry, and answers its path. */
function book(name: string, sheets: Readonly<Record<string, Rows>>): string {
  const path = join(work, name);
  execFileSync('/usr/bin/python3', [
    '-c',
    `
import openpyxl, sys, json
b = openpyxl.Workbook(); b.remove(b.active)
for title, rows in json.loads(sys.argv[2]).items():
    ws = b.create_sheet(title)
    for row in rows: ws.append(row)
b.save(sys.argv[1])`,
    path,
    JSON.stringify(sheets),
  ]);
  return path;
}
async function open(...files: readonly string[]): Promise<void> {
  picked = files;
  await page.getByRole('button', { name: '选文件', exact: true }).click();
  await page.locator('.imp-foot').waitFor();
}
async function finish(sentence: RegExp): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.locator('.imp-done-sentence', { hasText: sentence }).waitFor();
  await page.getByRole('button', { name: '继续导入' }).click();
}
const foot = (word: string): Promise<string> =>
  page.locator('.imp-count', { hasText: word }).locator('b').innerText();
const kind = (code: string) => page.locator(`.imp-kind[data-kind="${code}"]`);

async function fieldOf(name: string, field: string): Promise<unknown> {
  return page.evaluate(
    async ([search, code]) => {
      const bridge = Reflect.get(window, 'countyPlanner') as Bridge;
      const reply = await bridge.call('records.page', {
        query: { ledger: 'project', search },
        offset: 0,
        limit: 5,
      });
      return reply.ok ? reply.value.map((row) => row[code] ?? null) : reply.fault;
    },
    [name, field] as const,
  );
}

beforeAll(async () => {
  app = await openApp({
    pick: () => picked,
    save: () => saved,
    viewport: { width: 1366, height: 768 },
  });
  page = app.page;
  await page.evaluate(() =>
    (Reflect.get(window, 'countyPlanner') as Bridge).call('session.begin', {
      county: '示例县',
      year: 2012,
      units: ['甲镇', '乙镇', '丙镇'].map((name) => ({ name, kind: 'township' as const })),
    }),
  );
  await page.getByRole('link', { name: '项目' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
});
afterAll(async () => {
  await app.close();
  rmSync(work, { recursive: true, force: true });
});

const step = story('an import with its answers');

step(
  'a kind is skipped in one file and accepted or emptied in all; two returns of one unit are told',
  async () => {
    await open(
      book('甲镇.xlsx', {
        表: [
          HEAD,
          ['甲镇水厂', '300-500', '甲镇'],
          ['甲镇电站', '200-600', '甲镇'],
          ['甲镇学校', 800, '甲镇'],
        ],
      }),
      book('乙镇.xlsx', {
        表: [
          HEAD,
          ['乙镇水厂', '100-200', '乙镇'],
          ['乙镇电站', '400-600', '乙镇'],
          ['乙镇学校', 700, '乙镇'],
        ],
      }),
      book('乙镇补报.xlsx', { 表: [HEAD, ['乙镇医院', 900, '乙镇']] }),
    );
    const cover = await page.getByRole('region', { name: '未报单位' }).innerText();
    expect(cover).toContain('丙镇');
    expect(cover).toMatch(/乙镇\s+乙镇、乙镇补报/);
    await page.locator('.imp-files [data-file="乙镇补报.xlsx"]').click();
    await page.getByLabel('这个文件的填报单位').fill('丙镇');
    await page.keyboard.press('Enter');
    await page.getByText('均已报送').waitFor();
    await expect.poll(() => kind('value.range').innerText()).toContain('全部文件4处');
    await page.locator('.imp-scope').getByText('本文件').click();
    await page.locator('.imp-files [data-file="甲镇.xlsx"]').click();
    await expect.poll(() => kind('value.range').innerText()).toContain('本文件2处');
    await kind('value.range').getByRole('button', { name: '都跳过' }).click();
    await expect.poll(() => foot('跳过')).toBe('2');
    await page.locator('.imp-scope').getByText('全部文件').click();
    await expect.poll(() => kind('value.range').innerText()).toContain('2处');
    await kind('value.range').getByRole('button', { name: '都留空' }).click();
    await expect.poll(() => foot('新增')).toBe('5');
    await expect.poll(() => foot('待回答')).toBe('0');
    await finish(/已导入5条/);
    await expect.poll(() => fieldOf('乙镇水厂', 'total_investment')).toEqual([null]);
  },
);

step(
  'a near name is the same record or another; what would change is shown before and after, with its sheet',
  async () => {
    await open(
      book('十月.xlsx', {
        一批: [HEAD, ['甲镇学校建设项目', 850, '甲镇'], ['乙镇医院工程', 950, '乙镇']],
        二批: [HEAD, ['丙镇桥梁', 60, '丙镇'], ['乙镇学校', 720, '乙镇']],
      }),
    );
    const questions = page.locator('.imp-problem.is-question');
    await expect.poll(() => questions.count()).toBe(2);
    await expect
      .poll(() => questions.locator('.imp-problem-place').allInnerTexts())
      .toEqual(['一批', '一批']);
    await page.keyboard.press('Alt+Digit1');
    await expect.poll(() => questions.count()).toBe(1);
    await page.keyboard.press('Alt+Digit2');
    await expect.poll(() => questions.count()).toBe(0);
    expect([await foot('新增'), await foot('变更')]).toEqual(['2', '2']);
    const dock = page.getByRole('region', { name: '将变更的记录' });
    await expect.poll(() => dock.innerText()).toContain('1 / 2');
    const shown: string[] = [await dock.innerText()];
    await dock.getByRole('button', { name: '下一条' }).click();
    shown.push(await dock.innerText());
    const of = (name: string): string =>
      (shown.find((text) => text.includes(name)) ?? '').replace(/\s+/g, ' ');
    expect(of('甲镇学校建设项目')).toMatch(
      /一批.*甲镇学校 → 甲镇学校建设项目.*800 万元 → 850 万元/,
    );
    expect(of('乙镇学校')).toMatch(/二批.*700 万元 → 720 万元/);
    await finish(/已导入4条：新增2，变更2/);
    await expect
      .poll(() => fieldOf('甲镇学校建设项目', 'total_investment'))
      .toEqual(['8500000.00']);
  },
);

step(
  'measures are answered once for all columns, remembered under a name that can be changed, and forgotten',
  async () => {
    const rows = (name: string): Rows => [
      ['项目名称', '总投资', '本年计划投资', '责任单位'],
      [name, 300, 30, '甲镇'],
    ];
    await open(book('无单位.xlsx', { 表: rows('甲镇公园') }));
    await kind('measure.unknown').getByRole('button', { name: '都是万元' }).click();
    await expect.poll(() => foot('新增')).toBe('1');
    await expect.poll(() => page.locator('[data-chip="B"]').innerText()).toContain('万元');
    await finish(/已导入1条/);
    const profiles = page.getByRole('region', { name: '记住的表' });
    await profiles.getByRole('button', { name: '“无单位.xlsx”改名' }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('镇街月报');
    await page.keyboard.press('Enter');
    await profiles.getByRole('button', { name: '“镇街月报”改名' }).waitFor();
    await open(book('下月.xlsx', { 表: rows('甲镇广场') }));
    await page.getByText('识别完成，没有需要回答的问题').waitFor();
    await page.locator('.imp-foot').getByRole('button', { name: '取消' }).click();
    await profiles.getByRole('button', { name: '删除“镇街月报”' }).click();
    await expect.poll(() => profiles.getByRole('table').count()).toBe(0);
  },
);

step('an unknown unit is chosen by Ctrl+K and its name typed', async () => {
  await open(book('老名.xlsx', { 表: [HEAD, ['丙镇码头', 40, '三河公社']] }));
  await page.getByText('“三河公社”是哪个单位？').first().waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('丙镇');
  await page.keyboard.press('Enter');
  await page.getByText('识别完成，没有需要回答的问题').waitFor();
  await finish(/已导入1条/);
  await expect.poll(() => fieldOf('丙镇码头', 'responsible_unit')).toEqual(['丙镇']);
});

step('a column is taken for what the user says, with the keyboard alone', async () => {
  await open(
    book('怪列.xlsx', {
      表: [
        [...HEAD, '情况'],
        ['甲镇茶园', 20, '甲镇', '正在平整土地'],
      ],
    }),
  );
  await page.locator('.imp-chip[data-chip="D"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'D列是什么' }).waitFor();
  await page.keyboard.type('形象进度');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[data-chip="D"]').innerText()).toContain('形象进度');
  await finish(/已导入1条/);
  await expect.poll(() => fieldOf('甲镇茶园', 'progress')).toEqual(['正在平整土地']);
});

step(
  'a template is saved, and with the ledger’s records it comes back without a question',
  async () => {
    saved = join(work, '模板.xlsx');
    await page.getByRole('button', { name: '项目台账带现有数据的模板' }).click();
    await expect.poll(() => existsSync(saved)).toBe(true);
    await page.getByText('填好后导入，不再提问').waitFor();
    await open(saved);
    await page.getByText('识别完成，没有需要回答的问题').waitFor();
    expect([await foot('新增'), await foot('变更')]).toEqual(['0', '0']);
    expect(Number(await foot('相同'))).toBeGreaterThan(5);
    await page.locator('.imp-foot').getByRole('button', { name: '取消' }).click();
  },
);

step(
  'the form of a month is saved for the month that is chosen, and comes back without a question',
  async () => {
    await open(
      book('目标.xlsx', {
        表: [
          ['2012年各单位主要指标目标任务分解表（单位：亿元）'],
          ['责任单位', '合同引资', '到位资金'],
          ['甲镇', 3, 1],
          ['乙镇', 2, 1],
        ],
      }),
    );
    await finish(/已导入/);
    saved = join(work, '月报.xlsx');
    const templates = page.getByRole('region', { name: '模板' });
    await templates.getByRole('combobox', { name: '月报表的月份' }).click();
    await page.locator('.ant-select-item-option[title="9月"]').click();
    await templates.getByRole('button', { name: '2012年9月月报表空白模板' }).click();
    await expect.poll(() => existsSync(saved)).toBe(true);
    await open(saved);
    await page.getByText('识别完成，没有需要回答的问题').waitFor();
    await page.locator('.imp-foot').getByRole('button', { name: '取消' }).click();
  },
);
