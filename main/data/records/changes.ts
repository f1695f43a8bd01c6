/** The list of changes: what was done, when, by whom, and what took it back. */
import type { ChangeLine, ChangesAsked } from '../../domain/change-line.ts';
import { TABLES_OF_KIND } from '../audited-tables.ts';
import type { Reader, BookWriter } from '../open.ts';
import { askRow, askRows, askValue, askWhether, shape, writer, type RowOf } from '../rows.ts';

const LINE = shape({
  id: 'integer',
  at: 'text',
  who: 'text',
  label: 'text',
  undone: 'flag',
  undoing: 'flag',
});
const NAME = shape({ id: 'integer', label: 'text' });

/** Newest first; `since` and `until` are moments (ISO), the second one no more. */
export function changeLines(
  db: Reader,
  {
    before,
    limit,
    text,
    who = '',
    kind,
    since = '',
    until = '',
  }: Omit<ChangesAsked, 'from' | 'to'> & { readonly since?: string; readonly until?: string },
): readonly ChangeLine[] {
  return askRows(
    db,
    LINE,
    `SELECT id, at, who, label, undone_by IS NOT NULL AS undone, undoes IS NOT NULL AS undoing FROM change
     WHERE (:before = 0 OR id < :before) AND (:text = '' OR instr(label, :text) > 0 OR instr(who, :text) > 0)
       AND (:who = '' OR who = :who) AND at >= :since AND (:until = '' OR at < :until) AND ${kindWords(kind)} ORDER BY id DESC LIMIT :limit`,
    { before, limit, text, who, since, until },
  );
}

function kindWords(kind: ChangesAsked['kind']): string {
  if (kind === undefined) return 'TRUE';
  if (kind === 'import') return 'import_id IS NOT NULL';
  const tables = kind === 'records' ? Object.values(TABLES_OF_KIND).flat() : TABLES_OF_KIND[kind];
  const listed = `"table" ${kind === 'records' ? 'NOT IN' : 'IN'} (${tables.map((table) => `'${table}'`).join(', ')})`;
  return `EXISTS (SELECT 1 FROM audit WHERE change_id = change.id AND ${listed})`;
}

/** The newest change in force after `floor`; null where there is none. */
export const newestInForce = (db: Reader, floor: number): RowOf<typeof NAME> | null =>
  askRow(
    db,
    NAME,
    'SELECT id, label FROM change WHERE undoes IS NULL AND undone_by IS NULL AND id > ? ORDER BY id DESC LIMIT 1',
    floor,
  );

/**
 * The newest taking back since which nothing new was done, by the name of what it took back; null
 * where there is none.
 */
export const newestTakenBack = (db: Reader): RowOf<typeof NAME> | null =>
  askRow(
    db,
    NAME,
    `SELECT undoing.id, undone.label FROM change undoing JOIN change undone ON undone.id = undoing.undoes
     WHERE undoing.undone_by IS NULL AND undone.undone_by = undoing.id AND undone.undoes IS NULL
       AND NOT EXISTS (SELECT 1 FROM change later WHERE later.undoes IS NULL AND later.id > undoing.id)
     ORDER BY undoing.id DESC LIMIT 1`,
  );

/** What a change took back is in force again. */
export const putInForce = (db: BookWriter, undoing: number): void =>
  void writer(db, 'UPDATE change SET undone_by = NULL WHERE undone_by = ?').run(undoing);

/** Changes after `moment` are out of force by `by`; what they had taken back is in force again. */
export function markGoneBack(db: BookWriter, moment: number, by: number): void {
  writer(
    db,
    'UPDATE change SET undone_by = NULL WHERE id <= ? AND undone_by > ? AND undone_by < ?',
  ).run(moment, moment, by);
  writer(db, 'UPDATE change SET undone_by = ? WHERE id > ? AND id < ? AND undone_by IS NULL').run(
    by,
    moment,
    by,
  );
}

/** The same the other way round, when going back is itself taken back. */
export function unmarkGoneBack(db: BookWriter, by: number): void {
  writer(
    db,
    `UPDATE change SET undone_by = (SELECT later.id FROM change later WHERE later.undoes = change.id AND later.undone_by = :by)
     WHERE id IN (SELECT undoes FROM change WHERE undone_by = :by AND undoes IS NOT NULL)`,
  ).run({ by });
  putInForce(db, by);
}

/**
 * Changes that others may already have acted on: an import, a closed month, what was published,
 * issued, or sent to another office.
 */
export function isPublic(db: Reader, change: number): boolean {
  return askWhether(
    db,
    `SELECT EXISTS (SELECT 1 FROM change WHERE id = ? AND import_id IS NOT NULL)
             OR EXISTS (SELECT 1 FROM audit WHERE change_id = ? AND ("table" IN ('month_close', 'score_publication', 'parcel') OR "table" = 'target_version' AND operation = 'changed'))`,
    change,
    change,
  );
}

/** How many changes in force came after `floor`. */
export const changesAfter = (db: Reader, floor: number): number =>
  askValue(
    db,
    'integer',
    'SELECT count(*) FROM change WHERE undoes IS NULL AND undone_by IS NULL AND id > ?',
    floor,
  ) ?? 0;
