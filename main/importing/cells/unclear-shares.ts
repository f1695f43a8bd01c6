/**
 * A ledger's column of percentages in which every figure is below 1: 0.95 may be 0.95% or 95%. A
 * format with % tells; without it nobody can.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { fractionsAmong, looksLikeFractions } from './fractions.ts';
import { showsPercent } from './formats.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import { cellKey, type SourceSheet } from '../sheet/sheet.ts';
import { placedIssue } from '../sheet/issue.ts';

export interface UnclearShares {
  readonly issues: readonly Issue[];
  /** cells that hold such a figure, "12 D" */
  readonly waiting: readonly string[];
}

export function unclearShares(
  sheet: SourceSheet,
  region: Region,
  columns: readonly MappedColumn[],
  figures: ReadonlyMap<number, Figures>,
  answers: readonly ImportAnswer[],
): UnclearShares {
  const issues: Issue[] = [];
  const waiting: string[] = [];
  for (const { index, field, measure, use } of columns) {
    if (
      use !== 'field' ||
      field?.kind !== 'decimal' ||
      field.measure !== '%' ||
      measure?.name !== '%'
    )
      continue;
    const isTyped = (row: number): boolean => {
      const cell = sheet.rows[row]?.[index];
      return typeof cell === 'number'
        ? !showsPercent(sheet.formats.get(cellKey(row, index)))
        : typeof cell === 'string' && /^[-+]?\d*\.?\d+$/.test(cell.trim());
    };
    const typed = region.dataRows.flatMap((row, at) => {
      const value = figures.get(index)?.at(at) ?? null;
      return value !== null && isTyped(row) ? [{ value, row: row + 1 }] : [];
    });
    // a form of ours, and a user's word for the measure, leave no doubt
    const isTold = answers.some(
      (answer) =>
        'column' in answer &&
        answer.column === columnName(index) &&
        ((answer.kind === 'accept' && answer.sheet === sheet.name && answer.row === 0) ||
          (answer.kind === 'measure' && answer.sheet === sheet.name)),
    );
    if (isTold) continue;
    for (const at of fractionsAmong(typed.map((one) => one.value))) {
      const one = typed[at];
      if (one !== undefined) issues.push(mixedShare(one.row - 1, index, one.value));
    }
    if (!looksLikeFractions(typed.map((one) => one.value))) continue;
    issues.push(
      placedIssue(
        -1,
        index,
        'question',
        'share.unclear',
        '这一列的数都小于1。0.12是0.12%，就确认；是12%，请改成12。',
      ),
    );
    waiting.push(...typed.map((one) => `${one.row} ${columnName(index)}`));
  }
  return { issues, waiting };
}

/** 0.125 beside 12.5: 0.125% or 12.5%? */
export const mixedShare = (row: number, column: number, value: string): Issue =>
  placedIssue(
    row,
    column,
    'question',
    'share.mixed',
    `“${value}”旁边的数都是百分数。是${value}%，就确认；是小数，请改成百分数。`,
  );
