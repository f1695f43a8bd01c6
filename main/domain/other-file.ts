/** What a file is that holds no table, as its first bytes say. */

export type OtherFile = 'empty' | 'document' | 'pdf' | 'picture' | 'archive' | 'ods';

const MAGIC: readonly (readonly [OtherFile, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
];
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Of a file that no reader takes for a workbook; null where its bytes say nothing. */
export function otherFileOf(bytes: Uint8Array): OtherFile | null {
  const starts = (magic: readonly number[]): boolean =>
    magic.every((byte, at) => bytes[at] === byte);
  if (bytes.length === 0) return 'empty';
  // old Word files and presentations, and new ones, are containers of the kinds that workbooks are
  if (starts(OLE)) return 'document';
  if (starts(ZIP)) return holds(bytes, 'word/') || holds(bytes, 'ppt/') ? 'document' : 'archive';
  return MAGIC.find(([, magic]) => starts(magic))?.[0] ?? null;
}

/** An OpenDocument spreadsheet says so at its very beginning, unpacked. */
export const isOpenDocument = (bytes: Uint8Array): boolean =>
  lettersOf(bytes.subarray(0, 128)).includes('application/vnd.oasis.opendocument.spreadsheet');

/** One letter a byte. */
const lettersOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Whether the list of a zip's files, which stands at its end, names the folder. */
function holds(bytes: Uint8Array, folder: string): boolean {
  const end = bytes.subarray(Math.max(0, bytes.length - LIST));
  return lettersOf(end).includes(folder);
}
const LIST = 64 * 1024;
