/** 下发任务: which units, which indicators and ledgers, until when; one file per unit into a folder. */
import { Checkbox, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, useCall } from '../../bridge/bridge.ts';
import { tell } from '../../stores/sentence.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { ExchangePeriod } from './period.ts';

const LEDGERS = [
  { value: 'project', label: '项目' },
  { value: 'lead', label: '线索' },
  { value: 'rectification', label: '整改' },
  { value: 'task', label: '督办' },
] as const;
type Ledger = (typeof LEDGERS)[number]['value'];

export function SendTasksDialog({
  at,
  month,
  onClose,
}: {
  readonly at: ExchangePeriod;
  readonly month: string;
  readonly onClose: () => void;
}): ReactElement {
  const { value: units } = useCall('units.list', {}, ['unit']);
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  const below = (units ?? []).filter(({ kind }) => kind === 'township');
  const typed = (indicators ?? []).filter(
    (one) => !one.retired && one.counted === null && one.rollup !== 'ratio',
  );
  const [chosenUnits, setUnits] = useState<readonly number[] | null>(null);
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const [ledgers, setLedgers] = useState<readonly Ledger[]>(['project']);
  const [due, setDue] = useState('');
  const [note, setNote] = useState('');
  const to = chosenUnits ?? below.map(({ id }) => id);
  const wanted = chosen ?? typed.map(({ id }) => id);
  const send = async (): Promise<void> => {
    const folder = await call('shell.pickFolder', {});
    if (folder === null) return;
    const isDone = await tell(
      call('exchange.sendTasks', {
        ...at,
        due: due.trim() === '' ? null : due.trim(),
        units: [...to],
        indicators: [...wanted],
        ledgers: [...ledgers],
        note: note.trim() === '' ? null : note.trim(),
        folder: folder.handle,
      }),
      (files) => `已写好${files.length}个下发包，拷给各单位。`,
    );
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      title={`下发${month}任务`}
      okText="写到文件夹"
      cancelText="不发"
      okButtonProps={{ disabled: to.length === 0 || wanted.length === 0 }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className="ex-form">
        <label>
          给哪些单位
          <Select
            aria-label="给哪些单位"
            mode="multiple"
            maxTagCount={3}
            value={[...to]}
            options={(units ?? [])
              .filter(({ kind }) => kind !== 'county')
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setUnits}
          />
        </label>
        <label>
          报哪些指标
          <Select
            aria-label="报哪些指标"
            mode="multiple"
            maxTagCount={3}
            value={[...wanted]}
            options={typed.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        </label>
        <Checkbox.Group
          options={[...LEDGERS]}
          value={[...ledgers]}
          onChange={(next) => setLedgers(next)}
        />
        <label>
          哪天前报
          <Input
            aria-label="哪天前报"
            placeholder="2012-10-10，可以空着"
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </label>
        <label>
          要交代的话
          <Input
            aria-label="要交代的话"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      </div>
    </Dialog>
  );
}
