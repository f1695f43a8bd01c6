/**
 * The blank row at the end: what is typed there is kept until the cursor leaves the row, and is
 * then one new record.
 */
import type { GridNew, GridRow } from './model.ts';
import { BLANK } from './pending.ts';
import type { GridSheet } from './sheet.ts';

/** Columns read it as they read a record: nothing stands in it. */
export const BLANK_ROW: GridRow = { id: BLANK };

/** What the blank row holds now, by column; null where it is empty. */
function typedIn(sheet: GridSheet): GridNew | null {
  const cells = [...(sheet.pending.of(BLANK) ?? [])].filter(([, cell]) => cell.text.trim() !== '');
  return cells.length === 0
    ? null
    : Object.fromEntries(cells.map(([code, { text }]) => [code, text]));
}

/**
 * Makes a record of the blank row. Where it is refused the row keeps its text, and the sentence
 * says what is missing.
 */
export function addTyped(sheet: GridSheet): void {
  const typed = typedIn(sheet);
  const { onAdd } = sheet.props;
  if (typed === null || onAdd === undefined || sheet.isAdding) return;
  sheet.isAdding = true;
  onAdd({ edits: [], records: [typed] })
    .then(
      () => sheet.pending.forget(BLANK),
      (fault: unknown) => {
        sheet.pending.refuse(BLANK);
        sheet.say(fault instanceof Error ? fault.message : String(fault));
      },
    )
    .finally(() => {
      sheet.isAdding = false;
      sheet.redraw();
    })
    .catch(() => undefined);
}

/** One cell of the blank row: kept until the row is left. */
export function keepTyped(sheet: GridSheet, field: string, text: string): void {
  if (text.trim() === '') sheet.pending.drop(BLANK, field);
  else sheet.pending.begin([{ id: BLANK, field, value: text }]);
  sheet.redraw();
}
