/** One line of the sheet, drawn again only when something of its own changed. */
import { memo, type CSSProperties, type ReactElement } from 'react';
import { cellClass, type GridFrame } from './frame.ts';
import type { GridColumn, GridGroup, GridRow } from './model.ts';
import type { PendingCell, PendingRow } from './pending.ts';
import { sumOfWidths } from './view.ts';

export interface GridSpan {
  /** loose columns from..to (exclusive) that are in view */
  readonly from: number;
  readonly to: number;
}

interface Common {
  readonly frame: GridFrame;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** selected columns; −1 where none */
  readonly left: number;
  readonly right: number;
  /** the active column; −1 where the active cell is elsewhere */
  readonly active: number;
}
export interface RecordProps extends Common {
  readonly index: number;
  /** so many first rows carry no number */
  readonly pinned: number;
  readonly row: GridRow | undefined;
  /** the row at the end that becomes a record */
  readonly isBlank: boolean;
  /** the row number has a button that opens the record */
  readonly canOpen: boolean;
  readonly pending: PendingRow | undefined;
  readonly current: boolean;
  /**
   * the column of the selection's last corner, which is dragged to fill; −1 where it is elsewhere
   */
  readonly corner: number;
}
export interface GroupProps extends Common {
  readonly group: GridGroup;
  readonly folded: boolean;
}

const place = (frame: GridFrame, line: number): CSSProperties => ({
  transform: `translateY(${line * frame.row}px)`,
  width: frame.width,
});
const stuck = (frame: GridFrame, column: number): number =>
  frame.number + sumOfWidths(frame.widths.slice(0, column));

/** Frozen columns, a gap for the columns left of the view, the columns in view. */
export function shownColumns(
  frame: GridFrame,
  from: number,
  to: number,
): { indices: number[]; gap: number } {
  const indices: number[] = [];
  for (let index = 0; index < frame.frozen; index += 1) indices.push(index);
  for (
    let index = Math.max(from, frame.frozen);
    index < Math.min(to, frame.columns.length);
    index += 1
  )
    indices.push(index);
  return {
    indices,
    gap: sumOfWidths(frame.widths.slice(frame.frozen, Math.max(from, frame.frozen))),
  };
}

export function cellStyle(
  frame: GridFrame,
  index: number,
  from: number,
  gap: number,
): CSSProperties {
  const width = frame.widths[index] ?? 0;
  if (index < frame.frozen) return { width, left: stuck(frame, index) };
  return index === Math.max(from, frame.frozen) && gap > 0 ? { width, marginLeft: gap } : { width };
}

function textOf(
  column: GridColumn,
  row: GridRow | undefined,
  pending: PendingCell | undefined,
): string {
  if (pending !== undefined) return pending.text;
  return row === undefined ? '' : column.text(row);
}

function classOf(props: RecordProps, index: number, text: string): string {
  const column = props.frame.columns[index];
  const selected = index >= props.left && index <= props.right;
  const pending = column === undefined ? undefined : props.pending?.get(column.code);
  return (
    cellClass(props.frame, index) +
    (index === props.active ? ' active' : selected ? ' selected' : '') +
    (index === props.corner ? ' corner' : '') +
    (column?.editable === true && (props.row === undefined || column.locked?.(props.row) !== true)
      ? ''
      : ' locked') +
    (column?.tint === undefined || props.row === undefined ? '' : ` ${column.tint(props.row)}`) +
    (text === '0' ? ' zero' : '') +
    (pending?.state === 'refused' ? ' refused' : pending === undefined ? '' : ' saving')
  );
}

export const RecordLine = memo(function RecordLine(props: RecordProps): ReactElement {
  const { frame, line, index, row, from, to } = props;
  const { indices, gap } = shownColumns(frame, from, to);
  return (
    <div
      role="row"
      aria-rowindex={line + frame.heads.depth + 2}
      className={`line record${props.current ? ' current' : ''}${props.isBlank ? ' blank' : ''}`}
      style={place(frame, line)}
      data-line={line}
    >
      <div
        role="rowheader"
        className="cell center frozen number"
        style={{ width: frame.number, left: 0 }}
        data-number
        title={props.canOpen ? '打开这一条：点▸，或选中行号按Enter' : undefined}
      >
        {props.isBlank ? '＋' : index < props.pinned ? '' : index + 1 - props.pinned}
        {props.canOpen ? (
          <button
            type="button"
            tabIndex={-1}
            className="open"
            data-open
            aria-label={`打开第${index + 1}行`}
          >
            ▸
          </button>
        ) : null}
      </div>
      {indices.map((at) => {
        const column = frame.columns[at];
        if (column === undefined) return null;
        const text = textOf(column, row, props.pending?.get(column.code));
        return (
          <div
            key={column.code}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={at >= props.left && at <= props.right}
            data-row={props.isBlank ? undefined : index}
            data-field={column.code}
            data-column={at}
            className={classOf(props, at, text)}
            style={cellStyle(frame, at, from, gap)}
          >
            {row === undefined ||
            column.draw === undefined ||
            props.pending?.has(column.code) === true
              ? text
              : column.draw(row)}
            {at === props.corner ? <i className="fill-handle" data-fill /> : null}
          </div>
        );
      })}
    </div>
  );
});

export const GridGroupLine = memo(function GroupLine(props: GroupProps): ReactElement {
  const { frame, line, group, folded, from, to } = props;
  const { indices, gap } = shownColumns(frame, from, to);
  return (
    <div
      role="row"
      aria-rowindex={line + frame.heads.depth + 2}
      aria-expanded={!folded}
      aria-level={(group.level ?? 0) + 1}
      className={`line group level-${group.level ?? 0}`}
      style={place(frame, line)}
      data-line={line}
    >
      <div
        role="rowheader"
        className="cell center frozen number"
        style={{ width: frame.number, left: 0 }}
        data-fold={group.id}
      >
        {folded ? '▶' : '▼'}
      </div>
      {indices.map((at) => {
        const column = frame.columns[at];
        if (column === undefined) return null;
        return (
          <div
            key={column.code}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={at >= props.left && at <= props.right}
            data-group={group.id}
            data-field={column.code}
            data-column={at}
            className={cellClass(frame, at) + (at === props.active ? ' active' : '')}
            style={cellStyle(frame, at, from, gap)}
          >
            {at === 0 ? (
              <>
                {group.label} <small>{group.count}个</small>
              </>
            ) : (
              (group.figures[column.code] ?? '')
            )}
          </div>
        );
      })}
    </div>
  );
});
