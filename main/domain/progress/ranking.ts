/**
 * Places and counts of a bulletin (domain.md §5): by completion, equal ones share a place, without
 * a target nobody is ranked.
 */
import type { Direction, IndicatorFigure } from '../targets/indicator.ts';
import { completionOf, type Hundredths } from './pace.ts';

export interface Ranked {
  readonly done: IndicatorFigure | null;
  readonly target: IndicatorFigure | null;
}
const isRanked = (
  one: Ranked,
): one is { readonly done: IndicatorFigure; readonly target: IndicatorFigure } =>
  completionOf(one.done, one.target) !== null;

/**
 * 1, 2, 2, 4 in the order given; null without a figure or a target above zero. Exact: what only
 * rounds to the same completion is not equal. The lowest comes first for `down`.
 */
export function rankOf(rows: readonly Ranked[], direction: Direction): readonly (number | null)[] {
  const ranked = rows.filter(isRanked);
  const better = (
    a: { readonly done: IndicatorFigure; readonly target: IndicatorFigure },
    b: { readonly done: IndicatorFigure; readonly target: IndicatorFigure },
  ): boolean => {
    const [mine, other] = [a.done * b.target, b.done * a.target];
    return direction === 'up' ? mine > other : mine < other;
  };
  return rows.map((row) =>
    isRanked(row) ? 1 + ranked.filter((other) => better(other, row)).length : null,
  );
}

export interface Counts {
  readonly ranked: number;
  /**
   * the year's target done; those are among `half` too. A ceiling is neither finished nor half
   * done: both stay 0
   */
  readonly finished: number;
  readonly half: number;
  /** 无实绩: reported, and nothing done */
  readonly nothing: number;
  readonly behind: number;
}
const [ALL, HALF]: readonly [Hundredths, Hundredths] = [10_000n, 5_000n];

/** Over the ranked rows; `gap` in points × 100. */
export function countsOf(
  rows: readonly (Ranked & { readonly gap: Hundredths | null })[],
  direction: Direction,
): Counts {
  const ranked = rows.flatMap((row) =>
    isRanked(row) ? [{ done: row.done, target: row.target, gap: row.gap }] : [],
  );
  const count = (fits: (row: (typeof ranked)[number]) => boolean): number =>
    ranked.filter(fits).length;
  return {
    ranked: ranked.length,
    finished: direction === 'up' ? count((row) => row.done >= row.target) : 0,
    half:
      direction === 'up'
        ? count((row) => row.done >= row.target || row.done * ALL >= row.target * HALF)
        : 0,
    nothing: direction === 'up' ? count((row) => row.done === 0n) : 0,
    behind: count((row) => isBehind(row.gap, direction)),
  };
}

/** Behind pace; for `down` that is above it. */
const isBehind = (gap: Hundredths | null, direction: Direction): boolean =>
  gap !== null && (direction === 'up' ? gap < 0n : gap > 0n);
