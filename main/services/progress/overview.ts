/**
 * 总览: the war map of a month, units × indicators with their lamps, worst first, and what changed
 * since the month before.
 */
import type {
  Denominator,
  MapCell,
  Overview,
  ProgressRules,
} from '../../../preload/contract/progress.ts';
import type { Lamp } from '../../domain/progress/lamp.ts';
import { allIndicators, type IndicatorRow } from '../../data/targets/indicators.ts';
import { allUnits, countyUnit, type UnitRow } from '../../data/units/units.ts';
import { absentUnits } from '../../data/units/year-units.ts';
import {
  figureOrNull,
  indicatorFigureText,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { lampOf, limitsOf, type Limits } from '../../domain/progress/lamp.ts';
import {
  completionOf,
  dueOf,
  evenPace,
  gapOf,
  hundredthsOrNull,
  hundredthsText,
  paceOf,
  type Hundredths,
  type StockPace,
} from '../../domain/progress/pace.ts';
import type { Book } from '../book/book.ts';
import { indicatorOf } from '../targets/indicators.ts';
import {
  monthFigures,
  monthTotals,
  type FiguresGroup,
  type Total,
  type UnitFigures,
} from './month-figures.ts';
import { monthState } from './months.ts';
import { rulesOf } from './progress-rules.ts';
import {
  courseOf,
  denominatorOf,
  doneAgainst,
  dueOfTasks,
  floorOf,
  versionFor,
  yearTargets,
  type Task,
  type UnitTasks,
  type YearTargets,
} from './year-targets.ts';

export interface OverviewInput {
  readonly year: number;
  readonly month: number;
  readonly denominator: Denominator | null;
  readonly group: FiguresGroup;
}
interface Scene {
  readonly by: Denominator;
  readonly limits: Limits;
  readonly stock: StockPace;
}
/**
 * What stands in one cell, with the gap by which rows are put in order: above zero is behind,
 * whatever the direction.
 */
interface Cell {
  readonly lamp: Lamp;
  readonly completion: Hundredths | null;
  readonly gap: Hundredths | null;
  readonly behind: Hundredths;
  readonly short: IndicatorFigure | null;
}

const sceneOf = (rules: ProgressRules, denominator: Denominator | null): Scene => ({
  by: denominator ?? rules.denominator,
  limits: limitsOf(rules.lamp),
  stock: rules.stockPace,
});

export function overviewOf(
  book: Book,
  { year, month, denominator, group }: OverviewInput,
): Overview {
  const rules = rulesOf(book.db);
  const scene = sceneOf(rules, denominator);
  const all = allIndicators(book.db);
  const targets = yearTargets(book, versionFor(book, year, month));
  const now = kept(monthFigures(book, year, month, all));
  const before = kept(monthFigures(book, year, month - 1, all));
  const indicators = all.filter(
    (one) => targets.of(one.id).size > 0 || (!one.retired && now(one).size > 0),
  );
  const county = countyUnit(book.db);
  const absent = absentUnits(book.db, year);
  const units = allUnits(book.db).filter(
    (unit) =>
      unit.id !== county &&
      !absent.has(unit.id) &&
      (group === 'all'
        ? unit.kind !== 'village' ||
          indicators.some((one) => now(one).has(unit.id) || targets.of(one.id).has(unit.id))
        : unit.kind === group),
  );
  const totals = monthTotals(book, year, month, all, group, now);
  const wholeOf = wholes(scene, targets, group, now, totals);
  const rows = units
    .map((unit) => rowOf(scene, unit, indicators, targets, now, month))
    .filter(({ row }) => Object.keys(row.cells).length > 0)
    .sort(worstFirst)
    .map(({ row }) => row);
  return {
    month: monthState(book, year, month),
    pace: hundredthsText(evenPace(month)),
    indicators: indicators.map((one) => indicatorOf(book.db, one)),
    lamps: countLamps(rows.flatMap((row) => Object.values(row.cells))),
    rows,
    total: Object.fromEntries(
      indicators.map((one) => [one.id, totalOf(scene, one, wholeOf(one), month)]),
    ),
    changed: month === 1 ? [] : changes(scene, units, indicators, targets, { now, before }, month),
  };
}

/** The county's lamp of every indicator in use: for the tabs of 进度, from the kept sums alone. */
export function countyLamps(
  book: Book,
  { year, month, denominator, group }: OverviewInput,
): Readonly<Record<number, Lamp>> {
  const rules = rulesOf(book.db);
  const scene = sceneOf(rules, denominator);
  const all = allIndicators(book.db).filter((one) => !one.retired);
  const targets = yearTargets(book, versionFor(book, year, month));
  const now = kept(monthFigures(book, year, month, all));
  const totals = monthTotals(book, year, month, all, group, now);
  const wholeOf = wholes(scene, targets, group, now, totals);
  return Object.fromEntries(
    all.map((one) => [one.id, totalOf(scene, one, wholeOf(one), month).lamp]),
  );
}

type Figures = (indicator: IndicatorRow) => UnitFigures;
/** A count over a ledger is asked once, not once a unit. */
function kept(figures: Figures): Figures {
  const known = new Map<number, UnitFigures>();
  return (one) => {
    const of = known.get(one.id) ?? figures(one);
    known.set(one.id, of);
    return of;
  };
}

function cellOf(
  { by, limits, stock }: Scene,
  one: IndicatorRow,
  task: Task | undefined,
  done: IndicatorFigure | null,
  month: number,
  /** each unit's by its own plan, where the target is what theirs add up to */
  together?: ReturnType<typeof dueOfTasks>,
): Cell {
  const target = denominatorOf(task, by);
  const course = courseOf(one.kind, task, stock);
  const completion = completionOf(done, target);
  const own = target === null ? null : paceOf(month, target, course);
  const pace = together === undefined ? own : together.pace;
  const gap = gapOf(completion, pace);
  const lamp = lampOf(limits, {
    direction: one.direction,
    course,
    pace,
    month,
    done,
    target,
    assured: floorOf(task, by),
    stretch: task?.stretch ?? null,
  });
  const due =
    together !== undefined ? together.due : target === null ? null : dueOf(target, month, course);
  const missing =
    done === null || due === null ? null : one.direction === 'up' ? due - done : done - due;
  return {
    lamp,
    completion,
    gap,
    behind: gap === null ? 0n : one.direction === 'up' ? -gap : gap,
    short: missing !== null && missing > 0n ? missing : null,
  };
}
const shown = (cell: Cell, one: IndicatorRow): MapCell => ({
  lamp: cell.lamp,
  completion: hundredthsOrNull(cell.completion),
  gap: hundredthsOrNull(cell.gap),
  short: cell.short === null ? null : indicatorFigureText(cell.short, one.places),
});

interface Row {
  readonly row: Overview['rows'][number];
  /** the worst gap of its cells */
  readonly behind: Hundredths;
}
const worstFirst = (a: Row, b: Row): number =>
  b.row.red - a.row.red ||
  b.row.yellow - a.row.yellow ||
  (a.behind === b.behind ? 0 : a.behind > b.behind ? -1 : 1);

function rowOf(
  scene: Scene,
  unit: UnitRow,
  indicators: readonly IndicatorRow[],
  targets: YearTargets,
  now: Figures,
  month: number,
): Row {
  const cells: Record<number, MapCell> = {};
  let [red, yellow, behind] = [0, 0, -(10n ** 18n)];
  for (const one of indicators) {
    const task = targets.of(one.id).get(unit.id);
    const done = now(one).get(unit.id) ?? null;
    if (task === undefined && done === null) continue;
    const cell = cellOf(scene, one, task, done, month);
    cells[one.id] = shown(cell, one);
    if (cell.lamp === 'red') red += 1;
    if (cell.lamp === 'yellow') yellow += 1;
    if (cell.gap !== null && cell.behind > behind) behind = cell.behind;
  }
  return { row: { unit: unit.id, name: unit.name, kind: unit.kind, cells, red, yellow }, behind };
}

interface Whole {
  readonly task: Task | null;
  readonly cumulative: IndicatorFigure | null;
  /** what of it is measured against the target */
  readonly done: IndicatorFigure | null;
  readonly tasks: UnitTasks | null;
}
const wholes =
  (
    { by }: Scene,
    targets: YearTargets,
    group: FiguresGroup,
    now: Figures,
    totals: (indicator: IndicatorRow) => Total,
  ) =>
  (one: IndicatorRow): Whole => {
    const { cumulative } = totals(one);
    const tasks = targets.summed(one, by, group);
    return {
      task: targets.total(one, group),
      cumulative,
      done: tasks === null ? cumulative : doneAgainst(tasks, now(one), cumulative),
      tasks,
    };
  };

function totalOf(
  scene: Scene,
  one: IndicatorRow,
  { task, cumulative, done, tasks }: Whole,
  month: number,
): Overview['total'][number] {
  const { by, stock } = scene;
  const together =
    tasks === null || denominatorOf(task, by) === null
      ? undefined
      : dueOfTasks(tasks, one, { by, month, stock });
  return {
    ...shown(cellOf(scene, one, task ?? undefined, done, month, together), one),
    cumulative: figureOrNull(cumulative),
    target: figureOrNull(denominatorOf(task, scene.by)),
  };
}

function countLamps(cells: readonly MapCell[]): Overview['lamps'] {
  const lamps: Record<Lamp, number> = { gold: 0, blue: 0, green: 0, yellow: 0, red: 0, none: 0 };
  for (const cell of cells) lamps[cell.lamp] += 1;
  return lamps;
}

/** The worse a lamp is, the further on. */
const ORDER: Readonly<Record<Lamp, number>> = {
  gold: 0,
  blue: 1,
  green: 2,
  none: 3,
  yellow: 4,
  red: 5,
};

/** Those that had a lamp in both months; what grew worse most comes first. */
function changes(
  scene: Scene,
  units: readonly UnitRow[],
  indicators: readonly IndicatorRow[],
  targets: YearTargets,
  { now, before }: { readonly now: Figures; readonly before: Figures },
  month: number,
): Overview['changed'] {
  const found = units.flatMap((unit) =>
    indicators.flatMap((one) => {
      const task = targets.of(one.id).get(unit.id);
      const [then, since] = [before(one).get(unit.id), now(one).get(unit.id)];
      if (task === undefined || then === undefined || since === undefined) return [];
      const [old, cell] = [
        cellOf(scene, one, task, then, month - 1),
        cellOf(scene, one, task, since, month),
      ];
      return old.lamp === cell.lamp
        ? []
        : [
            {
              unit: unit.id,
              name: unit.name,
              indicator: one.id,
              before: old.lamp,
              after: cell.lamp,
              beforeGap: hundredthsOrNull(old.gap),
              afterGap: hundredthsOrNull(cell.gap),
            },
          ];
    }),
  );
  const worse = (one: Overview['changed'][number]): number => ORDER[one.after] - ORDER[one.before];
  return found.sort((a, b) => worse(b) - worse(a));
}
