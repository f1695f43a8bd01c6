/**
 * A year's plan: how much of the target each quarter or month brings. Without one the year runs
 * evenly.
 */
import {
  add,
  compare,
  divide,
  isDecimal,
  multiply,
  subtract,
  sum,
  trim,
  type Decimal,
} from '../exact/decimal.ts';
import { Fault } from '../fault.ts';
import { FIGURE_SCALE } from './indicator.ts';

/** Four quarters or twelve months, each what it adds, in the indicator's measure. */
export type TargetPlan = readonly Decimal[];

/** The plan as stored. @throws Fault kept.damaged */
export function planOf(json: string | null): TargetPlan | null {
  if (json === null) return null;
  const plan = planIn(json);
  if (plan === null) throw new Fault('kept.damaged', { what: '目标的分期计划' });
  return plan;
}

function planIn(json: string): TargetPlan | null {
  try {
    const read: unknown = JSON.parse(json);
    const parts: readonly unknown[] = Array.isArray(read) ? read : [];
    const plan = parts.filter((one): one is Decimal => typeof one === 'string' && isDecimal(one));
    return plan.length === parts.length && (plan.length === 4 || plan.length === 12) ? plan : null;
  } catch {
    return null;
  }
}

/**
 * Cumulative figures for months 1…12; inside a quarter the plan runs evenly: 1500 + 4500 × 2/3 at
 * the end of May.
 */
export function cumulativePlan(plan: TargetPlan): readonly Decimal[] {
  const per = 12 / plan.length;
  return Array.from({ length: 12 }, (_, at) => {
    const whole = Math.floor((at + 1) / per);
    const into = (at + 1) % per;
    const part =
      divide(multiply(plan[whole] ?? '0', String(into)), String(per), FIGURE_SCALE) ?? '0';
    return trim(add(sum(plan.slice(0, whole)), part));
  });
}

/** What a plan lacks (above zero) or has too much to add up to the target. */
export const planMissing = (plan: TargetPlan, target: Decimal): Decimal =>
  trim(subtract(target, sum(plan)));

/** 各季计划合计14500万元，确保数15000万元，差500万元。改到相等。 */
export function planSentence(plan: TargetPlan, target: Decimal, measure: string): string {
  const missing = planMissing(plan, target);
  return `各${plan.length === 4 ? '季' : '月'}计划合计${trim(sum(plan))}${measure}，确保数${trim(target)}${measure}，${compare(missing, '0') > 0 ? '差' : '多'}${missing.replace(/^-/, '')}${measure}。改到相等。`;
}

/**
 * Plan figures by month that are cumulative, each in its place, as increments; null where a month's
 * figure is not there.
 */
export function incrementsOf(cumulative: readonly (Decimal | null)[]): TargetPlan | null {
  const steps: Decimal[] = [];
  let before: Decimal = '0';
  for (const value of cumulative) {
    if (value === null) return null;
    steps.push(trim(subtract(value, before)));
    before = value;
  }
  return steps;
}
