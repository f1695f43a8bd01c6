/**
 * A month's page of a random county: each unit's line and the whole's, worked out from what was
 * told alone; it shares nothing with the program.
 */
import {
  fixed,
  HUNDRED,
  minus,
  order,
  over,
  sign,
  times,
  total,
  type Fraction,
  type Maybe,
} from './fractions.ts';
import { activeIn, cell, kindOf, YEARS, type Kind, type Life } from './life.ts';
import { doneBy, standingOf, taskOf, type Standing, type Task } from './standing.ts';

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

function growthOf({ measure }: Kind, now: Maybe, then: Maybe): Maybe {
  if (now === null || then === null) return null;
  if (measure === '%') return minus(now, then);
  return sign(then) <= 0 ? null : over(times(minus(now, then), HUNDRED), then);
}

function placesOf(
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

/**
 * A stretch that some do not have is theirs of assured; a base that one does not have is nobody's.
 */
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
