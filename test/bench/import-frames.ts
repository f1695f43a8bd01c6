/**
 * The window while a large workbook is read, checked and written: how long its frames take, and
 * whether it is ever stuck.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openApp } from '../helpers/app.ts';
import type { Bridge } from '../../preload/contract/index.ts';
import type { Measured } from './measure.ts';
import { BENCH_UNITS, ledgerWorkbook } from './workbook.ts';

const ROWS = 20_000;
const MOST_MS = 50;

/** Counts frames in the page until it is asked for them. */
export async function watchFrames(page: Page): Promise<() => Promise<readonly number[]>> {
  const watching = await page.evaluateHandle(() => {
    const frames: number[] = [];
    let last = performance.now();
    const next = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return frames;
  });
  return () => watching.evaluate((frames) => frames.splice(0));
}

const at = (frames: readonly number[], part: number): number =>
  [...frames].sort((a, b) => a - b)[Math.floor(frames.length * part)] ?? Number.NaN;

function told(what: string, frames: readonly number[]): readonly Measured[] {
  const p95 = at(frames, 0.95);
  return [
    {
      name: `${what}，${ROWS}行，第95百分位的一帧`,
      value: `${p95.toFixed(1)} ms（${frames.length}帧）`,
      limit: `≤ ${MOST_MS} ms`,
      ok: p95 <= MOST_MS,
    },
    {
      name: `${what}，最长的一帧`,
      value: `${at(frames, 1 - Number.EPSILON).toFixed(0)} ms`,
      limit: null,
      ok: true,
    },
  ];
}

export async function benchImportFrames(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-frames-'));
  const file = join(folder, '大表.xlsx');
  await ledgerWorkbook(file, ROWS);
  const app = await openApp({ pick: () => [file], viewport: { width: 1366, height: 768 } });
  try {
    const { page } = app;
    await page.evaluate(
      (units) =>
        (Reflect.get(window, 'countyPlanner') as Bridge).call('session.begin', {
          county: '示例县',
          year: 2012,
          units: units.map((name) => ({ name, kind: 'township' as const })),
        }),
      BENCH_UNITS,
    );
    await page.getByRole('link', { name: '项目' }).click();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    const frames = await watchFrames(page);
    await page.getByRole('button', { name: '选文件', exact: true }).click();
    await page.locator('.imp-foot').waitFor({ timeout: 120_000 });
    const reading = await frames();
    await page.keyboard.press('Control+Enter');
    await page.locator('.imp-done').waitFor({ timeout: 120_000 });
    const said = await page.locator('.imp-done-sentence').innerText();
    if (!said.includes(`已导入${ROWS}条`)) throw new Error(said);
    return [...told('读和核对时的窗口', reading), ...told('写入时的窗口', await frames())];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
