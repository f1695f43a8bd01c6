/**
 * A task's place in the tree, in the drawer: the task above it, all below with how they stand,
 * supporting units; another one put above.
 */
import { AutoComplete, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { TASK_STATES } from '../../../../main/domain/ledgers/task-states.ts';
import { percentOf } from '../../../../main/domain/tasks/deadline.ts';
import type { TaskLife } from '../../../../preload/contract/tasks.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { goRecord } from '../../../stores/navigation.ts';
import { saveDone } from '../shared/parts.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { FaultLine } from '../../../ui/form-parts.tsx';

/** null until the first answer */
export const useTaskLife = (id: number): TaskLife | null =>
  useCall('tasks.life', { id }, ['task']).value;

export function TaskFamily({ detail }: DetailProps): ReactElement | null {
  const life = useTaskLife(detail.row.id);
  if (life === null) return null;
  const { all, closed, overdue } = life.leaves;
  return (
    <div className="lg-parts">
      <p className="lg-due">
        上级任务：
        {life.parent === null ? (
          life.unlinked === null ? (
            '没有'
          ) : (
            `${life.unlinked}，没有连上`
          )
        ) : (
          <LinkTo id={life.parent.id} title={life.parent.title} />
        )}
      </p>
      <Above id={detail.row.id} hasParent={life.parent !== null || life.unlinked !== null} />
      {life.support.length === 0 ? null : (
        <p className="lg-due">
          配合单位{life.support.length}个：{life.support.join('、')}
        </p>
      )}
      {all === 0 ? (
        <p className="lg-empty">没有分任务。新增任务时在“上级任务”里写这项，就列在这里。</p>
      ) : (
        <>
          <p className="lg-due">
            {overdue > 0 ? '▲' : '●'} 分任务{all}项，已办结{closed}项，占{percentOf(closed, all)}%
            {overdue > 0 ? `，超期${overdue}项` : ''}。
          </p>
          <table className="lg-table">
            <thead>
              <tr>
                <th>分任务</th>
                <th>牵头单位</th>
                <th>时限</th>
                <th>状态</th>
              </tr>
            </thead>
            <tbody>
              {life.below.map((node) => (
                <tr key={node.id}>
                  <td style={{ paddingLeft: `${node.depth * 1.2 + 0.5}em` }}>
                    {node.number} <LinkTo id={node.id} title={node.title} />
                    {node.progress === null ? null : <small>{node.progress}</small>}
                  </td>
                  <td>{node.unit}</td>
                  <td>{node.deadline}</td>
                  <td className={node.overdue ? 'fail' : ''}>
                    {node.overdue ? '▲ ' : ''}
                    {TASK_STATES.find((state) => state.value === node.state)?.label}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

const LinkTo = ({ id, title }: { readonly id: number; readonly title: string }): ReactElement => (
  <button type="button" className="lg-link" onClick={() => goRecord('task', id)}>
    {title}
  </button>
);

function Above({
  id,
  hasParent,
}: {
  readonly id: number;
  readonly hasParent: boolean;
}): ReactElement {
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const { value: found } = useCall(
    'records.page',
    text.trim() === ''
      ? null
      : { query: { ledger: 'task', search: text.trim() }, offset: 0, limit: 8 },
    ['task'],
  );
  const put = (parent: number | null): void => {
    setText('');
    call('tasks.setParent', { id, parent }).then(
      () => {
        setFault('');
        saveDone(parent === null ? '已取消上级任务。' : '已设上级任务。');
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  return (
    <>
      <div className="lg-moves">
        <AutoComplete
          size="small"
          aria-label="设上级任务"
          placeholder="查上级任务"
          value={text}
          onChange={setText}
          onSelect={(key: string) => put(Number(key))}
          style={{ width: 220 }}
          options={(found ?? [])
            .filter((row) => row.id !== id)
            .map((row) => ({ value: String(row.id), label: String(row['title']) }))}
        />
        {hasParent ? (
          <Button size="small" onClick={() => put(null)}>
            取消上级
          </Button>
        ) : null}
      </div>
      <FaultLine fault={fault} className="lg-empty fault" />
    </>
  );
}
