/**
 * SQL stands in main/data alone, and its rows come through one helper, which knows the kinds of
 * their columns.
 */
import { expect, test } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

/** A text that begins as a statement does; written so that it does not find itself. */
const STATEMENT =
  /['"`]\s*(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s)/;
const COMPILES = /\.prepare\s*(?:<[^(]*>)?\(/;
/** The helper itself, what opens, copies or judges a file before its schema is known, and migrations, which know the schema of their day and nothing of later code. */
const MAY_COMPILE =
  /^main\/data\/(?:rows|open|copy|sound-file|migrations\/[^/]+|keeping\/content|keeping\/salvage|keeping\/hurt-table)\.ts$/;
const DATA = /^main\/data\//;

function faultsOf({ path, text }: Source): readonly string[] {
  return [
    ...(!DATA.test(path) && STATEMENT.test(text)
      ? [`${path} holds SQL: move it to the file of its tables in main/data and call that function`]
      : []),
    ...(!MAY_COMPILE.test(path) && COMPILES.test(text)
      ? [
          `${path} compiles a statement itself: ask with a shape (askRows, askValue …) or write with writer, of main/data/rows.ts`,
        ]
      : []),
  ];
}

const program = sourcesOf('main', 'preload', 'renderer');

test('SQL stands in main/data alone, and is compiled by its one helper', () => {
  expect(program.flatMap(faultsOf).join('\n')).toBe('');
});

test('where SQL may stand it is found', () => {
  const holding = program.filter(({ path, text }) => DATA.test(path) && STATEMENT.test(text));
  expect(holding.length).toBeGreaterThan(20);
});

test.each([
  ['main/services/x.ts', "const all = 'SELECT id FROM unit';", 'holds SQL'],
  ['main/core/x.ts', 'const one = `\n  UPDATE ${table} SET name = ?`;', 'holds SQL'],
  ['main/importing/x.ts', 'const gone = "DELETE FROM unit";', 'holds SQL'],
  ['main/reporting/x.ts', "put('INSERT OR IGNORE INTO unit (id) VALUES (?)');", 'holds SQL'],
  ['main/services/x.ts', 'book.db.prepare(sql).all();', 'compiles a statement'],
  ['main/data/units/x.ts', 'db.prepare<[number], Row>(sql).get(1) as Row;', 'compiles a statement'],
])('in %s, %s is found', (path, text, fault) => {
  const faults = faultsOf({ path, text });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test.each([
  ['main/data/units/x.ts', "askValue(db, 'integer', 'SELECT id FROM unit WHERE name = ?', name);"],
  ['main/data/rows.ts', 'const statement = db.prepare(sql);'],
  ['renderer/x.tsx', "const label = 'Select a unit';"],
  ['main/importing/x.ts', 'const found = /(\\d+)/.exec(text);'],
])('%s may hold %s', (path, text) => {
  expect(faultsOf({ path, text })).toEqual([]);
});
