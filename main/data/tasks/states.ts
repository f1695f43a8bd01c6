/** The moves of state that hang on a record of a ledger with states. */
import { prepared, type Reader } from '../open.ts';

export interface StateRow {
  readonly state: string;
  readonly date: string | null;
  readonly who: string | null;
  readonly note: string | null;
  /** of an extension: the deadline that was, and the one that replaced it */
  readonly deadline_before: string | null;
  readonly deadline: string | null;
}

/** In the order in which they were written. */
export function statesOf(db: Reader, ledger: string, id: number): readonly StateRow[] {
  return prepared(
    db,
    'SELECT state, date, who, note, deadline_before, deadline FROM state_event WHERE ledger = ? AND record_id = ? ORDER BY id',
  ).all(ledger, id) as StateRow[];
}

/** The day of each record's newest move into one of `states`, by its id; null where the move has no day. */
export function movedOn(
  db: Reader,
  ledger: string,
  states: readonly string[],
): ReadonlyMap<number, string | null> {
  const rows = prepared(
    db,
    'SELECT record_id AS id, date FROM state_event WHERE ledger = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id',
  ).all(ledger, JSON.stringify(states)) as { id: number; date: string | null }[];
  return new Map(rows.map((row) => [row.id, row.date]));
}
