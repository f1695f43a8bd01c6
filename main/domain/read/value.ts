/**
 * Reads a cell's text into the wire form of its field: money in 元, days with their precision,
 * choices by value.
 */
import type { DayField, Field, MoneyField, Value } from '../ledgers/field.ts';
import { CURRENCY_NAMES, statedMeasure, type Currency, type Measure } from '../exact/measure.ts';
import { yuanText } from '../exact/money.ts';
import { readChoice } from './choice.ts';
import { readDay } from './day.ts';
import { readDecimal } from './decimal.ts';
import { readMoney } from './money.ts';
import { EMPTY, outcomeOf, type Outcome } from './outcome.ts';
import { compactText, isMark, saysNothing } from './text.ts';

export interface ValueContext {
  readonly year: number | null;
  /** of the column, or the field's own where someone types into a cell of ours */
  readonly measure: Measure | null;
  /** of the record; a field with a currency of its own keeps that */
  readonly currency: Currency;
}

export function readValue(field: Field, text: string, context: ValueContext): Outcome<Value> {
  switch (field.kind) {
    case 'text':
    case 'long':
    case 'unit':
      return isMark(text) ? EMPTY : outcomeOf(trimmed(text));
    case 'phone':
      return readPhone(text);
    case 'money':
      return readAmount(field, text, context);
    case 'decimal': {
      const target = statedMeasure(field.measure);
      if (target === null) throw new RangeError(`${field.code} has an unknown measure`);
      return readDecimal(text, { measure: context.measure, target, scale: field.scale });
    }
    case 'day':
      return asPrecise(field, readDay(text, context));
    case 'choice':
      return readChoice(text, field.choices);
  }
}

const trimmed = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/**
 * The wire has no place for an amount's own currency: one that differs from the record's is
 * refused, never relabelled.
 */
function readAmount(field: MoneyField, text: string, context: ValueContext): Outcome<Value> {
  const currency = typeof field.currency === 'string' ? field.currency : context.currency;
  const read = readMoney(text, { measure: context.measure, currency });
  if (read.kind !== 'value') return read;
  if (read.value.currency !== currency)
    return { kind: 'unreadable', seen: text.trim(), want: `${CURRENCY_NAMES[currency]}金额` };
  return outcomeOf(yuanText(read.value.fen), read.note);
}

/** Of a field that keeps months a day tells its month; a year alone does not. */
export function asPrecise(field: DayField, read: Outcome<string>): Outcome<string> {
  if (field.precision === undefined || read.kind !== 'value') return read;
  return read.value.length < 7
    ? { kind: 'unreadable', seen: `${read.value}年`, want: '年月，如 2012年5月' }
    : { ...read, value: read.value.slice(0, 7) };
}

/**
 * Digits, with the signs people put between them; 1.39E+10 is a number whose digits Excel has lost.
 */
function readPhone(text: string): Outcome<Value> {
  if (saysNothing(text)) return EMPTY;
  const clean = compactText(text);
  const plausible = /\d{3}/.test(clean) && !/^\d+(?:\.\d+)?E\+?\d+$/i.test(clean);
  return plausible
    ? outcomeOf(trimmed(text))
    : { kind: 'unreadable', seen: text.trim(), want: '电话号码，如 13900000001' };
}
