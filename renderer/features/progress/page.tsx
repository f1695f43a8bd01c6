/**
 * 进度: a month's figures of one indicator, typed against pace; months are tabs above, indicators
 * tabs below.
 */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Denominator } from '../../../preload/contract/progress.ts';
import { useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { go } from '../../stores/navigation.ts';
import type { PageParams } from '../../stores/pages.ts';
import { monthShown, showIndicator, showMonth, usePeriod } from '../../stores/period.ts';
import { showYear, useYear } from '../../stores/session.ts';
import { LampMark } from '../../ui/lamp.tsx';
import { NoTargets } from '../../ui/no-targets.tsx';
import '../../ui/sheet-page.css';
import '../../ui/side.css';
import { MonthTabs } from './month-tabs.tsx';
import './progress.css';
import { MonthSheet } from './sheet.tsx';
import type { ProgressGroup } from './group.ts';

const AREAS = ['figure', 'target', 'indicator', 'unit', 'session'] as const;

/** `params`: month, indicator and unit, as a lamp of the war map asks for them. */
export function ProgressPage({
  params,
}: {
  readonly params: PageParams['progress'];
}): ReactElement | null {
  const year = useYear();
  const chosen = usePeriod();
  const [denominator, setDenominator] = useState<Denominator | null>(null);
  const [group, setGroup] = useState<ProgressGroup>('all');
  const { value: months, fault } = useCall('progress.months', { year }, AREAS);
  const { value: all } = useCall('indicators.list', {}, AREAS);
  const { value: rules } = useCall('progress.rules', {}, AREAS);
  useEffect(() => {
    if (params.month !== undefined) showMonth(year, params.month);
    if (params.indicator !== undefined) showIndicator(params.indicator);
  }, [params, year]);
  const indicators = useMemo(() => (all ?? []).filter((one) => !one.retired), [all]);
  const month = monthShown(chosen.months[year], months ?? []);
  const indicator = indicators.find((one) => one.id === chosen.indicator) ?? indicators[0];
  const { value: sheet, fault: sheetFault } = useCall(
    'progress.sheet',
    indicator === undefined || months === null
      ? null
      : { year, month, indicator: indicator.id, denominator, group },
    AREAS,
  );
  const { value: lamps } = useCall(
    'progress.lamps',
    indicator === undefined || months === null ? null : { year, month, denominator, group },
    AREAS,
  );
  const step = useMemo(
    () =>
      (by: 1 | -1): void => {
        const next = indicators[indicators.findIndex((one) => one.id === indicator?.id) + by];
        if (next !== undefined) showIndicator(next.id);
      },
    [indicators, indicator?.id],
  );
  usePageKeys(step);
  if (fault !== null || sheetFault !== null)
    return (
      <p className="empty-page" role="alert">
        {faultText(fault ?? sheetFault ?? { code: 'unexpected', params: { detail: '' } })}
      </p>
    );
  if (all === null || months === null) return null;
  if (indicator === undefined) return <Nothing year={year} />;
  return (
    <section className="sp" aria-label="月度进度">
      {sheet === null ? null : (
        <MonthSheet
          key={`${year}-${month}-${indicator.id}`}
          year={year}
          sheet={sheet}
          unit={params.unit ?? null}
          denominator={denominator ?? rules?.denominator ?? 'assured'}
          group={group}
          onDenominator={setDenominator}
          onGroup={setGroup}
          months={
            <MonthTabs months={months} shown={month} onShow={(next) => showMonth(year, next)} />
          }
          tabs={
            <div className="pg-tabs">
              <div role="tablist" aria-label="指标">
                {indicators.map((one) => (
                  <button
                    key={one.id}
                    type="button"
                    role="tab"
                    aria-selected={one.id === indicator.id}
                    onClick={() => showIndicator(one.id)}
                  >
                    <LampMark lamp={lamps?.[one.id] ?? 'none'} />
                    {one.name}
                  </button>
                ))}
              </div>
              <button type="button" onClick={() => go('targets')}>
                ＋ 指标
              </button>
            </div>
          }
        />
      )}
    </section>
  );
}

function Nothing({ year }: { readonly year: number }): ReactElement {
  const { value: years } = useCall('targets.years', {}, ['target', 'figure']);
  return (
    <NoTargets
      page="进度"
      year={year}
      others={years ?? []}
      onYear={showYear}
      onImport={() => go('imports')}
      onCreate={() => go('targets')}
    />
  );
}

/** Ctrl+PgUp and Ctrl+PgDn walk the indicators as they walk a workbook's sheets. */
function usePageKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return;
      event.preventDefault();
      event.stopPropagation();
      step(event.key === 'PageUp' ? -1 : 1);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [step]);
}
