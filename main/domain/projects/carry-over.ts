/**
 * Projects carried over (接转): signed or started in an earlier year and still on their way when
 * the year (the office's own) begins (domain.md §6).
 */
import { spanOf, type Day } from '../days/day.ts';
import { stepOf, type Stage } from '../ledgers/stage.ts';

export interface Carried {
  readonly stage: Stage | null;
  readonly signed: Day | null;
  readonly started: Day | null;
  readonly producing: Day | null;
}

/** False where the dates do not prove it: an unknown day is no earlier year. */
export function isCarriedOver(
  { stage, signed, started, producing }: Carried,
  begins: Day,
): boolean {
  const before = (day: Day | null): boolean => day !== null && spanOf(day).last < begins;
  if (!before(signed) && !before(started)) return false;
  if (stage === 'dropped' || stage === 'stalled' || before(producing)) return false;
  const step = stage === null ? null : stepOf(stage);
  const ended = step !== null && step >= (stepOf('producing') ?? 0);
  // one that reached production counts as carried only where that is known to have been in this
  // year or later
  return !ended || producing !== null;
}
