/**
 * What all readers do to a cell's text first: full-width forms become half-width, and marks for
 * "nothing" are known.
 */

/** Most texts have none of them: one look tells. */
const WIDE = /[！-～\u3000\u00a0￥]/;

/**
 * Full-width letters, digits, signs and spaces as half-width ones; ①, ㎡ and the like stay what
 * they are.
 */
export function halfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/￥/g, '¥');
}

/** The words without what stands around them; null where there are none. */
export const textOrNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim();

/** Half-width and without any white space. */
export function compactText(text: string): string {
  return halfWidth(text).replace(/[\s\u200b\ufeff]/g, '');
}

/**
 * Whether closing the gaps would join digits that stand apart: "300 500" and two figures on two
 * lines are no 300500.
 */
export function joinsDigits(text: string): boolean {
  return /\d\s+\.?\d|\d\.\s+\d/.test(halfWidth(text));
}

const MARKS = /^(?:[-–—―─_/\\.…*×xX]+)?$/;
const WORDS: ReadonlySet<string> = new Set([
  '无',
  '暂无',
  '没有',
  '暂缺',
  '不详',
  '空',
  '空白',
  '未填',
  'N/A',
  'n/a',
  '〇〇',
]);

/** Blank, or only marks such as — / … ××× that stand for nothing. */
export function isMark(text: string): boolean {
  return MARKS.test(compactText(text));
}

/**
 * A mark, or a word such as 无 and 暂无. In running text 无 is an answer, so text fields ask
 * `isMark` only.
 */
export function saysNothing(text: string): boolean {
  return isMark(text) || WORDS.has(compactText(text));
}
