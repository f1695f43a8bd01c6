/**
 * 到期提醒: what is overdue or due within a week over all ledgers, as pressing, by unit or by
 * person; each a click from its record.
 */
import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { timeText } from '../../../main/domain/days/moment.ts';
import { useCall } from '../../bridge/bridge.ts';
import { go, goRecord } from '../../stores/navigation.ts';
import { printTable } from '../../stores/print.ts';
import { overdueAmong, useReminders } from '../../stores/reminders.ts';
import type { Reminder } from '../../../preload/contract/records.ts';

type Order = 'pressing' | 'unit' | 'owner';
const ORDERS = [
  { value: 'pressing', label: '按急缓' },
  { value: 'unit', label: '单位' },
  { value: 'owner', label: '人' },
] as const;

/**
 * One group without a label, or those of units or people: the one with most overdue first, what
 * names nobody last.
 */
function grouped(
  all: readonly Reminder[],
  order: Order,
): readonly (readonly [string, readonly Reminder[]])[] {
  if (order === 'pressing') return all.length === 0 ? [] : [['', all]];
  const late = (list: readonly Reminder[]): number => list.filter((one) => one.days < 0).length;
  const groups = [...Map.groupBy(all, (one) => one[order] ?? '')];
  return groups.sort(
    ([a, one], [b, other]) =>
      Number(a === '') - Number(b === '') || late(other) - late(one) || other.length - one.length,
  );
}

const told = (days: number): string =>
  days < 0 ? `超期${-days}天` : days === 0 ? '今天到期' : `还有${days}天`;

export function Reminders(): ReactElement {
  const [order, setOrder] = useState<Order>('pressing');
  const all = useReminders();
  const overdue = overdueAmong(all);
  return (
    <section className={`panel ov-list${all.length === 0 ? ' short' : ''}`} aria-label="到期提醒">
      <h2>
        到期提醒{' '}
        <small>
          {all.length === 0 ? '' : `超期${overdue}项，7天内到期${all.length - overdue}项`}
        </small>
        {all.length === 0 ? null : (
          <span className="ov-tools">
            <Segmented
              size="small"
              aria-label="排序方式"
              value={order}
              options={[...ORDERS]}
              onChange={setOrder}
            />
            <Button size="small" onClick={() => printTable('reminders', {})}>
              打印
            </Button>
          </span>
        )}
      </h2>
      <SecondLate />
      {all.length === 0 ? (
        <p className="blk muted">没有超期的，7天内也没有到期的。</p>
      ) : (
        <div className="scroll">
          <table>
            {grouped(all, order).map(([label, list]) => (
              <tbody key={label}>
                {order === 'pressing' ? null : (
                  <tr className="ov-head">
                    <td colSpan={4}>
                      {label === '' ? (order === 'unit' ? '未填单位' : '未填责任人') : label}{' '}
                      {list.length}项
                    </td>
                  </tr>
                )}
                {list.map((one) => (
                  <Line
                    key={`${one.ledger} ${one.id} ${one.name}`}
                    one={one}
                    beside={order === 'unit' ? one.owner : one.unit}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

/** The second copy of the backups has waited for longer than the office wants. */
function SecondLate(): ReactElement | null {
  const { value: second } = useCall('keeping.second', {}, ['session', 'backups']);
  if (second === null || !second.isLate) return null;
  return (
    <p className="blk" role="alert">
      ▲ 备份的第二份{second.at === null ? '还没写过' : `上次写到${timeText(second.at)}`}
      ，已超过{second.days}天。插上U盘或连上共享文件夹，在
      <Button size="small" type="link" onClick={() => go('settings', { panel: '备份' })}>
        设置
      </Button>
      里点“立即备份”。
    </p>
  );
}

function Line({
  one,
  beside,
}: {
  readonly one: Reminder;
  readonly beside: string | null;
}): ReactElement {
  return (
    <tr onClick={() => goRecord(one.ledger, one.id)}>
      <td className="muted">{one.kind}</td>
      <td className="long">
        <button type="button" className="link" title={one.name}>
          {one.name}
        </button>
      </td>
      <td className="beside">{beside ?? ''}</td>
      <td className={one.days < 0 ? 'n neg' : 'n'}>{told(one.days)}</td>
    </tr>
  );
}
