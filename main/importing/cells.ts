/** Reads typed cells into wire values: plain numbers on a short exact way, everything else by the domain's readers. */
import { decimalOfNumber, placesOf, trim } from '../domain/decimal.ts';
import type { Field, Value } from '../domain/ledgers/field.ts';
import { measureOf, type Currency, type Measure } from '../domain/measure.ts';
import { yuanText } from '../domain/money.ts';
import { readDay, readDayNumber } from '../domain/read/day.ts';
import { readFigure } from '../domain/read/figure.ts';
import { readMoney } from '../domain/read/money.ts';
import { EMPTY, type Note, type Outcome } from '../domain/read/outcome.ts';
import { isMark } from '../domain/read/text.ts';
import { readValue } from '../domain/read/value.ts';
import type { CellValue } from './sheet.ts';

export type CellRead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: string; readonly note?: Note; readonly currency?: Currency }
  | Extract<Outcome<string>, { kind: 'question' | 'unreadable' }>
  | { readonly kind: 'broken'; readonly error: string }
  | { readonly kind: 'formula'; readonly formula: string };
export type ReadCell = (cell: CellValue) => CellRead;

export interface ColumnContext {
  readonly measure: Measure | null;
  readonly year: number | null;
  /** the header states a measure that is not the field's: a figure that says none of its own is no figure of that field */
  readonly conflict: boolean;
}

/** Texts repeat: a column keeps what it has read, up to this many. */
const CACHE = 20_000;

/** The reader of a field's cells in a column of that measure. */
export function cellReader(field: Field, context: ColumnContext): ReadCell {
  const quick = quickNumber(field, context.measure);
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
    if (typeof cell === 'number') return quick(cell) ?? (field.kind === 'day' ? readDayNumber(cell) : slow(decimalOfNumber(cell)));
    if (typeof cell === 'string') return plain ? plainText(cell) : slow(cell);
    if (typeof cell === 'boolean') return slow(cell ? '是' : '否');
    if ('day' in cell) return field.kind === 'day' ? { kind: 'value', value: cell.day } : slow(cell.day);
    return 'error' in cell ? { kind: 'broken', error: cell.error } : { kind: 'formula', formula: cell.formula };
  };
}

function readText(field: Field, text: string, { measure, year, conflict }: ColumnContext): CellRead {
  if (field.kind === 'day') return readDay(text, { year });
  if (field.kind === 'money') {
    const currency = typeof field.currency === 'string' ? field.currency : 'CNY';
    const read = readMoney(text, { measure, currency });
    if (read.kind !== 'value') return read;
    // 1.2亿 says how many, not of which currency
    if (measure === null && (conflict || currency !== 'CNY') && read.value.fen !== 0n && saysNoUnit(text)) return { kind: 'question', ask: 'measure', seen: text.trim() };
    if (typeof field.currency === 'string' && read.value.currency !== field.currency) return { kind: 'unreadable', seen: text.trim(), want: `${field.measure}的金额` };
    return { kind: 'value', value: yuanText(read.value.fen), ...(read.note === undefined ? {} : { note: read.note }), currency: read.value.currency };
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

/** Text that begins with a Chinese character or a digit is no mark for "nothing"; others are looked at. */
function plainText(text: string): CellRead {
  const first = text.charCodeAt(0);
  const sure = (first >= 0x4e00 && first <= 0x9fff) || (first >= 0x30 && first <= 0x39);
  if (!sure && isMark(text)) return EMPTY;
  return { kind: 'value', value: (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trim() };
}

const TEN_THOUSANDTHS = 10_000;

/** A number of at most four places, exactly: Math.round finds its digits, and dividing back proves them. */
function quickNumber(field: Field, measure: Measure | null): (value: number) => CellRead | null {
  if (measure === null) return () => null;
  if (field.kind === 'decimal' && measure.name === field.measure && measureOf(field.measure)?.name === measure.name) {
    return (value) => {
      const scaled = Math.round(value * TEN_THOUSANDTHS);
      if (scaled / TEN_THOUSANDTHS !== value || !Number.isSafeInteger(scaled) || Math.abs(value) > 1e11) return null;
      const text = String(value);
      return placesOfPlain(text) <= field.scale ? { kind: 'value', value: text } : null;
    };
  }
  if (field.kind !== 'money' || measure.dimension !== 'money' || measure.per !== '1' || placesOf(measure.times) > 0) return () => null;
  const times = Number(measure.times);
  const own = typeof field.currency === 'string' ? field.currency : measure.currency;
  const currency = own === undefined || own === 'CNY' ? {} : { currency: own };
  if (typeof field.currency === 'string' && measure.currency !== field.currency) return () => null;
  return (value) => {
    const scaled = Math.round(value * TEN_THOUSANDTHS);
    const fen = (scaled * times) / 100;
    if (scaled / TEN_THOUSANDTHS !== value || !Number.isSafeInteger(scaled) || !Number.isSafeInteger(fen)) return null;
    return { kind: 'value', value: yuanOfFen(fen), ...currency };
  };
}

function yuanOfFen(fen: number): Value & string {
  const whole = Math.abs(fen);
  const rest = whole % 100;
  return `${fen < 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

const placesOfPlain = (text: string): number => {
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
};
