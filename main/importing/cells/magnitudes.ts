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
const GAP = 1000;
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
  for (const { index, field, measure, use } of columns) {
    const list = figures.get(index);
    if (use !== 'field' || field === null || !addsUp(field) || list === undefined) continue;
    const name = columnName(index);
    const told = region.dataRows.flatMap((row, at) => {
      const size = Math.abs(sizeOf(list, at, field.kind === 'money' ? 100 : 10_000));
      return size > 0 ? [{ row, size }] : [];
    });
    const perYuan = list.scaled === undefined || field.kind !== 'money' ? 1 : 100;
    const huge =
      field.kind === 'money' ? told.filter(({ size }) => size / perYuan > MOST_YUAN) : [];
    const asked = (row: number, seen: string, why: string): void => {
      issues.push(placedIssue(row, index, 'question', 'value.magnitude', `“${seen}”${why}`));
    };
    if (huge.length > 1 && huge.length * 2 > told.length) {
      if (isAccepted(0, name)) continue;
      asked(
        -1,
        `${shownAt(sheet, huge[0]?.row ?? 0, index)}${measure?.name ?? ''}`,
        `太大，一个县不会有。这一列是不是另一个单位？选对单位，或确认。`,
      );
      waiting.push(...told.map(({ row }) => `${row + 1} ${name}`));
      continue;
    }
    const far = told.length > FEWEST ? apart(told) : [];
    for (const { row } of new Set([...huge, ...far])) {
      if (isAccepted(row + 1, name)) continue;
      asked(
        row,
        `${shownAt(sheet, row, index)}${measure?.name ?? ''}`,
        '与这一列别的数差得太远，是不是单位不同？请改正，或确认。',
      );
    }
  }
  return { issues, waiting };
}

/** 分 or ten thousandths where the column keeps them, else the figure itself: one scale within a column. */
function sizeOf(list: Figures, at: number, steps: number): number {
  const scaled = list.scaled?.[at] ?? Number.NaN;
  if (!Number.isNaN(scaled)) return scaled;
  const figure = Number(list.at(at) ?? Number.NaN);
  if (Number.isNaN(figure)) return 0;
  return list.scaled === undefined ? figure : figure * steps;
}

interface Told {
  readonly row: number;
  readonly size: number;
}

/** The few that lie a gap below or above all others. */
function apart(told: readonly Told[]): readonly Told[] {
  const sorted = told.toSorted((a, b) => a.size - b.size);
  const few = Math.max(1, Math.floor(sorted.length / 5));
  const cut = (at: number): boolean => (sorted[at]?.size ?? 0) * GAP <= (sorted[at + 1]?.size ?? 0);
  for (let at = 0; at < few; at++) if (cut(at)) return sorted.slice(0, at + 1);
  for (let at = 0; at < few; at++)
    if (cut(sorted.length - 2 - at)) return sorted.slice(sorted.length - 1 - at);
  return [];
}

function shownAt(sheet: SourceSheet, row: number, column: number): string {
  const cell = sheet.rows[row]?.[column] ?? '';
  return typeof cell === 'number' ? decimalOfNumber(cell) : typeof cell === 'string' ? cell : '';
}
