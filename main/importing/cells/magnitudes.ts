/**
 * Figures that stand far outside what the others of their column are: in another measure than the
 * head says, most likely. They are asked about, not stored.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { decimalOfNumber } from '../../domain/exact/decimal.ts';
import { addsUp } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { Figures } from '../sheet/column-figures.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';

/** 一千亿元: no project, reward or arrival of a county comes near. */
const MOST_YUAN = 1e11;
/** A figure a thousand times smaller or larger than every other one of its column. */
export const MAGNITUDE_GAP = 1000;
/** On a row one of whose amounts is far off, so much is enough for the others. */
const GAP_BESIDE = 100;
/** 一万元: a column of amounts that are all smaller is in another measure than 元. */
const FEWEST_YUAN = 1e4;
/** Fewer others tell nothing of what is usual. */
const FEWEST = 3;

export interface Magnitudes {
  readonly issues: readonly Issue[];
  /** cells that wait, "12 D" */
  readonly waiting: readonly string[];
}

export function doubtfulMagnitudes(
  sheet: SourceSheet,
  region: Region,
  columns: readonly MappedColumn[],
  figures: ReadonlyMap<number, Figures>,
  isAccepted: (row: number, column: string) => boolean,
): Magnitudes {
  const issues: Issue[] = [];
  const waiting: string[] = [];
  const list = columns.flatMap((column) => toldIn(region, column, figures.get(column.index)));
  const odd = new Set<number>();
  const ask = ({ column }: ToldColumn, row: number, seen: string, why: string): void => {
    issues.push(placedIssue(row, column.index, 'question', 'value.magnitude', `“${seen}”${why}`));
  };
  for (const one of list) {
    const name = columnName(one.column.index);
    const [example, why] = wholeColumn(one);
    if (example !== undefined) {
      if (isAccepted(0, name)) continue;
      ask(one, -1, shownAt(sheet, example, one), why);
      waiting.push(...one.told.map(({ row }) => `${row + 1} ${name}`));
      continue;
    }
    const far = farIn(one, MAGNITUDE_GAP);
    for (const { row } of new Set([...hugeOf(one), ...far])) {
      odd.add(row);
      if (!isAccepted(row + 1, name)) ask(one, row, shownAt(sheet, row, one), FAR_OFF);
    }
  }
  const isAsked = (row: number, column: number): boolean =>
    issues.some((issue) => issue.row === row + 1 && issue.column === columnName(column));
  for (const one of odd.size === 0 ? [] : list)
    for (const { row } of farIn(one, GAP_BESIDE))
      if (
        odd.has(row) &&
        !isAsked(row, one.column.index) &&
        !isAccepted(row + 1, columnName(one.column.index))
      )
        ask(one, row, shownAt(sheet, row, one), FAR_OFF);
  return { issues, waiting };
}

export const FAR_OFF = '与这一列别的数差得太远，是不是单位不同？请改正，或确认。';

/**
 * The amounts of a column. Hardly any column is told more of than its bare sizes: each amount with
 * its row costs several times as much, and is made when it is asked for.
 */
interface ToldColumn {
  readonly column: MappedColumn;
  /** row by row, 0 where there is none */
  readonly sizes: Float64Array;
  readonly most: number;
  /** those that are not 0 */
  readonly told: readonly SizeInRow[];
  /** so much of its sizes is a 元; null: it holds no money */
  readonly perYuan: number | null;
}

function toldIn(
  region: Region,
  column: MappedColumn,
  list: Figures | undefined,
): readonly ToldColumn[] {
  const { field, use } = column;
  if (use !== 'field' || field === null || !addsUp(field) || list === undefined) return [];
  const steps = field.kind === 'money' ? 100 : 10_000;
  const sizes = new Float64Array(region.dataRows.length);
  let most = 0;
  for (let at = 0; at < sizes.length; at++) {
    const size = Math.abs(sizeOf(list, at, steps));
    sizes[at] = size;
    if (size > most) most = size;
  }
  const perYuan = field.kind !== 'money' ? null : list.scaled === undefined ? 1 : 100;
  let told: readonly SizeInRow[] | null = null;
  return [
    {
      column,
      sizes,
      most,
      perYuan,
      get told() {
        told ??= region.dataRows.flatMap((row, at) => {
          const size = sizes[at] ?? 0;
          return size > 0 ? [{ row, size }] : [];
        });
        return told;
      },
    },
  ];
}

