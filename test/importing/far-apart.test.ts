/**
 * The few figures of a column that lie a gap below or above all others, against the definition
 * tried on every cut.
 */
import { expect, test } from 'vitest';
import { farApart, type SizeInRow } from '../../main/importing/cells/magnitudes.ts';
import { seeded } from '../helpers/seeded.ts';

/**
 * Every cut of the sorted list with at most a fifth on its small side; the lowest cut first, then
 * the highest.
 */
function byEveryCut(told: readonly SizeInRow[], gap: number): readonly number[] {
  const sizes = told.map(({ size }) => size).toSorted((a, b) => a - b);
  const few = Math.max(1, Math.floor(sizes.length / 5));
  for (let count = 1; count <= few; count++) {
    const [under, over] = [sizes.slice(0, count), sizes.slice(count)];
    if (Math.max(...under) * gap <= Math.min(...over)) return under;
  }
  for (let count = 1; count <= few; count++) {
    const [under, over] = [sizes.slice(0, -count), sizes.slice(-count)];
    if (Math.max(...under) * gap <= Math.min(...over)) return over;
  }
  return [];
}

test('random columns with figures a little or far apart', () => {
  const random = seeded(20240906);
  let found = 0;
  for (let round = 0; round < 2000; round++) {
    const gap = [10, 100, 1000][round % 3] ?? 10;
    const told = Array.from({ length: 4 + Math.floor(random() * 20) }, (_, row) => ({
      row,
      size:
        Math.ceil(random() * 900) *
        (random() < 0.1 ? gap * ([0.5, 1, 2, 1000][round % 4] ?? 1) : 1),
    }));
    const apart = farApart(told, gap).map(({ size }) => size);
    expect([round, apart]).toEqual([round, byEveryCut(told, gap)]);
    if (apart.length > 0) found += 1;
  }
  expect(found).toBeGreaterThan(100);
});
