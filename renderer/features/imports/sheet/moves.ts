/** Where the selection goes on a key, stepping over merged blocks as Excel does. */
import { mergeAt, type ShownMerge } from '../draft/layout.ts';
import type { Cell } from '../draft/store.ts';

export interface PreviewBounds {
  readonly rows: number;
  readonly columns: number;
  /** rows a screen shows */
  readonly page: number;
}

const clamp = (value: number, most: number): number =>
  Math.min(Math.max(1, value), Math.max(1, most));

function target(
  key: string,
  ctrl: boolean,
  cell: Cell,
  block: ShownMerge,
  bounds: PreviewBounds,
): Cell | null {
  const { row, column } = cell;
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 1 : block.top - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? bounds.rows : block.bottom + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 1 : block.left - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? bounds.columns : block.right + 1 };
    case 'Home':
      return ctrl ? { row: 1, column: 1 } : { row, column: 1 };
    case 'End':
      return ctrl ? { row: bounds.rows, column: bounds.columns } : { row, column: bounds.columns };
    case 'PageUp':
      return { row: row - bounds.page, column };
    case 'PageDown':
      return { row: row + bounds.page, column };
    default:
      return null;
  }
}

/**
 * The cell a key leads to, or null where the key does not move. A merged block is one cell: its top
 * left.
 */
export function movedCell(
  key: string,
  ctrl: boolean,
  cell: Cell,
  merges: readonly ShownMerge[],
  bounds: PreviewBounds,
): Cell | null {
  const block = mergeAt(merges, cell.row, cell.column) ?? {
    top: cell.row,
    left: cell.column,
    bottom: cell.row,
    right: cell.column,
  };
  const to = target(key, ctrl, cell, block, bounds);
  if (to === null) return null;
  const row = clamp(to.row, bounds.rows);
  const column = clamp(to.column, bounds.columns);
  const landed = mergeAt(merges, row, column);
  return landed === null ? { row, column } : { row: landed.top, column: landed.left };
}
