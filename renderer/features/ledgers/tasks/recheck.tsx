/** 复查 of a problem that was struck off: it passes, or is opened again with its reason. */
import { Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { today } from '../../../format/today.ts';
import { FormEnd, FormField } from '../../../ui/form-parts.tsx';

export function RecheckForm({
  id,
  onDone,
  onSaved,
}: {
  readonly id: number;
  onDone(): void;
  onSaved(sentence: string): void;
}): ReactElement {
  const [passed, setPassed] = useState(true);
  const [typed, setTyped] = useState({ date: today(), who: '', note: '' });
  const [fault, setFault] = useState('');
  const save = (): void => {
    call('records.recheck', {
      ids: [id],
      passed,
      date: textOrNull(typed.date),
      who: textOrNull(typed.who),
      note: textOrNull(typed.note),
    }).then(
      () => onSaved(passed ? '已登记复查合格。' : '复查不合格，已重新打开。'),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <div className="lg-stage-form" role="dialog" aria-label="复查">
      <span className="wide">
        <Radio.Group
          aria-label="复查结果"
          value={passed}
          onChange={(event) => setPassed(event.target.value === true)}
          options={[
            { value: true, label: '合格' },
            { value: false, label: '不合格，重新打开' },
          ]}
        />
      </span>
      <label>
        <span className="label">复查日期（不明的不填）</span>
        <span className="box">
          <input
            autoFocus
            aria-label="复查日期"
            value={typed.date}
            onChange={(event) => setTyped({ ...typed, date: event.target.value })}
          />
        </span>
      </label>
      <FormField
        label="复查人"
        value={typed.who}
        onType={(text) => setTyped({ ...typed, who: text })}
      />
      <label className="wide">
        <span className="label">
          {passed ? '说明' : '不合格的原因'}
          {passed ? null : <b> *</b>}
        </span>
        <span className="box">
          <input
            aria-label="复查说明"
            value={typed.note}
            onChange={(event) => setTyped({ ...typed, note: event.target.value })}
          />
        </span>
      </label>
      <FormEnd fault={fault} onCancel={onDone} onSave={save}>
        确定复查
      </FormEnd>
    </div>
  );
}
