/**
 * 收发: what the office above wants and what is reported to it; what the units below were given,
 * who has reported, and the packages of a stick.
 */
import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { monthShown, showMonth, usePeriod } from '../../stores/period.ts';
import { useSession } from '../../stores/session.ts';
import { OwnTaskPanel } from './own-task.tsx';
import { ReceivePanel } from './receive.tsx';
import { SendTasksDialog } from './send-tasks.tsx';
import { UnitsPanel } from './units-table.tsx';
import './exchange.css';

const AREAS = ['session', 'figure', 'target', 'indicator', 'unit'] as const;

export function ExchangePage(): ReactElement | null {
  const year = useSession(({ session }) => session?.year ?? new Date().getFullYear());
  const chosen = usePeriod();
  const { value: months } = useCall('progress.months', { year }, AREAS);
  const month = monthShown(chosen.months[year], months ?? []);
  const { value: state, fault } = useCall(
    'exchange.state',
    months === null ? null : { year, month },
    AREAS,
  );
  const [isSending, setSending] = useState(false);
  if (fault !== null)
    return (
      <p className="empty-page" role="alert">
        {faultText(fault)}
      </p>
    );
  if (state === null || months === null) return null;
  const at = { year, month };
  const name = months.find((one) => one.month === month)?.name ?? '';
  return (
    <section className="page">
      <header className="page-head">
        <h1>收发</h1>
        <Select
          aria-label="月份"
          value={month}
          options={months.map((one) => ({ value: one.month, label: `${year}年${one.name}` }))}
          onChange={(next) => showMonth(year, next)}
        />
        <Button onClick={() => setSending(true)}>下发任务</Button>
      </header>
      {state.task === null ? null : <OwnTaskPanel at={at} month={name} task={state.task} />}
      <ReceivePanel />
      <UnitsPanel at={at} month={name} state={state} />
      <div className="panel">
        <h2>往来单位</h2>
        <div className="body">
          {state.partners.length === 0
            ? '还没有。收到第一个包时，打电话和对方核对签名。'
            : state.partners.map((one) => (
                <p key={one.fingerprint}>
                  {one.role === 'upper' ? '上级' : '下级'} {one.name}，签名 {one.fingerprint}
                </p>
              ))}
        </div>
      </div>
      {isSending ? (
        <SendTasksDialog at={at} month={name} onClose={() => setSending(false)} />
      ) : null}
    </section>
  );
}
