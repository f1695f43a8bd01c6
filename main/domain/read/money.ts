/**
 * Reads an amount of money: the cell's own measure first, else its column's; never a guess between
 * 万元 and 亿元.
 */
import { compare } from '../exact/decimal.ts';
import { measureOf, type Currency, type Measure } from '../exact/measure.ts';
import { fenOf, type Fen, type Money } from '../exact/money.ts';
import { leavesScaleOpen, readFigure, unscaledFigure, type ReadFigure } from './figure.ts';
import { outcomeOf, type Note, type Outcome } from './outcome.ts';

export interface MoneyContext {
  /** of the column; null where nothing says */
  readonly measure: Measure | null;
  /** of the record, for figures that name none */
  readonly currency: Currency;
}

const MONEY_WANT = '金额，如 1200 或 1.2亿';
/**
 * 10万亿元, more than a province makes in a year: beyond it a figure is a slip, and sums of it
 * could overflow.
 */
const LIMIT: Fen = 10n ** 15n;

export function readMoney(text: string, context: MoneyContext): Outcome<Money> {
  const read = readFigure(text);
  if (read.kind === 'unreadable') return { ...read, want: MONEY_WANT };
  if (read.kind !== 'value') return read;
  const figure = read.value;
  if (figure.unit !== null && figure.unit.dimension !== 'money')
    return { kind: 'unreadable', seen: text.trim(), want: MONEY_WANT };
  if (leavesScaleOpen(figure, context.measure))
    return { kind: 'question', ask: 'measure', seen: text.trim() };
  const measure = measureFor(figure, context);
  const currency = figure.unit?.currency ?? contextCurrency(context);
  if (measure === null)
    return compare(figure.amount, '0') === 0
      ? outcomeOf({ fen: 0n, currency })
      : { kind: 'question', ask: 'measure', seen: text.trim() };
  const { fen, exact } = fenOf(figure.amount, measure);
  if (fen > LIMIT || fen < -LIMIT)
    return { kind: 'unreadable', seen: text.trim(), want: MONEY_WANT };
  return outcomeOf({ fen, currency }, noteOf(figure, exact, context));
}

/** 万元 says no more than 万 where the record has a currency of its own; 万美元 says which. */
function contextCurrency({ measure, currency }: MoneyContext): Currency {
  return measure?.currency === undefined || measure.currency === 'CNY'
    ? currency
    : measure.currency;
}

function measureFor(figure: ReadFigure, { measure }: MoneyContext): Measure | null {
  if (figure.unit !== null) return figure.unit;
  if (figure.word === null) return measure;
  return measure === null ? measureOf('元') : unscaledFigure(measure);
}

function noteOf(figure: ReadFigure, exact: boolean, { measure }: MoneyContext): Note | undefined {
  if (figure.approximate) return 'approximate';
  if (!exact) return 'rounded';
  if (figure.word === null) return undefined;
  const own = measureOf(figure.word);
  const same =
    own !== null &&
    measure !== null &&
    own.times === measure.times &&
    (figure.unit === null || own.currency === measure.currency);
  return same ? undefined : 'measure';
}
