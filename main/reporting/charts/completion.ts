/**
 * 完成进度图: each unit's completion as a bar, beside what is due by now, with 确保 and 力争
 * marked; behind pace is hatched.
 */
import type { ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import type { ParsedTableOptions } from '../../../preload/contract/tables.ts';
import { divide, multiply, type Decimal } from '../../domain/exact/decimal.ts';
import { isBehindPace, PACE_WORDS } from '../../domain/progress/words.ts';
import { printedFigureText } from '../model/figures.ts';
import { progressSheets, withFigures } from '../tables/progress/month-sheets.ts';
import { reportMonthOf, reportYearOf, type YearSource } from '../tables/shared/year.ts';
import {
  CHART_AROUND,
  AXIS_LABEL,
  AXIS_LINE,
  barStyle,
  framed,
  INK,
  LEGEND,
  CHART_MIDDLE,
  plotted,
  CHART_ROW_HEIGHT,
  SPLIT_LINE,
  type ChartDrawing,
  type TableChart,
  LABELS_INSIDE,
} from './chart.ts';

/** What goes beyond is cut there and says so: one unit at 700% would make the others invisible. */
const MOST_PERCENT = 200;

export const completionChart: TableChart = {
  info: {
    name: 'completion',
    title: '完成进度图',
    about: '各单位完成率与序时进度，标出确保、力争',
    table: 'pace',
  },
  read: drawnPerSheet(drawingOf),
};

/** A drawing of each sheet that has something to draw. */
export function drawnPerSheet(
  drawing: (source: YearSource, options: ParsedTableOptions, sheet: ProgressSheet) => ChartDrawing,
): TableChart['read'] {
  return (source, options) =>
    measuredSheets(source, options).map((sheet) => drawing(source, options, sheet));
}

/** Those with a target and a figure. */
export const measuredSheets = (
  source: YearSource,
  options: ParsedTableOptions,
): readonly ProgressSheet[] =>
  withFigures(progressSheets(source, options), options).filter((sheet) =>
    sheet.rows.some((row) => row.completion !== null),
  );

export const periodTitle = (
  source: YearSource,
  options: ParsedTableOptions,
  words: string,
): string =>
  `${reportYearOf(source, options)}年${source.span(reportMonthOf(source, options))}${words}`;

export const withCompletion = (
  sheet: ProgressSheet,
): readonly (ProgressRow & { readonly completion: Decimal })[] =>
  sheet.rows.flatMap((row) =>
    row.completion === null ? [] : [{ ...row, completion: row.completion }],
  );

const cut = (percent: Decimal): number => Math.min(Number(percent), MOST_PERCENT);
const percentLabel = (percent: Decimal): string =>
  `${printedFigureText(percent, 2)}%${Number(percent) > MOST_PERCENT ? ' »' : ''}`;

function drawingOf(
  source: YearSource,
  options: ParsedTableOptions,
  sheet: ProgressSheet,
): ChartDrawing {
  const { indicator } = sheet;
  const rows = withCompletion(sheet);
  const title = periodTitle(source, options, `${indicator.name}完成进度`);
  const words = PACE_WORDS[indicator.direction];
  const stretch = stretchOf(source, options, sheet);
  const legend = [words.completion, '序时进度', ...(stretch.size === 0 ? [] : ['力争'])];
  return {
    title,
    height: rows.length * CHART_ROW_HEIGHT + CHART_AROUND + 20,
    option: framed(title, {
      legend: { ...LEGEND, data: legend },
      grid: { left: 20, right: 20, top: 100, bottom: 20, ...LABELS_INSIDE },
      xAxis: {
        type: 'value',
        max: Math.max(110, ...rows.map((row) => cut(row.completion))),
        axisLabel: { ...AXIS_LABEL, formatter: '{value}%' },
        splitLine: SPLIT_LINE,
      },
      yAxis: rowAxes(rows),
      series: [
        barsOf(sheet, rows),
        {
          name: '序时进度',
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [4, 20],
          itemStyle: { color: '#ffffff', borderColor: INK, borderWidth: 1.5 },
          data: rows.map((row, at) => [plotted(row.pace), at]),
          z: 5,
        },
        {
          name: '力争',
          type: 'scatter',
          symbol: 'diamond',
          symbolSize: 12,
          itemStyle: { color: CHART_MIDDLE, borderColor: INK, borderWidth: 1.5 },
          data: rows.flatMap((row, at) => {
            const mark = stretch.get(row.unit);
            return mark === undefined ? [] : [[cut(mark), at]];
          }),
          z: 6,
        },
      ],
    }),
  };
}

type Completed = ReturnType<typeof withCompletion>;

/**
 * The units on the left; on the right their figures in a column of their own: beside a bar they
 * would cover its marks.
 */
const rowAxes = (rows: Completed): readonly Readonly<Record<string, unknown>>[] => [
  {
    type: 'category',
    inverse: true,
    data: rows.map((row) => row.name),
    axisLine: AXIS_LINE,
    axisTick: { show: false },
    axisLabel: { ...AXIS_LABEL, interval: 0 },
  },
  {
    type: 'category',
    inverse: true,
    position: 'right',
    data: rows.map((row) => percentLabel(row.completion)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...AXIS_LABEL, interval: 0 },
  },
];

const barsOf = (
  { indicator }: ProgressSheet,
  rows: Completed,
): Readonly<Record<string, unknown>> => ({
  name: PACE_WORDS[indicator.direction].completion,
  type: 'bar',
  barWidth: 15,
  itemStyle: barStyle(0),
  data: rows.map((row) => ({
    value: cut(row.completion),
    itemStyle: barStyle(isBehindPace(indicator.direction, row.gap) ? 1 : 0),
  })),
  markLine: {
    silent: true,
    symbol: 'none',
    data: [{ xAxis: 100 }],
    lineStyle: { color: INK, type: 'solid', width: 1.5 },
    label: {
      formatter: indicator.direction === 'up' ? '确保' : '控制数',
      fontSize: 13,
      color: '#000000',
      position: 'start',
    },
  },
});

/** 力争 in percent of what completion is measured against. */
function stretchOf(
  source: YearSource,
  options: ParsedTableOptions,
  sheet: ProgressSheet,
): ReadonlyMap<number | null, Decimal> {
  const { id } = sheet.indicator;
  const year = reportYearOf(source, options);
  const targets = source.targets(year, null, [id]);
  const against = new Map(sheet.rows.map((row) => [row.unit, row.target]));
  return new Map(
    targets.rows.flatMap(({ unit, cells }): [number, Decimal][] => {
      const stretch = cells[id]?.stretch ?? null;
      const target = against.get(unit) ?? null;
      const share =
        stretch === null || target === null ? null : divide(multiply(stretch, '100'), target, 2);
      return share === null ? [] : [[unit, share]];
    }),
  );
}
