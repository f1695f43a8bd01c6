/**
 * How a target table or matrix is laid out, as data: which columns name units and indicators, and
 * what each figure column says.
 */
import type { Measure } from '../../domain/exact/measure.ts';
import type { UnitNames } from '../cells/units.ts';
import type { PartWord } from '../sheet/part-word.ts';
import type { Evidence } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';

export interface FactColumn {
  readonly index: number;
  /** the unit that its header names, undefined where the row does */
  readonly unit: string | undefined;
  /** null where the row or the table's title says it */
  readonly indicator: string | null;
  /** its name says what is counted and not of what: 户数 is 低保户数 under such a title */
  readonly isBare?: true;
  readonly parent: string | null;
  /** whether its own head says which part it is */
  readonly isSaid?: true;
  /** a comparison behind 其中 that is taken for the whole's */
  readonly isLent?: true;
  /** its head says of money that it has arrived: 累计到位 */
  readonly isArrived?: true;
  /** 其中 of what the title is about */
  readonly isOfTitle?: true;
  readonly word: PartWord;
  /** what its header states */
  readonly measure: Measure | null;
}
export interface FactLayout {
  readonly kind: 'matrix' | 'targets';
  readonly unitColumn: number | null;
  readonly indicatorColumn: number | null;
  readonly measureColumn: number | null;
  /** where the rows say what their figures are: 本月, 累计 */
  readonly partColumn?: number | null;
  /** where the rows say their month or year */
  readonly timeColumn?: number | null;
  /** where they say its year, beside the months */
  readonly yearColumn?: number | null;
  /** whole years stand there, each of which has counted to its end */
  readonly isOfYears?: true;
  readonly columns: readonly FactColumn[];
  /** columns headed 合计 */
  readonly sums: ReadonlySet<number>;
}
export interface LayoutInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly paths: readonly (readonly string[])[];
  readonly evidence: readonly Evidence[];
  readonly titles: readonly string[];
  /** the measures that the table's notes state */
  readonly notes: readonly Measure[];
  /** whether it may be a list of units, whose figures are its fields */
  readonly isLedger: boolean;
  /** the table's year, where it is told */
  readonly year: number | null;
  /** its month, where it is told */
  readonly month: number | null;
  readonly units: UnitNames;
}
