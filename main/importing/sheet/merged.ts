/** Cells merged downwards over data rows: their value belongs to every row they cover. */
import type { Region } from './region.ts';
import type { CellValue, SourceSheet } from './sheet.ts';

/**
 * The values by row that merges give to a column below their first row; null where there are none.
 * Never asked for figures.
 */
export function mergedDown(
  sheet: SourceSheet,
  column: number,
  region: Region,
): ReadonlyMap<number, CellValue> | null {
  const first = region.headerRows[1] + 1;
  const found = new Map<number, CellValue>();
  for (const merge of sheet.merges) {
    if (merge.left !== column || merge.bottom === merge.top || merge.top < first) continue;
    const value = sheet.rows[merge.top]?.[merge.left] ?? null;
    if (value === null) continue;
    for (let row = merge.top + 1; row <= merge.bottom; row++) found.set(row, value);
  }
  return found.size === 0 ? null : found;
}
