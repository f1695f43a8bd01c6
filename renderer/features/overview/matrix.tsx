/**
 * The map itself: a line for each unit, worst first, with lamp, completion and points for each
 * indicator.
 */
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { isBehindPace, PACE_WORDS } from '../../../main/domain/progress/words.ts';
import type { MapCell, Overview } from '../../../preload/contract/progress.ts';
import type { Lamp } from '../../../main/domain/progress/lamp.ts';
import { shownFigureText, signedFigureText } from '../../format/figure.ts';
import { useLayout } from '../../stores/layout.ts';
import { LAMP_WORDS, LampMark, lampWord } from '../../ui/lamp.tsx';
import { askCell, fileTask, openCell } from './open-cell.ts';

export function WarMapMatrix({
  map,
  lamp,
  year,
  month,
  whole,
}: {
  readonly whole: string;
  readonly map: Overview;
  readonly lamp: Lamp | null;
  readonly year: number;
  readonly month: number;
}): ReactElement {
  // in the largest text on a narrow screen the points stay and the completion goes: they say the
  // same
  const text = useLayout((layout) => layout.text);
  const narrow = text === 'xlarge' && window.innerWidth <= 1500;
  // the lamps above count red and yellow too
  const tight = text !== 'standard' && window.innerWidth <= 1500;
  const table = useRef<HTMLTableElement>(null);
  const rows =
    lamp === null
      ? map.rows
      : map.rows.filter((row) =>
          map.indicators.some((one) => (row.cells[one.id]?.lamp ?? 'none') === lamp),
        );
  const [red, yellow] = [
    map.rows.reduce((sum, row) => sum + row.red, 0),
    map.rows.reduce((sum, row) => sum + row.yellow, 0),
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    const [across, down] = {
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      ArrowDown: [0, 1],
      ArrowUp: [0, -1],
    }[event.key] ?? [0, 0];
    const [row, column] = (
      document.activeElement instanceof HTMLElement
        ? (document.activeElement.dataset['at'] ?? '')
        : ''
    )
      .split('-')
      .map(Number);
    if ((across === 0 && down === 0) || row === undefined || column === undefined) return;
    event.preventDefault();
    table.current
      ?.querySelector<HTMLElement>(`[data-at="${row + (down ?? 0)}-${column + (across ?? 0)}"]`)
      ?.focus();
  };
  return (
    <div className="ov-map">
      <table ref={table} aria-label="作战图" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th rowSpan={2} className="unit">
              单位
            </th>
            {map.indicators.map((one) => (
              <th key={one.id} colSpan={narrow ? 2 : 3} className="end">
                {one.name}
                <small>
                  （{one.measure}
                  {one.direction === 'down' ? '，越少越好' : ''}）
                </small>
              </th>
            ))}
            {tight ? null : <th rowSpan={2}>红/黄</th>}
          </tr>
          <tr>
            {map.indicators.flatMap((one) => [
              <th key={`${one.id}l`}>灯</th>,
              narrow ? null : <th key={`${one.id}c`}>{PACE_WORDS[one.direction].completion}%</th>,
              <th key={`${one.id}g`} className="end">
                {one.direction === 'up' ? '超欠(点)' : '超控制(点)'}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.unit}>
              <th scope="row" className="unit">
                {row.name}
              </th>
              {map.indicators.map((one, across) => (
                <Cells
                  key={one.id}
                  direction={one.direction}
                  cell={row.cells[one.id]}
                  narrow={narrow}
                  dim={lamp !== null && (row.cells[one.id]?.lamp ?? 'none') !== lamp}
                  at={`${at}-${across}`}
                  label={`${row.name}${one.name}`}
                  onOpen={() => openCell(month, row.unit, one.id)}
                  onAsk={() => askCell(year, month, row.unit, one.id)}
                  onFile={() => fileTask(row.name, one, row.cells[one.id])}
                />
              ))}
              {tight ? null : (
                <td className="c">
                  {row.red} / {row.yellow}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="unit">
              {whole}合计
            </th>
            {map.indicators.map((one) => (
              <Cells
                key={one.id}
                direction={one.direction}
                cell={map.total[one.id]}
                narrow={narrow}
                dim={false}
                at=""
                label=""
                onOpen={null}
              />
            ))}
            {tight ? null : (
              <td className="c">
                {red} / {yellow}
              </td>
            )}
          </tr>
        </tfoot>
      </table>
      {rows.length === 0 ? (
        <p className="muted blk">没有{lamp === null ? '单位' : LAMP_WORDS[lamp]}。</p>
      ) : null}
    </div>
  );
}

function Cells({
  direction,
  cell,
  narrow,
  dim,
  at,
  label,
  onOpen,
  onAsk,
  onFile,
}: {
  readonly onFile?: () => void;
  readonly direction: 'up' | 'down';
  readonly onAsk?: () => void;
  readonly cell: MapCell | undefined;
  readonly narrow: boolean;
  readonly dim: boolean;
  readonly at: string;
  readonly label: string;
  readonly onOpen: (() => void) | null;
}): ReactElement {
  const lamp = cell?.lamp ?? 'none';
  const tint = `t-${lamp}${dim ? ' dim' : ''}`;
  const behind = isBehindPace(direction, cell?.gap ?? null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F4' && onAsk !== undefined) {
      event.preventDefault();
      onAsk();
    }
    // a lamp that stands red becomes a task of its own
    if (event.key === ' ' && onFile !== undefined) {
      event.preventDefault();
      onFile();
    }
  };
  return (
    <>
      <td className={`${tint} l`}>
        {onOpen === null ? (
          <LampMark lamp={lamp} direction={direction} />
        ) : (
          <button
            type="button"
            data-at={at}
            aria-label={`${label}：${lampWord(lamp, direction)}`}
            onClick={onOpen}
            onKeyDown={onKeyDown}
          >
            <LampMark lamp={lamp} direction={direction} />
          </button>
        )}
      </td>
      {narrow ? null : (
        <td className={`${tint} n`} onClick={onOpen ?? undefined}>
          {shownFigureText(cell?.completion ?? null, 2)}
        </td>
      )}
      <td className={`${tint} n end${behind ? ' neg' : ''}`} onClick={onOpen ?? undefined}>
        {signedFigureText(cell?.gap ?? null, 2)}
      </td>
    </>
  );
}
