/** The list of changes: what was done, when, by whom, and what took it back. */
import type { ChangeLine } from '../../domain/change-line.ts';
import type { Reader } from '../open.ts';

/** Newest first, those before `before` (0: from the newest); `text` in what was done or by whom. */
export function changeLines(
  db: Reader,
  asked: { readonly before: number; readonly limit: number; readonly text: string },
): readonly ChangeLine[] {
  const rows = db
    .prepare(
      `SELECT id, at, who, label, undone_by IS NOT NULL, undoes IS NOT NULL FROM change
       WHERE (? = 0 OR id < ?) AND (? = '' OR instr(label, ?) > 0 OR instr(who, ?) > 0) ORDER BY id DESC LIMIT ?`,
    )
    .raw()
    .all(
      asked.before,
      asked.before,
      asked.text,
      asked.text,
      asked.text,
      asked.limit,
    ) as readonly (readonly [number, string, string, string, number, number])[];
  return rows.map(([id, at, who, label, undone, undoing]) => ({
    id,
    at,
    who,
    label,
    undone: undone === 1,
    undoing: undoing === 1,
  }));
}

/** The newest change in force after `floor`; null where there is none. */
export function newestInForce(
  db: Reader,
  floor: number,
): { readonly id: number; readonly label: string } | null {
  const row = db
    .prepare(
      'SELECT id, label FROM change WHERE undoes IS NULL AND undone_by IS NULL AND id > ? ORDER BY id DESC LIMIT 1',
    )
    .raw()
    .get(floor) as readonly [number, string] | undefined;
  return row === undefined ? null : { id: row[0], label: row[1] };
}

/** Changes that others may already have acted on: an import, a closed month, what was published or issued. */
export function isPublic(db: Reader, change: number): boolean {
  return (
    db
      .prepare(
        `SELECT EXISTS (SELECT 1 FROM change WHERE id = ? AND import_id IS NOT NULL)
             OR EXISTS (SELECT 1 FROM audit WHERE change_id = ? AND ("table" IN ('month_close', 'score_publication') OR "table" = 'target_version' AND operation = 'changed'))`,
      )
      .pluck()
      .get(change, change) === 1
  );
}
