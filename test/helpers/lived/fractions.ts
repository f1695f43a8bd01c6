/**
 * Exact fractions for models of what the program computes; nothing of the program's own arithmetic
 * is used.
 */

export interface Fraction {
  readonly top: bigint;
  /** above zero */
  readonly bottom: bigint;
}
export type Maybe = Fraction | null;

export const whole = (value: number | bigint): Fraction => ({ top: BigInt(value), bottom: 1n });
/** "12.345", "-3" */
export function parsed(text: string): Fraction {
  const [units = '', parts = ''] = text.split('.');
  return { top: BigInt(units + parts), bottom: 10n ** BigInt(parts.length) };
}
export const plus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const minus = (a: Fraction, b: Fraction): Fraction =>
  plus(a, { top: -b.top, bottom: b.bottom });
export const times = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});
/** b not zero */
export const over = (a: Fraction, b: Fraction): Fraction =>
  b.top < 0n
    ? { top: -a.top * b.bottom, bottom: a.bottom * -b.top }
    : { top: a.top * b.bottom, bottom: a.bottom * b.top };
/** Below, at or above zero as a is below, equal to or above b. */
export function order(a: Fraction, b: Fraction): number {
  const { top } = minus(a, b);
  return top > 0n ? 1 : top < 0n ? -1 : 0;
}
export const least = (a: Fraction, b: Fraction): Fraction => (order(a, b) <= 0 ? a : b);
export const sign = ({ top }: Fraction): number => (top > 0n ? 1 : top < 0n ? -1 : 0);
export const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, whole(0));
export const ZERO = whole(0);
export const HUNDRED = whole(100);

/** × 10^places, half away from zero. */
function halfUp({ top, bottom }: Fraction, places: number): bigint {
  const size = (top < 0n ? -top : top) * 10n ** BigInt(places);
  const rounded = (size * 2n + bottom) / (2n * bottom);
  return top < 0n ? -rounded : rounded;
}
export const rounded = (value: Fraction, places: number): Fraction => ({
  top: halfUp(value, places),
  bottom: 10n ** BigInt(places),
});
/** With exactly so many places: -12.50, 3. */
export function fixed(value: Fraction, places: number): string {
  const scaled = halfUp(value, places);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const at = digits.length - places;
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, at)}${places === 0 ? '' : `.${digits.slice(at)}`}`;
}
/** How many decimals the value needs, at most `most`. */
export function placesNeeded(value: Fraction, most: number): number {
  for (let places = 0; places < most; places += 1)
    if (order(rounded(value, places), value) === 0) return places;
  return most;
}
