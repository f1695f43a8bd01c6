/**
 * What every printed table is made from, and the parts around the figures that all of them share.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { monthSpan, type MonthSpan } from '../../../domain/days/assessment-year.ts';
import { dayText, spanOf, type Day } from '../../../domain/days/day.ts';
import { Fault } from '../../../domain/fault.ts';
import { fieldOf, isGroupable, type Field, type Ledger } from '../../../domain/ledgers/field.ts';
import { ledgers, type LedgerCode } from '../../../domain/ledgers/index.ts';
import { isOwnCode } from '../../../domain/ledgers/own-code.ts';
import type { ProjectFacts } from './project-facts.ts';
import type { PrintTable } from '../../model/table.ts';

export interface ReportContext {
  readonly county: string;
  /** the period where the options name none */
  readonly year: number;
  readonly month: number;
  /** the calendar month in which the office's year begins */
  readonly firstMonth: number;
  readonly today: Day;
  /** unit names in the order of the county's tree */
  readonly units: readonly string[];
  readonly projects: ProjectFacts;
}

/** A table's info, with its ledger where that is not a built-in one. */
export interface Listed extends TableInfo {
  readonly of?: Ledger;
}

export interface PrintReport {
  readonly info: Listed;
  /** where its rows come from more than the one ledger of `info` */
  readonly gather?: (rowsOf: (ledger: LedgerCode) => readonly Row[]) => readonly Row[];
  make(rows: readonly Row[], options: ParsedTableOptions, context: ReportContext): PrintTable;
}

/** A report's fixed words, before its columns and rows. */
type Frame = Omit<PrintTable, 'columns' | 'rows' | 'notes' | 'repeat'>;

/**
 * Title, period, filters, signatures and page; `measures` are those of the figures in the table.
 */
export function printFrameOf(
  info: Listed,
  measures: readonly string[],
  options: ParsedTableOptions,
  context: ReportContext,
): Frame {
  const who = options.unit ?? context.county;
  const ledger = ledgerOfTable(info);
  const clock = clockOf(info, options, context);
  return {
    name: info.name,
    title: `${who}${info.title}`,
    subtitle: {
      left: `填报单位：${who}`,
      middle: clock.heading,
      right: measures.length === 0 ? '' : `单位：${measures.join('、')}`,
    },
    filters: [
      ...options.filters.map(({ field, text }) => `${ledgerField(ledger, field).label} ${text}`),
      ...((options.search ?? '') === '' ? [] : [`含“${options.search}”`]),
    ],
    signatures: [
      '填表人：',
      '审核人：',
      '单位负责人（盖章）：',
      `填报日期：${dayText(context.today)}`,
    ],
    page: { paper: options.paper ?? info.paper, landscape: options.landscape ?? info.landscape },
    empty: `本期没有${ledger.noun.slice(1)}`,
    fileName: `${info.title}_${who}_${clock.period}`.replace(/[\\/:*?"<>|\s]/g, ''),
  };
}

/** The ledger whose records the table is made from. */
export function ledgerOfTable({ ledger = 'project', of }: Listed): Ledger {
  if (of !== undefined) return of;
  if (isOwnCode(ledger)) throw new RangeError(`${ledger} is not built in: its table brings it`);
  return ledgers[ledger];
}

/**
 * The one day that all of a table tells of: the last of its period, or today where that is not
 * over, or where it tells of today alone.
 */
export function asOf(
  { clock }: Pick<TableInfo, 'clock'>,
  options: ParsedTableOptions,
  context: ReportContext,
): Day {
  if (clock === 'now') return context.today;
  const end = spanAsked(clock === 'year' ? { ...options, month: 12 } : options, context).last;
  return end < context.today ? end : context.today;
}

/** The month that a table tells of, in the office's own year. */
export const spanAsked = (options: ParsedTableOptions, context: ReportContext): MonthSpan =>
  monthSpan(options.year ?? context.year, options.month ?? context.month, context.firstMonth);

/** What stands in the heading of a table that tells of the day of printing, whatever its period. */
export const nowWords = (today: Day): string => `打印日现状（${dayText(today)}）`;

/** A table's day in its heading, and its period in a file's name. */
function clockOf(
  info: Listed,
  options: ParsedTableOptions,
  context: ReportContext,
): { readonly heading: string; readonly period: string } {
  const year = options.year ?? context.year;
  if (info.clock === 'now')
    return { heading: nowWords(context.today), period: dayText(context.today) };
  if (info.clock === 'year') return { heading: `${year}年`, period: `${year}年` };
  const { calendar, last } = spanAsked(options, context);
  const period = dayText(calendar);
  const day = asOf(info, options, context);
  return {
    heading: day === last ? `截至${period}底` : `截至${dayText(day)}`,
    period,
  };
}

/**
 * The records that were there on the day: none that is dated after it. One without a day is taken
 * as there.
 */
export const rowsUntil = (rows: readonly Row[], dated: string, day: Day): readonly Row[] =>
  rows.filter((row) => {
    const value = row[dated];
    return typeof value !== 'string' || spanOf(value).first <= day;
  });

/** @throws Fault field.unknown */
export function ledgerField(ledger: Ledger, code: string): Field {
  if (!ledger.fields.some((field) => field.code === code))
    throw new Fault('field.unknown', { field: code });
  return fieldOf(ledger, code);
}

/** @throws Fault field.unknown where the field does not group records */
export function groupingField(ledger: Ledger, code: string): Field {
  const field = ledgerField(ledger, code);
  if (!isGroupable(field)) throw new Fault('field.unknown', { field: code });
  return field;
}
