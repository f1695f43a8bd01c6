/** A unit's line in a month's sheet: against target, pace and last year, with its lamp. */
import type { ProgressRow } from '../../../preload/contract/progress.ts';
import { originCellsOf } from '../../data/progress/fact-origins.ts';
import { type FigureRow } from '../../data/progress/figures.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { type UnitRow } from '../../data/units/units.ts';
import { divideToRound } from '../../domain/exact/decimal.ts';
import { isShare } from '../../domain/exact/measure.ts';
import {
  figureOrNull,
  indicatorFigureOf,
  indicatorFigureText,
  type IndicatorFigure,
} from '../../domain/targets/indicator.ts';
import { lampOf } from '../../domain/progress/lamp.ts';
import {
  completionOf,
  gapOf,
  dueOf,
  evenPlan,
  hundredthsOrNull,
  paceOf,
  pointsOver,
  type Course,
  type Hundredths,
} from '../../domain/progress/pace.ts';
import { courseOf, denominatorOf, floorOf, type Task } from './year-targets.ts';
import type { ProgressScene } from './progress-scene.ts';

export interface MeasuredProgress {
  readonly done: IndicatorFigure | null;
  readonly target: IndicatorFigure | null;
  readonly task: Task | null;
  readonly completion: Hundredths | null;
  readonly course: Course;
  readonly pace: Hundredths | null;
  readonly due: IndicatorFigure | null;
  readonly gap: Hundredths | null;
}
export const NOTHING_MEASURED: MeasuredProgress = {
  done: null,
  target: null,
  task: null,
  completion: null,
  course: evenPlan('flow'),
  pace: null,
  due: null,
  gap: null,
};

export function measuredUnit(scene: ProgressScene, unit: number): MeasuredProgress {
  return measuredAgainst(
    scene,
    scene.now.get(unit) ?? null,
    scene.targets.of(scene.indicator.id).get(unit) ?? null,
  );
}
export function measuredAgainst(
  { indicator, month, by, stock }: ProgressScene,
  done: IndicatorFigure | null,
  task: Task | null,
): MeasuredProgress {
  const target = denominatorOf(task, by);
  const completion = completionOf(done, target);
  const course = courseOf(indicator.kind, task, stock);
  const pace = target === null ? null : paceOf(month, target, course);
  const due = target === null ? null : dueOf(target, month, course);
  return { done, target, task, completion, course, pace, due, gap: gapOf(completion, pace) };
}

type StandingFigures = Pick<
  ProgressRow,
  'target' | 'cumulative' | 'completion' | 'pace' | 'due' | 'gap' | 'points' | 'lamp'
>;
export function standingFigures(
  { indicator, month, by, limits }: ProgressScene,
  { done, target, task, completion, course, pace, due, gap }: MeasuredProgress,
): StandingFigures {
  const lamp = lampOf(limits, {
    direction: indicator.direction,
    course,
    pace,
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
    due: figureOrNull(due),
    gap: hundredthsOrNull(gap),
    points: isShare(indicator.measure) ? hundredthsOrNull(pointsOver(done, target)) : null,
    lamp,
  };
}

export function progressRowOf(
  scene: ProgressScene,
  unit: UnitRow,
  measured: MeasuredProgress,
  place: number | null,
): ProgressRow {
  const { indicator, month } = scene;
  const row = scene.rows.get(unit.id);
  const previous = previousOf(scene, unit.id);
  const origin = row === undefined ? undefined : scene.origins.get(row.id);
  const lastYear = row?.lastCumulative ?? scene.lastYear.get(unit.id) ?? null;
  return {
    unit: unit.id,
    name: unit.name,
    kind: unit.kind,
    ...standingFigures(scene, measured),
    place,
    previous: figureOrNull(previous),
    month: figureOrNull(monthOf(indicator, row, measured.done, previous)),
    lastYear: figureOrNull(lastYear),
    yoy: growthOnYear(indicator, lastYear, measured.done, row?.yoy ?? null),
    typed: typedParts(row),
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

const previousOf = (
  { indicator, month, before }: ProgressScene,
  unit: number,
): IndicatorFigure | null =>
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
export function growthOnYear(
  indicator: IndicatorRow,
  lastYear: IndicatorFigure | null,
  done: IndicatorFigure | null,
  stated: IndicatorFigure | null,
): string | null {
  if (lastYear === null) return figureOrNull(stated);
  if (done === null) return null;
  // what changes in a share are points
  if (isShare(indicator.measure)) return indicatorFigureText(done - lastYear);
  if (lastYear <= 0n) return null;
  const hundred = indicatorFigureOf('100');
  return indicatorFigureText(divideToRound((done - lastYear) * hundred, lastYear));
}

export function typedParts(row: FigureRow | undefined): ProgressRow['typed'] {
  if (row === undefined) return [];
  const is = {
    month: row.monthKind === 'typed',
    cumulative: row.cumulativeKind === 'typed',
    lastYear: row.lastCumulative !== null,
    yoy: row.yoy !== null,
  };
  return (['month', 'cumulative', 'lastYear', 'yoy'] as const).filter((part) => is[part]);
}

const UNPUBLISHED = { month: null, cumulative: null } as const;
/**
 * As published, where something was changed since; blank of a unit that had nothing then. An
 * indicator of which nothing was published is new since.
 */
function publishedSince(
  { published }: ProgressScene,
  unit: number,
  row: FigureRow | undefined,
  done: IndicatorFigure | null,
): ProgressRow['published'] {
  const then = published.get(unit) ?? (published.size === 0 ? undefined : UNPUBLISHED);
  if (then === undefined || (then.cumulative === done && then.month === (row?.monthValue ?? null)))
    return null;
  return { month: figureOrNull(then.month), cumulative: figureOrNull(then.cumulative) };
}
