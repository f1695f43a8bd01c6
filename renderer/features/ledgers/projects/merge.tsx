/** Two records of the same project made one: which of them stays is asked. */
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, useCall } from '../../../bridge/bridge.ts';
import { wireValue } from '../shared/display.ts';
import { faultCodeOf, saveDone } from '../shared/parts.ts';
import { sentenceOf } from '../../../stores/sentence.ts';

export function ProjectMerge({ ids }: { readonly ids: readonly [number, number] }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<MergeForm ids={ids} onDone={() => setOpen(false)} />}
    >
      <Button size="small">合并为一个</Button>
    </Popover>
  );
}

function MergeForm({
  ids: [first, second],
  onDone,
}: {
  readonly ids: readonly [number, number];
  onDone(): void;
}): ReactElement {
  const [keep, setKeep] = useState(first);
  const [arrivals, setArrivals] = useState<'all' | 'kept' | null>(null);
  const [fault, setFault] = useState({ code: '', sentence: '' });
  const names = [
    useCall('records.get', { ledger: 'project', id: first }).value,
    useCall('records.get', { ledger: 'project', id: second }).value,
  ].map((found) =>
    found === null
      ? ''
      : [
          wireValue(found.row, 'name'),
          wireValue(found.row, 'company'),
          wireValue(found.row, 'introducer'),
        ]
          .filter((part) => part !== null)
          .join('，'),
  );
  const merge = (): void =>
    void call('projects.merge', { keep, drop: keep === first ? second : first, arrivals }).then(
      () => {
        onDone();
        saveDone('已合并为1个项目。');
      },
      (thrown: unknown) => setFault({ code: faultCodeOf(thrown), sentence: sentenceOf(thrown) }),
    );
  const asksArrivals = fault.code === 'merge.arrivals' || arrivals !== null;
  return (
    <div className="lg-stage-form" role="dialog" aria-label="合并为一个">
      <label className="wide">
        <span className="label">保留哪一条</span>
        <span className="box">
          <select
            autoFocus
            aria-label="保留哪一条"
            value={keep}
            onChange={(event) => setKeep(Number(event.target.value))}
          >
            <option value={first}>{names[0]}</option>
            <option value={second}>{names[1]}</option>
          </select>
        </span>
      </label>
      <span className="wide lg-none">
        以保留的一条为准，空缺的由另一条补充；到位资金、阶段、节点均归入保留的一条。
      </span>
      {!asksArrivals ? null : (
        <label className="wide">
          <span className="label">
            到位资金<b> *</b>
          </span>
          <span className="box">
            <select
              aria-label="到位资金的计法"
              value={arrivals ?? ''}
              onChange={(event) =>
                setArrivals(
                  event.target.value === '' ? null : (event.target.value as 'all' | 'kept'),
                )
              }
            >
              <option value="" />
              <option value="all">两边都计</option>
              <option value="kept">只留保留的那条</option>
            </select>
          </span>
        </label>
      )}
      {fault.sentence === '' ? null : (
        <span className="fault" role="alert">
          {fault.sentence}
        </span>
      )}
      <div className="buttons">
        <Button onClick={onDone}>不合并</Button>
        <Button type="primary" onClick={merge}>
          合并
        </Button>
      </div>
    </div>
  );
}
