/**
 * Reads typed cells into wire values: plain numbers on a short exact way, everything else by the
 * domain's readers.
 */
import { decimalOfNumber, placesOf, trim } from '../../domain/exact/decimal.ts';
import type { Field } from '../../domain/ledgers/field.ts';
import { measureOf, type Currency, type Measure } from '../../domain/exact/measure.ts';
import { yuanText } from '../../domain/exact/money.ts';
import { readDay, readDayNumber } from '../../domain/read/day.ts';
import { readFigure } from '../../domain/read/figure.ts';
import { readMoney } from '../../domain/read/money.ts';
import { EMPTY, type Note, type Outcome } from '../../domain/read/outcome.ts';
import { isMark } from '../../domain/read/text.ts';
import { asPrecise, readValue } from '../../domain/read/value.ts';
import type { CellValue } from '../sheet/sheet.ts';

export type CellRead =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'value';
      readonly value: string;
      readonly note?: Note;
      readonly currency?: Currency;
    }
  | Extract<Outcome<string>, { kind: 'question' | 'unreadable' }>
  | { readonly kind: 'broken'; readonly error: string }
  | { readonly kind: 'formula'; readonly formula: string };
export type ReadCell = (cell: CellValue) => CellRead;

export interface ColumnContext {
  readonly measure: Measure | null;
  readonly year: number | null;
  /**
   * the header states a measure that is not the field's: a figure that says none of its own is no
   * figure of that field
   */
  readonly conflict: boolean;
}

/** Texts repeat: a column keeps what it has read, up to this many. */
const CACHE = 20_000;

/**
 * The short way of a column of words: the wire value of plain ones, null where the reader has to
 * look.
 */
export function quickReader(field: Field): ((cell: CellValue) => string | null) | null {
  if (field.kind === 'text' || field.kind === 'long' || field.kind === 'unit')
    return (cell) => (typeof cell === 'string' && isWords(cell) ? tidy(cell) : null);
  return field.kind === 'phone'
    ? (cell) => (typeof cell === 'string' && isDigits(cell) ? cell : null)
    : null;
}

/** The reader of a field's cells in a column of that measure. */
export function cellReader(field: Field, context: ColumnContext): ReadCell {
  const known = new Map<string, CellRead>();
  const slow = (text: string): CellRead => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const read = readText(field, text, context);
    if (known.size < CACHE) known.set(text, read);
    return read;
  };
  const plain = field.kind === 'text' || field.kind === 'long' || field.kind === 'unit';
  return (cell) => {
    if (cell === null) return EMPTY;
    if (typeof cell === 'number')
      return field.kind === 'day'
        ? asPrecise(field, readDayNumber(cell))
        : slow(decimalOfNumber(cell));
    if (typeof cell === 'string') return plain ? plainText(cell) : slow(cell);
    if (typeof cell === 'boolean') return slow(cell ? '是' : '否');
    if ('day' in cell)
      return field.kind === 'day' ? asPrecise(field, dayOfCell(cell.day)) : slow(cell.day);
    return 'error' in cell
      ? { kind: 'broken', error: cell.error }
      : { kind: 'formula', formula: cell.formula };
  };
}

/**
 * The first days that a spreadsheet knows are an empty cell or a number that was shown as a day.
 */
const dayOfCell = (day: string): Outcome<string> =>
  day < '1905'
    ? { kind: 'unreadable', seen: day, want: '日期，如 2012年5月 或 2012-05-01' }
    : { kind: 'value', value: day };

function readText(
  field: Field,
  text: string,
  { measure, year, conflict }: ColumnContext,
): CellRead {
  if (field.kind === 'day') return asPrecise(field, readDay(text, { year }));
  if (field.kind === 'money') {
    const currency = typeof field.currency === 'string' ? field.currency : 'CNY';
    const read = readMoney(text, { measure, currency });
    if (read.kind !== 'value') return read;
    // 1.2亿 says how many, not of which currency
    if (
      measure === null &&
      (conflict || currency !== 'CNY') &&
      read.value.fen !== 0n &&
      saysNoUnit(text)
    )
      return { kind: 'question', ask: 'measure', seen: text.trim() };
    if (typeof field.currency === 'string' && read.value.currency !== field.currency)
      return { kind: 'unreadable', seen: text.trim(), want: `${field.measure}的金额` };
    return {
      kind: 'value',
      value: yuanText(read.value.fen),
      ...(read.note === undefined ? {} : { note: read.note }),
      currency: read.value.currency,
    };
  }
  const read = readValue(field, text, { year, measure, currency: 'CNY' });
  if (read.kind !== 'value') return read;
  if (read.value === null) return EMPTY;
  const value = field.kind === 'decimal' ? trim(read.value) : read.value;
  return { kind: 'value', value, ...(read.note === undefined ? {} : { note: read.note }) };
}

