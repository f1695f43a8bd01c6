/**
 * Attachments (附件) as data: files kept beside the book for any record, the names they may have,
 * and which of them are pictures.
 */

/** One file of a record, as its list shows it. */
export interface AttachmentLine {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** ISO time at which it was added */
  readonly at: string;
  /** can be shown in the window itself */
  readonly isPicture: boolean;
  /** the file is no longer where the book keeps it */
  readonly isMissing: boolean;
}

/** What a row of the book says of the file behind it. */
export interface KeptAttachment {
  /** SHA-256 of its content; the stored file is called like this */
  readonly hash: string;
  readonly bytes: number;
}

export const MOST_ATTACHMENT_MB = 500;
export const MOST_PICTURE_MB = 20;

/** every system takes so many bytes in a name; some are left for a number behind it */
const LONGEST_NAME = 200;

/** What a system runs instead of showing it. */
const PROGRAMS: ReadonlySet<string> = new Set(
  'exe com bat cmd scr pif msi msp lnk url js jse vbs vbe wsf wsh ps1 psm1 hta cpl jar reg sh bash run desktop appimage deb rpm bin py pl'.split(
    ' ',
  ),
);

const endOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export const isProgramName = (name: string): boolean => PROGRAMS.has(endOf(name));

/**
 * A name that every system takes: of a path only its last part, without characters that steer a
 * path or a terminal, not too long; the
 * end that says what kind of file it is stays.
 */
export function attachmentName(wanted: string): string {
  const last = wanted.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replace(/[:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
  return shortened(named === '' ? '附件' : named);
}

/** `name` as it can stand beside those taken: 照片.jpg, 照片（2）.jpg. */
export function freeAttachmentName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((one) => one.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? name : numbered(name, n);
    if (!known.has(tried.toLowerCase())) return tried;
  }
}

function numbered(name: string, n: number): string {
  const end = /\.[^.]+$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - end.length)}（${n}）${end}`;
}

/** in UTF-8, as file systems count */
const bytesOf = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + bytesIn(one.codePointAt(0) ?? 0), 0);

function bytesIn(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}

function shortened(name: string): string {
  const end = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  const stem = Array.from(name.slice(0, name.length - end.length));
  while (stem.length > 1 && bytesOf(stem.join('') + end) > LONGEST_NAME) stem.pop();
  return stem.join('') + end;
}

const PICTURES = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
} as const;
export type PictureType = (typeof PICTURES)[keyof typeof PICTURES];

const isPictureEnd = (end: string): end is keyof typeof PICTURES => Object.hasOwn(PICTURES, end);
export const isPictureName = (name: string): boolean => isPictureEnd(endOf(name));

const STARTS: readonly (readonly [PictureType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
  ['image/bmp', [0x42, 0x4d]],
];

/** By its first bytes, whatever its name says; null of anything else. */
export const pictureTypeOf = (start: Uint8Array): PictureType | null =>
  STARTS.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte))?.[0] ?? null;
