/** Pace (序时进度), completion and what stands over or under it (domain.md §5): percents with two places as integers × 100. */
import { divideHalfUp, fromScaled, type Decimal } from '../exact/decimal.ts';
import { figureOf, type Figure, type IndicatorKind } from '../targets/indicator.ts';
import { cumulativePlan, type Plan } from '../targets/target-plan.ts';

/** A percent (or percentage points) × 100: 7425n is 74.25 %. */
export type Hundredths = bigint;
const WHOLE: Hundredths = 10_000n;

export const hundredthsText = (value: Hundredths): Decimal => fromScaled(value, 2);
export const hundredthsOrNull = (value: Hundredths | null): Decimal | null =>
  value === null ? null : fromScaled(value, 2);

/** Done and all of a plan up to the end of `month` (1…12); evenly without one, or where it adds up to nothing. A ratio is a level: all of it is due in every month. */
function dueShare(
  month: number,
  kind: IndicatorKind,
  plan: Plan | null,
): readonly [Figure, Figure] {
  if (kind === 'ratio') return [1n, 1n];
  const sums = plan === null ? [] : cumulativePlan(plan).map(figureOf);
  const all = sums[11] ?? 0n;
  return all <= 0n ? [BigInt(month), 12n] : [sums[month - 1] ?? 0n, all];
}

/** The share of the year's target that should be done by the end of `month`. */
export function paceOf(month: number, kind: IndicatorKind, plan: Plan | null): Hundredths {
  const [due, all] = dueShare(month, kind, plan);
  return divideHalfUp(due * WHOLE, all);
}

/** What of `target` should be done by the end of `month`, in the measure. */
export function dueOf(
  target: Figure,
  month: number,
  kind: IndicatorKind,
  plan: Plan | null,
): Figure {
  const [due, all] = dueShare(month, kind, plan);
  return divideHalfUp(target * due, all);
}

/** 完成率: done ÷ target; null without a target above zero. */
export function completionOf(done: Figure | null, target: Figure | null): Hundredths | null {
  return done === null || target === null || target <= 0n
    ? null
    : divideHalfUp(done * WHOLE, target);
}

/** 超/欠序时 in percentage points: the printed completion less the printed pace, so that a reader who subtracts gets the same. */
export const gapOf = (completion: Hundredths | null, pace: Hundredths): Hundredths | null =>
  completion === null ? null : completion - pace;

/** The plan that a stated completion tells: 88.7 at 177 % → 50.1129…; null for a completion of zero or less. */
export const plannedBy = (done: Figure, completion: Figure): Figure | null =>
  completion <= 0n ? null : divideHalfUp(done * 100_000_000n, completion);
