/** 四个一批汇总表 and 七个一批汇总表: how many projects, and how much money, stand in each batch. */
import type { Row } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { compare, multiply, sum, type Decimal } from '../../../domain/exact/decimal.ts';
import type { Field, Value } from '../../../domain/ledgers/field.ts';
import { project } from '../../../domain/ledgers/project.ts';
import { BATCHES, SEVEN_BATCHES } from '../../../domain/ledgers/stage.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { emptiedCells, wholeRows } from '../../model/totals.ts';
import { countedProjects } from '../shared/counted-projects.ts';
import { groupBy, type RowGroup } from '../shared/groups.ts';
import { moneyField } from '../shared/money-field.ts';
import {
  asOf,
  printFrameOf,
  groupingField,
  type PrintReport,
  type ReportContext,
} from '../shared/report.ts';
import { projectsOn } from '../shared/projects-on.ts';
import { moneyByUnit } from '../shared/shared-money.ts';
import { TIMES } from '../shared/money-measure.ts';
import {
  currencyNotes,
  printedCurrencyOf,
  moneySumCell,
  printedMeasure,
  rowValueOf,
} from '../shared/values.ts';
import type { MoneyMeasure } from '../shared/money-measure.ts';
import { countCell, recordsSource } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';

const HUNDRED_MILLION = '100000000';
const TOTAL = moneyField('total_investment');
const DONE = moneyField('invested_this_year');
const ARRIVED = moneyField('arrived_total');
interface Batch {
  readonly code: string;
  readonly label: string;
  readonly stages: readonly string[];
}
interface Kind {
  readonly info: TableInfo;
  readonly batches: readonly Batch[];
  /** with 其中亿元以上 and 本年完成投资 of each batch */
  readonly full: boolean;
  /** what stands in no batch, in words */
  readonly outside: string;
}

/**
 * A project stands in exactly one batch: that of the stage it is in now (立项 with 签约, 竣工 with
 * 建设, 达产 with 投产 of four). What stands in none is counted by a note.
 * By default a project counts for its 引进单位, and for its 责任单位 where it has no introducer;
 * its 到位资金 is shared as its credits say.
 * 亿元以上 counts projects of at least 1亿元 人民币. A figure that no project of a cell has is left
 * empty; 0 stands where there is no project.
 */
function batchReport(kind: Kind): PrintReport {
  return {
    info: kind.info,
    make: (listed, options, context) => batchTable(kind, listed, options, context),
  };
}

const batchIn = (batches: readonly Batch[], row: Row): string | null =>
  batches.find((batch) => batch.stages.some((one) => one === rowValueOf(row, 'stage')))?.code ??
  null;

/** All rows, then those of each batch. */
const allAndEach = (
  batches: readonly Batch[],
  list: readonly Row[],
): readonly (readonly Row[])[] => [
  list,
  ...batches.map((batch) => list.filter((row) => batchIn(batches, row) === batch.code)),
];

/** 到位资金 of the rows by whom it counts for: by shares where the units are asked for. */
const fundsOf = (
  list: readonly Row[],
  read: (row: Row) => Value,
  projects: ReportContext['projects'] | null,
): ReadonlyMap<Value, Decimal> =>
  moneyByUnit(
    list,
    (row) => projects?.sharesOf('project', row.id) ?? [],
    read,
    (row) => rowValueOf(row, ARRIVED.code),
  );

function batchTable(
  kind: Kind,
  listed: readonly Row[],
  options: ParsedTableOptions,
  context: ReportContext,
): PrintTable {
  const { info, batches } = kind;
  const measure = options.measure ?? '万元';
  const { rows: there, notes } = countedProjects(listed, context);
  const stood = projectsOn(there, asOf(info, options, context), context);
  const { rows } = stood;
  const credited = options.group === undefined || options.group === null;
  const field = groupingField(project, options.group ?? 'introducer');
  const read = credited ? creditedUnit : (row: Row): Value => rowValueOf(row, field.code);
  const counted = rows.filter((row) => batchIn(batches, row) !== null);
  const inBatch = (list: readonly Row[]): readonly (readonly Row[])[] => allAndEach(batches, list);
  const columns = columnsOf(kind, credited ? '单位' : field.label, measure);
  const funds = inBatch(counted).map((list) =>
    fundsOf(list, read, credited ? context.projects : null),
  );
  const data = [
    ...groupBy(counted, field, context.units, read),
    ...sharersOf(funds[0] ?? new Map(), counted.map(read)),
  ].map((group, index): TableRow => {
    const label = group.value === null && credited ? '未填单位' : group.label;
    return {
      kind: 'data',
      cells: [
        { figure: String(index + 1) },
        label,
        ...inBatch(group.rows).flatMap((list, at) =>
          figuresOf(kind, list, funds[at]?.get(group.value) ?? null, measure),
        ),
      ],
    };
  });
  const county = funds.map((parts) => (parts.size === 0 ? null : sum(parts.values())));
  const total = wholeRows(columns, data, (row) =>
    emptiedCells(row, [
      '',
      '',
      ...inBatch(counted).flatMap((list, at) => figuresOf(kind, list, county[at] ?? null, measure)),
    ]),
  );
  return {
    ...printFrameOf(info, ['个', measure], options, context),
    columns: widenFigures(columns, [...data, ...total]),
    across: acrossOf(kind),
    repeat: 2,
    rows: [...data, ...total],
    notes: [
      ...outsideNote(rows.length - counted.length, kind.outside),
      ...notes,
      ...stood.notes,
      ...(kind.full ? stood.investedNotes : []),
      ...currencyNotes(counted, [TOTAL]),
    ],
  };
}

