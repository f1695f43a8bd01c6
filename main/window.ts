/**
 * What both shells share: joins a shell to the core thread, and keeps real paths away from the
 * page.
 */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import {
  shellCalls,
  type CallName,
  type Parsed,
  type Reply,
  type ShellCallName,
} from '../preload/contract/index.ts';
import type { PickedFile } from '../preload/contract/shell.ts';
import { startCore } from './core-client.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import { takeLock } from './process/lock.ts';
import type { Shell } from './shell/shell.ts';

// before any schema is used: the page's process must not probe for eval
z.config({ jitless: true });

export interface Handles {
  give(path: string): PickedFile;
  /** @throws Fault file.handle */
  pathOf(handle: string): string;
}

function createHandles(): Handles {
  const paths = new Map<string, string>();
  return {
    give(path) {
      const handle = randomUUID();
      paths.set(handle, path);
      return { handle, name: basename(path) };
    },
    pathOf(handle) {
      const path = paths.get(handle);
      if (path === undefined) throw new Fault('file.handle', {});
      return path;
    },
  };
}

/** The page is told that it will close, and is waited for: it may have drafts to keep. */
export interface Farewell {
  /** resolves once the page has left, or after two seconds where it does not answer */
  ask(): Promise<void>;
  left(): void;
  /** somebody meant the window to close */
  isMeant(): boolean;
}

const PATIENCE_MS = 2000;

function createFarewell(tell: () => void): Farewell {
  let meant = false;
  let leave = (): void => undefined;
  return {
    ask() {
      meant = true;
      const { promise, resolve } = Promise.withResolvers<void>();
      leave = resolve;
      tell();
      return Promise.race([
        promise,
        new Promise<void>((done) => setTimeout(done, PATIENCE_MS).unref()),
      ]);
    },
    left() {
      meant = true;
      leave();
    },
    isMeant: () => meant,
  };
}

export interface OpenedWindow {
  /** when window and book are shut: whether somebody meant it, or the window was lost */
  readonly closed: Promise<'meant' | 'lost'>;
  /** lets the page keep its drafts, then closes */
  quit(): Promise<void>;
}

export interface WindowOptions {
  /** what the desktop gave the program to open; handed on to the window that is open already */
  readonly files?: readonly string[];
  /** another core thread's file, where a test needs one */
  readonly worker?: URL;
}

/**
 * Opens the window on the book in the folder. @throws Fault window.open, database.locked where
 * another process has the folder
 */
export async function openWindow(
  shell: Shell,
  dataFolder: string,
  { files = [], worker }: WindowOptions = {},
): Promise<OpenedWindow> {
  const toOpen = [...files];
  const lock = await takeLock(dataFolder, {
    files,
    hear: (more) => {
      toOpen.push(...more);
      shell.front();
      if (more.length > 0) shell.send('opened', {});
    },
  });
  const farewell = createFarewell(() => shell.send('closing', {}));
  const handles = createHandles();
  const core = startCore({
    dataFolder,
    host: {
      toPdf: (html, paper) => shell.toPdf(html, paper),
      toPng: (svg, size, scale) => shell.toPng(svg, size, scale),
      pathOf: async (handle) => handles.pathOf(handle),
      openFile: (path) => shell.openFile(path),
    },
    emit: (event, data) => shell.send(event, data),
    ...(worker === undefined ? {} : { worker }),
  });
  const answerShell = shellAnswers(shell, handles, farewell, toOpen);
  const shut = async (): Promise<void> => {
    await core.close();
    lock.release();
  };
  try {
    await shell.open(
      (call, input) =>
        guarded(() => (isShellCall(call) ? answerShell(call, input) : core.dispatch(call, input))),
      () => farewell.ask(),
    );
  } catch (error) {
    await shut();
    throw error;
  }
  return {
    closed: shell.closed.then(shut).then(() => (farewell.isMeant() ? 'meant' : 'lost')),
    async quit() {
      await farewell.ask();
      await shell.quit();
    },
  };
}

