/** The rows that say which files a record has. */
import type { AnyCode } from '../../domain/ledgers/index.ts';
import type { Reader } from '../open.ts';
import { askRow, askRows, shape, wordOf, type RowOf } from '../rows.ts';

const ROW = shape({
  id: 'integer',
  ledger: wordOf<AnyCode>(),
  record: 'integer',
  name: 'text',
  hash: 'text',
  bytes: 'integer',
  at: 'text',
});
export type AttachmentRow = RowOf<typeof ROW>;
const COLUMNS = 'id, ledger, record_id AS record, name, hash, bytes, at';

/** In the order in which they were added. */
export const attachmentsOf = (
  db: Reader,
  ledger: string,
  record: number,
): readonly AttachmentRow[] =>
  askRows(
    db,
    ROW,
    `SELECT ${COLUMNS} FROM attachment WHERE ledger = ? AND record_id = ? ORDER BY id`,
    ledger,
    record,
  );

export const attachmentById = (db: Reader, id: number): AttachmentRow | null =>
  askRow(db, ROW, `SELECT ${COLUMNS} FROM attachment WHERE id = ?`, id);

export const everyAttachment = (db: Reader): readonly AttachmentRow[] =>
  askRows(db, ROW, `SELECT ${COLUMNS} FROM attachment ORDER BY id`);
