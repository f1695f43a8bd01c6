/** 关账: the checks once more, then the month's figures are frozen as published. */
import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { MonthState } from '../../../preload/contract/progress.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultLine } from '../../ui/form-parts.tsx';

export function CloseDialog({
  year,
  month,
  onClose,
}: {
  readonly year: number;
  readonly month: MonthState;
  readonly onClose: () => void;
}): ReactElement {
  const { value: checks } = useCall('progress.checks', { year, month: month.month }, ['figure']);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');
  const close = (): void => {
    call('progress.close', {
      year,
      month: month.month,
      note: note.trim() === '' ? null : note.trim(),
    }).then(
      () => {
        say(`${month.name}已关账。如需修改，请办理“更正”。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <Dialog
      open
      title={`${month.name}关账`}
      okText="关账"
      cancelText="取消"
      onOk={close}
      onCancel={onClose}
    >
      <ul className="pg-checks">
        {(checks ?? []).map((one) => (
          <li key={one.message}>
            <span className={one.level === 'ok' ? 'pos' : 'warn'}>
              {one.level === 'ok' ? '✓' : '△'}
            </span>
            <span>{one.message}</span>
          </li>
        ))}
      </ul>
      <p className="muted">
        关账后{month.name}的数冻结为发布数。以后修改须办理更正，原数和新数均予保留。
      </p>
      <div className="form-grid">
        <label htmlFor="close-note">说明，可不填</label>
        <Input id="close-note" value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
