/**
 * Turns header rows into one path per column, and finds the measures that headers and notes state.
 */
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { isMeasure, isMeasureRow, isHeadFiller } from './header-rows.ts';
import type { Region } from './region.ts';
import type { SheetMerge, SourceSheet } from './sheet.ts';
import { endingMeasure, squeezeWords } from './words.ts';

/** The path of each column from `left` to `right`: 投资情况 › 完成投资 › 累计. */
export function headerPaths(sheet: SourceSheet, region: Region): readonly (readonly string[])[] {
  const [top, bottom] = region.headerRows;
  const merges = sheet.merges.filter((merge) => merge.top <= bottom && merge.bottom >= top);
  const grid: string[][] = [];
  for (let r = top; r <= bottom; r++) {
    const line: string[] = [];
    const isFiller = r > top && isMeasureRow(sheet.rows[r] ?? []) ? isHeadFiller : () => false;
    for (let c = region.left; c <= region.right; c++) {
      const word = wordAt(sheet, merges, r, c);
      line.push(isFiller(word) ? '' : word);
    }
    grid.push(line);
  }
  // from below: a parent reaches as far as the parents under it do
  for (let r = grid.length - 2; r >= 0; r--)
    inheritLeft(grid[r] ?? [], grid[r + 1] ?? [], merges, top + r, region.left);
  return Array.from({ length: region.right - region.left + 1 }, (_, c) => {
    const words = grid.map((line) => line[c] ?? '').filter((word) => word !== '');
    return withMeasure(words.filter((word, at) => word !== words[at - 1]));
  });
}

/** A measure alone in the last row belongs to the word above it: 总投资, （亿元） → 总投资（亿元）. */
function withMeasure(path: readonly string[]): readonly string[] {
  const [above, last] = [path.at(-2), path.at(-1)];
  if (above === undefined || last === undefined || !isMeasure(last)) return path;
  const plain = last.replace(/^((?:计量|金额)?单位[:：])/, '');
  return [...path.slice(0, -2), above + (/^[(（【[]/.test(plain) ? plain : `（${plain}）`)];
}

function wordAt(sheet: SourceSheet, merges: readonly SheetMerge[], r: number, c: number): string {
  const merge = merges.find(
    (one) => r >= one.top && r <= one.bottom && c >= one.left && c <= one.right,
  );
  const value = merge === undefined ? sheet.rows[r]?.[c] : sheet.rows[merge.top]?.[merge.left];
  if (typeof value === 'string') return squeezeWords(value);
  return typeof value === 'number' ? String(value) : '';
}

/**
 * Without merges a parent stands over its first column only; the columns to its right that have a
 * child are its own.
 */
function inheritLeft(
  line: string[],
  below: readonly string[],
  merges: readonly SheetMerge[],
  row: number,
  left: number,
): void {
  for (let c = 1; c < line.length; c++) {
    const merged = merges.some(
      (one) => row >= one.top && row <= one.bottom && c + left >= one.left && c + left <= one.right,
    );
    if (line[c] === '' && !merged && below[c] !== '' && below[c - 1] !== '')
      line[c] = line[c - 1] ?? '';
  }
}

/**
 * The measures that a header states in brackets, behind a stroke or at its end: 合同引资（亿元）,
 * 金额/万元, 总投资万元.
 */
export function measuresIn(header: string): readonly Measure[] {
  // 万元/亩 is one measure, 万元/亿元 are two
  const bracketed = [...header.matchAll(/[(（【[]([^()（）【】[\]]+)[)）】\]]/g)].flatMap((match) =>
    measureOf(match[1] ?? '') !== null
      ? [match[1] ?? '']
      : (match[1] ?? '').split(/[/／、,，;；:：]|单位/),
  );
  const behind = /[/／:：,，]([^/／:：,，()（）]+)$/.exec(header)?.[1];
  const ending = endingMeasure(header);
  const percent = /[%％±]$/.test(header) ? ['%'] : [];
  // 人民币 and 港币 tell the currency, not the scale
  const stated = [
    ...bracketed,
    ...(behind === undefined ? [] : [behind]),
    ...(ending === null ? [] : [ending]),
    ...percent,
  ].filter((text) => !/^(?:人民币|港币)$/.test(text));
  const found = stated.map((text) => measureOf(text)).filter((one) => one !== null);
  return found.filter((one, at) => found.findIndex((other) => other.name === one.name) === at);
}

/** Every measure that the notes above a table state: "单位：万元、亩、㎡", "亿元（外资：万美元）". */
export function noteMeasures(texts: readonly string[]): readonly Measure[] {
  const found = texts.flatMap((written) => {
    // 单位：万 元
    const text = written.replace(/(?<=[百千万亿])\s+(?=元)/g, '');
    const stated = [...text.matchAll(/单位\s*[:：为是]?\s*([^\n。；;]{1,40})/g)].flatMap((match) =>
      (match[1] ?? '').split(/[、,，/／\s()（）:：和及]+/),
    );
    const bracketed = [...text.matchAll(/[(（【[]([^()（）【】[\]]{1,8})[)）】\]]/g)].map(
      (match) => match[1] ?? '',
    );
    // 万元 alone in its cell
    return [...stated, ...bracketed, text.trim()]
      .map((word) => measureOf(word))
      .filter((one) => one !== null);
  });
  return found.filter((one, at) => found.findIndex((other) => other.name === one.name) === at);
}
