/**
 * A copy as .xlsx of a workbook whose own format cannot be marked in place (.xls, .et, .csv): its
 * values, merges and widths, bad cells red with notes.
 */
import type { CellValue as Written } from 'exceljs';
import { spanOf } from '../../domain/days/day.ts';
import type { CellValue, Workbook } from '../sheet/sheet.ts';
import type { SheetMarks } from './marks.ts';
import { soundCells } from '../../domain/read/sound-text.ts';

const RED = 'FFFF7C80';
const FONT = { name: '宋体', size: 11 };

export async function copiedRejects(
  workbook: Workbook,
  marks: readonly SheetMarks[],
): Promise<Uint8Array> {
  // slow to load, and most runs write no workbook
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  for (const sheet of workbook.sheets) {
    const copy = book.addWorksheet(sheet.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), {
      state: sheet.hidden ? 'hidden' : 'visible',
    });
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value === null) return;
        const cell = copy.getCell(r + 1, c + 1);
        cell.value = written(value);
        cell.font = FONT;
        if (typeof value === 'object' && 'day' in value) cell.numFmt = 'yyyy-mm-dd';
      }),
    );
    for (const [column, width] of sheet.widths) copy.getColumn(column + 1).width = width;
    for (const merge of sheet.merges)
      copy.mergeCells(merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1);
    for (const { row, column, note } of marks.find((one) => one.sheet === sheet.name)?.marks ??
      []) {
      const cell = copy.getCell(row + 1, column + 1);
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: RED } };
      cell.note = typeof cell.note === 'string' ? `${cell.note}\n${note}` : note;
    }
  }
  soundCells(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A day that is only a month stays the text that says so. */
function written(value: Exclude<CellValue, null>): Written {
  if (typeof value !== 'object') return value;
  if ('day' in value)
    return spanOf(value.day).first === spanOf(value.day).last
      ? new Date(`${value.day}T00:00:00Z`)
      : value.day;
  return 'error' in value ? value.error : ({ formula: value.formula } as Written);
}
