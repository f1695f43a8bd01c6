/**
 * The window on a slow PC: its thread at a quarter of the speed, the county of ten years open; how
 * soon a click shows something, a typed character stands in its cell, and how long the thread is
 * held.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { closeDatabase } from '../../main/data/open.ts';
import { openApp } from '../helpers/app.ts';
import { lastReaction, watchReactions } from '../helpers/reaction.ts';
import { tenYearCounty } from './county.ts';
import type { Measured } from './measure.ts';

const SLOWER = 4;
const MOST_CLICK_MS = 100;
const MOST_KEY_MS = 50;
const MOST_TASK_MS = 200;
const ROUNDS = 3;
const TYPED = '主体工程基本完工，设备安装调试，计划年底前投产，已完成投资两千万元。';
const PAGES = [
  '总览',
  '目标',
  '进度',
  '项目',
  '整改',
  '督办',
  '考核',
  '台账',
  '报表',
  '收发',
  '设置',
] as const;
const VIEWS = ['看板', '甘特', '漏斗', '分布', '跟踪', '台账'] as const;

declare global {
  interface Window {
    heldMs?: number[];
    keyMs?: number[];
  }
}

export async function benchSlowPc(): Promise<readonly Measured[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'county-planner-slow-'));
  closeDatabase(tenYearCounty(dataFolder).db);
  const app = await openApp({ dataFolder, viewport: { width: 1366, height: 768 } });
  try {
    const { page } = app;
    await page.getByRole('link', { name: '项目', exact: true }).waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await watchReactions(page);
    await watchThread(page);
    const clicks = await clicked(page);
    const keys = await typed(page);
    const held = await page.evaluate(() => window.heldMs ?? []);
    return [
      told(
        '慢电脑（主线程慢4倍，2万个项目）：点一下到有反应，最慢',
        Math.max(...clicks.values()),
        MOST_CLICK_MS,
        [...clicks]
          .sort((one, two) => two[1] - one[1])
          .slice(0, 5)
          .map(([name, ms]) => `${name} ${Math.round(ms)}`)
          .join('、'),
      ),
      told(
        '同上：表格里打字到显示，第95百分位',
        percentile(keys, 0.95),
        MOST_KEY_MS,
        `${keys.length}个字`,
      ),
      told(
        '同上：占住主线程最长的一次',
        Math.max(0, ...held),
        MOST_TASK_MS,
        `超过${MOST_TASK_MS} ms的${held.filter((ms) => ms > MOST_TASK_MS).length}次`,
      ),
    ];
  } finally {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const told = (name: string, ms: number, most: number, more: string): Measured => ({
  name,
  value: `${ms.toFixed(0)} ms（${more}）`,
  limit: `≤ ${most} ms`,
  ok: ms <= most,
});

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((one, two) => one - two)[Math.floor(values.length * part)] ?? Number.NaN;

/**
 * Each page and view several times, so that the first, which loads its code, is one among others;
 * of each the slowest.
 */
async function clicked(page: Page): Promise<ReadonlyMap<string, number>> {
  const slowest = new Map<string, number>();
  const note = async (name: string): Promise<void> => {
    await page.waitForFunction(
      () =>
        window.reaction?.painted !== null &&
        document.querySelector('.main [aria-busy=true]') === null,
    );
    slowest.set(name, Math.max(slowest.get(name) ?? 0, (await lastReaction(page)) ?? 0));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of PAGES) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.locator('.main h1').first().waitFor();
      await note(name);
    }
    await page.getByRole('link', { name: '项目', exact: true }).click();
    for (const view of VIEWS) {
      await page.locator('.main label, .main [role=tab]').filter({ hasText: view }).first().click();
      await note(`项目的${view}`);
    }
  }
  return slowest;
}

/** From each key's press to the frame that shows its character. */
async function typed(page: Page): Promise<readonly number[]> {
  await page.locator('[role=gridcell][data-row][data-field=name]').first().click();
  await page.evaluate(() => {
    const times: number[] = [];
    window.keyMs = times;
    document.addEventListener(
      'input',
      (event) => {
        const { timeStamp } = event;
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)));
      },
      true,
    );
  });
  for (const letter of TYPED) {
    await page.keyboard.insertText(letter);
    await page.waitForFunction(() => true);
  }
  await page.waitForFunction((count) => (window.keyMs ?? []).length >= count, TYPED.length);
  await page.keyboard.press('Escape');
  return page.evaluate(() => window.keyMs ?? []);
}

const watchThread = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    window.heldMs = times;
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) times.push(one.duration);
    }).observe({ type: 'longtask' });
  });
