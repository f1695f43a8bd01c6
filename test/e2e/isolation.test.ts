/** The page is alone: a strict policy, nothing leaves its origin, no navigation, no second window, one bridge. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChromiumShell } from '../../main/shell/chromium/shell.ts';
import { ASSETS, buildOnce } from '../helpers/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-alone-'));
const assets = join(folder, 'renderer');
const shell = createChromiumShell({ dataFolder: join(folder, 'data'), assets, headless: true });
let hits = 0;
const listener = createServer((_request, response) => {
  hits += 1;
  response.end();
});

beforeAll(async () => {
  buildOnce();
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const { port } = listener.address() as AddressInfo;
  listener.on('connection', () => (hits += 1));
  cpSync(join(ASSETS, '../preload'), join(folder, 'preload'), { recursive: true });
  cpSync(ASSETS, assets, { recursive: true });
  // the page's own script tries: page.evaluate would bypass the policy
  writeFileSync(join(assets, 'tries.js'), `
    const to = '127.0.0.1:${port}';
    const ends = (target, good, bad) => new Promise((done) => { target.addEventListener(good, () => done('went')); target.addEventListener(bad, () => done('refused')); });
    window.tries = (async () => {
      const image = new Image(); const seen = ends(image, 'load', 'error'); image.src = 'http://' + to + '/img';
      const fetched = fetch('http://' + to + '/fetch').then(() => 'went', () => 'refused');
      let socket = 'refused'; try { socket = await ends(new WebSocket('ws://' + to), 'open', 'error'); } catch {}
      navigator.sendBeacon('http://' + to + '/beacon');
      return { image: await seen, fetch: await fetched, socket, window: (window.open('http://' + to + '/window'), 'asked') };
    })();`);
  const html = readFileSync(join(assets, 'index.html'), 'utf8');
  writeFileSync(join(assets, 'index.html'), html.replace('</head>', '<script type="module" src="./tries.js"></script></head>'));
  await shell.open(async () => ({ ok: false, fault: { code: 'core.stopped', params: {} } }));
});
afterAll(async () => {
  await shell.quit();
  listener.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the page comes with the strict policy and a fresh nonce', async () => {
  const first = (await shell.page.reload())?.headers()['content-security-policy'] ?? '';
  const second = (await shell.page.reload())?.headers()['content-security-policy'] ?? '';
  expect(first).toContain("default-src 'none'");
  expect(first).toContain("connect-src 'none'");
  expect(first).not.toBe(second);
});
test('nothing reaches a live listener', async () => {
  expect(await shell.page.evaluate('window.tries')).toMatchObject({ image: 'refused', fetch: 'refused', socket: 'refused' });
  expect(hits).toBe(0);
});
test('navigation is refused and the program stays', async () => {
  await shell.page.evaluate(`location.href = 'http://example.com/'`).catch(() => undefined);
  await expect.poll(() => shell.page.evaluate('location.origin')).toBe('https://county-planner.invalid');
  await expect.poll(() => shell.page.context().pages().length).toBe(1);
});
test('the bridge is the only thing given, and frozen', async () => {
  expect(await shell.page.evaluate(`[Object.isFrozen(countyPlanner), Object.keys(countyPlanner), '__countyPlannerRaw' in window]`)).toEqual([true, ['call', 'on'], false]);
});
