/**
 * What is done to whole rows of the selection: duplicate, remove, and the way to the row where new
 * ones are typed.
 */
import { placeAt } from './block.ts';
import type { GridRow } from './model.ts';
import type { GridSheet } from './sheet.ts';
import { ADDED_UP } from './totals.ts';

const said = (sheet: GridSheet, work: Promise<void>): void => {
  work.catch((fault: unknown) => sheet.say(fault instanceof Error ? fault.message : String(fault)));
};

async function selectedRows(sheet: GridSheet): Promise<readonly GridRow[]> {
  const indices = sheet.recordsIn(sheet.block, ADDED_UP);
  if (indices === null) throw new Error(`一次最多选${ADDED_UP}行，请分段办理。`);
  return sheet.pages.rows(indices);
}

/** How many records the selection touches; more than can be handled at once count as none. */
export const rowsSelected = (sheet: GridSheet): number =>
  sheet.recordsIn(sheet.block, ADDED_UP)?.length ?? 0;

export function removeRows(sheet: GridSheet): void {
  const { onRemove } = sheet.props;
  if (onRemove === undefined || rowsSelected(sheet) === 0) return;
  said(
    sheet,
    selectedRows(sheet).then(async (rows) => {
      await onRemove(rows.map((row) => row.id));
      sheet.select(placeAt(sheet.block.top, sheet.active.column));
    }),
  );
}

export function duplicateRows(sheet: GridSheet): void {
  const { onDuplicate } = sheet.props;
  if (onDuplicate === undefined || rowsSelected(sheet) === 0) return;
  said(sheet, selectedRows(sheet).then(onDuplicate));
}

/** The cursor goes to the blank row at the end, into the first column that is typed into. */
export function toBlankRow(sheet: GridSheet): void {
  const line = sheet.layout.lines - 1;
  if (!sheet.isBlank(line)) return;
  const column = sheet.columns.findIndex((one) => one.editable);
  sheet.select(placeAt(line, Math.max(column, 0)));
  sheet.view?.focus();
}
