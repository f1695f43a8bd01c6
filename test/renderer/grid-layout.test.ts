/** Groups in groups: which line of the sheet is which head or record, folded and unfolded. */
import { expect, test } from 'vitest';
import { gridLayoutOf } from '../../renderer/ui/grid/layout.ts';
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

function lines(folded: readonly string[], hasBlank = false): string[] {
  const layout = gridLayoutOf(6, GROUPS, new Set(folded), hasBlank);
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
  expect(gridLayoutOf(6, GROUPS, new Set(), false).lineOf(2)).toBe(5);
  expect(gridLayoutOf(6, GROUPS, new Set(['甲']), false).lineOf(2)).toBe(0);
  expect(gridLayoutOf(6, GROUPS, new Set(['甲']), false).lineOf(4)).toBe(4);
  expect(gridLayoutOf(6, GROUPS, new Set(['乙签']), false).lineOf(5)).toBe(7);
});

test('a blank row stands last, in groups and without, and is no record', () => {
  expect(lines([], true).at(-1)).toBe('6');
  expect(lines(['甲', '乙'], true)).toEqual(['甲', '乙', '6']);
  const flat = gridLayoutOf(2, [], new Set(), true);
  expect(flat.lineAt(2)).toEqual({ kind: 'blank', index: 2 });
  expect(flat.lineAt(3)).toBeNull();
  expect(flat.recordNear(2, -1)).toBe(1);
  expect(flat.recordNear(2, 1)).toBeNull();
  expect(gridLayoutOf(0, [], new Set(), true).lines).toBe(1);
});
