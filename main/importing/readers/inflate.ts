/**
 * Unpacks the parts of a zip piece by piece, counting what really comes out and holding it against
 * its checksum.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { MOST_RATIO, MOST_SMALL_PART, MOST_UNPACKED, RATIO_FROM } from './limits.ts';
import { damagedFile, tooLarge, Trouble } from './trouble.ts';
import { packedOf, type Zip, type ZipEntry } from './zip.ts';

const PIECE = 512 * 1024;

/** What has been unpacked of a file so far, all parts together. */
export class Meter {
  private readonly size: number;
  private unpacked = 0;
  constructor(size: number) {
    this.size = size;
  }

  /** @throws Trouble tooLarge */
  count(bytes: number): void {
    this.unpacked += bytes;
    if (
      this.unpacked > MOST_UNPACKED ||
      (this.unpacked > RATIO_FROM && this.unpacked > this.size * MOST_RATIO)
    )
      throw tooLarge('unpacked', this.unpacked);
  }
}

/**
 * The bytes of a part in pieces; zlib's own thread unpacks the next one meanwhile. `read` hears how
 * many packed bytes are done.
 */
export async function* piecesOf(
  zip: Zip,
  entry: ZipEntry,
  meter: Meter,
  read: (packed: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const packed = packedOf(zip, entry);
  let sum = 0;
  const checked = (piece: Buffer, done: number): Buffer => {
    meter.count(piece.length);
    sum = crc32(piece, sum);
    read(done);
    return piece;
  };
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += PIECE)
      yield checked(packed.subarray(at, at + PIECE), Math.min(at + PIECE, packed.length));
  } else if (entry.method === 8) {
    const stream = createInflateRaw({ chunkSize: PIECE });
    stream.end(packed);
    try {
      for await (const piece of stream) yield checked(piece as Buffer, stream.bytesWritten);
    } catch (error) {
      const broken =
        error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
      throw broken ? damagedFile(`${entry.name}: ${error.message}`) : error;
    } finally {
      stream.destroy();
    }
  } else throw new Trouble('unfamiliar', `packing method ${entry.method}`);
  if (sum !== entry.crc) throw damagedFile(`the checksum of ${entry.name}`);
}

/** A part that is small by nature, whole. */
export async function wholeOfEntry(zip: Zip, entry: ZipEntry, meter: Meter): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of piecesOf(zip, entry, meter)) {
    size += piece.length;
    if (size > MOST_SMALL_PART) throw tooLarge(entry.name, size);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}

/** Unpacks everything and keeps nothing: before a reader that knows no limits gets the file. */
export async function measuredStream(zip: Zip, limit: number): Promise<void> {
  const meter = new Meter(zip.bytes.length);
  let size = 0;
  for (const entry of zip.entries) {
    for await (const piece of piecesOf(zip, entry, meter)) {
      size += piece.length;
      if (size > limit) throw tooLarge(entry.name, size);
    }
  }
}
