/**
 * The words of headers and labels, made comparable: white space, width and punctuation do not
 * matter.
 */
import { MEASURE_NAMES, measureOf } from '../../domain/exact/measure.ts';
import { halfWidth } from '../../domain/read/text.ts';

/** Half-width, without white space. */
export const squeezeWords = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/〔/g, '[')
    .replace(/〕/g, ']');

/** Without punctuation too: what two headers share when they mean the same. */
export const bareWord = (text: string): string =>
  squeezeWords(text)
    .replace(/[()（）“”"':：、，,.。;；/\\*\-—_【】[\]《》<>]/g, '')
    .toLowerCase();

/** Without what stands in brackets. */
export const unbracketed = (text: string): string =>
  squeezeWords(text).replace(/\([^()]*\)|（[^（）]*）|\[[^\]]*\]|【[^】]*】/g, '');

const AT_THE_END = MEASURE_NAMES.filter((name) => /[元亩顷㎡里]$|平方米$/.test(name));

/**
 * The measure of money or land that ends a header without brackets: 总投资万元, 占地：公顷; null
 * where none does.
 */
export const endingMeasure = (header: string): string | null =>
  AT_THE_END.find((name) => header.endsWith(name) && header.length > name.length) ?? null;

/** A header without its brackets and without the measure at its end. */
export function withoutMeasure(header: string): string {
  const plain = withoutStated(unbracketed(header)).replace(/[¥￥]/g, '');
  const behind = /^(.+)[/:](.+)$/.exec(plain);
  if (behind && measureOf(behind[2] ?? '') !== null) return behind[1] ?? plain;
  const measure = endingMeasure(plain);
  return measure === null ? plain : plain.slice(0, -measure.length);
}

/** 总投资，单位：亿元 is 总投资. */
function withoutStated(header: string): string {
  const found = /^(.+?)[,，;；、:：]?(?:金额|计量|货币)?单位[:：是为]?([^:：]{1,5})$/.exec(header);
  return found !== null && measureOf(found[2] ?? '') !== null ? (found[1] ?? header) : header;
}

const YEAR = /^(?:(?:19|20)\d{2}年?(?:度)?)/;

/** Without a leading year: 2010年计划投资 → 计划投资; null where there is none or nothing else. */
export function withoutYear(word: string): string | null {
  const rest = word.replace(YEAR, '');
  return rest === word || rest === '' ? null : rest;
}

export const yearIn = (text: string): number | null => {
  const match = /(?<!\d)((?:19|20)\d{2})(?=年|\.|-|\/|$|[^\d])/.exec(squeezeWords(text));
  return match ? Number(match[1]) : null;
};

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The month that a header names: 3月, 三月份, 2012年3月; null where it is another word. */
export function monthOfHeader(header: string): { month: number; year: number | null } | null {
  const match = /^(?:((?:19|20)\d{2})年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/.exec(
    unbracketed(header),
  );
  if (match === null) return null;
  const word = match[2] ?? '';
  const month = /^\d/.test(word) ? Number(word) : NUMERALS.indexOf(word) + 1;
  return month >= 1 && month <= 12
    ? { month, year: match[1] === undefined ? null : Number(match[1]) }
    : null;
}

/** 红底=停工; 标黄的为新增; 蓝色字体表示已完成: what a colour means stands beside the table. */
export const COLOUR_LEGEND =
  /(?:[红黄绿蓝橙紫灰粉青]色?(?:底|字|填充|标[注记识]|背景|单元格|部分|为|[=＝：:]|表示|代表|的)|[标涂]成?[红黄绿蓝橙紫灰]|(?:底色|字体颜色|填充色|颜色)[为是][红黄绿蓝橙紫灰粉青])/;
