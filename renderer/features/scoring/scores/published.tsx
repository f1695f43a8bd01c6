/**
 * 公布与申诉: what was published, frozen, with the objections to it and how they were decided; what
 * was entered under the items.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ScoreSheet } from '../../../../preload/contract/scoring.ts';
import type { Objection, Publication } from '../../../../main/domain/scoring/publication.ts';
import { periodName } from '../../../../main/domain/scoring/period.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { printTable } from '../../../stores/print.ts';
import { ScoreEvents } from './events.tsx';
import { DecideDialog, ObjectDialog } from './objection-dialogs.tsx';
import { Posts } from './posts.tsx';

export function Published({ year }: { readonly year: number }): ReactElement | null {
  const { value: list } = useCall('scores.publications', { year }, ['score']);
  const { value: rules } = useCall('progress.rules', {}, ['session']);
  const [id, setId] = useState<number | null>(null);
  const open = list?.find((one) => one.id === id) ?? list?.[0] ?? null;
  if (list === null || rules === null) return null;
  const nameOf = (one: Publication): string => periodName(one, rules.firstMonth);
  return (
    <div className="sp-row">
      <nav className="sc-items" aria-label="曾公布的">
        {list.length === 0 ? (
          <p className="muted">尚未公布过。请在“得分”中公布。</p>
        ) : (
          list.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-current={one.id === open?.id}
              onClick={() => setId(one.id)}
            >
              <span>
                {nameOf(one)}
                {one.corrects === null ? '' : '　更正'}
              </span>
              <small>
                {one.at.slice(0, 10)} {one.who}
                {one.note === null ? '' : `　${one.note}`}
              </small>
            </button>
          ))
        )}
      </nav>
      <div className="sp-main sc-editor">
        {open === null ? null : <Frozen key={open.id} publication={open} />}
        <ScoreEvents year={year} />
        <Posts />
      </div>
    </div>
  );
}

function Frozen({ publication }: { readonly publication: Publication }): ReactElement | null {
  const { value } = useCall('scores.published', { id: publication.id }, ['score']);
  const { value: now } = useCall(
    'scores.sheet',
    { year: publication.year, month: publication.month, kind: publication.kind },
    ['score', 'project', 'figure'],
  );
  const [dialog, setDialog] = useState<'object' | Objection | null>(null);
  if (value === null) return null;
  const totals = new Map(
    (now?.groups ?? []).flatMap((group) =>
      group.scores.map((score) => [score.key, score.total] as const),
    ),
  );
  return (
    <section aria-label="公布的得分">
      <div className="sc-tools">
        <Button onClick={() => setDialog('object')}>登记申诉</Button>
        <Button
          onClick={() =>
            printTable('scores', {
              year: publication.year,
              month: publication.month,
              period: publication.kind,
              publication: publication.id,
            })
          }
        >
          打印这次公布的
        </Button>
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th>组</th>
            <th>名次</th>
            <th>单位</th>
            <th className="n">公布得分</th>
            <th>等次</th>
            <th className="n">现在算</th>
          </tr>
        </thead>
        <tbody>
          {value.sheet.groups.flatMap((group) =>
            [...group.scores]
              .sort((a, b) => (a.place ?? 1e9) - (b.place ?? 1e9))
              .map((score) => (
                <tr key={score.key}>
                  <td>{group.name}</td>
                  <td className="c">{score.place ?? '—'}</td>
                  <td>{score.name}</td>
                  <td className="n strong">{score.total}</td>
                  <td>{score.grade}</td>
                  <td className={`n ${totals.get(score.key) === score.total ? 'muted' : 'neg'}`}>
                    {totals.get(score.key) ?? '—'}
                  </td>
                </tr>
              )),
          )}
        </tbody>
      </table>
      <h3 className="sc-h3">申诉</h3>
      {value.objections.length === 0 ? (
        <p className="muted">没有申诉。</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>谁</th>
              <th>考核项</th>
              <th>申诉</th>
              <th>日期</th>
              <th>答复</th>
            </tr>
          </thead>
          <tbody>
            {value.objections.map((one) => (
              <tr key={one.id}>
                <td>{one.subject}</td>
                <td>{itemName(value.sheet, one.item)}</td>
                <td>{one.objection}</td>
                <td>{one.raisedOn}</td>
                <td>
                  {one.outcome === null ? (
                    <Button size="small" onClick={() => setDialog(one)}>
                      答复
                    </Button>
                  ) : (
                    `${one.outcome}（${one.decidedBy ?? ''} ${one.decidedOn ?? ''}）`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {dialog === 'object' ? (
        <ObjectDialog
          publication={publication.id}
          sheet={value.sheet}
          onClose={() => setDialog(null)}
        />
      ) : dialog === null ? null : (
        <DecideDialog objection={dialog} onClose={() => setDialog(null)} />
      )}
    </section>
  );
}

const itemName = (sheet: ScoreSheet, code: string | null): string =>
  code === null
    ? '总分'
    : (sheet.groups
        .flatMap((group) => group.scores)
        .flatMap((score) => score.items)
        .find((item) => item.item === code)?.name ?? code);
