/**
 * Heads in up to three lines: neighbours under one name are merged, a short path reaches down to
 * the last line.
 */
import type { GridColumn } from './model.ts';

export interface Head {
  readonly label: string;
  /** columns from..to (inclusive), lines top..top+height-1 */
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
  /** the column itself, so that a click sorts; absent for merged heads */
  readonly column?: GridColumn;
}

export interface Heads {
  readonly depth: number;
  readonly heads: readonly Head[];
  /** columns after which a stronger line stands: the end of an outermost group */
  readonly ends: ReadonlySet<number>;
}

export function headsOf(columns: readonly GridColumn[]): Heads {
  // a measure under a head takes a line of its own
  const depth = Math.max(
    1,
    ...columns.map((column) => column.path.length + (column.note === undefined ? 0 : 1)),
  );
  const heads: Head[] = [];
  const ends = new Set<number>();
  for (let level = 0; level < depth; level += 1) {
    for (let from = 0; from < columns.length; from += 1) {
      const column = columns[from];
      if (column === undefined || level >= column.path.length) continue;
      if (level === column.path.length - 1) {
        heads.push({
          label: column.path[level] ?? '',
          from,
          to: from,
          top: level,
          height: depth - level,
          column,
        });
        continue;
      }
      const to = lastUnder(columns, from, level);
      heads.push({ label: column.path[level] ?? '', from, to, top: level, height: 1 });
      if (level === 0) ends.add(from - 1).add(to);
      from = to;
    }
  }
  return { depth, heads, ends };
}

function lastUnder(columns: readonly GridColumn[], from: number, level: number): number {
  const prefix = columns[from]?.path.slice(0, level + 1).join('›');
  const frozen = columns[from]?.frozen;
  let to = from;
  for (;;) {
    const next = columns[to + 1];
    if (
      next === undefined ||
      next.frozen !== frozen ||
      next.path.length <= level + 1 ||
      next.path.slice(0, level + 1).join('›') !== prefix
    )
      return to;
    to += 1;
  }
}
