/**
 * Start-up to a usable window (core thread, Chromium shell, first screen drawn) against the same
 * Chromium with an empty page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchWindow } from '../../main/shell/chromium/launch.ts';
import { createChromiumShell } from '../../main/shell/chromium/shell.ts';
import { openWindow } from '../../main/window.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

const ROUNDS = 5;
/**
 * a guard against growth: what is left of the start is antd and React drawing for the first time
 */
const LIMIT = 3;
const VIEWPORT = { width: 1440, height: 900 };
const ASSETS = fileURLToPath(new URL('../../out/renderer', import.meta.url));
/** the first start's form, or the grid's first cell */
const USABLE = '.first input:visible, .cp-grid [role="gridcell"][data-row]';

/**
 * Both sides keep their profile from the warm-up round on, as on a PC where the program was opened
 * before.
 */
export async function benchStart(): Promise<readonly Measured[]> {
  const [ours, empty] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'county-planner-bench-')));
  if (ours === undefined || empty === undefined) throw new RangeError('two folders');
  const closers: (() => Promise<void>)[] = [];
  const opened = async (start: () => Promise<() => Promise<void>>): Promise<void> =>
    void closers.push(await start());
  const closed = async (): Promise<void> => {
    for (const close of closers.splice(0)) await close();
  };
  try {
    const [mine, bare] = await interleaved(
      ROUNDS,
      [() => opened(() => startOurs(ours)), () => opened(() => startEmpty(empty))],
      closed,
    );
    return [ratio('启动到可用的窗口 ÷ 同一个Chromium开空白页', mine ?? NaN, bare ?? NaN, LIMIT)];
  } finally {
    await closed();
    for (const folder of [ours, empty]) rmSync(folder, { recursive: true, force: true });
  }
}

async function startOurs(dataFolder: string): Promise<() => Promise<void>> {
  const shell = createChromiumShell({
    dataFolder,
    assets: ASSETS,
    headless: true,
    viewport: VIEWPORT,
  });
  const window = await openWindow(shell, dataFolder);
  await shell.page.locator(USABLE).first().waitFor();
  return async () => {
    await shell.quit();
    await window.closed;
  };
}

async function startEmpty(dataFolder: string): Promise<() => Promise<void>> {
  const context = await launchWindow({ dataFolder, headless: true, viewport: VIEWPORT });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('data:text/html,<!doctype html><title>.</title>');
  return () => context.close();
}
