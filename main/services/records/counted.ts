/**
 * Indicators that are counted from a ledger: which records, whose and until when; their figures,
 * and the query that opens them.
 */
import type { ParsedQuery } from '../../../preload/contract/records.ts';
import type { CountedIndicator } from '../../../preload/contract/targets.ts';
import {
  tallyRecords,
  tallyByCredit,
  tallyByUnit,
  type Apart,
} from '../../data/records/counted.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { countedIn } from '../../data/targets/kept-counted.ts';
import { firstMonthOf } from '../../data/progress/kept-rules.ts';
import { allUnits } from '../../data/units/units.ts';
import { monthSpan } from '../../domain/days/assessment-year.ts';
import { subtract, trim, type Decimal } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import type { IndicatorKind } from '../../domain/targets/indicator.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import type { Currency } from '../../domain/exact/measure.ts';
import type { Book } from '../book/book.ts';
import { addUp, currencyNames, refuseMeasure, takenIn, type LeftOut } from './counted-amounts.ts';
import { fieldNamed, isCredited, ledgerNamed, selectionOf } from './query.ts';
import { ratesInForce } from './rates.ts';

/** The unit rule that shares projects (and their arrivals) as their credits say. */
export const BY_CREDIT = 'credit';

/** What is counted: a definition with the indicator that gives its figures their measure. */
export interface Counting {
  readonly counted: CountedIndicator;
  readonly measure: string;
  readonly kind: IndicatorKind;
}
export interface CountedFigures {
  /** of the whole county: every record once */
  readonly total: Decimal;
  readonly records: number;
  /** cumulative figures by unit id, in the indicator's measure; a unit without records is absent */
  readonly byUnit: ReadonlyMap<number, Decimal>;
  readonly recordsByUnit: ReadonlyMap<number, number>;
  /** what names no unit */
  readonly nobodys: { readonly value: Decimal; readonly records: number };
  /** amounts in a currency that the office has no rate for */
  readonly leftOut: readonly LeftOut[];
}

export const firstMonth = (book: Book): number => firstMonthOf(book.db);

/**
 * The counting of an indicator; null where its figures are typed in. @throws Fault kept.damaged,
 * kept.newer
 */
export function countingOf({ db }: Book, indicator: IndicatorRow): Counting | null {
  const counted = countedIn(db, indicator);
  return counted === null ? null : { counted, measure: indicator.measure, kind: indicator.kind };
}

/**
 * Figures of an indicator cumulative up to a month (its place in the assessment year); null where
 * they are typed in.
 */
export function countedFigures(
  book: Book,
  indicator: IndicatorRow,
  year: number,
  month: number,
): CountedFigures | null {
  const counting = countingOf(book, indicator);
  return counting === null ? null : countIndicator(book, counting, year, month);
}

/** @throws Fault indicator.definition where the definition fits no ledger; filter.unreadable */
export function countIndicator(
  book: Book,
  counting: Counting,
  year: number,
  month: number,
): CountedFigures {
  const { ledger, sum, unit, date } = partsOf(book, counting);
  const apart = apartOf(ledger, sum, date);
  const selection = selectionOf(withinMonths(book, counting, year, month), book.db);
  const scale = {
    sum,
    measure: counting.measure,
    rates: ratesInForce(book.db),
    year,
    shared: false,
  };
  const whole = addUp(tallyRecords(book.db, selection, sum, apart), scale);
  const rows =
    unit === null
      ? tallyByCredit(book.db, selection, sum, apart)
      : tallyByUnit(book.db, selection, sum, unit, apart);
  const units = new Map(
    [...Map.groupBy(rows, (row) => row.unit)].map(
      ([id, own]) => [id, addUp(own, { ...scale, shared: unit === null })] as const,
    ),
  );
  const known = [...units].flatMap(([id, figures]) =>
    id === null || figures.records === 0 ? [] : [[id, figures] as const],
  );
  const nobodys = units.get(null) ?? { records: 0, value: '0' };
  return {
    total: whole.value,
    records: whole.records,
    byUnit: new Map(known.map(([id, { value }]) => [id, value])),
    recordsByUnit: new Map(known.map(([id, { records }]) => [id, records])),
    // a record without credits has no share: its whole figure is what the others leave
    nobodys: {
      records: nobodys.records,
      value:
        unit === null
          ? trim(known.reduce((rest, [, { value }]) => subtract(rest, value), whole.value))
          : nobodys.value,
    },
    leftOut: whole.leftOut,
  };
}

/** Amounts that may be in several currencies. */
const apartOf = (ledger: Ledger, sum: Field | null, date: Field | null): Apart | null =>
  sum?.kind !== 'money' || typeof sum.currency === 'string'
    ? null
    : { currency: fieldNamed(ledger, sum.currency.field), date };

