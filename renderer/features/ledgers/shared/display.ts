/**
 * A field's value as people read it: money in its measure with separators, choices by label, days
 * as they are known.
 */
import { isDecimal, round, trim, type Decimal } from '../../../../main/domain/exact/decimal.ts';
import type { Field, Ledger, MoneyField } from '../../../../main/domain/ledgers/field.ts';
import { withCommas } from '../../../format/figure.ts';
import { measureOf, type Currency, type Measure } from '../../../../main/domain/exact/measure.ts';
import { moneyIn } from '../../../../main/domain/exact/money.ts';

/** One record of the grid or the drawer, by field code. */
export type Values = Readonly<Record<string, unknown>>;

const BASE: Record<Currency, string> = {
  CNY: '元',
  USD: '美元',
  HKD: '港元',
  EUR: '欧元',
  JPY: '日元',
};
const isCurrency = (text: unknown): text is Currency => typeof text === 'string' && text in BASE;

export const wireValue = (values: Values, code: string): string | null => {
  const value = values[code];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The currency of an amount in this record. */
export function recordCurrencyOf(field: MoneyField, values: Values): Currency {
  const beside = values[`${field.code}_currency`];
  if (isCurrency(beside)) return beside;
  if (typeof field.currency === 'string') return field.currency;
  const stated = values[field.currency.field];
  return isCurrency(stated) ? stated : 'CNY';
}

/** The field's measure in this currency: 万元 becomes 万美元. */
export function measureIn(field: MoneyField, currency: Currency): Measure | null {
  const own = measureOf(field.measure);
  if (own?.currency === currency) return own;
  return measureOf(field.measure.replace(/元$/, BASE[currency]));
}

/**
 * The figure in the field's own measure; null where it is empty or of another currency than the
 * column's.
 */
export function recordFigureOf(field: Field, values: Values): Decimal | null {
  const value = wireValue(values, field.code);
  if (value === null || !isDecimal(value)) return null;
  if (field.kind === 'decimal') return value;
  if (field.kind !== 'money') return null;
  const measure = measureOf(field.measure);
  return measure === null || measure.currency !== recordCurrencyOf(field, values)
    ? null
    : moneyIn(value, measure);
}

/** A sum of the field as it stands in a group's line or the last line. */
export function sumText(field: Field, value: Decimal): string {
  const measure = field.kind === 'money' ? measureOf(field.measure) : null;
  if (field.kind === 'money')
    return withCommas(round(measure === null ? value : moneyIn(value, measure), field.places));
  return field.kind === 'decimal' ? withCommas(round(value, field.places)) : value;
}

export function recordTextOf(field: Field, values: Values): string {
  const value = wireValue(values, field.code);
  if (value === null) return '';
  switch (field.kind) {
    case 'money': {
      const currency = recordCurrencyOf(field, values);
      const measure = measureIn(field, currency);
      if (measure === null || !isDecimal(value)) return value;
      const shown = withCommas(round(moneyIn(value, measure), field.places));
      return measure.name === field.measure ? shown : `${shown}${measure.name}`;
    }
    case 'decimal':
      return isDecimal(value) ? withCommas(round(value, field.places)) : value;
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label ?? value;
    case 'text':
    case 'long':
    case 'phone':
    case 'day':
    case 'unit':
      return value;
  }
}

/** Words that stand where a day is not known: 立行立改. Empty where there are none. */
export function dayWordsOf(ledger: Ledger, field: Field, values: Values): string {
  const words = ledger.words?.[field.code];
  return words === undefined || wireValue(values, field.code) !== null
    ? ''
    : (wireValue(values, words) ?? '');
}

/** The value as an editor opens it: figures exactly, without separators, in the field's measure. */
export function editTextOf(field: Field, values: Values): string {
  const value = wireValue(values, field.code);
  if (value === null || (field.kind !== 'money' && field.kind !== 'decimal'))
    return recordTextOf(field, values);
  if (field.kind === 'decimal') return trim(value);
  const measure = measureIn(field, recordCurrencyOf(field, values));
  if (measure === null) return value;
  return moneyIn(value, measure) + (measure.name === field.measure ? '' : measure.name);
}
