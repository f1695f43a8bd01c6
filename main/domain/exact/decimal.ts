/**
 * Exact decimals: parsing, half-up rounding and scaled integers; nothing here touches a binary
 * float's digits.
 */
import Big from 'big.js';

/** An exact decimal in plain notation, such as "-12.50"; never exponent notation. */
export type Decimal = string;

const PLAIN = /^-?\d+(\.\d+)?$/;

export function isDecimal(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * The decimal that a spreadsheet shows for a binary number: 15 significant digits, as Excel keeps
 * them.
 */
export function decimalOfNumber(value: number): Decimal {
  return new Big(value.toPrecision(15)).toFixed();
}

export function add(a: Decimal, b: Decimal): Decimal {
  return new Big(a).plus(b).toFixed();
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return new Big(a).minus(b).toFixed();
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return new Big(a).times(b).toFixed();
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return a === b ? 0 : new Big(a).cmp(b);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = new Big(0);
  for (const value of values) total = total.plus(value);
  return total.toFixed();
}

/** a decimal as it is written out, without a zero before it, and not nothing */
const WRITTEN_OUT = /^-?(?:[1-9]\d*|0(?=\.0*[1-9]))(?:\.(\d+))?$/;

/** Rounds half away from zero (四舍五入) to `places`: 1.005 → 1.01, −2.5 → −3. */
export function round(value: Decimal, places: number): Decimal {
  // most figures have no more places than are wanted: nothing is rounded then
  const plain = WRITTEN_OUT.exec(value);
  if (plain !== null) {
    const { length } = plain[1] ?? '';
    if (length === places) return value;
    if (length < places) return `${value}${length === 0 ? '.' : ''}${'0'.repeat(places - length)}`;
  }
  return new Big(value).round(places, Big.roundHalfUp).toFixed(places);
}

/** a ÷ b rounded half away from zero to `places`; null where b is zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | null {
  const divisor = new Big(b);
  if (divisor.eq(0)) return null;
  const scaled = toScaledExact(new Big(a), divisor, places);
  return fromScaled(scaled, places);
}

/** Without trailing zeros: "1.500" → "1.5". */
export function trim(value: Decimal): Decimal {
  return new Big(value).toFixed();
}

/** The number of places after the point that the value really needs. */
export function placesOf(value: Decimal): number {
  return trim(value).split('.')[1]?.length ?? 0;
}

/**
 * value × 10^places as an integer, rounded half away from zero. `exact` is false where digits were
 * lost.
 */
export function toScaled(value: Decimal, places: number): { scaled: bigint; exact: boolean } {
  const dot = value.indexOf('.');
  const given = dot < 0 ? 0 : value.length - dot - 1;
  // nothing to round: moving the point is enough
  if (given <= places && PLAIN.test(value))
    return { scaled: BigInt(value.replace('.', '') + '0'.repeat(places - given)), exact: true };
  const rounded = round(value, places);
  return { scaled: BigInt(rounded.replace('.', '')), exact: new Big(rounded).eq(value) };
}

const [ZERO, DOT, MINUS] = [48, 46, 45];
const MOST_DIGITS = 15;

/**
 * The same for a plain decimal of at most 15 digits, as a number that holds it exactly; null for
 * any other, also for one that would be rounded. For the many figures of an import.
 */
export function smallScaled(value: Decimal, places: number): number | null {
  const negative = value.charCodeAt(0) === MINUS;
  let [scaled, digits, after] = [0, 0, -1];
  for (let at = negative ? 1 : 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === DOT && after < 0 && digits > 0) after = 0;
    else if (code >= ZERO && code <= ZERO + 9) {
      scaled = scaled * 10 + (code - ZERO);
      digits += 1;
      if (after >= 0) after += 1;
    } else return null;
  }
  const missing = places - Math.max(after, 0);
  if (after === 0 || digits === 0 || missing < 0 || digits + missing > MOST_DIGITS) return null;
  const whole = missing === 0 ? scaled : scaled * 10 ** missing;
  return negative ? 0 - whole : whole;
}

/** The inverse of `toScaled`, always with exactly `places` places: (12345n, 2) → "123.45". */
export function fromScaled(scaled: bigint, places: number): Decimal {
  if (places === 0) return scaled.toString();
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${negative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Integer division a/b, half away from zero. @throws RangeError where b is zero. */
export function divideHalfUp(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('division by zero');
  const negative = a < 0n !== b < 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const quotient = (2n * x + y) / (2n * y);
  return negative ? -quotient : quotient;
}

/**
 * a/b for what is rounded once more when it is shown: cut off, and a last digit 0 or 5 raised where
 * anything was cut, so that half up to fewer places gives what it would of the exact quotient.
 * 36.56499956 kept as 36.565 would be shown as 36.57. @throws RangeError where b is zero.
 */
export function divideToRound(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('division by zero');
  const negative = a < 0n !== b < 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const cut = x / y;
  const quotient = x % y !== 0n && cut % 5n === 0n ? cut + 1n : cut;
  return negative ? -quotient : quotient;
}

function toScaledExact(a: Big, b: Big, places: number): bigint {
  const shift = Math.max(placesOf(a.toFixed()), placesOf(b.toFixed()));
  const ten = 10n ** BigInt(places);
  const [x, y] = [toScaled(a.toFixed(), shift).scaled, toScaled(b.toFixed(), shift).scaled];
  return divideHalfUp(x * ten, y);
}
