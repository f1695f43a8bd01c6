/**
 * The same record in two tables or files of an import: one of the rows is asked about, and of
 * several months or years of one file the latest counts.
 */
import type { DraftRowName } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { identityKey } from '../../domain/ledgers/identity.ts';
import { bareName } from '../../domain/read/near-name.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import { nameOfRow, type FileTable, type RowAnswers } from './file-plan.ts';
import { placedIssue } from '../sheet/issue.ts';
import { monthOfHeader } from '../sheet/words.ts';
import type { PlanTally } from './tally.ts';

/**
 * What a row is that another of the files has already: asked about, or told of as of an earlier
 * list.
 */
export type Repeated = 'asked' | 'earlier';

export class RepeatedRows {
  private readonly seen = new Map<
    string,
    { readonly here: DraftRowName; readonly from: FileTable }
  >();
  private readonly earlier = new Map<FileTable, { rows: number; readonly later: FileTable }>();
  private readonly answers: RowAnswers;
  private readonly tally: PlanTally;

  constructor(answers: RowAnswers, tally: PlanTally) {
    [this.answers, this.tally] = [answers, tally];
  }

  /** Within one table the table's own check asks. */
  of(from: FileTable, ledger: Ledger, record: PlannedRecord): Repeated | null {
    const key = identityKey(ledger, record.values);
    if (key === null) return null;
    const here = nameOfRow(from, record.row);
    const name = `name ${bareName(record.values.get(ledger.nameField) ?? '')}`;
    const found =
      this.seen.get(key) ?? (ledger.code === 'project' ? this.seen.get(name) : undefined);
    if (found === undefined) for (const one of [key, name]) this.seen.set(one, { here, from });
    if (found === undefined || found.from === from) return null;
    if (this.answers.accepted(here, this.tally.cells(from.table).get(ledger.nameField) ?? null))
      return null;
    if (found.from.file === from.file && timeOf(from) < timeOf(found.from)) {
      const known = this.earlier.get(from) ?? { rows: 0, later: found.from };
      known.rows += 1;
      this.earlier.set(from, known);
      return 'earlier';
    }
    const first = found.here;
    const place =
      first.file === here.file
        ? `“${first.sheet}”第${first.row}行`
        : `“${first.file}”第${first.row}行`;
    this.tally.doubt(
      from,
      record,
      'record.duplicate',
      this.seen.has(key)
        ? `与${place}重复。留一行，跳过另一行？`
        : `${place}也有这个项目，单位不同。是同一个就留一行，跳过另一行；是两个就确认。`,
      ledger.nameField,
    );
    return 'asked';
  }

  /** Said once of each earlier list whose rows a later one of the same file has. */
  tell(): void {
    for (const [from, { rows, later }] of this.earlier)
      this.tally.add(from.table, [
        placedIssue(
          -1,
          null,
          'warning',
          'table.earlier',
          `这张表比${placeOf(from, later)}早，${rows}行那里也有，以那里的为准，这里的没有导入。`,
        ),
      ]);
  }
}

const placeOf = (from: FileTable, later: FileTable): string =>
  later.table.sheet === from.table.sheet
    ? `第${later.table.region.headerRows[0] + 1}行起的表`
    : `“${later.table.sheet.name}”`;

/** Months of sheets that tell no year lie before all that do. */
export const timeOf = ({ table }: FileTable): number =>
  table.period === null
    ? (monthOfHeader(table.sheet.name)?.month ?? 0) - 13
    : table.period.year * 13 + (table.period.month ?? 0);
