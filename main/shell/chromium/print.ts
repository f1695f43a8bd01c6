/** Prints HTML to PDF in a second, headless Chromium with a throwaway profile, so that the window is not disturbed. */
import type { Browser } from 'playwright-core';
import type { PrintHost } from '../shell.ts';
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
  return {
    async toPdf(html, paper) {
      clearTimeout(idle);
      printing += 1;
      try {
        const open = await started();
        const context = await open.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
        try {
          await context.route('**/*', (route) => route.abort());
          const page = await context.newPage();
          await page.setContent(html, { waitUntil: 'load' });
          return new Uint8Array(
            await page.pdf({
              preferCSSPageSize: true,
              printBackground: true,
              width: `${paper.width}mm`,
              height: `${paper.height}mm`,
              ...footerFor(html, open.version()),
            }),
          );
        } finally {
          await context.close();
        }
      } finally {
        printing -= 1;
        if (printing === 0) idle = setTimeout(() => void close(), IDLE_MS).unref();
      }
    },
    close,
  };
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
