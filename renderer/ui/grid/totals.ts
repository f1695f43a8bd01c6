/** What the status bar shows of a block, as a spreadsheet does, in exact decimals. */
import { compare, divide, sum, trim, type Decimal } from '../../../main/domain/exact/decimal.ts';
import type { SelectionTotals } from '../../format/figure.ts';
import type { GridColumn, GridRow } from './model.ts';

/**
 * Above this many rows only the cells are counted: reading them all would take longer than anyone
 * waits.
 */
export const ADDED_UP = 5000;

export function totalsOf(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
): SelectionTotals {
  const ids = rows.map((row) => row.id);
  const figures: Decimal[] = [];
  let filled = 0;
  const measures = new Set<string>();
  for (const column of columns) {
    for (const row of rows) {
      if (column.text(row) !== '') filled += 1;
      const figure = column.figure(row);
      if (figure === null) continue;
      figures.push(figure);
      measures.add(column.measure ?? '');
    }
  }
  const [first] = figures;
  const [measure] = measures;
  if (first === undefined || measures.size > 1)
    return {
      cells: rows.length * columns.length,
      ids,
      filled,
      sum: null,
      average: null,
      largest: null,
      smallest: null,
      measure: null,
    };
  const total = sum(figures);
  const average = divide(total, String(figures.length), 2);
  return {
    cells: rows.length * columns.length,
    ids,
    filled,
    sum: total,
    average: average === null ? null : trim(average),
    largest: figures.reduce((most, one) => (compare(one, most) > 0 ? one : most), first),
    smallest: figures.reduce((least, one) => (compare(one, least) < 0 ? one : least), first),
    measure: measure === undefined || measure === '' ? null : measure,
  };
}
