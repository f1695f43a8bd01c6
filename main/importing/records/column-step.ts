/**
 * How the cells of one column are read: its reader, its figures, and what its merged and repeated
 * words mean.
 */
import type { Currency } from '../../domain/exact/measure.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { columnReader, type ColumnReader } from '../cells/column-reader.ts';
import { ColumnFigures } from '../cells/figures.ts';
import type { SharedCurrencyAmount } from '../cells/row-currency.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import { mergedDown } from '../sheet/merged.ts';
import type { CellValue } from '../sheet/sheet.ts';
import { squeezeWords } from '../sheet/words.ts';
import type { RecordsInput } from './row-scene.ts';

export interface ColumnStep extends ColumnReader {
  /** what its figures are in where they say nothing of their own */
  readonly currency: Currency;
  /** of an amount in the record's own currency */
  readonly amounts: SharedCurrencyAmount | null;
  readonly column: MappedColumn;
  /** null in a column that holds none */
  readonly figures: ColumnFigures | null;
  /** its plain figures stay where they are, and no text is made of them */
  readonly isKept: boolean;
  /** the words of the row above: what 同上 means */
  above: CellValue;
  readonly merged: ReadonlyMap<number, CellValue> | null;
}

/** Of a column whose figures all come as text. */
const BARE = { text: String, stored: (scaled: number) => scaled };

export function columnStep(
  input: RecordsInput,
  column: MappedColumn,
  figures: Map<number, ColumnFigures>,
): ColumnStep {
  const field = column.field;
  const numeric = field === null || field.kind === 'money' || field.kind === 'decimal';
  const reader = asAnswer(columnReader(input.sheet, column, input.year), column);
  const list = numeric
    ? new ColumnFigures(input.region.dataRows.length, reader.number ?? BARE)
    : null;
  if (list !== null) figures.set(column.index, list);
  const isMoney = field?.kind === 'money' && typeof field.currency !== 'string';
  const currency = (isMoney ? column.measure?.currency : null) ?? 'CNY';
  return {
    column,
    ...reader,
    currency,
    amounts: isMoney ? { column, field, currency } : null,
    figures: list,
    isKept: reader.number !== null && isKeptAsFigures(input, column),
    above: null,
    merged:
      field === null || sharesItsWords(field, column, input.ledger)
        ? mergedDown(input.sheet, column.index, input.region)
        : null,
  };
}

const ASKS_YES_OR_NO = /^是否|否$/;
const DONE = /^(?:已|均已|全部|已全部)?(?:整改)?(?:完成|办结|到位|整改)$/;

/** 已完成 under 是否完成 answers yes; under 整改状态 the same word may still wait for who accepts it. */
function asAnswer(reader: ColumnReader, { field, path }: MappedColumn): ColumnReader {
  if (field?.code !== 'state' || !ASKS_YES_OR_NO.test(squeezeWords(path.at(-1) ?? '')))
    return reader;
  return {
    ...reader,
    quick: null,
    read: (cell, row) =>
      reader.read(typeof cell === 'string' && DONE.test(squeezeWords(cell)) ? '是' : cell, row),
  };
}

/** What tells records apart stays text, and so does what a ledger of the user's own checks. */
const isKeptAsFigures = (
  { ledger, columns }: RecordsInput,
  { field, use }: MappedColumn,
): boolean =>
  field !== null &&
  field.computed !== true &&
  use === 'field' &&
  ledger !== null &&
  ledger.own === undefined &&
  !ledger.identity.includes(field.code) &&
  columns.filter((one) => one.use === 'field' && one.field === field).length === 1;

/**
 * A word merged over several rows belongs to each, unless it is what tells them apart or counts.
 */
const sharesItsWords = (field: Field, { use }: MappedColumn, ledger: Ledger | null): boolean =>
  !['money', 'decimal', 'day'].includes(field.kind) &&
  use === 'field' &&
  field.code !== ledger?.nameField &&
  field.code !== ledger?.codeField;

/** A merged word belongs to every row that it covers; of a column of no field a figure does not. */
export function mergedOver({ merged, column }: ColumnStep, row: number): CellValue {
  const value = merged?.get(row) ?? null;
  return column.field === null && typeof value !== 'string' ? null : value;
}
