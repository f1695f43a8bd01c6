/**
 * A call has every part that one needs; a missing one is named with its place, before anything is
 * compiled.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coreCalls, shellCalls } from '../../preload/contract/index.ts';
import { sourcesOf } from './sources.ts';

/** Where calls are asked: the screens, and the commands. */
const ASKERS = ['renderer', 'main/command-line'];
const ROOT = join(import.meta.dirname, '../..');
const HANDLERS = 'main/core/handlers.ts';
const QUESTIONS = 'test/core/asking.test.ts';

/** The calls that a file has an entry for. */
const entriesIn = (file: string): ReadonlySet<string> =>
  new Set(
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^ {2}'([\w-]+\.\w+)':/gm)].map(
      ([, name = '']) => name,
    ),
  );

const names = Object.keys(coreCalls) as (keyof typeof coreCalls)[];

test('every call is answered', () => {
  const answered = entriesIn(HANDLERS);
  expect(
    names
      .filter((name) => !answered.has(name))
      .map((name) => `${name} has no answer: add it to ${HANDLERS}`),
  ).toEqual([]);
  expect(
    [...answered]
      .filter((name) => !Object.hasOwn(coreCalls, name))
      .map((name) => `${name} is answered and no call: add it to preload/contract/`),
  ).toEqual([]);
});

test('what a call that asks is asked on the sample book is said', () => {
  const asked = entriesIn(QUESTIONS);
  expect(
    names
      .filter((name) => !coreCalls[name].writes && !asked.has(name))
      .map((name) => `${name} is never asked on the sample book: add it to ${QUESTIONS}`),
  ).toEqual([]);
});

test('every call is asked by a screen or a command', () => {
  const asked = sourcesOf(...ASKERS);
  const isAsked = (name: string): boolean => asked.some(({ text }) => text.includes(`'${name}'`));
  expect(isAsked('projects.nothing')).toBe(false);
  expect(
    [...names, ...Object.keys(shellCalls)]
      .filter((name) => !isAsked(name))
      .map((name) => `${name} is asked by no screen and no command: ask it there, or take it out`),
  ).toEqual([]);
});
