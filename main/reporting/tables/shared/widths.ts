/** Columns as wide as their figures, so that no figure wraps or is cut. */
import { printedCellText, textUnits } from '../../model/figures.ts';
import type { TableColumn, TableRow } from '../../model/table.ts';

/** mm of one Chinese character at 10pt; bold figures run a little wider than half of it. */
const CHARACTER = 3.53;
const BOLD = 1.16;
const PADDING = 3;

/** mm that the column's longest text takes on one line. */
export function longestMm(column: TableColumn, index: number, rows: readonly TableRow[]): number {
  let most = 0;
  for (const row of rows)
    if (row.kind !== 'group')
      most = Math.max(most, textUnits(printedCellText(row.cells[index] ?? null, column)));
  return most * CHARACTER;
}

/** Widens the columns of figures, and the ordinals in the first, to their longest. */
export function widenFigures(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableColumn[] {
  return columns.map((column, index) =>
    column.places === undefined && index > 0
      ? column
      : {
          ...column,
          width: Math.max(column.width, Math.ceil(longestMm(column, index, rows) * BOLD) + PADDING),
        },
  );
}
