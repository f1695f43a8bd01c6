/**
 * Seven questions of a workbook answered in a real window with the keyboard alone; next month's
 * file asks none; what is left out is seen before it is written.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp, type TestApp } from '../helpers/app.ts';
import { story } from '../helpers/story.ts';

const work = mkdtempSync(join(tmpdir(), 'county-planner-keyboard-'));
const HEAD = [
  '项目名称',
  '总投资',
  '本年计划投资',
  '一期累计完成投资（万元）',
  '调整前总投资（万元）',
  '责任单位',
];
let app: TestApp;
let page: Page;
let picked: readonly string[] = [];

function book(name: string, rows: readonly (readonly (string | number)[])[]): string {
  const path = join(work, name);
  execFileSync('/usr/bin/python3', [
    '-c',
    `
import openpyxl, sys, json
b = openpyxl.Workbook()
for row in json.loads(sys.argv[2]): b.active.append(row)
b.save(sys.argv[1])`,
    path,
    JSON.stringify(rows),
  ]);
  return path;
}

/** Focused and pressed as by somebody without a mouse. */
async function press(name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
}
async function open(path: string): Promise<void> {
  picked = [path];
  await press('选文件');
  await page.locator('.imp-foot').waitFor();
}
async function finish(sentence: RegExp): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.locator('.imp-done-sentence', { hasText: sentence }).waitFor();
}
const questions = () => page.locator('.imp-problem.is-question');
const current = () => page.locator('.imp-problem.is-question.is-current');

/** The question in hand, answered by its kind: a measure, a column, a unit. */
async function answer(): Promise<void> {
  await current().waitFor();
  const text = await current().innerText();
  const unit = Object.entries(UNITS).find(([written]) => text.includes(`“${written}”`));
  if (unit !== undefined) {
    await page.keyboard.press('Control+K');
    await expect
      .poll(() =>
        current()
          .locator('input')
          .evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.type(unit[1]);
    await page.locator('.ant-select-item-option-active', { hasText: unit[1] }).waitFor();
    await page.keyboard.press('Enter');
  } else if (text.includes('没写金额单位')) await page.keyboard.press('Alt+Digit2');
  else {
    expect(text).toContain('看不出来');
    await page.keyboard.press('Alt+Digit2');
  }
}
const UNITS: Readonly<Record<string, string>> = {
  河口公社: '甲镇',
  山前公社: '乙镇',
  塘边公社: '丙镇',
};

async function projects(): Promise<unknown> {
  return page.evaluate(async () => {
    const bridge = Reflect.get(window, 'countyPlanner') as Bridge;
    const reply = await bridge.call('records.page', {
      query: { ledger: 'project' },
      offset: 0,
      limit: 9,
    });
    return reply.ok
      ? reply.value.map((row) =>
          ['name', 'total_investment', 'planned_this_year', 'responsible_unit'].map(
            (code) => row[code] ?? null,
          ),
        )
      : reply.fault;
  });
}

beforeAll(async () => {
  app = await openApp({ pick: () => picked, viewport: { width: 1366, height: 768 } });
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

const step = story('a workbook that asks');

step('seven questions are answered one after the other without a mouse', async () => {
  await open(
    book('八月.xlsx', [
      HEAD,
      ['水厂', 300, 30, 5, 280, '河口公社'],
      ['电站', 500, 60, 7, 490, '山前公社'],
      ['学校', 800, 90, 9, 700, '塘边公社'],
    ]),
  );
  await expect.poll(() => questions().count()).toBe(7);
  for (let left = 6; left >= 0; left -= 1) {
    await answer();
    await expect.poll(() => questions().count()).toBe(left);
  }
  await finish(/已导入3条/);
  await expect.poll(projects).toEqual([
    ['水厂', '3000000.00', '300000.00', '甲镇'],
    ['电站', '5000000.00', '600000.00', '乙镇'],
    ['学校', '8000000.00', '900000.00', '丙镇'],
  ]);
  await press('继续导入');
});

step('next month’s file asks none', async () => {
  await open(
    book('九月.xlsx', [
      HEAD,
      ['水厂', 300, 35, 6, 280, '河口公社'],
      ['电站', 500, 60, 8, 490, '山前公社'],
      ['桥', 90, 9, 1, 80, '塘边公社'],
    ]),
  );
  await page.locator('.imp-foot .imp-count', { hasText: '变更' }).waitFor();
  await expect
    .poll(() => page.locator('.imp-count', { hasText: '待回答' }).locator('b').innerText())
    .toBe('0');
  expect(await questions().count()).toBe(0);
  await finish(/新增1，变更2/);
  await press('继续导入');
});

step('a figure that is left out is seen before the import, with where it stands', async () => {
  await open(
    book('十月.xlsx', [
      [...HEAD, ''],
      ['水厂', 300, 35, 6, 280, '河口公社', 77],
      ['电站', 500, 65, 8, 490, '山前公社', 88],
    ]),
  );
  const told = page.locator('.imp-problem', { hasText: '没有表头' });
  await told.waitFor();
  await expect.poll(() => told.innerText()).toContain('里面2格没有导入');
  expect(await told.getAttribute('data-problem')).toBe('G列');
  expect(await page.locator('.imp-done-sentence').count()).toBe(0);
});
