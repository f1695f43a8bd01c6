/** 进度安排 of one target: evenly, by quarters or by months; the increments must add up to the assured figure. */
import { Input, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { isDecimal, subtract, sum } from '../../../main/domain/exact/decimal.ts';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import type { ChosenTargets } from './chosen.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultLine } from '../../ui/form-parts.tsx';

type How = 0 | 4 | 12;

/** Cumulative months → increments of `parts` equal stretches. */
function planIncrementsOf(plan: readonly string[] | null, parts: 4 | 12): readonly string[] {
  if (plan === null) return Array.from({ length: parts }, () => '');
  const step = 12 / parts;
  return Array.from({ length: parts }, (_, at) =>
    subtract(plan[(at + 1) * step - 1] ?? '0', at === 0 ? '0' : (plan[at * step - 1] ?? '0')),
  );
}

export function PlanDialog({
  year,
  chosen,
  onClose,
}: {
  readonly year: number;
  readonly chosen: ChosenTargets;
  readonly onClose: () => void;
}): ReactElement {
  const { line, indicator } = chosen;
  const cell = line.cells[indicator.id];
  const [how, setHow] = useState<How>(cell?.plan == null ? 0 : 4);
  const [parts, setParts] = useState<readonly string[]>(planIncrementsOf(cell?.plan ?? null, 4));
  const [fault, setFault] = useState('');
  const choose = (next: How): void => {
    setHow(next);
    if (next !== 0) setParts(planIncrementsOf(cell?.plan ?? null, next));
  };
  const total = sum(parts.filter((one) => isDecimal(one)));
  const save = (): void => {
    call('targets.plan', {
      year,
      indicator: indicator.id,
      unit: line.unit,
      plan: how === 0 ? null : parts.map((one) => (one.trim() === '' ? '0' : one.trim())),
    }).then(
      () => {
        say('进度安排已改。');
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <Dialog
      open
      title={`进度安排：${line.name}　${indicator.name}`}
      okText="保存"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <Radio.Group
        value={how}
        options={[
          { value: 0, label: '均衡' },
          { value: 4, label: '分季度' },
          { value: 12, label: '分月' },
        ]}
        onChange={(event) => choose(event.target.value as How)}
      />
      {how === 0 ? (
        <p className="muted">每月完成全年的十二分之一。</p>
      ) : (
        <>
          <div className="tg-plan">
            {parts.map((value, at) => (
              <label key={at}>
                {how === 4 ? `${at + 1}季度` : `${at + 1}月`}
                <Input
                  value={value}
                  aria-label={how === 4 ? `${at + 1}季度` : `${at + 1}月`}
                  onChange={(event) =>
                    setParts(parts.map((one, here) => (here === at ? event.target.value : one)))
                  }
                />
              </label>
            ))}
          </div>
          <p className="muted">
            填各{how === 4 ? '季' : '月'}当期数，已填合计{total}，确保数{cell?.assured ?? '未填'}
            {indicator.measure}。
          </p>
        </>
      )}
      <FaultLine fault={fault} />
    </Dialog>
  );
}
