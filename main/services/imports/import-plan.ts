/**
 * What an import wants written: records with their figures, arrivals and credits, units to make
 * first.
 */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import type { UnitKind } from '../../domain/ledgers/unit.ts';
import type { PlannedValues } from './planned-values.ts';

/** One record as the plan wants it written; units by name. */
export interface PlannedRecord {
  /** which table of the file (index into `tables`), and its 1-based row */
  readonly table: number;
  readonly row: number;
  readonly values: PlannedValues;
  readonly approximate: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
  /** null leaves the credits as they are */
  readonly credits: readonly { readonly unit: string; readonly percent: string }[] | null;
  readonly arrivals: readonly PlannedArrival[];
  /** the state in which it begins where it is new and its own cells for that were not read */
  readonly begins?: Value;
  /** fields that the row says to empty */
  readonly erases?: readonly string[];
  /**
   * a list of a later time has told of the record already: its stage is history, not how it stands
   */
  readonly isOlder?: boolean;
  /** the record of another ledger that it hangs on: an arrival's project */
  readonly under?: number;
}
export interface PlannedArrival {
  /** null: a cumulative figure whose months are unknown */
  readonly date: string | null;
  /** 元 */
  readonly amount: string;
  readonly currency: string;
  readonly basis: 'month' | 'balance';
  /** of a balance: the last month (or year) that it covers, where the sheet says one */
  readonly until: string | null;
}
/** A table of a file: of which time it is, and who sent it, where that is told. */
export interface PlannedTable {
  readonly file: string;
  readonly sheet: string;
  readonly year?: number | null;
  readonly month?: number | null;
  readonly sender?: string | null;
}
/** What of a file does not come in, and where it stands: 报表.xlsx Sheet1!D5. */
export interface PlannedLeftOut {
  readonly place: string;
  readonly message: string;
}
export interface ImportPlan {
  readonly file: string;
  readonly ledger: string;
  readonly tables: readonly (PlannedTable & {
    readonly columns: Readonly<Record<string, string>>;
  })[];
  /** absent: nothing was left out */
  readonly leftOut?: readonly PlannedLeftOut[];
  /** units to make first */
  readonly units: readonly { readonly name: string; readonly kind: UnitKind }[];
  readonly creates: readonly PlannedRecord[];
  /** values of a change hold only the fields that differ */
  readonly changes: readonly { readonly id: number; readonly record: PlannedRecord }[];
  readonly unchanged: number;
  readonly rejected: number;
  /** as of when the file's tables tell what they say; null where none says, or they differ */
  readonly told: string | null;
  /** what was confirmed for each shape of header, to be remembered */
  readonly profiles: readonly {
    readonly shape: string;
    readonly name: string;
    readonly answers: readonly ImportAnswer[];
  }[];
}
