/**
 * The mouse on the cells: click, drag, double click, row numbers, folding; the textarea keeps the
 * focus.
 */
import { useMemo, type MouseEvent, type PointerEvent } from 'react';
import { placeAt as one, type Block, type Place } from './block.ts';
import { fillInto } from './clipboard.ts';
import { commitGridEdit, openInPlace } from './editing.ts';
import type { GridSheet } from './sheet.ts';

interface MouseHandlers {
  onMouseDown(event: MouseEvent): void;
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(): void;
  onDoubleClick(event: MouseEvent): void;
  onClick(event: MouseEvent): void;
  onContextMenu(event: MouseEvent): void;
}

interface Hit {
  readonly line: number;
  /** null on the row number */
  readonly column: number | null;
  readonly fold: string | null;
  /** on the corner that fills */
  readonly fill: boolean;
  /** on the button that opens the record */
  readonly open: boolean;
}

function hitOf(target: EventTarget | Element | null): Hit | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest<HTMLElement>('[data-line]')?.dataset['line'];
  if (line === undefined) return null;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  return {
    line: Number(line),
    column: column === undefined ? null : Number(column),
    fold: target.closest<HTMLElement>('[data-fold]')?.dataset['fold'] ?? null,
    fill: target.closest('[data-fill]') !== null,
    open: target.closest('[data-open]') !== null,
  };
}

/** The column under a head; null beside the heads. */
const headFieldOf = (target: EventTarget): string | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[role=columnheader][data-field]')?.dataset['field'] ?? null)
    : null;

/** A menu on the selection is about all of it. */
const isInside = ({ top, bottom, left, right }: Block, { line, column }: Hit): boolean =>
  line >= top &&
  line <= bottom &&
  (column === null ? left === 0 : column >= left && column <= right);

export function useMouse(sheet: GridSheet): MouseHandlers {
  return useMemo(
    () => ({
      /** the browser would move the focus away from the textarea */
      onMouseDown: (event) => {
        if (hitOf(event.target) !== null) event.preventDefault();
      },
      ...draggingOf(sheet),
      ...openingOf(sheet),
      ...menuOpeningOf(sheet),
    }),
    [sheet],
  );
}

/** Pressed, moved and let go: cells are selected, a corner is filled, a group is folded. */
function draggingOf(
  sheet: GridSheet,
): Pick<MouseHandlers, 'onPointerDown' | 'onPointerMove' | 'onPointerUp'> {
  let from: { readonly place: Place; readonly rows: boolean } | null = null;
  /** the block whose corner is being dragged */
  let filled: Block | null = null;
  const last = (): number => sheet.columns.length - 1;
  const begin = (event: PointerEvent): void => {
    const hit = event.button === 0 ? hitOf(event.target) : null;
    if (hit === null) return;
    if (sheet.state().editing !== null) commitGridEdit(sheet);
    sheet.view?.focus();
    filled = hit.fill ? sheet.block : null;
    if (hit.fill || hit.open) return;
    if (hit.fold !== null) {
      sheet.fold(hit.fold, !sheet.isFolded(hit.fold));
      return;
    }
    const place = { line: hit.line, column: hit.column ?? 0 };
    const anchor = event.shiftKey ? sheet.active : place;
    from = { place: anchor, rows: hit.column === null };
    sheet.select(
      hit.column === null
        ? { anchor: { line: anchor.line, column: 0 }, cursor: { line: hit.line, column: last() } }
        : { anchor, cursor: place },
      // a row taken by its number is seen from its beginning
      place,
    );
  };
  const end = (): void => {
    const block = filled;
    from = null;
    filled = null;
    if (block === null || sheet.block.bottom === block.bottom) return;
    fillInto(sheet, block, sheet.block.bottom).catch((fault: unknown) =>
      sheet.say(fault instanceof Error ? fault.message : String(fault)),
    );
  };
  const drag = (event: PointerEvent): void => {
    if ((filled === null && from === null) || (event.buttons & 1) === 0) return;
    const hit = hitOf(document.elementFromPoint(event.clientX, event.clientY));
    if (hit === null) return;
    if (filled !== null) dragFill(sheet, filled, hit.line);
    else if (from !== null) {
      const cursor = { line: hit.line, column: from.rows ? last() : (hit.column ?? 0) };
      const now = sheet.state().selected.cursor;
      if (now.line !== cursor.line || now.column !== cursor.column)
        sheet.select({ anchor: from.place, cursor });
    }
  };
  return { onPointerDown: begin, onPointerMove: drag, onPointerUp: end };
}

/** only downwards: a sheet of records has no series to its right */
function dragFill(sheet: GridSheet, block: Block, line: number): void {
  const bottom = Math.max(line, block.bottom);
  if (sheet.block.bottom !== bottom)
    sheet.set({
      selected: {
        anchor: { line: block.top, column: block.left },
        cursor: { line: bottom, column: block.right },
      },
    });
}

/** A cell is edited, a record opened, a group folded. */
function openingOf(sheet: GridSheet): Pick<MouseHandlers, 'onDoubleClick' | 'onClick'> {
  const openRecord = (at: number): void => {
    const [row, line] = [sheet.rowAt(at), sheet.layout.lineAt(at)];
    sheet.select(one(at, 0));
    if (row !== undefined && line?.kind === 'record') sheet.props.onOpen?.(row, line.index);
  };
  return {
    onDoubleClick: (event) => {
      const hit = hitOf(event.target);
      if (hit === null || hit.fold !== null) return;
      const line = sheet.layout.lineAt(hit.line);
      if (line?.kind === 'group') sheet.fold(line.group.id, !sheet.isFolded(line.group.id));
      else if (hit.column !== null) openInPlace(sheet);
      else if (!hit.open) openRecord(hit.line);
    },
    onClick: (event) => {
      const hit = hitOf(event.target);
      if (hit?.open === true) openRecord(hit.line);
    },
  };
}

/**
 * The right button: the selection stays where it was pressed inside it, else the cell under it is
 * taken.
 */
function menuOpeningOf(sheet: GridSheet): Pick<MouseHandlers, 'onContextMenu'> {
  return {
    onContextMenu: (event) => {
      const field = headFieldOf(event.target);
      const hit = hitOf(event.target);
      if (field === null && hit === null) return;
      event.preventDefault();
      if (sheet.state().editing !== null) commitGridEdit(sheet);
      if (field !== null) {
        const column = sheet.columns.findIndex((each) => each.code === field);
        sheet.set({ selected: one(sheet.active.line, Math.max(column, 0)) });
      } else if (hit !== null && !isInside(sheet.block, hit)) take(sheet, hit);
      sheet.openTool({ is: 'menu', x: event.clientX, y: event.clientY, head: field !== null });
    },
  };
}

function take(sheet: GridSheet, { line, column }: Hit): void {
  const row = {
    anchor: { line, column: 0 },
    cursor: { line, column: sheet.columns.length - 1 },
  };
  sheet.select(column === null ? row : one(line, column), { line, column: column ?? 0 });
}
