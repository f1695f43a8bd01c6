/** What is typed in the filter row, as a condition in the terms in which values are stored. */
import {
  isNumeric,
  type Choice,
  type DecimalField,
  type Field,
  type MoneyField,
} from '../ledgers/field.ts';
import { spanOf } from '../days/day.ts';
import { toScaled } from '../exact/decimal.ts';
import { measureOf } from '../exact/measure.ts';
import { readChoice } from './choice.ts';
import { readDay } from './day.ts';
import { readDecimal } from './decimal.ts';
import { readMoney } from './money.ts';
import { compactText } from './text.ts';

/**
 * In a range, figures are 分 or scaled integers and days are full days; an absent end is unbounded,
 * an open one excluded.
 */
export type Condition =
  | { readonly is: 'contains'; readonly text: string }
  | {
      readonly is: 'equals';
      readonly values: readonly string[];
      /** an empty cell will do too */
      readonly orEmpty?: boolean;
    }
  | { readonly is: 'empty' }
  | { readonly is: 'filled' }
  | {
      readonly is: 'range';
      readonly from?: string;
      readonly to?: string;
      readonly fromOpen?: boolean;
      readonly toOpen?: boolean;
    };

/** A point on the field's scale: a figure is its own first and last, a month has both. */
interface Span {
  readonly first: string;
  readonly last: string;
}

/**
 * Between two conditions of one field that both must hold: >=2012-03 且 <2012-09. The spaces tell
 * it from a word that has 且 in it.
 */
const BOTH = /[ \u3000]+且[ \u3000]+/;
export const bothFilters = (texts: readonly string[]): string => texts.join(' 且 ');

/** Between values of one field of which one is enough: =甲镇 或 =乙镇 或 空. */
const EITHER = /[ \u3000]+或[ \u3000]+/;
export const anyFilter = (texts: readonly string[]): string => texts.join(' 或 ');

/**
 * The words that a filter of texts looks for, each with what parts it from the one before and the
 * sign before it; put together again they are the text.
 */
export function filterWords(
  text: string,
): readonly { readonly between: string; readonly sign: string; readonly word: string }[] {
  const parts = text.split(new RegExp(`(${BOTH.source}|${EITHER.source})`));
  return parts.flatMap((part, at) => {
    if (at % 2 === 1) return [];
    const [, before = '', sign = '', word = '', after = ''] =
      /^(\s*)([=＝]\s*(?=\S)|含\s*(?=\S))?(.*?)(\s*)$/su.exec(part) ?? [];
    const between = `${at === 0 ? '' : (parts[at - 1] ?? '')}${before}`;
    return [
      { between, sign, word },
      ...(after === '' ? [] : [{ between: after, sign: '', word: '' }]),
    ];
  });
}

/**
 * The conditions that `text` means for the field, all of which must hold; null where it, or a part
 * of it, means none.
 */
export function parseFilters(field: Field, text: string): readonly Condition[] | null {
  const found = text
    .trim()
    .split(BOTH)
    .map((part) => eitherOf(field, part));
  return found.some((one) => one === null) ? null : found.filter((one) => one !== null);
}

/**
 * One part, or several values of which one is enough. A text that has 或 in it without = is looked
 * for as it stands.
 */
function eitherOf(field: Field, part: string): Condition | null {
  const parts = part.split(EITHER);
  if (parts.length === 1) return parseFilter(field, part);
  const found = parts.map((one) => parseFilter(field, one));
  const values = found.flatMap((one) => (one?.is === 'equals' ? one.values : []));
  const isList = found.every((one) => one?.is === 'equals' || one?.is === 'empty');
  if (!isList) return parseFilter(field, part);
  return { is: 'equals', values, orEmpty: found.some((one) => one?.is === 'empty') };
}

/** The condition that one part means; null where it means none. */
export function parseFilter(field: Field, text: string): Condition | null {
  const clean = compactText(text);
  if (clean === '') return null;
  if (clean === '空' || clean === '=空') return { is: 'empty' };
  if (clean === '非空') return { is: 'filled' };
  if (isNumeric(field)) return rangeOf(clean, (point) => figureAt(field, point));
  if (field.kind === 'day') return rangeOf(clean, dayAt);
  if (field.kind === 'choice') return choicesOf(field.choices, clean);
  return /^=./.test(clean)
    ? { is: 'equals', values: [text.trim().replace(/^[=＝]\s*/, '')] }
    : { is: 'contains', text: text.trim().replace(/^含\s*(?=.)/, '') };
}

function figureAt(field: MoneyField | DecimalField, text: string): Span | null {
  const measure = measureOf(field.measure);
  if (measure === null) return null;
  if (field.kind === 'money') {
    const read = readMoney(text, { measure, currency: measure.currency ?? 'CNY' });
    return read.kind === 'value' ? pointOf(read.value.fen) : null;
  }
  const read = readDecimal(text, { measure, target: measure, scale: field.scale });
  return read.kind === 'value' ? pointOf(toScaled(read.value, field.scale).scaled) : null;
}

function pointOf(value: bigint): Span {
  return { first: value.toString(), last: value.toString() };
}

function dayAt(text: string): Span | null {
  const read = readDay(text, { year: null });
  return read.kind === 'value' ? spanOf(read.value) : null;
}

/** >1亿, ≥10000, 1000..5000, 2010-05.., =0, 2010. */
function rangeOf(clean: string, at: (text: string) => Span | null): Condition | null {
  const compared = /^(>=|≥|<=|≤|>|<|=)(.+)$/.exec(clean);
  if (compared) return comparison(compared[1] ?? '', at(compared[2] ?? ''));
  // 2010.. is a range with an open end, never the year with stray dots
  const single = /\.{2}|…/.test(clean) ? null : at(clean);
  if (single !== null) return { is: 'range', from: single.first, to: single.last };
  const ends =
    /^(.*?)(?:\.{2,3}|…+|~|—+|至|到)(.*)$/.exec(clean) ?? /^([^-]+)-([^-]+)$/.exec(clean);
  return ends ? between(ends[1] ?? '', ends[2] ?? '', at) : null;
}

function comparison(sign: string, point: Span | null): Condition | null {
  if (point === null) return null;
  switch (sign) {
    case '>':
      return { is: 'range', from: point.last, fromOpen: true };
    case '<':
      return { is: 'range', to: point.first, toOpen: true };
    case '=':
      return { is: 'range', from: point.first, to: point.last };
    default:
      return sign === '>=' || sign === '≥'
        ? { is: 'range', from: point.first }
        : { is: 'range', to: point.last };
  }
}

function between(left: string, right: string, at: (text: string) => Span | null): Condition | null {
  const [from, to] = [left === '' ? null : at(left), right === '' ? null : at(right)];
  if (
    (left === '' && right === '') ||
    (left !== '' && from === null) ||
    (right !== '' && to === null)
  )
    return null;
  return {
    is: 'range',
    ...(from === null ? {} : { from: from.first }),
    ...(to === null ? {} : { to: to.last }),
  };
}

/** Labels separated by 、 or ,; a part of a label stands for every choice that contains it. */
function choicesOf(choices: readonly Choice[], clean: string): Condition | null {
  const found = clean
    .replace(/^=|^含(?=.)/, '')
    .split(/[、,;]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const read = readChoice(word, choices);
      return read.kind === 'value'
        ? [read.value]
        : choices
            .filter((choice) => compactText(choice.label).includes(word))
            .map((choice) => choice.value);
    });
  if (found.length === 0 || found.some((some) => some.length === 0)) return null;
  return { is: 'equals', values: [...new Set(found.flat())] };
}
