/** A built-in ledger has every part that one needs; a missing one is named with its place, before anything is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storedCell } from '../../main/data/ledgers/columns.ts';
import { migrate } from '../../main/data/migrate.ts';
import type { Ledger } from '../../main/domain/ledgers/field.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = 'main/domain/ledgers';
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

function columnsOf(table: string): readonly string[] {
  const db = new Database(':memory:');
  migrate(db);
  return db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);
}

/** Their sheets' rough figures and other columns stay with the records that they are of. */
const WITHOUT_MARKS = new Set(['arrival', 'unit']);

/** What a ledger still lacks, each with the file where it belongs. */
function lacksOf(ledger: Ledger, table: readonly string[]): readonly string[] {
  const { code } = ledger;
  const wanted = [
    'id',
    ...ledger.fields
      .map((field) => [field.code, storedCell(ledger, field)] as const)
      .filter(([field, cell]) => cell === `${code}.${field}`)
      .map(([field]) => field),
    ...(WITHOUT_MARKS.has(code) ? [] : ['approximate', 'extra']),
  ].filter((column) => !table.includes(column));
  return wanted.length === 0
    ? []
    : [`${code} lacks ${wanted.join(', ')} in its table: add them in main/data/migrations/`];
}

test.each(Object.values(ledgers) as readonly Ledger[])('$code has all of its parts', (ledger) => {
  expect(lacksOf(ledger, columnsOf(ledger.code)).join('\n')).toBe('');
});

test('every field list is one of the ledgers', () => {
  const lists = readdirSync(join(ROOT, FOLDER))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .filter((file) =>
      /^export const \w+ = \{[^]*satisfies BuiltInLedger/m.test(textOf(`${FOLDER}/${file}`)),
    )
    .map((file) => file.replace('.ts', ''));
  expect(lists.length).toBeGreaterThan(5);
  expect(
    lists
      .filter((code) => !Object.hasOwn(ledgers, code))
      .map((code) => `${FOLDER}/${code}.ts is not in ${FOLDER}/index.ts`),
  ).toEqual([]);
});

test('what a new ledger lacks is named', () => {
  const lacks = lacksOf({ ...ledgers.person, code: 'well' } as Ledger, ['id', 'name']);
  expect(lacks).toEqual([
    'well lacks unit, rank_class, post, phone, remark, approximate, extra in its table: add them in main/data/migrations/',
  ]);
});
