/**
 * How a month's form says what it is, on a sheet that nobody sees: its months, and each column's
 * indicator and part; and how that is read back.
 */
import type { FactPart } from '../../domain/targets/fact.ts';
import { statedMeasure } from '../../domain/exact/measure.ts';
import { columnName, columnNumber } from '../../domain/read/sheet-address.ts';
import type { FactColumn } from '../facts/fact-columns.ts';
import type { SourceSheet, Workbook } from '../sheet/sheet.ts';
import { FORM_SHEET, regionOf, formCellText, FORM_VERSION, type FilledForm } from './form.ts';

/** The parts of an indicator that a month's form asks for, as its header calls them. */
export const MONTH_PARTS = {
  annual: '年目标',
  month: '本月',
  cumulative: '累计',
  lastYear: '上年同期',
} as const;
export type MonthPart = keyof typeof MONTH_PARTS;

export interface MonthColumn {
  /** from 0 */
  readonly column: number;
  readonly part: MonthPart;
  readonly measure: string;
  readonly indicator: string;
}
export interface MonthForm {
  readonly sheet: string;
  /** from 0 */
  readonly headerRows: readonly [number, number];
  /** the assessment year, and the calendar month that the figures are of */
  readonly year: number;
  readonly calendar: { readonly year: number; readonly month: number };
  readonly columns: readonly MonthColumn[];
}

const KIND = 'figures';

/** The hidden sheet's rows. */
export function monthFormRows({
  sheet,
  headerRows,
  year,
  calendar,
  columns,
}: MonthForm): readonly (readonly (string | number)[])[] {
  return [
    [
      FORM_SHEET,
      FORM_VERSION,
      KIND,
      sheet,
      headerRows[0] + 1,
      headerRows[1] + 1,
      year,
      calendar.year,
      calendar.month,
    ],
    ...columns.map((one) => [columnName(one.column), one.part, one.measure, one.indicator]),
  ];
}

/**
 * A workbook made from a month's form of this version whose headers still stand; null for any
 * other.
 */
export function filledMonth(workbook: Workbook): FilledForm | null {
  const form = workbook.sheets.map(formOf).find((one) => one !== null);
  const sheet = workbook.sheets.find((one) => one.name === form?.sheet);
  if (
    form === undefined ||
    sheet === undefined ||
    !form.columns.every(
      ({ column, part }) =>
        formCellText(sheet.rows[form.headerRows[1]]?.[column]) === MONTH_PARTS[part],
    )
  )
    return null;
  const columns = form.columns.map((one): FactColumn => ({
    index: one.column,
    unit: undefined,
    indicator: one.indicator,
    parent: null,
    measure: statedMeasure(one.measure),
    word: {
      part: one.part,
      year: one.part === 'annual' ? form.year : null,
      month: null,
      months: null,
    },
  }));
  const layout = {
    kind: 'matrix',
    unitColumn: 0,
    indicatorColumn: null,
    measureColumn: null,
    columns,
    sums: new Set<number>(),
  } as const;
  return {
    ledger: null,
    sheet,
    region: regionOf(sheet, form),
    answers: [],
    month: { layout, period: form.calendar },
  };
}

function formOf(sheet: SourceSheet): MonthForm | null {
  const [name, version, kind, data, first, last, year, calendarYear, calendarMonth] = (
    sheet.rows[0] ?? []
  ).map(formCellText);
  if (!sheet.hidden || name !== FORM_SHEET || Number(version) !== FORM_VERSION || kind !== KIND)
    return null;
  const columns = sheet.rows.slice(1).flatMap((row): MonthColumn[] => {
    const [letter = '', part = '', measure = '', indicator = ''] = row.map(formCellText);
    return isMonthPart(part) ? [{ column: columnNumber(letter), part, measure, indicator }] : [];
  });
  return {
    sheet: data ?? '',
    headerRows: [Number(first) - 1, Number(last) - 1],
    year: Number(year),
    calendar: { year: Number(calendarYear), month: Number(calendarMonth) },
    columns,
  };
}

const isMonthPart = (part: string): part is MonthPart & FactPart => part in MONTH_PARTS;
