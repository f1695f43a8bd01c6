/** How a ledger's page shows its records: the sheet, the chart of sums, and what 线索 has beside. */
import { Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { isGroupable } from '../../../../main/domain/ledgers/field.ts';
import { goLedger } from '../../../stores/navigation.ts';
import type { LedgerParams, LeadViewName } from '../../../stores/pages.ts';
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
type ViewName = typeof SHEET | typeof SUMS | LeadViewName;

/** `params.view`: which one. */
export function viewOfLedger(spec: LedgerSpec, params: LedgerParams): OtherView {
  const more = spec.code === 'lead' ? LEAD_VIEWS : [];
  const options: readonly { readonly value: ViewName; readonly label: string }[] = [
    { value: SHEET, label: '台账' } as const,
    ...more.map(({ value, label }) => ({ value, label })),
    ...(spec.fields.some(isGroupable) ? [{ value: SUMS, label: '汇总图' } as const] : []),
  ];
  const value = options.find((one) => one.value === params.view)?.value ?? SHEET;
  const switcher =
    options.length === 1 ? null : (
      <Segmented<ViewName>
        aria-label="视图"
        value={value}
        options={[...options]}
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
