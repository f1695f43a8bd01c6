/** Chinese numerals as they number groups. */

const NUMERALS = '零一二三四五六七八九';

/** Chinese numerals for group rows, 1 to 999: 3 → 三, 12 → 十二, 105 → 一百零五. */
export function numeral(count: number): string {
  const digit = (value: number): string => NUMERALS[value] ?? '';
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10];
  if (count > 999) return String(count);
  const tail = ones === 0 ? '' : digit(ones);
  if (hundreds === 0) return tens === 0 ? digit(ones) : `${tens === 1 ? '' : digit(tens)}十${tail}`;
  if (tens > 0) return `${digit(hundreds)}百${digit(tens)}十${tail}`;
  return `${digit(hundreds)}百${tail === '' ? '' : `零${tail}`}`;
}
