/**
 * What the reading of a table's rows goes by: the table, the row as it fills, and what all of its
 * cells share.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import type { PlannedArrival, PlannedRecord } from '../../services/imports/import-plan.ts';
import { PlannedValues, type TableFigures } from '../../services/imports/planned-values.ts';
import type { SharedCurrencyAmount } from '../cells/row-currency.ts';
import type { UnitNames } from '../cells/units.ts';
import type { MappedColumn, UnknownUnitCells } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { Watch } from '../sheet/watch.ts';
import type { AheadDays } from './ahead-days.ts';
import type { LeaningCells } from './leaning.ts';

export interface RecordsInput {
  readonly sheet: SourceSheet;
  readonly table: number;
  readonly region: Region;
  readonly ledger: Ledger | null;
  readonly columns: readonly MappedColumn[];
  readonly year: number | null;
  /** the last month that the sheet's cumulative figures cover, where it says so */
  readonly until: string | null;
  readonly units: UnitNames;
  readonly watch: Watch;
}

/** A record while its cells are read. */
export interface RowDraft {
  readonly table: number;
  readonly row: number;
  readonly values: PlannedValues;
  approximate: readonly string[];
  extra: Readonly<Record<string, string>>;
  credits: PlannedRecord['credits'];
  arrivals: readonly PlannedArrival[];
  begins: Value;
  erases: readonly string[];
}

/** What the cells of all rows of a table share. */
export interface RowScene {
  readonly issues: Issue[];
  readonly unknownUnits: Map<string, UnknownUnitCells>;
  readonly waiting: Set<string>;
  readonly measureless: Set<number>;
  /** by column of choices, the words that are none of them */
  readonly unread: Map<number, Set<string>>;
  /** by column of no field, how many cells hold an error or a formula without a result */
  readonly unreadExtra: Map<number, number>;
  /** of the row at hand, the first of each run in one currency */
  readonly amounts: SharedCurrencyAmount[];
  readonly leaning: LeaningCells;
  readonly ahead: AheadDays;
  readonly until: string | null;
  readonly year: number | null;
  readonly units: UnitNames;
  readonly ledger: Ledger | null;
  /** columns whose words may say how several units share a record */
  readonly shareWords: readonly number[];
}

/** Most rows have none of these: they share the empty ones. */
const [NO_CODES, NO_EXTRA, NO_ARRIVALS]: readonly [
  readonly string[],
  RowDraft['extra'],
  readonly PlannedArrival[],
] = [[], {}, []];

/** @param at its place among the rows of data */
export const emptyRow = (
  table: number,
  row: number,
  at: number,
  empty: Readonly<Record<string, Value>>,
  kept: TableFigures,
): RowDraft => ({
  table,
  row: row + 1,
  values: new PlannedValues(empty, kept, at),
  approximate: NO_CODES,
  extra: NO_EXTRA,
  credits: null,
  arrivals: NO_ARRIVALS,
  begins: null,
  erases: NO_CODES,
});
