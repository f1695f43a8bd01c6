/**
 * What planning tells beside the changes: how many rows of each file become what, and the questions
 * that only the other files or the ledger raise.
 */
import type { Issue, PlanCounts } from '../../../preload/contract/imports.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import { placedIssue } from '../sheet/issue.ts';
import { keptColumns, type MappedTable } from '../sheet/mapped.ts';
import type { FileTable } from './file-plan.ts';

type Counts = { -readonly [K in keyof PlanCounts]: PlanCounts[K] };
const none = (): Counts => ({ new: 0, changed: 0, unchanged: 0, rejected: 0, skipped: 0 });

export class PlanTally {
  readonly doubts = new Map<MappedTable, Issue[]>();
  readonly counts = new Map<string, Counts>();
  private readonly columns: ReadonlyMap<MappedTable, ReadonlyMap<string, string>>;

  constructor(tables: readonly FileTable[]) {
    this.columns = new Map(tables.map(({ table }) => [table, cellsOf(table)]));
  }

  /** The letters of a table's columns, by field or, of arrivals, by month. */
  cells(table: MappedTable): ReadonlyMap<string, string> {
    return this.columns.get(table) ?? new Map();
  }

  /** @param field the field whose cell it stands at */
  doubt(
    { table }: FileTable,
    record: PlannedRecord,
    code: string,
    message: string,
    field: string,
  ): void {
    this.tell(table, record, 'question', code, message, field);
  }

  note(
    { table }: FileTable,
    record: PlannedRecord,
    code: string,
    message: string,
    field: string,
  ): void {
    this.tell(table, record, 'warning', code, message, field);
  }

  add(table: MappedTable, issues: readonly Issue[]): void {
    if (issues.length === 0) return;
    const list = this.doubts.get(table) ?? [];
    for (const issue of issues) list.push(issue);
    this.doubts.set(table, list);
  }

  private tell(
    table: MappedTable,
    record: PlannedRecord,
    level: Issue['level'],
    code: string,
    message: string,
    field: string,
  ): void {
    const column =
      table.columns.find((one) => one.field?.code === field && one.use === 'field')?.index ?? null;
    this.add(table, [placedIssue(record.row - 1, column, level, code, message)]);
  }

  countsOf(file: string): Counts {
    const known = this.counts.get(file);
    if (known !== undefined) return known;
    const counts = none();
    this.counts.set(file, counts);
    return counts;
  }

  /** Of all files together. */
  sum(): PlanCounts {
    const counts = none();
    for (const one of this.counts.values())
      for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += one[key];
    return counts;
  }
}

const cellsOf = (table: MappedTable): ReadonlyMap<string, string> =>
  new Map(Object.entries(keptColumns(table)));
