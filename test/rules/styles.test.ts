/**
 * Styles take their colours from the tokens, say why where they insist, and stay short; dialogs are
 * the one dialog.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

const MOST_LINES = 350;
const RENDERER = join(import.meta.dirname, '..', '..', 'renderer');
const TOKENS = 'ui/tokens.css';

const styles: readonly Source[] = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path, text: readFileSync(join(RENDERER, path), 'utf8') }));
const program = sourcesOf('renderer');

/** without comments, lines kept */
const bare = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));

function faultsOf({ path, text }: Source): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const plain = bare(text).split('\n');
  return [
    ...(lines.length > MOST_LINES
      ? [
          `${path} has ${lines.length} lines, more than ${MOST_LINES}: give a part of the page its own file`,
        ]
      : []),
    ...plain.flatMap((line, at) =>
      path !== TOKENS && /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|:\s*(?:white|black)\b/i.test(line)
        ? [
            `${path}:${at + 1} has a colour of its own: take a token, or add one to ${TOKENS} with its value in high contrast`,
          ]
        : [],
    ),
    ...plain.flatMap((line, at) =>
      line.includes('!important') && lines[at] === line
        ? [
            `${path}:${at + 1} insists without a reason: say it in a comment on the line, or use a closer selector`,
          ]
        : [],
    ),
  ];
}

test('every style takes its colours from the tokens, gives reasons, and is short', () => {
  expect(styles.length).toBeGreaterThan(15);
  expect(styles.flatMap(faultsOf).join('\n')).toBe('');
});

test('the program has no colours of its own: charts take tokens, the antd theme is held to them', () => {
  expect(
    program
      .filter(({ path }) => path !== 'renderer/theme.ts')
      .flatMap(({ path, text }) =>
        (text.match(/['"`]#[0-9a-f]{3,8}['"`]/gi) ?? []).map(
          (colour) => `${path} has the colour ${colour}: write var(--cp-…) of renderer/${TOKENS}`,
        ),
      ),
  ).toEqual([]);
});

test('every token is used, and every one used is there', () => {
  const tokens = new Set(
    bare(styles.find(({ path }) => path === TOKENS)?.text ?? '').match(/--[\w-]+(?=:)/g),
  );
  const used = new Set(
    [...styles, ...program].flatMap(({ text }) => bare(text).match(/--[\w-]+\b(?!:)/g) ?? []),
  );
  // what a component sets on its element, and what a style sets for the parts inside
  const own = new Set([
    ...program.flatMap(({ text }) => text.match(/(?<=['"])--[\w-]+(?=['"])/g) ?? []),
    ...styles.flatMap(({ text }) => bare(text).match(/--[\w-]+(?=:)/g) ?? []),
  ]);
  expect(tokens.size).toBeGreaterThan(50);
  expect([...tokens].filter((token) => !used.has(token))).toEqual([]);
  const asked = [...styles, ...program].flatMap(
    ({ text }) => bare(text).match(/(?<=var\()--[\w-]+/g) ?? [],
  );
  expect([...new Set(asked)].filter((name) => !tokens.has(name) && !own.has(name))).toEqual([]);
});

test('a dialog is renderer/ui/dialog.tsx: its focus starts in the field', () => {
  const others = program.filter(
    ({ path, text }) => path !== 'renderer/ui/dialog.tsx' && /<Modal\b|\bModal\./.test(text),
  );
  expect(others.map(({ path }) => `${path}: use Dialog of renderer/ui/dialog.tsx`)).toEqual([]);
});

test.each([
  ['a colour', '.x {\n  color: #fff;\n}\n', 'x.css:2 has a colour'],
  ['a reason left out', '.x {\n  left: 0 !important;\n}\n', 'x.css:2 insists'],
  ['too many lines', '.x {\n}\n'.repeat(MOST_LINES), `has ${MOST_LINES * 2} lines`],
])('%s is found', (_what, text, fault) => {
  const faults = faultsOf({ path: 'x.css', text });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test('a reason beside it is let pass', () => {
  const text = '.x {\n  left: 0 !important; /* the place is set on the element */\n}\n';
  expect(faultsOf({ path: 'x.css', text })).toEqual([]);
});
