/** What both shells share: joins a shell to the core thread, and keeps real paths away from the page. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { shellCalls, type CallName, type Parsed, type Reply, type ShellCallName } from '../preload/contract/index.ts';
import type { PickedFile } from '../preload/contract/shell.ts';
import { startCore } from './core-client.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import type { Shell } from './shell/shell.ts';

// before any schema is used: the page's process must not probe for eval
z.config({ jitless: true });

export interface Handles {
  give(path: string): PickedFile;
  /** @throws Fault file.handle */
  pathOf(handle: string): string;
}

export function createHandles(): Handles {
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

/** Opens the window on the book in the folder; `closed` resolves when both are shut. */
export async function openWindow(shell: Shell, dataFolder: string): Promise<{ readonly closed: Promise<void> }> {
  const handles = createHandles();
  const core = startCore({
    dataFolder,
    host: { toPdf: (html, paper) => shell.toPdf(html, paper), pathOf: async (handle) => handles.pathOf(handle) },
    emit: (event, data) => shell.send(event, data),
  });
  const answerShell = shellAnswers(shell, handles);
  try {
    await shell.open((call, input) => guarded(() => (isShellCall(call) ? answerShell(call, input) : core.dispatch(call, input))));
  } catch (error) {
    await core.close();
    throw error;
  }
  return { closed: shell.closed.then(() => core.close()) };
}

const isShellCall = (call: CallName): call is ShellCallName => Object.hasOwn(shellCalls, call);

/** No exception crosses to the page. */
async function guarded(run: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { code: error.code, params: error.params } as FaultData };
    return { ok: false, fault: { code: 'unexpected', params: { detail: error instanceof Error ? error.message : String(error) } } };
  }
}

export function shellAnswers(shell: Shell, handles: Handles): (call: ShellCallName, input: unknown) => Promise<Reply<unknown>> {
  let folder = documents();
  const answers: { [N in ShellCallName]: (input: Parsed<N>) => Promise<unknown> } = {
    'shell.pickWorkbooks': async ({ many }) => (await shell.pickFiles({ name: '表格', extensions: ['xlsx', 'xls', 'xlsm', 'et', 'csv'], many })).map(handles.give),
    'shell.saveAs': async ({ name, extension }) => {
      const path = await shell.saveAs({ name, extension, folder });
      if (path === null) return null;
      folder = dirname(path);
      return handles.give(path);
    },
    'shell.print': async ({ pdf, title }) => {
      await shell.print(Buffer.from(pdf, 'base64'), title);
      return null;
    },
    'shell.reveal': async ({ handle }) => {
      await shell.reveal(handles.pathOf(handle));
      return null;
    },
    'shell.quit': async () => {
      shell.send('closing', {});
      // after the answer has left: the page would wait for ever for a reply from a closed window
      setImmediate(() => void shell.quit());
      return null;
    },
  };
  return async (call, input) => {
    const parsed = shellCalls[call].input.safeParse(input);
    if (!parsed.success) return { ok: false, fault: { code: 'input.invalid', params: { path: `${call} ${parsed.error.issues[0]?.path.join('.') ?? ''}` } } };
    const answer = answers[call] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await answer(parsed.data) };
  };
}

/** where officials' files are looked for first */
function documents(): string {
  const found = ['文档', 'Documents'].map((name) => join(homedir(), name)).find((path) => existsSync(path));
  return found ?? homedir();
}
