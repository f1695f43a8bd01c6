/**
 * 得分: units or people by place at left, the arithmetic of one at right; with a scheme that is
 * being tried, both beside each other.
 */
import { Button } from 'antd';
import { useEffect, useMemo, type ReactElement } from 'react';
import { compare } from '../../../../main/domain/exact/decimal.ts';
import type { ScorePeriod } from '../../../../main/domain/scoring/period.ts';
import type { Scheme } from '../../../../main/domain/scoring/scheme.ts';
import type { SubjectScore } from '../../../../main/domain/scoring/score.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { faultText } from '../../../format/fault.ts';
import { showFacts } from '../../../stores/status.ts';
import { Changes } from './changes.tsx';
import { Charts } from './charts.tsx';
import { scoreLineup, type Contender } from './lineup.ts';
import { ScoreMatrix } from './matrix.tsx';
import { ScoresSheet } from './sheet.tsx';
import { chooseWho, openPart, useScoring } from '../shared/store.ts';
import { signedScoreText } from './signed.ts';

const AREAS = [
  'score',
  'figure',
  'target',
  'indicator',
  'unit',
  'project',
  'task',
  'rectification',
  'lead',
  'person',
  'session',
] as const;

export function Scores({
  period,
  saved,
  tried,
}: {
  readonly period: ScorePeriod;
  readonly saved: Scheme | null;
  readonly tried: Scheme | null;
}): ReactElement | null {
  const { who, view } = useScoring();
  const { value: sheet, fault } = useCall('scores.sheet', saved === null ? null : period, AREAS);
  const { value: trial, fault: trialFault } = useCall(
    'scores.trial',
    tried === null ? null : { ...period, scheme: tried },
    AREAS,
  );
  const { value: course } = useCall(
    'scores.course',
    saved === null ? null : { year: period.year, month: period.month },
    AREAS,
  );
  const people = useMemo(() => scoreLineup(sheet, trial), [sheet, trial]);
  const chosen = people.find((one) => one.key === who) ?? people[0] ?? null;
  const now = chosen === null ? null : scoreOf(sheet, chosen.key);
  useEffect(() => {
    const totals = people.flatMap((one) => one.total ?? one.tried?.total ?? []).sort(compare);
    const [least, most] = [totals[0], totals.at(-1)];
    showFacts(
      least === undefined || most === undefined
        ? []
        : [
            { label: '最高', figure: most, measure: '分' },
            { label: '最低', figure: least, measure: '分' },
          ],
      `${people.length}个`,
    );
    return () => showFacts([], '');
  }, [people]);
  if (fault !== null || trialFault !== null)
    return (
      <div className="alert-bar" role="alert">
        <p>{faultText(fault ?? trialFault ?? { code: 'unexpected', params: { detail: '' } })}</p>
        <Button onClick={() => openPart('scheme')}>改办法</Button>
      </div>
    );
  if (sheet === null && trial === null) return null;
  if (view === 'all' && tried === null && sheet !== null) return <ScoreMatrix sheet={sheet} />;
  const step = (by: number): void => {
    const next = people[people.findIndex((one) => one.key === chosen?.key) + by];
    if (next !== undefined) chooseWho(next.key);
  };
  const row = (
    <div
      className="sp-row sc-scores"
      onKeyDown={(event) => {
        if (event.key === 'PageDown' || event.key === 'PageUp') {
          event.preventDefault();
          step(event.key === 'PageDown' ? 1 : -1);
        }
      }}
    >
      <List people={people} chosen={chosen?.key ?? null} isTrial={tried !== null} onStep={step} />
      <div className="sp-main">
        {chosen === null ? (
          <p className="empty-page">没有参加考核的单位或个人。请查看“办法”中的分组。</p>
        ) : (
          <ScoresSheet
            chosen={chosen}
            score={now}
            scheme={tried ?? saved}
            isTrial={tried !== null}
            period={period}
            onStep={step}
          />
        )}
        {trial !== null && tried !== null ? (
          <Changes people={people} />
        ) : course === null ? null : (
          <Charts people={people} chosen={chosen} course={course} period={period} />
        )}
      </div>
    </div>
  );
  return (
    <>
      {sheet === null || sheet.notes.length === 0 ? null : (
        <div className="dock" role="status">
          <p>{sheet.notes.join('')}</p>
        </div>
      )}
      {row}
    </>
  );
}

const scoreOf = (
  sheet: { readonly groups: readonly { readonly scores: readonly SubjectScore[] }[] } | null,
  key: string,
): SubjectScore | null =>
  sheet?.groups.flatMap((group) => group.scores).find((score) => score.key === key) ?? null;

function List({
  people,
  chosen,
  isTrial,
  onStep,
}: {
  readonly people: readonly Contender[];
  readonly chosen: string | null;
  readonly isTrial: boolean;
  readonly onStep: (by: number) => void;
}): ReactElement {
  return (
    <div className="sc-list">
      <table
        className="plain"
        tabIndex={0}
        role="grid"
        aria-label="名次"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            onStep(event.key === 'ArrowDown' ? 1 : -1);
          }
        }}
      >
        <thead>
          <tr>
            <th>名次</th>
            <th>单位</th>
            <th className="n">得分</th>
            <th>等次</th>
            {isTrial ? (
              <>
                <th className="n trial">试算</th>
                <th className="n trial">增减</th>
                <th className="trial">名次</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {people.map((one, at) => (
            <Row
              key={one.key}
              one={one}
              head={people[at - 1]?.group === one.group ? null : one.group}
              isTrial={isTrial}
              isChosen={one.key === chosen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  one,
  head,
  isTrial,
  isChosen,
}: {
  readonly one: Contender;
  readonly head: string | null;
  readonly isTrial: boolean;
  readonly isChosen: boolean;
}): ReactElement {
  return (
    <>
      {head === null ? null : (
        <tr className="grp">
          <td colSpan={isTrial ? 7 : 4}>{head}</td>
        </tr>
      )}
      <tr
        aria-selected={isChosen}
        className={isChosen ? 'cur' : ''}
        onClick={() => chooseWho(one.key)}
      >
        <td className="c strong">{one.place ?? '—'}</td>
        <td>{one.name}</td>
        <td className="n strong">{one.total ?? '—'}</td>
        <td className={one.veto === null ? '' : 'neg'}>{one.veto === null ? one.grade : '否决'}</td>
        {isTrial ? (
          <>
            <td className="n">{one.tried?.total ?? '—'}</td>
            <td className={`n ${one.tried?.difference?.startsWith('-') === true ? 'neg' : ''}`}>
              {signedScoreText(one.tried?.difference ?? null)}
            </td>
            <td className="c">
              {one.tried?.place ?? '—'}
              {movement(one)}
            </td>
          </>
        ) : null}
      </tr>
    </>
  );
}

function movement({ place, tried }: Contender): ReactElement | null {
  const by = place === null || tried?.place == null ? 0 : place - tried.place;
  return by === 0 ? null : (
    <span className={by > 0 ? 'pos' : 'neg'}>
      {' '}
      {by > 0 ? '↑' : '↓'}
      {Math.abs(by)}
    </span>
  );
}
