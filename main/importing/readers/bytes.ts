/**
 * Reading XML as bytes: names, ends of tags, texts. Every search stops at the zero that stands
 * behind the window; −1 means that more bytes are wanted.
 */
import { damagedFile } from './trouble.ts';
import { decodedCellText } from './xml.ts';

export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
const COLON = 0x3a;
export const BANG = 0x21;
export const QUESTION = 0x3f;
const [QUOTE, APOSTROPHE, AMP, UNDERSCORE, CR] = [0x22, 0x27, 0x26, 0x5f, 0x0d];

export type Bytes = Buffer;

export const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 9 || byte === 13;
/** What a tag's name ends with. */
export const endsName = (byte: number | undefined): boolean =>
  byte === GT || byte === SLASH || isSpace(byte);

/** Behind the > of the tag that is open at `at`; one inside quotes belongs to a value. */
export function afterTag(bytes: Bytes, at: number): number {
  for (;;) {
    const byte = bytes[at++];
    if (byte === GT) return at;
    if (byte === 0 || byte === undefined) return -1;
    if (byte === QUOTE || byte === APOSTROPHE) {
      while (bytes[at] !== byte) if (bytes[at++] === 0) return -1;
      at++;
    }
  }
}

/** Where the name of the tag at `at` begins, behind < or </ and a prefix. */
export function nameAt(bytes: Bytes, at: number): number {
  const start = bytes[at + 1] === SLASH ? at + 2 : at + 1;
  for (let end = start; ; end++) {
    const byte = bytes[end];
    if (byte === COLON) return end + 1;
    if (byte === 0 || byte === undefined || endsName(byte)) return start;
  }
}

/**
 * Behind a comment, a CDATA section or an instruction that begins at `at`. @throws Trouble damaged
 * for a document type, which could define entities
 */
export function afterOther(bytes: Bytes, at: number, end: number): number {
  if (at + 4 > end) return -1;
  const mark =
    bytes[at + 1] === QUESTION
      ? '?>'
      : isCdata(bytes, at)
        ? ']]>'
        : isComment(bytes, at)
          ? '-->'
          : null;
  if (mark === null) throw damagedFile('a document type');
  const found = bytes.indexOf(mark, at + 2, 'latin1');
  return found < 0 || found + mark.length > end ? -1 : found + mark.length;
}

const isComment = (bytes: Bytes, at: number): boolean =>
  bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d;
const isCdata = (bytes: Bytes, at: number): boolean => bytes[at + 2] === 0x5b;

/** A text between two places: plain ones, by far the most, cost one native call. */
export function textBetween(bytes: Bytes, from: number, to: number): string {
  let special = false;
  let wide = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    wide |= byte;
    if (byte === AMP || byte === UNDERSCORE || byte === CR) special = true;
  }
  const raw = bytes.toString(wide < 128 ? 'latin1' : 'utf8', from, to);
  return special ? decodedCellText(raw) : raw;
}

/**
 * The text of an element whose open tag ends before `next`; afterwards `next` stands at its closing
 * tag. CDATA counts as text, what is nested in between does not.
 */
export class TextReader {
  text = '';
  next = 0;

  /** Returns false where more bytes are wanted. */
  read(bytes: Bytes, from: number, end: number): boolean {
    let at = from;
    while (bytes[at] !== LT) if (bytes[at++] === 0) return false;
    this.next = at;
    if (bytes[at + 1] === SLASH) {
      this.text = at === from ? '' : textBetween(bytes, from, at);
      return true;
    }
    return this.pieces(bytes, from, end);
  }

  private pieces(bytes: Bytes, from: number, end: number): boolean {
    let text = '';
    let at = from;
    for (;;) {
      const start = at;
      while (bytes[at] !== LT) if (bytes[at++] === 0) return false;
      text += textBetween(bytes, start, at);
      const sign = bytes[at + 1];
      if (sign === 0 || at + 9 > end) return false;
      if (sign !== BANG && sign !== QUESTION) break;
      const after = afterOther(bytes, at, end);
      if (after < 0) return false;
      if (sign === BANG && isCdata(bytes, at)) text += bytes.toString('utf8', at + 9, after - 3);
      at = after;
    }
    this.text = text;
    this.next = at;
    return true;
  }
}

const EQUALS = 0x3d;

/** Walks over a tag's attributes: after each `next` its name and value stand between two places. */
export class Attributes {
  name = 0;
  nameEnd = 0;
  value = 0;
  valueEnd = 0;
  /** behind the tag's > once `next` has returned false; −1 where more bytes are wanted */
  end = 0;
  /** whether the tag closes itself */
  empty = false;
  private at = 0;

  /** `from` stands behind the tag's name. */
  start(from: number): void {
    this.at = from;
    this.empty = false;
  }

  next(bytes: Bytes): boolean {
    let at = this.at;
    let byte = bytes[at];
    while (isSpace(byte) || byte === SLASH) {
      this.empty = byte === SLASH;
      byte = bytes[++at];
    }
    if (byte === GT || byte === 0) return this.stop(byte === GT ? at + 1 : -1);
    this.empty = false;
    this.name = at;
    while (byte !== EQUALS && !isSpace(byte)) {
      if (byte === 0 || byte === GT) return this.stop(-1);
      byte = bytes[++at];
    }
    this.nameEnd = at;
    while (isSpace(byte) || byte === EQUALS) byte = bytes[++at];
    if (byte !== QUOTE && byte !== APOSTROPHE) return this.stop(-1);
    this.value = at + 1;
    while (bytes[++at] !== byte) if (bytes[at] === 0) return this.stop(-1);
    this.valueEnd = at;
    this.at = at + 1;
    return true;
  }

  /** Whether the name is this one; a name with a prefix is another's. */
  is(bytes: Bytes, name: string): boolean {
    if (this.nameEnd - this.name !== name.length) return false;
    for (let at = 0; at < name.length; at++)
      if (bytes[this.name + at] !== name.charCodeAt(at)) return false;
    return true;
  }

  text(bytes: Bytes): string {
    return textBetween(bytes, this.value, this.valueEnd);
  }

  /** The value as a number; plain digits, nearly all, without a text of them. */
  number(bytes: Bytes): number {
    let number = 0;
    for (let at = this.value; at < this.valueEnd; at++) {
      const digit = (bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) return Number(this.text(bytes));
      number = number * 10 + digit;
    }
    return number;
  }

  private stop(end: number): false {
    this.end = end;
    return false;
  }
}
