/**
 * 督办单: one task (or each of the filtered ones) as a slip with room for the leader's and the
 * supervisor's words.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { dayText } from '../../../domain/days/day.ts';
import { fieldOf } from '../../../domain/ledgers/field.ts';
import { task } from '../../../domain/ledgers/task.ts';
import { endsOf, type PrintTable, type TableColumn, type TableRow } from '../../model/table.ts';
import { fitsPage } from '../../writers/pages.ts';
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
/** Two to a line: the form's word, and the task's field; none is written by hand. */
const PAIRS = [
  [
    ['编号', 'code'],
    ['签发人', null],
  ],
  [
    ['主送', 'lead_unit'],
    ['签发时间', 'assigned_date'],
  ],
] as const;
const UNDERTAKEN = [
  [
    ['承办单位', 'lead_unit'],
    ['协办单位', 'support_units'],
  ],
  [
    ['分管领导', 'leader'],
    ['办结时限', 'deadline'],
  ],
  [
    ['联系人', 'owner'],
    ['联系电话', null],
  ],
] as const;
type SlipPair = (typeof PAIRS)[number] | (typeof UNDERTAKEN)[number];
type SlipField = NonNullable<SlipPair[number][1]>;
/** What is told of the task where anything is. */
const TOLD = ['milestones', 'progress', 'problem', 'measure'] as const;
/** What is written by hand. */
const WRITTEN = ['拟办意见', '领导批示', '承办单位办理情况', '验收意见'];
/** lines of room, the most that the page has with one more left for fonts that stand in */
const ROOMS = [8, 7, 6, 5, 4, 3, 2, 1] as const;

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
      signatures: ['督查人：', '审核人：', '签收人：', '签收日期：'],
    });
    const slips = rows.map((row) => {
      const lines = ROOMS.find((room) => fitsPage(slip(slipOf(row, room + 1)))) ?? 1;
      return slip(slipOf(row, lines));
    });
    if (slips.length < 2) return slip(slips.flatMap((one) => one.rows));
    return { ...slip(slips.flatMap((one) => one.rows)), parts: slips, ends: endsOf(slips) };
  },
};

function slipOf(row: Row, lines: number): TableRow[] {
  const pair = (line: SlipPair): TableRow => ({
    kind: 'data',
    cells: line.flatMap(([label, code]) => [label, code === null ? null : textOf(row, code)]),
  });
  const wide = (label: string, text: string | null): TableRow => ({
    kind: 'wide',
    cells: [label, text, null, null],
  });
  const room = Array.from({ length: lines }, () => '　').join('\n');
  return [
    ...PAIRS.map(pair),
    wide('督办事项', rowValueOf(row, 'title')),
    wide('任务来源', rowValueOf(row, 'source')),
    ...UNDERTAKEN.map(pair),
    ...TOLD.flatMap((code) => {
      const text = rowValueOf(row, code);
      return text === null ? [] : [wide(fieldOf(task, code).label, text)];
    }),
    ...WRITTEN.map((label) => wide(label, room)),
    wide('办理状态', textOf(row, 'state')),
  ];
}

function textOf(row: Row, code: SlipField | 'state'): string | null {
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
