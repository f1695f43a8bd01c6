/** Under the sheet: what is selected, added up as a spreadsheet does. */
import type { ReactElement } from 'react';
import { round, type Decimal } from '../../../main/domain/decimal.ts';
import type { SelectionTotals } from '../../ui/grid/index.ts';
import { withCommas } from './display.ts';

export interface StatusProps {
  readonly totals: SelectionTotals | null;
  readonly count: number;
}

const figure = (value: Decimal | null): string => (value === null ? '' : withCommas(value.includes('.') ? round(value, 2) : value));

export function SheetStatus({ totals, count }: StatusProps): ReactElement {
  return (
    <div className="pj-status">
      {totals === null || totals.cells < 2 ? null : <Selected totals={totals} />}
      <span className="push">{count}条</span>
    </div>
  );
}

function Selected({ totals }: { readonly totals: SelectionTotals }): ReactElement {
  return (
    <>
      <span>选中 <b>{withCommas(String(totals.cells))} 格</b></span>
      {totals.filled === null ? <span>行数太多，不求和</span> : null}
      {totals.sum === null ? null : (
        <>
          <span>求和 <b>{figure(totals.sum)}</b> {totals.measure}</span>
          <span>平均 <b>{figure(totals.average)}</b></span>
          <span>最大 <b>{figure(totals.largest)}</b></span>
          <span>最小 <b>{figure(totals.smallest)}</b></span>
        </>
      )}
      {totals.filled === null ? null : <span>计数 <b>{withCommas(String(totals.filled))}</b></span>}
    </>
  );
}
