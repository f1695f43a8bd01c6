/**
 * Where a record came from and what happened to it: origins of imports, and the audit told field by
 * field.
 */
import { imageIn, textsIn } from '../kept/texts.ts';
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import type { AnyCode } from '../../domain/ledgers/index.ts';
import { wireOf } from '../ledgers/columns.ts';
import type { Reader, BookWriter } from '../open.ts';
import {
  askCount,
  askRow,
  askRows,
  askValue,
  askValues,
  oneOf,
  shape,
  wordOf,
  writer,
  type RowOf,
} from '../rows.ts';
import { LONGEST_RUN } from '../write.ts';
import type { AuditedTable } from '../audited-tables.ts';

/** The newest change: as long as it stays, nothing was written. */
export const lastChange = (db: Reader): number => askCount(db, 'SELECT max(id) FROM change');

/** Field codes kept as one text: "total_investment,land_mu". */
export const codesOf = (text: string | null): readonly string[] =>
  (text ?? '').split(',').filter((code) => code !== '');

export interface Marks {
  readonly approximate: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
}

/** Which fields hold approximate figures, and the sheet's columns that are no fields. */
export const marksOf = (db: Reader, ledger: Ledger, id: number): Marks =>
  marksOfAll(db, ledger, [id]).get(id) ?? { approximate: [], extra: {} };

