/**
 * 报数情况: unit by unit what was reported of the month and how far it is checked; 上报, 确认,
 * 退回, and the words that ask the rest.
 */
import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import type { MonthState, UnitReturn } from '../../../preload/contract/progress.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { printTable } from '../../stores/print.ts';
import { tell } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { STATE_MARKS, STATE_WORDS } from './columns.ts';
import { Dialog } from '../../ui/dialog.tsx';

type State = keyof typeof STATE_WORDS;

export function ReturnsDialog({
  year,
  month,
  onClose,
}: {
  readonly year: number;
  readonly month: MonthState;
  readonly onClose: () => void;
}): ReactElement {
  const { value } = useCall('progress.returns', { year, month: month.month }, [
    'figure',
    'target',
    'indicator',
    'unit',
  ]);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const units = value?.units ?? [];
  const reported = units.filter((one) => one.state !== null);
  const toggle = (unit: number): void =>
    setChosen((now) =>
      now.has(unit) ? new Set([...now].filter((one) => one !== unit)) : new Set([...now, unit]),
    );
  const move = (state: State): void => {
    const moved = reported.filter((one) => chosen.has(one.unit)).map((one) => one.unit);
    void tell(
      call('progress.state', { year, month: month.month, units: moved, state }),
      `${moved.length}个单位${month.name}的数${state === 'draft' ? '已退回草稿' : STATE_WORDS[state]}。可按Ctrl+Z撤销。`,
    ).then((done) => {
      if (done) setChosen(new Set());
    });
  };
  const copy = (): void => {
    navigator.clipboard.writeText(value?.words ?? '').then(
      () => say('催报用语已复制，可粘贴到工作群或短信中。'),
      () => say('复制未成功。请选中文字后按Ctrl+C。'),
    );
  };
  const isIdle = month.closed !== null || !reported.some((one) => chosen.has(one.unit));
  const all = reported.length > 0 && reported.every((one) => chosen.has(one.unit));
  return (
    <Dialog open title={`${month.name}报数情况`} footer={null} width={880} onCancel={onClose}>
      <p className="muted">
        {tally(units)}
        {month.closed === null ? '' : '已关账，状态不再改。'}
      </p>
      <div className="pg-returns">
        <table className="plain">
          <thead>
            <tr>
              <th>
                <Checkbox
                  aria-label="全选"
                  disabled={month.closed !== null}
                  checked={all}
                  onChange={() =>
                    setChosen(all ? new Set() : new Set(reported.map((one) => one.unit)))
                  }
                />
              </th>
              <th>单位</th>
              <th>已报/应报</th>
              <th>状态</th>
              <th>还差</th>
            </tr>
          </thead>
          <tbody>
            {units.map((one) => (
              <tr key={one.unit}>
                <td>
                  <Checkbox
                    aria-label={one.name}
                    disabled={one.state === null || month.closed !== null}
                    checked={chosen.has(one.unit)}
                    onChange={() => toggle(one.unit)}
                  />
                </td>
                <td>{one.name}</td>
                <td className="n">
                  {one.filled}/{one.expected}
                </td>
                <td>
                  {one.state === null
                    ? '未报'
                    : `${STATE_MARKS[one.state]} ${STATE_WORDS[one.state]}`}
                </td>
                <td className={one.missing.length === 0 ? '' : 'neg'}>{one.missing.join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {value === null || value.words === '' ? null : (
        <p className="pg-words" aria-label="催报用语">
          {value.words}
        </p>
      )}
      <div className="pg-buttons">
        <Button type="primary" disabled={isIdle} onClick={() => move('submitted')}>
          上报
        </Button>
        <Button disabled={isIdle} onClick={() => move('confirmed')}>
          确认
        </Button>
        <Button disabled={isIdle} onClick={() => move('draft')}>
          退回草稿
        </Button>
        <span className="push" />
        {value === null || value.words === '' ? null : (
          <>
            <Button onClick={copy}>复制催报用语</Button>
            <Button onClick={() => printTable('chase-list', { year, month: month.month })}>
              打印催报单
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** 12个单位：3个已确认，5个已上报，2个草稿，2个未报。 */
function tally(units: readonly UnitReturn[]): string {
  const count = (state: UnitReturn['state']): number =>
    units.filter((one) => one.state === state).length;
  return units.length === 0
    ? '尚未设定目标，无法确定应报单位。'
    : `${units.length}个单位：${count('confirmed')}个已确认，${count('submitted')}个已上报，${count('draft')}个草稿，${count(null)}个未报。`;
}
