/** How templates look. */
import type { Alignment, Borders, Fill, Worksheet } from 'exceljs';

const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const;
export const LINES: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
export const HEAD_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
export const MIDDLE: Partial<Alignment> = {
  horizontal: 'center',
  vertical: 'middle',
  wrapText: true,
};
export const FONT = { name: '宋体', size: 11 };

/** The title over the first columns, and who fills the form in. */
export function titleOf(sheet: Worksheet, title: string, columns: number): void {
  sheet.mergeCells(1, 1, 1, columns);
  const cell = sheet.getCell(1, 1);
  [cell.value, cell.font, cell.alignment] = [title, { name: '黑体', size: 16 }, MIDDLE];
  sheet.getRow(1).height = 30;
  sheet.getCell(2, 1).value = '填报单位：';
  sheet.getCell(2, 1).font = FONT;
}

/** Nothing is secret: the protection keeps headers from being changed by accident. */
export const protect = (sheet: Worksheet): Promise<void> =>
  sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
