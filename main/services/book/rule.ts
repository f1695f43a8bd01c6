/**
 * The shape of what one ledger does beside writing its columns, and how the book is handed the
 * rules of all.
 */
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';

export type Stored = Readonly<Record<string, SqlValue>>;
export type Patch = Record<string, SqlValue>;
export interface LedgerRule {
  /** inserts a row where that is more than its columns; answers its id */
  readonly insert?: (writing: Writing, row: Patch) => number;
  /** fills in, before a new row is inserted, what follows from its other values */
  readonly complete?: (row: Patch, ledger: Ledger) => void;
  /** writes what hangs on a row just inserted */
  readonly created?: (writing: Writing, ledger: Ledger, id: number, row: Stored) => void;
  /** adjusts what is about to be written to a row, and writes what hangs on it */
  readonly edited?: (
    writing: Writing,
    ledger: Ledger,
    id: number,
    before: Stored,
    patch: Patch,
  ) => void;
  /**
   * refuses what somebody typed, before it is written; the id is null for a new row. @throws Fault
   * value.refused
   */
  readonly check?: (db: Reader, ledger: Ledger, id: number | null, patch: Stored) => void;
  /** refuses, before a row is removed */
  readonly removing?: (writing: Writing, id: number, before: Stored) => void;
}

/** The rule of any ledger; an empty one where it only writes its columns. */
export type RecordRules = (ledger: Ledger) => LedgerRule;
