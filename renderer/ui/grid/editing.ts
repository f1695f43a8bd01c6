/** Opening, committing and giving up the cell's editor; every way out makes at most one edit. */
import { placeAt, movedPlace } from './block.ts';
import { addTyped, BLANK_ROW, keepTyped } from './blank-row.ts';
import {
  isTypable,
  type GridChoice,
  type GridColumn,
  type GridEdit,
  type GridRow,
} from './model.ts';
import type { GridSheet } from './sheet.ts';

/**
 * The column and row that typing goes to; null on a group's line, a locked cell or a row not yet
 * read.
 */
export function editTarget(sheet: GridSheet): { column: GridColumn; row: GridRow } | null {
  const column = sheet.columns[sheet.active.column];
  const row = sheet.isBlank(sheet.active.line) ? BLANK_ROW : sheet.rowAt(sheet.active.line);
  return column === undefined || row === undefined || !isTypable(column, row)
    ? null
    : { column, row };
}

/** Text came into the textarea while no editor was open: it replaces the cell. */
export function openTyped(sheet: GridSheet): void {
  const cell = editTarget(sheet);
  if (cell === null) {
    refuse(sheet);
    return;
  }
  sheet.view?.reveal(sheet.active);
  sheet.set({
    editing: {
      place: sheet.active,
      mode: 'replace',
      choice: null,
      filter: sheet.view?.input.value ?? '',
    },
  });
}

export function openInPlace(sheet: GridSheet): void {
  const cell = editTarget(sheet);
  const input = sheet.view?.input;
  if (cell === null || input === undefined) {
    refuse(sheet);
    return;
  }
  sheet.view?.reveal(sheet.active);
  const refused = sheet.pending.cell(cell.row.id, cell.column.code);
  input.value = refused?.text ?? cell.column.editText(cell.row);
  if (cell.column.choices === undefined)
    input.setSelectionRange(input.value.length, input.value.length);
  else input.select();
  sheet.set({ editing: { place: sheet.active, mode: 'inPlace', choice: null, filter: null } });
}

function refuse(sheet: GridSheet): void {
  if (sheet.view !== null) sheet.view.input.value = '';
  const column = sheet.columns[sheet.active.column];
  if (column === undefined) return;
  if (sheet.isBlank(sheet.active.line) || sheet.rowAt(sheet.active.line) !== undefined)
    sheet.say(`“${column.path.at(-1) ?? ''}”由程序计算，不在此处填写。`);
}

/** What the choice list shows now. */
export function choicesShown(sheet: GridSheet): readonly GridChoice[] {
  const { editing } = sheet.state();
  const all = editing === null ? undefined : sheet.columns[editing.place.column]?.choices;
  if (all === undefined || editing === null) return [];
  const { filter } = editing;
  return filter === null || filter === ''
    ? all
    : all.filter((choice) => choice.label.includes(filter));
}

export function markChoice(sheet: GridSheet, step: 1 | -1): void {
  const { editing } = sheet.state();
  const count = choicesShown(sheet).length;
  if (editing === null || count === 0) return;
  const next =
    editing.choice === null
      ? step === 1
        ? 0
        : count - 1
      : (editing.choice + step + count) % count;
  sheet.set({ editing: { ...editing, choice: next } });
}

/**
 * Closes the editor and answers what was typed, or the marked choice; null where nothing is open.
 */
export function takenGridEdit(sheet: GridSheet, chosen?: GridChoice): string | null {
  const { editing } = sheet.state();
  const input = sheet.view?.input;
  if (editing === null || input === undefined) return null;
  const shown = choicesShown(sheet);
  const marked =
    chosen ??
    (editing.choice === null
      ? editing.filter !== null && editing.filter !== ''
        ? shown[0]
        : undefined
      : shown[editing.choice]);
  const text = marked?.label ?? input.value.replace(/[\r\n]+$/, '');
  input.value = '';
  sheet.set({ editing: null });
  return text;
}

/** Takes the typed text (or the marked choice) as one edit. */
export function commitGridEdit(sheet: GridSheet, chosen?: GridChoice): void {
  const cell = editTarget(sheet);
  const text = takenGridEdit(sheet, chosen);
  if (cell === null || text === null) return;
  if (cell.row === BLANK_ROW) keepTyped(sheet, cell.column.code, text);
  else
    change(
      sheet,
      [{ id: cell.row.id, field: cell.column.code, value: text.trim() === '' ? null : text }],
      cell,
    );
}

export function cancelGridEdit(sheet: GridSheet): void {
  if (sheet.view !== null) sheet.view.input.value = '';
  sheet.set({ editing: null });
}

/**
 * Enter: down; in the blank row what was typed becomes a record, and the next begins where this one
 * did.
 */
export function enterGridEdit(sheet: GridSheet, isBack: boolean): void {
  const { line, column } = sheet.active;
  if (isBack || !sheet.isBlank(line)) return stepGridEdit(sheet, isBack ? 'ArrowUp' : 'ArrowDown');
  const first = sheet.columns.findIndex(
    (one) => sheet.pending.cell(BLANK_ROW.id, one.code) !== undefined,
  );
  addTyped(sheet);
  sheet.select(placeAt(line, first === -1 ? column : first));
}

/** Moves the cursor from the active cell after Enter or Tab. */
export function stepGridEdit(
  sheet: GridSheet,
  key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): void {
  const bounds = { lines: sheet.layout.lines, columns: sheet.columns.length, page: 1 };
  const place = movedPlace(sheet.active, key, false, bounds);
  if (place !== null) sheet.select(placeAt(place.line, place.column));
}

function change(
  sheet: GridSheet,
  edits: readonly GridEdit[],
  cell: { column: GridColumn; row: GridRow },
): void {
  const [edit] = edits;
  const isRefused = sheet.pending.cell(cell.row.id, cell.column.code)?.state === 'refused';
  if (edit !== undefined && !isRefused && (edit.value ?? '') === cell.column.editText(cell.row))
    return;
  sendGridEdits(sheet, edits);
}

/** Shows the edits at once and sends them as one batch. */
export function sendGridEdits(sheet: GridSheet, edits: readonly GridEdit[]): void {
  if (edits.length === 0) return;
  sheet.pending.begin(edits);
  sheet.redraw();
  sheet.props
    .onEdit(edits)
    .then(
      () => sheet.pending.saved(edits),
      (fault: unknown) => {
        sheet.pending.refused(edits);
        sheet.say(fault instanceof Error ? fault.message : String(fault));
      },
    )
    .finally(() => sheet.redraw())
    .catch(() => undefined);
}
