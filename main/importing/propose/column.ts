/** One column of a sheet that is to become a field: its words, its cells, and what they are. */
import { decimalOfNumber, placesOf } from '../../domain/exact/decimal.ts';
import { readDay, readDayNumber } from '../../domain/read/day.ts';
import { readFigure } from '../../domain/read/figure.ts';
import { isMark } from '../../domain/read/text.ts';
import { showsPercent } from '../cells/formats.ts';
import { mergedDown } from '../sheet/merged.ts';
import type { Region } from '../sheet/region.ts';
import { cellKey, type CellValue, type SourceSheet } from '../sheet/sheet.ts';

/** What is seen of a column's cells. */
export interface Seen {
  readonly filled: number;
  /** distinct values as text, the most frequent first */
  readonly distinct: readonly string[];
  readonly figures: number;
  readonly places: number;
  readonly days: number;
  /** days that say no more than their month */
  readonly months: number;
  readonly percents: number;
  /** longest and average length of words */
  readonly longest: number;
  readonly average: number;
}

const MOST_LOOKED_AT = 3000;

/**
 * Values of the region's rows, spread over a long sheet; a vertically merged cell's value is that
 * of all its rows.
 */
export function columnCellsOf(
  sheet: SourceSheet,
  region: Region,
  column: number,
): readonly CellValue[] {
  const merged = mergedDown(sheet, column, region);
  const step = Math.max(1, Math.floor(region.dataRows.length / MOST_LOOKED_AT));
  return region.dataRows
    .filter((_, at) => at % step === 0)
    .map((row) => sheet.rows[row]?.[column] ?? merged?.get(row) ?? null);
}

export function columnCellText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return decimalOfNumber(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return 'day' in cell ? cell.day : 'error' in cell ? cell.error : '';
}

/** × is a mark for nothing, and an answer where the others are √. */
const isAnswer = (text: string): boolean => text !== '' && (!isMark(text) || /^[×xX]$/.test(text));

export function seenOf(sheet: SourceSheet, region: Region, column: number): Seen {
  const cells = columnCellsOf(sheet, region, column).filter((cell) =>
    isAnswer(columnCellText(cell)),
  );
  const counts = new Map<string, number>();
  for (const cell of cells)
    counts.set(columnCellText(cell), (counts.get(columnCellText(cell)) ?? 0) + 1);
  const texts = [...counts.keys()];
  const formatted = region.dataRows.some((row) =>
    showsPercent(sheet.formats.get(cellKey(row, column))),
  );
  const figures = cells.filter(isFigure);
  const days = cells.map(dayOf).filter((day) => day !== null);
  return {
    filled: cells.length,
    distinct: texts.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)),
    figures: figures.length,
    places: figures.reduce(
      (most: number, cell) =>
        Math.max(
          most,
          typeof cell === 'number'
            ? placesOf(decimalOfNumber(cell))
            : placesOf(columnCellText(cell).replace(/[^\d.]/g, '') || '0'),
        ),
      0,
    ),
    days: days.length,
    months: days.filter((day) => day.length < 10).length,
    percents: cells.filter((cell) =>
      typeof cell === 'number' ? formatted : /[%％]$/.test(columnCellText(cell)),
    ).length,
    longest: texts.reduce((most, text) => Math.max(most, text.length), 0),
    average:
      texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
  };
}

const isFigure = (cell: CellValue): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && readFigure(cell).kind === 'value');

function dayOf(cell: CellValue): string | null {
  if (cell !== null && typeof cell === 'object') return 'day' in cell ? cell.day : null;
  const read =
    typeof cell === 'number'
      ? readDayNumber(cell)
      : typeof cell === 'string' && /\d|年|月/.test(cell)
        ? readDay(cell, { year: null })
        : null;
  return read?.kind === 'value' ? read.value : null;
}
