/**
 * A built-in ledger has every part that one needs; a missing one is named with its place, before
 * anything is built.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storedCell } from '../../main/data/ledgers/columns.ts';
import { migrate } from '../../main/data/migrate.ts';
import type { BuiltInLedger, Field, Ledger } from '../../main/domain/ledgers/field.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = 'main/domain/ledgers';
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}
interface Table {
  readonly strict: boolean;
  readonly columns: readonly Column[];
}

function tableOf(table: string): Table {
  const db = new Database(':memory:');
  migrate(db);
  const strict = db.prepare(
    "SELECT strict FROM pragma_table_list WHERE name = ? AND schema = 'main'",
  );
  const columns = db.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)');
  return { strict: strict.pluck().get(table) === 1, columns: columns.all(table) };
}

/**
 * Columns beside the fields: rough figures and other columns of a sheet stay with their record; an
 * arrival's and a unit's do not.
 */
const BESIDE: Partial<Record<string, readonly string[]>> = {
  arrival: ['project_id', 'until'],
  unit: ['parent_id', 'place', 'successor_id'],
};
const besideOf = (code: string): readonly string[] => BESIDE[code] ?? ['approximate', 'extra'];
/** Units have a page of their own. */
const WITHOUT_LIST = new Set(['unit']);

const ofNumbers = new Set(['money', 'decimal', 'unit']);
const typeOf = (field: Field): string => (ofNumbers.has(field.kind) ? 'INTEGER' : 'TEXT');

/** What its table lacks or has too much, in words. */
function faultsOfTable(ledger: Ledger, { strict, columns }: Table): readonly string[] {
  const { code } = ledger;
  const stored = ledger.fields.filter(
    (field) => storedCell(ledger, field) === `${code}.${field.code}`,
  );
  const typed = new Map(columns.map(({ name, type }) => [name, type]));
  const missing = ['id', ...stored.map((field) => field.code), ...besideOf(code)].filter(
    (column) => !typed.has(column),
  );
  const mistyped = stored.filter(
    (field) => typed.has(field.code) && typed.get(field.code) !== typeOf(field),
  );
  const known = new Set(['id', ...besideOf(code), ...ledger.fields.map((field) => field.code)]);
  const loose = columns.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  return [
    ...(missing.length === 0
      ? []
      : [`${code} lacks ${missing.join(', ')} in its table: add them in main/data/migrations/`]),
    ...mistyped.map(
      (field) =>
        `${code}.${field.code} is of kind ${field.kind}: its column is ${typeOf(field)}, in main/data/migrations/`,
    ),
    ...(loose.length === 0
      ? []
      : [
          `${code} has columns without a field: ${loose.join(', ')}: add their lines in ${FOLDER}/${code}.ts`,
        ]),
    ...(columns.some(({ name, pk }) => name === 'id' && pk === 0)
      ? [`${code}: its id is INTEGER PRIMARY KEY, in main/data/migrations/`]
      : []),
    ...(strict || columns.length === 0
      ? []
      : [`${code}: its table is STRICT, in main/data/migrations/`]),
  ];
}

/** What its list lacks or says twice, in words. */
function faultsOfList(ledger: BuiltInLedger): readonly string[] {
  const owners = Map.groupBy(
    ledger.fields.flatMap((field) =>
      [field.label, ...field.synonyms].map((name) => ({ name, field })),
    ),
    ({ name }) => name,
  );
  const twice = [...owners].filter(([, of]) => of.length > 1);
  const place = `${FOLDER}/${ledger.code}.ts`;
  // a list that types have not been asked about yet may lack what they demand
  const said: Partial<BuiltInLedger> = ledger;
  return [
    ...twice.map(
      ([name, of]) =>
        `${ledger.code}: ${name} is a word for ${of.map(({ field }) => field.code).join(' and ')}: leave it to one, in ${place}`,
    ),
    ...(said.about === undefined
      ? [`${ledger.code} lacks about (what it is for): add it in ${place}`]
      : []),
    ...(said.shown === undefined && !WITHOUT_LIST.has(ledger.code)
      ? [`${ledger.code} lacks shown (its first columns, its list on paper): add it in ${place}`]
      : []),
  ];
}

const lacksOf = (ledger: BuiltInLedger, table: Table): readonly string[] => [
  ...faultsOfTable(ledger, table),
  ...faultsOfList(ledger),
];

test.each(Object.values(ledgers) as readonly BuiltInLedger[])(
  '$code has all of its parts',
  (ledger) => {
    expect(lacksOf(ledger, tableOf(ledger.code)).join('\n')).toBe('');
  },
);

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
  const [name, unit, ...rest] = ledgers.person.fields;
  const well = {
    ...ledgers.person,
    code: 'well',
    about: undefined,
    shown: undefined,
    fields: [name, { ...unit, synonyms: [name.label] }, ...rest],
  } as unknown as BuiltInLedger;
  const columns = [
    { name: 'id', type: 'INTEGER', pk: 0 },
    { name: 'name', type: 'TEXT', pk: 0 },
    { name: 'unit', type: 'TEXT', pk: 0 },
    { name: 'depth', type: 'TEXT', pk: 0 },
  ];
  expect(lacksOf(well, { strict: false, columns })).toEqual([
    'well lacks rank_class, post, phone, remark, approximate, extra in its table: add them in main/data/migrations/',
    'well.unit is of kind unit: its column is INTEGER, in main/data/migrations/',
    'well has columns without a field: depth: add their lines in main/domain/ledgers/well.ts',
    'well: its id is INTEGER PRIMARY KEY, in main/data/migrations/',
    'well: its table is STRICT, in main/data/migrations/',
    'well: 姓名 is a word for name and unit: leave it to one, in main/domain/ledgers/well.ts',
    'well lacks about (what it is for): add it in main/domain/ledgers/well.ts',
    'well lacks shown (its first columns, its list on paper): add it in main/domain/ledgers/well.ts',
  ]);
});