/** The few amounts that lie a gap away from all others of their column. */
const farIn = (one: ToldColumn, gap: number): readonly SizeInRow[] =>
  areApart(one.sizes, gap) && one.told.length > FEWEST ? farApart(one.told, gap) : [];

function hugeOf(one: ToldColumn): readonly SizeInRow[] {
  const { most, perYuan } = one;
  return perYuan === null || most / perYuan <= MOST_YUAN
    ? []
    : one.told.filter(({ size }) => size / perYuan > MOST_YUAN);
}

/**
 * The row of an example and the reason where the column as a whole can hardly be in its measure.
 */
function wholeColumn(one: ToldColumn): readonly [number | undefined, string] {
  const { most, perYuan, column } = one;
  const huge = hugeOf(one);
  if (huge.length > 1 && huge.length * 2 > one.told.length)
    return [huge[0]?.row, '太大，一个县不会有。这一列是不是另一个单位？选对单位，或确认。'];
  const isSmall =
    perYuan !== null &&
    column.measure?.name === '元' &&
    column.field?.kind === 'money' &&
    column.field.measure !== '元' &&
    most / perYuan < FEWEST_YUAN &&
    one.told.length > 1;
  return isSmall
    ? [one.told[0]?.row, '太小，不像投资。这一列是不是万元或亿元？选对单位，或确认。']
    : [undefined, ''];
}

/**
 * 分 or ten thousandths where the column keeps them, else the figure itself: one scale within a
 * column.
 */
function sizeOf(list: Figures, at: number, steps: number): number {
  const scaled = list.scaled?.[at] ?? Number.NaN;
  if (!Number.isNaN(scaled)) return scaled;
  const figure = Number(list.at(at) ?? Number.NaN);
  if (Number.isNaN(figure)) return 0;
  return list.scaled === undefined ? figure : figure * steps;
}

export interface SizeInRow {
  readonly row: number;
  readonly size: number;
}

/** The few that lie a gap below or above all others, the smallest first. */
export function farApart(told: readonly SizeInRow[], gap: number): readonly SizeInRow[] {
  // bare numbers are sorted several times faster than what they belong to
  const sorted = Float64Array.from(told, ({ size }) => size);
  if (!areApart(sorted, gap)) return [];
  sorted.sort();
  const few = Math.max(1, Math.floor(sorted.length / 5));
  const cut = (at: number): boolean => (sorted[at] ?? 0) * gap <= (sorted[at + 1] ?? 0);
  const bySize = (list: readonly SizeInRow[]): readonly SizeInRow[] =>
    list.toSorted((a, b) => a.size - b.size);
  for (let at = 0; at < few; at++)
    if (cut(at)) return bySize(told.filter(({ size }) => size <= (sorted[at] ?? 0)));
  for (let at = 0; at < few; at++)
    if (cut(sorted.length - 2 - at))
      return bySize(told.filter(({ size }) => size >= (sorted[sorted.length - 1 - at] ?? 0)));
  return [];
}

/**
 * Whether there can be such a gap: between some two powers of two that sizes lie above none does.
 * Most columns need no sorting then.
 */
function areApart(sizes: Float64Array, gap: number): boolean {
  const taken = new Uint8Array(2 * POWERS);
  for (const size of sizes) if (size > 0) taken[Math.floor(Math.log2(size)) + POWERS] = 1;
  let before = taken.indexOf(1);
  for (let power = before + 1; before >= 0 && power < taken.length; power++) {
    if (taken[power] !== 1) continue;
    if (power - before > Math.log2(gap) - 1) return true;
    before = power;
  }
  return false;
}
/** No number lies beyond two to this power, or below its inverse. */
const POWERS = 1100;

function shownAt(sheet: SourceSheet, row: number, { column }: ToldColumn): string {
  const cell = sheet.rows[row]?.[column.index] ?? '';
  const text =
    typeof cell === 'number' ? decimalOfNumber(cell) : typeof cell === 'string' ? cell : '';
  return `${text}${column.measure?.name ?? ''}`;
}
