/**
 * The targets that a month is measured against: by indicator and unit, of the version in force or
 * the one a close was made with.
 */
import type { Denominator } from '../../../preload/contract/progress.ts';
import { closeOf } from '../../data/progress/closes.ts';
import { tasksOf, versionById, versionInForce } from '../../data/targets/targets.ts';
import { allUnits, countyUnit, type UnitRow } from '../../data/units/units.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import {
  dueTogether,
  type Course,
  type Hundredths,
  type StockPace,
} from '../../domain/progress/pace.ts';
import type { IndicatorFigure, IndicatorKind } from '../../domain/targets/indicator.ts';
import type { TargetVersion } from '../../domain/targets/target.ts';
import { planOf, type TargetPlan } from '../../domain/targets/target-plan.ts';
import type { Book } from '../book/book.ts';
import { addedUnits, ratioOf, type FiguresGroup, type UnitFigures } from './month-figures.ts';

/** What one unit (or the county) has to do. */
export interface Task {
  readonly assured: IndicatorFigure | null;
  readonly stretch: IndicatorFigure | null;
  readonly upper: IndicatorFigure | null;
  readonly base: IndicatorFigure | null;
  readonly plan: TargetPlan | null;
}
export type UnitTasks = ReadonlyMap<number, Task>;
export interface YearTargets {
  readonly version: TargetVersion | null;
  of(indicator: number): UnitTasks;
  /** the county's own row; else what the units' add up to */
  total(indicator: IndicatorRow, group: FiguresGroup): Task | null;
  /** the units whose targets that total adds up; null where it is the county's own, or a ratio's */
  summed(indicator: IndicatorRow, by: Denominator, group: FiguresGroup): UnitTasks | null;
}

/** A closed month keeps the version that it was closed with. */
export function versionFor(book: Book, year: number, month: number): TargetVersion | null {
  const close = closeOf(book.db, year, month);
  return (
    (close === null || close.version === null ? null : versionById(book.db, close.version)) ??
    versionInForce(book.db, year)
  );
}

export function yearTargets(
  book: Book,
  version: TargetVersion | null,
  indicator?: IndicatorRow,
): YearTargets {
  const only = indicator?.rollup === 'ratio' ? undefined : indicator?.id;
  const byIndicator = new Map<number, Map<number, Task>>();
  for (const [id, unit, assured, stretch, upper, base, plan] of version === null
    ? []
    : tasksOf(book.db, version.id, only)) {
    const of = byIndicator.get(Number(id)) ?? new Map<number, Task>();
    byIndicator.set(Number(id), of);
    of.set(Number(unit), { assured, stretch, upper, base, plan: planOf(plan) });
  }
  const units = new Map(allUnits(book.db).map((unit) => [unit.id, unit]));
  const county = countyUnit(book.db) ?? 0;
  const of = (id: number): UnitTasks => byIndicator.get(id) ?? new Map<number, Task>();
  return {
    version,
    of,
    total: (one, group) => totalTask(one, group, of, units, county),
    summed: (one, by, group) => {
      const own = group === 'all' ? of(one.id).get(county) : undefined;
      if (one.rollup !== 'sum' || (own !== undefined && own[by] !== null)) return null;
      return new Map(
        partsOf(of(one.id), by, units, county, group).flatMap((unit): [number, Task][] => {
          const task = of(one.id).get(unit);
          return task === undefined ? [] : [[unit, task]];
        }),
      );
    },
  };
}

type Part = 'assured' | 'stretch' | 'upper' | 'base';

function totalTask(
  one: IndicatorRow,
  group: FiguresGroup,
  of: (id: number) => UnitTasks,
  units: ReadonlyMap<number, UnitRow>,
  county: number,
): Task | null {
  const tasks = of(one.id);
  const own = group === 'all' ? tasks.get(county) : undefined;
  if (own !== undefined && own.assured !== null) return own;
  if (one.rollup === 'none') return own ?? null;
  const part = (id: number, name: Part): IndicatorFigure | null =>
    sumOf(of(id), name, units, county, group);
  const whole = (name: Part): IndicatorFigure | null =>
    one.rollup === 'ratio'
      ? ratioOf(one, part(one.numerator ?? 0, name), part(one.denominator ?? 0, name))
      : (own?.[name] ?? part(one.id, name));
  const task = {
    assured: whole('assured'),
    stretch: whole('stretch'),
    upper: whole('upper'),
    base: own?.base ?? part(one.id, 'base'),
    plan: own?.plan ?? null,
  };
  return task.assured === null && task.stretch === null && task.upper === null ? null : task;
}

/** The units whose targets are added up. */
const partsOf = (
  tasks: UnitTasks,
  name: Part,
  units: ReadonlyMap<number, UnitRow>,
  county: number,
  group: FiguresGroup,
): readonly number[] =>
  addedUnits(
    [...tasks].flatMap(([unit, task]) =>
      task.assured === null && task[name] === null ? [] : [unit],
    ),
    units,
    county,
    group,
  );

/**
 * A stretch that some units do not have is theirs of assured: a total of half the units would be no
 * total.
 */
function sumOf(
  tasks: UnitTasks,
  name: Part,
  units: ReadonlyMap<number, UnitRow>,
  county: number,
  group: FiguresGroup,
): IndicatorFigure | null {
  const added = partsOf(tasks, name, units, county, group);
  if (added.every((unit) => (tasks.get(unit)?.[name] ?? null) === null)) return null;
  const values = added.map(
    (unit) =>
      tasks.get(unit)?.[name] ?? (name === 'stretch' ? (tasks.get(unit)?.assured ?? null) : null),
  );
  return values.some((value) => value === null) && (name === 'upper' || name === 'base')
    ? null
    : values.reduce((sum: IndicatorFigure, value) => sum + (value ?? 0n), 0n);
}

export const denominatorOf = (
  task: Task | null | undefined,
  by: Denominator,
): IndicatorFigure | null => task?.[by] ?? null;
/** What makes a lamp blue. */
export const floorOf = (task: Task | null | undefined, by: Denominator): IndicatorFigure | null =>
  by === 'upper' ? (task?.upper ?? null) : (task?.assured ?? null);

/** How the task is to be come by over the year. */
export const courseOf = (
  kind: IndicatorKind,
  task: Pick<Task, 'plan' | 'base'> | null | undefined,
  stock: StockPace,
): Course => ({ kind, plan: task?.plan ?? null, base: task?.base ?? null, stock });

/**
 * What is due of targets that were added up, each by its own plan; `pace` null where nothing can be
 * told of one of them.
 */
export function dueOfTasks(
  tasks: UnitTasks,
  { kind }: IndicatorRow,
  {
    by,
    month,
    stock,
  }: { readonly by: Denominator; readonly month: number; readonly stock: StockPace },
): { readonly due: IndicatorFigure | null; readonly pace: Hundredths | null } {
  const parts = [...tasks.values()].flatMap((task) => {
    const target = denominatorOf(task, by) ?? (by === 'stretch' ? task.assured : null);
    return target === null ? [] : [{ target, course: courseOf(kind, task, stock) }];
  });
  return dueTogether(parts, month) ?? { due: null, pace: null };
}

/**
 * What of the whole is measured against its target: where that adds up the units' targets, only
 * what those units did.
 */
export function doneAgainst(
  tasks: UnitTasks | null,
  figures: UnitFigures,
  whole: IndicatorFigure | null,
): IndicatorFigure | null {
  if (tasks === null) return whole;
  const done = [...tasks.keys()].flatMap((unit) => figures.get(unit) ?? []);
  return done.length === 0 ? null : done.reduce((sum, one) => sum + one, 0n);
}
