/**
 * The looks of cells in an office table; shared objects, so that exceljs keeps one style for
 * thousands of cells.
 */
import type { Alignment, Border, Style } from 'exceljs';
import type { PrintTable, TableColumn, TableFonts, TableRow } from '../model/table.ts';

const line: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const GRID = { top: line, left: line, bottom: line, right: line };
/** the dashed line between slips that are cut apart */
const CUT = { bottom: { style: 'mediumDashed', color: { argb: 'FF000000' } } } as const;
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } } as const;
const BODY = '仿宋_GB2312';
const middle = (horizontal: 'left' | 'right' | 'center'): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  wrapText: horizontal !== 'right',
});

export const titleStyle = ({ title = '方正小标宋简体' }: TableFonts): Partial<Style> => ({
  font: { name: title, size: 22 },
  alignment: middle('center'),
});
export const headStyle = ({ heads = '黑体' }: TableFonts): Partial<Style> => ({
  font: { name: heads, size: 10.5 },
  alignment: middle('center'),
  border: GRID,
});
const around = (horizontal: 'left' | 'right' | 'center'): Partial<Style> => ({
  font: { name: BODY, size: 11 },
  alignment: { ...middle(horizontal), wrapText: horizontal === 'left' },
});
export const AROUND = {
  left: around('left'),
  center: around('center'),
  right: around('right'),
} as const;

/** '#,##0.00' for two places; ordinals stay plain. */
function formatOf(column: TableColumn, places = column.places): string {
  if (places === undefined) return '0';
  const plain = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
  const zero = column.zero === undefined ? plain : column.zero === 'dash' ? '"—"' : '""';
  if (column.signed === true) return `+${plain};-${plain};${zero}`;
  return column.zero === undefined ? plain : `${plain};-${plain};${zero}`;
}

export type CellStyle = (
  kind: TableRow['kind'],
  column: number,
  literal: boolean,
  mark?: string,
  places?: number,
) => Partial<Style>;

/**
 * One style per column and kind of row. `literal`: text that a spreadsheet would take for a formula
 * once it is edited.
 */
export function cellStyles({
  columns,
  fonts: { body = BODY } = {},
}: Pick<PrintTable, 'columns' | 'fonts'>): CellStyle {
  const known = new Map<string, Partial<Style>>();
  // of a long table nearly every cell: found without making a key
  const usual = new Map<TableRow['kind'], Partial<Style>[]>();
  const styleOf: CellStyle = (kind, index, literal, mark = '', places) => {
    const key = `${kind} ${index} ${literal} ${mark} ${places}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const column = columns[index];
    const strong = kind === 'group' || kind === 'subtotal' || kind === 'total';
    const summed = kind === 'subtotal' || kind === 'total';
    const align =
      kind === 'group'
        ? 'left'
        : summed && column?.places === undefined
          ? 'center'
          : (column?.align ?? 'left');
    const made: Partial<Style> = {
      font: { name: body, size: 10.5, bold: strong },
      alignment: {
        ...middle(align),
        // a figure in a font that stands in becomes smaller, never ####
        ...(align === 'right' ? { shrinkToFit: true } : {}),
        ...(kind === 'of-which' && align === 'left' ? { indent: 1 } : {}),
      },
      border: kind === 'cut' ? CUT : GRID,
      ...(summed ? { fill: GREY } : {}),
      ...(literal
        ? { numFmt: '@' }
        : column === undefined || (column.align === 'left' && places === undefined)
          ? {}
          : { numFmt: formatOf(column, places) + (mark === '' ? '' : `"${mark}"`) }),
    };
    known.set(key, made);
    return made;
  };
  return (kind, index, literal, mark, places) => {
    if (literal || mark !== undefined || places !== undefined)
      return styleOf(kind, index, literal, mark, places);
    let row = usual.get(kind);
    if (row === undefined) usual.set(kind, (row = []));
    return (row[index] ??= styleOf(kind, index, false));
  };
}
