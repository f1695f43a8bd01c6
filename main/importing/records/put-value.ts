/**
 * A cell's value into its record: days by what they say, units by the tree, arrivals by their
 * month.
 */
import type { Currency } from '../../domain/exact/measure.ts';
import type { Field } from '../../domain/ledgers/field.ts';
import { readDayRange } from '../../domain/read/day.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { unitsOfCell } from '../cells/parts.ts';
import { sayCurrency } from '../cells/row-currency.ts';
import { rangeEndIssue } from '../cells/wording.ts';
import type { CellValue } from '../sheet/sheet.ts';
import { plannedDayIssue } from './ahead-days.ts';
import type { ColumnStep } from './column-step.ts';
import type { RowDraft, RowScene } from './row-scene.ts';

/**
 * What is to be done from March to September is due in September. Answers whether the text is such
 * a range.
 */
export function endOfRange(
  { issues, year }: RowScene,
  field: Field,
  row: number,
  column: number,
  seen: string,
  draft: RowDraft,
): boolean {
  const range = ENDS.has(field.code) ? readDayRange(seen, { year }) : null;
  if (range === null) return false;
  draft.values.put(field.code, range[1]);
  issues.push(rangeEndIssue(row, column, field, seen, range[1]));
  return true;
}

/** Days by which something has to be done: of a range they are its end. */
const ENDS: ReadonlySet<string> = new Set(['deadline', 'planned_completed_date']);

export function putDay(
  scene: RowScene,
  column: { readonly field: Field; readonly index: number },
  row: number,
  seen: string,
  day: string,
  draft: RowDraft,
): void {
  const code = scene.ahead.fieldFor(column, row, seen, day);
  if (code !== null) {
    draft.values.put(code, day);
    if (code !== column.field.code)
      draft.approximate = draft.approximate.map((one) => (one === column.field.code ? code : one));
  } else {
    scene.leaning.unread(column.field.code, seen);
    scene.issues.push(plannedDayIssue(row, column.index, column.field, seen));
  }
}

export function putValue(
  scene: RowScene,
  { column, amounts }: ColumnStep,
  field: Field,
  value: string,
  currency: Currency,
  row: number,
  cells: readonly CellValue[],
  draft: RowDraft,
): void {
  sayCurrency(scene.amounts, amounts, currency, value === '0.00');
  if (field.code === 'arrived_total' && field.computed === true) {
    const month = column.month;
    // a written 0 corrects what came before; nothing is written for it where nothing was
    if (month?.startsWith('?') !== true)
      draft.arrivals = [
        ...draft.arrivals,
        {
          date: month,
          amount: value,
          currency,
          basis: month === null ? 'balance' : 'month',
          until: month === null ? scene.until : null,
        },
      ];
    else if (/[1-9]/.test(value)) scene.waiting.add(`${row + 1} ${columnName(column.index)}`);
    return;
  }
  if (field.kind === 'unit') {
    const known = scene.units.resolve(value);
    // without a figure no words share anything out
    const isShared =
      field.code === 'introducer' &&
      scene.shareWords.some((one) => /\p{N}/u.test(wordsOfCell(cells[one] ?? null)));
    if (known.is === 'known' && !isShared) draft.values.put(field.code, known.name);
    else
      unitsOfCell(
        {
          ...scene,
          row,
          column: column.index,
          field,
          text: value,
          remark: scene.shareWords.map((one) => wordsOfCell(cells[one] ?? null)).join(' '),
        },
        draft,
      );
    return;
  }
  draft.values.put(field.code, value);
}

export function wordsOfCell(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day : 'error' in cell ? cell.error : `=${cell.formula}`;
}
