/** The same record in two tables or files of an import: one of the rows is asked about. */
import type { DraftRowName } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { identityKey } from '../../domain/ledgers/identity.ts';
import { bareName } from '../../domain/read/near-name.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import { nameOfRow, type FileTable, type RowAnswers } from './file-plan.ts';
import type { PlanTally } from './tally.ts';

export class RepeatedRows {
  private readonly seen = new Map<string, DraftRowName>();
  private readonly answers: RowAnswers;
  private readonly tally: PlanTally;

  constructor(answers: RowAnswers, tally: PlanTally) {
    [this.answers, this.tally] = [answers, tally];
  }

  /** Within one table the table's own check asks. */
  has(from: FileTable, ledger: Ledger, record: PlannedRecord): boolean {
    const key = identityKey(ledger, record.values);
    if (key === null) return false;
    const here = nameOfRow(from, record.row);
    const name = `name ${bareName(record.values.get(ledger.nameField) ?? '')}`;
    const first =
      this.seen.get(key) ?? (ledger.code === 'project' ? this.seen.get(name) : undefined);
    if (first === undefined) for (const one of [key, name]) this.seen.set(one, here);
    if (first === undefined || (first.file === here.file && first.sheet === here.sheet))
      return false;
    if (this.answers.accepted(here, this.tally.cells(from.table).get(ledger.nameField) ?? null))
      return false;
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
    return true;
  }
}
