/**
 * One row of the user's sheet, tinted by what it was taken for, with its merged blocks and problem
 * corners.
 */
import { memo, type CSSProperties } from 'react';
import {
  previewColumnName,
  isFigures,
  looksNumeric,
  mergeAt,
  roleOfText,
  type ShownMerge,
  type Role,
} from '../draft/layout.ts';
import type { PreviewGrid } from './grid.ts';
import { previewCellName, type ImportProblem } from '../draft/problems.ts';

interface RowProps {
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly cells: readonly string[] | null;
  readonly merges: readonly ShownMerge[];
  readonly role: Role;
  /** what the banner says at its right: 标题，期间… */
  readonly tag: string;
  readonly skipped: boolean;
  readonly wrong: boolean;
  /** the selected column in this row, 0 for none */
  readonly selected: number;
  readonly grid: PreviewGrid;
  readonly problems: ReadonlyMap<string, ImportProblem>;
  readonly heightOf: (row: number) => number;
  readonly onPick: (row: number, column: number, edit: boolean) => void;
}

/** A row whose one text runs across: titles, the measure's line, notes. */
const isBanner = (role: Role, cells: readonly string[]): boolean =>
  (role === 'title' || role === 'meta' || role === 'group' || role === 'note') &&
  cells.filter((text) => text !== '').length <= 1;

function Banner(props: RowProps & { readonly cells: readonly string[] }) {
  const { row, cells, role, grid, selected, onPick, problems } = props;
  const at = Math.max(
    0,
    cells.findIndex((text) => text !== ''),
  );
  const text = cells[at] ?? '';
  const name = previewCellName(row, previewColumnName(at + 1));
  const problem = problems.get(name);
  return (
    <div
      role="gridcell"
      data-cell={name}
      className={`imp-cell imp-banner${selected > 0 ? ' is-selected' : ''}${problem === undefined ? '' : ` is-${problem.level}`}`}
      style={{ width: grid.total }}
      onMouseDown={() => onPick(row, at + 1, false)}
      onDoubleClick={() => onPick(row, at + 1, true)}
    >
      <div
        className={`imp-banner-in is-${role}`}
        style={{ left: grid.number, width: grid.room - grid.number }}
      >
        <span className="imp-banner-text">{text}</span>
        {(role === 'title' || role === 'meta') && (
          <span className="imp-tag">
            {role === 'meta'
              ? /金额|计量|单位[:：].*元/.test(text)
                ? '计量单位，已按此换算'
                : ''
              : props.tag}
          </span>
        )}
      </div>
    </div>
  );
}

interface CellPlace {
  readonly style: CSSProperties;
  readonly hidden: boolean;
}

/** Size and stickiness of a cell: merged blocks span, covered cells only keep their room. */
function placeOf(props: RowProps, column: number, merge: ShownMerge | null): CellPlace {
  const { grid, row } = props;
  const right = merge === null ? column : merge.right;
  let width = 0;
  for (let at = column; at <= right; at++) width += grid.widths[at - 1] ?? 0;
  const frozen = right <= grid.frozen;
  const style: CSSProperties = {
    width,
    ...(frozen ? { position: 'sticky', left: grid.lefts[column - 1] ?? 0 } : {}),
  };
  if (merge === null || merge.top === merge.bottom) return { style, hidden: false };
  if (row > merge.top) return { style, hidden: true };
  let height = 0;
  for (let at = merge.top; at <= merge.bottom; at++) height += props.heightOf(at);
  return { style: { ...style, height, zIndex: frozen ? 3 : 1 }, hidden: false };
}

function Cells(props: RowProps & { readonly cells: readonly string[] }) {
  const { row, cells, merges, grid, selected, problems, role, onPick } = props;
  return grid.widths.map((_, at) => {
    const column = at + 1;
    const merge = mergeAt(merges, row, column);
    // the merged cell is drawn at its first column
    if (merge !== null && column > merge.left) return null;
    const { style, hidden } = placeOf(props, column, merge);
    if (hidden)
      return (
        <div
          key={column}
          className={`imp-covered${style.position === 'sticky' ? ' is-frozen' : ''}`}
          style={style}
        />
      );
    const name = previewCellName(row, previewColumnName(column));
    const text = cells[column - 1] ?? '';
    const problem = problems.get(name);
    const figure =
      role !== 'header' && (isFigures(grid.columns.get(column), grid.ledger) || looksNumeric(text));
    const marks = [
      'imp-cell',
      role === 'header' ? 'is-centre' : figure ? 'is-figure' : '',
      (merge?.right ?? column) <= grid.frozen ? 'is-frozen' : '',
      (merge?.right ?? column) === grid.frozen ? 'is-edge' : '',
      problem === undefined ? '' : `is-${problem.level} has-mark`,
      selected === column ? 'is-selected' : '',
      merge !== null ? 'is-merged' : '',
    ];
    return (
      <div
        key={column}
        role="gridcell"
        data-cell={name}
        aria-selected={selected === column}
        aria-colindex={column}
        className={marks.filter((one) => one !== '').join(' ')}
        style={style}
        title={text.length > 8 ? text : undefined}
        onMouseDown={() => onPick(row, column, false)}
        onDoubleClick={() => onPick(row, column, true)}
      >
        <span className="imp-text">{text}</span>
      </div>
    );
  });
}

export const SheetRow = memo(function SheetRow(props: RowProps) {
  const { row, top, height, cells, skipped, wrong, selected, grid } = props;
  const role = cells === null ? props.role : roleOfText(props.role, cells.join(' '));
  const marks = [
    'imp-row',
    `is-${role}`,
    skipped ? 'is-skipped' : '',
    wrong ? 'is-wrong' : '',
    selected > 0 ? 'is-current' : '',
  ];
  return (
    <div
      role="row"
      aria-rowindex={row}
      data-row={row}
      className={marks.filter((one) => one !== '').join(' ')}
      style={{ top, height, width: grid.number + grid.total }}
    >
      <div role="rowheader" className="imp-number" style={{ width: grid.number }}>
        {row}
      </div>
      {cells === null ? (
        <div className="imp-waiting" style={{ width: grid.total }} />
      ) : isBanner(role, cells) ? (
        <Banner {...props} role={role} cells={cells} />
      ) : (
        <Cells {...props} cells={cells} />
      )}
    </div>
  );
});
