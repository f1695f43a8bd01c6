/**
 * Prints HTML to PDF, and draws pictures, in a second, headless Chromium with a throwaway profile,
 * so that the window is not disturbed.
 */
import type { Browser, Page } from 'playwright-core';
import type { Paper, PrintHost } from '../shell.ts';
import { findBrowser } from './find-browser.ts';
import { footerFor } from '../footer.ts';
import { QUIET, canSandbox } from './launch.ts';
import { refuseOldBrowser } from './oldest.ts';

export type Printer = PrintHost & { close(): Promise<void> };

/** the browser is kept for the next table, but not for ever */
const IDLE_MS = 60_000;

export function createPrinter(): Printer {
  let browser: Promise<Browser> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let printing = 0;
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const open = browser;
    browser = null;
    if (open !== null) await (await open).close();
  };
  const started = async (): Promise<Browser> => {
    browser ??= launchPrinter();
    const open = await browser.catch((error: unknown) => {
      browser = null;
      throw error;
    });
    if (open.isConnected()) return open;
    browser = null;
    return started();
  };
  /** A page of its own, without scripts and without the network. */
  const withPage = async (
    scale: number,
    work: (page: Page) => Promise<Uint8Array>,
  ): Promise<Uint8Array> => {
    clearTimeout(idle);
    printing += 1;
    try {
      const context = await (
        await started()
      ).newContext({ javaScriptEnabled: false, locale: 'zh-CN', deviceScaleFactor: scale });
      try {
        await context.route('**/*', (route) => route.abort());
        return new Uint8Array(await work(await context.newPage()));
      } finally {
        await context.close();
      }
    } finally {
      printing -= 1;
      if (printing === 0) idle = setTimeout(() => void close(), IDLE_MS).unref();
    }
  };
  return {
    toPdf: (html, paper) => withPage(1, (page) => printed(page, html, paper)),
    toPng: (svg, size, scale) => withPage(scale, (page) => pictured(page, svg, size)),
    close,
  };
}

async function printed(
  page: Page,
  html: string,
  { width, height, firstPage }: Paper,
): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' });
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    width: `${width}mm`,
    height: `${height}mm`,
    ...(firstPage === true ? { pageRanges: '1' } : {}),
    ...footerFor(html, page.context().browser()?.version() ?? ''),
  });
}

async function pictured(page: Page, svg: string, { width, height }: Paper): Promise<Uint8Array> {
  await page.setViewportSize({ width, height });
  await page.setContent(`<body style="margin:0;background:#fff">${svg}</body>`);
  return page.screenshot({ clip: { x: 0, y: 0, width, height } });
}

/** The driver is slow to load, and most commands print nothing. */
async function launchPrinter(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    chromiumSandbox: canSandbox,
    args: [...QUIET],
  });
  try {
    refuseOldBrowser(browser.version());
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}
