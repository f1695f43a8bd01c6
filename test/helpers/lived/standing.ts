/**
 * What one unit of a random county has done, has to do, and how that stands: by the rules of the
 * domain, from what was told alone.
 */
import {
  HUNDRED,
  minus,
  order,
  over,
  parsed,
  plus,
  rounded,
  sign,
  times,
  total,
  whole,
  ZERO,
  type Fraction,
  type Maybe,
} from './fractions.ts';
import { cell, goalKey, kindOf, told, type Kind, type Life, type Told } from './life.ts';

export interface Done {
  readonly month: Maybe;
  readonly cumulative: Maybe;
}
export interface Task {
  readonly assured: Fraction;
  readonly stretch: Maybe;
  readonly base: Maybe;
  readonly quarters: readonly Fraction[] | null;
}
export type Lamp = 'gold' | 'blue' | 'green' | 'yellow' | 'red' | 'none';
export interface Standing {
  readonly target: Maybe;
  readonly completion: Maybe;
  readonly pace: Maybe;
  readonly gap: Maybe;
  readonly due: Maybe;
  readonly lamp: Lamp;
}
/** As it stood when the month was closed, or as it is now. */
export function doneBy(
  life: Life,
  year: number,
  one: Kind,
  unit: string,
  month: number,
  published = false,
): Done {
  if (one.parts !== undefined) {
    const [top, bottom] = one.parts.map(
      (code) => doneBy(life, year, kindOf(code), unit, month, published).cumulative,
    );
    return {
      month: null,
      cumulative:
        top == null || bottom == null || sign(bottom) === 0
          ? null
          : over(times(top, HUNDRED), bottom),
    };
  }
  let done: Done = { month: null, cumulative: ZERO };
  for (let at = 1; at <= month; at += 1) {
    const key = cell(year, one.code, unit, at);
    const said = (published ? undefined : life.corrected.get(key)) ?? life.told.get(key);
    done = one.kind === 'flow' ? followed(said, done.cumulative) : level(said);
  }
  return month === 0 ? { month: null, cumulative: one.kind === 'flow' ? ZERO : null } : done;
}
const level = (said: Told | undefined): Done => ({
  month: null,
  cumulative: told(said?.text ?? null),
});
function followed(said: Told | undefined, before: Maybe): Done {
  if (said === undefined) return { month: null, cumulative: null };
  const value = parsed(said.text);
  return said.part === 'month'
    ? { month: value, cumulative: before === null ? null : plus(before, value) }
    : { month: before === null ? null : minus(value, before), cumulative: value };
}

/** A closed month keeps the targets that it was closed with. */
const versionAt = (life: Life, month: number): number =>
  life.isRaised && month !== life.closed ? 2 : 1;
export function taskOf(
  life: Life,
  year: number,
  one: Kind,
  unit: string,
  month: number,
): Task | null {
  const goal = life.goals.get(goalKey(year, versionAt(life, month), one.code, unit));
  return goal === undefined
    ? null
    : {
        assured: parsed(goal.assured),
        stretch: told(goal.stretch),
        base: told(goal.base),
        quarters: goal.quarters?.map(parsed) ?? null,
      };
}

/**
 * What share of the year's target is due, exactly; null where nothing can be told before the year
 * ends.
 */
function shareDue({ stock }: Life, one: Kind, task: Task, month: number): Maybe {
  if (one.kind === 'ratio') return whole(1);
  const plan = task.quarters === null ? null : total(task.quarters);
  if (task.quarters !== null && plan !== null && sign(plan) > 0) {
    const full = Math.floor(month / 3);
    const into = times(task.quarters[full] ?? ZERO, over(whole(month % 3), whole(3)));
    return over(plus(total(task.quarters.slice(0, full)), into), plan);
  }
  if (one.kind === 'flow' || month === 12) return over(whole(month), whole(12));
  if (stock === 'end' || task.base === null || sign(task.assured) === 0) return null;
  const way = times(minus(task.assured, task.base), over(whole(month), whole(12)));
  return over(plus(task.base, way), task.assured);
}

function lampAt(
  { lamp }: Life,
  one: Kind,
  month: number,
  done: Maybe,
  task: Task | null,
  { completion, pace }: Pick<Standing, 'completion' | 'pace'>,
): Lamp {
  if (done === null || task === null) return 'none';
  const reaches = (goal: Maybe): boolean =>
    goal !== null && order(done, goal) * (one.direction === 'up' ? 1 : -1) >= 0;
  const isCeiling = one.direction === 'down' && one.kind === 'flow';
  if (!isCeiling || month === 12) {
    if (reaches(task.stretch)) return 'gold';
    if (reaches(task.assured)) return 'blue';
  }
  if (isCeiling && !reaches(task.assured)) return 'red';
  if (completion === null) return reaches(task.assured) ? 'green' : 'red';
  if (pace === null) return 'none';
  const [low, high] = one.direction === 'up' ? [completion, pace] : [pace, completion];
  if (lamp.by === 'difference') {
    const behind = minus(high, low);
    if (order(behind, parsed(lamp.yellow)) <= 0) return 'green';
    return order(behind, parsed(lamp.red)) <= 0 ? 'yellow' : 'red';
  }
  const atLeast = (percent: string): boolean =>
    order(times(low, HUNDRED), times(high, parsed(percent))) >= 0;
  return atLeast(lamp.green) ? 'green' : atLeast(lamp.yellow) ? 'yellow' : 'red';
}

export function standingOf(
  life: Life,
  one: Kind,
  month: number,
  done: Maybe,
  task: Task | null,
  dueOfParts?: Maybe,
): Standing {
  if (task === null)
    return { target: null, completion: null, pace: null, gap: null, due: null, lamp: 'none' };
  const target = task.assured;
  const completion =
    done === null || sign(target) <= 0 ? null : rounded(over(times(done, HUNDRED), target), 2);
  const own = shareDue(life, one, task, month);
  const due = dueOfParts === undefined ? (own === null ? null : times(own, target)) : dueOfParts;
  const exact =
    dueOfParts === undefined || sign(target) <= 0
      ? own
      : dueOfParts === null
        ? null
        : over(dueOfParts, target);
  const pace = exact === null ? null : rounded(times(exact, HUNDRED), 2);
  return {
    target,
    completion,
    pace,
    gap: completion === null || pace === null ? null : minus(completion, pace),
    due,
    lamp: lampAt(life, one, month, done, task, { completion, pace }),
  };
}
