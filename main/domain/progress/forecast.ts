/** What the year's end would bring (年底预计): as the months so far, or as last year's months ran. */
import { divideHalfUp } from '../exact/decimal.ts';
import type { IndicatorFigure, IndicatorKind } from '../targets/indicator.ts';

/** cumulative ÷ months × 12; of what does not add up over the year there is none. */
export const linearForecast = (
  kind: IndicatorKind,
  cumulative: IndicatorFigure | null,
  month: number,
): IndicatorFigure | null =>
  kind !== 'flow' || cumulative === null ? null : divideHalfUp(cumulative * 12n, BigInt(month));

/**
 * cumulative ÷ the share that last year had by the same month; null where last year is not known
 * whole, or had nothing by then.
 */
export function seasonalForecast(
  kind: IndicatorKind,
  cumulative: IndicatorFigure | null,
  lastByNow: IndicatorFigure | null,
  lastWhole: IndicatorFigure | null,
): IndicatorFigure | null {
  if (
    kind !== 'flow' ||
    cumulative === null ||
    lastByNow === null ||
    lastWhole === null ||
    lastByNow <= 0n
  )
    return null;
  return divideHalfUp(cumulative * lastWhole, lastByNow);
}
