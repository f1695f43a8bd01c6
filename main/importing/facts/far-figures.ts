/**
 * A figure a thousand times larger or smaller than all others of its column: typed in another
 * measure than the head says, most likely. It is asked about, not stored.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { FAR_OFF, farApart, MAGNITUDE_GAP } from '../cells/magnitudes.ts';
import type { Figures } from '../sheet/column-figures.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { Region } from '../sheet/region.ts';
import type { FactLayout } from './fact-columns.ts';
import { isShareOfTarget } from './fact-values.ts';

/** Fewer others tell nothing of what is usual. */
const FEWEST_OTHERS = 2;

/** In tables whose rows are units: a column is of one indicator in one measure. */
export function farFigures(
  { dataRows }: Region,
  layout: FactLayout,
  figures: ReadonlyMap<number, Figures>,
  whole: ReadonlySet<number>,
): readonly Issue[] {
  if (layout.unitColumn === null || layout.indicatorColumn !== null) return [];
  return layout.columns.flatMap(({ index, word }): readonly Issue[] => {
    if (isShareOfTarget(word.part) || word.part === 'rank') return [];
    const sizes = dataRows.flatMap((row, at) => {
      const size = whole.has(row) ? 0 : Math.abs(Number(figures.get(index)?.at(at) ?? '0'));
      return size > 0 ? [{ row, size }] : [];
    });
    return sizes.length <= FEWEST_OTHERS
      ? []
      : farApart(sizes, MAGNITUDE_GAP).map(({ row, size }) =>
          placedIssue(row, index, 'question', 'value.magnitude', `“${String(size)}”${FAR_OFF}`),
        );
  });
}
