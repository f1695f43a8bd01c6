/**
 * 走势 of a unit's indicator over the year: this year, last year and the plan; below it what the
 * year's end may look like.
 */
import { Select } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract/index.ts';
import type { ProgressSheet } from '../../../preload/contract/progress.ts';
import { useCall } from '../../bridge/bridge.ts';
import { shownFigureText } from '../../format/figure.ts';
import { useLayout } from '../../stores/layout.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Chart, type ChartOption } from '../../ui/chart.tsx';

/** px of a chart's words by text size */
const FONTS = { standard: 12, large: 14, xlarge: 16 } as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);

/** Lines differ in stroke and mark as well as colour: a black-and-white printer shows them. */
function curveOption(
  curve: Output<'progress.curve'>,
  measure: string,
  fontSize: number,
): ChartOption {
  const line = (
    name: string,
    values: readonly (string | null)[],
    color: string,
    type: 'solid' | 'dashed' | 'dotted',
    symbol: string,
  ): object => ({
    name,
    type: 'line',
    data: values.map((value) => (value === null ? null : Number(value))),
    color,
    lineStyle: { type, width: 2 },
    symbol,
    symbolSize: 7,
  });
  const level = (name: string, value: string | null, color: string): object[] =>
    value === null
      ? []
      : [
          {
            name,
            type: 'line',
            data: MONTHS.map(() => Number(value)),
            color,
            lineStyle: { type: 'dotted', width: 1.5 },
            symbol: 'none',
          },
        ];
  return {
    animation: false,
    aria: { enabled: true },
    grid: { left: 20 + fontSize * 4, right: 20, top: 40, bottom: 12 + fontSize * 1.4 },
    legend: { top: 4, textStyle: { fontSize } },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: MONTHS, boundaryGap: false, axisLabel: { fontSize } },
    yAxis: { type: 'value', name: measure, nameTextStyle: { fontSize }, axisLabel: { fontSize } },
    series: [
      line('今年累计', curve.cumulative, 'var(--cp-primary)', 'solid', 'circle'),
      line('上年累计', curve.lastYear, 'var(--cp-text-3)', 'dashed', 'rect'),
      line('序时安排', curve.plan, 'var(--cp-neg)', 'dotted', 'triangle'),
      ...level('确保', curve.assured, 'var(--cp-lamp-blue)'),
      ...level('力争', curve.stretch, 'var(--cp-lamp-gold)'),
    ],
  };
}

export function CurveDialog({
  year,
  sheet,
  unit: first,
  onClose,
}: {
  readonly year: number;
  readonly sheet: ProgressSheet;
  readonly unit: number | null;
  readonly onClose: () => void;
}): ReactElement {
  const text = useLayout((layout) => layout.text);
  const [unit, setUnit] = useState(first);
  const { indicator, month } = sheet;
  const { value: curve } = useCall('progress.curve', { year, indicator: indicator.id, unit }, [
    'figure',
    'target',
  ]);
  const { value: forecast } = useCall(
    'progress.forecast',
    { year, month: month.month, indicator: indicator.id },
    ['figure', 'target'],
  );
  const option = useMemo(
    () => (curve === null ? null : curveOption(curve, indicator.measure, FONTS[text])),
    [curve, indicator.measure, text],
  );
  const units = [
    { value: 0, label: sheet.total.name },
    ...sheet.rows.flatMap((row) =>
      row.unit === null ? [] : [{ value: row.unit, label: row.name }],
    ),
  ];
  const shown = (forecast ?? []).filter(
    (one) => unit === null || one.unit === unit || one.unit === null,
  );
  const told = (value: string | null): string => shownFigureText(value, indicator.places) || '—';
  return (
    <Dialog
      open
      title={
        <>
          {indicator.name}走势　
          <Select
            size="small"
            aria-label="单位"
            value={unit ?? 0}
            options={units}
            popupMatchSelectWidth={false}
            onChange={(next) => setUnit(next === 0 ? null : next)}
          />
        </>
      }
      footer={null}
      width={860}
      onCancel={onClose}
    >
      {option === null ? null : (
        <Chart option={option} height={300} label={`${indicator.name}：今年、上年与序时的累计数`} />
      )}
      <h3 className="pg-h3">年底预计（{indicator.measure}）</h3>
      <div className="pg-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th>单位</th>
              <th>按进度推</th>
              <th>按上年各月推</th>
              <th>单位自报</th>
              <th>年目标</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.unit ?? 0}>
                <td>{one.name}</td>
                <td className="n">{told(one.linear)}</td>
                <td className="n">{told(one.seasonal)}</td>
                <td className="n">{told(one.own)}</td>
                <td className="n">{told(one.target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
