/** Open and save dialogs of the Chromium shell: Chromium's own chooser for opening, the desktop's for saving. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Page } from 'playwright-core';
import { Fault } from '../../domain/fault.ts';
import type { SaveRequest } from '../shell.ts';

/** Answers in place of a person, for tests. */
export interface Dialogs {
  readonly pick: () => readonly string[];
  readonly save: (request: SaveRequest) => string | null;
}

/** Opens the native chooser; only the browser's debugger tells real paths, never the page. */
export async function pickFiles(page: Page, extensions: readonly string[], many: boolean): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const accept = JSON.stringify(extensions.map((extension) => `.${extension}`).join(','));
    const expression = `new Promise((done) => {
      const input = Object.assign(document.createElement('input'), { type: 'file', accept: ${accept}, multiple: ${many}, hidden: true });
      const end = (files) => { input.remove(); done(files); };
      input.addEventListener('change', () => end([...input.files]));
      input.addEventListener('cancel', () => end([]));
      document.documentElement.append(input);
      input.click();
    })`;
    const { result } = await cdp.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
    if (result.objectId === undefined) return [];
    const { result: items } = await cdp.send('Runtime.getProperties', { objectId: result.objectId, ownProperties: true });
    const paths: string[] = [];
    for (const item of items) {
      if (!/^\d+$/.test(item.name) || item.value?.objectId === undefined) continue;
      paths.push((await cdp.send('DOM.getFileInfo', { objectId: item.value.objectId })).path);
    }
    return paths;
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/** The desktop's save dialog; where there is none, the folder itself with a name that is still free. */
export async function saveAs(request: SaveRequest): Promise<string | null> {
  const suffix = `.${request.extension}`;
  const name = request.name.replace(/[\\/:*?"<>|]/g, '_');
  const wanted = join(request.folder, name.endsWith(suffix) ? name : name + suffix);
  if (installed('zenity')) return ended(await asked('zenity', ['--file-selection', '--save', '--confirm-overwrite', `--filename=${wanted}`]), suffix);
  if (installed('kdialog')) return ended(await asked('kdialog', ['--getsavefilename', wanted]), suffix);
  return freeName(wanted.slice(0, -suffix.length), suffix);
}

function freeName(stem: string, suffix: string): string {
  let path = stem + suffix;
  for (let n = 2; existsSync(path); n += 1) path = `${stem} (${n})${suffix}`;
  return path;
}

const ended = (path: string | null, suffix: string): string | null => (path === null || path.endsWith(suffix) ? path : path + suffix);

export const installed = (command: string): boolean => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));

function asked(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise((done) => execFile(command, args, (error, stdout) => done(error !== null || stdout.trim() === '' ? null : stdout.trim())));
}

/** Hands a file or folder to the desktop. @throws Fault shell.cannot */
export function openWithDesktop(path: string, what: string): Promise<void> {
  const [command, ...args] = process.platform === 'win32' ? ['explorer.exe', path] : [process.platform === 'darwin' ? 'open' : 'xdg-open', path];
  return new Promise((done, failed) => {
    execFile(command ?? '', args, (error) => {
      // explorer answers 1 even when it did open
      if (error !== null && process.platform !== 'win32') failed(new Fault('shell.cannot', { what }));
      else done();
    });
  });
}

/** Shows a sentence to somebody who started the program from the menu and has no terminal to read. */
export function tellOnDesktop(sentence: string): void {
  const [command, ...args] = installed('zenity') ? ['zenity', '--error', '--title=县计', `--text=${sentence}`] : ['kdialog', '--title', '县计', '--error', sentence];
  // where neither is installed there is nobody to tell
  spawn(command ?? '', args, { detached: true, stdio: 'ignore' }).on('error', () => undefined).unref();
}
