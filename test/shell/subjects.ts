/**
 * The windows that the contract is tried on: a fake, Chromium, and Electron where its binary is;
 * each opened on a real core in an own folder.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createChromiumShell } from '../../main/shell/chromium/shell.ts';
import { openWindow } from '../../main/window.ts';
import type { CallName, EventName } from '../../preload/contract/index.ts';
import { ASSETS, buildOnce } from '../helpers/app.ts';
import { openElectron } from '../helpers/electron.ts';
import { createFakeShell, type FakeDialogs } from '../helpers/fake-shell.ts';

export interface Subject {
  readonly folder: string;
  /** what the next dialogs answer */
  readonly dialogs: FakeDialogs;
  /** as the page asks, whatever the types say */
  call(name: string, input: unknown): Promise<unknown>;
  /** begins to listen; the answer holds what was heard since */
  hear(event: EventName): Promise<() => Promise<readonly unknown[]>>;
  /** the person closes the window */
  userCloses(): Promise<void>;
  /**
   * the page asks to quit; whether it still hears the answer is up to the window, which may be gone
   * first
   */
  quits(): Promise<void>;
  readonly closed: Promise<unknown>;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'county-planner-shell-'));
const gaveUp = (): FakeDialogs => ({ pick: () => [], save: () => null });

export async function fake(): Promise<Subject> {
  const [folder, dialogs] = [newFolder(), gaveUp()];
  const shell = createFakeShell({
    pick: () => dialogs.pick(),
    folder: () => dialogs.folder?.() ?? null,
    save: (request) => dialogs.save(request),
  });
  const { closed } = await openWindow(shell, folder);
  // the page's own part of leaving, which the real ones have in renderer/stores/closing.ts
  shell.on('closing', () => void shell.call('shell.leave', {}));
  return {
    folder,
    dialogs,
    call: (name, input) => shell.call(name as CallName, input as never),
    async hear(event) {
      const heard: unknown[] = [];
      shell.on(event, (data) => void heard.push(data));
      return async () => heard;
    },
    userCloses: () => shell.userCloses(),
    quits: async () => void (await shell.call('shell.quit', {})),
    closed,
  };
}

function inPage(page: Page): Pick<Subject, 'call' | 'hear' | 'quits'> {
  return {
    // asked without waiting for the answer: it would have to come from a page that is gone
    quits: () =>
      page.evaluate(() => void Reflect.get(window, 'countyPlanner').call('shell.quit', {})),
    call: (name, input) =>
      page.evaluate(([asked, given]) => Reflect.get(window, 'countyPlanner').call(asked, given), [
        name,
        input,
      ] as const),
    async hear(event) {
      const heard = await page.evaluateHandle((name) => {
        const list: unknown[] = [];
        Reflect.get(window, 'countyPlanner').on(name, (data: unknown) => list.push(data));
        return list;
      }, event);
      return () => heard.jsonValue();
    },
  };
}

export async function chromium(): Promise<Subject> {
  buildOnce();
  const [folder, dialogs] = [newFolder(), gaveUp()];
  const shell = createChromiumShell({
    dataFolder: folder,
    assets: ASSETS,
    headless: true,
    dialogs: {
      pick: () => dialogs.pick(),
      folder: () => dialogs.folder?.() ?? null,
      save: (request) => dialogs.save(request),
    },
  });
  const { closed } = await openWindow(shell, folder);
  return {
    folder,
    dialogs,
    ...inPage(shell.page),
    async userCloses() {
      const cdp = await shell.page.context().newCDPSession(shell.page);
      // the answer may be lost with the window
      await cdp.send('Page.close').catch(() => undefined);
    },
    closed,
  };
}

export async function electron(): Promise<Subject> {
  const dialogs = gaveUp();
  const { app, page, folder, ended } = await openElectron({
    pick: () => dialogs.pick(),
    folder: () => dialogs.folder?.() ?? null,
    save: (request) => dialogs.save(request),
  });
  return {
    folder,
    dialogs,
    ...inPage(page),
    userCloses: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    closed: ended,
  };
}
