/**
 * Lamps (亮灯): gold, blue, green, yellow and red by the two published ways to measure "behind"
 * (domain.md §5).
 */
import { toScaled, type Decimal } from '../exact/decimal.ts';
import type { Direction, IndicatorFigure } from '../targets/indicator.ts';
import { completionOf, paceOf, type Course, type Hundredths } from './pace.ts';

export type Lamp = 'gold' | 'blue' | 'green' | 'yellow' | 'red' | 'none';
/**
 * In points behind pace (green to `yellow`, yellow to `red`, red beyond), or in percent of
 * completion ÷ pace (green and yellow from).
 */
export type LampRule =
  | { readonly by: 'difference'; readonly yellow: Decimal; readonly red: Decimal }
  | { readonly by: 'ratio'; readonly green: Decimal; readonly yellow: Decimal };

/**
 * The usual thresholds, and the two published presets: 10/30 points behind, 80/60 percent of pace.
 */
export const DEFAULT_RULE: LampRule = { by: 'difference', yellow: '0', red: '20' };
export const PRESETS: readonly LampRule[] = [
  DEFAULT_RULE,
  { by: 'difference', yellow: '10', red: '30' },
  { by: 'ratio', green: '80', yellow: '60' },
];

/** A rule ready for many lamps: thresholds × 100. */
export interface Limits {
  readonly by: LampRule['by'];
  readonly green: Hundredths;
  readonly yellow: Hundredths;
}
export function limitsOf(rule: LampRule): Limits {
  const scaled = (text: Decimal): Hundredths => toScaled(text, 2).scaled;
  return rule.by === 'difference'
    ? { by: rule.by, green: scaled(rule.yellow), yellow: scaled(rule.red) }
    : { by: rule.by, green: scaled(rule.green), yellow: scaled(rule.yellow) };
}

export interface LampStanding {
  readonly direction: Direction;
  readonly course: Course;
  /** where it is not that of the course: what several have to do together, each by its own plan */
  readonly pace?: Hundredths | null;
  /** 1…12 */
  readonly month: number;
  readonly done: IndicatorFigure | null;
  /** the target that completion is measured against */
  readonly target: IndicatorFigure | null;
  /** what makes the lamp blue: assured, or the upper level's task where that is the denominator */
  readonly assured: IndicatorFigure | null;
  readonly stretch: IndicatorFigure | null;
}

/**
 * A ceiling (`down`) on what adds up over the year is kept only when the year is over: until its
 * last month there is no gold or blue,
 * and what has broken it is red. 零事故 is green as long as nothing happened.
 * A level that is measured at the year's end has no lamp on the way there.
 */
export function lampOf(limits: Limits, standing: LampStanding): Lamp {
  const { direction, course, month, done, target, assured, stretch } = standing;
  const { kind } = course;
  if (done === null || target === null) return 'none';
  const reaches = (wanted: IndicatorFigure | null): boolean =>
    wanted !== null && (direction === 'up' ? done >= wanted : done <= wanted);
  if (direction === 'up' || kind !== 'flow' || month === 12) {
    if (reaches(stretch)) return 'gold';
    if (reaches(assured)) return 'blue';
  }
  if (direction === 'down' && kind === 'flow' && done > target) return 'red';
  const completion = completionOf(done, target);
  if (completion === null) return reaches(target) ? 'green' : 'red';
  const pace = standing.pace === undefined ? paceOf(month, target, course) : standing.pace;
  return pace === null ? 'none' : byPace(limits, direction, completion, pace);
}

function byPace(
  { by, green, yellow }: Limits,
  direction: Direction,
  completion: Hundredths,
  pace: Hundredths,
): Lamp {
  if (by === 'difference') {
    const behind = direction === 'up' ? pace - completion : completion - pace;
    return behind <= green ? 'green' : behind <= yellow ? 'yellow' : 'red';
  }
  // completion ÷ pace, or pace ÷ completion for what should stay low, without dividing
  const [part, whole] = direction === 'up' ? [completion, pace] : [pace, completion];
  const share = part * 10_000n;
  return share >= green * whole ? 'green' : share >= yellow * whole ? 'yellow' : 'red';
}
