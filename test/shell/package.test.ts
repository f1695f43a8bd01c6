/**
 * What is delivered runs by itself: electron-builder's files and the Chromium folder, each away
 * from the sources and from their node_modules.
 */
import {
  chmodSync,
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

/**
 * how Electron's fuses lie in its binary: this text, a version, their number, then one character
 * for each
 */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fusesOf = (binary: string): string => {
  const bytes = readFileSync(binary);
  const at = bytes.indexOf(FUSES) + FUSES.length;
  return bytes.subarray(at + 2, at + 2 + (bytes[at + 1] ?? 0)).toString();
};

describe('electron-builder', () => {
  const resources = join(folder, 'packed/linux-unpacked/resources');
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
  const packedFiles = async (): Promise<readonly string[]> => {
    const asar = join(ROOT, 'node_modules/@electron/asar/bin/asar.js');
    const listed = await done(process.execPath, [asar, 'list', join(resources, 'app.asar')]);
    return listed.split('\n').map((line) => line.replaceAll('\\', '/').slice(1));
  };
  beforeAll(async () => {
    // an Electron of nothing but names and fuses: what is packed can be seen without one
    for (const name of ['locales', 'resources'])
      mkdirSync(join(electron, name), { recursive: true });
    for (const name of [
      'version',
      'LICENSE',
      'LICENSES.chromium.html',
      'locales/zh-CN.pak',
      'locales/en-US.pak',
    ])
      writeFileSync(join(electron, name), '');
    for (const name of ['electron', 'electron.exe'])
      writeFileSync(join(electron, name), `${FUSES}\x01\x08${'1'.repeat(8)}`);
    chmodSync(join(electron, 'electron'), 0o755);
    // it also holds the configuration against its own schema
    await pack('--linux');
  });

  test('packs one package, one database binary beside the archive, and nothing of the sources', async () => {
    const files = await packedFiles();
    const tops = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')));
    expect([...tops].filter((top) => top.includes('/')).sort()).toEqual([
      'node_modules/better-sqlite3',
      'out/main',
      'out/preload',
      'out/renderer',
      'resources/CHANGELOG.md',
      'resources/help',
      'resources/samples',
    ]);
    const native = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([native]);
    expect(existsSync(join(resources, 'app.asar.unpacked', native))).toBe(true);
    expect(files.filter((file) => /\.(ts|tsx|map|c|cpp|h)$|README/.test(file))).toEqual([]);
  });
  test('packed for Windows on Linux it carries the binary of Windows', async () => {
    await pack(
      '--win',
      '--x64',
      '-c.win.signAndEditExecutable=false',
      // the names of this test are no Windows program that could take the archive's hash
      '-c.disableAsarIntegrity=true',
    );
    expect(
      readdirSync(
        join(
          folder,
          'packed/win-unpacked/resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds',
        ),
      ),
    ).toEqual(['win32-x64.node']);
  });
  test('holds all that Electron opens first', async () => {
    const { main } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      main: string;
    };
    expect(await packedFiles()).toEqual(
      expect.arrayContaining([
        main,
        'out/preload/electron.cjs',
        'out/renderer/index.html',
        'out/main/core-worker.js',
      ]),
    );
  });
  test('shuts the back doors of the binary: as Node, by environment, by debugger, beside the archive', () => {
    // in Electron's order: as Node, cookies in cipher, NODE_OPTIONS, --inspect, archive checked,
    // archive only, own snapshot, file://
    expect(fusesOf(join(folder, 'packed/linux-unpacked/county-planner'))).toBe('01001110');
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
