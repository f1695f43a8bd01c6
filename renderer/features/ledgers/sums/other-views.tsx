/** How a ledger's page shows its records: the sheet, the chart of sums, and what 线索 has beside. */
import { Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { isGroupable } from '../../../../main/domain/ledgers/field.ts';
import { goLedger, type Params } from '../../../stores/navigation.ts';
import type { OtherView } from '../../../ui/other-view.ts';
import { LEAD_VIEWS } from '../leads/views.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { sumsDividedBy } from './sums-by.ts';

/** charts are loaded when one is asked for: the sheet comes first */
const SumsView = lazy(() =>
  import('./sums.tsx').then((module) => ({ default: module.LedgerSumsView })),
);

const SHEET = 'sheet';
const SUMS = 'sums';

/** `params.view`: which one. */
export function viewOfLedger(spec: LedgerSpec, params: Params): OtherView {
  const more = spec.code === 'lead' ? LEAD_VIEWS : [];
  const options = [
    { value: SHEET, label: '台账' },
    ...more.map(({ value, label }) => ({ value, label })),
    ...(spec.fields.some(isGroupable) ? [{ value: SUMS, label: '汇总图' }] : []),
  ];
  const value = options.find((one) => one.value === params['view'])?.value ?? SHEET;
  const switcher =
    options.length === 1 ? null : (
      <Segmented<string>
        aria-label="视图"
        value={value}
        options={options}
        onChange={(view) => goLedger(spec.code, view === SHEET ? {} : { view })}
      />
    );
  if (value === SUMS)
    return {
      switcher,
      isWhole: false,
      paper: 'ledger-rollup',
      told: { ledger: spec.code, dimensions: sumsDividedBy(spec, params) },
      draw: ({ filters }) => (
        <Suspense>
          <SumsView spec={spec} params={params} filters={filters} />
        </Suspense>
      ),
    };
  const other = more.find((one) => one.value === value);
  return {
    switcher,
    isWhole: other !== undefined,
    paper: other?.paper ?? null,
    draw: other === undefined ? null : () => <other.View />,
  };
}
