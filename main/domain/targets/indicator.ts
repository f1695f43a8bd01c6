/**
 * How figures of indicators (指标) are kept: decimals in the indicator's own measure, as integers ×
 * 10^6.
 */
import { fromScaled, isDecimal, round, toScaled, trim, type Decimal } from '../exact/decimal.ts';

/** Places that a stored figure keeps. */
export const FIGURE_SCALE = 6;

/** A stored figure: a decimal × 10^6 in the indicator's own measure. */
export type IndicatorFigure = bigint;

/**
 * A decimal as it is stored, rounded half away from zero beyond six places. @throws RangeError
 * where the text is no plain decimal
 */
export function indicatorFigureOf(text: Decimal): IndicatorFigure {
  if (!isDecimal(text)) throw new RangeError(`no decimal: ${text}`);
  return toScaled(text, FIGURE_SCALE).scaled;
}

/**
 * A stored figure as a decimal: with `places`, rounded half away from zero to these; else with the
 * places it needs.
 */
export function indicatorFigureText(scaled: IndicatorFigure, places?: number): Decimal {
  const text = fromScaled(scaled, FIGURE_SCALE);
  return places === undefined ? trim(text) : round(text, places);
}
export const figureOrNull = (scaled: IndicatorFigure | null, places?: number): Decimal | null =>
  scaled === null ? null : indicatorFigureText(scaled, places);

export type Direction = 'up' | 'down';
export type IndicatorKind = 'flow' | 'stock' | 'ratio';
export type Rollup = 'sum' | 'ratio' | 'none';
