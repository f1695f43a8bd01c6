/**
 * The four batches within a year (四个一批): what was signed, started, built on and brought into
 * production in it, each of it marked 接转 where it comes from an earlier year.
 */
import { isCarriedOver, type Carried } from './carry-over.ts';
import { spanOf, type Day } from '../days/day.ts';
import { stepOf, type Stage } from '../ledgers/stage.ts';

export interface YearBatches {
  /** signed in the year */
  readonly signed: boolean;
  /** started in the year, whenever it was signed */
  readonly started: boolean;
  /** going on, and not started this year */
  readonly building: boolean;
  /** into production in the year */
  readonly producing: boolean;
  readonly carried: boolean;
  /** reached a step whose day is not known, so that its year cannot be told */
  readonly undated: boolean;
}

export interface BatchPeriod {
  readonly year: number;
  readonly begins: Day;
  readonly until: Day;
}

const reached = (stage: Stage | null, step: Stage): boolean => {
  const at = stage === null ? null : stepOf(stage);
  return at !== null && at >= (stepOf(step) ?? 0);
};

/**
 * From the year's first day, which need not be 1 January, up to `until`. A day known only as the
 * year or month counts from its beginning, one known as the year alone in the year that is called
 * so.
 */
export function batchesIn(project: Carried, { year, begins, until }: BatchPeriod): YearBatches {
  const inYear = (day: Day | null): boolean =>
    day !== null &&
    (day.length === 4 ? Number(day) === year : spanOf(day).first >= begins) &&
    spanOf(day).first <= until;
  const { stage, signed, started, producing } = project;
  const startedNow = inYear(started);
  const going = stage === 'started' || stage === 'building' || stage === 'completed';
  const unknown = (step: Stage, day: Day | null): boolean => day === null && stage === step;
  return {
    signed: inYear(signed),
    started: startedNow,
    building: going && !startedNow,
    producing: inYear(producing),
    carried: isCarriedOver(project, begins),
    undated:
      unknown('signed', signed) ||
      unknown('started', started) ||
      (producing === null && reached(stage, 'producing')),
  };
}
