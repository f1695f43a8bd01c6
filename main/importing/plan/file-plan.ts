/**
 * What an import would do: the tables that it reads, the answers to single rows, and what of the
 * ledger changes.
 */
import type {
  DraftRowName,
  Issue,
  NearRecord,
  PlanCounts,
  PlannedChange,
} from '../../../preload/contract/imports.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { MappedTable } from '../sheet/mapped.ts';

/** A table of one of the draft's files; `number` is its place among the tables of all of them. */
export interface FileTable {
  readonly file: string;
  readonly number: number;
  readonly table: MappedTable;
  /**
   * one of several files, and nothing tells whose: its figures of no unit are not taken for the
   * whole county's
   */
  readonly isNobodys: boolean;
}
/** What the user said of single rows: which record a row means, and that a doubt is none. */
export interface RowAnswers {
  /** a record's id; null: a record of its own; undefined: not asked yet */
  recordOf(name: DraftRowName): number | null | undefined;
  accepted(name: DraftRowName, column: string | null): boolean;
}
export interface FilePlan {
  readonly creates: readonly PlannedRecord[];
  readonly changes: readonly { readonly id: number; readonly record: PlannedRecord }[];
  readonly shown: readonly PlannedChange[];
  readonly counts: PlanCounts;
  readonly near: readonly NearRecord[];
  readonly countsOf: ReadonlyMap<string, PlanCounts>;
  /** questions that only the other files or the ledger raise, by table; their rows are rejected */
  readonly doubts: ReadonlyMap<MappedTable, readonly Issue[]>;
  /** single figures that wait on rows which come in without them, by table: "12 D" */
  readonly held: ReadonlyMap<MappedTable, ReadonlySet<string>>;
}

export const nameOfRow = ({ file, table }: FileTable, row: number): DraftRowName => ({
  file,
  sheet: table.sheet.name,
  row,
});
