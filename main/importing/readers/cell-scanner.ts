/**
 * Reads one <c> of a worksheet: where it stands, its style, and its value in the type that the file
 * gives it.
 */
import type { CellValue } from '../sheet/sheet.ts';
import {
  afterOther,
  afterTag,
  Attributes,
  BANG,
  endsName,
  GT,
  LT,
  nameAt,
  QUESTION,
  SLASH,
  TextReader,
  type Bytes,
} from './bytes.ts';
import { BOOLEAN, CellHead, DATE, ERROR, INLINE, NUMBER, SHARED, TEXT } from './cell-head.ts';
import { dateOf, isoDate, LAST_SERIAL } from './dates.ts';
import { RichTextReader, type StruckText } from './rich-text.ts';
import { SharedFormulas } from './shared-formulas.ts';
import type { Styles } from './styles.ts';
import { damagedFile } from './trouble.ts';

const [C_, F_, I_, R_, S_, V_] = [0x63, 0x66, 0x69, 0x72, 0x73, 0x76];
/**
 * a mantissa below 2^53 divided by one of these is rounded once, as the decimal text itself would
 * be
 */
const POWERS = Float64Array.from({ length: 16 }, (_, at) => Number(`1e${at}`));
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const MOST_SHARED_DATES = 50_000;

/** What cells of all sheets share. */
export interface CellContext {
  readonly texts: readonly string[];
  /** of the shared texts that are struck through, by their place */
  readonly struckTexts: ReadonlyMap<number, StruckText>;
  readonly styles: Styles;
  readonly since1904: boolean;
}

export class CellScanner extends CellHead {
  value: CellValue = null;
  /** what its own text says of striking through */
  struck: StruckText = null;

  private closed = false;
  /** the file gives a result, be it an empty text */
  private hasResult = false;
  private formula: string | null = null;
  /** the shared formula that an empty one stands for */
  private sharedBy = '';
  private readonly context: CellContext;
  private readonly texts: readonly string[];
  private readonly isDate: Uint8Array;
  private readonly reader = new TextReader();
  private readonly rich = new RichTextReader();
  private readonly attributes = new Attributes();
  private readonly formulas = new SharedFormulas();
  private readonly dates = new Map<number, CellValue>();
  /** whole days, by serial number: a look-up in a map costs more than the rest of such a cell */
  private days: (CellValue | undefined)[] | null = null;
  private readonly errors = new Map<string, CellValue>();

  constructor(context: CellContext) {
    super();
    this.context = context;
    this.texts = context.texts;
    this.isDate = context.styles.isDate;
  }

  /**
   * From behind the tag's name to behind the cell; −1 where more bytes are wanted. The place is
   * where it stands if it does not say so itself.
   */
  read(bytes: Bytes, from: number, end: number, row: number, column: number): number {
    this.column = -1;
    this.row = 0;
    this.style = 0;
    this.type = NUMBER;
    this.value = null;
    this.struck = null;
    this.hasResult = false;
    this.formula = null;
    const at = this.head(bytes, from);
    if (at < 0 || this.empty) return at;
    if (this.column < 0) this.column = column;
    const after = this.content(bytes, at, end, row);
    if (after < 0) return -1;
    if (this.formula !== null && this.value === null && !this.hasResult)
      this.value = {
        formula:
          this.sharedBy === '' ? this.formula : this.formulas.at(this.sharedBy, row, this.column),
      };
    else if (
      this.type === NUMBER &&
      this.isDate[this.style] === 1 &&
      typeof this.value === 'number'
    )
      this.value = this.date(this.value);
    return after;
  }

  private content(bytes: Bytes, from: number, end: number, row: number): number {
    let at = from;
    this.closed = false;
    for (;;) {
      while (bytes[at] !== LT) if (bytes[at++] === 0) return -1;
      const sign = bytes[at + 1];
      if (sign === V_ && bytes[at + 2] === GT) at = this.result(bytes, at + 3, end);
      else if (sign === SLASH && bytes[at + 2] === C_ && bytes[at + 3] === GT) return at + 4;
      else at = this.other(bytes, at, end, row);
      if (at < 0 || this.closed) return at;
    }
  }

