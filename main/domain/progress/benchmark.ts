/** Against a rival region (对标): gap, share, and the yearly growth needed to draw level. */
import { divideHalfUp } from '../exact/decimal.ts';
import { FIGURE_SCALE, type IndicatorFigure } from '../targets/indicator.ts';
import type { Hundredths } from './pace.ts';

/** own ÷ rival in percent; null without a rival's figure above zero. */
export const shareOfRival = (
  own: IndicatorFigure | null,
  rival: IndicatorFigure | null,
): Hundredths | null =>
  own === null || rival === null || rival <= 0n ? null : divideHalfUp(own * 10_000n, rival);

/**
 * Places of the root: it is cut off there, and the growth is rounded to two places of a percent
 * afterwards.
 */
const ROOT_PLACES = 20;

/**
 * The yearly growth (percent × 100) with which `own` draws level with `rival` in `years`, the rival
 * growing by `growth` (percent × 10^6):
 * x = (rival ÷ own)^(1/n) · (1 + g) − 1. null without both figures above zero, or where the rival
 * falls by all it has.
 */
export function neededGrowth(
  own: IndicatorFigure | null,
  rival: IndicatorFigure | null,
  growth: IndicatorFigure | null,
  years: number,
): Hundredths | null {
  if (own === null || rival === null || growth === null || own <= 0n || rival <= 0n || years < 1)
    return null;
  const hundred = 100n * 10n ** BigInt(FIGURE_SCALE);
  if (growth <= -hundred) return null;
  const one = 10n ** BigInt(ROOT_PLACES);
  const root = floorRoot((rival * one ** BigInt(years)) / own, years);
  return divideHalfUp(root * (hundred + growth) * 10_000n, one * hundred) - 10_000n;
}

/** The greatest integer whose n-th power is not above `value`, by Newton's method from above. */
function floorRoot(value: bigint, n: number): bigint {
  if (value < 2n || n === 1) return value;
  const degree = BigInt(n);
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / n));
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) return guess;
    guess = next;
  }
}
