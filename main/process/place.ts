/** Where the program's data lies and where the built page is, for the entries. */
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** a book is opened as its file; the program works in its folder */
const BOOK_FILE = 'county.db';

/**
 * --data DIR, else the folder of a book that is to be opened, else COUNTY_PLANNER_DATA, else the
 * platform's own place
 */
export function dataFolder(): string {
  const { data, files } = started();
  const book = files.find((file) => basename(file) === BOOK_FILE);
  const named = data ?? (book === undefined ? process.env['COUNTY_PLANNER_DATA'] : dirname(book));
  if (named !== undefined && named !== '') return resolve(named);
  const roaming = process.env['APPDATA'];
  if (process.platform === 'win32' && roaming !== undefined) return join(roaming, 'county-planner');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'county-planner');
}

/** What the desktop gives the program to open: packages and workbooks. */
export const filesToOpen = (): readonly string[] =>
  started().files.filter((file) => basename(file) !== BOOK_FILE);

/** The words that the program was started with; what is no file of this machine is left out. */
function started(): { readonly data: string | undefined; readonly files: readonly string[] } {
  const { values, positionals } = parseArgs({
    args: userWords(),
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  return {
    data: typeof values.data === 'string' ? values.data : undefined,
    files: positionals
      .map((word) => (word.startsWith('file:') ? fileURLToPath(word) : resolve(word)))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true),
  };
}

/**
 * Node leaves out the program's own file; a packaged Electron is started without one, and what is
 * left out would be the user's first word.
 */
const userWords = (): string[] =>
  process.argv.slice(process.versions['electron'] === undefined ? 2 : 1);

/**
 * Chromium's own files lie with the book, so that a folder on a stick takes them along; a profile
 * that follows its user from PC to PC must not hold them.
 */
export function profileFolder(dataFolder: string): string {
  const [roaming, local] = [process.env['APPDATA'], process.env['LOCALAPPDATA']];
  const roams = roaming !== undefined && dataFolder.startsWith(roaming);
  return join(
    process.platform === 'win32' && roams && local !== undefined
      ? join(local, 'county-planner')
      : dataFolder,
    'electron-profile',
  );
}

/** the built page, seen from main/process/ and from out/main/ alike */
export const ASSETS = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../out/renderer' : '../renderer', import.meta.url),
);
