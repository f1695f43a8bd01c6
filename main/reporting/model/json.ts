/** A table as the public JSON: every cell as it is printed. */
import type { TableJson } from '../../../preload/contract/tables.ts';
import { printedCellText } from './figures.ts';
import { numberedParagraphs, paragraphText } from './document.ts';
import { headerRows } from './header.ts';
import type { PrintTable, TableRow } from './table.ts';

/**
 * `header` has one list per header row with a merged head repeated in each place it covers;
 * `totals` are subtotal and total rows, `rows` the others but group rows.
 */
export function toJson(table: PrintTable): TableJson {
  const printed = (row: TableRow): string[] =>
    row.cells.map((cell, index) => printedCellText(cell, table.columns[index] ?? {}));
  return {
    name: table.name,
    title: table.title,
    header: headerTexts(table),
    rows: table.rows
      .filter((row) => row.kind === 'data' || row.kind === 'of-which' || row.kind === 'wide')
      .map(printed),
    totals: table.rows
      .filter((row) => row.kind === 'subtotal' || row.kind === 'total')
      .map(printed),
    notes: [
      ...(table.letter === undefined
        ? []
        : numberedParagraphs(table.letter.paragraphs).map(paragraphText)),
      ...(table.sheets ?? []).flatMap((sheet) => sheet.notes),
      ...table.notes,
    ],
  };
}

function headerTexts(table: PrintTable): string[][] {
  const rows = headerRows(table.columns);
  const texts = rows.map(() => table.columns.map(() => ''));
  for (const cell of rows.flat()) {
    for (const line of texts.slice(cell.row, cell.row + cell.rows))
      line.fill(cell.text, cell.column, cell.column + cell.columns);
  }
  return texts;
}
