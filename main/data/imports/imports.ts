/** Imports as rows: what each wrote, its tables, and what was confirmed of their headers. */
import type { Reader, BookWriter } from '../open.ts';
import type { Writing } from '../write.ts';
import { answersIn, answersText, type KeptAnswer } from './kept-answers.ts';
import { askRow, askRows, askValues, shape, writer, type RowOf } from '../rows.ts';

const IMPORT = shape({
  id: 'integer',
  file: 'text',
  at: 'text',
  ledger: 'text',
  created: 'integer',
  changed: 'integer',
  rejected: 'integer',
  change: 'integer',
  undone: 'flag',
});
export type ImportRow = RowOf<typeof IMPORT>;
const IMPORTS =
  'SELECT import.id, file, import.at, ledger, created, changed, rejected, change_id AS change, change.undone_by IS NOT NULL AS undone FROM import JOIN change ON change.id = import.change_id';

/** Newest first. */
export const newestImports = (db: Reader, limit: number): readonly ImportRow[] =>
  askRows(db, IMPORT, `${IMPORTS} ORDER BY import.id DESC LIMIT ?`, limit);
export const importById = (db: Reader, id: number): ImportRow | null =>
  askRow(db, IMPORT, `${IMPORTS} WHERE import.id = ?`, id);

/** Answers the import's id. */
export function insertImport(
  db: BookWriter,
  row: Omit<ImportRow, 'id' | 'undone'> & { readonly unchanged: number },
): number {
  const { lastInsertRowid } = writer(
    db,
    'INSERT INTO import (file, at, ledger, created, changed, unchanged, rejected, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    row.file,
    row.at,
    row.ledger,
    row.created,
    row.changed,
    row.unchanged,
    row.rejected,
    row.change,
  );
  const id = Number(lastInsertRowid);
  writer(db, 'UPDATE change SET import_id = ? WHERE id = ?').run(id, row.change);
  return id;
}

/** `columns`: JSON of which column filled which field */
export const insertImportTable = (
  db: BookWriter,
  of: number,
  number: number,
  table: {
    readonly file: string;
    readonly sheet: string;
    readonly columns: string;
    readonly year: number | null;
    readonly month: number | null;
    readonly sender: string | null;
  },
): void =>
  void writer(
    db,
    'INSERT INTO import_table (import_id, number, file, sheet, columns, year, month, sender) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(of, number, table.file, table.sheet, table.columns, table.year, table.month, table.sender);

const LEFT_OUT = shape({ import: 'integer', place: 'text', message: 'text' });
export type LeftOutRow = RowOf<typeof LEFT_OUT>;

export const insertLeftOut = (
  db: BookWriter,
  of: number,
  number: number,
  { place, message }: Omit<LeftOutRow, 'import'>,
): void =>
  void writer(
    db,
    'INSERT INTO import_left_out (import_id, number, place, message) VALUES (?, ?, ?, ?)',
  ).run(of, number, place, message);

/** What did not come in of the imports from `first` on, as each was told. */
export const leftOutSince = (db: Reader, first: number): readonly LeftOutRow[] =>
  askRows(
    db,
    LEFT_OUT,
    'SELECT import_id AS import, place, message FROM import_left_out WHERE import_id >= ? ORDER BY import_id, number',
    first,
  );

const PROFILE = shape({
  shape: 'text',
  name: 'text',
  ledger: 'text',
  answers: 'text',
  usedAt: 'text',
});
export type ProfileRow = Omit<RowOf<typeof PROFILE>, 'answers'> & {
  readonly answers: readonly KeptAnswer[];
};

/**
 * What imports still in force confirmed; of one shape the newest counts. What an import that was
 * taken back had confirmed is forgotten with it.
 */
const IN_FORCE =
  'FROM profile JOIN import ON import.id = profile.import_id JOIN change ON change.id = import.change_id WHERE change.undone_by IS NULL';

export const insertProfile = (writing: Writing, of: number, profile: ProfileRow): void =>
  void writing.insert('profile', {
    shape: profile.shape,
    import_id: of,
    name: profile.name,
    ledger: profile.ledger,
    answers: answersText(writing.db, profile.answers),
    used_at: profile.usedAt,
  });

const ANSWERS = shape({ name: 'text', answers: 'text' });
/** What was confirmed of a shape; null where nothing was. @throws Fault kept.damaged, kept.newer */
export function answersOfShape(db: Reader, header: string): readonly KeptAnswer[] | null {
  const sql = `SELECT name, answers ${IN_FORCE} AND shape = ? ORDER BY profile.import_id DESC LIMIT 1`;
  const row = askRow(db, ANSWERS, sql, header);
  return row === null ? null : answersIn(db, row.answers, row.name);
}

/** The last used first. @throws Fault kept.damaged, kept.newer */
export const allProfiles = (db: Reader): readonly ProfileRow[] =>
  askRows(
    db,
    PROFILE,
    `SELECT shape, name, ledger, answers, usedAt FROM (
       SELECT shape, name, profile.ledger, answers, used_at AS usedAt, max(profile.import_id) ${IN_FORCE} GROUP BY shape)
     ORDER BY usedAt DESC, shape`,
  ).map((row) => ({ ...row, answers: answersIn(db, row.answers, row.name) }));

/** Of every import that confirmed the shape. */
export const profilesOfShape = (db: Reader, header: string): readonly number[] =>
  askValues(db, 'integer', 'SELECT id FROM profile WHERE shape = ?', header);
