/**
 * The sheet: draws lines from pages, and has one textarea that is editor, IME and clipboard at
 * once.
 */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
} from 'react';
import { FaultBoundary } from '../fault-boundary.tsx';
import { Body, TotalLine } from './body.tsx';
import { addTyped } from './blank-row.ts';
import { Editor } from './editor.tsx';
import { gridFrameOf } from './frame.ts';
import { SheetHead } from './head.tsx';
import type { GridProps } from './model.ts';
import { useMouse } from './mouse.ts';
import { useGridScale } from './scale.ts';
import { GridSheet } from './sheet.ts';
import { GridQuestion } from './question.tsx';
import { GridTools } from './tools.tsx';
import { ADDED_UP, totalsOf } from './totals.ts';
import './grid.css';
import './grid-head.css';
import { isFocusFree } from '../focus.ts';

/** A fault in drawing the sheet takes only the sheet: forms beside it stay as they are. */
export function Grid(props: GridProps): ReactElement {
  return (
    <FaultBoundary what="这张表">
      <SheetOfGrid {...props} />
    </FaultBoundary>
  );
}

function SheetOfGrid(props: GridProps): ReactElement {
  const [sheet] = useState(() => {
    const made = new GridSheet(props);
    made.onLeftBlank = () => addTyped(made);
    return made;
  });
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [resized, setResized] = useState<Readonly<Record<string, number>>>({});
  const scale = useGridScale();
  const { columns, source, plain = false } = props;
  const opens = props.onOpen !== undefined;
  const frame = useMemo(
    () => gridFrameOf(columns, resized, scale, { lines: source.total, plain, opens }),
    [columns, resized, scale, source.total, plain, opens],
  );

  useLayoutEffect(() => {
    sheet.use(props);
  }, [sheet, props]);
  useLayoutEffect(() => {
    if (scroller.current === null || input.current === null) return;
    sheet.show(scroller.current, input.current, {
      row: frame.row,
      head: frame.headHeight,
      number: frame.number,
      widths: frame.widths,
      frozen: frame.frozen,
      pinned: source.pinned ?? 0,
    });
  }, [sheet, frame, source.pinned]);
  useEffect(() => {
    if (isFocusFree()) sheet.view?.focus();
  }, [sheet]);
  useTotals(sheet);
  const mouse = useMouse(sheet);

  const onSort = useStable(props.onSort);
  const onFilter = useStable(props.onFilter);
  const onLeave = useCallback(() => sheet.view?.focus(), [sheet]);
  const onResize = useCallback(
    (field: string, width: number) => setResized((old) => ({ ...old, [field]: width / scale.k })),
    [scale.k],
  );
  return (
    <div className="cp-grid">
      <div
        ref={scroller}
        className="scroller"
        role="treegrid"
        aria-label={props.label}
        aria-rowcount={sheet.layout.lines + frame.heads.depth + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        tabIndex={-1}
        onScroll={() => sheet.view?.scrolled(sheet.active, sheet.state().editing !== null)}
        onFocus={(event) => {
          if (event.target === event.currentTarget) onLeave();
        }}
        {...mouse}
      >
        <div className="content" style={{ width: frame.width }}>
          <SheetHead
            frame={frame}
            sort={props.sort}
            plain={plain}
            filters={props.filters}
            onSort={onSort}
            onFilter={onFilter}
            onResize={onResize}
            onLeave={onLeave}
          />
          <Body sheet={sheet} frame={frame} scroller={scroller} />
          <div className="filler" />
          {source.totalLabel === null ? null : (
            <TotalLine sheet={sheet} frame={frame} scroller={scroller} />
          )}
        </div>
      </div>
      <GridQuestion sheet={sheet} />
      <GridTools sheet={sheet} />
      <Editor sheet={sheet} frame={frame} input={input} label={props.label} />
    </div>
  );
}

/** The same function for ever, calling the newest: memoised children are not drawn again for it. */
function useStable<A extends readonly unknown[]>(
  newest: (...args: A) => void,
): (...args: A) => void {
  const held = useRef(newest);
  useLayoutEffect(() => {
    held.current = newest;
  });
  return useCallback((...args: A) => held.current(...args), []);
}

/** adds up when the selection has come to rest */
const REST_MS = 60;

function useTotals(sheet: GridSheet): void {
  const { selected } = useSyncExternalStore(sheet.subscribe, sheet.state);
  const version = useSyncExternalStore(sheet.pages.subscribe, sheet.pages.version);
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(() => {
      const { block } = sheet;
      const columns = sheet.columnsIn(block);
      const indices = sheet.recordsIn(block, ADDED_UP);
      if (indices === null) {
        sheet.props.onTotals?.({
          cells: (block.bottom - block.top + 1) * columns.length,
          ids: null,
          filled: null,
          sum: null,
          average: null,
          largest: null,
          smallest: null,
          measure: null,
        });
        return;
      }
      sheet.pages.rows(indices).then(
        (rows) => {
          if (!isLate) sheet.props.onTotals?.(totalsOf(rows, columns));
        },
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [sheet, selected, version]);
}
