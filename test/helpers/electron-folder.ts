/**
 * The program as a package lays it out, round the Electron of this machine: its own files, one
 * database binary that fits, nothing found by chance.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronFolder } from '../../main/process/electron-binary.ts';
import { buildOnce } from './app.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BINARY = process.platform === 'win32' ? 'electron.exe' : 'electron';
const found = process.platform === 'linux' ? electronFolder() : null;

/** Electron as it was found, or null: a test that needs it is skipped by name. */
export const electronDist = found !== null && existsSync(join(found, BINARY)) ? found : null;

/** The words that a machine without a graphics card, or root, has to add. */
export const ELECTRON_WORDS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
];

/**
 * Puts the database binary that this Electron can load in the place of the shipped one: a test's
 * Electron may be older than the product's.
 */
export function fitDatabase(dist: string, modules: string): void {
  const own = join(dist, 'better_sqlite3.node');
  if (existsSync(own))
    copyFileSync(own, join(modules, `better-sqlite3/prebuilds/linux-${process.arch}.node`));
}

/** Makes the folder anew and answers its binary. */
export function electronProgram(dist: string, to: string): string {
  buildOnce();
  rmSync(to, { recursive: true, force: true });
  const app = join(to, 'resources/app');
  mkdirSync(app, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (name === 'resources' || name === 'better_sqlite3.node') continue;
    // Electron looks for its parts beside the file that it was started from, so that one is no link
    if (name === BINARY) linkOrCopy(join(dist, name), join(to, name));
    else symlinkSync(join(dist, name), join(to, name));
  }
  for (const part of [
    'package.json',
    'out/main',
    'out/preload',
    'out/renderer',
    'resources/samples',
    'resources/help',
    'resources/CHANGELOG.md',
  ])
    cpSync(join(ROOT, part), join(app, part), { recursive: true });
  const sqlite = 'node_modules/better-sqlite3';
  for (const part of ['package.json', 'lib', `prebuilds/linux-${process.arch}.node`])
    cpSync(join(ROOT, sqlite, part), join(app, sqlite, part), { recursive: true });
  fitDatabase(dist, join(app, 'node_modules'));
  return join(to, BINARY);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // another disk
  }
}
