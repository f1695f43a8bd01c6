/** Putting a finished file where it belongs: written beside and renamed into place, so an existing file is never half-written. */
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../../domain/fault.ts';

/** @throws Fault file.busy where another program (Excel, WPS) holds the file, file.unwritable where the folder or the disk refuses it */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw faultOf(error, path);
  }
}

function faultOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EBUSY' || code === 'EPERM') return new Fault('file.busy', { file: basename(path) });
  return typeof code === 'string' ? new Fault('file.unwritable', { file: basename(path) }) : error;
}
