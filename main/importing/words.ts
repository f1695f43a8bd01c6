/** The words of headers and labels, made comparable: white space, width and punctuation do not matter. */
import { halfWidth } from '../domain/read/text.ts';

/** Half-width, without white space. */
export const squeeze = (text: string): string => halfWidth(text).replace(/[\s\u200b\ufeff]+/g, '');

/** Without punctuation too: what two headers share when they mean the same. */
export const bareWord = (text: string): string => squeeze(text).replace(/[()（）“”"':：、，,.。;；/\\*\-—_【】[\]《》<>]/g, '').toLowerCase();

/** Without what stands in brackets. */
export const unbracketed = (text: string): string => squeeze(text).replace(/\([^()]*\)|（[^（）]*）|\[[^\]]*\]|【[^】]*】/g, '');

const YEAR = /^(?:(?:19|20)\d{2}年?(?:度)?)/;

/** Without a leading year: 2010年计划投资 → 计划投资; null where there is none or nothing else. */
export function withoutYear(word: string): string | null {
  const rest = word.replace(YEAR, '');
  return rest === word || rest === '' ? null : rest;
}

export const yearIn = (text: string): number | null => {
  const match = /(?<!\d)((?:19|20)\d{2})(?=年|\.|-|\/|$|[^\d])/.exec(squeeze(text));
  return match ? Number(match[1]) : null;
};

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The month that a header names: 3月, 三月份, 2012年3月; null where it is another word. */
export function monthOf(header: string): { month: number; year: number | null } | null {
  const match = /^(?:((?:19|20)\d{2})年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/.exec(unbracketed(header));
  if (match === null) return null;
  const word = match[2] ?? '';
  const month = /^\d/.test(word) ? Number(word) : NUMERALS.indexOf(word) + 1;
  return month >= 1 && month <= 12 ? { month, year: match[1] === undefined ? null : Number(match[1]) } : null;
}
