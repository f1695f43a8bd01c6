/**
 * What was read for one unit or person and one item: figures with the records behind them, and how
 * they stand in a reason.
 */
import { compare, round, trim, type Decimal } from '../exact/decimal.ts';
import { fraction, rounded, times, type Fraction } from '../exact/fraction.ts';

export interface ReadRecord {
  /** null: entered under the item itself */
  readonly ledger: string | null;
  readonly id: number;
  readonly name: string;
  /** in the source's measure; null where the record has no figure */
  readonly value: Decimal | null;
  /** percent of the record that counts for the subject */
  readonly share: Decimal;
  /** places of the rule's tiers whose own conditions the record meets */
  readonly meets: readonly number[];
  /** of what people entered: the panel, and the reason with its date */
  readonly panel: string | null;
  readonly note: string | null;
}
export interface Reading {
  /** null: nothing is known, which is not 0 */
  readonly value: Decimal | null;
  readonly target: Decimal | null;
  /** measured against nothing: a figure by itself */
  readonly bare: boolean;
  /** less is better */
  readonly down: boolean;
  readonly measure: string;
  readonly records: readonly ReadRecord[];
}
export interface Subject {
  readonly key: string;
  readonly name: string;
  /** of a person */
  readonly rank: string | null;
}
/** One line of a reason, with the record that gave it. */
export interface ReasonLine {
  readonly text: string;
  readonly record: { readonly ledger: string; readonly id: number } | null;
}
/** Before caps and rounding; `points` null: cannot be judged, counts as nothing and says so. */
export interface Result {
  readonly points: Fraction | null;
  readonly reason: string;
  readonly lines: readonly ReasonLine[];
  readonly vetoed: boolean;
}

/**
 * Percent of the target as an exact fraction of 1; a `down` figure the other way round. Else the
 * sentence that says why there is none.
 */
export function scoreCompletionOf(
  reading: Reading,
): { readonly ratio: Fraction; readonly words: string } | { readonly why: string } {
  const { value, target, down } = reading;
  if (target === null) return { why: '没有目标，不计分' };
  if (compare(target, '0') === 0 && !down) return { why: '目标是0，不能算完成率' };
  if (compare(target, '0') < 0) return { why: `目标${shownPoints(target)}是负数，不能算完成率` };
  if (value === null) return { why: '没有完成数' };
  const words = `${shownPoints(value)} ÷ ${shownPoints(target)}`;
  if (!down) return { ratio: fraction(value, target) ?? ZERO_PART, words };
  if (compare(value, '0') <= 0)
    return {
      ratio: { over: '1', under: '1' },
      words: `控制数${shownPoints(target)}，实际${shownPoints(value)}`,
    };
  return {
    ratio: fraction(target, value) ?? ZERO_PART,
    words: `控制数${shownPoints(target)} ÷ 实际${shownPoints(value)}`,
  };
}
const ZERO_PART: Fraction = { over: '0', under: '1' };

/** Without trailing zeros, at most six places. */
export const shownPoints = (value: Decimal): string =>
  (SHORT.test(value) ? value : trim(round(value, 6))).replace('-', '−');
/** nothing to round, nothing to trim */
const SHORT = /^-?(0|[1-9]\d*)(\.\d{0,5}[1-9])?$/;
/** Rounded to two places for the eye; the exact ratio is what counts. */
export const percentText = (ratio: Fraction): string =>
  `${shownPoints(rounded(times(ratio, '100'), 2))}%`;
/** As a reason writes it: +4, −1, 0. */
export const signedPoints = (points: Decimal): string =>
  compare(points, '0') > 0 ? `+${shownPoints(points)}` : shownPoints(points);
