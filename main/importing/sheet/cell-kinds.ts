/**
 * What a cell is by its looks alone, whatever its words mean: a figure, a year, a mark for nothing,
 * a text.
 */
import { halfWidth, isMark } from '../../domain/read/text.ts';
import { readFigure } from '../../domain/read/figure.ts';
import type { CellValue } from './sheet.ts';
import { squeezeWords } from './words.ts';

export type CellKind = 'blank' | 'figure' | 'year' | 'mark' | 'text';

const YEAR = /^(?:19|20)\d{2}(?:年度?|\/\d{2}|-\d{2})?(?:[a-z*]|[(（]\d[)）])?$/i;
/** 18,080 · 38,9 · 2.5% · (1,200) · 4,409r: digits with what tables set beside them. */
const NUMERAL =
  /^[(]?[-−–+±]?[$¥€£]?(?:\d{1,3}(?:[ ,'’]\d{3})+(?:[.,]\d+)?|\d*[.,]?\d+)[)]?[%‰]?[^\d.,、/月日年号期至\-—~()]{0,2}$/;

/** ≥3.5, 不低于88%, 5个以上, 下降10%, 20000(增长10%): a figure with what it sets. */
const SETS =
  /^(?:[≥≤≧≦><]=?|不低于|不少于|不超过|不高于|控制在|达到|超过?)\d[\d.,]*[^\d]{0,6}$|^\d[\d.,]*[^\d]{0,3}(?:以上|以下|以内|左右)$|^(?:\d[\d.,]*[^\d]{0,3}\()?(?:同比|比上年|较上年)?(?:增长|下降|提高|降低|减少|增加)\d[\d.]*%(?:以上|以内|左右)?\)?$/;
export function kindOfCell(cell: CellValue | undefined): CellKind {
  if (cell === null || cell === undefined) return 'blank';
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 1900 && cell < 2100 ? 'year' : 'figure';
  if (typeof cell !== 'string')
    return typeof cell === 'object' && !('day' in cell) ? 'figure' : 'text';
  const text = cell.trim();
  if (text === '') return 'blank';
  if (isMark(text)) return 'mark';
  if (text.length > 24) return 'text';
  if (YEAR.test(squeezeWords(text))) return 'year';
  const plain = halfSigns(text);
  if (!/\d/.test(plain)) return 'text';
  return NUMERAL.test(plain) || isMeasured(plain) || SETS.test(plain) ? 'figure' : 'text';
}

/** 2.5亿元, 约300万元. */
const isMeasured = (text: string): boolean =>
  /^[约近超]?[-\d]/.test(text) && !/[年月日号/]/.test(text) && readFigure(text).kind === 'value';

const halfSigns = (text: string): string =>
  halfWidth(text)
    .trim()
    .replace(/[\u2009\u202f]/g, ' ');

/**
 * The number in a cell, for comparing sums only; null where there is none, or one with a scale of
 * its own.
 */
export function numberIn(cell: CellValue | undefined): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell.length > 24 || !/\d/.test(halfWidth(cell))) return null;
  if (/[百千万亿]/.test(cell)) return null;
  const kind = kindOfCell(cell);
  if (kind !== 'figure' && kind !== 'year') return null;
  const digits = halfSigns(cell)
    .replace(/[−–]/g, '-')
    .replace(/[ '’]|,(?=\d{3}(?!\d))/g, '')
    .replace(',', '.');
  const found = /^[(]?([-+±]?)[$¥€£约近超]?(\d*\.?\d+)/.exec(digits);
  if (found === null) return null;
  const size = Number(found[2]);
  return found[1] === '-' || (digits.startsWith('(') && digits.includes(')')) ? -size : size;
}
