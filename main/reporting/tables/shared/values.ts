/**
 * Reading records for a table: text, days, choices, and money in the table's measure with its
 * currency watched.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import { sum, type Decimal } from '../../../domain/exact/decimal.ts';
import {
  isNumeric,
  type Field,
  type MoneyField,
  type Value,
} from '../../../domain/ledgers/field.ts';
import {
  CURRENCIES,
  CURRENCY_NAMES,
  measureOf,
  type Currency,
  type Measure,
} from '../../../domain/exact/measure.ts';
import { fenOfYuan, inMeasure, moneyIn } from '../../../domain/exact/money.ts';
import type { AnyCode } from '../../../domain/ledgers/index.ts';
import { dayCell, printedFigureText } from '../../model/figures.ts';
import type { TableCell } from '../../model/table.ts';
import type { MoneyMeasure } from './money-measure.ts';
/** Of an amount whose own measure is another one. */
const PLACES: Record<MoneyMeasure, number> = { 元: 2, 万元: 2, 亿元: 2 };
/** What the reader chose for amounts in 人民币; undefined: each as its field has it. */
export type Chosen = MoneyMeasure | undefined;

export function rowValueOf(row: Row, code: string): Value {
  const value = row[code];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A choice by its label; “未填…” where the field is empty. */
export function labelOf(field: Field, value: Value): string {
  if (value === null) return `未填${field.label}`;
  return field.kind === 'choice'
    ? (field.choices.find((choice) => choice.value === value)?.label ?? value)
    : value;
}

/**
 * The measure and places in which a field's figures are printed, its sums as well; amounts fixed in
 * another currency keep their own.
 */
export function printedMeasure(
  field: Field,
  chosen: Chosen,
): { name: string; places: number } | null {
  if (!isNumeric(field)) return null;
  if (
    field.kind === 'decimal' ||
    (typeof field.currency === 'string' && field.currency !== 'CNY') ||
    chosen === undefined ||
    chosen === field.measure
  )
    return { name: field.measure, places: field.places };
  return { name: chosen, places: PLACES[chosen] };
}

/** The record's currency for this amount; 人民币 where none is named. */
export function printedCurrencyOf(row: Row, field: MoneyField): Currency {
  if (typeof field.currency === 'string') return field.currency;
  const named = rowValueOf(row, field.currency.field);
  return CURRENCIES.find((currency) => currency === named) ?? 'CNY';
}

/**
 * An amount in another currency than its column's is printed in words, so that no sum takes it in.
 */
export function tableCellOf(row: Row, field: Field, chosen: Chosen): TableCell {
  const value = rowValueOf(row, field.code);
  if (value === null) return null;
  if (field.kind === 'money')
    return moneyCell(
      value,
      printedCurrencyOf(row, field),
      printedMeasure(field, chosen)?.name ?? field.measure,
    );
  if (field.kind === 'decimal') return { figure: value };
  if (field.kind === 'day') return dayCell(value);
  return labelOf(field, value);
}

function moneyCell(yuan: Decimal, currency: Currency, name: string): TableCell {
  const measure = knownMeasure(name);
  if (currency === measure.currency) return { figure: inMeasure(fenOfYuan(yuan), measure) };
  const tenThousands = inMeasure(fenOfYuan(yuan), knownMeasure(`万${unitWord(currency)}`), 2);
  return {
    note: `${printedFigureText(tenThousands, 2).replace(/\.?0+$/, '')}万${unitWord(currency)}`,
  };
}

const unitWord = (currency: Currency): string =>
  currency === 'CNY' ? '元' : CURRENCY_NAMES[currency];

function knownMeasure(name: string): Measure {
  const measure = measureOf(name);
  if (measure === null) throw new RangeError(`no measure ${name}`);
  return measure;
}

/**
 * The sum of an amount over the rows whose currency is 人民币, in the measure that its heading
 * says. Nothing is not 0: null where there are rows and none has the figure; 0 where there are
 * none.
 */
export function moneySum(rows: readonly Row[], field: MoneyField, chosen: Chosen): Decimal | null {
  if (rows.length === 0) return '0';
  const yuan = rows
    .filter((row) => printedCurrencyOf(row, field) === 'CNY')
    .flatMap((row) => rowValueOf(row, field.code) ?? []);
  const measure = knownMeasure(printedMeasure(field, chosen)?.name ?? field.measure);
  return yuan.length === 0 ? null : moneyIn(sum(yuan), measure);
}

export function moneySumCell(
  rows: readonly Row[],
  field: MoneyField,
  chosen: Chosen,
  ledger: AnyCode = 'project',
): TableCell {
  const figure = moneySum(rows, field, chosen);
  const ids = rows.map(({ id }) => id);
  return figure === null
    ? null
    : { figure, source: { kind: 'records', ledger, ids, field: field.code } };
}

/** One sentence per amount that leaves out other currencies; none where everything was added. */
export function currencyNotes(
  rows: readonly Row[],
  fields: readonly Field[],
  noun = '个项目',
): string[] {
  const notes: string[] = [];
  for (const field of fields) {
    if (field.kind !== 'money' || typeof field.currency === 'string') continue;
    const others = rows.filter(
      (row) => rowValueOf(row, field.code) !== null && printedCurrencyOf(row, field) !== 'CNY',
    );
    if (others.length > 0)
      notes.push(`${others.length}${noun}的${field.label}不是人民币，未计入合计。`);
  }
  return notes;
}
