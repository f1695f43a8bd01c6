/** What a grid is given: columns as data, rows page by page, groups with their figures. */
import type { ReactNode } from 'react';
import type { Decimal } from '../../../main/domain/exact/decimal.ts';
import type { SelectionTotals } from '../../format/figure.ts';

/** A row as it came from the source; only its id is known to the grid, columns read the rest. */
export interface GridRow {
  readonly id: number;
  readonly [field: string]: unknown;
}

export interface GridChoice {
  readonly value: string;
  readonly label: string;
}

export interface GridColumn {
  /** the field's code */
  readonly code: string;
  /** heads from the outside in, at most three; the last is the column's own */
  readonly path: readonly string[];
  /** the measure under the head, where it is not in a head above */
  readonly note?: string;
  /** px at the standard text size */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly frozen: boolean;
  readonly editable: boolean;
  /** rows whose cell of an editable column is not typed into */
  locked?(row: GridRow): boolean;
  /** classes of the cell that say more than its text: entered here, behind, missing */
  tint?(row: GridRow): string;
  /** what is drawn instead of the text; its words are still `text` */
  draw?(row: GridRow): ReactNode;
  /** present: the cell is edited by choosing from these */
  readonly choices?: readonly GridChoice[];
  /** what the selection's totals are counted in; absent for text */
  readonly measure?: string;
  /** the cell as people read it */
  text(row: GridRow): string;
  /** the cell as the editor opens it */
  editText(row: GridRow): string;
  /** the cell as a figure in `measure`; null where there is none */
  figure(row: GridRow): Decimal | null;
}

export interface GridGroup {
  readonly id: string;
  readonly label: string;
  /**
   * 0 for an outermost group; the groups inside one follow it, each a level deeper. 0 where absent
   */
  readonly level?: number;
  readonly count: number;
  /** subtotals by column, as shown */
  readonly figures: Readonly<Record<string, string>>;
}

export interface GridSource {
  /** another key is another list: the pages are dropped and the sheet starts at its top */
  readonly key: string;
  /**
   * another revision, by identity, is the same list with newer figures: pages are asked again, the
   * place is kept
   */
  readonly revision: unknown;
  readonly total: number;
  /** in the order of the rows; empty without grouping */
  readonly groups: readonly GridGroup[];
  /** the last line, by column, as shown */
  readonly totals: Readonly<Record<string, ReactNode>>;
  /** null: no last line */
  readonly totalLabel: string | null;
  /**
   * first rows that stay under the heads while the others scroll, without a number; 0 where absent
   */
  readonly pinned?: number;
  loadPage(offset: number, limit: number): Promise<readonly GridRow[]>;
}

export interface GridEdit {
  readonly id: number;
  readonly field: string;
  readonly value: string | null;
}

/** A new record by field, as it was typed. */
export type GridNew = Readonly<Record<string, string>>;
export interface GridAddition {
  readonly edits: readonly GridEdit[];
  readonly records: readonly GridNew[];
}

export interface GridSort {
  readonly field: string;
  readonly descending: boolean;
}

export interface GridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly source: GridSource;
  readonly sort: readonly GridSort[];
  /** without the filter row */
  readonly plain?: boolean;
  readonly filters: Readonly<Record<string, string>>;
  /** the record shown beside the sheet: its row is marked */
  readonly current?: number | null;
  onSort(sort: readonly GridSort[]): void;
  onFilter(field: string, text: string): void;
  /** rejects with the sentence to show where the edits were refused */
  onEdit(edits: readonly GridEdit[]): Promise<void>;
  /**
   * present: a blank row stands at the end, and a block may be pasted beyond it. One step for undo;
   * rejects with a sentence
   */
  onAdd?(addition: GridAddition): Promise<void>;
  /** what a new record is counted as: 个项目 */
  readonly noun?: string;
  /** present: selected rows can be removed; rejects with a sentence */
  onRemove?(ids: readonly number[]): Promise<void>;
  /** present: selected rows can be made once more; rejects with a sentence */
  onDuplicate?(rows: readonly GridRow[]): Promise<void>;
  /** present: a column can be hidden */
  onHide?(field: string): void;
  /**
   * present: a column can be filtered by choosing among its values; null for a column that has no
   * such list
   */
  valuesOf?(field: string): Promise<readonly string[]> | null;
  /** the rows stand in an order of their own */
  readonly fixedOrder?: boolean;
  onUndo(): void;
  onRedo(): void;
  /** the record under the cursor and its place in the list */
  onActive?(row: GridRow | null, index: number): void;
  onOpen?(row: GridRow, index: number): void;
  /** F4 on a cell: where its value comes from */
  onAsk?(row: GridRow, column: GridColumn): void;
  /** the cell that typing goes to */
  onCell?(row: GridRow, column: GridColumn): void;
  onTotals?(totals: SelectionTotals): void;
  onMessage?(sentence: string): void;
}

export const isTypable = (column: GridColumn, row: GridRow): boolean =>
  column.editable && column.locked?.(row) !== true;