/**
 * Refuses a definition that fits no ledger or that nobody can filter by. @throws Fault
 * indicator.definition, field.unknown, filter.unreadable
 */
export function checkCounting(book: Book, counting: Counting): void {
  selectionOf(openingQuery(book, counting, book.clock().getFullYear(), 12, null), book.db);
}

/** The query that opens the records counted: those that the office has rates for among them. */
export const openingQuery = (
  book: Book,
  counting: Counting,
  year: number,
  month: number,
  unit: number | null,
): ParsedQuery =>
  inCurrencies(
    book,
    withinMonths(book, counting, year, month, unit),
    counting,
    takenIn(counting.measure, ratesInForce(book.db)),
  );

/**
 * The query of all records that happened in the year up to the month, of the county or of one unit,
 * whatever their amounts are in.
 */
export function withinMonths(
  book: Book,
  counting: Counting,
  year: number,
  month: number,
  unit: number | null = null,
): ParsedQuery {
  const { counted, kind } = counting;
  const parts = partsOf(book, counting);
  const filters = counted.filters.filter((one) => one.text.trim() !== '');
  const name =
    unit === null ? null : (allUnits(book.db).find((one) => one.id === unit)?.name ?? null);
  if (unit !== null && name === null) throw new Fault('record.missing', { id: unit });
  if (parts.date !== null)
    filters.push({ field: parts.date.code, text: daysText(year, month, kind, firstMonth(book)) });
  if (name !== null && parts.unit !== null)
    filters.push({ field: parts.unit.code, text: `=${name}` });
  return {
    ledger: counted.ledger,
    filters,
    search: '',
    sort: [],
    group: [],
    ...(isCredited(ledgerNamed(counted.ledger, book.db)) ? { counted: true } : {}),
    ...(parts.unit === null && name !== null ? { credited: name } : {}),
  };
}

function inCurrencies(
  book: Book,
  query: ParsedQuery,
  counting: Counting,
  currencies: readonly Currency[],
): ParsedQuery {
  const { ledger, sum, date } = partsOf(book, counting);
  const apart = apartOf(ledger, sum, date);
  return apart === null
    ? query
    : {
        ...query,
        filters: [
          ...query.filters,
          { field: apart.currency.code, text: currencyNames(currencies) },
        ],
      };
}

/** Records that the definition would count, had they a day. */
export function undatedRecords(book: Book, counting: Counting): number {
  const { date } = partsOf(book, counting);
  if (date === null) return 0;
  const query = openingQuery(
    book,
    { ...counting, counted: { ...counting.counted, date: null } },
    0,
    1,
    null,
  );
  return tallyRecords(
    book.db,
    selectionOf(
      { ...query, filters: [...query.filters, { field: date.code, text: '空' }] },
      book.db,
    ),
    null,
    null,
  ).reduce((records, one) => records + one.records, 0);
}

/** A flow counts what happened in the year so far, a stock what has happened until then. */
function daysText(year: number, month: number, kind: IndicatorKind, first: number): string {
  const { last } = monthSpan(year, month, first);
  return kind === 'stock' ? `..${last}` : `${monthSpan(year, 1, first).first}..${last}`;
}

interface Parts {
  readonly ledger: Ledger;
  readonly sum: Field | null;
  /** null: by credits */
  readonly unit: Field | null;
  readonly date: Field | null;
}
const wrong = (why: string): Fault => new Fault('indicator.definition', { why });

/** The definition against its ledger's fields. @throws Fault indicator.definition, field.unknown */
function partsOf(book: Book, { counted, measure }: Counting): Parts {
  const ledger = ledgerNamed(counted.ledger, book.db);
  const sum = counted.sum === null ? null : fieldNamed(ledger, counted.sum);
  const date = counted.date === null ? null : fieldNamed(ledger, counted.date);
  const unit = counted.unit === BY_CREDIT ? null : fieldNamed(ledger, counted.unit);
  if (unit === null && !isCredited(ledger))
    throw wrong(`${ledger.label}没有按引进单位分成，选一个单位列`);
  if (unit !== null && unit.kind !== 'unit') throw wrong(`“${unit.label}”不是单位`);
  if (date !== null && date.kind !== 'day') throw wrong(`“${date.label}”不是日期`);
  if (sum !== null && sum.kind !== 'money' && sum.kind !== 'decimal')
    throw wrong(`“${sum.label}”不是数，不能合计`);
  if (sum !== null) refuseMeasure(sum, measure);
  return { ledger, sum, unit, date };
}
