/**
 * Who of the units below has reported a month, and who has not; a report goes back from here, with
 * the reason.
 */
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ExchangeState, UnitExchange } from '../../../preload/contract/exchange.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { timeText } from '../../../main/domain/days/moment.ts';
import { tell } from '../../stores/sentence.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { ExchangePeriod } from './period.ts';

export function UnitsPanel({
  at,
  month,
  state,
}: {
  readonly at: ExchangePeriod;
  readonly month: string;
  readonly state: ExchangeState;
}): ReactElement {
  const [returning, setReturning] = useState<UnitExchange | null>(null);
  return (
    <div className="panel">
      <h2>{month}各单位</h2>
      <div className="body">
        {state.units.length === 0 ? '这个月还没有下发过任务。' : null}
        {state.missing === '' ? null : <p role="status">{state.missing}</p>}
        {state.units.length === 0 ? null : (
          <table className="plain" aria-label="各单位上报情况">
            <thead>
              <tr>
                <th>单位</th>
                <th>期限</th>
                <th>情况</th>
                <th>收到</th>
                <th>校验码</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {state.units.map((one) => (
                <tr key={one.unit}>
                  <td>{one.name}</td>
                  <td>{one.due ?? ''}</td>
                  <td className={one.report === null ? 'neg' : ''}>{standingOf(one)}</td>
                  <td>{one.report === null ? '' : timeText(one.report.at)}</td>
                  <td>{one.report?.fingerprint ?? ''}</td>
                  <td>
                    {one.report === null ? null : (
                      <Button size="small" onClick={() => setReturning(one)}>
                        退回
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {returning === null ? null : (
        <ReturnDialog at={at} unit={returning} onClose={() => setReturning(null)} />
      )}
    </div>
  );
}

function standingOf({ report, isReturned }: UnitExchange): string {
  if (isReturned) return '已退回';
  if (report === null) return '没报';
  return report.isLate ? '迟报' : '已报';
}

function ReturnDialog({
  at,
  unit,
  onClose,
}: {
  readonly at: ExchangePeriod;
  readonly unit: UnitExchange;
  readonly onClose: () => void;
}): ReactElement {
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [reason, setReason] = useState('');
  const giveBack = async (): Promise<void> => {
    const folder = await call('shell.pickFolder', {});
    if (folder === null) return;
    const cells = (chosen.length === 0 ? [null] : chosen).map((indicator) => ({
      indicator,
      reason: reason.trim(),
    }));
    const isDone = await tell(
      call('exchange.sendReturn', { ...at, unit: unit.unit, cells, folder: folder.handle }),
      (made) => `已写好“${made.name}”，拷给${unit.name}。`,
    );
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      title={`退回${unit.name}`}
      okText="写退回包"
      cancelText="不退"
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => void giveBack()}
      onCancel={onClose}
    >
      <div className="ex-form">
        <label>
          哪几个数，不选就是整份
          <Select
            aria-label="哪几个数"
            mode="multiple"
            value={[...chosen]}
            options={(indicators ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        </label>
        <label>
          原因
          <Input
            aria-label="退回原因"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
    </Dialog>
  );
}
