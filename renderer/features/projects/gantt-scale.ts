/**
 * The time axis of the Gantt: days as places in months, bars from what is dated; a day that is only
 * known by its month or year takes the whole of it.
 */
import { spanOf, type Day } from '../../../main/domain/days/day.ts';
import type { GanttRow } from '../../../preload/contract/project-views.ts';

/** From the first to the last dated step, in months since year 0. */
export interface Bar {
  readonly from: number;
  readonly to: number;
}
export interface Axis {
  /** the first month, counted from year 0; a whole year's start */
  readonly first: number;
  readonly months: number;
}

/** 2012-07-16 → months since year 0, with the part of the month. */
export function ganttPlaceOf(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year * 12 + month - 1 + (date - 1) / 31;
}

/** The day's own length: a date's day, or all of its month or year. */
export function stretchOf(day: Day): Bar {
  const { first, last } = spanOf(day);
  return { from: ganttPlaceOf(first), to: ganttPlaceOf(last) + 1 / 31 };
}

/** Null where no step was reached on a known day. */
export const actualBar = (steps: GanttRow['steps']): Bar | null =>
  over(steps.map((step) => step.actual));

/**
 * Null where nothing is planned; where only the end is, it runs from the first day on which the
 * project was really under way.
 */
export function plannedBar(steps: GanttRow['steps']): Bar | null {
  const planned = over(steps.map((step) => step.planned));
  const begun = actualBar(steps);
  const isEndAlone = steps.filter((step) => step.planned !== null).length === 1;
  return planned === null || begun === null || !isEndAlone
    ? planned
    : { from: Math.min(begun.from, planned.from), to: planned.to };
}

function over(days: readonly (Day | null)[]): Bar | null {
  const stretches = days.flatMap((day) => (day === null ? [] : [stretchOf(day)]));
  return stretches.length === 0
    ? null
    : {
        from: Math.min(...stretches.map((one) => one.from)),
        to: Math.max(...stretches.map((one) => one.to)),
      };
}

/** Whole years over all that is dated, and today. */
export function axisOf(rows: readonly GanttRow[], today: Day): Axis {
  const days = [
    today,
    ...rows.flatMap((row) => [
      ...row.steps.flatMap((step) => [step.planned, step.actual]),
      ...row.milestones.flatMap((one) => [one.deadline, one.done]),
    ]),
  ].flatMap((day) => day ?? []);
  const stretches = days.map(stretchOf);
  const first = Math.floor(Math.min(...stretches.map((one) => one.from)) / 12) * 12;
  const last = Math.ceil(Math.max(...stretches.map((one) => one.to)) / 12) * 12;
  return { first, months: last - first };
}
