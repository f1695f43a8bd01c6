/**
 * A task's milestones in the drawer: read from 阶段目标 at a press, then kept as a list with
 * deadlines as people write them.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { TaskMilestone } from '../../../../preload/contract/tasks.ts';
import { call } from '../../../bridge/bridge.ts';
import { MilestoneLines } from '../shared/milestone-lines.tsx';
import { saveDone } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { useTaskLife } from './task-family.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

interface Line {
  readonly id: number | null;
  readonly name: string;
  readonly deadline: string;
  readonly done: string;
  readonly note: string;
  readonly lamp: TaskMilestone['lamp'];
}
const BLANK: Line = { id: null, name: '', deadline: '', done: '', note: '', lamp: 'none' };
const lineOf = (one: TaskMilestone): Line => ({
  id: one.id,
  name: one.name,
  deadline: one.deadline ?? one.words ?? '',
  done: one.done ?? '',
  note: one.note ?? '',
  lamp: one.lamp,
});
const PARTS = [
  ['name', '节点'],
  ['deadline', '时限'],
  ['done', '完成'],
  ['note', '说明'],
] as const;

export function TaskMilestones({ detail }: DetailProps): ReactElement | null {
  const life = useTaskLife(detail.row.id);
  return life === null ? null : (
    <Lines key={JSON.stringify(life.milestones)} id={detail.row.id} stored={life.milestones} />
  );
}

function Lines({
  id,
  stored,
}: {
  readonly id: number;
  readonly stored: readonly TaskMilestone[];
}): ReactElement {
  const [lines, setLines] = useState<readonly Line[]>(() => stored.map(lineOf));
  const [fault, setFault] = useState('');
  const failed = (thrown: unknown): void => setFault(sentenceOf(thrown));
  const save = (): void => {
    const milestones = lines.map((line) => ({
      id: line.id,
      name: line.name,
      deadline: textOrNull(line.deadline),
      done: textOrNull(line.done),
      note: textOrNull(line.note),
    }));
    call('tasks.saveMilestones', { id, milestones }).then(() => saveDone('已保存节点。'), failed);
  };
  const read = (): void => {
    call('tasks.readMilestones', { id }).then((found) => {
      if (found.length === 0)
        setFault('“阶段目标”里没有写节点。先写上，如3月底前选址，6月底前开工。');
      else
        setLines([
          ...lines,
          ...found.map((one) => ({ ...BLANK, name: one.name, deadline: one.deadline ?? '' })),
        ]);
    }, failed);
  };
  return (
    <div className="lg-parts">
      {lines.length === 0 ? (
        <p className="lg-empty">尚无节点。从“阶段目标”里提取，或自己加。</p>
      ) : (
        <MilestoneLines parts={PARTS} lines={lines} onLines={setLines} />
      )}
      <FaultLine fault={fault} className="lg-empty fault" />
      <div className="lg-moves">
        <Button size="small" onClick={read}>
          从阶段目标提取
        </Button>
        <Button size="small" onClick={() => setLines([...lines, BLANK])}>
          加节点
        </Button>
        <Button size="small" type="primary" onClick={save}>
          保存节点
        </Button>
      </div>
    </div>
  );
}
