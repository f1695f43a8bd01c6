/** Tables that stand beside each other under one row of heads: the columns of each. */
import { BEGINS_TABLE } from './header-rows.ts';
import type { SourceSheet } from './sheet.ts';
import { squeezeWords } from './words.ts';

/**
 * The columns of each table that stands beside another: parted by an empty column and begun by the
 * same word, or the same words twice.
 */
export function besideEachOther(
  sheet: SourceSheet,
  top: number,
  bottom: number,
  left: number,
  right: number,
): readonly (readonly [number, number])[] {
  const words = Array.from({ length: right - left + 1 }, (_, at) =>
    headWord(sheet, top, bottom, left + at),
  );
  const half = words.length / 2;
  if (
    Number.isInteger(half) &&
    half >= 2 &&
    BEGINS_TABLE.test(words[0] ?? '') &&
    words.every((word, at) => isSameHead(word, words[at % half] ?? ''))
  )
    return [
      [left, left + half - 1],
      [left + half, right],
    ];
  const starts = words.flatMap((word, at) =>
    at === 0 ||
    (words[at - 1] === '' &&
      word !== '' &&
      word === words[0] &&
      BEGINS_TABLE.test(word) &&
      isGap(sheet, bottom, left + at - 1))
      ? [left + at]
      : [],
  );
  return starts.map(
    (start, at) => [start, at + 1 < starts.length ? (starts[at + 1] ?? right) - 2 : right] as const,
  );
}

/** 街道 over the names of one table and 乡镇 over those of the other are one head. */
const isSameHead = (a: string, b: string): boolean =>
  a === b || (KINDS_OF_UNITS.test(a) && KINDS_OF_UNITS.test(b));

const KINDS_OF_UNITS = /^(?:单位|街道|乡镇|镇街|镇办|园区|开发区|部门|社区|村|企业)(?:名称)?$/;

/** All that stands over a column, as one word. */
function headWord(sheet: SourceSheet, top: number, bottom: number, column: number): string {
  const merge = sheet.merges.find(
    (one) => one.top >= top && one.top <= bottom && column > one.left && column <= one.right,
  );
  const cells = sheet.rows.slice(top, bottom + 1).map((row) => row[column]);
  return squeezeWords(
    (merge === undefined ? '' : '…') +
      cells
        .map((cell) => (typeof cell === 'string' ? cell : ''))
        .join('›')
        .replace(/^›+$/, ''),
  );
}

const isGap = (sheet: SourceSheet, bottom: number, column: number): boolean =>
  sheet.rows
    .slice(bottom + 1, bottom + 200)
    .every((row) => row[column] === null || row[column] === undefined || row[column] === '');
