/**
 * Amounts in Chinese capitals (金额大写), as payment slips and reward tables carry them beside the
 * figure.
 */
import type { Fen } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const IN_FOUR = ['', '拾', '佰', '仟'];
/** 万 after four digits, 亿 after eight */
const FOURS = ['', '万', '亿'];
const MOST = 10n ** 12n;

/**
 * An amount in 分: 106160050n → 壹佰零陆万壹仟陆佰元伍角整; whole 元 and whole 角 end in 整, a
 * missing 角 before 分 is said as 零.
 * @throws RangeError from 一万亿元 on
 */
export function inCapitals(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  const yuan = size / 100n;
  if (yuan >= MOST) throw new RangeError(`${fen} is beyond the capitals`);
  const [jiao, rest] = [Number((size / 10n) % 10n), Number(size % 10n)];
  const whole = yuan === 0n ? '' : `${wholeText(yuan)}元`;
  const tens = jiao > 0 ? `${DIGITS[jiao] ?? ''}角` : rest > 0 && whole !== '' ? '零' : '';
  const ones = rest > 0 ? `${DIGITS[rest] ?? ''}分` : '';
  return `${fen < 0n ? '负' : ''}${whole}${tens}${ones}${rest > 0 ? '' : whole === '' && jiao === 0 ? '零元整' : '整'}`;
}

/** Gaps of any length are one 零, also where a group of four does not fill its places. */
function wholeText(yuan: bigint): string {
  let text = '';
  let gap = false;
  const digits = yuan.toString();
  for (const [at, digit] of [...digits].entries()) {
    const place = digits.length - 1 - at;
    if (digit === '0') gap = true;
    else {
      text += `${gap && text !== '' ? '零' : ''}${DIGITS[Number(digit)] ?? ''}${IN_FOUR[place % 4] ?? ''}`;
      gap = false;
    }
    if (place > 0 && place % 4 === 0 && filled(digits, place)) {
      text += FOURS[place / 4] ?? '';
      gap = false;
    }
  }
  return text;
}

/** Whether the group of four that ends at `place` has a digit to say. */
function filled(digits: string, place: number): boolean {
  const end = digits.length - place;
  return /[1-9]/.test(digits.slice(Math.max(0, end - 4), end));
}
