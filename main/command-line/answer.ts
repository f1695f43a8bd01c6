/** What a command answers: the same thing as JSON and as a sentence. */
import { UsageError } from './arguments.ts';

export interface Answered {
  readonly json: unknown;
  readonly text: string;
  /** the command understood and could not: exit 1 */
  readonly refused?: boolean;
}

export function readYear(year: number): number {
  if (year < 1990 || year > 2100) throw new UsageError(`年份要在1990到2100之间，给的是${year}`);
  return year;
}
