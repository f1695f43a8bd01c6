/**
 * Writing what a judged package brings: rows that came, fields that were taken, rows that went, and
 * what both sides know of them from here on.
 */
import {
  carriedRow,
  isCarried,
  tableForm,
  type CarriedTable,
} from '../../data/exchange/table-forms.ts';
import { keepShare, shareByGid, type KeptShare } from '../../data/exchange/shared-rows.ts';
import type { SqlValue } from '../../data/rows.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import type { RowMerge } from '../../domain/exchange/merge-rows.ts';
import { isDefinition } from './gather.ts';
import type { JudgedPackage } from './judge.ts';
import { naturalColumns, NotYetThere, storedColumns, type GidFinding } from './travel.ts';

export interface ApplyScope {
  readonly circle: string;
  /** the lower office that the rows are exchanged with; null in its own book */
  readonly unit: number | null;
}
/** What a row was and is, for whoever has more to write because of it. */
export interface AppliedRow {
  readonly table: CarriedTable;
  readonly id: number;
  readonly merge: RowMerge;
}

/**
 * Rows that name one which comes later wait for it. @throws Fault package.damaged where it never
 * comes
 */
export function applyPackage(
  writing: Writing,
  judged: JudgedPackage,
  scope: ApplyScope,
): readonly AppliedRow[] {
  const ids = new Map<string, number>();
  const finding: GidFinding = {
    idOf: (table, gid) => ids.get(gid) ?? judged.finding.idOf(table, gid),
  };
  const applied: AppliedRow[] = [];
  let waiting = [...judged.rows];
  while (waiting.length > 0) {
    const later: RowMerge[] = [];
    let missing = '';
    for (const one of waiting) {
      try {
        const id = applyRow(writing, judged, one, finding, scope);
        if (id === null) continue;
        ids.set(one.row.gid, id);
        if (isCarried(one.table)) applied.push({ table: one.table, id, merge: one });
      } catch (error) {
        if (!(error instanceof NotYetThere)) throw error;
        missing = error.message;
        later.push(one);
      }
    }
    if (later.length === waiting.length)
      throw new Fault('package.damaged', { file: '', why: missing });
    waiting = later;
  }
  return applied;
}

/** Answers the row's number; null where nothing of it is or was here. */
function applyRow(
  writing: Writing,
  judged: JudgedPackage,
  one: RowMerge,
  finding: GidFinding,
  scope: ApplyScope,
): number | null {
  const { table, merged } = one;
  if (!isCarried(table)) return null;
  const here = judged.found.get(one.row.gid) ?? null;
  const id = writtenRow(writing, table, one, here?.row === undefined ? null : here, finding);
  if (id === null) return null;
  const before = shareByGid(writing.db, scope.circle, one.row.gid);
  const unit = isDefinition(table) ? null : (before?.unit ?? scope.unit);
  keepShare(
    writing,
    scope.circle,
    { table, rowId: id, unit, row: merged.row } satisfies Omit<KeptShare, 'id'>,
    before,
  );
  return id;
}

function writtenRow(
  writing: Writing,
  table: CarriedTable,
  { row, merged }: RowMerge,
  here: { readonly id: number; readonly row: unknown } | null,
  finding: GidFinding,
): number | null {
  const form = tableForm(writing.db, table);
  const columns = (): Record<string, SqlValue> => {
    const present = here === null ? null : carriedRow(writing.db, form, here.id);
    const approximate = present?.['approximate'];
    const taken = Object.fromEntries(
      merged.taken.map((field) => [field, merged.row.fields[field]?.value ?? null]),
    );
    return storedColumns(
      form,
      taken,
      typeof approximate === 'string' ? approximate : null,
      finding,
    );
  };
  const isEmptied = merged.becomes === 'changed' && here !== null && here.row === null;
  if (merged.becomes === 'created' || isEmptied) {
    const at = form.natural === null ? {} : naturalColumns(form, row.gid, finding);
    if (at === null) throw new NotYetThere(table, row.gid);
    // a figure that was emptied here comes back under its own number
    return writing.insert(table, { ...columns(), ...at, ...(isEmptied ? { id: here.id } : {}) });
  }
  if (here === null) return null;
  if (merged.becomes === 'removed') {
    // what hangs on a record goes with it
    if (carriedRow(writing.db, form, here.id) !== null) writing.remove(table, here.id);
    return here.id;
  }
  if (merged.becomes === 'changed') writing.update(table, here.id, columns());
  return here.id;
}
