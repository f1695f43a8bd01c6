/**
 * 热力图: units × months, each cell with its completion in figures, so that grey alone says nothing
 * that the figure does not.
 */
import type { ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import type { ParsedTableOptions } from '../../../preload/contract/tables.ts';
import { round } from '../../domain/exact/decimal.ts';
import { reportMonthOf, reportYearOf, type YearSource } from '../tables/shared/year.ts';
import {
  CHART_AROUND,
  AXIS_LABEL,
  framed,
  PALE,
  CHART_ROW_HEIGHT,
  type ChartDrawing,
  type TableChart,
  LABELS_INSIDE,
} from './chart.ts';
import { drawnPerSheet, withCompletion } from './completion.ts';

/** from here on a cell is so dark that its figure is written in white */
const DARK = 100;

export const heatChart: TableChart = {
  info: {
    name: 'heat',
    title: '完成率热力图',
    about: '各单位逐月的完成率',
    table: 'pace',
  },
  read: drawnPerSheet(drawingOf),
};

function drawingOf(
  source: YearSource,
  options: ParsedTableOptions,
  { indicator, rows }: ProgressSheet,
): ChartDrawing {
  const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
  const units = rows.filter((row) => row.target !== null);
  const title = `${year}年${indicator.name}各月完成率（%）`;
  const category = { type: 'category', axisTick: { show: false } };
  return {
    title,
    height: units.length * CHART_ROW_HEIGHT + CHART_AROUND,
    option: framed(title, {
      grid: { left: 20, right: 20, top: 56, bottom: 50, ...LABELS_INSIDE },
      xAxis: {
        ...category,
        position: 'top',
        data: Array.from({ length: month }, (_, at) => source.monthName(at + 1)),
        axisLabel: { ...AXIS_LABEL, interval: 0 },
      },
      yAxis: {
        ...category,
        inverse: true,
        data: units.map((row) => row.name),
        axisLabel: { ...AXIS_LABEL, interval: 0 },
      },
      visualMap: SHADES,
      series: [
        {
          type: 'heatmap',
          data: Array.from({ length: month }, (_, at) =>
            cellsOf(source, options, indicator.id, at, units),
          ).flat(),
          label: { fontSize: 13 },
          itemStyle: { borderColor: '#444c5a', borderWidth: 0.5 },
        },
      ],
    }),
  };
}

const SHADES = {
  type: 'piecewise',
  orient: 'horizontal',
  left: 'center',
  bottom: 8,
  textStyle: { fontSize: 13, color: '#000000' },
  pieces: [
    { lt: 25, label: '不到25%', color: '#ffffff' },
    { gte: 25, lt: 50, label: '25%—50%', color: PALE },
    { gte: 50, lt: 75, label: '50%—75%', color: '#bfc7d6' },
    { gte: 75, lt: DARK, label: '75%—100%', color: '#96a2b8' },
    { gte: DARK, label: '100%以上', color: '#39455a' },
  ],
};

/** Of one month (from 0), the units that have a figure. */
function cellsOf(
  source: YearSource,
  options: ParsedTableOptions,
  indicator: number,
  at: number,
  units: readonly ProgressRow[],
): readonly Readonly<Record<string, unknown>>[] {
  const sheet = source.progress({
    year: reportYearOf(source, options),
    month: at + 1,
    indicator,
    denominator: options.denominator ?? null,
    group: options.units ?? 'all',
  });
  return withCompletion(sheet).flatMap(({ unit, completion }) => {
    const row = units.findIndex((one) => one.unit === unit);
    const value = Number(completion);
    const color = value >= DARK ? '#ffffff' : '#000000';
    return row < 0
      ? []
      : [
          {
            value: [at, row, value],
            label: { show: true, formatter: round(completion, 1), color },
          },
        ];
  });
}
