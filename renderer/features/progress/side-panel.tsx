/**
 * Beside the month's sheet: ranking with the pace line, the words of the bulletin, what a close
 * would still find, who has not reported.
 */
import type { ReactElement } from 'react';
import { compare, divide, multiply, round } from '../../../main/domain/exact/decimal.ts';
import { isBehindPace, PACE_WORDS } from '../../../main/domain/progress/words.ts';
import type { ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import { useCall } from '../../bridge/bridge.ts';
import { shownFigureText } from '../../format/figure.ts';
import { printTable } from '../../stores/print.ts';
import { say } from '../../stores/status.ts';
import { Side } from '../../ui/side.tsx';

/** the right edge of the bars, in percent: what is far beyond stays at it */
const FULL = '110';

export interface ProgressSidePanelProps {
  readonly year: number;
  readonly sheet: ProgressSheet;
  readonly unit: number | null;
  readonly onIndicator: (indicator: number) => void;
}

export function ProgressSidePanel({
  year,
  sheet,
  unit,
  onIndicator,
}: ProgressSidePanelProps): ReactElement {
  const { month, indicator } = sheet;
  const { value: checks } = useCall('progress.checks', { year, month: month.month }, [
    'figure',
    'target',
    'indicator',
  ]);
  const copy = (): void => {
    navigator.clipboard.writeText(sheet.words).then(
      () => say('通报用语已复制，可粘贴到文档中。'),
      () => say('复制未成功。请选中文字后按Ctrl+C。'),
    );
  };
  const printBulletin = (): void =>
    printTable('monthly-bulletin', { year, month: month.month, indicators: [indicator.id] });
  return (
    <Side
      label="排名与检查"
      blocks={[
        {
          name: '排名',
          head: (
            <>
              {PACE_WORDS[indicator.direction].completion}排名 <small>{redLine(sheet)}</small>
              <button type="button" className="link" onClick={printBulletin}>
                出通报表
              </button>
            </>
          ),
          body: <Ranking sheet={sheet} unit={unit} />,
        },
        {
          name: '通报用语',
          head: (
            <>
              通报用语{' '}
              <button type="button" className="link" onClick={copy}>
                复制
              </button>
            </>
          ),
          body: <p className="pg-words">{sheet.words}</p>,
        },
        {
          name: '关账检查',
          head: (
            <>
              关账前检查{' '}
              <small>
                {month.filled}/{month.expected}个数
              </small>
            </>
          ),
          body: (
            <ul className="pg-checks">
              {(checks ?? []).map((one) => (
                <li key={one.message}>
                  <span
                    className={one.level === 'ok' ? 'pos' : 'warn'}
                    aria-label={one.level === 'ok' ? '好' : '注意'}
                  >
                    {one.level === 'ok' ? '✓' : '△'}
                  </span>
                  <span>
                    {one.message}
                    {one.indicator === null || one.indicator === indicator.id ? null : (
                      <>
                        {' '}
                        <button
                          type="button"
                          className="link"
                          onClick={() => onIndicator(one.indicator ?? indicator.id)}
                        >
                          去看
                        </button>
                      </>
                    )}
                  </span>
                </li>
              ))}
              {sheet.missing.length === 0 ? null : (
                <li>
                  <span className="warn" aria-label="未报">
                    △
                  </span>
                  <span>未报：{sheet.missing.join('、')}</span>
                </li>
              )}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** Per cent of the bar's width. */
const widthOf = (value: string): string =>
  compare(value, FULL) > 0
    ? '100'
    : compare(value, '0') < 0
      ? '0'
      : (divide(multiply(value, '100'), FULL, 2) ?? '0');

function Ranking({
  sheet,
  unit,
}: {
  readonly sheet: ProgressSheet;
  readonly unit: number | null;
}): ReactElement {
  const ranked = sheet.rows
    .filter((row) => row.place !== null)
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  const others = sheet.rows
    .filter((row) => row.place === null && (row.target !== null || row.cumulative !== null))
    .map((row) => row.name);
  if (ranked.length === 0) return <p className="blk muted">尚无目标或完成数，无法排名。</p>;
  return (
    <>
      <ol className="pg-ranking">
        {ranked.map((row) => (
          <Bar
            key={row.unit}
            row={row}
            direction={sheet.indicator.direction}
            chosen={row.unit === unit}
          />
        ))}
      </ol>
      {others.length === 0 ? null : <p className="blk muted">不排名：{others.join('、')}</p>}
    </>
  );
}

function Bar({
  row,
  direction,
  chosen,
}: {
  readonly row: ProgressRow;
  readonly direction: ProgressSheet['indicator']['direction'];
  readonly chosen: boolean;
}): ReactElement {
  const behind = isBehindPace(direction, row.gap);
  return (
    <li className={chosen ? 'chosen' : ''}>
      <b>{row.place}</b>
      <span className="name">{row.name}</span>
      <span className="bar">
        <i
          className={behind ? 'low' : ''}
          style={{ width: `${widthOf(row.completion ?? '0')}%` }}
        />
        {row.pace === null ? null : <u style={{ left: `${widthOf(row.pace)}%` }} />}
      </span>
      <span className="figure">
        {row.completion === null ? '—' : `${round(row.completion, 2)}%`}
      </span>
    </li>
  );
}

/** What the red lines of the rows stand at: one pace for all of them, or each row's own plan. */
function redLine({ rows }: ProgressSheet): string {
  const paces = new Set(rows.flatMap((row) => (row.pace === null ? [] : [row.pace])));
  const [pace] = paces;
  if (pace === undefined) return '';
  return paces.size === 1 ? `红线＝序时${shownFigureText(pace, 2)}%` : '红线＝各自的分期计划';
}
