/** In the status line: what is selected, added up as a spreadsheet does. */
import { useEffect } from 'react';
import { selectionFacts } from '../../../format/figure.ts';
import { showFacts } from '../../../stores/status.ts';
import type { SelectionTotals } from '../../../format/figure.ts';

export function useSheetStatus(totals: SelectionTotals | null, count: number | null): void {
  useEffect(() => {
    showFacts(
      totals === null || totals.cells < 2 ? [] : selectionFacts(totals),
      count === null ? '' : `${count}条`,
    );
  }, [totals, count]);
  useEffect(() => {
    return () => showFacts([], '');
  }, []);
}
