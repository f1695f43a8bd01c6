/** Takes a whole change back from its audit rows, in reverse; refuses where something later rests on it. */
import { beginWriting, type AuditedTable, type SqlRow, type Writing } from './write.ts';
import type { Reader, Writer } from './open.ts';

export interface AuditRow {
  readonly id: number;
  readonly table: AuditedTable;
  readonly row_id: number;
  readonly operation: 'created' | 'changed' | 'removed';
  readonly before: string | null;
  readonly after: string | null;
}

export function auditOf(db: Reader, change: number): readonly AuditRow[] {
  return db.prepare('SELECT id, "table", row_id, operation, before, after FROM audit WHERE change_id = ? ORDER BY id DESC').all(change) as AuditRow[];
}

/** Rows that `change` wrote and a later change, still in force, wrote again. */
export function touchedLater(db: Reader, change: number): readonly { table: AuditedTable; row_id: number }[] {
  return db
    .prepare(
      `SELECT DISTINCT mine."table", mine.row_id FROM audit mine
       JOIN audit later ON later."table" = mine."table" AND later.row_id = mine.row_id AND later.id > mine.id
       JOIN change c ON c.id = later.change_id
       WHERE mine.change_id = ? AND later.change_id <> mine.change_id AND c.undone_by IS NULL AND c.undoes IS NULL LIMIT 20`,
    )
    .all(change) as { table: AuditedTable; row_id: number }[];
}

/** Projects that hang on rows created by `change` although another change, still in force, added to them. */
export function hangingLater(db: Reader, change: number): readonly number[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT a.row_id AS id FROM audit a
       JOIN (SELECT project_id, id, 'arrival' AS t FROM arrival UNION ALL SELECT project_id, id, 'credit' FROM credit UNION ALL SELECT project_id, id, 'stage_event' FROM stage_event) d ON d.project_id = a.row_id
       JOIN audit made ON made."table" = d.t AND made.row_id = d.id AND made.operation = 'created'
       JOIN change c ON c.id = made.change_id
       WHERE a.change_id = ? AND a."table" = 'project' AND a.operation = 'created' AND made.change_id <> a.change_id AND c.undone_by IS NULL AND c.undoes IS NULL LIMIT 20`,
    )
    .all(change) as { id: number }[];
  return rows.map((row) => row.id);
}

/** Records outside `change` that name a unit which it made; the unit cannot go while they do. */
export function usingLater(db: Reader, change: number): readonly { table: AuditedTable; row_id: number }[] {
  return db
    .prepare(
      `WITH made AS (SELECT row_id AS id FROM audit WHERE change_id = :change AND "table" = 'unit' AND operation = 'created'),
            own AS (SELECT "table" AS t, row_id AS id FROM audit WHERE change_id = :change AND operation = 'created')
       SELECT 'project' AS "table", id AS row_id FROM project WHERE (introducer IN made OR responsible_unit IN made OR id IN (SELECT project_id FROM credit WHERE unit_id IN made)) AND id NOT IN (SELECT id FROM own WHERE t = 'project')
       UNION ALL SELECT 'person', id FROM person WHERE unit IN made AND id NOT IN (SELECT id FROM own WHERE t = 'person')
       UNION ALL SELECT 'unit', id FROM unit WHERE parent_id IN made AND id NOT IN (SELECT id FROM own WHERE t = 'unit') LIMIT 20`,
    )
    .all({ change }) as { table: AuditedTable; row_id: number }[];
}

/** Reverses every row of `change`; answers the new change that did so. */
export function reverse(db: Writer, change: number, by: { readonly at: string; readonly who: string; readonly label: string }): Writing {
  const writing = beginWriting(db, { ...by, undoes: change });
  for (const row of auditOf(db, change)) reverseRow(writing, row);
  const done = db.prepare('UPDATE change SET undone_by = ? WHERE id = ? AND undone_by IS NULL').run(writing.change, change);
  if (done.changes !== 1) throw new RangeError(`change ${change} was undone already`);
  return writing;
}

function reverseRow(writing: Writing, row: AuditRow): void {
  const before = row.before === null ? null : (JSON.parse(row.before) as SqlRow);
  switch (row.operation) {
    case 'created':
      writing.remove(row.table, row.row_id);
      return;
    case 'changed':
      if (before !== null) writing.update(row.table, row.row_id, before);
      return;
    case 'removed':
      // the row comes back under its own id; sums kept by triggers follow from the rows that come back after it
      if (before !== null) writing.insert(row.table, before);
      return;
  }
}
