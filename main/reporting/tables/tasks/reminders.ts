/**
 * 到期提醒表: what is overdue or due within a week, over all ledgers, by unit; for the morning
 * meeting.
 */
import type { Reminder } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { SOON_DAYS } from '../../../domain/tasks/deadline.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { dayCell } from '../../model/figures.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { printFrameOf, type ReportContext } from '../shared/report.ts';
import type { YearReport } from '../shared/year.ts';

const info = {
  name: 'reminders',
  title: '到期提醒表',
  about: `超期和${SOON_DAYS}天内到期的问题、任务、项目节点和自建台账事项，按责任单位列出`,
  clock: 'now',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: [],
} as const satisfies TableInfo;
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  { path: ['类别'], width: 20, align: 'center' },
  { path: ['事项'], width: 86, align: 'left' },
  { path: ['领导'], width: 22, align: 'left' },
  { path: ['责任人'], width: 22, align: 'left' },
  { path: ['时限'], width: 24, align: 'center' },
  { path: ['状态'], width: 20, align: 'center' },
  { path: ['提示'], width: 26, align: 'center' },
];

export const reminderList: YearReport = {
  info,
  read: ({ context, reminders }, options) =>
    reminderTable(reminders(context.today), options, context),
};

/**
 * Units in the order of the county's tree, what names none last; within a unit the longest overdue
 * first.
 */
export function reminderTable(
  all: readonly Reminder[],
  options: ParsedTableOptions,
  context: ReportContext,
): PrintTable {
  const wanted = options.unit === undefined ? all : all.filter((one) => one.unit === options.unit);
  const order = new Map(context.units.map((unit, at) => [unit, at]));
  const place = (unit: string | null): number =>
    unit === null ? order.size + 1 : (order.get(unit) ?? order.size);
  const groups = [...Map.groupBy(wanted, (one) => one.unit)].sort(
    ([a], [b]) => place(a) - place(b),
  );
  const body: TableRow[] = [];
  let number = 0;
  groups.forEach(([unit, list], at) => {
    body.push({
      kind: 'group',
      cells: [
        `${numeral(at + 1)}、${unit ?? '没有写单位'}（${list.length}项）`,
        ...COLUMNS.slice(1).map((): TableCell => null),
      ],
    });
    for (const one of list.toSorted((a, b) => a.days - b.days))
      body.push({
        kind: 'data',
        cells: [
          { figure: String((number += 1)) },
          one.kind,
          one.name,
          one.leader,
          one.owner,
          dayCell(one.deadline),
          one.state,
          told(one.days),
        ],
      });
  });
  const overdue = wanted.filter((one) => one.days < 0).length;
  const notes =
    wanted.length === 0
      ? []
      : [`超期${overdue}项，${SOON_DAYS}天内到期${wanted.length - overdue}项。`];
  return {
    ...printFrameOf(info, [], options, context),
    columns: COLUMNS,
    repeat: 3,
    rows: body,
    notes,
    empty: `没有超期和${SOON_DAYS}天内到期的事项`,
  };
}

const told = (days: number): string =>
  days < 0 ? `超期${-days}天` : days === 0 ? '当天到期' : `还有${days}天`;
