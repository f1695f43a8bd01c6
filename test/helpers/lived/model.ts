/** What a random county's figures come to, worked out from what was told alone, by the rules of the domain: it shares nothing with the program. */
import {
  fixed,
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
import {
  activeIn,
  cell,
  goalKey,
  kindOf,
  told,
  YEARS,
  type Kind,
  type Life,
  type Told,
} from './life.ts';

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
export interface Line extends Standing {
  readonly name: string;
  readonly month: Maybe;
  readonly cumulative: Maybe;
  /** percent, or points of a share */
  readonly growth: Maybe;
  readonly place: number | null;
}
export interface Page {
  readonly lines: readonly Line[];
  readonly whole: Line;
  readonly missing: readonly string[];
}
const known = (list: readonly Maybe[]): readonly Fraction[] => list.filter((one) => one !== null);
const sumOf = (list: readonly Maybe[]): Maybe => {
  const parts = known(list);
  return parts.length === 0 ? null : total(parts);
};

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

/** What share of the year's target is due, exactly; null where nothing can be told before the year ends. */
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

/** Last year's figure on this year's units: null where a part of it is not known. */
function before(life: Life, year: number, one: Kind, unit: string, month: number): Maybe {
  if (year === YEARS[0]) return null;
  const last = YEARS[0];
  if (one.parts !== undefined) {
    const [top, bottom] = one.parts.map((code) => before(life, year, kindOf(code), unit, month));
    return top == null || bottom == null || sign(bottom) === 0
      ? null
      : over(times(top, HUNDRED), bottom);
  }
  const own = doneBy(life, last, one, unit, month).cumulative;
  if (unit !== life.units[0] || one.whole !== 'sum') return own;
  const ever = (who: string): boolean =>
    Array.from({ length: 12 }, (_, at) => cell(last, one.code, who, at + 1)).some((key) =>
      life.told.has(key),
    );
  const both = [unit, life.gone].filter(ever);
  const parts = both.map((who) => doneBy(life, last, one, who, month).cumulative);
  return parts.some((part) => part === null) ? null : sumOf(parts);
}

export function growthOf({ measure }: Kind, now: Maybe, then: Maybe): Maybe {
  if (now === null || then === null) return null;
  if (measure === '%') return minus(now, then);
  return sign(then) <= 0 ? null : over(times(minus(now, then), HUNDRED), then);
}

export function placesOf(
  one: Kind,
  rows: readonly { readonly done: Maybe; readonly target: Maybe }[],
): readonly (number | null)[] {
  const shares = rows.map(({ done, target }) =>
    done === null || target === null || sign(target) <= 0 ? null : over(done, target),
  );
  return shares.map((mine) =>
    mine === null
      ? null
      : 1 +
        shares.filter(
          (other) => other !== null && order(other, mine) * (one.direction === 'up' ? 1 : -1) > 0,
        ).length,
  );
}

export function pageOf(life: Life, year: number, one: Kind, month: number): Page {
  const rows = activeIn(life, year).map((name) => ({
    name,
    done: doneBy(life, year, one, name, month),
    task: taskOf(life, year, one, name, month),
    last: before(life, year, one, name, month),
  }));
  const places = placesOf(
    one,
    rows.map(({ done, task }) => ({ done: done.cumulative, target: task?.assured ?? null })),
  );
  const lines = rows.map(({ name, done, task, last }, at) => ({
    name,
    ...done,
    ...standingOf(life, one, month, done.cumulative, task),
    growth: growthOf(one, done.cumulative, last),
    place: places[at] ?? null,
  }));
  return {
    lines,
    whole: wholeLine(life, year, one, month),
    missing: rows
      .filter(({ task, done }) => task !== null && done.cumulative === null)
      .map(({ name }) => name),
  };
}

function wholeLine(life: Life, year: number, one: Kind, month: number): Line {
  const name = '全县合计';
  const own = taskOf(life, year, one, '县', month);
  const units = activeIn(life, year);
  if (one.whole === 'own') {
    const done = doneBy(life, year, one, '县', month);
    const then = year === YEARS[0] ? null : doneBy(life, YEARS[0], one, '县', month).cumulative;
    const standing = standingOf(life, one, month, done.cumulative, own);
    return {
      name,
      ...done,
      ...standing,
      growth: growthOf(one, done.cumulative, then),
      place: null,
    };
  }
  if (one.parts !== undefined) {
    const now = partsTogether(life, year, one.parts, month, units);
    const then =
      year === YEARS[0] ? null : partsTogether(life, YEARS[0], one.parts, month, life.units);
    const standing = standingOf(life, one, month, now, own);
    const growth = growthOf(one, now, then);
    return { name, month: null, cumulative: now, ...standing, growth, place: null };
  }
  const rows = units.map((unit) => ({
    done: doneBy(life, year, one, unit, month),
    task: taskOf(life, year, one, unit, month),
    last: before(life, year, one, unit, month),
    isNew: year === YEARS[1] && unit === life.begun,
  }));
  const now = sumOf(rows.map(({ done }) => done.cumulative));
  const isPaired = rows.every(({ done }) => (done.month === null) === (done.cumulative === null));
  const isComparable = rows.every(
    ({ done, last, isNew }) => isNew || (last === null) === (done.cumulative === null),
  );
  const then = isComparable ? sumOf(rows.map((row) => row.last)) : null;
  const withTask = rows.flatMap(({ done, task }) => (task === null ? [] : [{ done, task }]));
  const task = tasksTogether(withTask.map((row) => row.task));
  const dues = withTask.map((row) => standingOf(life, one, month, null, row.task).due);
  const standing = standingOf(
    life,
    one,
    month,
    sumOf(withTask.map((row) => row.done.cumulative)),
    task,
    dues.some((due) => due === null) ? null : sumOf(dues),
  );
  const alone = isPaired ? sumOf(rows.map(({ done }) => done.month)) : null;
  return {
    name,
    month: alone,
    cumulative: now,
    ...standing,
    growth: growthOf(one, now, then),
    place: null,
  };
}

/** A ratio of the whole: over the units that have both parts. */
function partsTogether(
  life: Life,
  year: number,
  [top, bottom]: readonly [string, string],
  month: number,
  units: readonly string[],
): Maybe {
  const both = units.flatMap((unit) => {
    const [a, b] = [top, bottom].map(
      (code) => doneBy(life, year, kindOf(code), unit, month).cumulative,
    );
    return a == null || b == null ? [] : [[a, b] as const];
  });
  const under = total(both.map(([, b]) => b));
  return both.length === 0 || sign(under) === 0
    ? null
    : over(times(total(both.map(([a]) => a)), HUNDRED), under);
}

/** A stretch that some do not have is theirs of assured; a base that one does not have is nobody's. */
function tasksTogether(tasks: readonly Task[]): Task | null {
  if (tasks.length === 0) return null;
  const isStretched = tasks.some(({ stretch }) => stretch !== null);
  return {
    assured: total(tasks.map(({ assured }) => assured)),
    stretch: isStretched ? total(tasks.map(({ stretch, assured }) => stretch ?? assured)) : null,
    base: tasks.some(({ base }) => base === null) ? null : sumOf(tasks.map(({ base }) => base)),
    quarters: null,
  };
}

export const shown = (value: Maybe, places: number): string | null =>
  value === null ? null : fixed(value, places);
