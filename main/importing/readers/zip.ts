/** Looks into a zip without unpacking it: names and sizes from its central directory, single parts on demand. */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The entries that the zip's directory lists; null where the bytes hold no directory. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(buffer);
  if (end < 0) return null;
  const count = buffer.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = buffer.readUInt16LE(at + 28);
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** One part as text; throws where its packed bytes are damaged or grow beyond `limit`. */
export function zipText(bytes: Uint8Array, entry: ZipEntry, limit: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28);
  const packed = buffer.subarray(start, start + entry.packed);
  return (entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: limit })).toString('utf8');
}

/** The end record stands in the last 64 KB, before a comment of at most that length. */
function endOf(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 65557); at--) if (buffer.readUInt32LE(at) === END) return at;
  return -1;
}
