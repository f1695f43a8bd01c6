/** The sheet's own totals against the sums of its rows. */
import type { Issue, SheetTotal } from '../../../preload/contract/imports.ts';
import { compare } from '../../domain/exact/decimal.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { totalFigure } from '../cells/column-reader.ts';
import { inColumn, sumOfFigures, wholeOfFigures, type FigureSpan } from '../cells/figures.ts';
import { totalMessage } from '../cells/wording.ts';
import type { Figures } from '../sheet/column-figures.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';

export interface Totals {
  readonly totals: readonly SheetTotal[];
  readonly issues: readonly Issue[];
}

/**
 * Each total row against the rows it covers, column by column, in the sheet's own measure. A table
 * that goes on from others may end with the total of all.
 */
export function checkTotals(
  sheet: SourceSheet,
  region: Region,
  columns: readonly MappedColumn[],
  figures: ReadonlyMap<number, Figures>,
  year: number | null,
  before: readonly { readonly figures: ReadonlyMap<number, Figures> }[] = [],
): Totals {
  const totals: SheetTotal[] = [];
  const issues: Issue[] = [];
  const summed = columns.filter((column) => figures.has(column.index) && sums(column));
  region.totalRows.forEach((total, place) => {
    const stated = summed.flatMap((column): Stated[] => {
      const figure = totalFigure(sheet, column, total.row, year);
      return figure === null ? [] : [{ column, figure: inColumn(column, figure) }];
    });
    if (stated.length === 0 || /^其中|平均|均值/.test(total.label)) return;
    const within = spans(region, place).map(([from, to]) =>
      against(total.row, stated, (column) => [
        { figures: figures.get(column.index) ?? [], from, to },
      ]),
    );
    const to = lowerBound(region.dataRows, total.row);
    const withEarlier = (column: MappedColumn): readonly FigureSpan[] => [
      ...before.map((one) => wholeOfFigures(one.figures.get(column.index) ?? [])),
      { figures: figures.get(column.index) ?? [], from: 0, to },
    ];
    const options =
      before.length === 0 ? within : [...within, against(total.row, stated, withEarlier)];
    const hits = (list: readonly SheetTotal[]): number => list.filter((one) => one.equal).length;
    const best = options.reduce((a, b) => (hits(b) > hits(a) ? b : a));
    totals.push(...best);
    issues.push(...differences(total, stated, best));
  });
  return { totals, issues };
}

/** What a total row says of a column, in the column's own measure. */
interface Stated {
  readonly column: MappedColumn;
  readonly figure: string;
}

const against = (
  row: number,
  stated: readonly Stated[],
  spansOf: (column: MappedColumn) => readonly FigureSpan[],
): readonly SheetTotal[] =>
  stated.map(({ column, figure }) => {
    const computed = inColumn(column, sumOfFigures(column, spansOf(column)));
    return {
      column: columnName(column.index),
      row: row + 1,
      sheet: figure,
      computed,
      equal: compare(figure, computed) === 0,
    };
  });

const differences = (
  { row, label }: { readonly row: number; readonly label: string },
  stated: readonly Stated[],
  totals: readonly SheetTotal[],
): readonly Issue[] =>
  totals.flatMap((one, at) =>
    one.equal
      ? []
      : [
          placedIssue(
            row,
            stated[at]?.column.index ?? null,
            'warning',
            'total.differs',
            totalMessage(wordOf(label), one.sheet, one.computed),
          ),
        ],
  );

const wordOf = (label: string): string => label.replace(/[(（].*$/, '').replace(/[:：]$/, '');

/** Shares and growth do not add up; neither do the columns nobody reads. */
function sums(column: MappedColumn): boolean {
  if (column.use === 'ignore' || column.measure?.dimension === 'share') return false;
  return column.field !== null
    ? column.field.kind === 'money' || column.field.kind === 'decimal'
    : !/[%％]|同比|增长|增幅|率|占比|排名|名次|位次|电话|号|年份|均/.test(column.path.join(''));
}

/** So many totals may stand within another. */
const OUTER = 12;

/**
 * The runs of data rows that a total may cover, the likeliest first: which of them it is, its
 * figures tell.
 */
function spans(region: Region, place: number): readonly (readonly [number, number])[] {
  const total = region.totalRows[place];
  if (total === undefined) return [];
  const upTo = (row: number): number => lowerBound(region.dataRows, row);
  const here = upTo(total.row);
  const end = region.dataRows.length;
  const lastGroup = region.groupRows.findLast((group) => group.row < total.row)?.row;
  const lastTotal = region.totalRows[place - 1]?.row;
  const sameLabel = region.totalRows
    .slice(0, place)
    .findLast((one) => one.label === total.label)?.row;
  const nextTotal = region.totalRows.slice(place + 1).find((one) => one.row > total.row)?.row;
  const nextGroup = region.groupRows.find((group) => group.row > total.row)?.row;
  const near: [number, number][] = [lastGroup, lastTotal, sameLabel]
    .filter((row) => row !== undefined)
    .map((row) => [upTo(row), here]);
  const whole: [number, number] = [0, here];
  const small = /小计/.test(total.label);
  const before = small ? [...near, whole] : [whole, ...near];
  const after: [number, number][] = [nextTotal, nextGroup]
    .filter((row) => row !== undefined)
    .map((row) => [here, upTo(row)]);
  const heads = region.groupRows.some((group) => group.row === total.row);
  const all = heads
    ? [...after, [here, end] as const, ...before]
    : small
      ? [...before, ...after, [here, end] as const]
      : [...before, [here, end] as const, ...after, [0, end] as const];
  // the total of an outer group goes over inner ones, to the next of its own kind
  const outer = region.totalRows
    .slice(place + 1, place + 1 + OUTER)
    .map((one): [number, number] => [here, upTo(one.row)]);
  const filled = [...all, ...outer].filter(([from, to]) => to > from);
  return filled.length === 0 ? [[here, here]] : filled;
}

function lowerBound(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
