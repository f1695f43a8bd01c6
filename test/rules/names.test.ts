/**
 * Every exported name stands in one file and says what it is of, so that a search for it finds one
 * thing.
 */
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

/**
 * Words that name anything: an exported name needs its noun beside them (gatherFactCells,
 * sessionFacts).
 */
const SAYING_NOTHING = new Set(
  'add adjust answer apply asked back begin build cancel change check clear close commit compute copied count create data detail do done draft edit enter facts fetch find finish found gather get group handle info init item keep layout leave line list load make merge moved options page parse part parts paste pick plan print problem problems process propose publish put read redo remove report required result retry run said save say send set shown source standing start state step sums take taken text told trial undo update use value values view work write'.split(
    ' ',
  ),
);
/** Their field needs no noun: exact arithmetic is written like arithmetic. */
const ARITHMETIC = /^main\/domain\/exact\//;
/** They are verbs of the whole program, each of one door, asked on nearly every page. */
const OF_ALL = new Set([
  'say main/data/write.ts',
  'write main/data/write.ts',
  'say renderer/stores/status.ts',
]);

interface ExportedName {
  readonly name: string;
  readonly path: string;
  readonly again: boolean;
}

function exportsOf({ path, text }: Source): readonly ExportedName[] {
  return parseSync(path, text).module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName, moduleRequest }) => ({
      name: exportName.name ?? exportName.kind,
      path,
      again: moduleRequest !== null,
    })),
  );
}

function faultsOf(sources: readonly Source[]): readonly string[] {
  const exported = sources.flatMap(exportsOf);
  const files = new Map<string, Set<string>>();
  for (const { name, path } of exported)
    files.set(name, (files.get(name) ?? new Set<string>()).add(path));
  return [
    ...[...files]
      .filter(([, paths]) => paths.size > 1)
      .map(
        ([name, paths]) =>
          `${name} is exported by ${[...paths].join(', ')}: name each after its field (resources/handbook/NAMES.md)`,
      ),
    ...exported
      .filter(({ again }) => again)
      .map(({ name, path }) => `${path} hands on ${name}: import it from where it is declared`),
    ...exported
      .filter(
        ({ name, path }) =>
          SAYING_NOTHING.has(name) && !ARITHMETIC.test(path) && !OF_ALL.has(`${name} ${path}`),
      )
      .map(({ name, path }) => `${path} exports ${name}: say of what (${name}…)`),
  ];
}

const program = sourcesOf('main', 'preload', 'renderer');

test('every exported name stands in one file and says what it is of', () => {
  expect(program.flatMap(exportsOf).length).toBeGreaterThan(1000);
  expect(faultsOf(program).join('\n')).toBe('');
});

test.each([
  [
    'a name of two files',
    'export const taskOf = 1;',
    'export function taskOf() {}',
    'is exported by a.ts, b.ts',
  ],
  [
    'a name handed on',
    'export const taskOf = 1;',
    "export { unitOf } from './c.ts';",
    'hands on unitOf',
  ],
  [
    'types handed on',
    'export const taskOf = 1;',
    "export type { Unit } from './c.ts';",
    'hands on Unit',
  ],
  ['a word that says nothing', 'export const taskOf = 1;', 'export const said = 2;', 'say of what'],
])('%s is found', (_what, a, b, fault) => {
  const faults = faultsOf([
    { path: 'a.ts', text: a },
    { path: 'b.ts', text: b },
  ]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test('names of one file with their noun are let pass', () => {
  expect(
    faultsOf([
      {
        path: 'a.ts',
        text: 'export const taskOf = 1; const said = 2; export { said as saidByTask };',
      },
      { path: 'b.ts', text: "import { taskOf } from './a.ts'; export const tasksOf = [taskOf];" },
    ]),
  ).toEqual([]);
});