  /** Whatever stands in a cell beside <v>, or <v> with a prefix. */
  private other(bytes: Bytes, at: number, end: number, row: number): number {
    const sign = bytes[at + 1];
    if (sign === BANG || sign === QUESTION) return afterOther(bytes, at, end);
    const after = afterTag(bytes, at + 1);
    if (after < 0) return -1;
    const name = nameAt(bytes, at);
    const one = bytes[name];
    const single = endsName(bytes[name + 1]);
    if (sign === SLASH) {
      this.closed = one === C_ && single;
      return after;
    }
    const empty = bytes[after - 2] === SLASH;
    if (one === V_ && single) {
      if (!empty) return this.result(bytes, after, end);
      this.hasResult ||= this.type === TEXT;
    } else if (one === F_ && single) return this.formulaAt(bytes, name + 1, after, end, row);
    else if (one === I_ && bytes[name + 1] === S_ && endsName(bytes[name + 2]) && !empty) {
      if (!this.rich.read(bytes, after, end)) return -1;
      this.setText(this.rich.text);
      this.struck = this.rich.struck;
      return this.rich.next;
    } else if (
      (one === C_ && single) ||
      (one === R_ && bytes[name + 1] === 0x6f && bytes[name + 2] === 0x77)
    )
      throw damagedFile('a cell does not end');
    return after;
  }

  /** The result behind <v>; returns the place behind </v>. */
  private result(bytes: Bytes, from: number, end: number): number {
    let at = this.type === NUMBER || this.type === SHARED ? this.digits(bytes, from) : 0;
    if (at === 0) {
      if (!this.reader.read(bytes, from, end)) return -1;
      this.fromText(this.reader.text);
      at = this.reader.next;
    }
    while (bytes[at] !== GT) if (bytes[at++] === 0) return -1;
    return at + 1;
  }

  /** A number of up to 15 digits, read as it passes by; 0 where it is anything else. */
  private digits(bytes: Bytes, from: number): number {
    let at = bytes[from] === 0x2d ? from + 1 : from;
    let [mantissa, count, places] = [0, 0, -1];
    for (;;) {
      const digit = (bytes[at] ?? 0) - 48;
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        count++;
        if (places >= 0) places++;
      } else if (digit === -2 && places < 0) places = 0;
      else break;
      at++;
    }
    if (bytes[at] !== LT || bytes[at + 1] !== SLASH || count === 0 || count > 15) return 0;
    const size = places > 0 ? mantissa / (POWERS[places] ?? 1) : mantissa;
    this.setNumber(bytes[from] === 0x2d ? 0 - size : size);
    return at;
  }

  private setNumber(number: number): void {
    if (this.type !== SHARED) {
      this.value = number;
      return;
    }
    const text = this.texts[number];
    if (text === undefined) throw damagedFile('a shared text that is not there');
    this.value = text === '' ? null : text;
    if (this.context.struckTexts.size > 0)
      this.struck = this.context.struckTexts.get(number) ?? null;
    this.hasResult = true;
  }

  private setText(text: string): void {
    this.value = text === '' ? null : text;
    this.hasResult = true;
  }

  private fromText(text: string): void {
    const plain = text.trim();
    if (this.type === TEXT || this.type === INLINE) this.setText(text);
    else if (plain === '') return;
    else if (this.type === BOOLEAN) this.value = plain === '1' || plain === 'true';
    else if (this.type === ERROR) this.value = this.error(plain);
    else if (this.type === DATE) this.value = isoDate(plain);
    else if (PLAIN_NUMBER.test(plain) && Number.isFinite(Number(plain)))
      this.setNumber(Number(plain));
    else if (this.type === SHARED) throw damagedFile('a shared text without a number');
    else this.value = text;
  }

  /**
   * A formula matters where the file holds no result of it; a shared one is kept for the cells that
   * follow.
   */
  private formulaAt(bytes: Bytes, head: number, body: number, end: number, row: number): number {
    const empty = bytes[body - 2] === SLASH;
    if (!empty && !this.reader.read(bytes, body, end)) return -1;
    const text = empty ? '' : this.reader.text;
    const next = empty ? body : this.reader.next;
    const { attributes } = this;
    let [shared, index] = [false, ''];
    attributes.start(head);
    while (attributes.next(bytes)) {
      if (attributes.is(bytes, 't')) shared = attributes.text(bytes) === 'shared';
      else if (attributes.is(bytes, 'si')) index = attributes.text(bytes);
    }
    if (shared && text !== '') this.formulas.put(index, text, row, this.column);
    this.formula = text;
    this.sharedBy = shared && text === '' ? index : '';
    return next;
  }

  private date(serial: number): CellValue {
    if (serial > 0 && serial <= LAST_SERIAL && Number.isInteger(serial)) {
      this.days ??= new Array<CellValue | undefined>(LAST_SERIAL + 1);
      return (this.days[serial] ??= dateOf(serial, this.context.since1904));
    }
    const known = this.dates.get(serial);
    if (known !== undefined) return known;
    const day = dateOf(serial, this.context.since1904);
    if (this.dates.size < MOST_SHARED_DATES) this.dates.set(serial, day);
    return day;
  }

  private error(text: string): CellValue {
    const known = this.errors.get(text) ?? { error: text };
    if (this.errors.size < 100) this.errors.set(text, known);
    return known;
  }
}
