/**
 * Pace (序时进度), completion and what stands over or under it (domain.md §5): percents with two
 * places as integers × 100.
 */
import { divideHalfUp, fromScaled, type Decimal } from '../exact/decimal.ts';
import {
  indicatorFigureOf,
  type IndicatorFigure,
  type IndicatorKind,
} from '../targets/indicator.ts';
import type { TargetPlan } from '../targets/target-plan.ts';

/** A percent (or percentage points) × 100: 7425n is 74.25 %. */
export type Hundredths = bigint;
const WHOLE: Hundredths = 10_000n;

export const hundredthsText = (value: Hundredths): Decimal => fromScaled(value, 2);
export const hundredthsOrNull = (value: Hundredths | null): Decimal | null =>
  value === null ? null : fromScaled(value, 2);

/**
 * How a level that is to be reached (期末数) is measured on the way: not before the year's end, or
 * on the straight path from where it began.
 */
export type StockPace = 'end' | 'path';
/** How a target is to be come by over the year. */
export interface Course {
  readonly kind: IndicatorKind;
  readonly plan: TargetPlan | null;
  /** where the year began, for the path of a level */
  readonly base: IndicatorFigure | null;
  readonly stock: StockPace;
}
export const evenPlan = (kind: IndicatorKind): Course => ({
  kind,
  plan: null,
  base: null,
  stock: 'end',
});

/**
 * Which part of what whole is due at the end of `month` (1…12): of a plan, or evenly; a ratio is a
 * level, all of it is due in every month. Null where nothing is due yet: a level is measured at the
 * year's end.
 */
function dueShare(
  month: number,
  target: IndicatorFigure,
  { kind, plan, base, stock }: Course,
): readonly [IndicatorFigure, IndicatorFigure] | null {
  if (kind === 'ratio') return [1n, 1n];
  const planned = plan === null ? null : plannedShare(plan, month);
  if (planned !== null && planned[1] > 0n) return planned;
  if (kind === 'flow') return [BigInt(month), 12n];
  if (month === 12) return [1n, 1n];
  return stock === 'end' || base === null || target === 0n
    ? null
    : [base * 12n + (target - base) * BigInt(month), target * 12n];
}

/** Exact inside a quarter too, which runs evenly. */
function plannedShare(
  plan: TargetPlan,
  month: number,
): readonly [IndicatorFigure, IndicatorFigure] {
  const parts = plan.map(indicatorFigureOf);
  const sum = (list: readonly IndicatorFigure[]): IndicatorFigure =>
    list.reduce((all, one) => all + one, 0n);
  const per = 12 / plan.length;
  const [full, into] = [Math.floor(month / per), BigInt(month % per)];
  const width = BigInt(per);
  return [sum(parts.slice(0, full)) * width + (parts[full] ?? 0n) * into, sum(parts) * width];
}

/**
 * The share of the year's target that should be done by the end of `month`; null where none can be
 * told.
 */
export function paceOf(month: number, target: IndicatorFigure, course: Course): Hundredths | null {
  const share = dueShare(month, target, course);
  return share === null ? null : divideHalfUp(share[0] * WHOLE, share[1]);
}
/** Of what runs evenly, or is a level, whatever the target. */
export const evenPace = (month: number): Hundredths => divideHalfUp(BigInt(month) * WHOLE, 12n);

/**
 * What of `target` should be done by the end of `month`, in the measure; null where that cannot be
 * told.
 */
export function dueOf(
  target: IndicatorFigure,
  month: number,
  course: Course,
): IndicatorFigure | null {
  const share = dueShare(month, target, course);
  return share === null ? null : divideHalfUp(target * share[0], share[1]);
}

/**
 * What several have to have done together by the end of `month`, each by its own course, and what
 * share of all their targets that is: exact until it is rounded once. Null where nothing can be
 * told of one of them.
 */
export function dueTogether(
  parts: readonly { readonly target: IndicatorFigure; readonly course: Course }[],
  month: number,
): { readonly due: IndicatorFigure; readonly pace: Hundredths | null } | null {
  let [top, bottom] = [0n, 1n];
  for (const { target, course } of parts) {
    const share = dueShare(month, target, course);
    if (share === null) return null;
    const [over, under] = share;
    if (bottom % under === 0n) top += (target * over * bottom) / under;
    else [top, bottom] = [top * under + target * over * bottom, bottom * under];
  }
  const whole = parts.reduce((sum, { target }) => sum + target, 0n);
  return {
    due: divideHalfUp(top, bottom),
    pace: whole <= 0n ? null : divideHalfUp(top * WHOLE, bottom * whole),
  };
}

/** 完成率: done ÷ target; null without a target above zero. */
export function completionOf(
  done: IndicatorFigure | null,
  target: IndicatorFigure | null,
): Hundredths | null {
  return done === null || target === null || target <= 0n
    ? null
    : divideHalfUp(done * WHOLE, target);
}

/**
 * 超/欠序时 in percentage points: the printed completion less the printed pace, so that a reader
 * who subtracts gets the same.
 */
export const gapOf = (completion: Hundredths | null, pace: Hundredths | null): Hundredths | null =>
  completion === null || pace === null ? null : completion - pace;

/**
 * What a share is above its target, in points of its own: 45 % against 40 % are 5.00 points, though
 * 12.50 % more.
 */
export const pointsOver = (
  done: IndicatorFigure | null,
  target: IndicatorFigure | null,
): Hundredths | null =>
  done === null || target === null ? null : divideHalfUp(done - target, FIGURES_A_HUNDREDTH);
/** A figure is kept × 10^6, points × 100. */
const FIGURES_A_HUNDREDTH = 10_000n;

/**
 * The plan that a stated completion tells: 88.7 at 177 % → 50.1129…; null for a completion of zero
 * or less.
 */
export const plannedBy = (
  done: IndicatorFigure,
  completion: IndicatorFigure,
): IndicatorFigure | null =>
  completion <= 0n ? null : divideHalfUp(done * 100_000_000n, completion);
