/** 推介活动: promotion events of the year, planned and held, with who came and what came of them. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { dayText } from '../../../../main/domain/days/day.ts';
import type { PromotionEvent } from '../../../../preload/contract/project-life.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { useYear } from '../../../stores/session.ts';
import { say } from '../../../stores/status.ts';
import { EntryForm, type Box } from '../life/entry-form.tsx';
import { saveDone } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';

type Part =
  | 'name'
  | 'planned'
  | 'held'
  | 'place'
  | 'unit'
  | 'leader'
  | 'guests'
  | 'result'
  | 'remark';

export function Promotions(): ReactElement | null {
  const year = useYear();
  const { value } = useCall('promotions.list', { year }, ['lead', 'project']);
  const [editing, setEditing] = useState<PromotionEvent | 'new' | null>(null);
  if (value === null) return null;
  const remove = (id: number): void =>
    void call('promotions.remove', { id }).then(
      () => saveDone('已删除1次推介活动。'),
      (fault: unknown) => say(sentenceOf(fault)),
    );
  return (
    <div className="lg-view">
      <p className="lg-view-head">
        {year}年推介活动{value.all}次，已办{value.events.filter((one) => one.held !== null).length}
        次。
        <span className="push" />
        <Button size="small" type="primary" onClick={() => setEditing('new')}>
          登记推介活动
        </Button>
      </p>
      {editing === null ? null : (
        <EventForm
          key={editing === 'new' ? 0 : editing.id}
          event={editing === 'new' ? null : editing}
          onDone={() => setEditing(null)}
        />
      )}
      <div className="lg-view-scroll">
        {value.events.length === 0 ? (
          <p className="lg-view-empty">
            {year}年尚无推介活动。点“登记推介活动”，计划和已办的均可登记。
          </p>
        ) : (
          <table className="lg-table">
            <thead>
              <tr>
                <th>活动</th>
                <th>计划</th>
                <th>举办</th>
                <th>地点</th>
                <th>单位、带队领导</th>
                <th>邀请客商</th>
                <th>成果</th>
                <th aria-label="操作" />
              </tr>
            </thead>
            <tbody>
              {value.events.map((one) => (
                <tr key={one.id}>
                  <td>{one.name}</td>
                  <td>{one.planned === null ? '' : dayText(one.planned)}</td>
                  <td className={one.overdue ? 'fail' : ''}>
                    {one.held !== null
                      ? `● ${dayText(one.held)}`
                      : one.overdue
                        ? '▲ 过期未办'
                        : '○ 未办'}
                  </td>
                  <td>{one.place}</td>
                  <td>{[one.unit, one.leader].filter((part) => part !== null).join('　')}</td>
                  <td>{one.guests}</td>
                  <td>{one.result}</td>
                  <td className="acts">
                    <button
                      type="button"
                      className="link"
                      aria-label={`改${one.name}`}
                      onClick={() => setEditing(one)}
                    >
                      改
                    </button>
                    　
                    <button
                      type="button"
                      className="link"
                      aria-label={`删${one.name}`}
                      onClick={() => remove(one.id)}
                    >
                      删
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

function EventForm({
  event,
  onDone,
}: {
  readonly event: PromotionEvent | null;
  onDone(): void;
}): ReactElement {
  const units = useCall('units.list', {}, ['unit']).value ?? [];
  const boxes: readonly Box<Part>[] = [
    { part: 'name', label: '活动名称', required: true, wide: true },
    { part: 'planned', label: '计划时间', placeholder: '如2012.5' },
    { part: 'held', label: '举办时间（未办的不填）' },
    { part: 'place', label: '地点' },
    { part: 'unit', label: '承办单位', names: units.map((unit) => unit.name) },
    { part: 'leader', label: '带队领导' },
    { part: 'guests', label: '邀请客商' },
    { part: 'result', label: '成果', wide: true },
    { part: 'remark', label: '备注', wide: true },
  ];
  const start = Object.fromEntries(boxes.map(({ part }) => [part, event?.[part] ?? ''])) as Record<
    Part,
    string
  >;
  const save = async (typed: Readonly<Record<Part, string>>): Promise<void> => {
    const parts = Object.fromEntries(
      boxes.map(({ part }) => [part, textOrNull(typed[part])]),
    ) as Record<Part, string | null>;
    await call('promotions.save', { ...parts, id: event?.id ?? null, name: typed.name });
    saveDone(event === null ? '已登记1次推介活动。' : '已修改推介活动。');
  };
  return (
    <div className="lg-view-form">
      <EntryForm
        title="推介活动"
        boxes={boxes}
        start={start}
        verb="保存活动"
        save={save}
        onDone={onDone}
      />
    </div>
  );
}
