/**
 * Formulas that a file writes once for many cells: the master's text, moved to where the other cell
 * stands.
 */
import { columnName, columnNumber } from '../../domain/read/sheet-address.ts';
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';

interface Master {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export class SharedFormulas {
  private readonly masters = new Map<string, Master>();

  put(index: string, text: string, row: number, column: number): void {
    this.masters.set(index, { text, row, column });
  }

  /** The formula as the cell at this place holds it; '' where its master is missing. */
  at(index: string, row: number, column: number): string {
    const master = this.masters.get(index);
    return master === undefined ? '' : moved(master.text, row - master.row, column - master.column);
  }
}

/**
 * A text in quotes, a sheet's name in quotes, or one reference that is no part of a longer word.
 */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(.])/g;

function moved(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(
    PIECE,
    (
      whole: string,
      fixedColumn: string | undefined,
      letters: string | undefined,
      fixedRow: string | undefined,
      digits: string | undefined,
    ) => {
      if (letters === undefined || digits === undefined) return whole;
      const column = columnNumber(letters.toUpperCase()) + (fixedColumn === '$' ? 0 : columns);
      const row = Number(digits) + (fixedRow === '$' ? 0 : rows);
      if (column < 0 || column >= MOST_COLUMNS || row < 1 || row > MOST_ROWS) return '#REF!';
      return `${fixedColumn ?? ''}${columnName(column)}${fixedRow ?? ''}${row}`;
    },
  );
}
