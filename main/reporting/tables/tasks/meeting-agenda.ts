/**
 * 联席会议议程: the matters of a joint meeting, what was decided on each, who does it until when,
 * and how the task stands that it became.
 */
import type { Meeting } from '../../../../preload/contract/tasks.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { dayText } from '../../../domain/days/day.ts';
import { TASK_STATES } from '../../../domain/ledgers/task-states.ts';
import { dayCell } from '../../model/figures.ts';
import type { TableColumn, TableRow } from '../../model/table.ts';
import { nowWords } from '../shared/report.ts';
import { yearFrame, type YearReport } from '../shared/year.ts';

const info = {
  name: 'meeting-agenda',
  title: '联席会议议程',
  about: '一次会议的议题、议定意见、牵头单位和时限，在督办的“联席会议”里打开一次会议来打印',
  clock: 'now',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: [],
} as const satisfies TableInfo;
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  { path: ['议题'], width: 56, align: 'left' },
  { path: ['提出单位'], width: 26, align: 'left' },
  { path: ['议定意见'], width: 64, align: 'left' },
  { path: ['牵头单位'], width: 26, align: 'left' },
  { path: ['配合单位'], width: 28, align: 'left' },
  { path: ['完成时限'], width: 24, align: 'center' },
  { path: ['办理状态'], width: 20, align: 'center' },
];

/** `options.record`: which meeting; the newest where none is named. */
export const meetingAgenda: YearReport = {
  info,
  read(source, options) {
    const meetings = source.meetings();
    const meeting =
      (options.record === undefined
        ? meetings[0]
        : meetings.find((one) => one.id === options.record)) ?? null;
    const name = meeting?.name ?? '联席会议';
    const frame = yearFrame(
      info,
      {
        title: `${name}议程`,
        middle: meeting === null ? '' : heldText(meeting),
        measures: [],
        filters: [],
        period: name,
        empty: meeting === null ? '还没有登记联席会议。在督办的“联席会议”里登记' : '还没有议题',
      },
      options,
      source,
    );
    const rows = (meeting?.items ?? []).map((item, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        item.topic,
        item.raisedBy,
        item.decision,
        item.unit,
        item.support,
        item.deadline === null ? null : dayCell(item.deadline),
        stateText(item.task?.state ?? null),
      ],
    }));
    const right = meeting?.host == null ? '' : `主持：${meeting.host}`;
    return {
      ...frame,
      subtitle: { ...frame.subtitle, right },
      columns: COLUMNS,
      repeat: 2,
      rows,
      notes: [
        ...(meeting?.attendees == null ? [] : [`参会：${meeting.attendees}。`]),
        `办理状态为${nowWords(source.context.today)}。`,
      ],
    };
  },
};

const heldText = ({ date, place }: Meeting): string =>
  [date === null ? '时间未定' : dayText(date), ...(place === null ? [] : [place])].join('　');
const stateText = (state: string | null): string | null =>
  TASK_STATES.find((one) => one.value === state)?.label ?? null;
