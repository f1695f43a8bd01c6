/**
 * Rows that are shared with other offices: by which global id, and what both sides last knew of
 * them.
 */
import type { SharedField, SharedRow } from '../../domain/exchange/row.ts';
import { Fault } from '../../domain/fault.ts';
import { parsed } from '../kept/document.ts';
import type { Reader } from '../open.ts';
import { askRow, askRows, shape, type RowOf } from '../rows.ts';
import type { Writing } from '../write.ts';

const STORED = shape({
  id: 'integer',
  table: 'text',
  rowId: 'integer',
  unit: 'integer?',
  gid: 'text',
  removed: 'text?',
  fields: 'text',
});
const ROWS =
  'SELECT id, of_table AS "table", row_id AS rowId, unit_id AS unit, gid, removed, fields FROM shared_row';

/** A shared row, and where it stands in this book. */
export interface KeptShare {
  readonly id: number;
  readonly table: string;
  readonly rowId: number;
  /** the lower office that it is exchanged with; null: with all */
  readonly unit: number | null;
  readonly row: SharedRow;
}

const keptShare = ({ gid, removed, fields, ...rest }: RowOf<typeof STORED>): KeptShare => ({
  ...rest,
  row: { gid, removed, fields: fieldsIn(fields) },
});

function fieldsIn(json: string): Readonly<Record<string, SharedField>> {
  const read = parsed(json, WHAT);
  if (typeof read !== 'object' || read === null) throw new Fault('kept.damaged', { what: WHAT });
  return Object.fromEntries(
    Object.entries(read).map(([name, pair]: [string, unknown]) => {
      const [value, version]: readonly unknown[] = Array.isArray(pair) ? pair : [];
      if ((value !== null && typeof value !== 'string') || typeof version !== 'string')
        throw new Fault('kept.damaged', { what: WHAT });
      return [name, { value, version }];
    }),
  );
}
const WHAT = '与其他单位往来的记录';

const fieldsText = (fields: SharedRow['fields']): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(fields).map(([name, { value, version }]) => [name, [value, version]]),
    ),
  );

export function shareByGid(db: Reader, circle: string, gid: string): KeptShare | null {
  const row = askRow(db, STORED, `${ROWS} WHERE circle = ? AND gid = ?`, circle, gid);
  return row === null ? null : keptShare(row);
}

export function shareOfRow(
  db: Reader,
  circle: string,
  table: string,
  row: number,
): KeptShare | null {
  const sql = `${ROWS} WHERE of_table = ? AND row_id = ? AND circle = ?`;
  const found = askRow(db, STORED, sql, table, row, circle);
  return found === null ? null : keptShare(found);
}

/**
 * All that is exchanged with one lower office (null: that this book, the lower one, exchanges with
 * the office above), removed rows too.
 */
export const sharesWith = (
  db: Reader,
  circle: string,
  unit: number | null,
  table: string,
): readonly KeptShare[] =>
  askRows(
    db,
    STORED,
    `${ROWS} WHERE circle = ? AND unit_id IS ? AND of_table = ? ORDER BY id`,
    circle,
    unit,
    table,
  ).map(keptShare);

/** Writes what both sides know now; answers whether anything of it is new. */
export function keepShare(
  writing: Writing,
  circle: string,
  share: Omit<KeptShare, 'id'>,
  before: KeptShare | null,
): boolean {
  const stored = {
    unit_id: share.unit,
    row_id: share.rowId,
    removed: share.row.removed,
    fields: fieldsText(share.row.fields),
  };
  if (before !== null) return writing.update('shared_row', before.id, stored);
  writing.insert('shared_row', { circle, of_table: share.table, gid: share.row.gid, ...stored });
  return true;
}
