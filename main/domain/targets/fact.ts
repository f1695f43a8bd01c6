/**
 * A figure that a table of targets or months states: about a unit, an indicator, and a part of it.
 */

/** What the figure says of its unit and indicator. */
export type FactPart =
  | 'base'
  | 'assured'
  | 'stretch'
  | 'upper'
  | 'wasAssured'
  | 'wasStretch'
  | 'annual'
  | 'plan'
  | 'month'
  | 'cumulative'
  | 'lastYear'
  | 'yoy'
  | 'completion'
  | 'rank'
  | 'growth'
  | 'growthStretch';

/** One cell of a target table or matrix. */
export interface TableFact {
  /** 1-based sheet row, and the column's letter */
  readonly row: number;
  readonly column: string;
  /**
   * the unit's name (as written while nobody knows it: its row is then rejected); null: the whole
   * county
   */
  readonly unit: string | null;
  /** the header's words: 合同引资 */
  readonly indicator: string;
  /** of an indicator named by 其中: the one it is part of */
  readonly parent: string | null;
  /**
   * `annual` is a target that nobody called 确保 or 力争; `plan` that of some months of the year;
   * `wasAssured` one before an adjustment, only checked
   */
  readonly part: FactPart;
  readonly year: number | null;
  /** the month, or the last one that a cumulative figure covers */
  readonly month: number | null;
  /** of a plan: its first and last month */
  readonly months: readonly [number, number] | null;
  /** decimal in `measure`: the sheet's own; percent figures as 12.5 */
  readonly value: string;
  /** null: a rank, which has none */
  readonly measure: string | null;
  /** somebody said that the indicator is called so: no other is meant */
  readonly isNamed?: true;
}

/** A fact with the file that it stands in. */
export interface FileFact extends TableFact {
  readonly file: string;
  readonly sheet: string;
  /** its table's place among those of the import */
  readonly table: number;
}
