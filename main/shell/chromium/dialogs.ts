/**
 * Open and save dialogs of the Chromium shell: Chromium's own chooser for opening, the desktop's
 * for saving.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { Fault } from '../../domain/fault.ts';
import type { SaveRequest } from '../shell.ts';
import { localeInUtf8 } from './locale.ts';

/** the name that preload/chromium.ts knows too */
const DROPPED = '__countyPlannerDropped';

/** Answers in place of a person, for tests. */
export interface Dialogs {
  readonly pick: () => readonly string[];
  readonly folder?: () => string | null;
  readonly save: (request: SaveRequest) => string | null;
  readonly open?: (path: string) => Promise<void>;
}

/** Opens the native chooser; only the browser's debugger tells real paths, never the page. */
export function pickFilesInPage(
  page: Page,
  extensions: readonly string[],
  multiple: boolean,
): Promise<readonly string[]> {
  return choose(
    page,
    { accept: extensions.map((extension) => `.${extension}`).join(','), multiple },
    '() => true',
  );
}

/** `keep` is the source of a function that says which of the chosen files count. */
async function choose(
  page: Page,
  attributes: Readonly<Record<string, string | boolean>>,
  keep: string,
): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const expression = `new Promise((done) => {
      const input = Object.assign(document.createElement('input'), { type: 'file', hidden: true }, ${JSON.stringify(attributes)});
      const end = (files) => { input.remove(); done(files); };
      input.addEventListener('change', () => end([...input.files].filter(${keep})));
      input.addEventListener('cancel', () => end([]));
      document.documentElement.append(input);
      input.click();
    })`;
    const { result } = await cdp.send('Runtime.evaluate', {
      expression,
      userGesture: true,
      awaitPromise: true,
    });
    return await pathsOf(cdp, result.objectId);
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/** The paths of an array of files in the page; one that the page made itself has none. */
async function pathsOf(cdp: CDPSession, list: string | undefined): Promise<readonly string[]> {
  if (list === undefined) return [];
  const { result: items } = await cdp.send('Runtime.getProperties', {
    objectId: list,
    ownProperties: true,
  });
  const paths: string[] = [];
  for (const item of items) {
    if (!/^\d+$/.test(item.name) || item.value?.objectId === undefined) continue;
    const { path } = await cdp.send('DOM.getFileInfo', { objectId: item.value.objectId });
    if (path !== '') paths.push(path);
  }
  return paths;
}

/** What preload/chromium.ts was handed, told once. */
export async function droppedFiles(page: Page): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: `(() => { const files = globalThis.${DROPPED}; delete globalThis.${DROPPED}; return Array.isArray(files) ? files.filter((one) => one instanceof File) : []; })()`,
    });
    return await pathsOf(cdp, result.objectId);
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/**
 * The desktop's dialog for a folder; where there is none, Chromium's, which tells of files: the
 * folder is where those right in it lie.
 */
export async function pickFolderInPage(page: Page): Promise<string | null> {
  if (installedCommand('zenity')) return asked('zenity', ['--file-selection', '--directory']);
  if (installedCommand('kdialog')) return asked('kdialog', ['--getexistingdirectory', homedir()]);
  const [first] = await choose(
    page,
    { webkitdirectory: true },
    "(file) => file.webkitRelativePath.split('/').length === 2",
  );
  return first === undefined ? null : dirname(first);
}

/**
 * The desktop's save dialog; where there is none, the folder itself with a name that is still free.
 */
export async function saveAs(request: SaveRequest): Promise<string | null> {
  const suffix = `.${request.extension}`;
  const name = request.name.replace(/[\\/:*?"<>|]/g, '_');
  const wanted = join(request.folder, name.endsWith(suffix) ? name : name + suffix);
  if (installedCommand('zenity'))
    return ended(
      await asked('zenity', [
        '--file-selection',
        '--save',
        '--confirm-overwrite',
        `--filename=${wanted}`,
      ]),
      suffix,
    );
  if (installedCommand('kdialog'))
    return ended(await asked('kdialog', ['--getsavefilename', wanted]), suffix);
  return freeName(wanted.slice(0, -suffix.length), suffix);
}

function freeName(stem: string, suffix: string): string {
  let path = stem + suffix;
  for (let n = 2; existsSync(path); n += 1) path = `${stem} (${n})${suffix}`;
  return path;
}

/**
 * With its suffix; where only the suffix makes it an existing file, nobody was asked about that
 * one: a free name.
 */
function ended(path: string | null, suffix: string): string | null {
  return path === null || path.endsWith(suffix) ? path : freeName(path, suffix);
}

const installedCommand = (command: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));

function asked(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise((done) =>
    execFile(command, args, { env: localeInUtf8(process.env) }, (error, stdout) =>
      done(error !== null || stdout.trim() === '' ? null : stdout.trim()),
    ),
  );
}

/** Hands a file or folder to the desktop. @throws Fault shell.cannot */
export function openWithDesktop(path: string, fault: () => Fault): Promise<void> {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['explorer.exe', path]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', path];
  return new Promise((done, failed) => {
    execFile(command ?? '', args, { env: localeInUtf8(process.env) }, (error) => {
      // explorer answers 1 even when it did open
      if (error !== null && process.platform !== 'win32') failed(fault());
      else done();
    });
  });
}

/**
 * Shows a sentence to somebody who started the program from the menu and has no terminal to read.
 */
export function tellOnDesktop(sentence: string): void {
  const [command, ...args] = installedCommand('zenity')
    ? ['zenity', '--error', '--title=县计', `--text=${sentence}`]
    : ['kdialog', '--title', '县计', '--error', sentence];
  // where neither is installed there is nobody to tell
  spawn(command ?? '', args, { detached: true, stdio: 'ignore', env: localeInUtf8(process.env) })
    .on('error', () => undefined)
    .unref();
}
