/** 月度进度: one indicator's units in one month against target, pace and last year, with lamps, places and counts. */
import type {
  Denominator,
  ProgressRow,
  ProgressSheet,
} from '../../../preload/contract/progress.ts';
import { closeOf, publishedOf, type PublishedRow } from '../../data/progress/closes.ts';
import { originCellsOf, factOriginsOf, type FactOrigin } from '../../data/progress/fact-origins.ts';
import { figuresAt, type FigureRow } from '../../data/progress/figures.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { setting } from '../../data/settings.ts';
import { allUnits, countyUnit, type UnitRow } from '../../data/units/units.ts';
import { absentUnits, newUnits, silentUnits } from '../../data/units/year-units.ts';
import { calendarName, monthSpan, spanName } from '../../domain/days/assessment-year.ts';
import { divideHalfUp, trim } from '../../domain/exact/decimal.ts';
import { isShare } from '../../domain/exact/measure.ts';
import { countWords, wholeSentence } from '../../domain/progress/bulletin.ts';
import {
  FIGURE_SCALE,
  figureOrNull,
  indicatorFigureText,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { lampOf, limitsOf, type Limits } from '../../domain/progress/lamp.ts';
import {
  completionOf,
  gapOf,
  dueOf,
  evenPlan,
  hundredthsOrNull,
  hundredthsText,
  paceOf,
  pointsOver,
  type Course,
  type Hundredths,
  type StockPace,
} from '../../domain/progress/pace.ts';
import { countsOf, rankOf } from '../../domain/progress/ranking.ts';
import { growthOf } from '../../domain/targets/target.ts';
import { reportedSentence, wholeOfCounty } from '../../domain/progress/words.ts';
import type { Book } from '../book/book.ts';
import { indicatorOf, indicatorRow } from '../targets/indicators.ts';
import {
  addedUnits,
  figuresOfThree,
  monthFigures,
  monthTotals,
  type FiguresGroup,
  type Total,
  type UnitFigures,
} from './month-figures.ts';
import { mergedSentence, withMerged, type Merged } from './merged-past.ts';
import { monthState } from './months.ts';
import { rulesOf } from './progress-rules.ts';
import {
  courseOf,
  denominatorOf,
  doneAgainst,
  floorOf,
  versionFor,
  yearTargets,
  type Task,
  type UnitTasks,
  type YearTargets,
} from './year-targets.ts';

export interface SheetInput {
  readonly year: number;
  readonly month: number;
  readonly indicator: number;
  /** null: the one that scores */
  readonly denominator: Denominator | null;
  readonly group: FiguresGroup;
}

interface Scene {
  readonly indicator: IndicatorRow;
  readonly month: number;
  readonly by: Denominator;
  readonly limits: Limits;
  readonly stock: StockPace;
  readonly targets: YearTargets;
  readonly now: UnitFigures;
  readonly before: UnitFigures;
  readonly lastYear: UnitFigures;
  readonly rows: ReadonlyMap<number, FigureRow>;
  readonly published: ReadonlyMap<number, PublishedRow>;
  readonly origins: ReadonlyMap<number, FactOrigin>;
  /** units that take no part in the year any more, and those that are new in it */
  readonly absent: ReadonlySet<number>;
  readonly begun: ReadonlySet<number>;
  /** which units' past counts under the one that took them over */
  readonly merged: readonly Merged[];
  /** those that counted last year and have no figure now */
  goneSince(group: FiguresGroup): readonly number[];
}

/** @throws Fault record.missing for an indicator that is not there */
export function progressSheet(book: Book, input: SheetInput): ProgressSheet {
  const { year, month, group } = input;
  const indicator = indicatorRow(book.db, input.indicator);
  const scene = sceneOf(book, indicator, input);
  const county = countyUnit(book.db);
  const all = allUnits(book.db);
  const { absent } = scene;
  const units = all.filter(
    (unit) =>
      unit.id !== county && !absent.has(unit.id) && inGroup(unit, group, scene, indicator.id),
  );
  const measured = units.map((unit) => measuredOf(scene, unit.id));
  const places = rankOf(measured, indicator.direction);
  const rows = units.map((unit, at) =>
    rowOf(scene, unit, measured[at] ?? NOBODY, places[at] ?? null),
  );
  const counts = countsOf(measured, indicator.direction);
  const totals = (of: number, when: UnitFigures): Total =>
    monthTotals(book, year, of, [indicator], group, (one) =>
      one.id === indicator.id ? when : monthFigures(book, year, of, [one])(one),
    )(indicator);
  const total = totalRow(
    scene,
    wholeName(book, group),
    totals(month, scene.now),
    totals(month - 1, scene.before),
    county,
    addedUnits(
      [...scene.now.keys()],
      new Map(all.map((unit) => [unit.id, unit])),
      county ?? 0,
      group,
    ),
    group,
  );
  const owed = units.filter((_, at) => measured[at]?.target !== null);
  const { calendar } = monthSpan(year, month, rulesOf(book.db).firstMonth);
  const silent = silentUnits(book.db, calendar);
  const missing = owed
    .filter((unit) => !scene.now.has(unit.id) && !silent.has(unit.id))
    .map((unit) => unit.name);
  return {
    indicator: indicatorOf(book.db, indicator),
    month: monthState(book, year, month),
    rows,
    total,
    counts,
    words:
      wordsOf(scene, total, counts, wholeName(book, group), rulesOf(book.db).firstMonth) +
      countWords(owed.length, { counts, ...indicator }) +
      reportedSentence(owed.length, missing),
    missing,
    merged: scene.merged.map(mergedSentence),
  };
}

/** What completion is said to be measured against. */
export const AGAINST: Readonly<Record<Denominator, string>> = {
  assured: '年度目标',
  stretch: '力争目标',
  upper: '上级任务',
};
function wordsOf(
  { indicator, month, by }: Scene,
  total: ProgressRow,
  counts: ProgressSheet['counts'],
  whole: string,
  firstMonth: number,
): string {
  const { target, cumulative, yoy, completion, gap } = total;
  return wholeSentence(
    {
      ...indicator,
      target,
      month: total.month,
      cumulative,
      yoy,
      completion,
      gap,
      counts,
      units: [],
    },
    {
      span: spanName(month, firstMonth),
      month: calendarName(month, firstMonth),
      whole,
      against: AGAINST[by],
    },
  );
}
const GROUPS: Readonly<Record<Exclude<FiguresGroup, 'all'>, string>> = {
  township: '乡镇',
  department: '部门',
  park: '园区',
  village: '村社区',
};
const wholeName = (book: Book, group: FiguresGroup): string =>
  group === 'all' ? wholeOfCounty(setting(book.db, 'county') ?? '') : GROUPS[group];

function sceneOf(
  book: Book,
  indicator: IndicatorRow,
  { year, month, denominator }: SheetInput,
): Scene {
  const rules = rulesOf(book.db);
  const rows = new Map(figuresAt(book.db, year, month, indicator.id).map((row) => [row.unit, row]));
  const close = closeOf(book.db, year, month);
  const [now, before, then] = figuresOfThree(book, indicator, [
    [year, month],
    [year, month - 1],
    [year - 1, month],
  ]);
  const absent = absentUnits(book.db, year);
  const units = allUnits(book.db);
  const { figures: lastYear, merged } =
    indicator.rollup === 'sum' ? withMerged(then, units, absent) : { figures: then, merged: [] };
  return {
    indicator,
    month,
    by: denominator ?? rules.denominator,
    limits: limitsOf(rules.lamp),
    stock: rules.stockPace,
    targets: yearTargets(book, versionFor(book, year, month), indicator),
    now,
    before,
    lastYear,
    rows,
    absent,
    merged,
    begun: newUnits(book.db, year),
    goneSince: (group) =>
      addedUnits(
        [...lastYear.keys()],
        new Map(units.map((unit) => [unit.id, unit])),
        countyUnit(book.db) ?? 0,
        group,
      ).filter((unit) => !now.has(unit)),
    published: close === null ? new Map() : publishedOf(book.db, close.id, indicator.id),
    origins: factOriginsOf(
      book.db,
      'figure',
      [...rows.values()].map((row) => row.id),
    ),
  };
}

/** Villages are many: only those that have a target or a figure. */
function inGroup(unit: UnitRow, group: FiguresGroup, scene: Scene, indicator: number): boolean {
  if (group !== 'all' && unit.kind !== group) return false;
  return (
    unit.kind !== 'village' || scene.now.has(unit.id) || scene.targets.of(indicator).has(unit.id)
  );
}

interface Measured {
  readonly done: IndicatorFigure | null;
  readonly target: IndicatorFigure | null;
  readonly task: Task | null;
  readonly completion: Hundredths | null;
  readonly course: Course;
  readonly pace: Hundredths | null;
  readonly gap: Hundredths | null;
}
const NOBODY: Measured = {
  done: null,
  target: null,
  task: null,
  completion: null,
  course: evenPlan('flow'),
  pace: null,
  gap: null,
};

function measuredOf(scene: Scene, unit: number): Measured {
  return against(
    scene,
    scene.now.get(unit) ?? null,
    scene.targets.of(scene.indicator.id).get(unit) ?? null,
  );
}
function against(
  { indicator, month, by, stock }: Scene,
  done: IndicatorFigure | null,
  task: Task | null,
): Measured {
  const target = denominatorOf(task, by);
  const completion = completionOf(done, target);
  const course = courseOf(indicator.kind, task, stock);
  const pace = target === null ? null : paceOf(month, target, course);
  return { done, target, task, completion, course, pace, gap: gapOf(completion, pace) };
}

type Told = Pick<
  ProgressRow,
  'target' | 'cumulative' | 'completion' | 'pace' | 'due' | 'gap' | 'points' | 'lamp'
>;
function told(
  { indicator, month, by, limits }: Scene,
  { done, target, task, completion, course, pace, gap }: Measured,
): Told {
  const lamp = lampOf(limits, {
    direction: indicator.direction,
    course,
    month,
    done,
    target,
    assured: floorOf(task, by),
    stretch: task?.stretch ?? null,
  });
  return {
    target: figureOrNull(target),
    cumulative: figureOrNull(done),
    completion: hundredthsOrNull(completion),
    pace: hundredthsOrNull(pace),
    due: target === null ? null : figureOrNull(dueOf(target, month, course)),
    gap: hundredthsOrNull(gap),
    points: isShare(indicator.measure) ? hundredthsOrNull(pointsOver(done, target)) : null,
    lamp,
  };
}

function rowOf(scene: Scene, unit: UnitRow, measured: Measured, place: number | null): ProgressRow {
  const { indicator, month } = scene;
  const row = scene.rows.get(unit.id);
  const previous = previousOf(scene, unit.id);
  const origin = row === undefined ? undefined : scene.origins.get(row.id);
  const lastYear = row?.lastCumulative ?? scene.lastYear.get(unit.id) ?? null;
  return {
    unit: unit.id,
    name: unit.name,
    kind: unit.kind,
    ...told(scene, measured),
    place,
    previous: figureOrNull(previous),
    month: figureOrNull(monthOf(indicator, row, measured.done, previous)),
    lastYear: figureOrNull(lastYear),
    yoy: growthOn(indicator, lastYear, measured.done, row?.yoy ?? null),
    typed: typedOf(row),
    reason: row?.reason ?? null,
    state: row?.state ?? null,
    published: publishedSince(scene, unit.id, row, measured.done),
    estimate: figureOrNull(row?.estimate ?? null),
    origin:
      origin === undefined
        ? null
        : {
            file: origin.file,
            sheet: origin.sheet,
            cells: originCellsOf(origin, { indicator: indicator.id, unit: unit.id, month }),
          },
  };
}

const previousOf = ({ indicator, month, before }: Scene, unit: number): IndicatorFigure | null =>
  month === 1 ? (indicator.kind === 'flow' ? 0n : null) : (before.get(unit) ?? null);

/** The month alone: as kept, or for what is counted the difference of two cumulative figures. */
function monthOf(
  indicator: IndicatorRow,
  row: FigureRow | undefined,
  done: IndicatorFigure | null,
  previous: IndicatorFigure | null,
): IndicatorFigure | null {
  if (row !== undefined && row.monthValue !== null) return row.monthValue;
  return indicator.counted !== null && indicator.kind === 'flow' && done !== null
    ? done - (previous ?? 0n)
    : null;
}

/** Growth on last year's figure where it is known; else as the sender stated it. */
function growthOn(
  indicator: IndicatorRow,
  lastYear: IndicatorFigure | null,
  done: IndicatorFigure | null,
  stated: IndicatorFigure | null,
): string | null {
  if (lastYear === null) return figureOrNull(stated);
  if (done === null) return null;
  // what changes in a share are points
  return isShare(indicator.measure)
    ? indicatorFigureText(done - lastYear)
    : trimmed(growthOf(indicatorFigureText(lastYear), indicatorFigureText(done), FIGURE_SCALE));
}

const trimmed = (value: string | null): string | null => (value === null ? null : trim(value));

function typedOf(row: FigureRow | undefined): ProgressRow['typed'] {
  if (row === undefined) return [];
  const is = {
    month: row.monthKind === 'typed',
    cumulative: row.cumulativeKind === 'typed',
    lastYear: row.lastCumulative !== null,
    yoy: row.yoy !== null,
  };
  return (['month', 'cumulative', 'lastYear', 'yoy'] as const).filter((part) => is[part]);
}

/** As published, where something was changed since. */
function publishedSince(
  { published }: Scene,
  unit: number,
  row: FigureRow | undefined,
  done: IndicatorFigure | null,
): ProgressRow['published'] {
  const then = published.get(unit);
  if (then === undefined || (then.cumulative === done && then.month === (row?.monthValue ?? null)))
    return null;
  return { month: figureOrNull(then.month), cumulative: figureOrNull(then.cumulative) };
}

function totalRow(
  scene: Scene,
  name: string,
  now: Total,
  before: Total,
  county: number | null,
  added: readonly number[],
  group: FiguresGroup,
): ProgressRow {
  const { indicator, targets, month } = scene;
  const tasks = targets.summed(indicator, scene.by, group);
  const measured = against(
    scene,
    doneAgainst(tasks, scene.now, now.cumulative),
    targets.total(indicator, group),
  );
  const own = group === 'all' ? scene.rows.get(county ?? 0) : undefined;
  const lastYear =
    own?.lastCumulative ??
    totalLastYear(scene, added, group) ??
    (group === 'all' ? (scene.lastYear.get(county ?? 0) ?? null) : null);
  const previous = month === 1 && indicator.kind === 'flow' ? 0n : before.cumulative;
  const alone =
    now.month ??
    own?.monthValue ??
    (indicator.counted !== null && indicator.kind === 'flow' && now.cumulative !== null
      ? now.cumulative - (previous ?? 0n)
      : null);
  return {
    unit: null,
    name: `${name}合计`,
    kind: 'county',
    ...told(scene, measured),
    ...together(scene, measured, tasks),
    cumulative: figureOrNull(now.cumulative),
    place: null,
    previous: figureOrNull(previous),
    month: figureOrNull(alone),
    lastYear: figureOrNull(lastYear),
    yoy: growthOn(indicator, lastYear, now.cumulative, own?.yoy ?? null),
    typed: typedOf(own),
    reason: own?.reason ?? null,
    state: own?.state ?? null,
    published: null,
    estimate: figureOrNull(own?.estimate ?? null),
    origin: null,
  };
}

/** What the units' targets add up to is due as they are: each by its own plan. */
function together(
  scene: Scene,
  measured: Measured,
  tasks: UnitTasks | null,
): Partial<Pick<ProgressRow, 'pace' | 'due' | 'gap'>> {
  const { indicator, month, by, stock } = scene;
  const { target, completion } = measured;
  if (tasks === null || target === null || target <= 0n) return {};
  const due = [...tasks.values()].map((task) => {
    const own = denominatorOf(task, by) ?? (by === 'stretch' ? task.assured : null);
    return own === null ? 0n : dueOf(own, month, courseOf(indicator.kind, task, stock));
  });
  if (due.some((one) => one === null)) return { pace: null, due: null, gap: null };
  const sum = due.reduce((all: IndicatorFigure, one) => all + (one ?? 0n), 0n);
  const pace = divideHalfUp(sum * 10_000n, target);
  return {
    due: indicatorFigureText(sum),
    pace: hundredthsText(pace),
    gap: hundredthsOrNull(gapOf(completion, pace)),
  };
}

/** Only where it is known of everyone who has a figure now: growth on a part of last year would be invented. A unit that was merged away is part of last year's whole, one that is new had no last year. */
function totalLastYear(
  scene: Scene,
  added: readonly number[],
  group: FiguresGroup,
): IndicatorFigure | null {
  if (scene.indicator.rollup !== 'sum' || added.length === 0) return null;
  const stated = added.map((unit) => scene.rows.get(unit)?.lastCumulative ?? null);
  const known = added.map((unit, at) => stated[at] ?? scene.lastYear.get(unit) ?? null);
  // what every going unit's sender stated is on this year's units already
  const told = stated.every((one, at) => one !== null || scene.begun.has(added[at] ?? 0));
  const gone = told ? [] : scene.goneSince(group);
  const complete =
    known.every((one, at) => one !== null || scene.begun.has(added[at] ?? 0)) &&
    known.some((one) => one !== null) &&
    gone.every((unit) => scene.absent.has(unit)) &&
    (gone.length === 0 || stated.every((one) => one === null));
  const sum = (list: readonly (IndicatorFigure | null)[]): IndicatorFigure =>
    list.reduce((all: IndicatorFigure, one) => all + (one ?? 0n), 0n);
  return complete ? sum(known) + sum(gone.map((unit) => scene.lastYear.get(unit) ?? null)) : null;
}
