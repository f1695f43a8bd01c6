/**
 * The arithmetic of one unit or person: every item with its points and the reason; a reason opens
 * to the records behind it.
 */
import { Button } from 'antd';
import { type ReactElement } from 'react';
import { subtract } from '../../../../main/domain/exact/decimal.ts';
import type { Item, Scheme } from '../../../../main/domain/scoring/scheme.ts';
import type { ItemScore, SubjectScore } from '../../../../main/domain/scoring/score.ts';
import type { ScorePeriod } from '../../../../main/domain/scoring/period.ts';
import { goRecord } from '../../../stores/navigation.ts';
import { printTable } from '../../../stores/print.ts';
import type { Contender } from './lineup.ts';
import { signedScoreText } from './signed.ts';
import { useStateFrom } from '../../../ui/state-from.ts';

export interface SheetProps {
  readonly chosen: Contender;
  readonly score: SubjectScore | null;
  readonly scheme: Scheme | null;
  readonly isTrial: boolean;
  readonly period: ScorePeriod;
  readonly onStep: (by: number) => void;
}

export function ScoresSheet({
  chosen,
  score,
  scheme,
  isTrial,
  period,
  onStep,
}: SheetProps): ReactElement {
  const [open, setOpen] = useStateFrom<string | null>([chosen.key], () => null);
  const changes = new Map((chosen.tried?.items ?? []).map((one) => [one.name, one]));
  const items = new Map((scheme?.items ?? []).map((item) => [item.code, item]));
  const sheets = scheme?.sheets ?? [];
  const lines = score?.items ?? [];
  const added = [...changes.values()].filter(
    (one) => !lines.some((line) => line.name === one.name),
  );
  return (
    <div className="sc-sheet" role="region" aria-label={`${chosen.name}的得分`}>
      <div className="sc-who">
        <b>{chosen.name}</b>
        <span className="big">{chosen.total ?? '—'}</span>
        <span className="muted">
          {chosen.place === null ? '不排名' : `第${chosen.place}名`}
          {chosen.grade === null ? '' : `　${chosen.grade}`}
        </span>
        {chosen.tried === null ? null : (
          <>
            <span className="muted">→　试算</span>
            <span className="big tried">{chosen.tried.total}</span>
            <span className="muted">
              {chosen.tried.place === null ? '不排名' : `第${chosen.tried.place}名`}
            </span>
          </>
        )}
        <span className="push" />
        {isTrial ? null : (
          <Button
            size="small"
            onClick={() =>
              printTable('score-details', {
                year: period.year,
                month: period.month,
                period: period.kind,
                unit: chosen.name,
              })
            }
          >
            得分单
          </Button>
        )}
        <Button size="small" onClick={() => onStep(-1)}>
          上一个 <em>PgUp</em>
        </Button>
        <Button size="small" onClick={() => onStep(1)}>
          下一个 <em>PgDn</em>
        </Button>
      </div>
      {chosen.veto === null ? null : (
        <p className="alert-bar" role="note">
          {chosen.veto}
        </p>
      )}
      <table className="plain">
        <thead>
          <tr>
            <th>考核项</th>
            <th className="n">分值</th>
            <th className="n">得分</th>
            {isTrial ? (
              <>
                <th className="n trial">试算</th>
                <th className="n trial">增减</th>
              </>
            ) : null}
            <th>得分理由</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Line
              key={line.item}
              line={line}
              item={items.get(line.item)}
              head={headOf(lines, at, items, sheets.length)}
              change={changes.get(line.name)}
              isTrial={isTrial}
              isOpen={open === line.item}
              onOpen={() => setOpen(open === line.item ? null : line.item)}
            />
          ))}
          {added.map((one) => (
            <tr key={one.name}>
              <td>{one.name}</td>
              <td />
              <td className="n">—</td>
              <td className="n chg">{one.after ?? '—'}</td>
              <td className="n">{signedScoreText(one.after)}</td>
              <td>{one.reason}</td>
            </tr>
          ))}
          <tr className="tot">
            <td>合计得分</td>
            <td />
            <td className="n">{chosen.total ?? '—'}</td>
            {isTrial ? (
              <>
                <td className="n">{chosen.tried?.total ?? '—'}</td>
                <td className="n">{signedScoreText(chosen.tried?.difference ?? null)}</td>
              </>
            ) : null}
            <td>{score?.words}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** The sheet's name above its first item, where there are several sheets. */
function headOf(
  lines: readonly ItemScore[],
  at: number,
  items: ReadonlyMap<string, Item>,
  sheets: number,
): string | null {
  const of = (line: ItemScore | undefined): string | null =>
    line === undefined ? null : (items.get(line.item)?.sheet ?? null);
  return sheets > 1 && of(lines[at]) !== of(lines[at - 1]) ? of(lines[at]) : null;
}

interface LineProps {
  readonly line: ItemScore;
  readonly item: Item | undefined;
  readonly head: string | null;
  readonly change: { readonly after: string | null; readonly reason: string } | undefined;
  readonly isTrial: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}
function Line({ line, item, head, change, isTrial, isOpen, onOpen }: LineProps): ReactElement {
  const reason = change?.reason ?? line.reason;
  return (
    <>
      {head === null ? null : (
        <tr className="grp">
          <td colSpan={isTrial ? 6 : 4}>{head}</td>
        </tr>
      )}
      <tr>
        <td>{line.name}</td>
        <td className="n">
          {item === undefined || /^0(\.0*)?$/.test(item.points) ? '—' : item.points}
        </td>
        <td className={`n strong ${line.points?.startsWith('-') === true ? 'neg' : ''}`}>
          {line.points?.replace('-', '−') ?? '—'}
        </td>
        {isTrial ? (
          <>
            <td className={`n ${change === undefined ? '' : 'chg'}`}>
              {(change === undefined ? line.points : change.after)?.replace('-', '−') ?? '—'}
            </td>
            <td className="n">
              {change === undefined ? (
                <span className="muted">0</span>
              ) : (
                differenceText(line.points, change.after)
              )}
            </td>
          </>
        ) : null}
        <td>
          {line.lines.length === 0 ? (
            reason
          ) : (
            <button
              type="button"
              className="link sc-reason"
              aria-expanded={isOpen}
              onClick={onOpen}
            >
              {reason}
            </button>
          )}
        </td>
      </tr>
      {isOpen
        ? line.lines.map((one, at) => (
            <tr key={at} className="sc-of">
              <td colSpan={isTrial ? 5 : 3} />
              <td>
                {one.record === null ? (
                  one.text
                ) : (
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      if (one.record !== null) goRecord(one.record.ledger, one.record.id);
                    }}
                  >
                    {one.text}
                  </button>
                )}
              </td>
            </tr>
          ))
        : null}
    </>
  );
}

const differenceText = (before: string | null, after: string | null): string =>
  signedScoreText(subtract(after ?? '0', before ?? '0'));
