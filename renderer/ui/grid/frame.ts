/** The columns laid out: widths in pixels, the frozen part, the stronger lines. */
import { headsOf, type Heads } from './heads.ts';
import type { GridColumn } from './model.ts';
import type { GridScale } from './scale.ts';
import { sumOfWidths } from './view.ts';

export interface GridFrame {
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  /** width of the row number column */
  readonly number: number;
  readonly frozen: number;
  readonly frozenWidth: number;
  readonly width: number;
  readonly row: number;
  readonly headLine: number;
  readonly heads: Heads;
  /** heads and filter row together */
  readonly headHeight: number;
}

/** beside the row number, px at the standard text size */
const OPEN_BUTTON = 18;

export function gridFrameOf(
  columns: readonly GridColumn[],
  resized: Readonly<Record<string, number>>,
  scale: GridScale,
  {
    lines,
    plain,
    opens,
  }: { readonly lines: number; readonly plain: boolean; readonly opens: boolean },
): GridFrame {
  const widths = columns.map((column) =>
    Math.round((resized[column.code] ?? column.width) * scale.k),
  );
  const number = Math.round(
    (Math.max(38, 12 + String(lines).length * 9) + (opens ? OPEN_BUTTON : 0)) * scale.k,
  );
  const firstLoose = columns.findIndex((column) => !column.frozen);
  const frozen = firstLoose === -1 ? columns.length : firstLoose;
  const heads = headsOf(columns);
  const headLine = scale.row - 2;
  const frozenWidth = number + sumOfWidths(widths.slice(0, frozen));
  return {
    columns,
    widths,
    number,
    frozen,
    frozenWidth,
    width: number + sumOfWidths(widths),
    row: scale.row,
    headLine,
    heads,
    headHeight: heads.depth * headLine + (plain ? 0 : scale.row),
  };
}

/** The class of a cell in column `index`: its side, and the line at its right. */
export function cellClass(frame: GridFrame, index: number): string {
  const column = frame.columns[index];
  const edge =
    index === frame.frozen - 1 ? ' frozen-edge' : frame.heads.ends.has(index) ? ' group-edge' : '';
  return `cell ${column?.align ?? 'left'}${edge}${column?.frozen === true ? ' frozen' : ''}`;
}
