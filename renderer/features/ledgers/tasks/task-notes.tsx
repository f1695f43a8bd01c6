/** A task's progress month by month, in the drawer; the newest stands in 进展情况 too. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { saveDone } from '../shared/parts.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { useTaskLife } from './task-family.tsx';
import { today } from '../../../format/today.ts';
import { FormField } from '../../../ui/form-parts.tsx';

export function TaskNotes({ detail }: DetailProps): ReactElement | null {
  const { id } = detail.row;
  const life = useTaskLife(id);
  const [month, setMonth] = useState(today().slice(0, 7));
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');
  if (life === null) return null;
  const save = (): void => {
    call('tasks.saveNote', { id, month, note, who: null }).then(
      () => {
        setNote('');
        setFault('');
        saveDone('已登记月度进展。');
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const remove = (one: number): void =>
    void call('tasks.removeNote', { note: one }).then(
      () => saveDone('已删除1条月度进展。'),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <div className="lg-parts">
      <div className="lg-stage-form" role="group" aria-label="登记月度进展">
        <FormField label="月份" value={month} onType={setMonth} />
        <label className="wide">
          <span className="label">进展</span>
          <span className="box tall">
            <textarea
              aria-label="本月进展"
              rows={2}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </span>
        </label>
        {fault === '' ? null : (
          <span className="fault" role="alert">
            {fault}
          </span>
        )}
        <div className="buttons">
          <Button size="small" type="primary" onClick={save}>
            登记进展
          </Button>
        </div>
      </div>
      {life.notes.length === 0 ? (
        <p className="lg-empty">尚无月度进展。</p>
      ) : (
        <table className="lg-table">
          <thead>
            <tr>
              <th>月份</th>
              <th>进展</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {life.notes.map((one) => (
              <tr key={one.id}>
                <td className="nowrap">{one.month}</td>
                <td>{one.note}</td>
                <td className="acts">
                  <button
                    type="button"
                    onClick={() => {
                      setMonth(one.month);
                      setNote(one.note);
                    }}
                  >
                    改
                  </button>
                  <button type="button" onClick={() => remove(one.id)}>
                    删
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
