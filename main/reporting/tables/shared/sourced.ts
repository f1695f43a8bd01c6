/** Cells that know what of the book they are, so that they can be asked. */
import type { ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { Row } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import type { AnyCode } from '../../../domain/ledgers/index.ts';
import type { MonthlyOf, PrintedSource, TargetOf } from '../../../domain/sources/printed-source.ts';
import type { TableCell } from '../../model/table.ts';
import { reportMonthOf, reportYearOf, type YearSource } from './year.ts';

/** What is no figure stays as it is. */
export const sourced = (cell: TableCell, source: PrintedSource): TableCell =>
  cell !== null && typeof cell === 'object' && 'figure' in cell ? { ...cell, source } : cell;

export const fieldSource = (ledger: string, id: number, field: string): PrintedSource => ({
  kind: 'field',
  ledger: ledger as AnyCode,
  id,
  field,
});
export const recordsSource = (
  ledger: string,
  rows: readonly Row[],
  field: string | null,
): PrintedSource => ({
  kind: 'records',
  ledger: ledger as AnyCode,
  ids: rows.map(({ id }) => id),
  field,
});
/** How many records there are. */
export const countCell = (ledger: string, rows: readonly Row[]): TableCell => ({
  figure: String(rows.length),
  source: recordsSource(ledger, rows, null),
});

/** What the figures of a month's sheet are, by the unit of the row and what is told of it. */
export function monthlySources(
  source: YearSource,
  options: ParsedTableOptions,
): (sheet: ProgressSheet, unit: number | null) => (of: MonthlyOf, cell: TableCell) => TableCell {
  const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
  return (sheet, unit) => (of, cell) =>
    sourced(cell, {
      kind: 'figure',
      year,
      month,
      indicator: sheet.indicator.id,
      unit,
      of,
      by: options.denominator ?? null,
      group: options.units ?? 'all',
    });
}

/** In place of a unit: the office's own target. */
export const OWN_TARGET = 0;
/** What the figures of a unit's target are; `unit` null: the sum. */
export const targetSources =
  (year: number, version: number | null) =>
  (indicator: number, unit: number | null) =>
  (of: TargetOf, cell: TableCell): TableCell =>
    sourced(cell, { kind: 'target', year, version, indicator, unit, of });
