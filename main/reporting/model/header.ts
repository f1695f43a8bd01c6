/** The header's merged cells, made from the columns' paths. */
import type { TableColumn } from './table.ts';

export interface HeaderCell {
  readonly text: string;
  /** zero-based place in the header's grid */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function headerDepth(columns: readonly TableColumn[]): number {
  return Math.max(1, ...columns.map((column) => column.path.length));
}

/** The cells of each header row; a path shorter than the header reaches down to its last row. */
export function headerRows(columns: readonly TableColumn[]): readonly (readonly HeaderCell[])[] {
  const depth = headerDepth(columns);
  return Array.from({ length: depth }, (_, row) => headerRow(columns, row, depth));
}

function headerRow(columns: readonly TableColumn[], row: number, depth: number): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (let column = 0; column < columns.length;) {
    const path = columns[column]?.path ?? [];
    const leaf = row >= path.length - 1;
    let end = column + 1;
    // only heads above columns merge: two columns of one name stay two
    while (!leaf && end < columns.length && sharesHead(path, columns[end]?.path ?? [], row))
      end += 1;
    if (row < path.length)
      cells.push({
        text: path[row] ?? '',
        row,
        column,
        rows: leaf ? depth - row : 1,
        columns: end - column,
      });
    column = end;
  }
  return cells;
}

function sharesHead(a: readonly string[], b: readonly string[], row: number): boolean {
  return b.length - 1 > row && a.slice(0, row + 1).every((text, level) => text === b[level]);
}
