/** One cell of a row: what it says goes into the record, or why it does not is said. */
import type { Field } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { isDeadlineInWords } from '../../domain/tasks/deadline.ts';
import type { CellRead } from '../cells/cells.ts';
import { isDamaged, saysTheSame } from '../cells/ditto.ts';
import { placeOfOrigin } from '../cells/parts.ts';
import { sayCurrency } from '../cells/row-currency.ts';
import { cellIssue, damagedIssue, formatIssue } from '../cells/wording.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { CellValue } from '../sheet/sheet.ts';
import { mergedOver, type ColumnStep } from './column-step.ts';
import { endOfRange, putDay, putValue, wordsOfCell } from './put-value.ts';
import type { RowDraft, RowScene } from './row-scene.ts';

/**
 * What stands in a cell whose value is to be taken out of the record: an empty cell changes
 * nothing.
 */
const ERASE = '清空';

/** @param at the row's place among the rows of data */
export function takeCell(
  scene: RowScene,
  step: ColumnStep,
  cells: readonly CellValue[],
  row: number,
  at: number,
  draft: RowDraft,
): void {
  const { column, figures } = step;
  const written = cells[column.index] ?? mergedOver(step, row);
  if (written === null) return;
  const cell = figures === null && saysTheSame(written) ? step.above : written;
  step.above = cell;
  if (cell === null) return;
  if (cell === ERASE && column.use === 'field' && column.field?.required !== true) {
    draft.erases = [...draft.erases, column.field?.code ?? ''];
    return;
  }
  if (isTakenQuickly(scene, step, cell, cells, row, at, draft)) return;
  const read = step.read(cell, row);
  const value = read.kind === 'value' ? read.value : null;
  const figure = column.field !== null ? value : typeof cell === 'number' ? String(cell) : null;
  if (figure !== null) figures?.put(at, figure);
  if (read.kind === 'empty') return;
  if (column.field === null) return takeExtra(scene, column, value, draft);
  if (value === null && column.use === 'field')
    scene.leaning.unread(column.field.code, wordsOfCell(cell));
  const place: CellPlace = { column, field: column.field, row, cell };
  if (isTakenApart(scene, place, read, draft)) return;
  sayWhatIsUnclear(scene, step, place, read);
  if (read.kind !== 'value' || column.use === 'check') return;
  if (read.note === 'approximate') draft.approximate = [...draft.approximate, column.field.code];
  if (column.field.kind === 'day')
    putDay(
      scene,
      { field: column.field, index: column.index },
      row,
      wordsOfCell(cell),
      read.value,
      draft,
    );
  else putValue(scene, step, column.field, read.value, read.currency ?? 'CNY', row, cells, draft);
}

/** A cell of a column that has a field, where it stands. */
interface CellPlace {
  readonly column: MappedColumn;
  readonly field: Field;
  readonly row: number;
  readonly cell: CellValue;
}

function takeExtra(
  { unreadExtra }: RowScene,
  column: MappedColumn,
  value: string | null,
  draft: RowDraft,
): void {
  if (column.use !== 'extra') return;
  if (value !== null) draft.extra = { ...draft.extra, [column.path.join('›')]: value };
  else unreadExtra.set(column.index, (unreadExtra.get(column.index) ?? 0) + 1);
}

/**
 * Cells that are no plain value of their field, each taken in its own way; what waits for an answer
 * on its column is among them.
 */
function isTakenApart(
  scene: RowScene,
  { column, field, row, cell }: CellPlace,
  read: CellRead,
  draft: RowDraft,
): boolean {
  const isField = column.use === 'field';
  if (typeof cell === 'number' && isDamaged(field, cell)) {
    scene.issues.push(damagedIssue(row, column.index, cell));
    return true;
  }
  if (isField && field.kind === 'choice' && field.code === 'origin') {
    placeOfOrigin(field, typeof cell === 'string' ? cell : '', draft);
    return true;
  }
  if (column.measure === null && asksMeasure(field, read)) {
    if (isField) scene.waiting.add(`${row + 1} ${columnName(column.index)}`);
    scene.measureless.add(column.index);
    return true;
  }
  if (!isField || read.kind === 'value') return false;
  return areWordsTaken(scene, { column, field, row, cell }, read, draft);
}

/**
 * Words that are no value: a deadline that only words tell, a range of days, a choice that nobody
 * knows.
 */
function areWordsTaken(
  scene: RowScene,
  { column, field, row, cell }: CellPlace,
  read: Exclude<CellRead, { readonly kind: 'value' }>,
  draft: RowDraft,
): boolean {
  const words = read.kind === 'unreadable' ? scene.ledger?.words?.[field.code] : undefined;
  if (words !== undefined && read.kind === 'unreadable' && isDeadlineInWords(read.seen)) {
    draft.values.put(words, read.seen);
    return true;
  }
  if (field.kind === 'day') {
    const isRange = endOfRange(scene, field, row, column.index, wordsOfCell(cell), draft);
    if (isRange) return true;
  }
  if (read.kind !== 'unreadable' || field.kind !== 'choice') return false;
  draft.extra = { ...draft.extra, [field.label]: read.seen };
  scene.unread.set(column.index, (scene.unread.get(column.index) ?? new Set()).add(read.seen));
  return true;
}

function sayWhatIsUnclear(
  scene: RowScene,
  step: ColumnStep,
  { column, field, row, cell }: CellPlace,
  read: CellRead,
): void {
  const doubt = typeof cell === 'number' && cell !== 0 ? (step.doubt?.(row) ?? null) : null;
  if (doubt !== null) {
    scene.issues.push(formatIssue(row, column.index, doubt, String(cell)));
    return;
  }
  if (read.kind === 'value' && read.note === undefined) return;
  const found = cellIssue(row, column.index, field, column.measure, read, wordsOfCell(cell));
  if (found !== null && (column.use === 'field' || found.level === 'error'))
    scene.issues.push(found);
}

/**
 * Plain numbers and plain words, nearly all cells of a sheet: no object is made for any of them.
 */
function isTakenQuickly(
  scene: RowScene,
  step: ColumnStep,
  cell: CellValue,
  cells: readonly CellValue[],
  row: number,
  at: number,
  draft: RowDraft,
): boolean {
  const {
    column: { field, use },
    number,
    figures,
  } = step;
  let wire: string | null = null;
  if (number === null) wire = step.quick === null ? null : step.quick(cell);
  else if (typeof cell === 'number') {
    const scaled = number.scaled(cell);
    if (Number.isNaN(scaled)) return false;
    if (figures !== null) figures.scaled[at] = scaled;
    if (step.isKept && field !== null) {
      sayCurrency(scene.amounts, step.amounts, step.currency, scaled === 0);
      return true;
    }
    if (use !== 'field') return true;
    wire = number.text(scaled);
  }
  if (wire === null) return false;
  if (use === 'field' && field !== null)
    putValue(scene, step, field, wire, step.currency, row, cells, draft);
  return true;
}

/**
 * Figures of a column without a measure wait for one answer on the column, not for one per cell.
 */
const asksMeasure = (field: Field, read: CellRead): boolean =>
  (field.kind === 'money' || field.kind === 'decimal') &&
  read.kind === 'question' &&
  read.ask === 'measure';
