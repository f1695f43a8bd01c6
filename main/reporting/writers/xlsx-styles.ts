/** The looks of cells in an office table; shared objects, so that exceljs keeps one style for thousands of cells. */
import type { Alignment, Border, Style } from 'exceljs';
import type { TableColumn, TableRow } from '../model/table.ts';

const line: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const GRID = { top: line, left: line, bottom: line, right: line };
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } } as const;
const BODY = '仿宋_GB2312';
const middle = (horizontal: 'left' | 'right' | 'center'): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  wrapText: horizontal !== 'right',
});

export const TITLE: Partial<Style> = {
  font: { name: '方正小标宋简体', size: 22 },
  alignment: middle('center'),
};
export const HEAD: Partial<Style> = {
  font: { name: '黑体', size: 10.5 },
  alignment: middle('center'),
  border: GRID,
};
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
  return column.signed === true ? `+${plain};-${plain};${plain}` : plain;
}

export type CellStyle = (
  kind: TableRow['kind'],
  column: number,
  literal: boolean,
  mark?: string,
  places?: number,
) => Partial<Style>;

/** One style per column and kind of row. `literal`: text that a spreadsheet would take for a formula once it is edited. */
export function cellStyles(columns: readonly TableColumn[]): CellStyle {
  const known = new Map<string, Partial<Style>>();
  return (kind, index, literal, mark = '', places) => {
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
      font: { name: BODY, size: 10.5, bold: strong },
      alignment: {
        ...middle(align),
        ...(kind === 'of-which' && align === 'left' ? { indent: 1 } : {}),
      },
      border: GRID,
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
}
