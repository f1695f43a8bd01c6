/** What was confirmed for shapes of headers, so that next month's file asks nothing: recalled, listed, renamed, forgotten. */
import type { Profile } from '../../../preload/contract/imports.ts';
import { transaction } from '../../data/open.ts';
import { Fault } from '../../domain/fault.ts';
import type { Book } from '../book/book.ts';

interface ProfileRow {
  readonly shape: string;
  readonly name: string;
  readonly ledger: string;
  readonly answers: string;
  readonly used_at: string;
}

/** What imports still in force confirmed; of one shape the newest counts. What an import that was taken back had confirmed is forgotten with it. */
const KEPT = `FROM profile JOIN import ON import.id = profile.import_id JOIN change ON change.id = import.change_id WHERE change.undone_by IS NULL`;

/** The answers remembered for a shape of header, as the importer left them. */
export function profileFor(book: Book, shape: string): string | null {
  return (
    (book.db
      .prepare(`SELECT answers ${KEPT} AND shape = ? ORDER BY profile.import_id DESC LIMIT 1`)
      .pluck()
      .get(shape) as string | undefined) ?? null
  );
}

/** The last used first. */
export function listProfiles(book: Book): readonly Profile[] {
  const rows = book.db
    .prepare(
      `SELECT shape, name, profile.ledger, answers, used_at, max(profile.import_id) ${KEPT} GROUP BY shape ORDER BY used_at DESC, shape`,
    )
    .all() as ProfileRow[];
  return rows.map((row) => ({
    shape: row.shape,
    name: row.name,
    ledger: row.ledger,
    columns: columnsOf(row.shape),
    answers: (JSON.parse(row.answers) as unknown[]).length,
    usedAt: row.used_at,
  }));
}

/** A shape is one table a line: paths joined by |, their parts by ›. */
const columnsOf = (shape: string): readonly string[] =>
  (shape.split('\n')[0] ?? '')
    .split('|')
    .map((path) => path.split('›').at(-1) ?? '')
    .filter((word) => word !== '');

/** Profiles are settings of the importer, not data of the office: they leave no audit. @throws Fault profile.missing */
export function renameProfile(book: Book, shape: string, name: string): void {
  write(
    book,
    shape,
    (db) => db.prepare('UPDATE profile SET name = ? WHERE shape = ?').run(name, shape).changes,
  );
}

/** @throws Fault profile.missing */
export function removeProfile(book: Book, shape: string): void {
  write(book, shape, (db) => db.prepare('DELETE FROM profile WHERE shape = ?').run(shape).changes);
}

function write(
  book: Book,
  shape: string,
  work: (db: Parameters<Parameters<typeof transaction>[1]>[0]) => number,
): void {
  transaction(book.db, (tx) => {
    if (work(tx) === 0) throw new Fault('profile.missing', { shape });
  });
  book.changed(['imports']);
}
