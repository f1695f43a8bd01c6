/**
 * The heads of a list in groups: numbered as an official numbers them, the outer ones added up
 * exactly.
 */
import { expect, test } from 'vitest';
import { groupsOf } from '../../renderer/features/ledgers/sheet/groups.ts';
import { SPECS } from '../../renderer/features/ledgers/shared/spec.ts';

const sums = (value: string | null, others = 0) => ({ total_investment: { value, others } });

test('outer groups are the exact sums of the inner ones; nothing is not 0', () => {
  const lines = groupsOf(
    SPECS.project,
    ['location', 'stage'],
    [
      { key: ['高新区', 'signed'], count: 2, sums: sums('100000000.10') },
      { key: ['高新区', 'building'], count: 1, sums: sums('0.20', 1) },
      { key: [null, 'signed'], count: 3, sums: sums(null) },
      { key: [null, null], count: 1, sums: sums(null) },
    ],
  );
  expect(lines.map(({ label, level, count }) => [label, level, count])).toEqual([
    ['一、高新区', 0, 3],
    ['（一）签约', 1, 2],
    ['（二）在建', 1, 1],
    ['二、未填', 0, 4],
    ['（一）签约', 1, 3],
    ['（二）未填', 1, 1],
  ]);
  expect(lines[0]?.sums['total_investment']).toEqual({ value: '100000000.30', others: 1 });
  expect(lines[3]?.sums['total_investment']).toEqual({ value: null, others: 0 });
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
});
