/**
 * A workbook as the importer sees it, whatever file it came from. Rows and columns are 0-based
 * here; reports count from 1.
 */
import type { Day } from '../../domain/days/day.ts';

/**
 * A cell's value. Plain text and numbers are primitives, so that a hundred thousand rows stay
 * small:
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

export interface SheetMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The number formats of cells that have one other than General, by `cellKey`. A Map of text is one.
 */
export interface Formats {
  get(key: number): string | undefined;
  /** the formats in use; one may come several times */
  values(): Iterable<string>;
}

export interface SourceSheet {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * rows[r][c]; rows and cells beyond the last filled one are absent; a merged range's value stands
   * in its top left cell only
   */
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly SheetMerge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly formats: Formats;
  /** cells that are struck through, by `cellKey`; absent: the file does not tell */
  readonly struck?: ReadonlySet<number>;
  /** cells of whose text some signs are struck through: those are not in the value */
  readonly cut?: ReadonlySet<number>;
  /**
   * cells with a ground or ink of their own, each as the file names it; absent: the file does not
   * tell
   */
  readonly colours?: Formats;
  /** column widths in characters where the file gives them */
  readonly widths: ReadonlyMap<number, number>;
  /** of a sheet that was laid out anew: where each cell stood in the file, by `cellKey` */
  readonly origins?: ReadonlyMap<number, number>;
}

export interface Workbook {
  readonly sheets: readonly SourceSheet[];
  /** what the reader noticed: parts it did not read, a fallback it took */
  readonly notes: readonly string[];
  /** what its properties say in 关键词 */
  readonly keywords?: string;
}

export const cellKey = (row: number, column: number): number => row * 16384 + column;
