/** Ctrl+Z and Ctrl+Y over everything that was written: the newest change in force is taken back, or brought back. */
import { auditOf, hangingLater, reverse, touchedLater, usingLater } from '../data/undo.ts';
import type { Reader } from '../data/open.ts';
import { transaction } from '../data/open.ts';
import { Fault } from '../domain/fault.ts';
import { now, type Area, type Book } from './book.ts';

interface ChangeRow {
  readonly id: number;
  readonly label: string;
}
const EVERYTHING: readonly Area[] = ['project', 'arrival', 'unit', 'person', 'imports'];
/** The first start is the book itself: it is thrown away by its own button, not by Ctrl+Z. */
const FIRST = 1;

export function undo(book: Book): { records: number; label: string } {
  const last = book.db.prepare('SELECT id, label FROM change WHERE undoes IS NULL AND undone_by IS NULL AND id > ? ORDER BY id DESC LIMIT 1').get(FIRST) as ChangeRow | undefined;
  if (last === undefined) throw new Fault('undo.nothing', {});
  return { records: takeBack(book, last.id), label: last.label };
}

export function redo(book: Book): { records: number; label: string } {
  const last = book.db
    .prepare(
      `SELECT undoing.id, undone.label FROM change undoing JOIN change undone ON undone.id = undoing.undoes
       WHERE undoing.undone_by IS NULL AND undone.undone_by = undoing.id AND undone.undoes IS NULL
         AND NOT EXISTS (SELECT 1 FROM change later WHERE later.undoes IS NULL AND later.id > undoing.id)
       ORDER BY undoing.id DESC LIMIT 1`,
    )
    .get() as ChangeRow | undefined;
  if (last === undefined) throw new Fault('undo.nothing', {});
  const records = transaction(book.db, (tx) => {
    const count = recordsOf(tx, last.id);
    reverse(tx, last.id, { at: now(book), who: book.who, label: `恢复：${last.label}` });
    tx.prepare('UPDATE change SET undone_by = NULL WHERE undone_by = ?').run(last.id);
    return count;
  });
  book.changed(EVERYTHING);
  return { records, label: last.label };
}

/** Takes back one change, whichever; answers how many records it had touched. @throws Fault undo.changedLater */
export function takeBack(book: Book, change: number): number {
  const records = transaction(book.db, (tx) => {
    const [later] = [...touchedLater(tx, change), ...usingLater(tx, change)];
    if (later !== undefined) throw new Fault('undo.changedLater', { record: nameOf(tx, later.table, later.row_id) });
    const [hanging] = hangingLater(tx, change);
    if (hanging !== undefined) throw new Fault('undo.changedLater', { record: nameOf(tx, 'project', hanging) });
    const count = recordsOf(tx, change);
    reverse(tx, change, { at: now(book), who: book.who, label: '撤销' });
    return count;
  });
  book.changed(EVERYTHING);
  return records;
}

/** Names of records that a later change rests on; at most 20. */
export function blockers(db: Reader, change: number): readonly string[] {
  const names = [...[...touchedLater(db, change), ...usingLater(db, change)].map((row) => nameOf(db, row.table, row.row_id)), ...hangingLater(db, change).map((id) => nameOf(db, 'project', id))];
  return [...new Set(names)];
}

const RECORD_TABLES: ReadonlySet<string> = new Set(['project', 'unit', 'person']);
const recordsOf = (db: Reader, change: number): number => new Set(auditOf(db, change).filter((row) => RECORD_TABLES.has(row.table)).map((row) => `${row.table} ${row.row_id}`)).size;

function nameOf(db: Reader, table: string, id: number): string {
  const owner = table === 'stage_event' || table === 'credit' || table === 'arrival' ? 'project' : table;
  const key = owner === table ? id : (db.prepare(`SELECT project_id FROM ${table} WHERE id = ?`).pluck().get(id) as number | undefined);
  if (owner === 'origin' || key === undefined) return `${id}`;
  return (db.prepare(`SELECT name FROM ${owner} WHERE id = ?`).pluck().get(key) as string | undefined) ?? `${id}`;
}
