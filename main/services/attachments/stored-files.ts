/**
 * The files behind attachments: each lies once under the hash of its content, is written beside and
 * renamed into place, and never changed.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { KeptAttachment } from '../../domain/keeping/attachment.ts';

const FOLDER = 'attachments';
const CHUNK = 4 * 1024 * 1024;

/** Beside the book, and beside the backups of a folder alike. */
export const attachmentFolder = (folder: string): string => join(folder, FOLDER);

export const storedPath = (folder: string, hash: string): string =>
  join(attachmentFolder(folder), hash);

/**
 * Copies a file into the folder under its hash. @throws Fault file.missing, folder.unwritable,
 * file.full
 */
export function storeFile(file: string, folder: string): KeptAttachment {
  const beside = join(madeFolder(folder), `${process.pid}.tmp`);
  try {
    const kept = copiedFile(file, beside);
    renameSync(beside, storedPath(folder, kept.hash));
    return kept;
  } catch (error) {
    throw meant(error, file, folder);
  } finally {
    rmSync(beside, { force: true });
  }
}

function madeFolder(folder: string): string {
  const made = attachmentFolder(folder);
  try {
    mkdirSync(made, { recursive: true, mode: 0o700 });
  } catch {
    throw new Fault('folder.unwritable', { folder: made });
  }
  return made;
}

/** Whether the folder has the file, by its size; `whole`: its content is read as well. */
export function hasStored(folder: string, kept: KeptAttachment, whole: boolean): boolean {
  const path = storedPath(folder, kept.hash);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size !== kept.bytes) return false;
  return !whole || hashOf(path) === kept.hash;
}

/** Copies what `to` lacks from `from`; answers those that neither has whole. */
export function carryStored(
  from: string,
  to: string,
  all: readonly KeptAttachment[],
  whole = false,
): readonly KeptAttachment[] {
  return all.filter((kept) => {
    if (hasStored(to, kept, whole)) return false;
    if (!hasStored(from, kept, true)) return true;
    storeFile(storedPath(from, kept.hash), to);
    return false;
  });
}

/** @throws the system's own error */
export function copiedFile(from: string, to: string): KeptAttachment {
  const hash = createHash('sha256');
  let bytes = 0;
  const target = openSync(to, 'w', 0o600);
  try {
    for (const chunk of chunksOf(from)) {
      hash.update(chunk);
      for (let at = 0; at < chunk.length;) at += writeSync(target, chunk, at);
      bytes += chunk.length;
    }
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
  return { hash: hash.digest('hex'), bytes };
}

function hashOf(path: string): string {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(path)) hash.update(chunk);
  return hash.digest('hex');
}

function* chunksOf(path: string): Generator<Buffer> {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const read = readSync(handle, buffer, 0, CHUNK, null);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

function meant(error: unknown, file: string, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Fault('file.full', { file: lastOf(file) });
  if (code === 'EROFS' || (code === 'EACCES' && isUnder(error, folder)))
    return new Fault('folder.unwritable', { folder: attachmentFolder(folder) });
  return typeof code === 'string' ? new Fault('file.missing', { file: lastOf(file) }) : error;
}

const isUnder = (error: unknown, folder: string): boolean =>
  error instanceof Error && 'path' in error && String(error.path).startsWith(folder);

const lastOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
