/**
 * Figures that come again as ten, a hundred or ten thousand times what the book has: written in
 * another measure more likely than changed.
 */
import { compare, multiply } from '../../domain/exact/decimal.ts';

const TIMES = ['10', '100', '1000', '10000', '100000000'];
/** So much more or less is hardly a change of plans. */
const FAR = '8';
/** A sum that runs grows from little to much within a year. */
const FAR_RUNNING = '1000';

/**
 * Whether a figure of the book can hardly have become the other. `runs`: it grows month by month.
 */
export function isJump(before: string, after: string, runs: boolean): boolean {
  const [was, now] = [before, after].map((one) => one.replace(/^-/, ''));
  if (was === undefined || now === undefined) return false;
  if (compare(was, '0') === 0 || compare(now, '0') === 0) return false;
  const [less, more] = compare(was, now) < 0 ? [was, now] : [now, was];
  if (compare(more, multiply(less, runs ? FAR_RUNNING : FAR)) >= 0) return true;
  // 1000 after 100 may have grown; 4370 after 437 has been written otherwise
  return (
    runs &&
    figuresOf(less) >= 2 &&
    TIMES.some((times) => compare(more, multiply(less, times)) === 0)
  );
}

const figuresOf = (figure: string): number =>
  figure.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
