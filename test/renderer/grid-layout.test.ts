/** Groups in groups: which line of the sheet is which head or record, folded and unfolded. */
import { expect, test } from 'vitest';
import { layoutOf } from '../../renderer/ui/grid/layout.ts';
import type { GridGroup } from '../../renderer/ui/grid/model.ts';

const group = (id: string, level: number, count: number): GridGroup => ({
  id,
  level,
  label: id,
  count,
  figures: {},
});
/** 甲园 (签约 2, 在建 1), 乙园 (签约 3) */
const GROUPS = [
  group('甲', 0, 3),
  group('甲签', 1, 2),
  group('甲建', 1, 1),
  group('乙', 0, 3),
  group('乙签', 1, 3),
];

function lines(folded: readonly string[]): string[] {
  const layout = layoutOf(6, GROUPS, new Set(folded));
  return Array.from({ length: layout.lines }, (_, at) => {
    const line = layout.lineAt(at);
    return line === null ? '?' : line.kind === 'group' ? line.group.id : String(line.index);
  });
}

test.each([
  ['nothing folded', [], ['甲', '甲签', '0', '1', '甲建', '2', '乙', '乙签', '3', '4', '5']],
  ['an inner group', ['甲签'], ['甲', '甲签', '甲建', '2', '乙', '乙签', '3', '4', '5']],
  ['an outer group', ['甲'], ['甲', '乙', '乙签', '3', '4', '5']],
  ['an outer one and one inside it', ['甲', '甲建'], ['甲', '乙', '乙签', '3', '4', '5']],
  ['all', ['甲', '乙'], ['甲', '乙']],
])('%s', (_name, folded, expected) => {
  expect(lines(folded)).toEqual(expected);
});

test('a record’s line is its own, or the head of the outermost folded group that holds it', () => {
  expect(layoutOf(6, GROUPS, new Set()).lineOf(2)).toBe(5);
  expect(layoutOf(6, GROUPS, new Set(['甲'])).lineOf(2)).toBe(0);
  expect(layoutOf(6, GROUPS, new Set(['甲'])).lineOf(4)).toBe(4);
  expect(layoutOf(6, GROUPS, new Set(['乙签'])).lineOf(5)).toBe(7);
});
