/** Two lists of the war map: far behind, and lamps that changed. */
import type { ReactElement } from 'react';
import { compare, subtract } from '../../../main/domain/exact/decimal.ts';
import { isBehindPace } from '../../../main/domain/progress/words.ts';
import type { MapCell, Overview } from '../../../preload/contract/progress.ts';
import type { Indicator } from '../../../preload/contract/targets.ts';
import { shownFigureText, signedFigureText } from '../../format/figure.ts';
import { LAMPS, LampMark } from '../../ui/lamp.tsx';
import { openCell } from './open-cell.ts';

/** Points behind: of a ceiling, points above it. */
const behindBy = ({
  indicator,
  cell,
}: {
  readonly indicator: Indicator;
  readonly cell: MapCell;
}): string => (indicator.direction === 'up' ? subtract('0', cell.gap ?? '0') : (cell.gap ?? '0'));

/** Reds by what is missing in points. */
export function Worst({
  map,
  month,
}: {
  readonly map: Overview;
  readonly month: number;
}): ReactElement {
  const reds = map.rows
    .flatMap((row) =>
      map.indicators.flatMap((indicator) => {
        const cell = row.cells[indicator.id];
        return cell?.lamp === 'red' ? [{ row, indicator, cell }] : [];
      }),
    )
    .sort((a, b) => compare(behindBy(b), behindBy(a)));
  return (
    <section className="panel ov-list" aria-label="严重欠进度">
      <h2>
        严重欠进度 <small>{reds.length}项，按差的点数排</small>
      </h2>
      {reds.length === 0 ? (
        <p className="blk muted">没有严重欠进度的。</p>
      ) : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th className="beside" />
                <th>单位</th>
                <th>指标</th>
                <th className="n">超/欠(点)</th>
                <th className="n">距序时差</th>
              </tr>
            </thead>
            <tbody>
              {reds.map(({ row, indicator, cell }, at) => (
                <tr
                  key={`${row.unit}-${indicator.id}`}
                  onClick={() => openCell(month, row.unit, indicator.id)}
                >
                  <td className="beside">{at + 1}</td>
                  <td>
                    <button type="button" className="link">
                      {row.name}
                    </button>
                  </td>
                  <td>
                    {indicator.name}
                    {indicator.direction === 'down' ? (
                      <span className="muted">（超控制）</span>
                    ) : null}
                  </td>
                  <td className="n neg">{signedFigureText(cell.gap, 2)}</td>
                  <td className="n">
                    {shownFigureText(cell.short, indicator.places)}{' '}
                    <span className="muted">{indicator.measure}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function Changed({
  map,
  month,
}: {
  readonly map: Overview;
  readonly month: number;
}): ReactElement {
  const changed = map.changed.filter((one) =>
    map.indicators.some((indicator) => indicator.id === one.indicator),
  );
  const worse = changed.filter(
    (one) => LAMPS.indexOf(one.after) > LAMPS.indexOf(one.before),
  ).length;
  const directionOf = (id: number): Indicator['direction'] =>
    map.indicators.find((indicator) => indicator.id === id)?.direction ?? 'up';
  const rows = [...changed].sort((a, b) =>
    compare(
      subtract(a.afterGap ?? '0', a.beforeGap ?? '0'),
      subtract(b.afterGap ?? '0', b.beforeGap ?? '0'),
    ),
  );
  return (
    <section className="panel ov-list" aria-label="灯色变化">
      <h2>
        与上月比{' '}
        <small>
          灯色变化{changed.length}项
          {changed.length === 0 ? '' : `：${worse}项变差，${changed.length - worse}项变好`}
        </small>
      </h2>
      {rows.length === 0 ? (
        <p className="blk muted">没有灯色变化的。</p>
      ) : (
        <div className="scroll">
          <table>
            <tbody>
              {rows.map((one) => (
                <tr
                  key={`${one.unit}-${one.indicator}`}
                  onClick={() => openCell(month, one.unit, one.indicator)}
                >
                  <td className="nowrap">
                    <LampMark lamp={one.before} direction={directionOf(one.indicator)} /> →{' '}
                    <LampMark lamp={one.after} direction={directionOf(one.indicator)} />
                  </td>
                  <td>
                    <button type="button" className="link">
                      {one.name}
                    </button>
                    　{map.indicators.find((indicator) => indicator.id === one.indicator)?.name}
                  </td>
                  <td className="n">
                    {signedFigureText(one.beforeGap, 2) || '—'} →{' '}
                    <b
                      className={
                        isBehindPace(directionOf(one.indicator), one.afterGap) ? 'neg' : ''
                      }
                    >
                      {signedFigureText(one.afterGap, 2) || '—'}
                    </b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
