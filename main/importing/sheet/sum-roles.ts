/**
 * Rows whose role their figures tell, once the words have spoken: sums among the data rows, and
 * words under the last figures.
 */
import { kindOfCell, numberIn } from './cell-kinds.ts';
import type { Labelled, Region } from './region.ts';
import type { SourceSheet } from './sheet.ts';
import { AVERAGE, withRows } from './row-roles.ts';
import { numberingOf } from './numbering.ts';
import { nestedSums, sumRows, type Addend } from './sums.ts';
import { squeezeWords } from './words.ts';

/** A longer table is a list of records, whose totals say so in words. */
const MOST_ROWS = 5000;
const [ROUNDING, FEWEST_OF_A_MEAN] = [0.002, 3];
const MOST_MEANS = 20;

/**
 * The region with what its figures tell; where its header's words are `known`, they outweigh them.
 */
export function byFigures(sheet: SourceSheet, region: Region, known: boolean): Region {
  const columns = figureColumns(sheet, region);
  if (columns.length === 0) return region;
  const ended = withoutTail(sheet, region, columns, known);
  if (ended.dataRows.length > MOST_ROWS) return ended;
  return withSums(sheet, known ? ended : withoutAverages(sheet, ended, columns), columns);
}

/**
 * Words under the last figures, one or two in a row, are notes: sources, explanations, who wrote
 * it. A short name under a known head may be a record's.
 */
function withoutTail(
  sheet: SourceSheet,
  region: Region,
  columns: readonly number[],
  known: boolean,
): Region {
  const rows = [...region.dataRows, ...region.groupRows.map((group) => group.row)].sort(
    (a, b) => a - b,
  );
  const last = Math.max(
    rows.findLast((row) => hasFigures(sheet, row, columns)) ?? -1,
    region.totalRows.at(-1)?.row ?? -1,
  );
  const tail = new Set(
    rows.filter((row) => row > last && isNote(sheet, region, row, known && followsRow(rows, row))),
  );
  return tail.size === 0
    ? region
    : {
        ...region,
        dataRows: region.dataRows.filter((row) => !tail.has(row)),
        groupRows: region.groupRows.filter((group) => !tail.has(group.row)),
        noteRows: [...region.noteRows, ...tail].sort((a, b) => a - b),
      };
}

