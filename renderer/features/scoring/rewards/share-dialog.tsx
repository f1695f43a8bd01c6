/** Among whom an award is split: units or people with percents that make 100. */
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Receiver } from '../../../../preload/contract/rewards.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { RuleFigure } from '../shared/figure.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

export function ShareDialog({
  title,
  receivers,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly receivers: readonly Receiver[];
  readonly onSave: (receivers: Receiver[]) => Promise<unknown>;
  readonly onClose: () => void;
}): ReactElement {
  const { value: units } = useCall('units.list', {});
  const [lines, setLines] = useState<readonly Receiver[]>(
    receivers.length === 0
      ? [{ unit: null, person: null, percent: '100' }]
      : receivers.map(({ unit, person, percent }) => ({ unit, person, percent })),
  );
  const [fault, setFault] = useState('');
  const set = (at: number, part: Partial<Receiver>): void =>
    setLines(
      lines.with(at, { ...(lines[at] ?? { unit: null, person: null, percent: '0' }), ...part }),
    );
  const save = (): void =>
    void onSave([...lines]).then(onClose, (thrown: unknown) => setFault(sentenceOf(thrown)));
  return (
    <Dialog open title={title} okText="确定分配" cancelText="取消" onOk={save} onCancel={onClose}>
      {lines.map((line, at) => (
        <div key={at} className="sc-line">
          <Select
            aria-label="得奖单位"
            allowClear
            showSearch
            placeholder="单位"
            style={{ width: '10em' }}
            value={line.unit}
            options={(units ?? []).map((unit) => ({ value: unit.name, label: unit.name }))}
            onChange={(unit: string | undefined) => set(at, { unit: unit ?? null })}
          />
          <Input
            aria-label="得奖人"
            placeholder="个人，可不填"
            value={line.person ?? ''}
            onChange={(event) =>
              set(at, {
                person: event.target.value.trim() === '' ? null : event.target.value.trim(),
              })
            }
          />
          <RuleFigure
            label="得奖比例"
            value={line.percent}
            onChange={(percent) => set(at, { percent: percent ?? '0' })}
          />
          %
          <Button
            size="small"
            aria-label="去掉这一个"
            disabled={lines.length < 2}
            onClick={() => setLines(lines.toSpliced(at, 1))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => setLines([...lines, { unit: null, person: null, percent: '0' }])}
      >
        加一个
      </Button>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
