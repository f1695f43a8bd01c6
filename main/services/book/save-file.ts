/**
 * Putting a finished file where it belongs: written beside and renamed into place, so an existing
 * file is never half-written, and never over what the program keeps or reads.
 */
import { existsSync, realpathSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Fault } from '../../domain/fault.ts';

/** The one file in the data folder that holds the book. */
export const BOOK_FILE = 'county.db';
/** Folders in the data folder whose files only the program writes. */
const KEPT_FOLDERS: readonly string[] = ['backups', 'log', 'attachments', 'packages'];
/** Every system the program runs on takes names up to this many bytes. */
const LONGEST_NAME = 255;
/** room for the name of the file that is written beside */
const ROOM_BESIDE = 24;

/**
 * Answers the path that was written: its name is shortened where the system takes no longer one.
 * `inputs` are files that this output was made from.
 * @throws Fault file.kept where the target is the book or one of its files, file.input where it is
 * one of the inputs,
 * file.otherKind where a file of another kind lies there, file.busy where another program (Excel,
 * WPS) holds it, file.unwritable where folder or disk refuses it
 */
export async function saveFile(
  wanted: string,
  bytes: Uint8Array,
  inputs: readonly string[] = [],
): Promise<string> {
  const path = shortened(resolve(wanted));
  const file = basename(path);
  if (isKept(path)) throw new Fault('file.kept', { file });
  if (inputs.some((input) => isSame(input, path))) throw new Fault('file.input', { file });
  const present = await kindAt(path);
  if (present !== null && present !== kindOf(bytes)) throw new Fault('file.otherKind', { file });
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
    return path;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw faultOf(error, path);
  }
}

/** The end of a name stays, as the beginning does; what is cut is the middle. */
function shortened(path: string): string {
  const name = basename(path);
  if (Buffer.byteLength(name) + ROOM_BESIDE <= LONGEST_NAME) return path;
  const end = extname(name);
  let stem = Array.from(name.slice(0, name.length - end.length));
  while (Buffer.byteLength(stem.join('') + end) + ROOM_BESIDE > LONGEST_NAME)
    stem = stem.slice(0, -1);
  return join(dirname(path), stem.join('') + end);
}

/**
 * The book, its log and lock, and what lies in the folders that the program keeps beside it; also
 * through a link.
 */
function isKept(path: string): boolean {
  const real = realOf(path);
  const folder = dirname(real);
  const name = basename(real);
  if (name === BOOK_FILE || name.startsWith(`${BOOK_FILE}-`)) return true;
  return (
    (existsSync(join(folder, BOOK_FILE)) && name === 'window.lock') ||
    (KEPT_FOLDERS.includes(basename(folder)) && existsSync(join(dirname(folder), BOOK_FILE)))
  );
}

const isSame = (one: string, other: string): boolean => realOf(one) === realOf(other);

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

type Kind = 'zip' | 'pdf' | 'database' | 'compound' | 'text';
const STARTS: readonly (readonly [Kind, Buffer])[] = [
  ['zip', Buffer.from('PK')],
  ['pdf', Buffer.from('%PDF')],
  ['database', Buffer.from('SQLite format 3')],
  ['compound', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
];

const kindOf = (bytes: Uint8Array): Kind =>
  STARTS.find(([, start]) => start.equals(bytes.subarray(0, start.length)))?.[0] ?? 'text';

/** Of the file that lies there; null where none does, or an empty one. */
async function kindAt(path: string): Promise<Kind | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size === 0) return null;
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const head = Buffer.alloc(16);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return kindOf(head.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function faultOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const file = basename(path);
  if (code === 'EBUSY' || code === 'EPERM') return new Fault('file.busy', { file });
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Fault('file.full', { file });
  return typeof code === 'string' ? new Fault('file.unwritable', { file }) : error;
}
