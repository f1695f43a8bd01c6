/**
 * Where Electron's binary lies, if it was installed. The electron package itself is never imported
 * for that: outside Electron it tries a download.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The folder that Electron's own tools would take, or null: ELECTRON_OVERRIDE_DIST_PATH, else what
 * its package downloaded.
 */
export function electronFolder(): string | null {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    return existsSync(join(folder, 'path.txt')) ? join(folder, 'dist') : null;
  } catch {
    return null;
  }
}

/** The binary that can be given the program as its argument, or null. */
export function electronBinary(): string | null {
  const folder = electronFolder();
  // without it Electron opens only what lies in its own resources
  if (folder === null || !existsSync(join(folder, 'resources/default_app.asar'))) return null;
  const told = join(folder, '../path.txt');
  const binary = join(folder, existsSync(told) ? readFileSync(told, 'utf8') : 'electron');
  return existsSync(binary) ? binary : null;
}