const isShellCall = (call: CallName): call is ShellCallName => Object.hasOwn(shellCalls, call);

/** No exception crosses to the page. */
async function guarded(run: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Fault)
      return { ok: false, fault: { code: error.code, params: error.params } as FaultData };
    return {
      ok: false,
      fault: {
        code: 'unexpected',
        params: { detail: error instanceof Error ? error.message : String(error) },
      },
    };
  }
}

const FILES = {
  map: { name: '地图', extensions: ['geojson', 'json'] },
  definition: { name: '办法、台账定义', extensions: ['json'] },
  package: { name: '收发的包', extensions: ['zip'] },
};

function shellAnswers(
  shell: Shell,
  handles: Handles,
  farewell: Farewell,
  toOpen: string[],
): (call: ShellCallName, input: unknown) => Promise<Reply<unknown>> {
  const answers: ShellAnswers = {
    ...fileAnswers(shell, handles, toOpen),
    ...pageAnswers(shell, farewell),
  };
  return async (call, input) => {
    const parsed = shellCalls[call].input.safeParse(input);
    if (!parsed.success)
      return {
        ok: false,
        fault: {
          code: 'input.invalid',
          params: { path: `${call} ${parsed.error.issues[0]?.path.join('.') ?? ''}` },
        },
      };
    const answer = answers[call] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await answer(parsed.data) };
  };
}

type ShellAnswers = { [N in ShellCallName]: (input: Parsed<N>) => Promise<unknown> };

/** Files and folders that the user picks: the page gets a handle and a name of each. */
function fileAnswers(
  shell: Shell,
  handles: Handles,
  toOpen: string[],
): Pick<
  ShellAnswers,
  | 'shell.pickWorkbooks'
  | 'shell.pickFile'
  | 'shell.pickAnyFiles'
  | 'shell.pickFolder'
  | 'shell.dropped'
  | 'shell.opened'
  | 'shell.saveAs'
> {
  let folder = documents();
  return {
    'shell.pickWorkbooks': async ({ many }) =>
      (
        await shell.pickFiles({
          name: '表格',
          extensions: ['xlsx', 'xls', 'xlsm', 'et', 'csv', 'txt'],
          many,
        })
      ).map(handles.give),
    'shell.pickFile': async ({ kind }) => {
      const [path] = await shell.pickFiles({ ...FILES[kind], many: false });
      return path === undefined ? null : handles.give(path);
    },
    'shell.pickAnyFiles': async () =>
      (await shell.pickFiles({ name: '文件', extensions: [], many: true })).map(handles.give),
    'shell.pickFolder': async () => {
      const path = await shell.pickFolder();
      return path === null ? null : handles.give(path);
    },
    'shell.dropped': async () => (await shell.dropped()).map(handles.give),
    'shell.opened': async () => toOpen.splice(0).map(handles.give),
    'shell.saveAs': async ({ name, extension }) => {
      const path = await shell.saveAs({ name, extension, folder });
      if (path === null) return null;
      folder = dirname(path);
      return handles.give(path);
    },
  };
}

/** What the page has the desktop do, and how it leaves. */
const pageAnswers = (
  shell: Shell,
  farewell: Farewell,
): Omit<ShellAnswers, keyof ReturnType<typeof fileAnswers>> => ({
  'shell.print': async ({ pdf, title }) => {
    await shell.print(Buffer.from(pdf, 'base64'), title);
    return null;
  },
  'shell.quit': async () => {
    // after the answers have left: the page would wait for ever for a reply from a closed window
    void farewell.ask().then(() => setImmediate(() => void shell.quit()));
    return null;
  },
  'shell.leave': async () => {
    farewell.left();
    return null;
  },
});

/** where officials' files are looked for first */
function documents(): string {
  const found = ['文档', 'Documents']
    .map((name) => join(homedir(), name))
    .find((path) => existsSync(path));
  return found ?? homedir();
}
