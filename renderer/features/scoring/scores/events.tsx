/**
 * What was entered under items that nothing counts: events of the year, each taken back with its
 * reason.
 */
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, useCall } from '../../../bridge/bridge.ts';
import { tell } from '../../../stores/sentence.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export function ScoreEvents({ year }: { readonly year: number }): ReactElement | null {
  const { value: events } = useCall('scores.events', { year }, ['score']);
  const { value: saved } = useCall('schemes.get', { year }, ['score']);
  const [dropping, setDropping] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  if (events === null || events.length === 0) return null;
  const nameOf = (code: string): string =>
    saved?.scheme.items.find((item) => item.code === code)?.name ?? code;
  const drop = (): void => {
    if (dropping !== null)
      void tell(
        call('scores.dropEvent', { id: dropping, reason }),
        '登记已删除，可按Ctrl+Z恢复。',
      ).then((done) => {
        if (done) {
          setDropping(null);
          setReason('');
        }
      });
  };
  return (
    <section aria-label="登记过的事项">
      <h3 className="sc-h3">登记过的事项</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>日期</th>
            <th>单位</th>
            <th>考核项</th>
            <th className="n">数</th>
            <th>事由</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {events.map((one) => (
            <tr key={one.id}>
              <td>{one.date}</td>
              <td>
                {one.unit}
                {one.person ?? ''}
              </td>
              <td>
                {nameOf(one.item)}
                {one.part === null ? '' : `（${one.part}）`}
              </td>
              <td className="n">{one.value}</td>
              <td>
                {one.reason}
                {one.document === null ? '' : `（${one.document}）`}
              </td>
              <td>
                <Button size="small" onClick={() => setDropping(one.id)}>
                  去掉
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropping === null ? null : (
        <Dialog
          open
          title="删除登记"
          okText="删除"
          cancelText="取消"
          okButtonProps={{ disabled: reason.trim() === '' }}
          onOk={drop}
          onCancel={() => setDropping(null)}
        >
          <div className="form-grid">
            <label htmlFor="drop-reason">原因</label>
            <Input
              id="drop-reason"
              autoFocus
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        </Dialog>
      )}
    </section>
  );
}
