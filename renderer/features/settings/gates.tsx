/** 准入条件: the entry conditions of each park, and of the parks without their own. */
import { Button, Checkbox, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import {
  CRITERIA,
  criterionOf,
  STANDARD_GATE,
  type Criterion,
  type Threshold,
} from '../../../main/domain/projects/gate.ts';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { say } from '../../stores/status.ts';
import { useStateFrom } from '../../ui/state-from.ts';
import { FaultLine } from '../../ui/form-parts.tsx';

const OTHERS = '';
const labelOf = (code: Criterion): string => {
  const { label, measure } = criterionOf(code);
  return measure === '' ? label : `${label}（${measure}）`;
};

export function GatesPanel(): ReactElement {
  const { value: setups } = useCall('projects.gates', {}, ['project']);
  const { value: places } = useCall('records.values', { ledger: 'project', field: 'location' }, [
    'project',
  ]);
  const [park, setPark] = useState(OTHERS);
  const [fault, setFault] = useState('');
  const stored = setups?.find((one) => one.park === park);
  const [lines, setLines] = useStateFrom<readonly Threshold[]>(
    [park, stored?.thresholds],
    () => stored?.thresholds ?? STANDARD_GATE,
  );
  const set = (at: number, part: Partial<Threshold>): void =>
    setLines(lines.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const told = (work: Promise<unknown>, sentence: string): void =>
    void work.then(
      () => {
        setFault('');
        say(sentence);
      },
      (error: unknown) => setFault(faultText(faultOf(error))),
    );
  const free = CRITERIA.filter((one) => !lines.some((line) => line.criterion === one.value));
  const parks = [...new Set([...(setups ?? []).map((one) => one.park), ...(places ?? [])])].filter(
    (name) => name !== OTHERS,
  );
  return (
    <div className="panel">
      <h2>准入条件</h2>
      <div className="body st-rows">
        <div>
          园区{' '}
          <Select
            aria-label="园区"
            showSearch
            value={park}
            options={[
              { value: OTHERS, label: '其他园区' },
              ...parks.map((name) => ({ value: name, label: name })),
            ]}
            onChange={setPark}
            popupMatchSelectWidth={false}
          />
          　{stored === undefined ? '尚无自己的条件，下面是通用条件。' : ''}
        </div>
        {lines.map((line, at) => (
          <div key={line.criterion}>
            <b>{labelOf(line.criterion)}</b>
            {criterionOf(line.criterion).of.kind === 'passed' ? (
              '须取得'
            ) : (
              <>
                <span className="st-word">{line.above ? '大于' : '不低于'}</span>
                <input
                  className="st-box"
                  aria-label={`${labelOf(line.criterion)}门槛`}
                  value={line.limit ?? ''}
                  onChange={(event) => set(at, { limit: event.target.value })}
                />{' '}
                <Checkbox
                  checked={line.above}
                  onChange={(event) => set(at, { above: event.target.checked })}
                >
                  不含等于
                </Checkbox>
              </>
            )}
            <Button
              size="small"
              aria-label={`去掉${labelOf(line.criterion)}`}
              onClick={() => setLines(lines.toSpliced(at, 1))}
            >
              ✕
            </Button>
          </div>
        ))}
        <FaultLine fault={fault} className="st-fault" />
        <div>
          <Select<Criterion | null>
            aria-label="加条件"
            value={null}
            placeholder="加条件"
            options={free.map((one) => ({ value: one.value, label: labelOf(one.value) }))}
            onChange={(criterion) => {
              if (criterion !== null)
                setLines([
                  ...lines,
                  {
                    criterion,
                    limit: criterionOf(criterion).of.kind === 'passed' ? null : '',
                    above: false,
                  },
                ]);
            }}
            popupMatchSelectWidth={false}
          />
          {stored === undefined ? null : (
            <Button onClick={() => told(call('projects.removeGate', { park }), '已删除准入条件。')}>
              删除这些条件
            </Button>
          )}
          <Button
            type="primary"
            onClick={() =>
              told(call('projects.saveGate', { park, thresholds: [...lines] }), '已保存准入条件。')
            }
          >
            保存准入条件
          </Button>
        </div>
      </div>
    </div>
  );
}