function saysNoUnit(text: string): boolean {
  const figure = readFigure(text);
  return figure.kind === 'value' && figure.value.unit === null;
}

function plainText(text: string): CellRead {
  return isWords(text) || !isMark(text) ? { kind: 'value', value: tidy(text) } : EMPTY;
}

const tidy = (text: string): string =>
  (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trim();

/**
 * A Chinese character, a digit or a letter among the first signs: then the text is no mark for
 * "nothing" (×× is one, so x is not looked at).
 */
function isWords(text: string): boolean {
  for (let at = 0; at < text.length && at < 4; at++) {
    const sign = text.charCodeAt(at);
    if (
      (sign >= 0x4e00 && sign <= 0x9fff) ||
      (sign >= 0x30 && sign <= 0x39) ||
      (sign >= 0x41 && sign <= 0x5a && sign !== 0x58)
    )
      return true;
  }
  return false;
}

/** A telephone number in plain digits. */
function isDigits(text: string): boolean {
  if (text.length < 7 || text.length > 20) return false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign < 0x30 || sign > 0x39) return false;
  }
  return true;
}

const TEN_THOUSANDTHS = 10_000;
/**
 * Half of what the fifteenth digit of any number is worth beside it is more: a number this near is
 * shown as the same decimal.
 */
const SAME = 4e-16;

/**
 * The number's ten thousandths where it is surely a decimal of at most four places, as Excel shows
 * it; NaN where not.
 */
function inTenThousandths(value: number): number {
  const scaled = Math.round(value * TEN_THOUSANDTHS);
  const near = Math.abs(scaled / TEN_THOUSANDTHS - value) <= Math.abs(value) * SAME;
  return near && Math.abs(scaled) < 1e15 ? scaled : NaN;
}

/** The short way of a column of figures. */
export interface QuickNumber {
  /**
   * a number of at most four places as 分 or ten thousandths, exactly; NaN where the long way has
   * to say
   */
  readonly scaled: (value: number) => number;
  /** the same as a wire value */
  readonly text: (scaled: number) => string;
  /** the same as it is stored: 分, or units of the field's last place */
  readonly stored: (scaled: number) => number;
}

export function quickNumber(field: Field, measure: Measure | null): QuickNumber | null {
  if (measure === null) return null;
  if (
    field.kind === 'decimal' &&
    measure.name === field.measure &&
    measureOf(field.measure)?.name === measure.name
  ) {
    const [step, more] = [10 ** Math.max(0, 4 - field.scale), 10 ** Math.max(0, field.scale - 4)];
    return {
      scaled: (value) => {
        const scaled = inTenThousandths(value);
        return scaled % step === 0 && Number.isSafeInteger(scaled * more) ? scaled : Number.NaN;
      },
      text: decimalOfTenThousandths,
      stored: (scaled) => (scaled / step) * more,
    };
  }
  if (
    field.kind !== 'money' ||
    measure.dimension !== 'money' ||
    measure.per !== '1' ||
    placesOf(measure.times) > 0
  )
    return null;
  if (typeof field.currency === 'string' && measure.currency !== field.currency) return null;
  const times = Number(measure.times);
  return {
    scaled: (value) => {
      const scaled = inTenThousandths(value) * times;
      const fen = scaled / 100;
      return Number.isSafeInteger(scaled) && Number.isInteger(fen) && Math.abs(fen) <= MOST_FEN
        ? fen
        : Number.NaN;
    },
    text: yuanOfFen,
    stored: (fen) => fen,
  };
}

/**
 * Whole numbers, nearly all, on the engine's quick way: a number with a fraction takes it ten times
 * as long.
 */
function decimalOfTenThousandths(scaled: number): string {
  const size = Math.abs(scaled);
  let rest = size % TEN_THOUSANDTHS;
  const whole = (size - rest) / TEN_THOUSANDTHS;
  if (rest === 0) return `${scaled < 0 ? '-' : ''}${whole}`;
  let places = 4;
  for (; rest % 10 === 0; places--) rest /= 10;
  return `${scaled < 0 ? '-' : ''}${whole}.${String(rest).padStart(places, '0')}`;
}

/** As much as the long way takes without a question. */
const MOST_FEN = 1e15;

function yuanOfFen(fen: number): string {
  const whole = Math.abs(fen);
  const rest = whole % 100;
  return `${fen < 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}
