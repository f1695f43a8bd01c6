/** What the rows and columns of one table on a sheet are. Rows and columns are 0-based. */
export interface Labelled {
  readonly row: number;
  readonly label: string;
}
/** A row whose figures another row has already. */
export interface Part extends Labelled {
  /** the label of the row that it is a part of */
  readonly of: string;
  readonly whole: number;
  /** whether that row's figures are the sums of its parts; else somebody must say what they are */
  readonly adds: boolean;
}
export interface Region {
  readonly titleRows: readonly number[];
  /**
   * the columns that its titles and notes stand in, where another table beside it has its own;
   * absent: all
   */
  readonly titled?: readonly [number, number];
  /**
   * rows of titles over the sheet's first table that are this one's too: but for the line of its
   * part
   */
  readonly sharedTitles?: readonly number[];
  readonly headerRows: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly dataRows: readonly number[];
  readonly groupRows: readonly Labelled[];
  readonly totalRows: readonly Labelled[];
  readonly noteRows: readonly number[];
  /** totals that only their figures tell: each equals the sum of its neighbours */
  readonly sums: ReadonlySet<number>;
  /** rows of data that are parts of others: 1.1 of 1 */
  readonly parts: readonly Part[];
}
