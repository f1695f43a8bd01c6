/**
 * The checks that a definition puts on single values: range, shape of a number, allowed moves of
 * the status.
 */
import { isDay, spanOf } from '../days/day.ts';
import { compare, isDecimal } from '../exact/decimal.ts';
import { fenOfYuan, inMeasure } from '../exact/money.ts';
import { measureOf } from '../exact/measure.ts';
import type { Value } from './field.ts';
import {
  OWN_PATTERN_LABELS,
  type OwnDefinition,
  type OwnField,
  type OwnPattern,
  type OwnStatus,
} from './own-definition.ts';

const SHAPES: Readonly<Record<OwnPattern, RegExp>> = {
  mobile: /^1[3-9]\d{9}$/,
  phone: /^(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,5})?)$/,
  'id-card': /^\d{17}[\dXx]$/,
  'credit-code': /^[0-9A-HJ-NPQRTUWXY]{18}$/i,
};

/** What is wrong with a value in wire form, as a sentence; null where nothing is. */
export function refusalOf(field: OwnField, value: Value): string | null {
  if (value === null) return null;
  if (field.pattern !== null && !SHAPES[field.pattern].test(value.replace(/\s/g, '')))
    return `${field.label}“${value}”不是${OWN_PATTERN_LABELS[field.pattern]}`;
  const { min, max } = field;
  if (min !== null && isBelow(field, value, min))
    return `${field.label}${shown(field, figureOf(field, value))}小于${shown(field, min)}`;
  if (max !== null && isAbove(field, value, max))
    return `${field.label}${shown(field, figureOf(field, value))}大于${shown(field, max)}`;
  return null;
}

/** A range's end as the definition has it, in the field's measure, is a day or a plain figure. */
export const isEnd = (field: OwnField, end: string): boolean =>
  isDays(field) ? isDay(end) : isDecimal(end);

const isDays = ({ kind }: OwnField): boolean => kind === 'date' || kind === 'month';
const isBelow = (field: OwnField, value: string, end: string): boolean =>
  isDays(field) ? spanOf(value).last < spanOf(end).first : compare(figureOf(field, value), end) < 0;
const isAbove = (field: OwnField, value: string, end: string): boolean =>
  isDays(field) ? spanOf(value).first > spanOf(end).last : compare(figureOf(field, value), end) > 0;

/** Money travels in 元 and is checked in the measure that people see. */
function figureOf(field: OwnField, value: string): string {
  const measure = field.kind === 'money' ? measureOf(field.measure ?? '') : null;
  return measure === null ? value : inMeasure(fenOfYuan(value), measure);
}

const shown = (field: OwnField, figure: string): string =>
  isDays(field) ? figure : `${figure}${field.kind === 'percent' ? '%' : (field.measure ?? '')}`;

/** Whether the status may go from one choice to another. */
export function mayMove(status: OwnStatus, from: string | null, to: string | null): boolean {
  if (from === null || to === null || from === to) return true;
  const allowed = status.moves[from];
  return allowed === undefined || allowed.includes(to);
}

/** The fields whose values no two records share. */
export const uniqueFields = (definition: OwnDefinition): readonly OwnField[] =>
  definition.fields.filter((field) => field.unique && !field.hidden);
