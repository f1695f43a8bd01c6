/** Which key does what, as in Excel; while an IME is composing every key belongs to it. */
import { placeAt, movedPlace } from './block.ts';
import { BLANK_ROW } from './blank-row.ts';
import { clearBlock, copyWithHeads, fillDown, fillWith } from './clipboard.ts';
import {
  cancelGridEdit,
  choicesShown,
  commitGridEdit,
  enterGridEdit,
  markChoice,
  openInPlace,
  stepGridEdit,
  takenGridEdit,
  editTarget,
} from './editing.ts';
import { jump } from './jump.ts';
import { removeRows, toBlankRow } from './rows.ts';
import type { GridSheet } from './sheet.ts';

/** the keydown that Windows gives while an IME takes the key */
const IME_KEY = 229;

export interface Key {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** True where the key was used and must do nothing else. */
export function pressGridKey(sheet: GridSheet, key: Key): boolean {
  if (key.isComposing || key.keyCode === IME_KEY) return false;
  return sheet.state().editing === null ? pressIdle(sheet, key) : pressEditing(sheet, key);
}

function pressEditing(sheet: GridSheet, key: Key): boolean {
  const editing = sheet.state().editing;
  switch (key.key) {
    case 'Enter':
      if (key.altKey) return insertLine(sheet);
      if (key.ctrlKey || key.metaKey) return fillBlock(sheet);
      commitGridEdit(sheet);
      enterGridEdit(sheet, key.shiftKey);
      return true;
    case 'Tab':
      commitGridEdit(sheet);
      stepGridEdit(sheet, key.shiftKey ? 'ArrowLeft' : 'ArrowRight');
      return true;
    case 'Escape':
      cancelGridEdit(sheet);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      if (choicesShown(sheet).length > 0) {
        markChoice(sheet, key.key === 'ArrowDown' ? 1 : -1);
        return true;
      }
      return editing?.mode === 'replace' && leave(sheet, key.key);
    case 'ArrowLeft':
    case 'ArrowRight':
      return editing?.mode === 'replace' && !key.shiftKey && leave(sheet, key.key);
    default:
      return false;
  }
}

function leave(
  sheet: GridSheet,
  key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): boolean {
  commitGridEdit(sheet);
  stepGridEdit(sheet, key);
  return true;
}

/** What was typed goes into the whole block, as in Excel. */
function fillBlock(sheet: GridSheet): boolean {
  const text = takenGridEdit(sheet);
  if (text !== null) fillWith(sheet, text).catch((fault: unknown) => sheet.say(String(fault)));
  return true;
}

function insertLine(sheet: GridSheet): boolean {
  const input = sheet.view?.input;
  input?.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end');
  return true;
}

function pressIdle(sheet: GridSheet, key: Key): boolean {
  const ctrl = key.ctrlKey || key.metaKey;
  if (key.altKey) return pressAlt(sheet, key);
  if (ctrl && pressCtrl(sheet, key)) return true;
  switch (key.key) {
    case 'Enter':
      if (!key.shiftKey && isWholeRow(sheet)) return open(sheet);
      enterGridEdit(sheet, key.shiftKey);
      return true;
    case 'Tab':
      stepGridEdit(sheet, key.shiftKey ? 'ArrowLeft' : 'ArrowRight');
      return true;
    case 'F2':
      openInPlace(sheet);
      return true;
    case 'F4':
      return ask(sheet);
    case 'F10':
      return key.shiftKey && openMenu(sheet);
    case 'ContextMenu':
      return openMenu(sheet);
    case 'Delete':
    case 'Backspace':
      clearBlock(sheet).catch((fault: unknown) => sheet.say(String(fault)));
      return true;
    case 'Escape':
      return giveUp(sheet);
    case ' ':
      if (key.shiftKey) selectRows(sheet);
      return key.shiftKey;
    default:
      return fold(sheet, key.key) || move(sheet, key);
  }
}

function pressAlt(sheet: GridSheet, key: Key): boolean {
  if (key.key === 'ArrowDown' && editTarget(sheet)?.column.choices !== undefined) {
    openInPlace(sheet);
    return true;
  }
  if (key.key !== 'ArrowUp') return false;
  const code = sheet.columns[sheet.active.column]?.code;
  sheet.view?.scroller
    .querySelector<HTMLElement>(`[role=columnheader][data-field="${code ?? ''}"]`)
    ?.focus({ preventScroll: true });
  return true;
}

function pressCtrl(sheet: GridSheet, key: Key): boolean {
  const last = { line: sheet.layout.lines - 1, column: sheet.columns.length - 1 };
  switch (key.code) {
    case 'KeyA':
      sheet.set({ selected: { anchor: { line: 0, column: 0 }, cursor: last } });
      return true;
    case 'Space': {
      const { left, right } = sheet.block;
      sheet.set({
        selected: { anchor: { line: 0, column: left }, cursor: { line: last.line, column: right } },
      });
      return true;
    }
    case 'KeyD':
      fillDown(sheet).catch((fault: unknown) => sheet.say(String(fault)));
      return true;
    case 'KeyZ':
      if (key.shiftKey) sheet.props.onRedo();
      else sheet.props.onUndo();
      return true;
    case 'KeyY':
      sheet.props.onRedo();
      return true;
    case 'KeyF':
      sheet.view?.scroller
        .querySelector<HTMLElement>(
          `[data-filter="${sheet.columns[sheet.active.column]?.code ?? ''}"]`,
        )
        ?.focus({ preventScroll: true });
      return true;
    case 'Enter':
    case 'NumpadEnter':
      return open(sheet);
    default:
      return pressTool(sheet, key);
  }
}

/** The keys of what stands over the sheet, as Excel has them. */
function pressTool(sheet: GridSheet, key: Key): boolean {
  switch (key.code) {
    case 'KeyH':
      sheet.openTool({ is: 'replace' });
      return true;
    case 'KeyG':
      sheet.openTool({ is: 'go' });
      return true;
    case 'KeyC':
      if (!key.shiftKey) return false;
      copyWithHeads(sheet).catch((fault: unknown) => sheet.say(String(fault)));
      return true;
    case 'Minus':
    case 'NumpadSubtract':
      if (sheet.props.onRemove === undefined) return false;
      removeRows(sheet);
      return true;
    case 'Equal':
    case 'NumpadAdd':
      if (sheet.props.onAdd === undefined) return false;
      toBlankRow(sheet);
      return true;
    default:
      return false;
  }
}

function open(sheet: GridSheet): boolean {
  const row = sheet.rowAt(sheet.active.line);
  const line = sheet.layout.lineAt(sheet.active.line);
  if (row !== undefined && line?.kind === 'record') sheet.props.onOpen?.(row, line.index);
  return true;
}

/** One row is selected by its number. */
function isWholeRow(sheet: GridSheet): boolean {
  const { top, bottom, left, right } = sheet.block;
  return top === bottom && left === 0 && right === sheet.columns.length - 1 && right > 0;
}

/** The menu at the active cell. */
function openMenu(sheet: GridSheet): boolean {
  const box = sheet.view?.input.getBoundingClientRect();
  sheet.openTool({ is: 'menu', x: box?.left ?? 0, y: box?.bottom ?? 0, head: false });
  return true;
}

function ask(sheet: GridSheet): boolean {
  const [row, column] = [sheet.rowAt(sheet.active.line), sheet.columns[sheet.active.column]];
  if (row === undefined || column === undefined || sheet.props.onAsk === undefined) return false;
  sheet.props.onAsk(row, column);
  return true;
}

function selectRows(sheet: GridSheet): void {
  const { top, bottom } = sheet.block;
  sheet.set({
    selected: {
      anchor: { line: top, column: 0 },
      cursor: { line: bottom, column: sheet.columns.length - 1 },
    },
  });
}

/** Esc takes a refused text back first, then the block. */
function giveUp(sheet: GridSheet): boolean {
  const row = sheet.isBlank(sheet.active.line) ? BLANK_ROW : sheet.rowAt(sheet.active.line);
  const code = sheet.columns[sheet.active.column]?.code ?? '';
  if (row !== undefined && sheet.pending.cell(row.id, code) !== undefined) {
    sheet.pending.drop(row.id, code);
    sheet.redraw();
    return true;
  }
  const { top, bottom, left, right } = sheet.block;
  if (top === bottom && left === right) return false;
  sheet.select(placeAt(sheet.active.line, sheet.active.column));
  return true;
}

/** ← and → on a group's line fold and unfold it. */
function fold(sheet: GridSheet, key: string): boolean {
  const line = sheet.layout.lineAt(sheet.active.line);
  if (line?.kind !== 'group' || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  sheet.fold(line.group.id, key === 'ArrowLeft');
  return true;
}

function move(sheet: GridSheet, key: Key): boolean {
  if ((key.ctrlKey || key.metaKey) && jump(sheet, key.key, key.shiftKey)) return true;
  const { anchor, cursor } = sheet.state().selected;
  const bounds = {
    lines: sheet.layout.lines,
    columns: sheet.columns.length,
    page: sheet.view?.page ?? 10,
  };
  const place = movedPlace(
    key.shiftKey ? cursor : anchor,
    key.key,
    key.ctrlKey || key.metaKey,
    bounds,
  );
  if (place === null) return false;
  sheet.select(key.shiftKey ? { anchor, cursor: place } : placeAt(place.line, place.column));
  return true;
}
