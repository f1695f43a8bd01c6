/**
 * 联席会议: meetings with their agenda; what was decided becomes tasks at a press, and the agenda
 * is printed.
 */
import { Button } from 'antd';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { TASK_STATES } from '../../../main/domain/ledgers/task-states.ts';
import type { Meeting } from '../../../preload/contract/tasks.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { go, goRecord } from '../../stores/navigation.ts';
import { printTable } from '../../stores/print.ts';
import { offerUndo } from '../../stores/status.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { undoLast } from '../../stores/take-back.ts';
import {
  meetingDraftOf,
  meetingInputOf,
  NO_ITEM,
  NO_MEETING,
  type ItemDraft,
  type MeetingDraft,
} from './draft.ts';
import './meetings.css';
import { FaultLine } from '../../ui/form-parts.tsx';

export function MeetingsPage(): ReactElement | null {
  const { value: meetings } = useCall('meetings.list', {}, ['task', 'unit']);
  const [chosen, setChosen] = useState<number | 'new' | null>(null);
  if (meetings === null) return null;
  const meeting =
    chosen === 'new' ? null : (meetings.find((one) => one.id === chosen) ?? meetings[0] ?? null);
  return (
    <section className="mt-page" aria-label="联席会议">
      <div className="mt-head">
        <h1>联席会议</h1>
        <span className="push" />
        <Button onClick={() => go('tasks')}>督办台账</Button>
        <Button type="primary" onClick={() => setChosen('new')}>
          登记会议
        </Button>
      </div>
      <div className="mt-body">
        <nav aria-label="历次会议">
          {meetings.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-current={one.id === meeting?.id ? 'true' : undefined}
              onClick={() => setChosen(one.id)}
            >
              <b>{one.name}</b>
              <small>
                {one.date ?? '时间未定'}　{one.items.length}项
              </small>
            </button>
          ))}
          {meetings.length === 0 ? <p className="muted">尚无会议。</p> : null}
        </nav>
        <Editor
          key={meeting === null ? 'new' : JSON.stringify(meeting)}
          stored={meeting}
          onSaved={setChosen}
        />
      </div>
    </section>
  );
}

const HEAD = [
  ['name', '会议名称'],
  ['date', '会议时间'],
  ['place', '地点'],
  ['host', '主持人'],
  ['attendees', '参会单位'],
] as const;
const PARTS = [
  ['topic', '议题'],
  ['raisedBy', '提出单位'],
  ['decision', '议定意见'],
  ['unit', '牵头单位'],
  ['support', '配合单位'],
  ['deadline', '完成时限'],
] as const;

function Editor({
  stored,
  onSaved,
}: {
  readonly stored: Meeting | null;
  onSaved(id: number): void;
}): ReactElement {
  const [draft, setDraft] = useState<MeetingDraft>(() =>
    stored === null ? NO_MEETING : meetingDraftOf(stored),
  );
  const [fault, setFault] = useState('');
  const { value: units } = useCall('units.list', {}, ['unit']);
  const failed = (thrown: unknown): void => setFault(sentenceOf(thrown));
  const save = async (): Promise<number> =>
    (await call('meetings.save', meetingInputOf(draft))).ids[0] ?? 0;
  const keep = (): void =>
    void save()
      .then((id) => {
        offerUndo('已保存会议。', undoLast);
        onSaved(id);
      })
      .catch(failed);
  const assign = (): void =>
    void save()
      .then(async (id) => {
        onSaved(id);
        const { ids } = await call('meetings.assign', { id });
        offerUndo(`${ids.length}项议定事项已转为督办任务。`, undoLast);
      })
      .catch(failed);
  const remove = (): void =>
    void call('meetings.remove', { id: stored?.id ?? 0 })
      .then(() => offerUndo('已删除会议，转出的任务还在。', undoLast))
      .catch(failed);
  const set = (at: number, part: Partial<ItemDraft>): void =>
    setDraft({
      ...draft,
      items: draft.items.map((item, place) => (place === at ? { ...item, ...part } : item)),
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
    event.preventDefault();
    keep();
  };
  return (
    <div className="mt-editor" onKeyDown={onKeyDown}>
      <div className="mt-form">
        {HEAD.map(([part, label]) => (
          <label key={part} className={part === 'attendees' || part === 'name' ? 'wide' : ''}>
            <span>{label}</span>
            <input
              aria-label={label}
              value={draft[part]}
              placeholder={part === 'date' ? '如2012.3.5' : ''}
              onChange={(event) => setDraft({ ...draft, [part]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <div className="mt-items">
        <table>
          <thead>
            <tr>
              <th>序号</th>
              {PARTS.map(([part, label]) => (
                <th key={part} className={part}>
                  {label}
                </th>
              ))}
              <th>督办</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {draft.items.map((item, at) => (
              <tr key={item.id ?? `new ${at}`}>
                <td>{at + 1}</td>
                {PARTS.map(([part, label]) => (
                  <td key={part}>
                    {part === 'topic' || part === 'decision' ? (
                      <textarea
                        rows={2}
                        aria-label={`${label}${at + 1}`}
                        value={item[part]}
                        onChange={(event) => set(at, { [part]: event.target.value })}
                      />
                    ) : (
                      <input
                        aria-label={`${label}${at + 1}`}
                        {...(part === 'unit' || part === 'raisedBy' ? { list: 'mt-units' } : {})}
                        value={item[part]}
                        onChange={(event) => set(at, { [part]: event.target.value })}
                      />
                    )}
                  </td>
                ))}
                <td>
                  {item.task === null ? (
                    ''
                  ) : (
                    <button type="button" onClick={() => goRecord('task', item.task?.id ?? 0)}>
                      {TASK_STATES.find((state) => state.value === item.task?.state)?.label}
                    </button>
                  )}
                </td>
                <td>
                  {item.task === null ? (
                    <button
                      type="button"
                      aria-label={`去掉议题${at + 1}`}
                      onClick={() => setDraft({ ...draft, items: draft.items.toSpliced(at, 1) })}
                    >
                      ✕
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <datalist id="mt-units">
          {(units ?? []).map((unit) => (
            <option key={unit.id} value={unit.name} />
          ))}
        </datalist>
      </div>
      <FaultLine fault={fault} className="fault" />
      <div className="mt-buttons">
        <Button onClick={() => setDraft({ ...draft, items: [...draft.items, NO_ITEM] })}>
          加议题
        </Button>
        {stored === null ? null : <Button onClick={remove}>删除会议</Button>}
        <span className="push" />
        {stored === null ? null : (
          <Button onClick={() => printTable('meeting-agenda', { record: stored.id })}>
            打印议程
          </Button>
        )}
        <Button onClick={assign}>议定事项转督办</Button>
        <Button type="primary" onClick={keep}>
          保存会议 <em>Ctrl+S</em>
        </Button>
      </div>
    </div>
  );
}
