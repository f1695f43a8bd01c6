/** Indicators that are counted from a ledger: which records, whose and until when; their figures, and the query that opens them. */
import type { ParsedQuery } from '../../preload/contract/records.ts';
import type { Counted } from '../../preload/contract/targets.ts';
import { tally, tallyByCredit, tallyByUnit, type Tally, type UnitTally } from '../data/counted.ts';
import type { IndicatorRow } from '../data/indicators.ts';
import type { Selection } from '../data/records.ts';
import { setting } from '../data/settings.ts';
import { allUnits } from '../data/units.ts';
import { monthSpan } from '../domain/assessment-year.ts';
import { divide, fromScaled, trim, type Decimal } from '../domain/decimal.ts';
import { Fault } from '../domain/fault.ts';
import type { IndicatorKind } from '../domain/indicator.ts';
import type { Field, Ledger } from '../domain/ledgers/field.ts';
import { convert, converts, CURRENCY_NAMES, measureOf, type Currency } from '../domain/measure.ts';
import type { Book } from './book.ts';
import { fieldNamed, isCredited, ledgerNamed, selectionOf } from './query.ts';

/** The unit rule that shares projects (and their arrivals) as their credits say. */
export const BY_CREDIT = 'credit';

/** What is counted: a definition with the indicator that gives its figures their measure. */
export interface Counting {
  readonly counted: Counted;
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
}

export const firstMonth = (book: Book): number => Number(setting(book.db, 'firstMonth') ?? '1');

/** The counting of an indicator; null where its figures are typed in. */
export function countingOf(indicator: IndicatorRow): Counting | null {
  return indicator.counted === null ? null : { counted: JSON.parse(indicator.counted) as Counted, measure: indicator.measure, kind: indicator.kind };
}

/** Figures of an indicator cumulative up to a month (its place in the assessment year); null where they are typed in. */
export function countedFigures(book: Book, indicator: IndicatorRow, year: number, month: number): CountedFigures | null {
  const counting = countingOf(indicator);
  return counting === null ? null : count(book, counting, year, month);
}

/** @throws Fault indicator.definition where the definition fits no ledger; filter.unreadable */
export function count(book: Book, counting: Counting, year: number, month: number): CountedFigures {
  const { ledger, sum, unit } = partsOf(counting);
  const selection = selectionOf(queryOf(book, counting, year, month, null));
  const whole = tally(book.db, selection, sum);
  const value = ({ total }: Tally, shared: boolean): Decimal => inMeasure(ledger, sum, total, shared, counting.measure);
  const rows = tallies(book, selection, sum, unit);
  const known = rows.filter((row): row is UnitTally & { readonly unit: number } => row.unit !== null);
  const nobodys = rows.find((row) => row.unit === null) ?? { records: 0, total: 0n };
  return {
    total: value(whole, false),
    records: whole.records,
    byUnit: new Map(known.map((row) => [row.unit, value(row, unit === null)])),
    recordsByUnit: new Map(known.map((row) => [row.unit, row.records])),
    // a record without credits has no share: its whole figure is what the others leave
    nobodys: { records: nobodys.records, value: unit === null ? value(tallyOfNobody(whole, known), true) : value(nobodys, false) },
  };
}

const tallyOfNobody = (whole: Tally, known: readonly Tally[]): Tally => ({ records: 0, total: whole.total * WHOLE - known.reduce((sum, row) => sum + row.total, 0n) });
/** 100 % in the hundredths that shares are kept in */
const WHOLE = 10_000n;

const tallies = (book: Book, selection: Selection, sum: Field | null, unit: Field | null): readonly UnitTally[] => (unit === null ? tallyByCredit(book.db, selection, sum) : tallyByUnit(book.db, selection, sum, unit));

/** Refuses a definition that fits no ledger or that nobody can filter by. @throws Fault indicator.definition, field.unknown, filter.unreadable */
export function checkCounting(book: Book, counting: Counting): void {
  selectionOf(queryOf(book, counting, book.clock().getFullYear(), 12, null));
}

/** The query that opens exactly the records counted, of the county or of one unit. */
export function queryOf(book: Book, { counted, measure, kind }: Counting, year: number, month: number, unit: number | null): ParsedQuery {
  const parts = partsOf({ counted, measure, kind });
  const filters = counted.filters.filter((one) => one.text.trim() !== '');
  const name = unit === null ? null : (allUnits(book.db).find((one) => one.id === unit)?.name ?? null);
  if (unit !== null && name === null) throw new Fault('record.missing', { id: unit });
  if (parts.date !== null) filters.push({ field: parts.date.code, text: daysText(year, month, kind, firstMonth(book)) });
  const currency = currencyOf(parts.ledger, parts.sum, measure);
  if (currency !== null) filters.push(currency);
  if (name !== null && parts.unit !== null) filters.push({ field: parts.unit.code, text: `=${name}` });
  return { ledger: counted.ledger, filters, search: '', sort: [], group: [], ...(parts.unit === null && name !== null ? { credited: name } : {}) };
}

