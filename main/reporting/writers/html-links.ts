/**
 * Figures that can be clicked in the preview: links that name a place of the table, which no reader
 * of the file ever sees.
 */
import { isAskable } from '../model/figures.ts';
import { WORDS_ROW } from '../../domain/sources/printed-source.ts';
import type { PrintTable, TableRow } from '../model/table.ts';

/** The text of the cell in the `at`th row, as a link. */
export type FigureLink = (row: TableRow, at: number, column: number, text: string) => string;

export const LINK_STYLE = 'td a, data a { color: inherit; text-decoration: none; }';
/**
 * links slow the laying out: of more figures than these each row has one, which opens all its
 * figures
 */
const MOST = 6000;

/** A figure in the words of a part's letter: in the row of words it is the so manyth. */
export const wordLink =
  (part: number) =>
  (at: number, text: string): string =>
    `<a href="figure:${part},${WORDS_ROW},${at}">${text}</a>`;

/** For each part of a document its links. */
export function linksOf(parts: readonly PrintTable[]): (part: number) => FigureLink {
  let figures = 0;
  for (const { rows, columns } of parts)
    for (const { cells } of rows)
      figures += cells.reduce((sum, cell, at) => sum + (isAskable(cell, columns[at]) ? 1 : 0), 0);
  return (part) => {
    const columns = parts[part]?.columns ?? [];
    const first = ({ cells }: TableRow): number =>
      cells.findIndex((cell, at) => isAskable(cell, columns[at]));
    return (row, at, column, text) => {
      if (text === '' || !isAskable(row.cells[column] ?? null, columns[column])) return text;
      if (figures <= MOST) return `<a href="figure:${part},${at},${column}">${text}</a>`;
      return first(row) === column ? `<a href="figure:${part},${at},">${text}</a>` : text;
    };
  };
}
