/**
 * The window while a book of 100 MB is backed up and the copy proven: its grid is scrolled
 * meanwhile, and no frame may take long.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bridge } from '../../preload/contract/index.ts';
import { openApp } from '../helpers/app.ts';
import { watchFrames } from './import-frames.ts';
import { bookOf, MB } from './keeping.ts';
import type { Measured } from './measure.ts';

const MOST_MS = 50;
const BACKUPS = 3;
/** the same scrolling without a backup, to be held against */
const ALONE_MS = 2000;

export async function benchBackupFrames(): Promise<readonly Measured[]> {
  const root = mkdtempSync(join(tmpdir(), 'county-planner-frames-'));
  const dataFolder = join(root, 'hundred');
  bookOf(dataFolder, 100 * MB);
  const app = await openApp({ dataFolder, viewport: { width: 1366, height: 768 } });
  try {
    const { page } = app;
    await page.getByRole('link', { name: '项目' }).click();
    await page.getByText('项目0-1', { exact: true }).first().waitFor();
    await page.mouse.move(700, 400);
    const frames = await watchFrames(page);
    const longestWhile = async (work: Promise<unknown>): Promise<number> => {
      await frames();
      let isDone = false;
      const done = work.finally(() => {
        isDone = true;
      });
      while (!isDone) await page.mouse.wheel(0, 120);
      await done;
      return Math.max(...(await frames()));
    };
    // the page's own first frames are not what is measured
    await longestWhile(page.waitForTimeout(ALONE_MS));
    const alone = await longestWhile(page.waitForTimeout(ALONE_MS));
    const longest = await longestWhile(
      page.evaluate(async (times) => {
        const bridge = Reflect.get(window, 'countyPlanner') as Bridge;
        for (let at = 0; at < times; at += 1) await bridge.call('keeping.backup', {});
      }, BACKUPS),
    );
    return [
      {
        name: '同样滚动、没有备份时，最长的一帧（这台机器此刻有多忙）',
        value: `${alone.toFixed(1)} ms`,
        limit: null,
        ok: true,
      },
      {
        name: '100 MB的账备份并核对时的窗口，最长的一帧',
        value: `${longest.toFixed(1)} ms`,
        limit: `≤ ${MOST_MS} ms`,
        ok: longest <= MOST_MS,
      },
    ];
  } finally {
    await app.close();
    rmSync(root, { recursive: true, force: true });
  }
}
