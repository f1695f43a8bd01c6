/** 公布与申诉: what was published, frozen, with the objections to it and how they were decided; what was entered under the items. */
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ScoreSheet } from '../../../../preload/contract/scoring.ts';
import type { Objection, Publication } from '../../../../main/domain/scoring/publication.ts';
import { periodName } from '../../../../main/domain/scoring/period.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { printTable } from '../../../stores/print.ts';
import { sentenceOf, tell } from '../../../stores/sentence.ts';
import { say } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export function Published({ year }: { readonly year: number }): ReactElement | null {
  const { value: list } = useCall('scores.publications', { year }, ['score']);
  const { value: rules } = useCall('progress.rules', {}, ['session']);
  const [id, setId] = useState<number | null>(null);
  const open = list?.find((one) => one.id === id) ?? list?.[0] ?? null;
  if (list === null || rules === null) return null;
  const nameOf = (one: Publication): string => periodName(one, rules.firstMonth);
  return (
    <div className="sp-row">
      <nav className="sc-items" aria-label="公布过的">
        {list.length === 0 ? (
          <p className="muted">还没有公布过。在“得分”里公布。</p>
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
        <Events year={year} />
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

function ObjectDialog({
  publication,
  sheet,
  onClose,
}: {
  readonly publication: number;
  readonly sheet: ScoreSheet;
  readonly onClose: () => void;
}): ReactElement {
  const subjects = sheet.groups.flatMap((group) => group.scores);
  const [typed, setTyped] = useState({
    subject: subjects[0]?.name ?? '',
    item: '',
    objection: '',
    date: '',
  });
  const [fault, setFault] = useState('');
  const items = subjects.find((one) => one.name === typed.subject)?.items ?? [];
  const save = (): void =>
    void call('scores.object', {
      publication,
      ...typed,
      item: typed.item === '' ? null : typed.item,
    }).then(
      () => {
        say(`${typed.subject}的申诉已登记，公布的得分不变。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <Dialog
      open
      title="登记申诉"
      okText="登记"
      cancelText="不登记了"
      onOk={save}
      onCancel={onClose}
    >
      <div className="form-grid">
        <label>谁申诉</label>
        <Select
          aria-label="谁申诉"
          showSearch
          value={typed.subject}
          options={subjects.map((one) => ({ value: one.name, label: one.name }))}
          onChange={(subject) => setTyped({ ...typed, subject, item: '' })}
        />
        <label>哪一项</label>
        <Select
          aria-label="哪一项"
          value={typed.item}
          options={[
            { value: '', label: '总分' },
            ...items.map((one) => ({ value: one.item, label: one.name })),
          ]}
          onChange={(item) => setTyped({ ...typed, item })}
        />
        <label htmlFor="object-text">申诉内容</label>
        <Input
          id="object-text"
          value={typed.objection}
          onChange={(event) => setTyped({ ...typed, objection: event.target.value })}
        />
        <label htmlFor="object-date">日期</label>
        <Input
          id="object-date"
          value={typed.date}
          placeholder="如10月9日"
          onChange={(event) => setTyped({ ...typed, date: event.target.value })}
        />
      </div>
      {fault === '' ? null : (
        <p className="fault-line" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

function DecideDialog({
  objection,
  onClose,
}: {
  readonly objection: Objection;
  readonly onClose: () => void;
}): ReactElement {
  const [typed, setTyped] = useState({ outcome: '', date: '', by: '' });
  const [fault, setFault] = useState('');
  const save = (): void =>
    void call('scores.decide', { objection: objection.id, ...typed }).then(
      () => {
        say('答复已记下。要改得分，再公布一次更正。');
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <Dialog
      open
      title={`答复${objection.subject}`}
      okText="答复"
      cancelText="先不答复"
      onOk={save}
      onCancel={onClose}
    >
      <p className="muted">{objection.objection}</p>
      <div className="form-grid">
        <label htmlFor="decide-outcome">结果</label>
        <Input
          id="decide-outcome"
          value={typed.outcome}
          onChange={(event) => setTyped({ ...typed, outcome: event.target.value })}
        />
        <label htmlFor="decide-by">答复人</label>
        <Input
          id="decide-by"
          value={typed.by}
          onChange={(event) => setTyped({ ...typed, by: event.target.value })}
        />
        <label htmlFor="decide-date">日期</label>
        <Input
          id="decide-date"
          value={typed.date}
          placeholder="如10月12日"
          onChange={(event) => setTyped({ ...typed, date: event.target.value })}
        />
      </div>
      {fault === '' ? null : (
        <p className="fault-line" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

function Events({ year }: { readonly year: number }): ReactElement | null {
  const { value: events } = useCall('scores.events', { year }, ['score']);
  const { value: saved } = useCall('schemes.get', { year }, ['score']);
  const [dropping, setDropping] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  if (events === null || events.length === 0) return null;
  const nameOf = (code: string): string =>
    saved?.scheme.items.find((item) => item.code === code)?.name ?? code;
  const drop = (): void => {
    if (dropping !== null)
      void tell(
        call('scores.dropEvent', { id: dropping, reason }),
        '登记已去掉，可按Ctrl+Z恢复。',
      ).then((done) => {
        if (done) {
          setDropping(null);
          setReason('');
        }
      });
  };
  return (
    <section aria-label="登记过的事项">
      <h3 className="sc-h3">登记过的事项</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>日期</th>
            <th>单位</th>
            <th>考核项</th>
            <th className="n">数</th>
            <th>事由</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {events.map((one) => (
            <tr key={one.id}>
              <td>{one.date}</td>
              <td>
                {one.unit}
                {one.person ?? ''}
              </td>
              <td>{nameOf(one.item)}</td>
              <td className="n">{one.value}</td>
              <td>
                {one.reason}
                {one.document === null ? '' : `（${one.document}）`}
              </td>
              <td>
                <Button size="small" onClick={() => setDropping(one.id)}>
                  去掉
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropping === null ? null : (
        <Dialog
          open
          title="去掉登记"
          okText="去掉"
          cancelText="不去掉"
          okButtonProps={{ disabled: reason.trim() === '' }}
          onOk={drop}
          onCancel={() => setDropping(null)}
        >
          <div className="form-grid">
            <label htmlFor="drop-reason">原因</label>
            <Input
              id="drop-reason"
              autoFocus
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        </Dialog>
      )}
    </section>
  );
}
