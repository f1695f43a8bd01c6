/**
 * The task of the office above: what it wants, what came back, the checks (审核) with their
 * explanations, and the report.
 */
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { OwnTask } from '../../../preload/contract/exchange.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { timeText } from '../../../main/domain/days/moment.ts';
import { go } from '../../stores/navigation.ts';
import { printTable } from '../../stores/print.ts';
import { tell } from '../../stores/sentence.ts';
import type { ExchangePeriod } from './period.ts';

export function OwnTaskPanel({
  at,
  month,
  task,
}: {
  readonly at: ExchangePeriod;
  readonly month: string;
  readonly task: OwnTask;
}): ReactElement {
  const { value: checks } = useCall('exchange.checks', at, ['figure', 'session', 'indicator']);
  const [explained, setExplained] = useState<Readonly<Record<string, string>>>({});
  const found = checks ?? [];
  const open = found.filter(
    ({ finding, hard }) => hard || (explained[finding] ?? '').trim() === '',
  ).length;
  const report = async (): Promise<void> => {
    const folder = await call('shell.pickFolder', {});
    if (folder === null) return;
    const notes = found.map(({ finding }) => ({ finding, explained: explained[finding] ?? '' }));
    await tell(
      call('exchange.sendReport', { ...at, notes, folder: folder.handle }),
      (made) => `已写好“${made.name}”，校验码 ${made.fingerprint}。`,
    );
  };
  return (
    <div className="panel">
      <h2>
        报给{task.from}：{month}
      </h2>
      <div className="body">
        <p>
          要报：{[...task.indicators, ...task.ledgers].join('、')}
          {task.due === null ? '' : `。${task.due}前报。`}
          {task.note ?? ''}
        </p>
        {task.reported === null ? null : (
          <p>
            已报，{timeText(task.reported.at)}，校验码 <b>{task.reported.fingerprint}</b>{' '}
            <Button size="small" onClick={() => printTable('report-cover', at)}>
              打印上报单
            </Button>
          </p>
        )}
        {task.returned.map((cell) => (
          <p key={cell.indicator} className="ex-returned" role="alert">
            退回：{cell.indicator ?? '整份'}，{cell.reason}
          </p>
        ))}
        {found.map(({ finding, hard }) => (
          <div key={finding} className="ex-check">
            <span className={hard ? 'neg' : ''}>
              {hard ? '要改' : '要说明'}　{finding}
            </span>
            {hard ? (
              <Button size="small" onClick={() => go('progress')}>
                去改
              </Button>
            ) : (
              <Input
                aria-label={`说明：${finding}`}
                placeholder="写上原因"
                value={explained[finding] ?? ''}
                onChange={(event) =>
                  setExplained((now) => ({ ...now, [finding]: event.target.value }))
                }
              />
            )}
          </div>
        ))}
        <p>
          {checks === null ? '' : found.length === 0 ? '审核通过。' : ''}
          <Button
            type="primary"
            disabled={checks === null || open > 0}
            onClick={() => void report()}
          >
            上报
          </Button>
          {open > 0 ? `　还有${open}处要改或要说明。` : ''}
        </p>
      </div>
    </div>
  );
}
