/**
 * Hands a part's bytes to a scanner, a window at a time: what it could not finish comes again, in
 * front of the next piece.
 */
import { MOST_TOKEN } from './limits.ts';
import { damagedFile } from './trouble.ts';

/**
 * Zeroes behind the window's end: no XML holds one, so a loop that looks for a sign stops there
 * without counting.
 */
const PAD = 16;

export interface Scanner {
  /** Reads what is whole between 0 and `end`; returns where the unfinished begins. */
  scan(bytes: Buffer, end: number): number;
  /** @throws Trouble damaged where the part ended too early */
  finish(): void;
}

/**
 * How much of a part comes in small pieces at first: an engine that has met cells cut in two before
 * it compiles the loops need not compile them again later.
 */
const BEGINNING = 128 * 1024;
const SMALL = 512;

export async function feed(pieces: AsyncIterable<Buffer>, scanner: Scanner): Promise<void> {
  let window = Buffer.alloc(0);
  let kept = 0;
  for await (const piece of begunSmall(pieces)) {
    const end = kept + piece.length;
    if (window.length < end + PAD) {
      const wider = Buffer.allocUnsafeSlow(end + PAD + piece.length);
      window.copy(wider, 0, 0, kept);
      window = wider;
    }
    piece.copy(window, kept);
    window.fill(0, end, end + PAD);
    const used = scanner.scan(window, end);
    kept = end - used;
    if (kept > MOST_TOKEN) throw damagedFile('a tag or a cell does not end');
    window.copyWithin(0, used, end);
  }
  if (kept > 0 && window.toString('latin1', 0, kept).trim() !== '')
    throw damagedFile('the part breaks off');
  scanner.finish();
}

async function* begunSmall(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const piece of pieces) {
    const small = Math.min(piece.length, BEGINNING - done);
    for (let at = 0; at < small; at += SMALL) yield piece.subarray(at, Math.min(at + SMALL, small));
    done += small;
    if (small < piece.length) yield piece.subarray(small);
  }
}
