/** HTML to PDF in a second, headless Chromium with a throwaway profile, so that the window is never disturbed. */
import { chromium, type Browser } from 'playwright-core';
import type { Paper, PrintHost } from '../shell.ts';
import { findBrowser } from './find-browser.ts';

export interface Printer extends PrintHost {
  close(): Promise<void>;
}

/** Starts the browser with the first page and keeps it until `close`. Every request but the document itself is refused. */
export function createPrinter(): Printer {
  let browser: Promise<Browser> | null = null;
  const start = (): Promise<Browser> =>
    chromium.launch({ executablePath: findBrowser(), headless: true, chromiumSandbox: process.getuid?.() !== 0, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false, args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-quic', '--no-pings', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'] });
  return {
    async toPdf(html: string, paper: Paper): Promise<Uint8Array> {
      const context = await (await (browser ??= start())).newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
      try {
        await context.route('**/*', (route) => route.abort());
        const page = await context.newPage();
        await page.setContent(html, { waitUntil: 'load' });
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, width: `${paper.width}mm`, height: `${paper.height}mm` });
      } finally {
        await context.close();
      }
    },
    async close(): Promise<void> {
      const running = browser;
      browser = null;
      if (running !== null) await (await running).close();
    },
  };
}
