/**
 * No circle of imports: neither of files nor of rooms (folders), so that every part can be read and
 * tested after what it stands on.
 */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { circlesOf, importsOf } from './import-graph.ts';
import { sourcesOf, type Source } from './sources.ts';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

function filesOf(sources: readonly Source[]): Graph {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(
    sources.map((source) => [
      source.path,
      new Set(
        importsOf(source)
          .map(({ target }) => target)
          .filter((target) => known.has(target)),
      ),
    ]),
  );
}

function roomsOf(files: Graph): Graph {
  const rooms = new Map<string, Set<string>>();
  for (const [file, targets] of files) {
    const room = posix.dirname(file);
    const others = rooms.get(room) ?? new Set();
    for (const target of targets)
      if (posix.dirname(target) !== room) others.add(posix.dirname(target));
    rooms.set(room, others);
  }
  return rooms;
}

const files = filesOf(sourcesOf('main', 'preload', 'renderer'));
const told = (circles: readonly (readonly string[])[]): string =>
  circles.map((circle) => circle.join(' → ')).join('\n');

test('no files import each other in a circle', () => {
  expect(told(circlesOf(files))).toBe('');
});

test('no rooms import each other in a circle: move what both need to a room below them', () => {
  expect(told(circlesOf(roomsOf(files)))).toBe('');
});

test('circles are found', () => {
  const source = (path: string, ...targets: readonly string[]): Source => ({
    path,
    text: targets.map((target) => `import '${target}';`).join('\n'),
  });
  const graph = filesOf([
    source('a/x.ts', '../b/y.ts'),
    source('b/y.ts', './z.ts'),
    source('b/z.ts', '../a/w.ts', './y.ts'),
    source('a/w.ts'),
  ]);
  expect(circlesOf(graph)).toEqual([['b/y.ts', 'b/z.ts']]);
  expect(circlesOf(roomsOf(graph))).toEqual([['a', 'b']]);
});
