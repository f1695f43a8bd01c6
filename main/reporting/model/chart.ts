/**
 * A chart as it stands on paper: a picture made of lines, and the same as dots for programs that
 * take none.
 */
import type { DrawnChart } from '../../../preload/contract/tables.ts';

export interface ChartPicture extends DrawnChart {
  readonly png: Uint8Array;
}
/** dots for each CSS px: more than 300 to the inch also where a chart fills the width of A3 */
export const CHART_SCALE = 5;

/** mm of the page's room that a line of text, or a title, may need beside a chart */
const BESIDE = 6;

/** The chart's size in mm within a page's room, its shape kept. */
export function fittedChart(
  { width, height }: DrawnChart,
  room: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const times = Math.min(room.width / width, (room.height - BESIDE) / height);
  return { width: width * times, height: height * times };
}
