/** Reads comma or tab separated text in UTF-8, UTF-16 or GB18030 into one sheet. */
import type { CellValue, Sheet, Workbook } from '../sheet.ts';

/** The text of the bytes, whichever of the office's encodings they are in; null where they are not text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return hasControls(text) ? null : text;
    } catch {
      // the bytes are not in this encoding: try the next
    }
  }
  return null;
}

/** Cells stay the text that the file holds: a leading zero or a long number is not to be lost. */
export function csvWorkbook(text: string, name: string): Workbook {
  const rows = parse(text, delimiterOf(text));
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell === null)) rows.pop();
  const sheet: Sheet = { name, hidden: false, rows, merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), formats: new Map(), widths: new Map() };
  return { sheets: [sheet], notes: [] };
}

function parse(text: string, delimiter: string): CellValue[][] {
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let at = 0;
  const cell = (): string => {
    if (text[at] !== '"') {
      const start = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      return text.slice(start, at);
    }
    let value = '';
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') value += text[at++];
      else break;
    }
    at++;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') value += text[at++];
    return value;
  };
  while (at < text.length) {
    const value = cell();
    row.push(value === '' ? null : value);
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** The one that the first line holds more of; a tab is seldom typed by chance. */
function delimiterOf(text: string): string {
  const line = text.slice(0, 4000).split(/\r?\n/).find((one) => one.includes(',') || one.includes('\t')) ?? '';
  return line.split('\t').length >= line.split(',').length ? '\t' : ',';
}

function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 20_000));
}
