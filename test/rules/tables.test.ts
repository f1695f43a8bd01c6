/** A printed table is listed under its own name; one that is not is named with its place. */
import { expect, test } from 'vitest';
import { printTables } from '../../main/reporting/tables/index.ts';
import { sourcesOf } from './sources.ts';

/** What a file calls the tables that it makes: their name stands before their title. */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*name: '([a-z-]+)',\n\s*title:/gm)].map(([, name = '']) => name);

/** made for whichever ledger is asked for, not listed here */
const OF_ANY = new Set(['ledger-rollup']);

test('every table that a file makes is in the list', () => {
  const made = sourcesOf('main/reporting/tables').flatMap(({ path, text }) =>
    namesIn(text).map((name) => ({ path, name })),
  );
  expect(made.length).toBeGreaterThan(20);
  expect(
    made
      .filter(({ name }) => !OF_ANY.has(name) && !Object.hasOwn(printTables, name))
      .map(({ path, name }) => `${path} makes ${name}: add it to main/reporting/tables/index.ts`),
  ).toEqual([]);
});

test('a table is listed under its own name', () => {
  expect(
    Object.entries(printTables).flatMap(([name, { info }]) =>
      name === info.name
        ? []
        : [`main/reporting/tables/index.ts lists ${info.name} as ${name}: its key is its name`],
    ),
  ).toEqual([]);
});
