/** The four batches within a year (四个一批): what was signed, started, built on and brought into production in it, each of it marked 接转 where it comes from an earlier year. */
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

const reached = (stage: Stage | null, step: Stage): boolean => {
  const at = stage === null ? null : stepOf(stage);
  return at !== null && at >= (stepOf(step) ?? 0);
};

/** Up to `until`, a full day of the year. A day known only as the year or month counts from its beginning. */
export function batchesIn(project: Carried, year: number, until: Day): YearBatches {
  const inYear = (day: Day | null): boolean =>
    day !== null && Number(day.slice(0, 4)) === year && spanOf(day).first <= until;
  const { stage, signed, started, producing } = project;
  const startedNow = inYear(started);
  const going = stage === 'started' || stage === 'building' || stage === 'completed';
  const unknown = (step: Stage, day: Day | null): boolean => day === null && stage === step;
  return {
    signed: inYear(signed),
    started: startedNow,
    building: going && !startedNow,
    producing: inYear(producing),
    carried: isCarriedOver(project, year),
    undated:
      unknown('signed', signed) ||
      unknown('started', started) ||
      (producing === null && reached(stage, 'producing')),
  };
}
