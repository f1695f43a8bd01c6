/**
 * The start script on a real display: it says its shell, gives way to a first window, survives what
 * is killed, and closes properly.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce } from '../helpers/app.ts';
import {
  browserOf,
  hasScreen,
  openScreen,
  run,
  type Screen,
  type Started,
} from '../helpers/started.ts';

const main = (name: string): string =>
  fileURLToPath(new URL(`../../main/${name}.ts`, import.meta.url));

function isSound(folder: string): boolean {
  const db = new Database(join(folder, 'county.db'));
  try {
    return db.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    db.close();
  }
}

async function command(...words: string[]): Promise<readonly [number | null, string]> {
  const ran = run(process.execPath, [main('cli'), ...words]);
  return [await ran.ended, ran.said()];
}

test('without a display a sentence says what to do', async () => {
  const started = run(process.execPath, [main('start')]);
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain('没有可用的显示器');
});
test('a folder that cannot be made is refused with a sentence', async () => {
  expect(
    await command('init', '--data', '/proc/x', '--county', '示例县', '--year', '2012'),
  ).toEqual([1, '文件夹“/proc/x”无法写入。请更换文件夹，或请管理员开放权限。\n']);
});

describe.skipIf(!hasScreen)('on a display (skipped where xvfb-run is missing)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-start-'));
  let screen: Screen;
  const start = (): Started =>
    run(process.execPath, [main('start'), '--data', folder], screen.display);
  const open = async (): Promise<Started> => {
    const started = start();
    await expect.poll(started.said).toContain(`县计已打开，账在 ${folder}。`);
    return started;
  };
  beforeAll(async () => {
    buildOnce();
    screen = await openScreen();
  });
  afterAll(() => {
    screen.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('it opens a window, says which shell it took, and closes on SIGTERM with the log folded', async () => {
    const started = await open();
    expect(started.said()).toMatch(/^外壳：(Electron|Chromium（没有找到 Electron）)\n/);
    const browser = browserOf(folder);
    expect(browser?.command).toContain('--app=');
    expect(browser?.command).not.toContain('--headless');
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(readdirSync(folder).filter((name) => /wal|shm|lock/.test(name))).toEqual([]);
    expect(isSound(folder)).toBe(true);
    await expect.poll(() => browserOf(folder)).toBeUndefined();
  });
  test('beside an open window: a second brings it forward, a command may read and not write', async () => {
    expect(
      await command('init', '--data', folder, '--county', '示例县', '--year', '2012'),
    ).toMatchObject([0, expect.stringContaining('示例县')]);
    const first = await open();
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain('县计已经打开，窗口已到最前面。');
    expect(await command('undo', '1', '--data', folder)).toEqual([
      1,
      '账正被另一个县计窗口打开。请先关闭该窗口，再重新打开。\n',
    ]);
    expect(await command('records', 'unit', '--data', folder, '--json')).toMatchObject([
      0,
      expect.stringContaining('示例县'),
    ]);
    expect(first.child.exitCode).toBeNull();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
  test('a killed browser ends the program with a sentence; the book is sound', async () => {
    const started = await open();
    const browser = browserOf(folder);
    expect(browser).toBeDefined();
    if (browser !== undefined) process.kill(browser.pid, 'SIGKILL');
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain('窗口意外关闭，已保存的数据没有丢失。');
    expect(isSound(folder)).toBe(true);
  });
  test('what a killed program leaves is taken over', async () => {
    const killed = await open();
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(join(folder, 'window.lock'))).toBe(true);
    await expect.poll(() => browserOf(folder)).toBeUndefined();
    const next = await open();
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    expect(isSound(folder)).toBe(true);
  });
});
