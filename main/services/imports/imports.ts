/**
 * Committing an import in one transaction, finding existing records for its plan, listing and
 * undoing past imports.
 */
import type { PastImport } from '../../../preload/contract/imports.ts';
import {
  importById,
  insertImport,
  insertImportTable,
  insertLeftOut,
  insertProfile,
  leftOutSince,
  newestImports,
} from '../../data/imports/imports.ts';
import { putProjectYear } from '../../data/projects/project-years.ts';
import { recordOrigins } from '../../data/records/history.ts';
import { addUnit, allUnits } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { command, now, type Area, type Book } from '../book/book.ts';
import { changeRecord, createAll } from './import-records.ts';
import { withoutPastYear, yearGates, yearOfProjects, type YearGate } from './project-year.ts';
import { ledgerNamed } from '../records/query.ts';
import { placeUnder, type UnderUnit } from '../units/units.ts';
import { undoBlockers, takeBackChange } from '../records/undo.ts';
import type { ImportPlan, PlannedRecord } from './import-plan.ts';

/**
 * Writes the whole plan or nothing. Answers the import's id. `step` hears how many records are
 * written of all; what it throws takes everything back.
 */
export function commitImport(
  book: Book,
  plan: ImportPlan,
  step: (done: number, total: number) => void = () => undefined,
): number {
  const ledger = ledgerNamed(plan.ledger, book.db);
  const areas: readonly Area[] = ['imports', ledger.code as Area, 'unit', 'arrival'];
  return command(book, `导入“${plan.file}”`, areas, (writing) => {
    for (const unit of plan.units) addUnit(writing, unit);
    const units = new Map(allUnits(writing.db).map((unit) => [unit.name, unit.id]));
    const importId = recordImport(
      writing,
      { ...plan, created: plan.creates.length, changed: plan.changes.length },
      now(book),
    );
    const yearOf = ({ table }: PlannedRecord): number | null => plan.tables[table]?.year ?? null;
    const years = plan.tables.map(({ year }) => year ?? null);
    const gates =
      ledger.code === 'project' ? yearGates(writing, years) : new Map<number, YearGate>();
    const year = gates.size === 0 ? null : yearOfProjects(writing.db);
    const isPast = (record: PlannedRecord): boolean => {
      const own = yearOf(record);
      return own !== null && year !== null && own < year;
    };
    const total = plan.creates.length + plan.changes.length;
    const under = new UnitsUnder();
    let done = 0;
    const next = (): void => void (done++ % ROWS_A_STEP === 0 && step(done, total));
    recordOrigins(writing.db, { ledger: ledger.code, import: importId }, (note) => {
      const created = (record: PlannedRecord, id: number): void => {
        next();
        under.take(ledger, record, id);
        note(id, record.table, record.row);
      };
      const [past, present] = [
        plan.creates.filter(isPast),
        plan.creates.filter((one) => !isPast(one)),
      ];
      createAll(book.rules, writing, ledger, present, units, created);
      const kept = new Map(past.map(withoutPastYear).map((one) => [one.record, one.past]));
      createAll(book.rules, writing, ledger, [...kept.keys()], units, (record, id) => {
        putProjectYear(writing, id, yearOf(record) ?? 0, kept.get(record) ?? {});
        created(record, id);
      });
      for (const { id, record } of plan.changes) {
        next();
        under.take(ledger, record, id);
        changeRecord(book.rules, writing, ledger, id, record, units, {
          gate: gates.get(yearOf(record) ?? 0) ?? null,
          told: plan.told,
        });
        note(id, record.table, record.row);
      }
    });
    placeUnder(writing, under.list);
    return importId;
  });
}

/** Which of the units that come in stand under which. */
class UnitsUnder {
  readonly list: UnderUnit[] = [];
  take(ledger: Ledger, { values }: PlannedRecord, id: number): void {
    const parent = ledger.code === 'unit' ? values.get('parent') : null;
    if (parent !== null) this.list.push({ id, parent });
  }
}

const ROWS_A_STEP = 256;

/** What is kept of an import beside its rows. */
export type ImportNote = Pick<
  ImportPlan,
  'file' | 'ledger' | 'tables' | 'leftOut' | 'unchanged' | 'rejected' | 'profiles'
> & { readonly created: number; readonly changed: number };

/** Notes an import with its tables and what was confirmed of their headers; answers its id. */
export function recordImport(writing: Writing, plan: ImportNote, at: string): number {
  const { db, change } = writing;
  const { file, ledger, created, changed, unchanged, rejected } = plan;
  const id = insertImport(db, { file, at, ledger, created, changed, unchanged, rejected, change });
  for (const [number, table] of plan.tables.entries())
    insertImportTable(db, id, number, {
      ...table,
      year: table.year ?? null,
      month: table.month ?? null,
      sender: table.sender ?? null,
      columns: JSON.stringify(table.columns),
    });
  for (const [number, one] of (plan.leftOut ?? []).entries()) insertLeftOut(db, id, number, one);
  for (const profile of plan.profiles)
    insertProfile(writing, id, { ...profile, ledger, usedAt: at });
  return id;
}

/** The list shows no more. */
const SHOWN = 200;

/** Newest first. */
export function listImports(book: Book): readonly PastImport[] {
  const rows = newestImports(book.db, SHOWN);
  const first = rows.at(-1)?.id ?? 0;
  const leftOut = Map.groupBy(leftOutSince(book.db, first), (one) => one.import);
  return rows.map((row) => ({
    id: row.id,
    file: row.file,
    at: row.at,
    ledger: row.ledger,
    new: row.created,
    changed: row.changed,
    rejected: row.rejected,
    leftOut: (leftOut.get(row.id) ?? []).map(({ place, message }) => `${place}：${message}`),
    undone: row.undone,
  }));
}

/**
 * Takes back exactly that import. @throws Fault import.changedLater naming what was changed since
 */
export function undoImportOf(book: Book, id: number): number {
  const row = importById(book.db, id);
  if (row === null) throw new Fault('import.missing', { id });
  if (row.undone) throw new Fault('import.undone', { id });
  const later = undoBlockers(book.db, row.change);
  if (later.length > 0) throw new Fault('import.changedLater', { id, records: later.join('、') });
  return takeBackChange(book, row.change);
}