const GROUP = { field: null, none: '单位' } as const;
export const fourBatches = batchReport({
  info: {
    name: 'four-batches',
    title: '四个一批汇总表',
    about: '按单位或产业，统计签约、开工、建设、投产项目的个数和资金',
    clock: 'month',
    paper: 'A3',
    landscape: true,
    choices: [],
    group: GROUP,
  },
  batches: BATCHES,
  full: true,
  outside: '线索、洽谈、停滞、终止或未填阶段的项目，不在四个一批内',
});
export const sevenBatches = batchReport({
  info: {
    name: 'seven-batches',
    title: '七个一批汇总表',
    about: '按单位或产业，统计谋划、洽谈、签约、开工、建设、投产、达产项目',
    clock: 'month',
    paper: 'A3',
    landscape: true,
    choices: [],
    group: GROUP,
  },
  batches: SEVEN_BATCHES,
  full: false,
  outside: '停滞、终止或未填阶段的项目，不在七个一批内',
});

const creditedUnit = (row: Row): Value =>
  rowValueOf(row, 'introducer') ?? rowValueOf(row, 'responsible_unit');

function columnsOf({ batches, full }: Kind, by: string, measure: MoneyMeasure): TableColumn[] {
  const count = (path: readonly string[]): TableColumn => ({
    path,
    width: 11,
    align: 'right',
    places: 0,
    sums: true,
  });
  const money = (head: string, label: string, field: Field): TableColumn => ({
    path: [head, label],
    width: 17,
    align: 'right',
    places: printedMeasure(field, measure)?.places ?? 0,
    sums: true,
  });
  const figures = (head: string): TableColumn[] => [
    count([head, '个数']),
    ...(full ? [count([head, '其中亿元以上'])] : []),
    money(head, '总投资', TOTAL),
    ...(full ? [money(head, '本年完成投资', DONE)] : []),
    money(head, '到位资金', ARRIVED),
  ];
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: [by], width: 32, align: 'left' },
    ...['合计', ...batches.map((batch) => batch.label)].flatMap(figures),
  ];
}

/** Every kind of figure of all batches adds up to that of 合计. */
function acrossOf({ batches, full }: Kind): NonNullable<PrintTable['across']> {
  const [first, width] = [2, full ? 5 : 3];
  return Array.from({ length: width }, (_, at) => ({
    whole: first + at,
    parts: batches.map((_batch, place) => first + (place + 1) * width + at),
  }));
}

/** Units that introduced nothing of this table and share in another's funds. */
const sharersOf = (
  funds: ReadonlyMap<Value, Decimal>,
  introducers: readonly Value[],
): readonly RowGroup[] =>
  [...funds.keys()]
    .filter((unit) => unit !== null && !introducers.includes(unit))
    .map((unit) => ({ value: unit, label: unit ?? '', rows: [] }));

/** A unit that only shares in others' funds has no project of its own: 0 projects. */
function figuresOf(
  { full }: Kind,
  rows: readonly Row[],
  arrived: Decimal | null,
  measure: MoneyMeasure,
): TableCell[] {
  const large = rows.filter(
    (row) =>
      printedCurrencyOf(row, TOTAL) === 'CNY' &&
      compare(rowValueOf(row, TOTAL.code) ?? '0', HUNDRED_MILLION) >= 0,
  );
  const funds: TableCell =
    arrived !== null
      ? {
          figure: multiply(arrived, TIMES[measure]),
          source: recordsSource('project', rows, ARRIVED.code),
        }
      : rows.length === 0
        ? { figure: '0' }
        : null;
  return [
    countCell('project', rows),
    ...(full ? [countCell('project', large)] : []),
    moneySumCell(rows, TOTAL, measure),
    ...(full ? [moneySumCell(rows, DONE, measure)] : []),
    funds,
  ];
}

const outsideNote = (count: number, words: string): string[] =>
  count === 0 ? [] : [`另有${count}个${words}。`];
