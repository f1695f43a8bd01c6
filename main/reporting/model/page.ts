/** The sheet of paper a table is printed on, in mm. */
import type { PageMargins, TablePage } from './table.ts';

const MARGIN: PageMargins = { top: 14, right: 13, bottom: 16, left: 13 };
export const marginsOf = ({ margins = MARGIN }: TablePage): PageMargins => margins;
const SHORT_SIDE = { A4: 210, A3: 297 } as const;
const LONG_SIDE = { A4: 297, A3: 420 } as const;

export function paperOf({ paper, landscape }: Pick<TablePage, 'paper' | 'landscape'>): {
  width: number;
  height: number;
} {
  const [short, long] = [SHORT_SIDE[paper], LONG_SIDE[paper]];
  return landscape ? { width: long, height: short } : { width: short, height: long };
}

/** What is left inside the margins. */
export function roomOf(page: TablePage): { width: number; height: number } {
  const { width, height } = paperOf(page);
  const { top, right, bottom, left } = marginsOf(page);
  return { width: width - left - right, height: height - top - bottom };
}
