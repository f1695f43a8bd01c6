/**
 * The user's own sheet on the screen: letters, chips and rows in one scroller that draws only what
 * is in view.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import type { ImportDraft, SheetReport } from '../../../../preload/contract/imports.ts';
import { CellInput } from './cell-input.tsx';
import { ChipRow } from './chip-row.tsx';
import { previewColumnName, mergeAt, rolesOf, tableAt } from '../draft/layout.ts';
import { movedCell } from './moves.ts';
import { useSheetCells } from './pages.ts';
import { previewCellName } from '../draft/problems.ts';
import { usePreviewScale } from './scale.ts';
import { SheetRow } from './sheet-row.tsx';
import { editCell, toggleSkip } from '../draft/actions.ts';
import { refocus, selectCell, useImport } from '../draft/store.ts';
import { editorPlace, scrollToColumn, usePreviewGrid, useRowHeight } from './grid.ts';
import { useRowMarks } from './marks.ts';

const HEAD = 61;

function periodTag(report: SheetReport): string {
  if (report.period === null) return '标题';
  const { year, month } = report.period;
  return `标题，期间 ${year}年${month === null ? '' : `${month}月`}`;
}

/** The room the sheet has, kept up with the window. */
function useRoom() {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(1000);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(() => setRoom(element.clientWidth));
    watcher.observe(element);
    setRoom(element.clientWidth);
    return () => watcher.disconnect();
  }, []);
  return { scroller, room };
}

/** The rows in view, and those above them whose merged cells reach into it. */
function withMergesAbove(
  shown: readonly number[],
  cells: ReturnType<typeof useSheetCells>,
): number[] {
  const start = (shown[0] ?? 0) + 1;
  const tops = cells
    .mergesAt(start)
    .filter((one) => one.top < start && one.bottom >= start)
    .map((one) => one.top - 1);
  return [...new Set([...tops, ...shown])].sort((a, b) => a - b);
}

interface SheetProps {
  readonly draft: ImportDraft;
  readonly file: string;
  readonly report: SheetReport;
}

export function PreviewSheet({ draft, file, report }: SheetProps) {
  const { cell, problems, focus } = useImport();
  const k = usePreviewScale();
  const cells = useSheetCells(draft, file, report.name);
  const { scroller, room } = useRoom();
  const roles = useMemo(() => rolesOf(report), [report]);
  const tableIndex = tableAt(report, cell.row);
  const table = report.tables[tableIndex];
  const { marks, wrong, skipped } = useRowMarks(draft, file, report.name, problems);
  const first = cells.first;

  const grid = usePreviewGrid(first, roles, table, room, draft.ledger);
  const heightOf = useRowHeight(first, roles, grid);
  const head = Math.round(HEAD * k);
  const rows = first?.rows ?? 0;
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(at + 1),
    overscan: 6,
    scrollMargin: head,
    scrollPaddingStart: head,
    rangeExtractor: (range: Range) => withMergesAbove(defaultRangeExtractor(range), cells),
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, heightOf]);
  const items = virtual.getVirtualItems();
  const from = (items[0]?.index ?? 0) + 1;
  const to = (items.at(-1)?.index ?? 0) + 1;
  useEffect(() => {
    if (rows > 0) cells.want(from, to);
  }, [cells, rows, from, to]);

  const ready = grid.widths.length > 0;
  useEffect(() => {
    if (!ready) return;
    virtual.scrollToIndex(cell.row - 1, { align: 'auto' });
    if (scroller.current !== null) scrollToColumn(scroller.current, grid, cell.column);
  }, [cell, grid, ready, virtual, scroller]);

  const texts = cells.row(cell.row);
  const text = texts?.[cell.column - 1] ?? '';
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey && event.key === '-') {
      event.preventDefault();
      void toggleSkip(cell.row);
      return;
    }
    if (event.key === 'ArrowUp' && cell.row === 1) {
      scroller.current?.querySelector<HTMLElement>('.imp-chip[tabindex="0"]')?.focus();
      return;
    }
    const next = movedCell(event.key, event.ctrlKey, cell, cells.mergesAt(cell.row), {
      rows,
      columns: grid.widths.length,
      page: Math.max(1, to - from - 8),
    });
    if (next === null) return;
    event.preventDefault();
    selectCell(next);
  };
  const onEdited = (typed: string, then: 'down' | 'right' | 'stay'): void => {
    if (typed !== text) void editCell(cell.row, previewColumnName(cell.column), typed);
    const next =
      then === 'stay'
        ? null
        : movedCell(
            then === 'down' ? 'ArrowDown' : 'ArrowRight',
            false,
            cell,
            cells.mergesAt(cell.row),
            { rows, columns: grid.widths.length, page: 1 },
          );
    if (next !== null) selectCell(next);
  };
  const onPick = useCallback((row: number, column: number, edit: boolean): void => {
    selectCell({ row, column });
    requestAnimationFrame(() => refocus(edit));
  }, []);

  const inner = editorPlace(grid, cell, mergeAt(cells.mergesAt(cell.row), cell.row, cell.column));
  const place = virtual.measurementsCache[cell.row - 1];
  return (
    <div
      ref={scroller}
      className="imp-sheet"
      role="grid"
      aria-label={`工作表 ${report.name}`}
      aria-rowcount={rows}
    >
      <ChipRow
        draft={draft}
        file={file}
        report={report}
        table={tableIndex}
        grid={grid}
        cell={cell}
        height={head}
      />
      <div
        className="imp-rows"
        style={{ height: virtual.getTotalSize(), width: grid.number + grid.total }}
      >
        {ready &&
          items.map((item) => {
            const row = item.index + 1;
            const role = roles.get(row) ?? 'none';
            return (
              <SheetRow
                key={row}
                row={row}
                top={item.start - head}
                height={item.size}
                cells={cells.row(row)}
                merges={cells.mergesAt(row)}
                role={role}
                tag={role === 'title' ? periodTag(report) : ''}
                skipped={skipped.has(row)}
                wrong={wrong.has(row)}
                selected={row === cell.row ? cell.column : 0}
                grid={grid}
                problems={marks}
                heightOf={heightOf}
                onPick={onPick}
              />
            );
          })}
        {ready && place !== undefined && (
          <CellInput
            label={`${previewCellName(cell.row, previewColumnName(cell.column))}，${text === '' ? '空' : text}`}
            text={text}
            top={place.start - head}
            height={place.size}
            width={grid.number + grid.total}
            inner={inner}
            focus={focus}
            onKey={onKey}
            onEdited={onEdited}
          />
        )}
      </div>
    </div>
  );
}
