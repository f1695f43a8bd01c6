/**
 * 招商线索: the list, and what each person or unit brought: how many, how many of value, how many
 * became projects.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { lead } from '../../../domain/ledgers/lead.ts';
import { shareCell } from '../../model/figures.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { groupBy } from '../shared/groups.ts';
import { listReport } from '../ledgers/ledger-list.ts';
import {
  rowsUntil,
  asOf,
  printFrameOf,
  groupingField,
  type PrintReport,
} from '../shared/report.ts';
import { rowValueOf } from '../shared/values.ts';
import { countCell } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';

export const leadList = listReport({
  name: 'lead-ledger',
  title: '招商线索台账',
  about: '逐条列出线索和是否有价值',
  clock: 'now',
  ledger: 'lead',
  paper: 'A4',
  landscape: true,
  choices: ['columns'],
  columns: ['content', 'person', 'rank_class', 'unit', 'date', 'judged', 'follow_up', 'project'],
  group: { field: null, none: '不分组' },
});

const STANDARD = 'person';
const info: TableInfo = {
  name: 'leads',
  title: '招商线索统计表',
  about: '按人或按单位，统计线索数、有效数、转化项目数',
  clock: 'month',
  ledger: 'lead',
  paper: 'A4',
  landscape: true,
  choices: [],
  group: { field: STANDARD, none: '按提供人' },
};

/** 有效率 = 有效 ÷ 已研判; “—” where none was judged. */
export const leadCounts: PrintReport = {
  info,
  make(listed, options, context) {
    const by = groupingField(lead, options.group ?? STANDARD);
    const rows = rowsUntil(listed, 'date', asOf(info, options, context));
    const data = groupBy(rows, by, context.units).map((group, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        group.label,
        ...(by.code === STANDARD ? [unitsOf(group.rows)] : []),
        ...figuresOf(group.rows),
      ],
    }));
    const total: TableRow = {
      kind: 'total',
      cells: [null, '合计', ...(by.code === STANDARD ? [null] : []), ...figuresOf(rows)],
      adds: data.map((_, at) => at),
    };
    const all = data.length === 0 ? [] : [...data, total];
    return {
      ...printFrameOf(info, ['条', '%'], options, context),
      columns: widenFigures(columnsOf(by.label, by.code === STANDARD), all),
      repeat: 2,
      rows: all,
      notes: [],
    };
  },
};

/** A person's units, as their leads name them. */
const unitsOf = (rows: readonly Row[]): TableCell =>
  [...new Set(rows.flatMap((row) => rowValueOf(row, 'unit') ?? []))].join('、') || null;

function columnsOf(by: string, isPerson: boolean): TableColumn[] {
  const count = (name: string): TableColumn => ({
    path: [name],
    width: 22,
    align: 'right',
    places: 0,
    sums: true,
  });
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: [by], width: 34, align: 'left' },
    ...(isPerson ? [{ path: ['所在单位'], width: 34, align: 'left' } as const] : []),
    count('线索数'),
    count('有效'),
    count('无效'),
    count('未研判'),
    { path: ['有效率'], width: 22, align: 'right', places: 1 },
    count('转化项目'),
  ];
}

function figuresOf(rows: readonly Row[]): TableCell[] {
  const figure = (test: (row: Row) => boolean): TableCell => countCell('lead', rows.filter(test));
  const isGood = (row: Row): boolean => row['judged'] === '有效';
  const isBad = (row: Row): boolean => row['judged'] === '无效';
  const [good, bad] = [rows.filter(isGood).length, rows.filter(isBad).length];
  return [
    figure(() => true),
    figure(isGood),
    figure(isBad),
    figure((row) => !isGood(row) && !isBad(row)),
    shareCell(String(good), String(good + bad), 1),
    figure((row) => rowValueOf(row, 'project') !== null),
  ];
}
