/**
 * Starts the installed Chromium as an application window with its own profile and no way to the
 * network.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { localeInUtf8 } from './locale.ts';
import { OLDEST_CHROMIUM, refuseOldBrowser } from './oldest.ts';

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly headless: boolean;
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Chromium refuses its sandbox to root */
export const canSandbox = process.getuid?.() !== 0;
export const QUIET = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
] as const;

/** percent-encoded and not about:blank, or Chromium silently opens a window with tabs */
const FIRST_PAGE = `data:text/html;charset=utf-8,${encodeURIComponent('<title>县计</title>')}`;

/** @throws Fault window.oldBrowser */
export async function launchWindow({
  dataFolder,
  headless,
  viewport,
}: LaunchOptions): Promise<BrowserContext> {
  const profile = join(dataFolder, 'window-profile');
  const preferences = join(profile, 'Default', 'Preferences');
  if (!existsSync(preferences)) {
    mkdirSync(join(profile, 'Default'), { recursive: true });
    // or an offer to translate covers the page
    writeFileSync(preferences, JSON.stringify({ translate: { enabled: false } }));
  }
  const { chromium } = await import('playwright-core');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    env: localeInUtf8(process.env),
    headless,
    viewport: headless ? viewport : null,
    locale: 'zh-CN',
    acceptDownloads: true,
    permissions: [],
    serviceWorkers: 'block',
    chromiumSandbox: canSandbox,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation', '--disable-popup-blocking'],
    args: [`--app=${FIRST_PAGE}`, `--window-size=${viewport.width},${viewport.height}`, ...QUIET],
  });
  try {
    refuseOldBrowser(context.browser()?.version() ?? `${OLDEST_CHROMIUM}`);
  } catch (error) {
    await context.close();
    throw error;
  }
  return context;
}
