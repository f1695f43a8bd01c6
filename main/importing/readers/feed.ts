/** Hands a part's bytes to a scanner, a window at a time: what it could not finish comes again, in front of the next piece. */
import { MOST_TOKEN } from './limits.ts';
import { damaged } from './trouble.ts';

/** Zeroes behind the window's end: no XML holds one, so a loop that looks for a sign stops there without counting. */
const PAD = 16;

export interface Scanner {
  /** Reads what is whole between 0 and `end`; returns where the unfinished begins. */
  scan(bytes: Buffer, end: number): number;
  /** @throws Trouble damaged where the part ended too early */
  finish(): void;
}

export async function feed(pieces: AsyncIterable<Buffer>, scanner: Scanner): Promise<void> {
  let window = Buffer.alloc(0);
  let kept = 0;
  for await (const piece of pieces) {
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
    if (kept > MOST_TOKEN) throw damaged('a tag or a cell does not end');
    window.copyWithin(0, used, end);
  }
  if (kept > 0 && window.toString('latin1', 0, kept).trim() !== '') throw damaged('the part breaks off');
  scanner.finish();
}
