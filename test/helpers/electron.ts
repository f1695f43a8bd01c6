/**
 * The whole program in a real Electron for a test: on a display of its own, in an own data folder;
 * its dialogs are answered by the test.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { SaveRequest } from '../../main/shell/shell.ts';
import { PATIENCE_MS } from './app.ts';
import { ELECTRON_WORDS, electronDist, electronProgram } from './electron-folder.ts';
import { hasScreen, openScreen, type Screen } from './started.ts';

export interface ElectronDialogs {
  readonly pick: () => readonly string[];
  readonly folder: () => string | null;
  readonly save: (request: SaveRequest) => string | null;
}
export interface ElectronOptions extends ElectronDialogs {
  /** another binary than the one made from the sources: a packaged program's */
  readonly binary?: string;
  readonly dataFolder?: string;
  /** more words of its command line */
  readonly words?: readonly string[];
}
export interface ElectronApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** when its process has ended */
  readonly ended: Promise<number | null>;
}

export const electronHere = electronDist !== null && hasScreen;
export const WITHOUT_ELECTRON =
  'skipped: no Electron in node_modules/electron/dist or ELECTRON_OVERRIDE_DIST_PATH, or no xvfb-run';
/** two files that run side by side have each their own */
const MADE = fileURLToPath(
  new URL(`../../out/electron-test/${process.env['VITEST_POOL_ID'] ?? '0'}`, import.meta.url),
);

let made: string | null = null;
let screen: Promise<Screen> | null = null;

/** The binary round the built sources, made once per test file. */
export function electronMade(): string {
  if (electronDist === null) throw new Error(WITHOUT_ELECTRON);
  return (made ??= electronProgram(electronDist, MADE));
}

/** The environment of a display that lasts as long as the test file. */
export async function display(): Promise<Record<string, string>> {
  screen ??= openScreen();
  const own = { ...process.env, ...(await screen).display };
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export async function openElectron(options: ElectronOptions): Promise<ElectronApp> {
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'county-planner-electron-'));
  const app = await _electron.launch({
    executablePath: options.binary ?? electronMade(),
    args: [...ELECTRON_WORDS, '--data', folder, ...(options.words ?? [])],
    env: await display(),
    timeout: PATIENCE_MS * 2,
  });
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE_MS);
  // a reload in the middle of the first load would end the program, which waits for its page
  await page.waitForLoadState('load');
  void answerDialogs(app, options);
  return { app, page, folder, ended };
}

interface Asked {
  readonly kind: 'pick' | 'folder' | 'save';
  readonly name: string;
}
/** what the test puts into Electron's main process */
interface Held {
  asked: Asked[];
  wake: () => void;
  answer: (paths: readonly string[]) => void;
}

/**
 * Electron's dialogs wait for the test's answer, as they would for a person's. Ends with the
 * program.
 */
async function answerDialogs(app: ElectronApplication, dialogs: ElectronDialogs): Promise<void> {
  try {
    await app.evaluate(({ dialog }) => {
      const held: Held = { asked: [], wake: () => undefined, answer: () => undefined };
      Reflect.set(globalThis, 'held', held);
      const ask = (one: Asked): Promise<readonly string[]> => {
        held.asked.push(one);
        const answered = new Promise<readonly string[]>((done) => (held.answer = done));
        held.wake();
        return answered;
      };
      const open = async (_window: unknown, { properties = [] }: { properties?: string[] }) => {
        const kind = properties.includes('openDirectory') ? 'folder' : 'pick';
        const filePaths = [...(await ask({ kind, name: '' }))];
        return { canceled: filePaths.length === 0, filePaths };
      };
      const save = async (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => {
        const [filePath] = await ask({ kind: 'save', name: defaultPath });
        return { canceled: filePath === undefined, filePath: filePath ?? '' };
      };
      Object.assign(dialog, { showOpenDialog: open, showSaveDialog: save });
    });
    for (;;) {
      const asked = await app.evaluate(async () => {
        const held = Reflect.get(globalThis, 'held') as Held;
        if (held.asked.length === 0) await new Promise<void>((done) => (held.wake = done));
        return held.asked.shift();
      });
      if (asked === undefined) continue;
      await app.evaluate(
        (_electron, paths) => (Reflect.get(globalThis, 'held') as Held).answer(paths),
        answerTo(asked, dialogs),
      );
    }
  } catch {
    // the program has ended, and its dialogs with it
  }
}

function answerTo({ kind, name }: Asked, dialogs: ElectronDialogs): readonly string[] {
  if (kind === 'pick') return dialogs.pick();
  const path = kind === 'folder' ? dialogs.folder() : dialogs.save(requestOf(name));
  return path === null ? [] : [path];
}

const requestOf = (path: string): SaveRequest => ({ name: path, extension: '', folder: '' });
