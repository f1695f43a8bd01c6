/** The texts that a workbook's cells share, in their order. Its counts are not believed. */
import {
  afterOther,
  afterTag,
  BANG,
  endsName,
  LT,
  nameAt,
  QUESTION,
  SLASH,
  textBetween,
  type Bytes,
} from './bytes.ts';
import type { Scanner } from './feed.ts';
import type { Purse } from './purse.ts';
import { RichTextReader, type StruckText } from './rich-text.ts';
import { damagedFile } from './trouble.ts';

const [S, I, T] = [0x73, 0x69, 0x74];

export class SharedStrings implements Scanner {
  readonly texts: string[] = [];
  /** of the few that are struck through, by their place */
  readonly struck = new Map<number, StruckText>();
  private readonly purse: Purse;
  private readonly rich = new RichTextReader();
  private closed = false;

  constructor(purse: Purse) {
    this.purse = purse;
  }

  scan(bytes: Bytes, end: number): number {
    let at = 0;
    while (at < end) {
      if (bytes[at] !== LT) {
        at++;
        continue;
      }
      const next = this.item(bytes, at, end);
      if (next < 0) return at;
      at = next;
    }
    return at;
  }

  finish(): void {
    if (!this.closed) throw damagedFile('the shared texts break off');
  }

  /** Behind the tag at `at`, or behind the whole item that it opens. */
  private item(bytes: Bytes, at: number, end: number): number {
    const sign = bytes[at + 1];
    if (sign === BANG || sign === QUESTION) return afterOther(bytes, at, end);
    if (sign === S && bytes[at + 2] === I && bytes[at + 3] === 0x3e) {
      const plain = this.plain(bytes, at + 4);
      if (plain > 0) return plain;
    }
    const after = afterTag(bytes, at + 1);
    if (after < 0) return -1;
    const name = nameAt(bytes, at);
    if (bytes[name] === S && bytes[name + 1] === I && endsName(bytes[name + 2]) && sign !== SLASH) {
      if (bytes[after - 2] === SLASH) return this.keep('', after);
      if (!this.rich.read(bytes, after, end)) return -1;
      if (this.rich.struck !== null) this.struck.set(this.texts.length, this.rich.struck);
      return this.keep(this.rich.text, this.rich.next);
    }
    if (
      bytes[name] === S &&
      bytes[name + 1] === S &&
      (sign === SLASH || bytes[after - 2] === SLASH)
    )
      this.closed = true;
    return after;
  }

  /** <t>…</t></si> as nearly every item is; 0 where it is anything else. */
  private plain(bytes: Bytes, from: number): number {
    if (bytes[from] !== LT || bytes[from + 1] !== T) return 0;
    let at = from + 2;
    if (bytes[at] === 32) while (bytes[at] !== 0x3e) if (bytes[at++] === 0) return 0;
    if (bytes[at] !== 0x3e || bytes[at - 1] === SLASH) return 0;
    const start = ++at;
    while (bytes[at] !== LT) if (bytes[at++] === 0) return 0;
    if (
      bytes[at + 1] !== SLASH ||
      bytes[at + 2] !== T ||
      bytes[at + 3] !== 0x3e ||
      bytes[at + 4] !== LT ||
      bytes[at + 5] !== SLASH ||
      bytes[at + 8] !== 0x3e
    )
      return 0;
    return this.keep(textBetween(bytes, start, at), at + 9);
  }

  private keep(text: string, next: number): number {
    this.purse.text(text);
    this.texts.push(text);
    return next;
  }
}
