/**
 * The text of a string item (<si> or <is>): its plain text or its runs put together, without the
 * phonetic ones and those struck through where others are left.
 */
import {
  afterOther,
  afterTag,
  BANG,
  endsName,
  LT,
  nameAt,
  QUESTION,
  SLASH,
  TextReader,
  type Bytes,
} from './bytes.ts';

/** What a text's runs say of striking through: all of it is, or some of it and that is left out. */
export type StruckText = 'struck' | 'cut' | null;

export class RichTextReader {
  text = '';
  struck: StruckText = null;
  next = 0;
  private readonly reader = new TextReader();

  /**
   * From behind the item's open tag to behind its closing one; false where more bytes are wanted.
   */
  read(bytes: Bytes, from: number, end: number): boolean {
    let [text, struck, isStruck] = ['', '', false];
    let at = from;
    let phonetic = false;
    for (;;) {
      while (bytes[at] !== LT) if (bytes[at++] === 0) return false;
      const sign = bytes[at + 1];
      if (sign === BANG || sign === QUESTION) {
        at = afterOther(bytes, at, end);
        if (at < 0) return false;
        continue;
      }
      const after = afterTag(bytes, at + 1);
      if (after < 0) return false;
      const name = nameAt(bytes, at);
      const one = bytes[name];
      const empty = bytes[after - 2] === SLASH;
      if (one === 0x74 && endsName(bytes[name + 1]) && sign !== SLASH && !empty) {
        if (!this.reader.read(bytes, after, end)) return false;
        if (!phonetic && isStruck) struck += this.reader.text;
        else if (!phonetic) text += this.reader.text;
        at = this.reader.next;
        continue;
      }
      if (one === 0x72 && endsName(bytes[name + 1]) && sign !== SLASH) isStruck = false;
      else if (one === 0x73 && isNamed(bytes, name, STRIKE) && sign !== SLASH)
        isStruck = !/val="(?:0|false|off)"/.test(bytes.toString('latin1', name, after));
      if (one === 0x72 && bytes[name + 1] === 0x50 && bytes[name + 2] === 0x68 && !empty)
        phonetic = sign !== SLASH;
      at = after;
      if (sign === SLASH && (one === 0x73 || one === 0x69) && endsName(bytes[name + 2])) break;
    }
    const isWhole = text.trim() === '';
    this.struck = struck.trim() === '' ? null : isWhole ? 'struck' : 'cut';
    this.text = isWhole ? text + struck : text;
    this.next = at;
    return true;
  }
}

const STRIKE = Buffer.from('strike');

const isNamed = (bytes: Bytes, at: number, word: Buffer): boolean =>
  word.every((sign, place) => bytes[at + place] === sign) && endsName(bytes[at + word.length]);
