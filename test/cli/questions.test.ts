/**
 * The handbook's list of what an import asks holds every question that the code has, and says of
 * each what the command line takes as an answer.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { numbered } from '../../main/command-line/import-answers.ts';

const LISTED = readFileSync('resources/handbook/QUESTIONS.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, code = '', , of = '', expects = ''] = line.split('|').map((cell) => cell.trim());
    return /^[a-z]+\.\w+$/.test(code) ? [{ code, of, expects }] : [];
  });

/** Where questions are made: a level and a code, a refusal of a figure, a doubt of a row. */
const MADE = [
  /'(?:question|error)',\s*'([a-z]+\.\w+)'/g,
  /level: '(?:question|error)',\s*code: '([a-z]+\.\w+)'/g,
  /\brefusal\(\s*fact,\s*'([a-z]+\.\w+)'/g,
  /\bdoubt\(\s*(?:from,\s*record,\s*)?'([a-z]+\.\w+)'/g,
  /\bcode: '(arrival\.\w+)'/g,
];
const READINGS = /kind: 'question', ask: '(\w+)'/g;

function madeInCode(): ReadonlySet<string> {
  const made = new Set<string>();
  for (const path of globSync([
    'main/importing/**/*.ts',
    'main/services/imports/*.ts',
    'main/domain/projects/arrival-doubts.ts',
    'main/domain/read/*.ts',
  ])) {
    const source = readFileSync(path, 'utf8');
    for (const pattern of MADE)
      for (const [, code = ''] of source.matchAll(pattern)) made.add(code);
    for (const [, ask = ''] of source.matchAll(READINGS)) made.add(`value.${ask}`);
  }
  return made;
}

it('every question of the code is on the list, once', () => {
  const codes = LISTED.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const made = madeInCode();
  expect(made.size).toBeGreaterThan(40);
  expect([...made].filter((code) => !codes.includes(code))).toEqual([]);
});

const PLACES: Readonly<Record<string, readonly [row: number, column: string | null]>> = {
  一张表: [0, null],
  一列: [0, 'C'],
  一行: [5, 'A'],
  一格: [5, 'C'],
};

it('the answers on the list are those that the command line takes', () => {
  for (const { code, of, expects } of LISTED) {
    const [row, column] = PLACES[of] ?? [-1, null];
    const asked = numbered({
      level: 'question',
      code,
      message: '',
      file: '表.xlsx',
      sheet: '1',
      row,
      column,
    });
    expect([code, asked.expects]).toEqual([code, expects]);
  }
});
