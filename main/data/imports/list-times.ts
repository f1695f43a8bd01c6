/**
 * When the lists were true that records came from, and which records came from the last list of a
 * form.
 */
import type { Reader } from '../open.ts';
import { askRows, shape, type RowOf } from '../rows.ts';

const IN_FORCE =
  'import JOIN change ON change.id = import.change_id AND change.undone_by IS NULL JOIN import_table ON import_table.import_id = import.id';

const LIST = shape({
  import: 'integer',
  number: 'integer',
  file: 'text',
  year: 'integer?',
  month: 'integer?',
});
export type ListRow = RowOf<typeof LIST>;

/** The tables of a ledger's imports that tell a year, that year or a later one. */
export const listsFrom = (db: Reader, ledger: string, year: number): readonly ListRow[] =>
  askRows(
    db,
    LIST,
    `SELECT import.id AS import, number, import_table.file, year, month FROM ${IN_FORCE} WHERE ledger = ? AND year >= ? ORDER BY import.id`,
    ledger,
    year,
  );

const RUN = shape({ first: 'integer', last: 'integer' });
/** The records that came from a table, in runs. */
export const recordRunsOf = (
  db: Reader,
  ledger: string,
  of: Pick<ListRow, 'import' | 'number'>,
): readonly RowOf<typeof RUN>[] =>
  askRows(
    db,
    RUN,
    'SELECT record_id AS first, last_id AS last FROM origin WHERE ledger = ? AND import_id = ? AND table_number = ?',
    ledger,
    of.import,
    of.number,
  );

/** So many offices send one form. */
const SENDERS = 60;

/**
 * The tables of imports whose columns meant the same, the newest first. `columns`: JSON as an
 * import keeps it.
 */
export const listsLike = (db: Reader, ledger: string, columns: string): readonly ListRow[] =>
  askRows(
    db,
    LIST,
    `SELECT import.id AS import, number, import_table.file, year, month FROM ${IN_FORCE} WHERE ledger = ? AND columns = ? ORDER BY import.id DESC, number LIMIT ${SENDERS}`,
    ledger,
    columns,
  );
