/**
 * 缩至一页宽、缩至一页: all columns on one sheet, and type as small as one page asks, to 7 pt; what
 * 7 pt do not hold goes over all the same.
 */
import { fittedColumns } from '../model/column-widths.ts';
import type { PrintTable } from '../model/table.ts';
import { fitToPage, SMALLEST } from '../writers/fit.ts';
import { fitsPage } from '../writers/pages.ts';

/** the points tried, the largest first */
const SIZES = Array.from({ length: 15 }, (_, at) => SMALLEST + (14 - at) * 0.5);

export function squeezedTable(table: PrintTable, fit: 'width' | 'page'): PrintTable {
  const { sheets = [], ...plain } = table;
  // what stands under a sheet's columns stands under all
  const notes = [...sheets.flatMap((sheet) => sheet.notes), ...table.notes];
  const wide = fittedColumns({ ...plain, notes });
  if (fit === 'width') return wide;
  const most = table.page.size ?? Number.POSITIVE_INFINITY;
  for (const size of SIZES.filter((one) => one <= most)) {
    const small = fittedColumns({ ...wide, page: { ...wide.page, size } });
    if (fitToPage(small).sheets.length === 1 && fitsPage(small))
      return { ...small, page: { ...small.page, single: true } };
  }
  return wide;
}
