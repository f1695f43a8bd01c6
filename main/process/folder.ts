/** Makes a folder, or says in one sentence that it cannot be made. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Fault } from '../domain/fault.ts';

/**
 * Its owner alone may look into it. One level at a time: Node's own recursive mkdir never ends
 * where a system refuses with ENOENT, as /proc does. @throws Fault folder.unwritable
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  let at = resolve(folder);
  while (!isThere(at)) {
    missing.unshift(at);
    at = dirname(at);
  }
  try {
    for (const one of missing) mkdirSync(one, { mode: 0o700 });
  } catch {
    throw new Fault('folder.unwritable', { folder });
  }
  if (!statSync(folder).isDirectory()) throw new Fault('folder.unwritable', { folder });
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
