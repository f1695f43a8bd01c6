/** The tables hold exactly what the field lists say, and an unknown newer database is refused. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations } from '../../main/data/migrate.ts';
import { storedCell } from '../../main/data/ledgers/columns.ts';
import { Fault } from '../../main/domain/fault.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';
import type { Ledger } from '../../main/domain/ledgers/field.ts';

function migrated(): Database.Database {
  const db = new Database(':memory:');
  migrate(db);
  return db;
}

test.each(Object.values(ledgers).map((ledger) => [ledger.code, ledger as Ledger] as const))(
  'every field of %s has its column of the right type',
  (code, ledger) => {
    const db = migrated();
    const columns = new Map(
      (
        db.prepare(`SELECT name, type FROM pragma_table_info('${code}')`).all() as {
          name: string;
          type: string;
        }[]
      ).map((column) => [column.name, column.type]),
    );
    const own = ledger.fields.filter(
      (field) => storedCell(ledger, field) === `${code}.${field.code}`,
    );
    expect(own.length).toBeGreaterThan(0);
    for (const field of own)
      expect([field.code, columns.get(field.code)]).toEqual([
        field.code,
        field.kind === 'money' || field.kind === 'decimal' || field.kind === 'unit'
          ? 'INTEGER'
          : 'TEXT',
      ]);
  },
);

test.each([
  ledgers.project,
  ledgers.rectification,
  ledgers.task,
  ledgers.lead,
] as readonly Ledger[])('no column of the $code table is without a field', (ledger) => {
  const known = new Set(ledger.fields.map((field) => field.code));
  const columns = (
    migrated()
      .prepare(`SELECT name FROM pragma_table_info('${ledger.code}')`)
      .pluck()
      .all() as string[]
  ).filter((name) => !known.has(name));
  expect(columns).toEqual(['id', 'approximate', 'extra']);
});

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

test.each(Object.values(ledgers) as readonly Ledger[])(
  'a header of $code means one field only',
  (ledger) => {
    const names = ledger.fields.flatMap((field) => [field.label, ...field.synonyms]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
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
