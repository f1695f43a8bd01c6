/**
 * 公布得分: the scores as they stand are frozen with their reasons; a correction names what it puts
 * right.
 */
import { Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ScorePeriod } from '../../../../main/domain/scoring/period.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { say } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

export function PublishDialog({
  period,
  onClose,
}: {
  readonly period: ScorePeriod;
  readonly onClose: () => void;
}): ReactElement {
  const { value: sheet } = useCall('scores.sheet', period);
  const { value: published } = useCall('scores.publications', { year: period.year }, ['score']);
  const [note, setNote] = useState('');
  const [corrects, setCorrects] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const earlier = (published ?? []).filter(
    (one) => one.kind === period.kind && one.month === period.month,
  );
  const save = (): void => {
    if (corrects !== null && note.trim() === '') return setFault('更正要写明原因。请填写后公布。');
    call('scores.publish', {
      ...period,
      note: note.trim() === '' ? null : note.trim(),
      corrects,
    }).then(
      () => {
        say('得分已公布。以后数据再变，公布的不变。');
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <Dialog
      open
      title={`公布${sheet?.period ?? ''}得分`}
      okText="公布"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <p className="muted">
        公布的得分连同理由冻结下来。以后数据变了，公布的不变，可以再公布更正。
      </p>
      {sheet === null || sheet.notes.length === 0 ? null : (
        <p className="fault-line">{sheet.notes.join('')}</p>
      )}
      <div className="form-grid">
        {earlier.length === 0 ? null : (
          <>
            <label>被更正的公布</label>
            <Select
              aria-label="被更正的公布"
              value={corrects ?? 0}
              options={[
                { value: 0, label: '不是更正' },
                ...earlier.map((one) => ({
                  value: one.id,
                  label: `${one.at.slice(0, 10)} ${one.who}公布的`,
                })),
              ]}
              onChange={(next) => setCorrects(next === 0 ? null : next)}
            />
          </>
        )}
        <label htmlFor="publish-note">{corrects === null ? '说明，可不填' : '更正原因'}</label>
        <Input
          id="publish-note"
          autoFocus
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
