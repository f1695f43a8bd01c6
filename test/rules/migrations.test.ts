/** A migration has every part that one needs; a missing one is named with its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, NEWEST } from '../../main/data/migrate.ts';
import { releasedVersion, schemaOf } from '../helpers/schema.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = 'main/data/migrations';

test('every step is one of the migrations', () => {
  const list = readFileSync(join(ROOT, 'main/data/migrate.ts'), 'utf8');
  const steps = readdirSync(join(ROOT, FOLDER)).filter((file) => /^\d{4}-.*\.ts$/.test(file));
  expect(steps.length).toBeGreaterThan(5);
  expect(
    steps
      .filter((file) => !list.includes(`'./migrations/${file}'`))
      .map((file) => `${FOLDER}/${file} is not in main/data/migrate.ts: add it to its list`),
  ).toEqual([]);
});

test('versions follow each other without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_step, at) => at + 1));
});

test('the schema in the tree is what the migrations make', async () => {
  const db = new Database(':memory:');
  migrate(db);
  await expect(
    schemaOf(db),
    `${FOLDER}/schema.sql is of another version: npx vitest run test/rules/migrations.test.ts -u writes it`,
  ).toMatchFileSnapshot(`../../${FOLDER}/schema.sql`);
  db.close();
});

test('every released version has its frozen book, and no other', () => {
  const released = releasedVersion();
  expect(released).toBeGreaterThan(0);
  expect(
    released <= NEWEST,
    `resources/CHANGELOG.md says version ${released}, main/data/migrate.ts knows ${NEWEST}`,
  ).toBe(true);
  expect(
    readdirSync(join(ROOT, 'test/fixtures/books')).filter((name) => name.endsWith('.db')),
    'node test/fixtures/books/freeze.ts freezes the books of what resources/CHANGELOG.md says is released',
  ).toEqual(Array.from({ length: released }, (_, at) => `v${String(at + 1).padStart(2, '0')}.db`));
});
