/**
 * Reads comma, tab or semicolon separated text in UTF-8, UTF-16, UTF-32 or GB18030 into one sheet.
 */
import type { CellValue, SourceSheet, Workbook } from '../sheet/sheet.ts';
import { stopIfCancelled, UNWATCHED, type Watch } from '../sheet/watch.ts';
import { MOST_COLUMNS } from './limits.ts';
import { Purse } from './purse.ts';
import { damagedFile } from './trouble.ts';

const LOOK_EVERY = 4000;

/**
 * The text of the bytes, whichever of the office's encodings they are in; null where they are not
 * text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const wide = wideEncoding(bytes);
  if (wide !== null)
    return textOrNull(
      wide === 'utf-32le' || wide === 'utf-32be'
        ? fromUtf32(bytes, wide === 'utf-32le')
        : new TextDecoder(wide).decode(bytes),
    );
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return textOrNull(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      // the bytes are not in this encoding: try the next
    }
  }
  return null;
}

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/**
 * By its mark, or by where the zeros stand in its first signs: of a comma or a line's end one byte
 * of two is zero.
 */
function wideEncoding(bytes: Uint8Array): Wide | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 && bytes.length >= 8 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const head = bytes.subarray(0, 2000);
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // a Chinese sign such as 一 (4E 00) has its zero on the other side
  if (
    Math.max(even, odd) < Math.max(3, head.length / 20) ||
    Math.min(even, odd) * 3 > Math.max(even, odd)
  )
    return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function fromUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signs: string[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    signs.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return signs.join('');
}

const textOrNull = (text: string): string | null =>
  /[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 20_000)) ? null : text;

/**
 * Cells stay the text that the file holds: a leading zero or a long number is not to be lost. Null
 * where nothing separates cells.
 */
export function csvWorkbook(text: string, name: string, watch: Watch = UNWATCHED): Workbook | null {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return null;
  const rows = parse(text, delimiter, watch);
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell === null)) rows.pop();
  const sheet: SourceSheet = {
    name,
    hidden: false,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    formats: new Map(),
    widths: new Map(),
  };
  return { sheets: [sheet], notes: [] };
}

function parse(text: string, delimiter: string, watch: Watch): CellValue[][] {
  const purse = new Purse();
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let at = 0;
  const ends = (sign: string | undefined): boolean =>
    sign === delimiter || sign === '\n' || sign === '\r' || sign === undefined;
  const unquoted = (): string => {
    const start = at;
    while (!ends(text[at])) at++;
    return text.slice(start, at);
  };
  const quoted = (): string => {
    let value = '';
    for (;;) {
      const close = text.indexOf('"', at + 1);
      value += text.slice(at + 1, close < 0 ? text.length : close);
      at = close < 0 ? text.length : close + 1;
      if (text[at] !== '"') return value + unquoted();
      value += '"';
    }
  };
  while (at < text.length) {
    const value = text[at] === '"' ? quoted() : unquoted();
    row.push(value === '' ? null : value);
    if (row.length > MOST_COLUMNS) throw damagedFile('too many columns');
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    purse.row(row.length);
    if (rows.push(row) % LOOK_EVERY === 0) {
      stopIfCancelled(watch);
      watch.progress(at, text.length);
    }
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const DELIMITERS = ['\t', ',', ';'];

/** The one that the first line with any of them holds most of; a tab is seldom typed by chance. */
function delimiterOf(text: string): string | null {
  const head = text.slice(0, 4000);
  const bare = head.replace(/"[^"]*"/g, '""');
  const line = bare.split(/\r\n?|\n/).find((one) => DELIMITERS.some((sign) => one.includes(sign)));
  if (line === undefined) return null;
  const counts = DELIMITERS.map((sign) => line.split(sign).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? null;
}
