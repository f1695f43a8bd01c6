/** The figures of target tables and matrices that are taken, each with where it stands: what the targets' service is handed. */
import type { Fact } from './mapped.ts';
import type { FileTable, Plan } from './plan.ts';

export interface FileFact extends Fact {
  readonly file: string;
  readonly sheet: string;
  /** its table's place among those of the import */
  readonly table: number;
}

/** Of all tables, without the rows that wait or are skipped. */
export function factsOf(tables: readonly FileTable[], { doubts }: Plan): readonly FileFact[] {
  return tables.flatMap(({ file, number, table }) => {
    const asked = new Set(doubts.get(table)?.map(({ row }) => row));
    return table.facts.filter(({ row }) => !table.rejected.has(row) && !table.skipped.has(row) && !asked.has(row)).map((fact): FileFact => ({ ...fact, file, sheet: table.sheet.name, table: number }));
  });
}
