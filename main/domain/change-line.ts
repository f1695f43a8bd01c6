/** One change of the book, as the list of changes shows it. */
export interface ChangeLine {
  readonly id: number;
  /** ISO time */
  readonly at: string;
  readonly who: string;
  readonly label: string;
  /** taken back since */
  readonly undone: boolean;
  /** itself takes another change back, or brings it back */
  readonly undoing: boolean;
}
