/** The figures of one column as whoever reads them sees them. */
/**
 * Wire figures, one per data row: 元, the field's own measure, or the bare figure; null where there
 * is none.
 */
export interface Figures {
  readonly length: number;
  at(place: number): string | null | undefined;
  /**
   * the same as 分, or as ten thousandths of what is no money; NaN where there is none, or only the
   * text holds it
   */
  readonly scaled?: Float64Array;
}
