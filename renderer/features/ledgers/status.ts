/** In the status line: what is selected, added up as a spreadsheet does. */
import { useEffect } from 'react';
import { round, type Decimal } from '../../../main/domain/decimal.ts';
import { showFacts, type Fact } from '../../stores/status.ts';
import type { SelectionTotals } from '../../ui/grid/index.ts';
import { withCommas } from './display.ts';

export function useSheetStatus(totals: SelectionTotals | null, count: number | null): void {
  useEffect(() => showFacts(totals === null || totals.cells < 2 ? [] : factsOf(totals), count === null ? '' : `${count}条`), [totals, count]);
  useEffect(() => () => showFacts([], ''), []);
}

function factsOf({ cells, filled, sum, average, largest, smallest, measure }: SelectionTotals): readonly Fact[] {
  const selected: Fact = { label: '选中', figure: withCommas(String(cells)), measure: '格' };
  if (filled === null) return [selected, { label: '行数太多，不求和', figure: '', measure: '' }];
  const figures = [['求和', sum, measure ?? ''], ['平均', average, ''], ['最大', largest, ''], ['最小', smallest, '']] as const;
  return [selected, ...figures.flatMap(([label, value, unit]): Fact[] => (value === null ? [] : [{ label, figure: shown(value), measure: unit }])), { label: '计数', figure: withCommas(String(filled)), measure: '' }];
}

const shown = (value: Decimal): string => withCommas(value.includes('.') ? round(value, 2) : value);
