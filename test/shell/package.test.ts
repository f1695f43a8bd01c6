/** What is delivered runs by itself: electron-builder's files and the Chromium folder, each away from the sources and from their node_modules. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce } from '../helpers/app.ts';
import { hasScreen, openScreen, run } from '../helpers/started.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'county-planner-package-'));
const PRINTED = ['xlsx', 'pdf'].flatMap((extension) =>
  [
    '项目台账_园区_2010年12月',
    '项目台账_招商_2012年9月',
    '四个一批汇总表_2012年9月',
    '项目分类汇总表_2012年9月',
  ].map((name) => `${name}.${extension}`),
);

async function done(file: string, words: readonly string[]): Promise<string> {
  const started = run(file, words);
  const code = await started.ended;
  if (code !== 0) throw new Error(`${file} ended with ${code}:\n${started.said()}`);
  return started.said();
}

beforeAll(() => buildOnce());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('electron-builder', () => {
  const app = join(folder, 'packed/linux-unpacked/resources/app');
  const electron = join(folder, 'electron');
  const pack = (...words: string[]): Promise<string> =>
    done(process.execPath, [
      join(ROOT, 'node_modules/electron-builder/out/cli/cli.js'),
      '--projectDir',
      ROOT,
      '--dir',
      `-c.electronDist=${electron}`,
      `-c.directories.output=${join(folder, 'packed')}`,
      ...words,
    ]);
  beforeAll(async () => {
    // an Electron of nothing but names: what is packed can be seen without one
    for (const name of ['locales', 'resources'])
      mkdirSync(join(electron, name), { recursive: true });
    for (const name of ['electron', 'electron.exe', 'version', 'LICENSE', 'LICENSES.chromium.html'])
      writeFileSync(join(electron, name), '');
    chmodSync(join(electron, 'electron'), 0o755);
    // it also holds the configuration against its own schema
    await pack('--linux');
  });

  test('packs two packages, one database binary, and nothing of the sources', () => {
    expect(readdirSync(join(app, 'node_modules')).sort()).toEqual([
      'better-sqlite3',
      'playwright-core',
    ]);
    expect(readdirSync(join(app, 'node_modules/better-sqlite3')).sort()).toEqual([
      'LICENSE',
      'lib',
      'package.json',
      'prebuilds',
    ]);
    expect(readdirSync(join(app, 'node_modules/better-sqlite3/prebuilds'))).toEqual([
      `linux-${process.arch}.node`,
    ]);
    expect(readdirSync(app).sort()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
    expect(readdirSync(join(app, 'out')).sort()).toEqual(['main', 'preload', 'renderer']);
  });
  test('packed for Windows on Linux it carries the binary of Windows', async () => {
    await pack('--win', '--x64', '-c.win.signAndEditExecutable=false');
    expect(
      readdirSync(
        join(folder, 'packed/win-unpacked/resources/app/node_modules/better-sqlite3/prebuilds'),
      ),
    ).toEqual(['win32-x64.node']);
  });
  test('holds all that Electron opens first', () => {
    const { main } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as {
      main: string;
    };
    for (const file of [
      main,
      'out/preload/electron.cjs',
      'out/renderer/index.html',
      'out/main/core-worker.js',
    ])
      expect(existsSync(join(app, file)), file).toBe(true);
  });
  test('the packed program does the main job from elsewhere', async () => {
    const alone = join(folder, 'alone');
    cpSync(app, alone, { recursive: true });
    const out = join(folder, 'alone-out');
    await done(process.execPath, [join(alone, 'out/main/cli.js'), 'demo', '--out', out]);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(PRINTED));
  });
  test('there is an icon of the size that every desktop takes', () => {
    const icon = readFileSync(join(ROOT, 'resources/icon.png'));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([512, 512]);
  });
});

describe('the Chromium folder', () => {
  const made = join(folder, 'made');
  const carried = join(folder, '县计');
  beforeAll(async () => {
    await done(process.execPath, [join(ROOT, 'main/package-chromium.ts'), '--out', made]);
    renameSync(made, carried);
  });

  test('does the main job with the Node that it carries', async () => {
    const out = join(folder, 'carried-out');
    await done(join(carried, 'node/bin/node'), [
      join(carried, 'app/out/main/cli.js'),
      'demo',
      '--out',
      out,
    ]);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(PRINTED));
  });
  test.skipIf(!hasScreen)(
    'opens its window by its start script (skipped where xvfb-run is missing)',
    async () => {
      const screen = await openScreen();
      const started = run(
        join(carried, 'county-planner'),
        ['--data', join(folder, 'data')],
        screen.display,
      );
      await expect.poll(started.said).toContain('县计已打开');
      expect(started.said()).toContain('外壳：Chromium');
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
      screen.close();
    },
  );
  test('comes into the menu with the path where it lies', async () => {
    const installed = run('/bin/sh', [join(carried, 'install.sh')], {
      XDG_DATA_HOME: join(folder, 'home'),
    });
    expect(await installed.ended).toBe(0);
    const entry = readFileSync(join(folder, 'home/applications/county-planner.desktop'), 'utf8');
    expect(entry).toContain(`Exec="${carried}/county-planner"\nIcon=${carried}/icon.png\n`);
  });
  test('is not made over something else', async () => {
    const again = run(process.execPath, [join(ROOT, 'main/package-chromium.ts'), '--out', carried]);
    expect(await again.ended).toBe(1);
    expect(again.said()).toContain('里已经有东西');
  });
});
