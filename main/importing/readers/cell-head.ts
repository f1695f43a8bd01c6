/** The tag <c …> of a cell: where it stands, its style, the type that its value has. */
import { GT, isSpace, SLASH, type Bytes } from './bytes.ts';
import { damagedFile } from './trouble.ts';

export const [NUMBER, SHARED, TEXT, INLINE, BOOLEAN, ERROR, DATE] = [0, 1, 2, 3, 4, 5, 6];
const [B_, D_, E_, I_, N_, R_, S_, T_] = [0x62, 0x64, 0x65, 0x69, 0x6e, 0x72, 0x73, 0x74];
const EQUALS = 0x3d;
const QUOTE = 0x22;

export class CellHead {
  /** 0-based; −1 where the cell does not say */
  column = -1;
  /** 1-based as written; 0 where the cell does not say */
  row = 0;
  style = 0;
  protected type = NUMBER;
  /** the tag closes itself */
  protected empty = false;

  /**
   * The attributes; those that Excel writes, as it writes them, are read without looking for
   * anything else.
   */
  protected head(bytes: Bytes, from: number): number {
    let at = from;
    if (
      bytes[at] === 32 &&
      bytes[at + 1] === R_ &&
      bytes[at + 2] === EQUALS &&
      bytes[at + 3] === QUOTE
    ) {
      at = this.reference(bytes, at + 4, QUOTE) + 1;
      if (at === 0) return -1;
      if (
        bytes[at] === 32 &&
        bytes[at + 1] === S_ &&
        bytes[at + 2] === EQUALS &&
        bytes[at + 3] === QUOTE
      ) {
        at = this.styleNumber(bytes, at + 4);
        if (bytes[at] !== QUOTE) return -1;
        at++;
      }
      if (
        bytes[at] === 32 &&
        bytes[at + 1] === T_ &&
        bytes[at + 2] === EQUALS &&
        bytes[at + 3] === QUOTE &&
        bytes[at + 4] === S_ &&
        bytes[at + 5] === QUOTE
      ) {
        this.type = SHARED;
        at += 6;
      }
      if (bytes[at] === GT) {
        this.empty = false;
        return at + 1;
      }
    }
    return this.anyHead(bytes, at);
  }

  private anyHead(bytes: Bytes, from: number): number {
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === 32) {
        at++;
        continue;
      }
      if (byte === GT) {
        this.empty = false;
        return at + 1;
      }
      if (byte === SLASH && bytes[at + 1] === GT) {
        this.empty = true;
        return at + 2;
      }
      if (byte === 0) return -1;
      if (isSpace(byte) || byte === SLASH) {
        at++;
        continue;
      }
      at = this.attributeAt(bytes, at, byte);
      if (at < 0) return -1;
    }
  }

  private attributeAt(bytes: Bytes, from: number, name: number): number {
    let at = from + 1;
    let known = bytes[at] === EQUALS;
    if (!known) {
      while (bytes[at] !== EQUALS && !isSpace(bytes[at]))
        if (bytes[at] === GT) throw damagedFile('a tag of a cell');
        else if (bytes[at++] === 0) return -1;
      known = at === from + 1;
      while (isSpace(bytes[at])) at++;
      if (bytes[at] === 0) return -1;
    }
    at++;
    while (isSpace(bytes[at])) at++;
    const quote = bytes[at];
    if (quote === 0) return -1;
    if (quote !== QUOTE && quote !== 0x27) throw damagedFile('a tag of a cell');
    at++;
    if (known && name === R_) at = this.reference(bytes, at, quote);
    else if (known && name === S_) at = this.styleNumber(bytes, at);
    else if (known && name === T_) this.type = typeOf(bytes, at, quote);
    if (at < 0) return -1;
    while (bytes[at] !== quote) if (bytes[at++] === 0) return -1;
    return at + 1;
  }

  private reference(bytes: Bytes, from: number, quote: number): number {
    let at = from;
    let [column, row] = [0, 0];
    for (;;) {
      const letter = (bytes[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
      at++;
    }
    for (;;) {
      const digit = (bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      row = row * 10 + digit;
      at++;
    }
    if (bytes[at] === 0) return -1;
    if (bytes[at] !== quote || column === 0 || row === 0) throw damagedFile('the place of a cell');
    this.column = column - 1;
    this.row = row;
    return at;
  }

  private styleNumber(bytes: Bytes, from: number): number {
    let at = from;
    let style = 0;
    for (;;) {
      const digit = (bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      style = style * 10 + digit;
      at++;
    }
    this.style = style;
    return at;
  }
}

/**
 * Types by their first signs; one that the standard does not know is taken for text, so that
 * nothing is lost.
 */
function typeOf(bytes: Bytes, at: number, quote: number): number {
  const one = bytes[at];
  if (bytes[at + 1] === quote)
    return one === S_
      ? SHARED
      : one === N_
        ? NUMBER
        : one === B_
          ? BOOLEAN
          : one === E_
            ? ERROR
            : one === D_
              ? DATE
              : TEXT;
  return one === I_ ? INLINE : TEXT;
}
