/**
 * Months of a year (domain.md §5): a month's figure or the cumulative one is given, the other
 * follows; both given must agree.
 */
import { add, compare, subtract, trim, type Decimal } from '../exact/decimal.ts';
import type { IndicatorKind } from './indicator.ts';

/** What is given of one month; null where nothing is. */
export interface Given {
  readonly month: Decimal | null;
  readonly cumulative: Decimal | null;
}
export interface SettledFigure extends Given {
  readonly monthKind: 'typed' | 'derived' | null;
  readonly cumulativeKind: 'typed' | 'derived' | null;
}

/**
 * The month's figures with what follows from the cumulative one before (null: unknown; the first
 * month has "0"). Only a flow is the sum of its months.
 */
export function settledActual(
  kind: IndicatorKind,
  previous: Decimal | null,
  given: Given,
): SettledFigure {
  const { month, cumulative } = given;
  const typed = (value: Decimal | null): 'typed' | null => (value === null ? null : 'typed');
  if (kind !== 'flow')
    return month !== null && cumulative === null
      ? { month, cumulative: month, monthKind: 'typed', cumulativeKind: 'derived' }
      : { ...given, monthKind: typed(month), cumulativeKind: typed(cumulative) };
  if (month !== null && cumulative === null && previous !== null)
    return {
      month,
      cumulative: trim(add(previous, month)),
      monthKind: 'typed',
      cumulativeKind: 'derived',
    };
  if (cumulative !== null && month === null && previous !== null)
    return {
      month: trim(subtract(cumulative, previous)),
      cumulative,
      monthKind: 'derived',
      cumulativeKind: 'typed',
    };
  return { month, cumulative, monthKind: typed(month), cumulativeKind: typed(cumulative) };
}

/**
 * Where both are given and do not agree: what previous + month is, and by how much the cumulative
 * differs from it.
 */
export function figureDisagreement(
  kind: IndicatorKind,
  previous: Decimal | null,
  { month, cumulative }: Given,
): { readonly sum: Decimal; readonly difference: Decimal } | null {
  if (kind !== 'flow' || previous === null || month === null || cumulative === null) return null;
  const sum = trim(add(previous, month));
  return compare(sum, cumulative) === 0
    ? null
    : { sum, difference: trim(subtract(cumulative, sum)) };
}

/** 磻溪镇1—9月累计：2.82＋0.53＝3.35，填的是3.53，差0.18。改为3.35，或写明原因。 */
export function disagreementSentence(
  name: string,
  months: string,
  previous: Decimal,
  month: Decimal,
  cumulative: Decimal,
): string {
  const sum = trim(add(previous, month));
  return `${name}${months}累计：${trim(previous)}＋${trim(month)}＝${sum}，填的是${trim(cumulative)}，差${trim(subtract(cumulative, sum)).replace(/^-/, '')}。改为${sum}，或写明原因。`;
}
