/** What is marked in a workbook that goes back: which cells, and what the note on each says. */

/** Rows and columns from 0. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly note: string;
}
export interface SheetMarks {
  readonly sheet: string;
  readonly marks: readonly Mark[];
}
