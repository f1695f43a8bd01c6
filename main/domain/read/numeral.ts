/**
 * Quantities as people write them: 1,234.5 · 1亿2000万 · 三千万 · 壹佰; exact, and null rather than
 * a guess.
 */
import { add, compare, isDecimal, multiply, type Decimal } from '../exact/decimal.ts';

const CAPITALS: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  两: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  〇: '零',
};
const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Capital and variant numerals as the plain ones. */
export function plainNumerals(text: string): string {
  return text.replace(/[壹贰貳两叁肆伍陆柒捌玖拾佰仟萬億〇]/g, (sign) => CAPITALS[sign] ?? sign);
}

/**
 * The quantity written in half-width `text`, its scale words multiplied in; null where it is not
 * surely one.
 */
export function quantityOf(text: string): Decimal | null {
  return scaled(plainNumerals(text));
}

function scaled(text: string): Decimal | null {
  for (const [word, times] of [
    ['亿', '100000000'],
    ['万', '10000'],
  ] as const) {
    const at = text.lastIndexOf(word);
    if (at < 0) continue;
    const left = scaled(text.slice(0, at));
    if (left === null) return null;
    const high = multiply(left, times);
    const rest = text.slice(at + 1);
    return rest === '' ? high : withRest(high, left, rest, times);
  }
  return small(text);
}

/** 1亿 + 2000万. 三万五 and 1亿2 are left unread: spoken, they mean 三万五千 and 1.2亿. */
function withRest(high: Decimal, left: Decimal, rest: string, times: Decimal): Decimal | null {
  if (left.includes('.') || /^[\d一二三四五六七八九]$/.test(rest)) return null;
  const low = scaled(rest);
  return low === null || compare(low, times) >= 0 ? null : add(high, low);
}

/** Below ten thousand in numerals, any size in digits: 1,020.5 · 3千 · 三百二十. */
function small(text: string): Decimal | null {
  if (GROUPED.test(text)) return text.replaceAll(',', '');
  if (/^\d/.test(text) && isDecimal(text)) return text;
  const mixed = /^(\d+(?:\.\d+)?)([十百千])$/.exec(text);
  if (mixed) return multiply(mixed[1] ?? '', String(PLACES[mixed[2] ?? ''] ?? 1));
  return numeral(text);
}

function numeral(text: string): Decimal | null {
  let total = 0;
  let digit: number | null = null;
  let place = 10_000;
  for (const [index, sign] of [...text].entries()) {
    const value = DIGITS.indexOf(sign);
    const size = PLACES[sign];
    if (size !== undefined) {
      if (
        size >= place ||
        digit === 0 ||
        (digit === null && !(sign === '十' && (index === 0 || text[index - 1] === '零')))
      )
        return null;
      total += (digit ?? 1) * size;
      [digit, place] = [null, size];
    } else if (value < 0 || (digit !== null && digit !== 0)) return null;
    else digit = value;
  }
  if (
    text === '' ||
    (digit !== null && digit !== 0 && place > 10 && total > 0 && text.at(-2) !== '零')
  )
    return null;
  return String(total + (digit ?? 0));
}
