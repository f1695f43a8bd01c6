/** Rows whose role their figures tell, once the words have spoken: sums among the data rows, and words under the last figures. */
import { kindOfCell, numberIn } from './cell-kinds.ts';
import type { Labelled, Region } from './region.ts';
import type { SourceSheet } from './sheet.ts';
import { sumRows, type Addend } from './sums.ts';
import { squeezeWords } from './words.ts';

/** The region with its sums found; one that stands before its parts heads them as a group. */
export function byFigures(sheet: SourceSheet, region: Region): Region {
  const columns = figureColumns(sheet, region);
  if (columns.length === 0 || region.dataRows.length < 3) return region;
  const totals = new Set(region.totalRows.map((total) => total.row));
  const rows = [...region.dataRows, ...totals].sort((a, b) => a - b);
  const isUnlike = unlikeRows(sheet, region);
  const found = sumRows(
    sheet,
    rows.map((row): Addend => ({
      row,
      unlike: totals.has(row) || isUnlike(row),
    })),
    columns,
  ).filter((one) => !totals.has(one.row));
  if (found.length === 0) return region;
  const sums = new Set(found.map((one) => one.row));
  const last = region.dataRows.filter((row) => !sums.has(row)).at(-1) ?? 0;
  const heads = found.filter(
    ({ row, parts }) => Math.min(...parts) > row && Math.max(...parts) < last,
  );
  const label = (row: number): Labelled => ({ row, label: labelOf(sheet, region, row) });
  return {
    ...region,
    dataRows: region.dataRows.filter((row) => !sums.has(row)),
    groupRows: merged(
      region.groupRows,
      heads.map(({ row }) => label(row)),
    ),
    totalRows: merged(
      region.totalRows,
      found.map(({ row }) => label(row)),
    ),
    sums,
  };
}

const merged = (a: readonly Labelled[], b: readonly Labelled[]): readonly Labelled[] =>
  [...a, ...b].sort((one, other) => one.row - other.row);

/** The columns most of whose filled cells are figures, without one that counts the rows. */
function figureColumns(sheet: SourceSheet, { left, right, dataRows }: Region): readonly number[] {
  const step = Math.max(1, Math.floor(dataRows.length / 100));
  const looked = dataRows.filter((_, at) => at % step === 0);
  const columns: number[] = [];
  for (let c = left; c <= right; c++) {
    const kinds = looked
      .map((row) => kindOfCell(sheet.rows[row]?.[c]))
      .filter((kind) => kind !== 'blank' && kind !== 'mark');
    const figures = kinds.filter((kind) => kind === 'figure' || kind === 'year').length;
    if (figures > 0 && figures * 2 >= kinds.length && !(c === left && countsUp(sheet, looked, c)))
      columns.push(c);
  }
  return columns;
}

const countsUp = (sheet: SourceSheet, rows: readonly number[], c: number): boolean => {
  const figures = rows.map((row) => numberIn(sheet.rows[row]?.[c])).filter((one) => one !== null);
  return (
    figures.every((figure, at) => at === 0 || figure > (figures[at - 1] ?? figure)) ||
    figures.every((one) => one < 100 && Number.isInteger(one))
  );
};

function wordsOf(sheet: SourceSheet, { left, right }: Region, row: number): number {
  let words = 0;
  for (let c = left; c <= right; c++) if (kindOfCell(sheet.rows[row]?.[c]) === 'text') words += 1;
  return words;
}

/** Whether a row has half the words that rows of this table have, or lacks the number that they have. */
function unlikeRows(sheet: SourceSheet, region: Region): (row: number) => boolean {
  const looked = region.dataRows.slice(0, 200);
  const words = looked.map((row) => wordsOf(sheet, region, row)).toSorted((a, b) => a - b);
  const usual = words[Math.floor(words.length / 2)] ?? 0;
  const isNumbered = (row: number): boolean => numberIn(sheet.rows[row]?.[region.left]) !== null;
  const numbered = looked.filter(isNumbered).length * 2 > looked.length;
  return (row) =>
    (wordsOf(sheet, region, row) * 2 <= usual && usual > 1) || (numbered && !isNumbered(row));
}

const labelOf = (sheet: SourceSheet, { left, right }: Region, row: number): string => {
  const cells = (sheet.rows[row] ?? []).slice(left, right + 1);
  return squeezeWords(
    String(
      cells.find((cell) => kindOfCell(cell) === 'text') ??
        cells.find((cell) => cell !== null) ??
        '',
    ),
  );
};
