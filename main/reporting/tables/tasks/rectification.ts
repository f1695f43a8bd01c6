/**
 * 整改销号: the list of problems, and their rates by source, unit, level or another of the ledger's
 * fields.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import type { Day } from '../../../domain/days/day.ts';
import { deedOf, deadlineRatesOf } from '../../../domain/tasks/deadline.ts';
import { rectification } from '../../../domain/ledgers/rectification.ts';
import { shareCell } from '../../model/figures.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { deedsOn, rateNote, deadlineStanding } from '../ledgers/deadlines.ts';
import { groupBy } from '../shared/groups.ts';
import { listReport } from '../ledgers/ledger-list.ts';
import { asOf, printFrameOf, groupingField, type PrintReport } from '../shared/report.ts';
import { countCell } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';

const PRINTED = [
  'problem',
  'aspect',
  'level',
  'place',
  'unit',
  'owner',
  'measures',
  'found_date',
  'deadline',
  'progress',
  'state',
  'closed_date',
];
const list: TableInfo = {
  name: 'rectification',
  title: '整改销号台账',
  about: '逐个列出问题，按来源分组，注明超期和销号率',
  clock: 'month',
  ledger: 'rectification',
  paper: 'A3',
  landscape: true,
  choices: ['columns'],
  columns: PRINTED,
  group: { field: 'source', none: '不分组' },
};
export const rectificationList = listReport(list, {
  told: [deadlineStanding],
  stood: (rows, day, context) => deedsOn('rectification', rows, day, context),
  notes: (rows, day) => rateNote(rows, day, { noun: '个', closed: '销号' }),
});

const STANDARD = 'source';
const rates: TableInfo = {
  name: 'rectification-rates',
  title: '整改销号统计表',
  about: '按来源、单位或等级，统计问题数、销号率、按期销号率、超期数',
  clock: 'month',
  ledger: 'rectification',
  paper: 'A4',
  landscape: true,
  choices: [],
  group: { field: STANDARD, none: '按来源' },
};

/** 销号率 = 已销号 ÷ 问题数; 按期销号率 = 按期销号 ÷ 已到期; “—” where nothing is due. */
export const rectificationRates: PrintReport = {
  info: rates,
  make(listed, options, context) {
    const by = groupingField(rectification, options.group ?? STANDARD);
    const day = asOf(rates, options, context);
    const rows = deedsOn('rectification', listed, day, context);
    const data = groupBy(rows, by, context.units).map((group, at): TableRow => ({
      kind: 'data',
      cells: [{ figure: String(at + 1) }, group.label, ...figuresOf(group.rows, day)],
    }));
    const all =
      data.length === 0
        ? []
        : [
            ...data,
            {
              kind: 'total' as const,
              cells: [null, '合计', ...figuresOf(rows, day)],
              adds: data.map((_, at) => at),
            },
          ];
    return {
      ...printFrameOf(rates, ['个', '%'], options, context),
      columns: widenFigures(columnsOf(by.label), all),
      repeat: 2,
      rows: all,
      notes: ['按期销号率＝按期销号÷已到期；截止日不清楚的不算按期。'],
    };
  },
};

function columnsOf(by: string): TableColumn[] {
  const count = (...path: string[]): TableColumn => ({
    path,
    width: 20,
    align: 'right',
    places: 0,
    sums: true,
  });
  const rate = (...path: string[]): TableColumn => ({ path, width: 20, align: 'right', places: 1 });
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: [by], width: 44, align: 'left' },
    count('问题数'),
    count('销号', '已销号'),
    rate('销号', '销号率'),
    count('到期', '已到期'),
    count('到期', '按期销号'),
    rate('到期', '按期销号率'),
    count('未销号', '超期'),
    count('未销号', '7天内到期'),
  ];
}

function figuresOf(rows: readonly Row[], day: Day): TableCell[] {
  const found = deadlineRatesOf(rows.map(deedOf), day);
  const figure = (part: keyof typeof found): TableCell =>
    countCell(
      'rectification',
      rows.filter((row) => deadlineRatesOf([deedOf(row)], day)[part] === 1),
    );
  const share = (part: number, whole: number): TableCell =>
    shareCell(String(part), String(whole), 1);
  return [
    figure('all'),
    figure('closed'),
    share(found.closed, found.all),
    figure('due'),
    figure('inTime'),
    share(found.inTime, found.due),
    figure('overdue'),
    figure('soon'),
  ];
}
