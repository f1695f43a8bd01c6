/**
 * The flattened sheet: which line is a group's head and which a record, found without a list of all
 * lines.
 */
import type { GridGroup } from './model.ts';

export type GridLine =
  | { readonly kind: 'group'; readonly group: GridGroup }
  | { readonly kind: 'record'; readonly index: number }
  /** the row at the end that becomes a record */
  | { readonly kind: 'blank'; readonly index: number };

interface Segment {
  readonly group: GridGroup;
  /** the head's line */
  readonly line: number;
  /** the index of the group's first record */
  readonly first: number;
}

export interface GridLayout {
  readonly lines: number;
  lineAt(line: number): GridLine | null;
  /** the line of a record; where its group is folded, the group's head */
  lineOf(index: number): number;
  /** the first record at or after `line` (or, going up, at or before); null where there is none */
  recordNear(line: number, step: 1 | -1): number | null;
  headOf(line: number): number | null;
}

export function gridLayoutOf(
  total: number,
  groups: readonly GridGroup[],
  folded: ReadonlySet<string>,
  hasBlank: boolean,
): GridLayout {
  const records = groups.length === 0 ? flat(total) : grouped(groups, folded);
  return hasBlank ? withBlank(records, total) : records;
}

function withBlank(records: GridLayout, total: number): GridLayout {
  const { lines } = records;
  return {
    ...records,
    lines: lines + 1,
    lineAt: (line) => (line === lines ? { kind: 'blank', index: total } : records.lineAt(line)),
    recordNear: (line, step) =>
      records.recordNear(step === -1 ? Math.min(line, lines - 1) : line, step),
    headOf: (line) => (line === lines ? null : records.headOf(line)),
  };
}

function flat(total: number): GridLayout {
  return {
    lines: total,
    lineAt: (line) => (line >= 0 && line < total ? { kind: 'record', index: line } : null),
    lineOf: (index) => index,
    recordNear: (line, step) =>
      total === 0 || (step === 1 && line >= total) || (step === -1 && line < 0)
        ? null
        : Math.min(Math.max(line, 0), total - 1),
    headOf: () => null,
  };
}

/** The heads in sight with their places; what a folded group holds takes no line. */
function segmentsOf(
  groups: readonly GridGroup[],
  folded: ReadonlySet<string>,
): { readonly segments: readonly Segment[]; readonly lines: number } {
  const segments: Segment[] = [];
  let [line, first] = [0, 0];
  /** the level of the folded group that is being passed over */
  let closed = Infinity;
  groups.forEach((group, at) => {
    const level = group.level ?? 0;
    const isInnermost = (groups[at + 1]?.level ?? 0) <= level;
    if (level <= closed) {
      closed = folded.has(group.id) ? level : Infinity;
      segments.push({ group, line, first });
      line += 1 + (isInnermost && closed === Infinity ? group.count : 0);
    }
    if (isInnermost) first += group.count;
  });
  return { segments, lines: line };
}

function grouped(groups: readonly GridGroup[], folded: ReadonlySet<string>): GridLayout {
  const { segments, lines } = segmentsOf(groups, folded);
  const byLine = (at: number): Segment | undefined =>
    segments[lastAtMost(segments, (one) => one.line, at)];
  const lineAt = (at: number): GridLine | null => {
    const segment = at < 0 || at >= lines ? undefined : byLine(at);
    if (segment === undefined) return null;
    return at === segment.line
      ? { kind: 'group', group: segment.group }
      : { kind: 'record', index: segment.first + at - segment.line - 1 };
  };
  return {
    lines,
    lineAt,
    lineOf: (index) => {
      const segment = segments[lastAtMost(segments, (one) => one.first, index)];
      if (segment === undefined) return 0;
      return folded.has(segment.group.id) ? segment.line : segment.line + 1 + index - segment.first;
    },
    recordNear: (from, step) => {
      for (let at = from; at >= 0 && at < lines; at += step) {
        const found = lineAt(at);
        if (found?.kind === 'record') return at;
      }
      return null;
    },
    headOf: (at) => byLine(at)?.line ?? null,
  };
}

/** The last index whose key is at most `wanted`; −1 where none is. */
function lastAtMost<T>(list: readonly T[], key: (one: T) => number, wanted: number): number {
  let [low, high] = [0, list.length - 1];
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && key(one) <= wanted) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
