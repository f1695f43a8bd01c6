/**
 * What `npm run package` makes here, with the Electron of this machine: started from the package
 * and walked, its archive and its deb looked into.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce, PATIENCE_MS } from '../helpers/app.ts';
import { dropOn } from '../helpers/drop.ts';
import { ELECTRON_WORDS, electronDist, fitDatabase } from '../helpers/electron-folder.ts';
import { display, electronHere, WITHOUT_ELECTRON } from '../helpers/electron.ts';
import { run } from '../helpers/started.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = join(ROOT, 'resources/samples/02-园区重点项目台账2010.xlsx');
/** the program's own part of a package, beside what Electron itself weighs */
const MOST_OF_ELECTRON = 1.15;
const folder = mkdtempSync(join(tmpdir(), 'county-planner-packed-'));
const out = join(folder, 'packages');

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;

describe.skipIf(!electronHere)(`packed with an Electron (${WITHOUT_ELECTRON})`, () => {
  const program = join(out, 'linux-unpacked');
  let said = '';
  beforeAll(async () => {
    buildOnce();
    const made = run(process.execPath, [join(ROOT, 'main/package-desktop.ts'), '--out', out]);
    const code = await made.ended;
    said = made.said();
    if (code !== 0) throw new Error(said);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('says the SHA-256 of each file that is carried', () => {
    const files = readdirSync(out).filter((name) => /\.(tar\.gz|deb)$/.test(name));
    expect(files.length).toBe(2);
    for (const name of files) {
      const [digest] = execFileSync('sha256sum', [join(out, name)], { encoding: 'utf8' }).split(
        ' ',
      );
      expect(said).toContain(`SHA-256 ${digest}`);
    }
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: out });
  });
  test('is hardly larger than Electron itself', () => {
    expect(sizeOf(program) / sizeOf(electronDist ?? '')).toBeLessThan(MOST_OF_ELECTRON);
  });
  test('its database part wants no newer glibc than it says', () => {
    const part = `resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    const asked = execFileSync('objdump', ['-T', join(program, part)], { encoding: 'utf8' });
    const highest = Math.max(
      ...[...asked.matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor)),
    );
    expect(said).toContain(`glibc 2.${highest}`);
    expect(highest).toBeLessThanOrEqual(34);
  });
  test('the deb holds the program, a menu entry, an icon and what opens a package', () => {
    const deb = join(out, readdirSync(out).find((name) => name.endsWith('.deb')) ?? '');
    const listed = execFileSync('dpkg-deb', ['--contents', deb], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    for (const path of [
      './opt/county-planner/county-planner',
      './opt/county-planner/resources/app.asar',
      './usr/share/applications/county-planner.desktop',
      './usr/share/icons/hicolor/512x512/apps/county-planner.png',
      './usr/share/mime/packages/county-planner.xml',
    ])
      expect(listed).toContain(` ${path}\n`);
    expect(execFileSync('dpkg-deb', ['--field', deb, 'Package'], { encoding: 'utf8' }).trim()).toBe(
      'county-planner',
    );
  });
  test('unpacked it opens, imports a dropped workbook, shows its printed page, and quits', async () => {
    if (electronDist === null) return;
    fitDatabase(electronDist, join(program, 'resources/app.asar.unpacked/node_modules'));
    const data = join(folder, 'data');
    const child = spawn(
      join(program, 'county-planner'),
      [...ELECTRON_WORDS, '--remote-debugging-port=0', '--data', data],
      { env: await display(), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    // no debugger of Node: its fuse is out; the page's own is enough to walk it
    const address = await new Promise<string>((done) => {
      let text = '';
      child.stderr.on('data', (more: Buffer) => {
        text += more.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(text);
        if (found?.[1] !== undefined) done(found[1]);
      });
    });
    // what an update asks of it
    const trial = run(
      join(program, 'county-planner'),
      [...ELECTRON_WORDS, '--try'],
      await display(),
    );
    expect(await trial.ended).toBe(0);
    const browser = await chromium.connectOverCDP(address);
    await expect.poll(() => browser.contexts()[0]?.pages().length).toBe(1);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('no page');
    page.setDefaultTimeout(PATIENCE_MS);
    await walk(page);
    // a double-click on a package while the window is open
    const stick = join(folder, '上报包_城关镇_2012年9月_1.zip');
    writeFileSync(stick, 'not a package');
    const words = [...ELECTRON_WORDS, '--data', data, stick];
    const second = run(join(program, 'county-planner'), words, await display());
    expect(await second.ended).toBe(0);
    await page.getByRole('heading', { name: '收发', level: 1 }).waitFor();
    await page.getByRole('alert').filter({ hasText: '上报包_城关镇' }).waitFor();
    await page.evaluate(`void countyPlanner.call('shell.quit', {})`);
    expect(await ended).toBe(0);
    expect(readdirSync(data)).toContain('county.db');
    expect(readFileSync(join(data, 'county.db')).subarray(0, 15).toString()).toBe(
      'SQLite format 3',
    );
  });
});

async function walk(page: Page): Promise<void> {
  await page.getByLabel('县（市、区）或乡镇名称').fill('示例县');
  await page.getByText('以后再说').click();
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('link', { name: '项目' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await dropOn(page, '.imp-drop', [SAMPLE]);
  await page.getByRole('button', { name: /导入 ?13 ?条/ }).click();
  await page.getByRole('button', { name: '查看台账' }).click();
  const names = page.locator('[role=gridcell][data-row][data-field=name]');
  await expect.poll(() => names.count()).toBe(13);
  await page.getByRole('button', { name: /^打印/ }).first().click();
  await page
    .getByRole('img', { name: /^第1页/ })
    .last()
    .waitFor();
}
