/**
 * Finding and replacing in a sheet: which cells hold a text, and what would stand there instead.
 */
import { sendGridEdits } from './editing.ts';
import { isTypable, type GridColumn, type GridRow } from './model.ts';
import type { GridSheet } from './sheet.ts';
import { ADDED_UP } from './totals.ts';

export interface WantedText {
  readonly text: string;
  /** the cell is the text, not only has it in it */
  readonly whole: boolean;
  /** only in the selected block */
  readonly inside: boolean;
}

export interface FoundCell {
  readonly index: number;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly at: number;
  readonly text: string;
}

const MOST_EDITS = 20_000;

/**
 * Where the text stands, row by row. @throws Error with its sentence where there are too many rows
 * to look through
 */
export async function findGridCells(
  sheet: GridSheet,
  wanted: WantedText,
): Promise<readonly FoundCell[]> {
  if (wanted.text === '') return [];
  const indices = wanted.inside ? sheet.recordsIn(sheet.block, ADDED_UP) : allOf(sheet);
  if (indices === null)
    throw new Error(`一次最多查找${ADDED_UP}行。请先筛选，或只在选中区域内查找。`);
  const rows = await sheet.pages.rows(indices);
  const { left, right } = sheet.block;
  return rows.flatMap((row, down) =>
    sheet.columns.flatMap((column, at) => {
      if (wanted.inside && (at < left || at > right)) return [];
      const text = isTypable(column, row) ? column.editText(row) : column.text(row);
      const holds = wanted.whole ? text === wanted.text : text.includes(wanted.text);
      return holds ? [{ index: indices[down] ?? 0, row, column, at, text }] : [];
    }),
  );
}

function allOf(sheet: GridSheet): number[] | null {
  const { total } = sheet.props.source;
  return total > ADDED_UP ? null : Array.from({ length: total }, (_, index) => index);
}

/** Those of the cells that are typed into: what is worked out stays as it is. */
export const replaceable = (cells: readonly FoundCell[]): readonly FoundCell[] =>
  cells.filter(({ column, row }) => isTypable(column, row));

export const replaced = (text: string, wanted: WantedText, by: string): string =>
  wanted.whole ? by : text.replaceAll(wanted.text, by);

/** All of them as one batch, which one undo takes back. */
export function replaceAll(
  sheet: GridSheet,
  cells: readonly FoundCell[],
  wanted: WantedText,
  by: string,
): void {
  const taken = replaceable(cells);
  if (taken.length > MOST_EDITS)
    return sheet.say(`一次最多替换${MOST_EDITS}格，找到${taken.length}格。请先筛选。`);
  sendGridEdits(
    sheet,
    taken.map(({ row, column, text }) => {
      const next = replaced(text, wanted, by);
      return { id: row.id, field: column.code, value: next.trim() === '' ? null : next };
    }),
  );
  sheet.say(`已替换${taken.length}格。可按Ctrl+Z撤销。`);
}
