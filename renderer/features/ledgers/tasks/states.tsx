/**
 * Problems and tasks in the drawer: the states on their way with their dates, how the deadline
 * stands, what was done.
 */
import type { ReactElement } from 'react';
import { dayText } from '../../../../main/domain/days/day.ts';
import { deadlineOf, deedOf } from '../../../../main/domain/tasks/deadline.ts';
import { STATED, type StatedCode } from '../../../../main/domain/tasks/states.ts';
import type { RecordDetail } from '../../../../preload/contract/records.ts';
import { Chases } from './chases.tsx';
import { wireValue } from '../shared/display.ts';
import { movesFrom } from '../shared/moves.ts';
import { RecheckForm } from './recheck.tsx';
import type { Special } from '../shared/special.ts';
import { ExtendForm, StateForm } from './state-forms.tsx';
import { TaskFamily } from './task-family.tsx';
import { TaskMilestones } from './task-milestones.tsx';
import { TaskNotes } from './task-notes.tsx';
import { today } from '../../../format/today.ts';

const TASK_TABS: Special['tabs'] = [
  { label: '分任务', View: TaskFamily },
  { label: '节点', View: TaskMilestones },
  { label: '月度进展', View: TaskNotes },
];

/** What the two ledgers have beside their form. */
export const statedSpecial = (ledger: StatedCode): Special => ({
  Steps: ({ detail }) => <Steps ledger={ledger} detail={detail} />,
  tabs: [
    { label: '办理过程', View: ({ detail }) => <Events ledger={ledger} detail={detail} /> },
    ...(ledger === 'task' ? TASK_TABS : []),
    { label: '催办', View: ({ detail }) => <Chases ledger={ledger} detail={detail} /> },
  ],
  movesOf: (detail) => movesFrom(ledger, wireValue(detail.row, 'state') ?? ''),
  MoveForm: ({ detail, move, onDone, onSaved }) => {
    const form = {
      ledger,
      ids: [detail.row.id],
      owner: wireValue(detail.row, 'owner') ?? '',
      move,
      onDone,
      onSaved,
    };
    if (move.to === 'recheck')
      return <RecheckForm id={detail.row.id} onDone={onDone} onSaved={onSaved} />;
    return move.to === 'extend' ? <ExtendForm {...form} /> : <StateForm {...form} />;
  },
});

interface Part {
  readonly ledger: StatedCode;
  readonly detail: RecordDetail;
}

function Steps({ ledger, detail }: Part): ReactElement {
  const { states, begins } = STATED[ledger];
  const now = wireValue(detail.row, 'state');
  const way = states.filter((state) => state.value !== 'extended' || now === 'extended');
  const at = way.findIndex((state) => state.value === now);
  const dateOf = (value: string, place: number): string =>
    detail.states.findLast((event) => event.state === value)?.date ??
    (place === 0 ? wireValue(detail.row, begins) : null) ??
    '';
  return (
    <>
      <div className="lg-stages">
        {way.map((state, place) => (
          <span key={state.value} className={place === at ? 'now' : place < at ? 'past' : 'future'}>
            {state.label}
            <small>{place > at ? '—' : dateOf(state.value, place) || '未知'}</small>
          </span>
        ))}
      </div>
      <Due detail={detail} />
    </>
  );
}

/** How the deadline stands, in words and with a shape as well as a colour. */
function Due({ detail }: { readonly detail: RecordDetail }): ReactElement | null {
  const deed = deedOf(detail.row);
  const standing = deadlineOf(deed, today());
  const due =
    deed.deadline === null
      ? (wireValue(detail.row, 'deadline_words') ?? '没有写')
      : dayText(deed.deadline);
  const first = wireValue(detail.row, 'original_deadline');
  const original = first === null ? '' : `，原定${dayText(first)}`;
  switch (standing.is) {
    case 'overdue':
      return (
        <p className="lg-due late">
          ▲ 时限{due}
          {original}，已超{-standing.days}天。
        </p>
      );
    case 'soon':
      return (
        <p className="lg-due soon">
          ◆ 时限{due}
          {original}，{standing.days === 0 ? '今天到期' : `还有${standing.days}天`}。
        </p>
      );
    case 'later':
      return (
        <p className="lg-due">
          ● 时限{due}
          {original}，还有{standing.days}天。
        </p>
      );
    case 'none':
      return <p className="lg-due">○ 时限：{due}。</p>;
    case 'inTime':
      return (
        <p className="lg-due">
          ● 时限{due}
          {original}，按期完成。
        </p>
      );
    case 'late':
      return (
        <p className="lg-due late">
          ▲ 时限{due}
          {original}，逾期完成。
        </p>
      );
    case 'unknown':
      return (
        <p className="lg-due">
          ○ 时限{due}
          {original}，无法判断是否按期。
        </p>
      );
  }
}

function Events({ ledger, detail }: Part): ReactElement {
  if (detail.states.length === 0)
    return <p className="lg-empty">尚无办理记录。请用上方的按钮登记。</p>;
  const labelOf = (value: string): string =>
    STATED[ledger].states.find((state) => state.value === value)?.label ?? value;
  return (
    <table className="lg-table">
      <thead>
        <tr>
          <th>日期</th>
          <th>状态</th>
          <th>经办人</th>
          <th>说明</th>
        </tr>
      </thead>
      <tbody>
        {detail.states.map((event, at) => (
          <tr key={at}>
            <td>{event.date ?? '未知'}</td>
            <td>
              {event.deadline === null ? labelOf(event.state) : `延期到${dayText(event.deadline)}`}
            </td>
            <td>{event.who}</td>
            <td>{event.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
