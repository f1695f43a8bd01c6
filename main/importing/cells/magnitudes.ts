/** Figures that stand far outside what the others of their column are: in another measure than the head says, most likely. They are asked about, not stored. */
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
    const far = one.told.length > FEWEST ? farApart(one.told, MAGNITUDE_GAP) : [];
    for (const { row } of new Set([...hugeOf(one), ...far])) {
      odd.add(row);
      if (!isAccepted(row + 1, name)) ask(one, row, shownAt(sheet, row, one), FAR_OFF);
    }
  }
  const isAsked = (row: number, column: number): boolean =>
    issues.some((issue) => issue.row === row + 1 && issue.column === columnName(column));
  for (const one of odd.size === 0 ? [] : list)
    for (const { row } of one.told.length > FEWEST ? farApart(one.told, GAP_BESIDE) : [])
      if (
        odd.has(row) &&
        !isAsked(row, one.column.index) &&
        !isAccepted(row + 1, columnName(one.column.index))
      )
        ask(one, row, shownAt(sheet, row, one), FAR_OFF);
  return { issues, waiting };
}

export const FAR_OFF = '与这一列别的数差得太远，是不是单位不同？请改正，或确认。';

/** The amounts of a column, those that are not 0. */
interface ToldColumn {
  readonly column: MappedColumn;
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
  const told: SizeInRow[] = [];
  for (const [at, row] of region.dataRows.entries()) {
    const size = Math.abs(sizeOf(list, at, field.kind === 'money' ? 100 : 10_000));
    if (size > 0) told.push({ row, size });
  }
  const perYuan = field.kind !== 'money' ? null : list.scaled === undefined ? 1 : 100;
  return [{ column, told, perYuan }];
}

const hugeOf = ({ told, perYuan }: ToldColumn): readonly SizeInRow[] =>
  perYuan === null ? [] : told.filter(({ size }) => size / perYuan > MOST_YUAN);

/** The row of an example and the reason where the column as a whole can hardly be in its measure. */
function wholeColumn(one: ToldColumn): readonly [number | undefined, string] {
  const { told, perYuan, column } = one;
  const huge = hugeOf(one);
  if (huge.length > 1 && huge.length * 2 > told.length)
    return [huge[0]?.row, '太大，一个县不会有。这一列是不是另一个单位？选对单位，或确认。'];
  const isSmall =
    perYuan !== null &&
    column.measure?.name === '元' &&
    column.field?.kind === 'money' &&
    column.field.measure !== '元' &&
    told.length > 1 &&
    told.every(({ size }) => size / perYuan < FEWEST_YUAN);
  return isSmall
    ? [told[0]?.row, '太小，不像投资。这一列是不是万元或亿元？选对单位，或确认。']
    : [undefined, ''];
}

/** 分 or ten thousandths where the column keeps them, else the figure itself: one scale within a column. */
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
  if (!areApart(told, gap)) return [];
  // bare numbers are sorted several times faster than what they belong to
  const sorted = Float64Array.from(told, ({ size }) => size).sort();
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

/** Whether there can be such a gap: between some two powers of two that sizes lie above none does. Most columns need no sorting then. */
function areApart(told: readonly SizeInRow[], gap: number): boolean {
  const taken = new Set<number>();
  for (const { size } of told) taken.add(Math.floor(Math.log2(size)));
  const powers = Float64Array.from(taken).sort();
  return powers.some((power, at) => at > 0 && power - (powers[at - 1] ?? 0) > Math.log2(gap) - 1);
}

function shownAt(sheet: SourceSheet, row: number, { column }: ToldColumn): string {
  const cell = sheet.rows[row]?.[column.index] ?? '';
  const text =
    typeof cell === 'number' ? decimalOfNumber(cell) : typeof cell === 'string' ? cell : '';
  return `${text}${column.measure?.name ?? ''}`;
}
