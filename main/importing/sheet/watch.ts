/**
 * How long work is watched: it says how far it is and is told to stop. Everything that may take a
 * second takes one.
 */
import { Fault } from '../../domain/fault.ts';

export interface Watch {
  /** rows (or bytes) done of all there are, in whatever measure the work at hand counts */
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

/** For callers that neither show progress nor can be stopped: the command line, tests. */
export const UNWATCHED: Watch = { progress: () => undefined, cancelled: () => false };

/** @throws Fault import.cancelled once the user has said so */
export function stopIfCancelled(watch: Watch): void {
  if (watch.cancelled()) throw new Fault('import.cancelled', {});
}
