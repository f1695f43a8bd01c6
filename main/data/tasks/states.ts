/** The moves of state that hang on a record of a ledger with states. */
import type { DatedState } from '../../domain/tasks/deed-on.ts';
import type { Reader } from '../open.ts';
import { askEach, askRows, shape, type RowOf } from '../rows.ts';

const STATE = shape({
  state: 'text',
  date: 'text?',
  who: 'text?',
  note: 'text?',
  /** of an extension: the deadline that was, and the one that replaced it */
  deadline_before: 'text?',
  deadline: 'text?',
});
export type StateRow = RowOf<typeof STATE>;

/** In the order in which they were written. */
export function statesOf(db: Reader, ledger: string, id: number): readonly StateRow[] {
  return askRows(
    db,
    STATE,
    'SELECT state, date, who, note, deadline_before, deadline FROM state_event WHERE ledger = ? AND record_id = ? ORDER BY id',
    ledger,
    id,
  );
}

const MOVE = shape({ id: 'integer', date: 'text?' });
/**
 * The day of each record's newest move into one of `states`, by its id; null where the move has no
 * day.
 */
export function movedOn(
  db: Reader,
  ledger: string,
  states: readonly string[],
): ReadonlyMap<number, string | null> {
  const rows = askRows(
    db,
    MOVE,
    'SELECT record_id AS id, date FROM state_event WHERE ledger = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id',
    ledger,
    JSON.stringify(states),
  );
  return new Map(rows.map((row) => [row.id, row.date]));
}

const DATED = shape({ id: 'integer', state: 'text', date: 'text?', deadlineBefore: 'text?' });
/** Every record's moves in their order, by its id. */
export function stateMovesOf(
  db: Reader,
  ledger: string,
): ReadonlyMap<number, readonly DatedState[]> {
  const moves = new Map<number, DatedState[]>();
  const rows = askEach(
    db,
    DATED,
    'SELECT record_id AS id, state, date, deadline_before AS deadlineBefore FROM state_event WHERE ledger = ? ORDER BY record_id, id',
    ledger,
  );
  for (const { id, ...move } of rows) {
    const own = moves.get(id);
    if (own === undefined) moves.set(id, [move]);
    else own.push(move);
  }
  return moves;
}