const MARKS = shape({ id: 'integer', approximate: 'text?', extra: 'text?' });
/** The marks of many records. */
export function marksOfAll(
  db: Reader,
  ledger: Ledger,
  ids: readonly number[],
): ReadonlyMap<number, Marks> {
  const rows = askRows(
    db,
    MARKS,
    `SELECT id, approximate, extra FROM ${ledger.code} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        approximate: codesOf(row.approximate),
        extra: textsIn(row.extra, `${ledger.label}第${row.id}条的其他列`),
      },
    ]),
  );
}

export interface OriginRow {
  readonly import: number;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly columns: Readonly<Record<string, string>>;
  readonly at: string;
}

const ORIGIN = shape({
  import: 'integer',
  file: 'text',
  sheet: 'text',
  row: 'integer',
  columns: 'text',
  at: 'text',
});
/**
 * Newest import first; `row` counts from 1 as the sheet shows it. An import that was taken back is
 * no origin.
 */
export function originsOf(db: Reader, ledger: string, id: number): readonly OriginRow[] {
  const rows = askRows(
    db,
    ORIGIN,
    `WITH mine AS (
       SELECT import_id, table_number, row FROM origin WHERE ledger = :ledger AND record_id = :id
       UNION ALL SELECT import_id, table_number, row + :id - record_id FROM origin INDEXED BY origin_run WHERE ledger = :ledger AND last_id > record_id AND record_id BETWEEN :id - ${LONGEST_RUN - 1} AND :id - 1 AND last_id >= :id)
     SELECT mine.import_id AS import, import_table.file, import_table.sheet, mine.row, import_table.columns, import.at
     FROM mine JOIN import ON import.id = mine.import_id JOIN change ON change.id = import.change_id
     JOIN import_table ON import_table.import_id = mine.import_id AND import_table.number = mine.table_number
     WHERE change.undone_by IS NULL ORDER BY mine.import_id DESC`,
    { ledger, id },
  );
  return rows.map((row) => ({
    ...row,
    columns: textsIn(row.columns, `导入“${row.file}”的列`),
  }));
}

/**
 * Notes where records come from while `work` writes them: record ids and their 1-based rows of one
 * table of an import's file.
 */
export function recordOrigins(
  db: BookWriter,
  at: { readonly ledger: string; readonly import: number },
  work: (note: (id: number, table: number, row: number) => void) => void,
): void {
  const insert = writer(
    db,
    'INSERT INTO origin (ledger, record_id, last_id, import_id, table_number, row) VALUES (?, ?, ?, ?, ?, ?)',
  );
  let run = { first: 0, last: 0, table: -1, row: 0 };
  const flush = (): void => {
    if (run.table >= 0) insert.run(at.ledger, run.first, run.last, at.import, run.table, run.row);
  };
  work((id, table, row) => {
    if (
      id === run.last + 1 &&
      table === run.table &&
      row - run.row === id - run.first &&
      id - run.first < LONGEST_RUN
    )
      run.last = id;
    else {
      flush();
      run = { first: id, last: id, table, row };
    }
  });
  flush();
}

export interface ChangeRow {
  readonly at: string;
  readonly who: string;
  readonly what: 'created' | 'changed' | 'removed' | 'restored';
  readonly fields: readonly {
    readonly field: string;
    readonly before: Value;
    readonly after: Value;
  }[];
  readonly import: number | null;
}

const AUDIT = shape({
  at: 'text',
  who: 'text',
  operation: oneOf(['created', 'changed', 'removed']),
  before: 'text?',
  after: 'text?',
  import_id: 'integer?',
  undoes: 'integer?',
});

/** Newest first. */
export function changesOfRecord(db: Reader, ledger: Ledger, id: number): readonly ChangeRow[] {
  const rows = askRows(
    db,
    AUDIT,
    `WITH mine AS (
       SELECT id FROM audit WHERE "table" = :ledger AND row_id = :id
       UNION ALL SELECT id FROM audit WHERE "table" = :ledger AND last_id > row_id AND row_id BETWEEN :id - ${LONGEST_RUN - 1} AND :id - 1 AND last_id >= :id)
     SELECT change.at, change.who, operation, before, after, change.import_id, change.undoes
     FROM mine JOIN audit ON audit.id = mine.id JOIN change ON change.id = audit.change_id ORDER BY audit.id DESC LIMIT 200`,
    { ledger: ledger.code, id },
  );
  return rows.map((row) => ({
    at: row.at,
    who: row.who,
    what: row.undoes === null || row.operation === 'removed' ? row.operation : 'restored',
    fields: row.operation === 'changed' ? fieldsOf(db, ledger, row) : [],
    import: row.import_id,
  }));
}

function fieldsOf(db: Reader, ledger: Ledger, row: RowOf<typeof AUDIT>): ChangeRow['fields'] {
  const [before, after] = [imageIn(row.before, '修改记录'), imageIn(row.after, '修改记录')];
  const show = (code: string, value: string | null): Value => {
    const field = ledger.fields.find((one) => one.code === code);
    if (field === undefined || value === null) return value;
    if (field.kind === 'unit')
      return askValue(db, 'text', 'SELECT name FROM unit WHERE id = ?', Number(value));
    return wireOf(field, value);
  };
  return Object.keys(after).map((code) => ({
    field: code,
    before: show(code, before[code] ?? null),
    after: show(code, after[code] ?? null),
  }));
}

const RECORD = shape({ ledger: wordOf<AnyCode>(), id: 'integer' });
/** The record that a move of state or a chase hangs on; null for one that is gone. */
export const recordOfPart = (
  db: Reader,
  table: 'state_event' | 'chase',
  id: number,
): RowOf<typeof RECORD> | null =>
  askRow(db, RECORD, `SELECT ledger, record_id AS id FROM ${table} WHERE id = ?`, id);

/** A column of a row as text, also of a row that has been removed since. */
export function valueEver(
  db: Reader,
  table: AuditedTable,
  id: number,
  column: string,
): string | null {
  const present = askValues(
    db,
    'text?',
    `SELECT CAST(${column} AS TEXT) FROM ${table} WHERE id = ?`,
    id,
  );
  if (present.length > 0) return present[0] ?? null;
  return askValue(
    db,
    'text?',
    `SELECT CAST(json_extract(before, '$.' || ?) AS TEXT) FROM audit WHERE "table" = ? AND row_id = ? AND operation = 'removed' ORDER BY id DESC LIMIT 1`,
    column,
    table,
    id,
  );
}
