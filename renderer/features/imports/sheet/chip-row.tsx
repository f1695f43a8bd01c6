/**
 * The head of the sheet: column letters, and over every column what it was taken for with how sure
 * that is.
 */
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { ImportDraft, SheetReport } from '../../../../preload/contract/imports.ts';
import { ChipMenu } from './chip-menu.tsx';
import { chipsOf, previewColumnName, type Chip } from '../draft/layout.ts';
import type { PreviewGrid } from './grid.ts';
import { refocus, type Cell } from '../draft/store.ts';

interface ChipRowProps {
  readonly draft: ImportDraft;
  readonly file: string;
  readonly report: SheetReport;
  readonly table: number;
  readonly grid: PreviewGrid;
  readonly cell: Cell;
  readonly height: number;
}

const widthOf = (grid: PreviewGrid, from: number, to: number): number =>
  grid.widths.slice(from - 1, to).reduce((sum, one) => sum + one, 0);
const stick = (grid: PreviewGrid, column: number): CSSProperties =>
  column <= grid.frozen ? { position: 'sticky', left: grid.lefts[column - 1] ?? 0, zIndex: 2 } : {};

/** Chips and the gaps between them, so that every chip stands over its own columns. */
function slots(
  chips: readonly Chip[],
  columns: number,
): readonly { readonly from: number; readonly to: number; readonly chip: Chip | null }[] {
  const found = [];
  for (let column = 1; column <= columns; column++) {
    const chip = chips.find((one) => one.from === column) ?? null;
    found.push({ from: column, to: chip?.to ?? column, chip });
    column = chip?.to ?? column;
  }
  return found;
}

export function ChipRow({ draft, file, report, table, grid, cell, height }: ChipRowProps) {
  const [open, setOpen] = useState<{ readonly chip: Chip; readonly at: DOMRect } | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const found = report.tables[table];
  const chips = found === undefined ? [] : chipsOf(found);
  const closeMenu = (): void => {
    setOpen(null);
    refocus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.key === 'ArrowDown' || event.key === 'Escape') refocus();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const all = [...(row.current?.querySelectorAll<HTMLElement>('.imp-chip') ?? [])];
      all[all.indexOf(event.currentTarget) + (event.key === 'ArrowLeft' ? -1 : 1)]?.focus();
    } else return;
    event.preventDefault();
  };
  const current = chips.find((one) => cell.column >= one.from && cell.column <= one.to) ?? chips[0];
  return (
    <div className="imp-heads" style={{ height, width: grid.number + grid.total }}>
      <div className="imp-letters" role="row" aria-label="列号">
        <div className="imp-letter imp-corner" style={{ width: grid.number }} />
        {grid.widths.map((width, at) => (
          <div
            key={at}
            role="columnheader"
            className={`imp-letter${at + 1 === grid.frozen ? ' is-edge' : ''}${at + 1 === cell.column ? ' is-current' : ''}`}
            style={{ width, ...stick(grid, at + 1) }}
          >
            {previewColumnName(at + 1)}
          </div>
        ))}
      </div>
      <div ref={row} className="imp-chips" role="row" aria-label="列对应的字段">
        <div className="imp-slot imp-corner" style={{ width: grid.number }} />
        {slots(chips, grid.widths.length).map(({ from, to, chip }) => (
          <div
            key={from}
            className={`imp-slot${to === grid.frozen ? ' is-edge' : ''}`}
            style={{ width: widthOf(grid, from, to), ...stick(grid, to) }}
          >
            {chip !== null && (
              <button
                type="button"
                data-chip={previewColumnName(from)}
                tabIndex={chip === current ? 0 : -1}
                aria-haspopup="dialog"
                title={chip.columns[0]?.reason}
                className={`imp-chip${chip.confidence === null ? ' is-none' : chip.sure ? '' : ' is-unsure'}`}
                aria-label={`${previewColumnName(from)}列：${chip.label}${chip.measure === null ? '' : `，${chip.measure}`}${chip.confidence === null ? '' : `，把握${chip.confidence}`}`}
                onClick={(event) =>
                  setOpen({ chip, at: event.currentTarget.getBoundingClientRect() })
                }
                onKeyDown={onKeyDown}
              >
                <b>{chip.label}</b>
                {chip.confidence !== null && (
                  <i>
                    {chip.measure} {chip.confidence}
                  </i>
                )}
              </button>
            )}
          </div>
        ))}
      </div>
      {open !== null && found !== undefined && (
        <ChipMenu
          file={file}
          sheet={report.name}
          table={table}
          of={found}
          ledger={found === undefined ? draft.ledger : found.ledger}
          chip={open.chip}
          at={open.at}
          onClose={closeMenu}
        />
      )}
    </div>
  );
}
