/** A page of a draft's sheet as text, for the wizard's preview. */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { SheetPage } from '../../../preload/contract/imports.ts';
import { decimalOfNumber } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import { withCells } from './answers.ts';
import type { CellValue, Workbook } from './sheet.ts';

const WIDTH = 9;

/**
 * A page of the sheet as text, retyped cells included. Rows and columns are counted from 1, as the
 * sheet shows them.
 */
export function pageOf(
  workbook: Workbook,
  answers: readonly ImportAnswer[],
  name: string,
  from: number,
  rows: number,
): SheetPage {
  const found = workbook.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Fault('input.invalid', { path: name });
  const sheet = withCells(found, answers);
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const to = Math.min(sheet.rows.length, from - 1 + rows);
  const cells = sheet.rows
    .slice(from - 1, to)
    .map((row) => Array.from({ length: columns }, (_, c) => display(row[c] ?? null)));
  return {
    rows: sheet.rows.length,
    columns,
    from,
    cells,
    merges: sheet.merges
      .filter((merge) => merge.bottom >= from - 1 && merge.top < to)
      .map((merge) => ({
        top: merge.top + 1,
        left: merge.left + 1,
        bottom: merge.bottom + 1,
        right: merge.right + 1,
      })),
    widths: Array.from({ length: columns }, (_, c) => sheet.widths.get(c) ?? WIDTH),
  };
}

function display(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimalOfNumber(cell);
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if ('day' in cell) return cell.time === undefined ? cell.day : `${cell.day} ${cell.time}`;
  return 'error' in cell ? cell.error : `=${cell.formula}`;
}
