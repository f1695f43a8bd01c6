/**
 * A zip archive whose parts are made and packed piece by piece: zlib's own threads pack one while
 * the next is made.
 */
import type { NonSharedBuffer } from 'node:buffer';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, type ZlibOptions } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

const LEVEL = 4;
/** pieces that wait to be packed: no more are held in memory */
const MOST_AT_ONCE = 3;
/** the deflate method's number in the format */
const DEFLATED = 8;
/** an empty block that says that no more follow */
const END = Uint8Array.of(3, 0);

const packed = promisify<Buffer, ZlibOptions, NonSharedBuffer>(deflateRaw);
/** whole blocks, so that what is packed apart may stand in a row */
const BLOCKS: ZlibOptions = { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH };

export class PackedArchive {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    this.chunks.push(chunk);
  });

  async add(filename: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
    const file: ZipInputFile = { filename, size: 0, crc: 0, compression: DEFLATED };
    this.zip.add(file);
    const put = (bytes: Uint8Array<ArrayBuffer>, isLast: boolean): void =>
      file.ondata?.(null, bytes, isLast);
    const packing: Promise<Uint8Array<ArrayBuffer>>[] = [];
    const putFirst = async (): Promise<void> => {
      const first = packing.shift();
      if (first !== undefined) put(await first, false);
    };
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      file.size += bytes.length;
      file.crc = crc32(bytes, file.crc);
      packing.push(packed(bytes, BLOCKS));
      if (packing.length > MOST_AT_ONCE) await putFirst();
    }
    while (packing.length > 0) await putFirst();
    put(END, true);
  }

  bytes(): Uint8Array {
    this.zip.end();
    return Buffer.concat(this.chunks);
  }
}
