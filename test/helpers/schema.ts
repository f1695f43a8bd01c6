/** A book's schema as text, as it stands in the tree, and the newest that was released. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { NEWEST } from '../../main/data/migrate.ts';

/** Statements in the order of their names; the tables that SQLite keeps by itself left out. */
export function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%' ORDER BY tbl_name, type DESC, name",
    )
    .pluck()
    .all() as string[];
  return `-- Version ${NEWEST}: what the migrations make of an empty file, written by test/rules/migrations.test.ts.\n\n${rows.map((sql) => `${sql};\n`).join('\n')}`;
}

const CHANGES = join(import.meta.dirname, '../../resources/CHANGELOG.md');

/** The newest schema that users have, as the changes say it. */
export const releasedVersion = (): number =>
  Math.max(
    ...[...readFileSync(CHANGES, 'utf8').matchAll(/账本格式：第(\d+)版/g)].map(([, version]) =>
      Number(version),
    ),
  );
