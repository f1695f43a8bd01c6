/**
 * The reader of one column of one sheet: its field's reader, and what the cells' number formats
 * change about it.
 */
import { decimalOfNumber, multiply } from '../../domain/exact/decimal.ts';
import { isNumeric, type Field } from '../../domain/ledgers/field.ts';
import { converts, measureOf, type Measure } from '../../domain/exact/measure.ts';
import { readFigure } from '../../domain/read/figure.ts';
import {
  cellReader,
  quickNumber,
  quickReader,
  type CellRead,
  type QuickNumber,
  type ReadCell,
} from './cells.ts';
import { showingOf, showsPercent } from './formats.ts';
import { measuresIn } from '../sheet/headers.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import { cellKey, type CellValue, type SourceSheet } from '../sheet/sheet.ts';

export interface ColumnReader {
  /** the cell's value in wire form */
  readonly read: (cell: CellValue, row: number) => CellRead;
  /** the same for plain words, without their wrapping; null where `read` has to look */
  readonly quick: ((cell: CellValue) => string | null) | null;
  /** the same for plain numbers */
  readonly number: QuickNumber | null;
  /**
   * the format that leaves the row's figure in doubt; null as a function where no format of the
   * sheet does
   */
  readonly doubt: ((row: number) => string | null) | null;
}

export function columnReader(
  sheet: SourceSheet,
  column: MappedColumn,
  year: number | null,
): ColumnReader {
  const { field, measure } = column;
  if (field === null) return { read: readExtra, quick: null, number: null, doubt: null };
  const conflict =
    measure === null && isNumeric(field) && column.path.some((word) => measuresIn(word).length > 0);
  const plain = cellReader(field, { measure, year, conflict });
  if (measure?.dimension === 'share' && [...new Set(sheet.formats.values())].some(showsPercent))
    return { read: percents(sheet, column.index, plain), quick: null, number: null, doubt: null };
  const showing = isNumeric(field) ? showingOf(sheet, column.index, measure) : null;
  if (showing === null)
    return {
      read: plain,
      quick: quickReader(field),
      number: quickNumber(field, measure),
      doubt: null,
    };
  const stored = new Map<string, ReadCell>();
  const read = (cell: CellValue, row: number): CellRead => {
    const shown = typeof cell === 'number' ? showing(row) : null;
    if (shown?.is !== 'stored' || !fits(field, shown.measure, conflict)) return plain(cell);
    const { name } = shown.measure;
    const reader =
      stored.get(name) ?? cellReader(field, { measure: shown.measure, year, conflict: false });
    stored.set(name, reader);
    return reader(cell);
  };
  const doubt = (row: number): string | null => {
    const shown = showing(row);
    if (shown.is === 'plain' || (shown.is === 'stored' && fits(field, shown.measure, conflict)))
      return null;
    return sheet.formats.get(cellKey(row, column.index)) ?? '';
  };
  return { read, quick: null, number: null, doubt };
}

/** A fraction that its format shows as percent is read as it is shown: 0.95 as 95%. */
const percents =
  (sheet: SourceSheet, column: number, plain: ReadCell) =>
  (cell: CellValue, row: number): CellRead =>
    plain(
      typeof cell === 'number' && showsPercent(sheet.formats.get(cellKey(row, column)))
        ? `${multiply(decimalOfNumber(cell), '100')}%`
        : cell,
    );

/**
 * Whether figures in that measure can be the field's, under a header that does not say otherwise.
 */
function fits(field: Field, measure: Measure, conflict: boolean): boolean {
  if (conflict || !isNumeric(field)) return false;
  const own = measureOf(field.measure);
  return field.kind === 'money' && typeof field.currency !== 'string'
    ? measure.dimension === 'money'
    : own !== null && converts(measure, own);
}

/**
 * A column that is no field: its text is kept, its figures are checked against the sheet's totals.
 */
const readExtra: ReadCell = (cell) => {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return { kind: 'empty' };
  if (typeof cell !== 'object')
    return {
      kind: 'value',
      value: typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell).trim(),
    };
  if ('day' in cell) return { kind: 'value', value: cell.day };
  return 'error' in cell
    ? { kind: 'broken', error: cell.error }
    : { kind: 'formula', formula: cell.formula };
};

/** A figure in a total row, in the column's wire form; null where the cell holds none. */
export function totalFigure(
  sheet: SourceSheet,
  column: MappedColumn,
  row: number,
  year: number | null,
): string | null {
  const cell = sheet.rows[row]?.[column.index] ?? null;
  if (cell === null) return null;
  if (column.field === null) {
    if (typeof cell === 'number') return decimalOfNumber(cell);
    const read = typeof cell === 'string' ? readFigure(cell) : null;
    return read?.kind === 'value' && read.value.word === null ? read.value.amount : null;
  }
  const read = columnReader(sheet, column, year).read(cell, row);
  return read.kind === 'value' ? read.value : null;
}