/** Records that the definition would count, had they a day. */
export function undated(book: Book, counting: Counting): number {
  const { date } = partsOf(counting);
  if (date === null) return 0;
  const query = queryOf(book, { ...counting, counted: { ...counting.counted, date: null } }, 0, 1, null);
  return tally(book.db, selectionOf({ ...query, filters: [...query.filters, { field: date.code, text: '空' }] }), null).records;
}

/** A flow counts what happened in the year so far, a stock what has happened until then. */
function daysText(year: number, month: number, kind: IndicatorKind, first: number): string {
  const { last } = monthSpan(year, month, first);
  return kind === 'stock' ? `..${last}` : `${monthSpan(year, 1, first).first}..${last}`;
}

/** Amounts in another currency than the measure's are another figure: they are not counted. */
function currencyOf(ledger: Ledger, sum: Field | null, measure: string): { field: string; text: string } | null {
  if (sum?.kind !== 'money' || typeof sum.currency === 'string') return null;
  const field = fieldNamed(ledger, sum.currency.field);
  return { field: field.code, text: CURRENCY_NAMES[measureOf(measure)?.currency ?? 'CNY'] };
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
function partsOf({ counted, measure }: Counting): Parts {
  const ledger = ledgerNamed(counted.ledger);
  const sum = counted.sum === null ? null : fieldNamed(ledger, counted.sum);
  const date = counted.date === null ? null : fieldNamed(ledger, counted.date);
  const unit = counted.unit === BY_CREDIT ? null : fieldNamed(ledger, counted.unit);
  if (unit === null && !isCredited(ledger)) throw wrong(`${ledger.label}没有按引进单位分成，选一个单位列`);
  if (unit !== null && unit.kind !== 'unit') throw wrong(`“${unit.label}”不是单位`);
  if (date !== null && date.kind !== 'day') throw wrong(`“${date.label}”不是日期`);
  if (sum !== null && sum.kind !== 'money' && sum.kind !== 'decimal') throw wrong(`“${sum.label}”不是数，不能合计`);
  if (sum !== null) refuseMeasure(sum, measure);
  return { ledger, sum, unit, date };
}

const YUAN: Readonly<Record<Currency, string>> = { CNY: '元', USD: '美元', HKD: '港元', EUR: '欧元', JPY: '日元' };

/** The measure that a field's figures are in as they are stored: money in 元 of its currency. */
function ownMeasure(sum: Field, measure: string): string {
  if (sum.kind === 'money') return YUAN[typeof sum.currency === 'string' ? sum.currency : (measureOf(measure)?.currency ?? 'CNY')];
  return sum.kind === 'decimal' ? sum.measure : '';
}

function refuseMeasure(sum: Field, measure: string): void {
  const [from, to] = [measureOf(ownMeasure(sum, measure)), measureOf(measure)];
  if (from?.name === to?.name && from !== null) return;
  if (from === null || to === null || !converts(from, to)) throw wrong(`“${sum.label}”不能折成${measure}`);
}

/** Places that 分 shared by hundredths of a percent need when stated in 亿元. */
const EXACT = 16;

function inMeasure(ledger: Ledger, sum: Field | null, total: bigint, shared: boolean, measure: string): Decimal {
  const places = (shared ? 4 : 0) + (sum?.kind === 'money' ? 2 : sum?.kind === 'decimal' ? sum.scale : 0);
  const value = fromScaled(total, places);
  if (sum === null) return inCounts(value, measure);
  const [from, to] = [measureOf(ownMeasure(sum, measure)), measureOf(measure)];
  if (from === null || to === null) throw wrong(`${ledger.label}的“${sum.label}”不能折成${measure}`);
  return trim(convert(value, from, to, EXACT));
}

/** Records are counted one by one, whatever they are called: 个, 次, 起; 万人 is ten thousand of them. */
function inCounts(value: Decimal, measure: string): Decimal {
  const known = measureOf(measure);
  return known === null || known.dimension !== 'count' ? trim(value) : trim(divide(value, known.times, EXACT) ?? value);
}
