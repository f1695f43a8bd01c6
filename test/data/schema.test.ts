/**
 * The ledgers' own words name fields of theirs, every table is strict, and an unknown newer
 * database is refused.
 */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations } from '../../main/data/migrate.ts';
import { Fault } from '../../main/domain/fault.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';
import type { Ledger } from '../../main/domain/ledgers/field.ts';

function migrated(): Database.Database {
  const db = new Database(':memory:');
  migrate(db);
  return db;
}

test.each(Object.values(ledgers) as readonly Ledger[])(
  'what $code says beside its fields names fields of its own',
  (ledger) => {
    const kinds = new Map(ledger.fields.map((field) => [field.code, field.kind]));
    expect(kinds.has(ledger.nameField)).toBe(true);
    expect(
      [
        ...ledger.searched,
        ...ledger.identity,
        ...(ledger.codeField === undefined ? [] : [ledger.codeField]),
      ].filter((code) => !kinds.has(code)),
    ).toEqual([]);
    expect(
      Object.entries(ledger.words ?? {}).map(([day, text]) => [kinds.get(day), kinds.get(text)]),
    ).toEqual(Object.keys(ledger.words ?? {}).map(() => ['day', 'text']));
  },
);

test('all tables are STRICT', () => {
  const loose = migrated()
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

test('a database of a newer program is refused and left as it is', () => {
  const db = migrated();
  const known = migrations.at(-1)?.version ?? 0;
  db.pragma(`user_version = ${known + 1}`);
  expect(() => migrate(db)).toThrow(Fault);
  expect(db.pragma('user_version', { simple: true })).toBe(known + 1);
});
