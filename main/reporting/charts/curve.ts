/**
 * 月度走势图: the county's (or one unit's) cumulative figures of the year, beside last year's and
 * the plan; told apart by dash and mark.
 */
import type { ProgressSheet } from '../../../preload/contract/progress.ts';
import type { ParsedTableOptions } from '../../../preload/contract/tables.ts';
import { printedFigureText } from '../model/figures.ts';
import { totalName } from '../tables/progress/month-sheets.ts';
import { reportMonthOf, reportYearOf, type YearSource } from '../tables/shared/year.ts';
import {
  AXIS_LABEL,
  AXIS_LINE,
  framed,
  INK,
  LEGEND,
  plotted,
  SPLIT_LINE,
  type ChartDrawing,
  type TableChart,
  LABELS_INSIDE,
} from './chart.ts';
import { drawnPerSheet } from './completion.ts';

const HEIGHT = 460;

export const curveChart: TableChart = {
  info: {
    name: 'curve',
    title: '月度走势图',
    about: '逐月累计，与上年同期、计划进度对照',
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
  const unit = rows.find((row) => row.name === options.unit)?.unit ?? null;
  const course = source.curve({ year, indicator: indicator.id, unit });
  const title = `${year}年${options.unit ?? totalName(source, options)}${indicator.name}月度走势`;
  // months that are to come have no figure yet, whatever the book already holds
  const told = course.cumulative.map((value, at) => (at < month ? value : null));
  return {
    title,
    height: HEIGHT,
    option: framed(title, {
      legend: { ...LEGEND, itemWidth: 44 },
      grid: { left: 20, right: 40, top: 92, bottom: 16, ...LABELS_INSIDE },
      xAxis: {
        type: 'category',
        data: told.map((_, at) => source.monthName(at + 1)),
        axisLine: AXIS_LINE,
        axisLabel: { ...AXIS_LABEL, interval: 0 },
      },
      yAxis: {
        type: 'value',
        name: indicator.measure,
        nameTextStyle: { fontSize: 14, color: '#000000' },
        axisLabel: AXIS_LABEL,
        splitLine: SPLIT_LINE,
      },
      series: [
        lineOf('上年', course.lastYear, { symbol: 'triangle', dash: [8, 5], places: null }),
        lineOf('计划进度', course.plan, { symbol: 'rect', dash: [2, 4], places: null }),
        lineOf('本年', told, { symbol: 'circle', dash: 'solid', places: indicator.places }),
      ],
    }),
  };
}

/** `places`: its figures are written beside its marks, which are then full. */
function lineOf(
  name: string,
  values: readonly (string | null)[],
  look: {
    readonly symbol: string;
    readonly dash: 'solid' | readonly number[];
    readonly places: number | null;
  },
): Readonly<Record<string, unknown>> {
  const { symbol, dash, places } = look;
  return {
    name,
    type: 'line',
    symbol,
    symbolSize: 9,
    connectNulls: true,
    lineStyle: { color: INK, type: dash, width: places === null ? 1.5 : 2.5 },
    itemStyle: { color: places === null ? '#ffffff' : INK, borderColor: INK, borderWidth: 1.5 },
    z: places === null ? 2 : 5,
    label: {
      position: 'top',
      distance: 8,
      fontSize: 13,
      color: '#000000',
      backgroundColor: '#ffffff',
      padding: [1, 2],
    },
    data: values.map((value) => ({
      value: plotted(value),
      label: {
        show: places !== null && value !== null,
        formatter: places === null || value === null ? '' : printedFigureText(value, places),
      },
    })),
  };
}
