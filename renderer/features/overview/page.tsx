/**
 * 总览: the war map, units × indicators in lamps; what is far behind, what changed, what is
 * overdue, each a click from its record.
 */
import { Button, Checkbox, Select } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import type { Denominator, MonthState, Overview } from '../../../preload/contract/progress.ts';
import type { Lamp } from '../../../main/domain/progress/lamp.ts';
import { useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { shownFigureText } from '../../format/figure.ts';
import { go } from '../../stores/navigation.ts';
import { monthShown, showMonth, usePeriod } from '../../stores/period.ts';
import { printTable } from '../../stores/print.ts';
import { showYear, useYear, useWhole } from '../../stores/session.ts';
import { LampMark, LAMP_WORDS, LAMPS } from '../../ui/lamp.tsx';
import { NoTargets } from '../../ui/no-targets.tsx';
import '../../ui/sheet-page.css';
import '../../ui/side.css';
import { Bars } from './bars.tsx';
import { categoriesOf, chooseOverview, narrowedOverview, useChosen } from './chosen.ts';
import { Changed, Worst } from './lists.tsx';
import { WarMapMatrix } from './matrix.tsx';
import { Reminders } from './reminders.tsx';
import './overview.css';
import './overview-lists.css';
import { useStateFrom } from '../../ui/state-from.ts';

const AREAS = ['figure', 'target', 'indicator', 'unit', 'session'] as const;
const DENOMINATORS = [
  { value: 'assured', label: '确保数' },
  { value: 'stretch', label: '力争数' },
  { value: 'upper', label: '上级任务' },
];
const HINTS: Readonly<Partial<Record<Lamp, string>>> = {
  gold: '≥力争',
  blue: '≥确保',
  green: '不欠',
  none: '未报',
};

export function OverviewPage(): ReactElement | null {
  const year = useYear();
  const whole = useWhole();
  const chosen = usePeriod(({ months }) => months[year]);
  const [denominator, setDenominator] = useState<Denominator | null>(null);
  const { value: months, fault } = useCall('progress.months', { year }, AREAS);
  const { value: rules } = useCall('progress.rules', {}, AREAS);
  const month = monthShown(chosen, months ?? []);
  const [lamp, setLamp] = useStateFrom<Lamp | null>([year, month], () => null);
  const filter = useChosen();
  const { value: all, fault: mapFault } = useCall(
    'overview.get',
    months === null ? null : { year, month, denominator },
    AREAS,
  );
  const map = useMemo(() => (all === null ? null : narrowedOverview(all, filter)), [all, filter]);
  if (fault !== null || mapFault !== null)
    return (
      <p className="empty-page" role="alert">
        {faultText(mapFault ?? fault ?? { code: 'unexpected', params: { detail: '' } })}
      </p>
    );
  if (all === null || map === null || months === null) return null;
  if (all.indicators.length === 0) return <Nothing year={year} />;
  const shown = months.find((one) => one.month === month) ?? map.month;
  return (
    <section className="sp ov" aria-label="总览">
      <div className="sp-head">
        <h1>作战图</h1>
        <Select
          aria-label="月份"
          value={month}
          options={months.map((one) => ({
            value: one.month,
            label:
              one.month === 1 ? one.name : `${months[0]?.name.replace('月', '') ?? ''}—${one.name}`,
          }))}
          popupMatchSelectWidth={false}
          optionRender={({ value, label }) => (
            <>
              {label} <small className="ov-month-state">{monthNote(value, months)}</small>
            </>
          )}
          onChange={(next) => showMonth(year, next)}
        />
        <span className="sub">{stateText(shown)}</span>
        <span className="ov-pace">
          <span className="ov-months" aria-hidden="true">
            {months.map((one) => (
              <i
                key={one.month}
                className={one.month > month ? 'ahead' : isPartial(one) ? 'partial' : ''}
              />
            ))}
          </span>
          序时进度 <b>{shownFigureText(map.pace, 2)}%</b>
        </span>
        <span className="push" />
        <Indicators all={all} />
        <Select
          aria-label="口径"
          prefix={<em>口径</em>}
          value={denominator ?? rules?.denominator ?? 'assured'}
          options={DENOMINATORS}
          popupMatchSelectWidth={false}
          onChange={(next) => setDenominator(next as Denominator)}
        />
        <Button onClick={() => printTable('monthly-bulletin', { year, month })}>通报表</Button>
      </div>
      <div className="ov-lamps" role="group" aria-label="按灯筛选">
        {LAMPS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={lamp === one}
            className={map.lamps[one] === 0 ? 'zero' : ''}
            onClick={() => setLamp(lamp === one ? null : one)}
          >
            <LampMark lamp={one} />
            <b>{map.lamps[one]}</b> {LAMP_WORDS[one]}
            {HINTS[one] === undefined ? null : <small>{HINTS[one]}</small>}
          </button>
        ))}
      </div>
      <div className="ov-body">
        <div className="ov-left">
          <WarMapMatrix map={map} lamp={lamp} year={year} month={month} whole={whole} />
          <Bars map={map} whole={whole} />
        </div>
        <div className="ov-right">
          <Worst map={map} month={month} />
          <Reminders />
          <Changed map={map} month={month} />
        </div>
      </div>
    </section>
  );
}

