/** Where things are on this machine: the built window, the preloads, the data folder. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
/** `out/`, whether this runs from the sources or built. */
const out = import.meta.url.endsWith('.ts') ? join(here, '..', 'out') : join(here, '..');

export const ASSETS = join(out, 'renderer');
export const preloadOf = (shell: 'chromium' | 'electron'): string => join(out, 'preload', shell === 'chromium' ? 'chromium.js' : 'electron.cjs');

/** `--data DIR`, else COUNTY_PLANNER_DATA, else the platform's place for a program's data. */
export function dataFolder(words: readonly string[]): string {
  const at = words.indexOf('--data');
  const given = at >= 0 ? words[at + 1] : process.env['COUNTY_PLANNER_DATA'];
  if (given !== undefined && given !== '') return resolve(given);
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), '县计');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', '县计');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'county-planner');
}
