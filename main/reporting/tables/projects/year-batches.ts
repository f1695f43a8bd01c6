/**
 * 本年四个一批进展表: by unit, what was signed, started, built on and brought into production
 * within the year, with 接转 of earlier years marked.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { batchesIn, type BatchPeriod, type YearBatches } from '../../../domain/projects/batches.ts';
import { yearBegins } from '../../../domain/days/assessment-year.ts';
import { project } from '../../../domain/ledgers/project.ts';
import { carriedOf } from '../../../services/projects/project-parts.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { emptiedCells, wholeRows } from '../../model/totals.ts';
import { countedProjects } from '../shared/counted-projects.ts';
import { groupBy } from '../shared/groups.ts';
import { moneyField } from '../shared/money-field.ts';
import { projectsOn } from '../shared/projects-on.ts';
import {
  asOf,
  printFrameOf,
  groupingField,
  spanAsked,
  type PrintReport,
  type ReportContext,
} from '../shared/report.ts';
import { currencyNotes, moneySumCell, printedMeasure, rowValueOf } from '../shared/values.ts';
import type { MoneyMeasure } from '../shared/money-measure.ts';
import { countCell } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';

const TOTAL = moneyField('total_investment');
const BATCHES = [
  { code: 'signed', label: '签约' },
  { code: 'started', label: '开工' },
  { code: 'building', label: '续建' },
  { code: 'producing', label: '投产' },
] as const satisfies readonly { code: keyof YearBatches; label: string }[];
const info: TableInfo = {
  name: 'year-batches',
  title: '本年四个一批进展表',
  about: '按单位统计本年签约、开工、续建、投产的项目，注明其中接转',
  clock: 'month',
  ledger: 'project',
  paper: 'A4',
  landscape: true,
  choices: [],
  group: { field: null, none: '单位' },
};

interface Counted {
  readonly row: Row;
  readonly batches: YearBatches;
}

/**
 * A project counts in every batch that it reached within the year: signed and started in one year,
 * in both; 合计 counts it once.
 * 接转: signed or started in an earlier year. By default for its 引进单位, else its 责任单位.
 */
export const yearBatches: PrintReport = {
  info,
  make(listed, options, context) {
    const { rows: there, notes: aside } = countedProjects(listed, context);
    const { rows, notes: stood } = projectsOn(there, asOf(info, options, context), context);
    const measure = options.measure ?? '万元';
    const period = periodOf(options, context);
    const credited = options.group === undefined || options.group === null;
    const field = groupingField(project, options.group ?? 'introducer');
    const all = rows.map((row): Counted => ({
      row,
      batches: batchesIn(carriedOf(row), period),
    }));
    const counted = all.filter(({ batches }) => BATCHES.some(({ code }) => batches[code]));
    const byId = new Map(counted.map((one) => [one.row.id, one]));
    const columns = columnsOf(credited ? '单位' : field.label, measure);
    const groups = groupBy(
      counted.map((one) => one.row),
      field,
      context.units,
      (row) =>
        credited
          ? (rowValueOf(row, 'introducer') ?? rowValueOf(row, 'responsible_unit'))
          : rowValueOf(row, field.code),
    );
    const data = groups.map((group, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        group.value === null && credited ? '未填单位' : group.label,
        ...figuresOf(
          group.rows.flatMap((row) => byId.get(row.id) ?? []),
          measure,
        ),
      ],
    }));
    const total = wholeRows(columns, data, (row) =>
      emptiedCells(row, ['', '', ...figuresOf(counted, measure)]),
    );
    const undated = all.filter(({ batches }) => batches.undated).length;
    const notes = [
      '接转：以前年度签约或开工、本年继续的项目。同一项目本年既签约又开工的，两栏都计，合计只计一次。',
      ...(undated === 0
        ? []
        : [`${undated}个项目没填签约、开工或投产日期，无法判断年度，可能少计。`]),
    ];
    return {
      ...printFrameOf(info, ['个', measure], options, context),
      columns: widenFigures(columns, [...data, ...total]),
      repeat: 2,
      rows: [...data, ...total],
      notes: [
        ...notes,
        ...aside,
        ...stood,
        ...currencyNotes(
          counted.map((one) => one.row),
          [TOTAL],
        ),
      ],
    };
  },
};

function periodOf(options: ParsedTableOptions, context: ReportContext): BatchPeriod {
  const year = options.year ?? context.year;
  return {
    year,
    begins: yearBegins(year, context.firstMonth),
    until: spanAsked(options, context).last,
  };
}

function columnsOf(by: string, measure: MoneyMeasure): TableColumn[] {
  const count = (path: readonly string[]): TableColumn => ({
    path,
    width: 14,
    align: 'right',
    places: 0,
    sums: true,
  });
  const money = (head: string): TableColumn => ({
    path: [head, '总投资'],
    width: 22,
    align: 'right',
    places: printedMeasure(TOTAL, measure)?.places ?? 0,
    sums: true,
  });
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: [by], width: 34, align: 'left' },
    ...['合计', ...BATCHES.map((one) => one.label)].flatMap((head) => [
      count([head, '个数']),
      count([head, '其中接转']),
      money(head),
    ]),
  ];
}

function figuresOf(counted: readonly Counted[], measure: MoneyMeasure): TableCell[] {
  return [
    counted,
    ...BATCHES.map(({ code }) => counted.filter(({ batches }) => batches[code])),
  ].flatMap((list): TableCell[] => [
    countOf(list),
    countOf(list.filter(({ batches }) => batches.carried)),
    moneySumCell(
      list.map((one) => one.row),
      TOTAL,
      measure,
    ),
  ]);
}

const countOf = (list: readonly Counted[]): TableCell =>
  countCell(
    'project',
    list.map((one) => one.row),
  );
