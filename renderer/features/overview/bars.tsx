/**
 * The county's indicators as bars against the pace line and the year's 确保; behind pace is
 * hatched.
 */
import type { ReactElement } from 'react';
import { compare, divide, multiply } from '../../../main/domain/exact/decimal.ts';
import { isBehindPace } from '../../../main/domain/progress/words.ts';
import type { Overview } from '../../../preload/contract/progress.ts';
import { shownFigureText, orDash, signedFigureText } from '../../format/figure.ts';

/** the right edge of the bars in percent */
const FULL = '115';
const widthOf = (percent: string): string =>
  compare(percent, FULL) > 0
    ? '100'
    : compare(percent, '0') < 0
      ? '0'
      : (divide(multiply(percent, '100'), FULL, 2) ?? '0');

export function Bars({
  map,
  whole,
}: {
  readonly map: Overview;
  readonly whole: string;
}): ReactElement {
  return (
    <section className="panel ov-bars" aria-label="对序时" tabIndex={0}>
      <h2>
        {whole}
        {map.indicators.length}项指标对序时{' '}
        <small>红线＝序时{shownFigureText(map.pace, 2)}%，虚线＝全年确保，斜纹＝落后于序时</small>
      </h2>
      <div className="body">
        {map.indicators.map((one) => {
          const total = map.total[one.id];
          const behind = isBehindPace(one.direction, total?.gap ?? null);
          return (
            <div key={one.id} className="ov-bar">
              <span className="name">
                {one.name}
                {one.direction === 'down' ? '（越少越好）' : ''}
              </span>
              <span className="track">
                <i
                  className={behind ? 'low' : ''}
                  style={{ width: `${widthOf(total?.completion ?? '0')}%` }}
                />
                <u style={{ left: `${widthOf(map.pace)}%` }} />
                <s style={{ left: `${widthOf('100')}%` }} />
              </span>
              <span className="n">
                <b>{orDash(total?.cumulative ?? null, one.places)}</b> /{' '}
                {orDash(total?.target ?? null, one.places)} {one.measure}
              </span>
              <b className={`n ${behind ? 'neg' : 'pos'}`}>
                {total?.gap == null ? '—' : `${signedFigureText(total.gap, 2)} 点`}
              </b>
            </div>
          );
        })}
      </div>
    </section>
  );
}
