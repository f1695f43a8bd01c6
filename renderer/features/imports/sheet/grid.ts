/** Where the columns and rows of the previewed sheet lie, and what is brought into view. */
import { useCallback, useMemo } from 'react';
import type { Column, ImportDraft, SheetReport } from '../../../../preload/contract/imports.ts';
import {
  frozenColumns,
  headerHeight,
  previewColumnNumber,
  ROW_HEIGHT,
  widthsOf,
  type mergeAt,
  type rolesOf,
} from '../draft/layout.ts';
import type { useSheetCells } from './pages.ts';
import { usePreviewScale } from './scale.ts';

const NUMBER = 30;
type FirstCells = ReturnType<typeof useSheetCells>['first'];
type Roles = ReturnType<typeof rolesOf>;

/** What every row needs to know of the columns. */
export interface PreviewGrid {
  readonly number: number;
  readonly widths: readonly number[];
  /** where each frozen column sticks, from the left edge */
  readonly lefts: readonly number[];
  readonly frozen: number;
  readonly total: number;
  readonly room: number;
  readonly columns: ReadonlyMap<number, Column>;
  readonly ledger: string | null;
}

export function usePreviewGrid(
  first: FirstCells,
  roles: Roles,
  table: SheetReport['tables'][number] | undefined,
  room: number,
  ledger: ImportDraft['ledger'],
): PreviewGrid {
  const k = usePreviewScale();
  return useMemo((): PreviewGrid => {
    const fitted =
      first === null ? [] : widthsOf(first, roles, table).map((width) => Math.round(width * k));
    const number = Math.round(NUMBER * k);
    const frozen = frozenColumns(table, fitted, room);
    const lefts = fitted.map(
      (_, at) => number + fitted.slice(0, at).reduce((sum, one) => sum + one, 0),
    );
    const columns = new Map(
      table?.columns.map((one) => [previewColumnNumber(one.column), one]) ?? [],
    );
    return {
      number,
      widths: fitted,
      lefts,
      frozen,
      total: fitted.reduce((sum, one) => sum + one, 0),
      room,
      columns,
      ledger: table?.ledger ?? ledger,
    };
  }, [first, roles, table, k, room, ledger]);
}

/** The height of each row: heads are as high as their words need. */
export function useRowHeight(
  first: FirstCells,
  roles: Roles,
  grid: PreviewGrid,
): (row: number) => number {
  const k = usePreviewScale();
  const heights = useMemo(() => {
    const found = new Map<number, number>();
    first?.cells.forEach((texts, at) => {
      const row = first.from + at;
      if (roles.get(row) === 'header')
        found.set(
          row,
          headerHeight(
            row,
            texts,
            grid.widths.map((width) => width / k),
            first.merges,
          ),
        );
    });
    return found;
  }, [first, roles, grid.widths, k]);
  return useCallback(
    (row: number) => Math.round((heights.get(row) ?? ROW_HEIGHT) * k),
    [heights, k],
  );
}

interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** Scrolls sideways until the column is seen beside the frozen ones. */
export function scrollToColumn(element: HTMLElement, grid: PreviewGrid, column: number): void {
  if (column <= grid.frozen) return;
  const edge = grid.lefts[grid.frozen] ?? grid.number;
  const left = grid.lefts[column - 1] ?? 0;
  const right = left + (grid.widths[column - 1] ?? 0);
  if (left - element.scrollLeft < edge) element.scrollLeft = left - edge;
  else if (right - element.scrollLeft > element.clientWidth)
    element.scrollLeft = right - element.clientWidth;
}

/**
 * Where the input lies over its cell, as wide as what is merged with it; over frozen columns it
 * sticks with them.
 */
export function editorPlace(
  grid: PreviewGrid,
  cell: CellAt,
  block: ReturnType<typeof mergeAt>,
): { readonly width: number } & (
  | { readonly position: 'sticky'; readonly left: number }
  | { readonly marginLeft: number }
) {
  const width = grid.widths
    .slice(cell.column - 1, block?.right ?? cell.column)
    .reduce((sum, one) => sum + one, 0);
  const left = grid.lefts[cell.column - 1] ?? 0;
  return cell.column <= grid.frozen
    ? { width, position: 'sticky', left }
    : { width: Math.min(width, grid.room), marginLeft: left };
}
