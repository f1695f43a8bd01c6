/** 督办单: one task (or each of the filtered ones) as a slip with room for the leader's and the supervisor's words. */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { dayText } from '../../../domain/days/day.ts';
import { fieldOf } from '../../../domain/ledgers/field.ts';
import { task } from '../../../domain/ledgers/task.ts';
import type { PrintTable, TableColumn, TableRow } from '../../model/table.ts';
import { printFrameOf, type PrintReport } from '../shared/report.ts';
import { labelOf, rowValueOf } from '../shared/values.ts';

const info: TableInfo = {
  name: 'supervision-slip',
  title: '督办单',
  about: '一项任务一张单，在督办台账里打开任务来打印',
  clock: 'now',
  ledger: 'task',
  paper: 'A4',
  landscape: false,
  choices: [],
};
const COLUMNS: readonly TableColumn[] = [
  { path: ['项目'], width: 24, align: 'left' },
  { path: ['内容'], width: 66, align: 'left' },
  { path: ['项目'], width: 24, align: 'left' },
  { path: ['内容'], width: 66, align: 'left' },
];
const PAIRS = [
  ['source', 'assigned_date'],
  ['lead_unit', 'support_units'],
  ['leader', 'owner'],
  ['deadline', 'state'],
] as const;
const WIDE = ['milestones', 'progress', 'problem', 'measure'] as const;
/** What is written by hand. */
const WRITTEN = ['领导批示', '督查意见', '承办单位回复', '验收意见'];
const ROOM = '　\n　\n　\n　';

/** A page for each task. */
export const supervisionSlip: PrintReport = {
  info,
  make(rows, options, context) {
    const slip = (body: readonly TableRow[]): PrintTable => ({
      ...printFrameOf(info, [], options, context),
      filters: [],
      form: true,
      columns: COLUMNS,
      repeat: 0,
      rows: body,
      notes: [],
    });
    const slips = rows.map((row) => slip(slipOf(row)));
    return {
      ...slip(slips.flatMap((one) => one.rows)),
      ...(slips.length < 2 ? {} : { parts: slips }),
    };
  },
};

function slipOf(row: Row): TableRow[] {
  const pairs = PAIRS.map((pair): TableRow => ({
    kind: 'data',
    cells: pair.flatMap((code) => [fieldOf(task, code).label, textOf(row, code)]),
  }));
  const wide = (label: string, text: string | null): TableRow => ({
    kind: 'wide',
    cells: [label, text, null, null],
  });
  return [
    { kind: 'group', cells: [`督办事项：${rowValueOf(row, 'title') ?? ''}`, null, null, null] },
    ...pairs,
    ...WIDE.map((code) => wide(fieldOf(task, code).label, rowValueOf(row, code))),
    ...WRITTEN.map((label) => wide(label, ROOM)),
  ];
}

function textOf(row: Row, code: (typeof PAIRS)[number][number]): string | null {
  const value = rowValueOf(row, code);
  if (code === 'deadline') {
    const first = rowValueOf(row, 'original_deadline');
    return value === null
      ? rowValueOf(row, 'deadline_words')
      : `${dayText(value)}${first === null ? '' : `（原定${dayText(first)}）`}`;
  }
  if (value === null) return null;
  return code === 'assigned_date'
    ? dayText(value)
    : code === 'state'
      ? labelOf(fieldOf(task, code), value)
      : value;
}
