/**
 * What a book holds, told without opening it for work: for the list of backups, and to prove that a
 * copy is whole.
 */
import Database from 'better-sqlite3';
import type { BackupContent } from '../../domain/keeping/backup.ts';
import type { KeptAttachment } from '../../domain/keeping/attachment.ts';
import { LEDGER_CODES } from '../../domain/ledgers/index.ts';
import { isOwnCode } from '../../domain/ledgers/own-code.ts';

/** null where the file is no book, or cannot be read. */
export function contentOfFile(file: string): BackupContent | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return contentOfBook(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

export function contentOfBook(db: Database.Database): BackupContent {
  const tables = new Set(tablesOf(db));
  const one = (sql: string): unknown => db.prepare(sql).pluck().get();
  const ledgers: readonly string[] = [...LEDGER_CODES, ...[...tables].filter(isOwnCode)];
  const years = tables.has('target_version')
    ? db
        .prepare('SELECT year FROM target_version UNION SELECT year FROM figure ORDER BY 1')
        .pluck()
        .all()
    : [];
  return {
    county: (one("SELECT value FROM setting WHERE key = 'county'") as string | undefined) ?? null,
    years: years.map(Number),
    records: ledgers
      .filter((table) => tables.has(table))
      .reduce((sum, table) => sum + Number(one(`SELECT count(*) FROM ${table}`)), 0),
    figures: tables.has('figure') ? Number(one('SELECT count(*) FROM figure')) : 0,
    attachments: tables.has('attachment') ? Number(one('SELECT count(*) FROM attachment')) : 0,
    lastChange:
      (one('SELECT at FROM change ORDER BY id DESC LIMIT 1') as string | undefined) ?? null,
  };
}

/** The files that its attachments name, each once; null where it cannot be read. */
export function attachmentsInFile(file: string): readonly KeptAttachment[] | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      if (!tablesOf(db).includes('attachment')) return [];
      const rows = db
        .prepare('SELECT DISTINCT hash, bytes FROM attachment ORDER BY hash')
        .raw()
        .all() as readonly (readonly unknown[])[];
      return rows.map(([hash, bytes]) => ({ hash: String(hash), bytes: Number(bytes) }));
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Every table but SQLite's own and those behind the search index. */
export const tablesOf = (db: Database.Database): readonly string[] =>
  db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_index%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all()
    .map(String);

/** The first table whose rows are not as many in the copy; null where the copy is whole. */
export function missingFromCopy(db: Database.Database, copy: string): string | null {
  const other = new Database(copy, { readonly: true, fileMustExist: true });
  try {
    return (
      tablesOf(db).find((table) => {
        const count = (of: Database.Database): unknown =>
          of.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
        return count(db) !== count(other);
      }) ?? null
    );
  } finally {
    other.close();
  }
}
