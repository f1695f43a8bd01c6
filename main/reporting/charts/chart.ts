/**
 * What every chart is: made from the answers that its table is made from, drawn later; and the
 * looks that survive a black-and-white printer.
 */
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartInfo, ParsedTableOptions } from '../../../preload/contract/tables.ts';
import type { Decimal } from '../../domain/exact/decimal.ts';
import type { PrintTable } from '../model/table.ts';
import type { YearSource } from '../tables/shared/year.ts';

export interface ChartDrawing {
  readonly title: string;
  readonly height: number;
  readonly option: EChartsCoreOption;
}
export interface TableChart {
  readonly info: ChartInfo;
  /** one for each indicator where the table has several; none where there is nothing to draw */
  read(source: YearSource, options: ParsedTableOptions, table: PrintTable): readonly ChartDrawing[];
}

/** CSS px; what stands on paper is fitted to the page */
export const CHART_WIDTH = 1000;
const CHART_FONT = 'SimHei, Noto Sans CJK SC, sans-serif';
/** As grey they are far apart: a sixth, three fifths and nine tenths of white. */
export const [INK, CHART_MIDDLE, PALE] = ['#222a36', '#8f9bb0', '#e6eaf1'];

type Pattern = Readonly<Record<string, unknown>>;
const hatch = (rotation: number): Pattern => ({
  symbol: 'rect',
  color: INK,
  dashArrayX: [1, 0],
  dashArrayY: [1.5, 4],
  rotation,
});
/** Bars are told apart by pattern and not by colour. */
const BARS: readonly Readonly<Record<string, unknown>>[] = [
  { color: INK },
  { color: PALE, decal: hatch(-Math.PI / 4) },
  { color: CHART_MIDDLE },
  {
    color: '#ffffff',
    decal: {
      symbol: 'circle',
      color: INK,
      dashArrayX: [
        [4, 4],
        [0, 4, 4, 0],
      ],
      dashArrayY: [4, 4],
    },
  },
  { color: PALE },
  { color: '#ffffff', decal: hatch(Math.PI / 4) },
  { color: CHART_MIDDLE, decal: hatch(Math.PI / 2) },
  { color: '#ffffff', decal: hatch(0) },
].map((bar) => ({ ...bar, borderColor: INK, borderWidth: 1 }));
export const barStyle = (at: number): Readonly<Record<string, unknown>> =>
  BARS[at % BARS.length] ?? {};

/**
 * Only where it is drawn does a figure become a number of the machine; its label keeps the exact
 * text.
 */
export const plotted = (value: Decimal | null): number | null =>
  value === null ? null : Number(value);

/** The parts that all share: title, words, no motion. */
export const framed = (title: string, option: EChartsCoreOption): EChartsCoreOption => ({
  animation: false,
  backgroundColor: '#ffffff',
  textStyle: { fontFamily: CHART_FONT, color: '#000000' },
  title: {
    text: title,
    left: 'center',
    top: 8,
    textStyle: { fontFamily: CHART_FONT, fontSize: 20, fontWeight: 'bold', color: '#000000' },
  },
  ...option,
});
/** the drawing's edges hold the axes' labels too */
export const LABELS_INSIDE = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
export const LEGEND = {
  top: 40,
  itemWidth: 26,
  itemHeight: 14,
  textStyle: { fontSize: 14, color: '#000000' },
};
export const AXIS_LINE = { lineStyle: { color: '#000000' } };
export const AXIS_LABEL = { fontSize: 14, color: '#000000' };
export const SPLIT_LINE = { lineStyle: { color: '#cfd4dd' } };
/** height of a row of horizontal bars, and what stands above and below them */
export const [CHART_ROW_HEIGHT, CHART_AROUND] = [26, 130];
