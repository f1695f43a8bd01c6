/** An objection to published scores, entered and answered. */
import { Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ScoreSheet } from '../../../../preload/contract/scoring.ts';
import type { Objection } from '../../../../main/domain/scoring/publication.ts';
import { call } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { say } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

export function ObjectDialog({
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
    <Dialog open title="登记申诉" okText="登记" cancelText="取消" onOk={save} onCancel={onClose}>
      <div className="form-grid">
        <label>申诉人</label>
        <Select
          aria-label="申诉人"
          showSearch
          value={typed.subject}
          options={subjects.map((one) => ({ value: one.name, label: one.name }))}
          onChange={(subject) => setTyped({ ...typed, subject, item: '' })}
        />
        <label>考核项</label>
        <Select
          aria-label="考核项"
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
      <FaultLine fault={fault} />
    </Dialog>
  );
}

export function DecideDialog({
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
        say('答复已记下。如需修改得分，请公布更正。');
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <Dialog
      open
      title={`答复${objection.subject}`}
      okText="答复"
      cancelText="取消"
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
      <FaultLine fault={fault} />
    </Dialog>
  );
}
