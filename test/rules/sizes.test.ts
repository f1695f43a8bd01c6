/** Files stay short, say in their first line what they are for, and leave nothing for later. */
import { expect, test } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

const MOST_LINES = 350;
/** The formatter breaks code at this width and leaves comments as they are. */
const WIDTH = 100;
/** A line of a comment with a place to break it at. */
const isWideComment = (line: string): boolean =>
  line.length > WIDTH && /^\s*(?:\/\/|\/?\*+) \S+ /.test(line) && !/https?:/.test(line);

function faultsOf({ path, text }: Source): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const opening =
    lines[0] === '/**'
      ? (lines[1] ?? '').replace(/^\s*\*\s*/, '')
      : /^\/\*\* (.+)/.exec(lines[0] ?? '')?.[1];
  // written so that it does not find itself
  const later = lines.findIndex((line) => /\b(?:TO[D]O|FIX[M]E)\b/.test(line));
  const wide = lines.findIndex(isWideComment);
  return [
    ...(lines.length > MOST_LINES
      ? [
          `${path} has ${lines.length} lines, more than ${MOST_LINES}: move one of its subjects to a file of its own`,
        ]
      : []),
    ...(opening !== undefined && /\p{L}/u.test(opening)
      ? []
      : [
          `${path} does not open with a sentence: write in its first line, as /** … */, what it is for`,
        ]),
    ...(wide >= 0
      ? [`${path}:${wide + 1} has a comment over ${WIDTH} columns: break it into lines`]
      : []),
    ...(later >= 0
      ? [`${path}:${later + 1} leaves work for later: do it, or say it in an issue`]
      : []),
  ];
}

const program = sourcesOf('main', 'preload', 'renderer');

test('every file of the program keeps to its size and opens with its purpose', () => {
  expect(program.flatMap(faultsOf).join('\n')).toBe('');
});

test('all parts were looked at', () => {
  for (const folder of ['main/', 'preload/', 'renderer/'])
    expect(program.filter(({ path }) => path.startsWith(folder)).length).toBeGreaterThan(3);
});

test.each([
  [
    `more than ${MOST_LINES} lines`,
    `/** Long. */\n${'x\n'.repeat(MOST_LINES)}`,
    `has ${MOST_LINES + 1} lines`,
  ],
  ['no opening sentence', 'export {};\n', 'does not open with a sentence'],
  ['an empty opening', '/** */\nexport {};\n', 'does not open with a sentence'],
  [
    'a wide comment',
    `/** Purpose. */\n// ${'word '.repeat(30)}\n`,
    'x.ts:2 has a comment over 100 columns',
  ],
  ['work left for later', `/** Purpose. */\n// ${'TO'}${'DO'}: later\n`, 'x.ts:2 leaves work'],
])('%s is found', (_what, text, fault) => {
  const faults = faultsOf({ path: 'x.ts', text });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test('a good file has no fault', () => {
  expect(
    faultsOf({ path: 'x.ts', text: `/** Purpose. */\n${'x\n'.repeat(MOST_LINES - 1)}` }),
  ).toEqual([]);
});
