/** The sheet of paper a table is printed on, in mm. */
import type { PrintTable } from './table.ts';

export const MARGIN = { top: 14, right: 13, bottom: 16, left: 13 } as const;
const SHORT_SIDE = { A4: 210, A3: 297 } as const;
const LONG_SIDE = { A4: 297, A3: 420 } as const;

export function paperOf({ paper, landscape }: PrintTable['page']): {
  width: number;
  height: number;
} {
  const [short, long] = [SHORT_SIDE[paper], LONG_SIDE[paper]];
  return landscape ? { width: long, height: short } : { width: short, height: long };
}

/** What is left inside the margins. */
export function roomOf(page: PrintTable['page']): { width: number; height: number } {
  const { width, height } = paperOf(page);
  return { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
}
