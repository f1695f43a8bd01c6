/**
 * 问题: what keeps the project from going on, which unit is asked to solve it until when, and what
 * came of it.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { dayText } from '../../../../main/domain/days/day.ts';
import {
  PROBLEM_STATES,
  type ProblemState,
} from '../../../../main/domain/projects/project-problem.ts';
import type { ProjectProblem } from '../../../../preload/contract/project-life.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { say } from '../../../stores/status.ts';
import { saveDone } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { EntryForm, type Box } from './entry-form.tsx';
import { useLife } from './life.ts';

type Part =
  | 'problem'
  | 'raised'
  | 'raisedBy'
  | 'unit'
  | 'leader'
  | 'deadline'
  | 'state'
  | 'result'
  | 'solved'
  | 'meeting';

export function Problems({ detail }: DetailProps): ReactElement | null {
  const life = useLife(detail.row.id);
  const [editing, setEditing] = useState<ProjectProblem | 'new' | null>(null);
  if (life === null) return null;
  const remove = (id: number): void =>
    void call('problems.remove', { id }).then(
      () => saveDone('已删除1个问题。'),
      (fault: unknown) => say(sentenceOf(fault)),
    );
  return (
    <div className="lg-parts">
      {life.problems.length === 0 ? (
        <p className="lg-empty">
          没有登记问题。需要其他单位协调的，请予登记，联席会议议程由此生成。
        </p>
      ) : (
        <table className="lg-table">
          <thead>
            <tr>
              <th>问题</th>
              <th>协调单位</th>
              <th>时限</th>
              <th>状态</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {life.problems.map((one) => (
              <Line
                key={one.id}
                one={one}
                onEdit={() => setEditing(one)}
                onRemove={() => remove(one.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing === null ? (
        <div className="lg-moves">
          <Button size="small" onClick={() => setEditing('new')}>
            登记问题
          </Button>
        </div>
      ) : (
        <ProblemForm
          key={editing === 'new' ? 0 : editing.id}
          project={detail.row.id}
          problem={editing === 'new' ? null : editing}
          onDone={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function Line({
  one,
  onEdit,
  onRemove,
}: {
  readonly one: ProjectProblem;
  onEdit(): void;
  onRemove(): void;
}): ReactElement {
  const late = one.days !== null && one.days < 0;
  const said = [one.meeting === null ? null : `提请${one.meeting}`, one.result]
    .filter((text) => text !== null)
    .join('；');
  return (
    <>
      <tr>
        <td>{one.problem}</td>
        <td>{[one.unit, one.leader].filter((text) => text !== null).join('　')}</td>
        <td className={late ? 'fail' : ''}>
          {one.deadline === null ? '' : dayText(one.deadline)}
          {late ? `▲超${-(one.days ?? 0)}天` : ''}
        </td>
        <td>{PROBLEM_STATES.find((state) => state.value === one.state)?.label}</td>
        <td className="acts">
          <button type="button" aria-label={`改${one.problem}`} onClick={onEdit}>
            改
          </button>
          <button type="button" aria-label={`删${one.problem}`} onClick={onRemove}>
            删
          </button>
        </td>
      </tr>
      {said === '' ? null : (
        <tr className="said">
          <td colSpan={5}>{said}</td>
        </tr>
      )}
    </>
  );
}

function ProblemForm({
  project,
  problem,
  onDone,
}: {
  readonly project: number;
  readonly problem: ProjectProblem | null;
  onDone(): void;
}): ReactElement {
  const units = useCall('units.list', {}, ['unit']).value ?? [];
  const boxes: readonly Box<Part>[] = [
    { part: 'problem', label: '存在问题', required: true, wide: true },
    { part: 'unit', label: '协调单位', names: units.map((unit) => unit.name) },
    { part: 'leader', label: '牵头领导' },
    { part: 'deadline', label: '协调时限', placeholder: '如2012.9.30' },
    { part: 'state', label: '协调状态', choices: PROBLEM_STATES },
    { part: 'raised', label: '提出时间' },
    { part: 'raisedBy', label: '提出人' },
    { part: 'meeting', label: '提请的会议' },
    { part: 'solved', label: '解决时间' },
    { part: 'result', label: '结果', wide: true },
  ];
  const start = Object.fromEntries(
    boxes.map(({ part }) => [part, problem?.[part] ?? (part === 'state' ? 'open' : '')]),
  ) as Record<Part, string>;
  const save = async (typed: Readonly<Record<Part, string>>): Promise<void> => {
    const parts = Object.fromEntries(
      boxes.map(({ part }) => [part, textOrNull(typed[part])]),
    ) as Record<Part, string | null>;
    await call('problems.save', {
      ...parts,
      id: problem?.id ?? null,
      project,
      problem: typed.problem,
      state: typed.state as ProblemState,
    });
    saveDone(problem === null ? '已登记1个问题。' : '已修改问题。');
  };
  return (
    <EntryForm
      title="项目问题"
      boxes={boxes}
      start={start}
      verb="保存问题"
      save={save}
      onDone={onDone}
    />
  );
}
