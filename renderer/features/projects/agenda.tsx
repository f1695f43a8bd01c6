/**
 * The joint meeting (联席会议): open problems of all projects; the chosen ones go on a meeting's
 * agenda.
 */
import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import { dayText } from '../../../main/domain/days/day.ts';
import { isOpenProblem, PROBLEM_STATES } from '../../../main/domain/projects/project-problem.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { printTable } from '../../stores/print.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { offerUndo } from '../../stores/status.ts';
import { undoLast } from '../../stores/take-back.ts';
import { FormField } from '../../ui/form-parts.tsx';

export function Agenda({ onOpen }: { onOpen(project: number): void }): ReactElement | null {
  const { value } = useCall('problems.list', {}, ['project']);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [meeting, setMeeting] = useState('');
  const [fault, setFault] = useState('');
  if (value === null) return null;
  const open = value.problems.filter((one) => isOpenProblem(one.state));
  if (open.length === 0)
    return <p className="pj-empty">没有要协调的问题。问题在项目的“问题”里登记。</p>;
  const put = (): void => {
    if (chosen.length === 0 || meeting.trim() === '')
      return setFault('请先勾选问题并填写会议名称，再点“列入议程”。');
    call('problems.agenda', { ids: [...chosen], meeting: meeting.trim() }).then(
      () => {
        offerUndo(`${chosen.length}个问题列入“${meeting.trim()}”。`, undoLast);
        setChosen([]);
        setFault('');
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const toggle = (id: number): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className="pj-scroll">
      <table className="plain pj-notices">
        <thead>
          <tr>
            <th aria-label="选" />
            <th>项目</th>
            <th>问题</th>
            <th>协调单位</th>
            <th>时限</th>
            <th>状态</th>
            <th>会议</th>
          </tr>
        </thead>
        <tbody>
          {open.map((one) => (
            <tr key={one.id}>
              <td>
                <Checkbox
                  aria-label={`选${one.problem}`}
                  checked={chosen.includes(one.id)}
                  onChange={() => toggle(one.id)}
                />
              </td>
              <td>
                <button type="button" className="link" onClick={() => onOpen(one.project)}>
                  {one.projectName}
                </button>
              </td>
              <td>{one.problem}</td>
              <td>{[one.unit, one.leader].filter((part) => part !== null).join('　')}</td>
              <td className={one.days !== null && one.days < 0 ? 'late' : ''}>
                {one.deadline === null ? '' : dayText(one.deadline)}
                {one.days !== null && one.days < 0 ? `，▲超${-one.days}天` : ''}
              </td>
              <td>{PROBLEM_STATES.find((state) => state.value === one.state)?.label}</td>
              <td>{one.meeting}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pj-bar lg-stage-form pj-agenda">
        <FormField
          label="会议"
          placeholder="如2012年第3次联席会议"
          value={meeting}
          onType={setMeeting}
        />
        <Button type="primary" onClick={put}>
          列入议程 {chosen.length}个
        </Button>
        <Button onClick={() => printTable('coordination', {})}>打印议题</Button>
        {fault === '' ? null : (
          <span className="fault" role="alert">
            {fault}
          </span>
        )}
      </div>
    </div>
  );
}
