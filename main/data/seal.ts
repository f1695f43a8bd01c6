/**
 * The seal of a book that was closed: the mark it was closed under and a checksum of all its bytes.
 * What hurts the file while nobody has it open is noticed at the next start, even where SQLite
 * itself finds nothing wrong with it.
 */
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { markIn } from './session-mark.ts';

/** A larger book is not read through at a start. */
export const PROVEN_AT_START_BYTES = 256 * 1024 * 1024;
const CHUNK = 4 * 1024 * 1024;

const sealOf = (file: string): string => `${file}-seal`;

/** Of a file that nobody has open and whose log was folded in. */
export function sealBook(file: string): void {
  const { size } = statSync(file);
  if (size > PROVEN_AT_START_BYTES) breakSeal(file);
  else writeFileSync(sealOf(file), `${markIn(file)} ${size} ${sumOf(file)}`, { mode: 0o600 });
}

export const breakSeal = (file: string): void => rmSync(sealOf(file), { force: true });

/**
 * Whether the file is the one that was sealed, and is not as it was. Another file that was put in
 * its place has another mark, and is judged by itself.
 */
export function isHurtSinceSealed(file: string): boolean {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  if (statSync(sealOf(file), { throwIfNoEntry: false }) === undefined) return false;
  const read = /^(\d+) (\d+) (\d+)$/.exec(readFileSync(sealOf(file), 'utf8'));
  if (read === null) return false;
  const [mark, size, sum] = read.slice(1).map(Number);
  if (markIn(file) !== mark) return false;
  return statSync(file).size !== size || sumOf(file) !== sum;
}

function sumOf(file: string): number {
  const bytes = Buffer.alloc(CHUNK);
  const handle = openSync(file, 'r');
  try {
    let sum = 0;
    for (;;) {
      const read = readSync(handle, bytes, 0, CHUNK, null);
      if (read === 0) return sum;
      sum = crc32(bytes.subarray(0, read), sum);
    }
  } finally {
    closeSync(handle);
  }
}
