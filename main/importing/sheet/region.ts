/** What the rows and columns of one table on a sheet are. Rows and columns are 0-based. */
export interface Labelled {
  readonly row: number;
  readonly label: string;
}
export interface Region {
  readonly titleRows: readonly number[];
  readonly headerRows: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly dataRows: readonly number[];
  readonly groupRows: readonly Labelled[];
  readonly totalRows: readonly Labelled[];
  readonly noteRows: readonly number[];
  /** totals that only their figures tell: each equals the sum of its neighbours */
  readonly sums: ReadonlySet<number>;
}
