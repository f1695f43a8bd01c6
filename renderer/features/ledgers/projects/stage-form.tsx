/** 改阶段: which stage, since when, who says so, on what evidence, and why. */
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { reasonFor, STAGES } from '../../../../main/domain/ledgers/stage.ts';
import { call } from '../../../bridge/bridge.ts';
import { savesAlone } from '../shared/parts.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { FormField } from '../../../ui/form-parts.tsx';

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
      <FormField
        label="日期"
        caption="日期（不明的不填）"
        placeholder="如2012.5"
        value={date}
        onType={setDate}
      />
      <FormField label="经办人" value={who} onType={setWho} />
      <FormField label="依据" placeholder="如开工令" value={evidence} onType={setEvidence} />
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
