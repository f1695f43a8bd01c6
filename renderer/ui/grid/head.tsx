/** Heads in up to three lines with sorting and width, and the filter row under them. */
import {
  memo,
  useEffect,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import { cellClass, type GridFrame } from './frame.ts';
import type { Head } from './heads.ts';
import type { GridColumn, GridSort } from './model.ts';
import { sumOfWidths } from './view.ts';

export interface HeadProps {
  readonly frame: GridFrame;
  readonly sort: readonly GridSort[];
  readonly plain: boolean;
  readonly filters: Readonly<Record<string, string>>;
  onSort(sort: readonly GridSort[]): void;
  onFilter(field: string, text: string): void;
  onResize(field: string, width: number): void;
  /** back to the cells */
  onLeave(): void;
}

/** typing pauses that long before the list is asked again */
const FILTER_MS = 250;

/** The next order of a field: up, down, as it was. With `also` the other fields keep theirs. */
export function nextSort(
  sort: readonly GridSort[],
  field: string,
  also: boolean,
): readonly GridSort[] {
  const now = sort.find((one) => one.field === field);
  const others = also ? sort.filter((one) => one.field !== field) : [];
  if (now === undefined) return [...others, { field, descending: false }];
  return now.descending ? others : [...others, { field, descending: true }];
}

export const SheetHead = memo(function SheetHead(props: HeadProps): ReactElement {
  const { frame } = props;
  const { heads, depth } = frame.heads;
  const height = depth * frame.headLine;
  const cells = (frozen: boolean): ReactElement[] =>
    heads
      .filter((head) => head.to < frame.frozen === frozen)
      .map((head) => <HeadCell key={`${head.top}-${head.from}`} head={head} {...props} />);
  return (
    <div className="head" role="rowgroup" style={{ width: frame.width }}>
      <div className="head-lines" role="row" style={{ height }}>
        <div className="head-frozen" style={{ width: frame.frozenWidth, height }}>
          <div
            className="head-cell frozen"
            style={{ left: 0, top: 0, width: frame.number, height }}
          >
            序号
          </div>
          {cells(true)}
        </div>
        {cells(false)}
      </div>
      {props.plain ? null : <FilterLine {...props} />}
    </div>
  );
});

function headStyle(frame: GridFrame, head: Head): CSSProperties {
  return {
    left: frame.number + sumOfWidths(frame.widths.slice(0, head.from)),
    top: head.top * frame.headLine,
    width: sumOfWidths(frame.widths.slice(head.from, head.to + 1)),
    height: head.height * frame.headLine,
  };
}

function HeadCell(props: HeadProps & { readonly head: Head }): ReactElement {
  const { frame, head, sort } = props;
  const { column } = head;
  const isEdge =
    head.to === frame.frozen - 1
      ? ' frozen-edge'
      : frame.heads.ends.has(head.to)
        ? ' group-edge'
        : '';
  const className = `head-cell${head.to < frame.frozen ? ' frozen' : ''}${isEdge}${head.top + head.height === frame.heads.depth ? ' last' : ''}`;
  if (column === undefined)
    return (
      <div
        className={className}
        style={headStyle(frame, head)}
        role="columnheader"
        aria-colspan={head.to - head.from + 1}
      >
        {head.label}
      </div>
    );
  const order = sort.find((one) => one.field === column.code);
  const sortBy = (also: boolean): void => props.onSort(nextSort(sort, column.code, also));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' || event.key === ' ') sortBy(event.shiftKey);
    else if (event.key === 'Escape' || event.key === 'ArrowDown') props.onLeave();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      focusHead(event.currentTarget, frame, head.from + (event.key === 'ArrowRight' ? 1 : -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={className}
      style={headStyle(frame, head)}
      role="columnheader"
      tabIndex={-1}
      data-field={column.code}
      aria-colindex={head.from + 2}
      aria-sort={order === undefined ? 'none' : order.descending ? 'descending' : 'ascending'}
      onClick={(event) => {
        sortBy(event.shiftKey);
        props.onLeave();
      }}
      onKeyDown={onKeyDown}
    >
      <span>
        {head.label}
        {order === undefined ? null : <i>{order.descending ? '▼' : '▲'}</i>}
      </span>
      {column.note === undefined ? null : <small>{column.note}</small>}
      <WidthHandle column={column} onResize={props.onResize} />
    </div>
  );
}

function focusHead(from: HTMLElement, frame: GridFrame, index: number): void {
  const code = frame.columns[index]?.code;
  if (code !== undefined)
    from
      .closest('.head')
      ?.querySelector<HTMLElement>(`[role=columnheader][data-field="${code}"]`)
      ?.focus();
}

function WidthHandle({
  column,
  onResize,
}: {
  readonly column: GridColumn;
  onResize(field: string, width: number): void;
}): ReactElement {
  const start = useRef<{ x: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    start.current = {
      x: event.clientX,
      width: event.currentTarget.parentElement?.offsetWidth ?? column.width,
    };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (start.current !== null)
      onResize(column.code, Math.max(36, start.current.width + event.clientX - start.current.x));
  };
  return (
    <b
      className="width-handle"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}

function FilterLine({ frame, filters, onFilter, onLeave }: HeadProps): ReactElement {
  return (
    <div className="line filters" role="row" style={{ width: frame.width }}>
      <div role="gridcell" className="cell frozen" style={{ width: frame.number, left: 0 }} />
      {frame.columns.map((column, index) => (
        <div
          key={column.code}
          role="gridcell"
          className={cellClass(frame, index)}
          style={{
            width: frame.widths[index],
            ...(column.frozen
              ? { left: frame.number + sumOfWidths(frame.widths.slice(0, index)) }
              : {}),
          }}
        >
          <FilterBox
            column={column}
            text={filters[column.code] ?? ''}
            first={index === 0}
            onFilter={onFilter}
            onLeave={onLeave}
          />
        </div>
      ))}
    </div>
  );
}

function FilterBox({
  column,
  text,
  first,
  onFilter,
  onLeave,
}: {
  readonly column: GridColumn;
  readonly text: string;
  readonly first: boolean;
  onFilter(field: string, text: string): void;
  onLeave(): void;
}): ReactElement {
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const apply = (): void => {
    clearTimeout(timer.current);
    const typed = box.current?.value ?? '';
    if (typed !== text) onFilter(column.code, typed);
  };
  useEffect(() => {
    if (box.current !== null && document.activeElement !== box.current) box.current.value = text;
  }, [text]);
  useEffect(() => {
    return () => clearTimeout(timer.current);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && box.current !== null) box.current.value = '';
    if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    apply();
    onLeave();
  };
  const onInput = (event: { nativeEvent: Event }): void => {
    if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(apply, FILTER_MS);
  };
  return (
    <input
      ref={box}
      defaultValue={text}
      className={text === '' ? '' : 'on'}
      data-filter={column.code}
      aria-label={`筛选${column.path.at(-1) ?? ''}`}
      placeholder={first ? '含…' : ''}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onInput={onInput}
      onCompositionEnd={onInput}
      onBlur={apply}
    />
  );
}