/** Category, a set of one's own, and only what is behind. */
function Indicators({ all }: { readonly all: Overview }): ReactElement | null {
  const { category, ids, isBehindOnly } = useChosen();
  const categories = categoriesOf(all.indicators);
  if (all.indicators.length < 2) return null;
  return (
    <>
      {categories.length < 2 ? null : (
        <Select
          aria-label="类别"
          value={category ?? ''}
          options={[
            { value: '', label: '全部类别' },
            ...categories.map((one) => ({ value: one, label: one })),
          ]}
          popupMatchSelectWidth={false}
          onChange={(next) => chooseOverview({ category: next === '' ? null : next })}
        />
      )}
      <Select
        mode="multiple"
        aria-label="指标"
        allowClear
        maxTagCount={0}
        maxTagPlaceholder={(chosen) => `指标 ${chosen.length}/${all.indicators.length}个`}
        placeholder={`指标 全部${all.indicators.length}个`}
        value={[...ids]}
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        style={{ minWidth: '10.5em' }}
        onChange={(next) => chooseOverview({ ids: next })}
        options={all.indicators.map((one) => ({ value: one.id, label: one.name }))}
      />
      <Checkbox
        checked={isBehindOnly}
        onChange={(event) => chooseOverview({ isBehindOnly: event.target.checked })}
      >
        仅显示欠进度
      </Checkbox>
    </>
  );
}

/** Some of its figures are there and some are not: its sums are not the month's yet. */
const isPartial = ({ closed, filled, expected }: MonthState): boolean =>
  closed === null && filled > 0 && filled < expected;

/** Beside the month's name where it is chosen. */
function monthNote(month: unknown, months: readonly MonthState[]): string {
  const state = months.find((one) => one.month === month);
  if (state === undefined) return '';
  if (state.closed !== null) return '已关账';
  if (state.filled === 0) return '无数';
  return isPartial(state) ? `未报齐 ${state.filled}/${state.expected}` : '已报齐';
}

/** What the figures are: frozen, still being typed, or not there. */
function stateText({ name, closed, filled, expected }: MonthState): string {
  if (filled === 0) return `${name}的数尚未报送`;
  if (closed !== null) return `${name}已关账`;
  return filled < expected ? `${name}录入中，${filled}/${expected}` : `${name}数已录入、未关账`;
}

function Nothing({ year }: { readonly year: number }): ReactElement {
  const { value: years } = useCall('targets.years', {}, ['target', 'figure']);
  return (
    <NoTargets
      page="总览"
      year={year}
      others={years ?? []}
      onYear={showYear}
      onImport={() => go('imports')}
      onCreate={() => go('targets')}
    >
      <Reminders />
    </NoTargets>
  );
}