function isNote(
  sheet: SourceSheet,
  { left, right }: Region,
  row: number,
  mayName: boolean,
): boolean {
  const texts = (sheet.rows[row] ?? [])
    .slice(left, right + 1)
    .filter((cell) => cell !== null && cell !== '');
  const words = squeezeWords(String(texts[0] ?? ''));
  return mayName
    ? texts.length === 1 &&
        (/^[*＊※#]|^(?:数据|资料)?(?:来源|出处)|[:：]/.test(words) || words.length > 30)
    : texts.length <= 2;
}

const followsRow = (rows: readonly number[], row: number): boolean =>
  rows.lastIndexOf(row - 1) >= 0;

const hasFigures = (sheet: SourceSheet, row: number, columns: readonly number[]): boolean =>
  columns.some((c) => ['figure', 'year', 'mark'].includes(kindOfCell(sheet.rows[row]?.[c])));

/**
 * In tables nobody told us of, what is called a total may be the share or the mean of all: it lies
 * among the others.
 */
function withoutAverages(sheet: SourceSheet, region: Region, columns: readonly number[]): Region {
  const figures = (row: number): readonly (number | null)[] =>
    columns.map((c) => numberIn(sheet.rows[row]?.[c]));
  const others = region.dataRows.map(figures);
  return withRows(region, ({ row, label }) => {
    if (AVERAGE.test(label)) return false;
    const own = figures(row);
    const told = own.map((one, at) => {
      const column = others.map((line) => line[at] ?? null).filter((two) => two !== null);
      return one === null || column.length < 2
        ? null
        : one >= Math.min(...column) && one <= Math.max(...column);
    });
    return told.includes(true) && !told.includes(false);
  });
}

/** With its sums found; one that stands before its parts heads them as a group. */
function withSums(sheet: SourceSheet, region: Region, columns: readonly number[]): Region {
  if (region.dataRows.length < 3) return region;
  const numbered = numberingOf(sheet, region, columns);
  const added = new Set(numbered.parts.filter((part) => part.adds).map((part) => part.row));
  const totals = new Set(region.totalRows.map((total) => total.row));
  const rows = [...region.dataRows, ...totals]
    .filter((row) => !added.has(row) && !numbered.under.has(row))
    .sort((a, b) => a - b);
  const wholes = new Set(numbered.parts.map((part) => part.whole));
  const isUnlike = unlikeRows(sheet, region);
  const nested = numbered.parts.length > 0 ? [] : nestedSums(sheet, region.dataRows, columns);
  const found =
    nested.length > 0
      ? nested
      : sumRows(
          sheet,
          rows.map((row): Addend => ({ row, unlike: totals.has(row) || isUnlike(row) })),
          columns,
        ).filter((one) => !totals.has(one.row) && !wholes.has(one.row));
  const summed = new Set(found.map((one) => one.row));
  const odd = rows.filter(isUnlike);
  const means = (odd.length > MOST_MEANS ? [] : odd).filter(
    (row) => !totals.has(row) && !summed.has(row) && isMean(sheet, region, columns, row, isUnlike),
  );
  const sums = new Set([...summed, ...means, ...numbered.parents]);
  if (sums.size === 0 && numbered.parts.length === 0) return region;
  const dataRows = region.dataRows.filter((row) => !sums.has(row) && !added.has(row));
  const last = dataRows.at(-1) ?? 0;
  const partsOf = new Map(found.map((one) => [one.row, one.parts]));
  const endOf = (row: number): number => Math.max(row, ...(partsOf.get(row) ?? []).map(endOf));
  const isOfAll = (row: number): boolean => row < (dataRows[0] ?? 0) && endOf(row) >= last;
  const heads = found.filter(({ row, parts }) => Math.min(...parts) > row && !isOfAll(row));
  const label = (row: number): Labelled => ({ row, label: labelOf(sheet, region, row) });
  return {
    ...region,
    dataRows,
    groupRows: merged(
      region.groupRows,
      [...heads.map(({ row }) => row), ...numbered.parents].map(label),
    ),
    totalRows: merged(
      region.totalRows.filter(({ row }) => !added.has(row)),
      [...sums].map(label),
    ),
    sums,
    parts: numbered.parts,
  };
}

/**
 * 平均 under the rows, whatever it is called: in each of its columns the mean of the rows that are
 * like each other.
 */
function isMean(
  sheet: SourceSheet,
  { dataRows }: Region,
  columns: readonly number[],
  row: number,
  isUnlike: (row: number) => boolean,
): boolean {
  const others = dataRows.filter((one) => !isUnlike(one));
  let right = 0;
  for (const c of columns) {
    const own = numberIn(sheet.rows[row]?.[c]);
    if (own === null) continue;
    const figures = others
      .map((one) => numberIn(sheet.rows[one]?.[c]))
      .filter((one) => one !== null);
    const mean = figures.reduce((sum, one) => sum + one, 0) / figures.length;
    if (figures.length < FEWEST_OF_A_MEAN || Math.abs(mean - own) > ROUNDING * Math.abs(mean))
      return false;
    if (figures.some((one) => Math.abs(one - mean) > ROUNDING * Math.abs(mean))) right += 1;
  }
  return right > 0;
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

/**
 * Whether a row has half the words that rows of this table have, or lacks the number that they
 * have.
 */
function unlikeRows(sheet: SourceSheet, region: Region): (row: number) => boolean {
  const looked = region.dataRows.slice(0, 200);
  const words = looked.map((row) => wordsOf(sheet, region, row)).toSorted((a, b) => a - b);
  const usual = words[Math.floor(words.length / 2)] ?? 0;
  const isNumbered = (row: number): boolean => numberIn(sheet.rows[row]?.[region.left]) !== null;
  const numbered = looked.filter(isNumbered).length * 2 > looked.length;
  return (row) =>
    (wordsOf(sheet, region, row) * 2 <= usual && usual > 1) || (numbered && !isNumbered(row));
}

/** The row's first words that are no number of its own. */
const labelOf = (sheet: SourceSheet, { left, right }: Region, row: number): string => {
  const texts = (sheet.rows[row] ?? [])
    .slice(left, right + 1)
    .filter((cell) => typeof cell === 'string')
    .map(squeezeWords)
    .filter((text) => text !== '');
  return (
    texts.find((text) => !/^[(（]?(?:[A-Z]|[一二三四五六七八九十\d.]{1,3})[)）、.]?$/.test(text)) ??
    texts[0] ??
    ''
  );
};
