/** Spreads a figure over units by weights so that the parts add up to it exactly. */
import {
  compare,
  divideHalfUp,
  fromScaled,
  placesOf,
  toScaled,
  trim,
  type Decimal,
} from './decimal.ts';

/**
 * The parts of `total`, each with at most `places` places (more where the total itself has more),
 * in the order of the weights.
 * What rounding down leaves goes to the largest remainders, the earlier first. Null where no weight
 * is above zero or one is below it.
 */
export function spreadAmount(
  total: Decimal,
  weights: readonly Decimal[],
  places: number,
): readonly Decimal[] | null {
  if (
    weights.some((weight) => compare(weight, '0') < 0) ||
    weights.every((weight) => compare(weight, '0') === 0)
  )
    return null;
  const finest = Math.max(places, placesOf(total));
  const whole = toScaled(total, finest).scaled;
  const scale = Math.max(...weights.map(placesOf));
  const shares = weights.map((weight) => toScaled(weight, scale).scaled);
  const all = shares.reduce((sum, share) => sum + share, 0n);
  const size = whole < 0n ? -whole : whole;
  const parts = shares.map((share, at) => ({
    at,
    part: (size * share) / all,
    rest: (size * share) % all,
  }));
  let left = size - parts.reduce((sum, one) => sum + one.part, 0n);
  for (const one of parts.toSorted((a, b) =>
    a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1,
  )) {
    if (left === 0n) break;
    one.part += 1n;
    left -= 1n;
  }
  return parts.map(({ part }) => trim(fromScaled(whole < 0n ? -part : part, finest)));
}

/** part ÷ whole in percent, two places. */
export function shareOf(part: Decimal, whole: Decimal): Decimal | null {
  const scale = Math.max(placesOf(part), placesOf(whole));
  const [a, b] = [toScaled(part, scale).scaled, toScaled(whole, scale).scaled];
  return b === 0n ? null : fromScaled(divideHalfUp(a * 10_000n, b), 2);
}
