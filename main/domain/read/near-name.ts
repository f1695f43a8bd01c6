/**
 * Whether two names of projects are nearly the same: what people add or leave out, or one wrong
 * sign. Numbers never count as a slip.
 */
import { compactText } from './text.ts';

const LEAST_FOR_A_SLIP = 6;
const FILLER =
  /有限责任公司|股份有限公司|有限公司|项目|工程|建设|[、，,。．.·“”"'《》（）()[\]【】\-—–_]/g;
const COUNTS = /[\d一二三四五六七八九十百东西南北上下A-Za-z#]/;

/** 云岭县东山物流园 is 东山物流园: a place before the name. */
const LED_BY = /^.{1,6}(?:[省市县区镇乡]|街道|园区|开发区|高新区)$/;
const LEAST_TO_LEAD = 4;

/**
 * Without the words that say nothing of which project it is; the whole name where nothing else
 * stays.
 */
export function bareName(name: string): string {
  const clean = compactText(name);
  return clean.replace(FILLER, '') || clean;
}

/**
 * Of bare names: equal, or one sign of many differs that is neither a number nor a direction (一期
 * and 二期 are two projects).
 */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (
    short.length >= LEAST_TO_LEAD &&
    long.endsWith(short) &&
    LED_BY.test(long.slice(0, -short.length))
  )
    return true;
  if (short.length < LEAST_FOR_A_SLIP || long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const wrong = short.length === long.length ? 1 : 0;
  if (short.slice(from + wrong) !== long.slice(from + 1)) return false;
  return !COUNTS.test(long[from] ?? '') && !(wrong === 1 && COUNTS.test(short[from] ?? ''));
}

/** The ends of a bare name: two names that are nearly the same but not equal share one of them. */
export const nameEnds = (name: string): readonly [string, string] => [
  `<${name.slice(0, LEAST_FOR_A_SLIP / 2)}`,
  `>${name.slice(-LEAST_FOR_A_SLIP / 2)}`,
];
