/**
 * What recognition makes of a table, between the sheet and the plan. Rows and columns are 0-based
 * until they are reported.
 */
import type { Issue, SheetTotal } from '../../../preload/contract/imports.ts';
import type { FactPart, TableFact } from '../../domain/targets/fact.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { Measure } from '../../domain/exact/measure.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { Headed } from './continuation.ts';
import type { Figures } from './column-figures.ts';
import type { SheetPeriod } from './period.ts';
import type { Region } from './region.ts';
import type { SourceSheet } from './sheet.ts';

export interface MappedColumn {
  readonly index: number;
  readonly path: readonly string[];
  readonly field: Field | null;
  /** of months that run across: "2012-03", or "?-03" while nothing says the year */
  readonly month: string | null;
  readonly measure: Measure | null;
  readonly confidence: number;
  readonly reason: string;
  readonly use: 'field' | 'check' | 'extra' | 'ignore';
  /** what its head nearly says: asked about, and kept beside the record until somebody tells */
  readonly near?: string;
  /** of a matrix or a target table */
  readonly role?: 'unit' | 'indicator' | 'measure' | 'figure' | 'total' | 'other';
  readonly indicator?: string | null;
  readonly part?: FactPart;
}

/** What is known of a column's values, from a look at some of them. */
export interface Evidence {
  readonly filled: number;
  readonly numbers: number;
  readonly dates: number;
  readonly phones: number;
  /** cells that say a project's stage and nothing else */
  readonly stages: number;
}

export interface MappedTable {
  readonly sheet: SourceSheet;
  /** place among the tables of the whole file */
  readonly number: number;
  /** place among the tables of its sheet */
  readonly place: number;
  readonly region: Region;
  /** whose header it goes on under; null where it has its own */
  readonly head: Headed | null;
  readonly kind: 'ledger' | 'matrix' | 'targets' | 'unknown';
  readonly ledger: Ledger | null;
  readonly period: SheetPeriod | null;
  readonly columns: readonly MappedColumn[];
  readonly records: readonly PlannedRecord[];
  /** of targets and matrices, whose rows are no records */
  readonly facts: readonly TableFact[];
  readonly figures: ReadonlyMap<number, Figures>;
  readonly issues: readonly Issue[];
  readonly totals: readonly SheetTotal[];
  readonly unknownUnits: ReadonlyMap<string, UnknownUnitCells>;
  /** 1-based rows that an error or a question takes out, and those the user skipped */
  readonly rejected: ReadonlySet<number>;
  /** single figures that wait on rows which come in without them, "12 D" */
  readonly held: ReadonlySet<string>;
  readonly skipped: ReadonlySet<number>;
}

export interface UnknownUnitCells {
  readonly rows: number[];
  readonly like: string | null;
}

/** Which column fills which field, or which month: as an import keeps it. */
export const keptColumns = ({
  columns,
}: Pick<MappedTable, 'columns'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.flatMap((column) =>
      column.field !== null && column.use === 'field'
        ? [[column.month ?? column.field.code, columnName(column.index)]]
        : [],
    ),
  );
