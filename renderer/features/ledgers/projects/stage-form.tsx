/** 改阶段: which stage, since when, who says so, on what evidence, and why. */
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { reasonFor, STAGES } from '../../../../main/domain/ledgers/stage.ts';
import { call } from '../../../bridge/bridge.ts';
import { savesAlone } from '../shared/parts.ts';
import { sentenceOf } from '../../../stores/sentence.ts';

export function StageForm({
  id,
  stage,
  onDone,
}: {
  readonly id: number;
  readonly stage: string;
  onDone(): void;
}): ReactElement {
  const [next, setNext] = useState(stage);
  const [date, setDate] = useState('');
  const [who, setWho] = useState('');
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState('');
  const [fault, setFault] = useState('');
  const needsReason =
    reasonFor(
      STAGES.find((one) => one.value === stage)?.value ?? null,
      STAGES.find((one) => one.value === next)?.value ?? 'lead',
    ) !== null;
  const save = (): void => {
    call('records.setStage', {
      id,
      stage: next,
      date: textOrNull(date),
      who: textOrNull(who),
      note: textOrNull(note),
      evidence: textOrNull(evidence),
    }).then(onDone, (thrown: unknown) => setFault(sentenceOf(thrown)));
  };
  return (
    <form
      className="lg-stage-form"
      role="dialog"
      aria-label="改阶段"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (savesAlone(event)) save();
      }}
    >
      <label>
        <span className="label">改为</span>
        <span className="box">
          <select
            autoFocus
            aria-label="阶段"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          >
            {STAGES.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        </span>
      </label>
      <label>
        <span className="label">日期（不明的不填）</span>
        <span className="box">
          <input
            aria-label="日期"
            value={date}
            placeholder="如2012.5"
            onChange={(event) => setDate(event.target.value)}
          />
        </span>
      </label>
      <label>
        <span className="label">经办人</span>
        <span className="box">
          <input aria-label="经办人" value={who} onChange={(event) => setWho(event.target.value)} />
        </span>
      </label>
      <label>
        <span className="label">依据</span>
        <span className="box">
          <input
            aria-label="依据"
            value={evidence}
            placeholder="如开工令"
            onChange={(event) => setEvidence(event.target.value)}
          />
        </span>
      </label>
      <label className="wide">
        <span className="label">说明{needsReason ? <b> *</b> : null}</span>
        <span className="box">
          <input aria-label="说明" value={note} onChange={(event) => setNote(event.target.value)} />
        </span>
      </label>
      {fault === '' ? null : (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
      <div className="buttons">
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" htmlType="submit">
          改阶段
        </Button>
      </div>
    </form>
  );
}
