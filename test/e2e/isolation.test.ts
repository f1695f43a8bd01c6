/**
 * The page is alone: a strict policy that real use keeps, nothing leaves its origin, no navigation,
 * no second window, no permission, one bridge.
 */
import { createSocket } from 'node:dgram';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test as base } from 'vitest';
import { createChromiumShell } from '../../main/shell/chromium/shell.ts';
import { ASSETS, buildOnce, openApp, type TestApp } from '../helpers/app.ts';
import { story } from '../helpers/story.ts';
import { electronDist, electronProgram } from '../helpers/electron-folder.ts';
import { electronHere, openElectron, WITHOUT_ELECTRON } from '../helpers/electron.ts';
import { putTries } from '../helpers/tries.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = fileURLToPath(
  new URL('../../resources/samples/02-园区重点项目台账2010.xlsx', import.meta.url),
);

interface Tried {
  readonly page: Page;
  /** what the shell says was dropped */
  dropped(): Promise<unknown>;
  close(): Promise<unknown>;
}

async function inChromium(trying: (assets: string) => void): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-alone-'));
  const assets = join(folder, 'renderer');
  cpSync(join(ASSETS, '../preload'), join(folder, 'preload'), { recursive: true });
  cpSync(ASSETS, assets, { recursive: true });
  trying(assets);
  const shell = createChromiumShell({ dataFolder: join(folder, 'data'), assets, headless: true });
  await shell.open(
    async () => ({ ok: false, fault: { code: 'core.stopped', params: {} } }),
    async () => undefined,
  );
  return {
    page: shell.page,
    dropped: () => shell.dropped(),
    async close() {
      await shell.quit();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function inElectron(trying: (assets: string) => void): Promise<Tried> {
  if (electronDist === null) throw new Error(WITHOUT_ELECTRON);
  const folder = mkdtempSync(join(ROOT, 'out/electron-alone-'));
  const binary = electronProgram(electronDist, join(folder, 'program'));
  trying(join(folder, 'program/resources/app/out/renderer'));
  const { app, page, ended } = await openElectron({
    binary,
    dataFolder: join(folder, 'data'),
    pick: () => [],
    folder: () => null,
    save: () => null,
  });
  return {
    page,
    dropped: async () =>
      ((await page.evaluate(`countyPlanner.call('shell.dropped', {})`)) as { value: unknown })
        .value,
    async close() {
      await app.evaluate(({ app: program }) => program.quit()).catch(() => undefined);
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const shells: readonly (readonly [string, typeof inChromium | null])[] = [
  ['the Chromium shell', inChromium],
  electronHere ? ['Electron', inElectron] : [`Electron (${WITHOUT_ELECTRON})`, null],
];

describe.each(shells)('a page that tries to get out of %s', (_name, open) => {
  const test = base.skipIf(open === null);
  let tried: Tried;
  let page: Page;
  let hits = 0;
  const listener = createServer((_request, response) => response.end());
  const radio = createSocket('udp4');

  beforeAll(async () => {
    if (open === null) return;
    buildOnce();
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    await new Promise<void>((done) => radio.bind(0, '127.0.0.1', done));
    const { port } = listener.address() as AddressInfo;
    listener.on('connection', () => (hits += 1));
    radio.on('message', () => (hits += 1));
    tried = await open((assets) => putTries(assets, port, radio.address().port));
    page = tried.page;
  });
  afterAll(async () => {
    await tried?.close();
    listener.close();
    radio.close();
  });

  test('the policy as served, directive by directive, with a fresh nonce each time', async () => {
    const policies: string[] = [];
    for (let load = 0; load < 2; load += 1)
      policies.push((await page.reload())?.headers()['content-security-policy'] ?? '');
    const nonces = policies.map((policy) => /'nonce-([A-Za-z0-9+/=]{24})'/.exec(policy)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    const directives = Object.fromEntries(
      (policies[0] ?? '')
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(directives).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", `'nonce-${nonces[0]}'`],
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'worker-src': ["'self'"],
      'connect-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });
  test('nothing reaches a live listener, and no text is run as code', async () => {
    expect(await page.evaluate('window.tries')).toMatchObject({
      image: 'refused',
      fetch: 'refused',
      socket: 'refused',
      evaluated: 'refused',
    });
    expect(hits).toBe(0);
  });
  test('navigation and new windows are refused and the program stays', async () => {
    await page.evaluate(`location.href = 'http://example.com/'`).catch(() => undefined);
    await page.evaluate(`window.open('http://example.com/')`).catch(() => undefined);
    await expect
      .poll(() => page.evaluate('location.origin'))
      .toBe('https://county-planner.invalid');
    await expect.poll(() => page.context().pages().length).toBe(1);
  });
  test('a file that the page made itself is no file of this machine', async () => {
    await page.evaluate(
      `countyPlanner.drop([new File(['甲'], 'passwd'), { path: '/etc/passwd' }])`,
    );
    expect(await tried.dropped()).toEqual([]);
  });
  test('every permission is refused', async () => {
    expect(await page.evaluate('window.asks()')).toEqual({
      notifications: 'refused',
      place: 'refused',
      camera: 'refused',
      clipboard: 'refused',
      fonts: 'refused',
      worker: 'refused',
    });
  });
  test('files outside the built page are not served', async () => {
    for (const path of [
      '/../preload/chromium.js',
      '/%2e%2e/preload/chromium.js',
      '/..%2fpreload%2fchromium.js',
    ]) {
      expect(
        await page.evaluate(
          (asked) =>
            fetch(asked).then(
              ({ status }) => status,
              () => 'refused',
            ),
          path,
        ),
      ).not.toBe(200);
    }
  });
  test('the bridge is the only thing given, and frozen', async () => {
    expect(
      await page.evaluate(
        `[Object.isFrozen(countyPlanner), Object.keys(countyPlanner), '__countyPlannerRaw' in window]`,
      ),
    ).toEqual([true, ['call', 'on', 'drop'], false]);
  });
});

describe('real use', () => {
  let app: TestApp;
  const asked: string[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    app = await openApp({ pick: () => [SAMPLE] });
    const { page } = app;
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (/Content Security Policy|Permissions policy/i.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(`
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));`);
    await page.reload();
  });
  afterAll(() => app.close());

  const step = story('keeps to the policy and the origin');
  step(
    'first start, every page, the import, the preview and the help keep to the policy',
    async () => {
      const { page } = app;
      await page.getByRole('button', { name: /示例/ }).first().click();
      const pages = page.getByRole('navigation', { name: '页面' }).getByRole('link');
      await pages.first().waitFor();
      for (const link of await pages.all()) {
        await link.click();
        await expect.poll(() => link.getAttribute('aria-current')).toBe('page');
        await expect.poll(() => page.locator('main').innerText()).not.toMatch(/^\s*$|正在打开/);
        await page.keyboard.press('F1');
        await page.getByRole('dialog').waitFor();
        await page.keyboard.press('Escape');
      }
      await page.getByRole('link', { name: '项目' }).click();
      await page.getByRole('button', { name: /^打印/ }).first().click();
      await page
        .getByRole('img', { name: /^第1页/ })
        .first()
        .waitFor();
      await page.getByRole('link', { name: '项目' }).click();
      await page.getByRole('button', { name: '导入', exact: true }).click();
      await page.getByRole('button', { name: '选文件' }).click();
      await page.locator('[data-cell]').first().waitFor();
      expect(await page.evaluate('window.violations')).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
  step('every request stayed on the private origin', () => {
    expect(asked.length).toBeGreaterThan(5);
    expect(
      asked.filter(
        (url) =>
          !/^(https:\/\/county-planner\.invalid\/|data:|blob:https:\/\/county-planner\.invalid\/)/.test(
            url,
          ),
      ),
    ).toEqual([]);
  });
});
