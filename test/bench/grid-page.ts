/** Opens the grid's harness in a real Chromium: built by vite, answered from disk, no server. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { build } from 'vite';
import { findBrowser } from '../../main/shell/chromium/find-browser.ts';

const ORIGIN = 'https://grid.invalid';
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const harness = new URL('./grid-harness/', import.meta.url);
const out = new URL('../../out/grid-harness/', import.meta.url);

export interface GridPage {
  readonly browser: Browser;
  readonly page: Page;
}

export async function openGridPage(): Promise<GridPage> {
  await build({ configFile: fileURLToPath(new URL('vite.config.ts', harness)), logLevel: 'warn' });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
  });
  await context.route(`${ORIGIN}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path === '/' ? 'index.html' : path.slice(1);
    const body = await readFile(new URL(file, out)).catch(() => null);
    await (body === null
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' }));
  });
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/`);
  return { browser, page };
}
