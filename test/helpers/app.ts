/**
 * The whole program for a test: real core thread, real headless window, an own data folder; dialogs
 * answered by the test.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createChromiumShell, type ChromiumShell } from '../../main/shell/chromium/shell.ts';
import type { SaveRequest } from '../../main/shell/shell.ts';
import { openWindow } from '../../main/window.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const SOURCES = ['renderer', 'preload', 'vite.config.ts'];
/**
 * a test waits for what it reads, on a busy machine longer: this only ends one that waits in vain
 */
export const PATIENCE_MS = 60_000;
export const ASSETS = join(ROOT, 'out/renderer');

export interface AppOptions {
  readonly dataFolder?: string;
  readonly pick?: () => readonly string[];
  readonly folder?: () => string | null;
  readonly save?: (request: SaveRequest) => string | null;
  /** the desktop's program for a file */
  readonly open?: (path: string) => Promise<void>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** what the desktop gives it to open */
  readonly files?: readonly string[];
  /** another core thread's file */
  readonly worker?: URL;
}
export interface TestApp {
  readonly page: Page;
  readonly dataFolder: string;
  readonly shell: ChromiumShell;
  close(): Promise<void>;
}

export async function openApp(options: AppOptions = {}): Promise<TestApp> {
  buildOnce();
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'county-planner-app-'));
  const shell = createChromiumShell({
    dataFolder,
    assets: ASSETS,
    headless: true,
    viewport: options.viewport ?? { width: 1440, height: 900 },
    dialogs: {
      pick: options.pick ?? (() => []),
      folder: options.folder ?? (() => null),
      save: options.save ?? (() => null),
      ...(options.open === undefined ? {} : { open: options.open }),
    },
  });
  const { closed } = await openWindow(shell, dataFolder, {
    ...(options.worker === undefined ? {} : { worker: options.worker }),
    ...(options.files === undefined ? {} : { files: options.files }),
  });
  shell.page.setDefaultTimeout(PATIENCE_MS);
  return {
    page: shell.page,
    dataFolder,
    shell,
    async close() {
      await shell.quit();
      await closed;
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * builds the page as it ships (the runner's own NODE_ENV would build React's development half)
 * where it is missing or older than its sources
 */
export function buildOnce(): void {
  const built = join(ASSETS, 'index.html');
  const at =
    existsSync(built) && existsSync(join(ROOT, 'out/preload/chromium.js'))
      ? statSync(built).mtimeMs
      : 0;
  if (SOURCES.every((source) => newest(join(ROOT, source)) < at)) return;
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  );
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(path, name)).mtimeMs,
    ),
  );
}
