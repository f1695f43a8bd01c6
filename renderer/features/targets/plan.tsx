/**
 * 进度安排 of one target: evenly, by quarters or by months, adding up to the assured figure; or of
 * all units at once, by percent or as last year went.
 */
import { Checkbox, Input, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { isDecimal, subtract, sum } from '../../../main/domain/exact/decimal.ts';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import type { ChosenTargets } from './chosen.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultLine } from '../../ui/form-parts.tsx';

type How = 0 | 4 | 12 | 'last-year';

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
  const [ofAll, setOfAll] = useState(false);
  const [parts, setParts] = useState<readonly string[]>(planIncrementsOf(cell?.plan ?? null, 4));
  const [fault, setFault] = useState('');
  const choose = (next: How): void => {
    setHow(next);
    if (next === 4 || next === 12)
      setParts(planIncrementsOf(ofAll ? null : (cell?.plan ?? null), next));
  };
  /** Percents for all, figures for one: what was typed as the one is not the other. */
  const chooseAll = (all: boolean): void => {
    setOfAll(all);
    if (!all && how === 'last-year') setHow(0);
    if (how === 4 || how === 12) setParts(planIncrementsOf(all ? null : (cell?.plan ?? null), how));
  };
  const typed = parts.map((one) => (one.trim() === '' ? '0' : one.trim().replace(/[%％]$/, '')));
  const total = sum(parts.filter((one) => isDecimal(one)));
  const saveAll = (): void => {
    const rule = how === 0 ? 'even' : how === 'last-year' ? how : { percents: typed };
    call('targets.planUnits', { year, indicator: indicator.id, rule }).then(
      ({ ids, left }) => {
        say(
          `${ids.length}个单位的进度安排已改，可按Ctrl+Z撤销。${left.length === 0 ? '' : `${left.join('、')}${how === 'last-year' ? '上年各月数不全或未填确保数' : '未填确保数'}，没有改。`}`,
        );
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const save = (): void => {
    if (ofAll) return saveAll();
    call('targets.plan', {
      year,
      indicator: indicator.id,
      unit: line.unit,
      plan: how === 0 ? null : typed,
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
      title={`进度安排：${ofAll ? '各单位' : line.name}　${indicator.name}`}
      okText="保存"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <p>
        <Checkbox checked={ofAll} onChange={(event) => chooseAll(event.target.checked)}>
          各单位一起安排
        </Checkbox>
      </p>
      <Radio.Group
        value={how}
        options={[
          { value: 0, label: '均衡' },
          { value: 4, label: '分季度' },
          { value: 12, label: '分月' },
          ...(ofAll ? [{ value: 'last-year', label: '照上年各月进度' }] : []),
        ]}
        onChange={(event) => choose(event.target.value as How)}
      />
      {how === 0 ? (
        <p className="muted">每月完成全年的十二分之一。</p>
      ) : how === 'last-year' ? (
        <p className="muted">
          各单位按自己{year - 1}年各月的完成比例安排，合计正好等于确保数。上年各月数不全的单位不改。
        </p>
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
            {ofAll
              ? `填各${how === 4 ? '季' : '月'}占全年的百分比，已填合计${total}%，须为100%。`
              : `填各${how === 4 ? '季' : '月'}当期数，已填合计${total}，确保数${cell?.assured ?? '未填'}${indicator.measure}。`}
          </p>
        </>
      )}
      <FaultLine fault={fault} />
    </Dialog>
  );
}
