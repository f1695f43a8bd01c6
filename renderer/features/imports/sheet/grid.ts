/** What every row of the sheet needs to know of its columns. */
import type { Column } from '../../../../preload/contract/imports.ts';

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
