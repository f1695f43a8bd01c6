/** A workbook as the importer sees it, whatever file it came from. Rows and columns are 0-based here; reports count from 1. */
import type { Day } from '../domain/day.ts';

/**
 * A cell's value. Plain text and numbers are primitives, so that a hundred thousand rows stay small:
 * text is trimmed of nothing; a number is the binary number the file holds (use `decimalOfNumber`).
 */
export type CellValue =
  | string
  | number
  | boolean
  | null
  | { readonly day: Day; readonly time?: string }
  | { readonly error: string }
  /** a formula that has no cached value */
  | { readonly formula: string };

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** rows[r][c]; rows and cells beyond the last filled one are absent; a merged range's value stands in its top left cell only */
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** number formats of cells that have one other than General: key row * 16384 + column */
  readonly formats: ReadonlyMap<number, string>;
  /** column widths in characters where the file gives them */
  readonly widths: ReadonlyMap<number, number>;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** what the reader noticed: parts it did not read, a fallback it took */
  readonly notes: readonly string[];
}

/** Reads a whole file already in memory. @throws Fault import.encrypted, import.damaged, import.notWorkbook, import.tooLarge */
export type Reader = (bytes: Uint8Array, fileName: string) => Workbook;

export const cellKey = (row: number, column: number): number => row * 16384 + column;
