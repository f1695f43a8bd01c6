/**
 * Looks into a zip without unpacking it: its parts by name from the central directory, zip64
 * included.
 */
import { damagedFile, Trouble } from './trouble.ts';

export interface ZipEntry {
  /** as the directory has it, with slashes for backslashes */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  /** what the directory promises; nothing may rely on it */
  readonly unpacked: number;
  readonly offset: number;
}
export interface Zip {
  readonly bytes: Buffer;
  readonly entries: readonly ZipEntry[];
  /** by name in lower case: Excel does not tell cases apart */
  readonly byName: ReadonlyMap<string, ZipEntry>;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 65_536;

/**
 * @throws Trouble damaged: no directory, parts that overlap or lie outside the file, two different
 * parts of one name
 */
export function openZip(input: Uint8Array): Zip {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const entries = directory(bytes);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    const known = byName.get(key);
    if (known !== undefined && (known.crc !== entry.crc || known.unpacked !== entry.unpacked))
      throw damagedFile(`two parts are named ${entry.name}`);
    byName.set(key, entry);
  }
  refuseOverlaps(entries);
  return { bytes, entries, byName };
}

/** The packed bytes of a part. */
export function packedOf({ bytes }: Zip, entry: ZipEntry): Buffer {
  if (entry.encrypted) throw new Trouble('encrypted', entry.name);
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL)
    throw damagedFile(`${entry.name} does not stand where the directory says`);
  const start =
    entry.offset +
    30 +
    bytes.readUInt16LE(entry.offset + 26) +
    bytes.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > bytes.length)
    throw damagedFile(`${entry.name} goes beyond the end of the file`);
  return bytes.subarray(start, start + entry.packed);
}

interface Where {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** where the end record stands: the directory ends at or before it */
  readonly end: number;
}

function directory(bytes: Buffer): readonly ZipEntry[] {
  const where = whereIsDirectory(bytes);
  if (where === null) throw damagedFile('the zip has no directory');
  // bytes before the zip shift all its offsets alike
  const shift =
    signatureAt(bytes, where.offset) === ENTRY || where.count === 0
      ? 0
      : where.end - where.size - where.offset;
  const entries: ZipEntry[] = [];
  let at = where.offset + shift;
  for (let n = 0; n < where.count; n++) {
    if (signatureAt(bytes, at) !== ENTRY || at + 46 > bytes.length)
      throw damagedFile('the directory of the zip breaks off');
    const [nameLength, extraLength, commentLength] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    if (at + 46 + nameLength + extraLength > bytes.length)
      throw damagedFile('the directory of the zip breaks off');
    entries.push(entryAt(bytes, at, nameLength, extraLength, shift));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function entryAt(
  bytes: Buffer,
  at: number,
  nameLength: number,
  extraLength: number,
  shift: number,
): ZipEntry {
  const [unpacked, packed, offset] = sizes64(bytes, at + 46 + nameLength, extraLength, [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ]);
  return {
    name: bytes
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .replace(/^\/+/, ''),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
    crc: bytes.readUInt32LE(at + 16),
    packed,
    unpacked,
    offset: offset + shift,
  };
}

/** Sizes that do not fit stand in the extra field of zip64, in this order, and only those. */
function sizes64(
  bytes: Buffer,
  at: number,
  length: number,
  sizes: [number, number, number],
): [number, number, number] {
  if (!sizes.includes(0xffffffff)) return sizes;
  const end = at + length;
  while (at + 4 <= end) {
    const [id, size] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
    if (id === 1) {
      let from = at + 4;
      return sizes.map((value) => {
        if (value !== 0xffffffff || from + 8 > end) return value;
        from += 8;
        return Number(bytes.readBigUInt64LE(from - 8));
      }) as [number, number, number];
    }
    at += 4 + size;
  }
  return sizes;
}

function whereIsDirectory(bytes: Buffer): Where | null {
  const end = endOf(bytes);
  if (end < 0) return null;
  const plain: Where = {
    count: bytes.readUInt16LE(end + 10),
    size: bytes.readUInt32LE(end + 12),
    offset: bytes.readUInt32LE(end + 16),
    end,
  };
  if (signatureAt(bytes, end - 20) !== LOCATOR_64) return plain;
  const at = Number(bytes.readBigUInt64LE(end - 12));
  if (signatureAt(bytes, at) !== END_64 || at + 56 > bytes.length) return plain;
  const count = Number(bytes.readBigUInt64LE(at + 32));
  if (count > MOST_ENTRIES) throw damagedFile(`${count} parts`);
  return {
    count,
    size: Number(bytes.readBigUInt64LE(at + 40)),
    offset: Number(bytes.readBigUInt64LE(at + 48)),
    end: at,
  };
}

/** The end record stands in the last 64 KB, before a comment of at most that length. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
    if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

function signatureAt(bytes: Buffer, at: number): number {
  return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : -1;
}

/**
 * Parts that share their bytes unpack to far more than the file holds. The same part listed twice
 * is no overlap.
 */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const sorted = entries.filter((entry) => entry.packed > 0).sort((a, b) => a.offset - b.offset);
  let [from, end] = [-1, 0];
  for (const entry of sorted) {
    if (entry.offset === from) continue;
    if (entry.offset < end) throw damagedFile(`${entry.name} overlaps another part`);
    [from, end] = [entry.offset, entry.offset + 30 + entry.packed];
  }
}
