/**
 * The lines in view: two virtualizers say which lines and columns, everything else is memoised
 * lines.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useSyncExternalStore, type ReactElement, type RefObject } from 'react';
import type { GridFrame } from './frame.ts';
import { GridGroupLine, RecordLine, shownColumns, cellStyle, type GridSpan } from './row.tsx';
import { cellClass } from './frame.ts';
import { BLANK } from './pending.ts';
import type { GridSheet } from './sheet.ts';

export interface BodyProps {
  readonly sheet: GridSheet;
  readonly frame: GridFrame;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** The loose columns in view, two more on either side. */
function useSpan(frame: GridFrame, scroller: RefObject<HTMLDivElement | null>): GridSpan {
  const columns = useVirtualizer({
    horizontal: true,
    count: frame.columns.length - frame.frozen,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => frame.widths[frame.frozen + index] ?? 0,
    overscan: 2,
    useFlushSync: false,
  });
  const { widths } = frame;
  useEffect(() => {
    columns.measure();
  }, [columns, widths]);
  const items = columns.getVirtualItems();
  return {
    from: frame.frozen + (items[0]?.index ?? 0),
    to: frame.frozen + (items.at(-1)?.index ?? -1) + 1,
  };
}

export function Body({ sheet, frame, scroller }: BodyProps): ReactElement {
  const { selected, folded, editing } = useSyncExternalStore(sheet.subscribe, sheet.state);
  const version = useSyncExternalStore(sheet.pages.subscribe, sheet.pages.version);
  const { layout, block } = sheet;
  const lines = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => frame.row,
    overscan: 6,
    useFlushSync: false,
  });
  useEffect(() => {
    lines.measure();
  }, [lines, frame.row]);
  const span = useSpan(frame, scroller);
  const items = lines.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  const pinned = sheet.props.source.pinned ?? 0;
  const canFill = editing === null && sheet.columnsIn(block).some((column) => column.editable);
  useEffect(() => {
    const [top, bottom] = [layout.recordNear(first, 1), layout.recordNear(last, -1)];
    const [from, to] = [
      top === null ? null : layout.lineAt(top),
      bottom === null ? null : layout.lineAt(bottom),
    ];
    if (from?.kind === 'record' && to?.kind === 'record') sheet.pages.want(from.index, to.index);
  }, [sheet, layout, first, last, version]);
  const draw = (line: number): ReactElement | null => {
    const found = layout.lineAt(line);
    if (found === null) return null;
    const inside = line >= block.top && line <= block.bottom;
    const common = {
      frame,
      line,
      from: span.from,
      to: span.to,
      left: inside ? block.left : -1,
      right: inside ? block.right : -2,
      active: selected.anchor.line === line ? selected.anchor.column : -1,
    };
    if (found.kind === 'group')
      return (
        <GridGroupLine
          key={`g${found.group.id}`}
          {...common}
          group={found.group}
          folded={folded.has(found.group.id)}
        />
      );
    const isBlank = found.kind === 'blank';
    const row = isBlank ? undefined : sheet.pages.rowAt(found.index);
    const pending = isBlank
      ? sheet.pending.of(BLANK)
      : row === undefined
        ? undefined
        : sheet.pending.of(row.id);
    const current = row !== undefined && row.id === sheet.props.current;
    return (
      <RecordLine
        key={isBlank ? 'blank' : found.index}
        {...common}
        index={found.index}
        pinned={pinned}
        row={row}
        isBlank={isBlank}
        canOpen={row !== undefined && sheet.props.onOpen !== undefined}
        pending={pending}
        current={current}
        corner={line === block.bottom && canFill ? block.right : -1}
      />
    );
  };
  return (
    <div className="body" role="rowgroup" style={{ height: layout.lines * frame.row }}>
      {pinned === 0 ? null : (
        <div
          className="pinned"
          role="presentation"
          style={{ top: frame.headHeight, height: pinned * frame.row, width: frame.width }}
        >
          {Array.from({ length: pinned }, (_, line) => draw(line))}
        </div>
      )}
      {items.map(({ index: line }) => (line < pinned ? null : draw(line)))}
    </div>
  );
}

/** The last line, pinned to the bottom edge. */
export function TotalLine({ sheet, frame, scroller }: BodyProps): ReactElement {
  const span = useSpan(frame, scroller);
  const { indices, gap } = shownColumns(frame, span.from, span.to);
  const { totals, totalLabel } = sheet.props.source;
  return (
    <div role="row" className="line total" style={{ width: frame.width }}>
      <div className="cell frozen" style={{ width: frame.number, left: 0 }} />
      {indices.map((at) => {
        const code = frame.columns[at]?.code ?? '';
        return (
          <div
            key={code}
            role="gridcell"
            data-total={code}
            className={cellClass(frame, at)}
            style={cellStyle(frame, at, span.from, gap)}
          >
            {at === 0 ? totalLabel : (totals[code] ?? '')}
          </div>
        );
      })}
    </div>
  );
}
