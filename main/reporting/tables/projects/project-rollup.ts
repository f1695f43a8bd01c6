/**
 * 项目分类汇总表: count, total investment and arrived funds by any two of the ledger's dimensions,
 * with 接转 of earlier years.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { yearBegins } from '../../../domain/days/assessment-year.ts';
import type { Day } from '../../../domain/days/day.ts';
import { isCarriedOver } from '../../../domain/projects/carry-over.ts';
import type { Value } from '../../../domain/ledgers/field.ts';
import { project } from '../../../domain/ledgers/project.ts';
import { carriedOf } from '../../../services/projects/project-parts.ts';
import { NO_SHARE, shareCell } from '../../model/figures.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { emptiedCells, wholeRows } from '../../model/totals.ts';
import { bySharers, countedProjects, isWhole } from '../shared/counted-projects.ts';
import { groupBy } from '../shared/groups.ts';
import { moneyField } from '../shared/money-field.ts';
import { projectsOn } from '../shared/projects-on.ts';
import { asOf, printFrameOf, groupingField, type PrintReport } from '../shared/report.ts';
import {
  currencyNotes,
  moneySum,
  moneySumCell,
  printedMeasure,
  rowValueOf,
} from '../shared/values.ts';
import type { MoneyMeasure } from '../shared/money-measure.ts';
import { countCell } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';

const TOTAL = moneyField('total_investment');
const ARRIVED = moneyField('arrived_total');
/** 到位率 stands after 序号, the name and 合计's four figures. */
const RATE = 6;
const info: TableInfo = {
  name: 'project-rollup',
  title: '项目分类汇总表',
  about: '按任意两个分类，汇总项目个数、总投资、到位资金',
  clock: 'month',
  paper: 'A3',
  landscape: true,
  choices: ['dimensions'],
};

/**
 * The first dimension runs down, the second across; one alone, or the same one twice, gives rows
 * only. Stage × 建设性质 unless chosen.
 * By 引进单位 a project counts for its introducer and its 到位资金 for the units that share it.
 * 接转: signed or started in an earlier year and still running.
 * 到位率 = 到位资金 ÷ 总投资, both as far as they are in 人民币; “—” where either is unknown or
 * nothing is to be invested.
 */
export const projectRollup: PrintReport = {
  info,
  make(listed, options, context) {
    const measure = options.measure ?? '万元';
    const begins = yearBegins(options.year ?? context.year, context.firstMonth);
    const [down, across = down] = (options.dimensions ?? ['stage', 'nature']).map((code) =>
      groupingField(project, code),
    );
    if (down === undefined || across === undefined)
      throw new RangeError('a rollup has a dimension');
    const { rows: there, notes } = countedProjects(listed, context);
    const { rows: counted, notes: stood } = projectsOn(
      there,
      asOf(info, options, context),
      context,
    );
    const rows = [down, across].some((field) => field.code === 'introducer')
      ? bySharers(counted, context)
      : counted;
    const heads = down.code === across.code ? [] : groupBy(rows, across, context.units);
    const columns = columnsOf(
      down.label,
      heads.map((head) => head.label),
      measure,
    );
    const inHead = (list: readonly Row[], value: Value): Row[] =>
      list.filter((row) => rowValueOf(row, across.code) === value);
    const cellsOf = (list: readonly Row[]): TableCell[] => {
      const [count = null, ...money] = figuresOf(list, measure);
      return [
        count,
        carriedCell(list, begins),
        ...money,
        rateOf(list, measure),
        ...heads.flatMap((head) => figuresOf(inHead(list, head.value), measure)),
      ];
    };
    const data = groupBy(rows, down, context.units).map((group, index): TableRow => ({
      kind: 'data',
      cells: [{ figure: String(index + 1) }, group.label, ...cellsOf(group.rows)],
    }));
    const total = wholeRows(columns, data, (row) =>
      emptiedCells(withRate(row, rateOf(rows, measure)), ['', '', ...cellsOf(rows)]),
    );
    return {
      ...printFrameOf(info, ['个', measure, '%'], options, context),
      columns: widenFigures(columns, [...data, ...total]),
      across: acrossOf(heads.length),
      repeat: 2,
      rows: [...data, ...total],
      notes: [...notes, ...stood, ...currencyNotes(rows, [TOTAL])],
    };
  },
};

function columnsOf(down: string, heads: readonly string[], measure: MoneyMeasure): TableColumn[] {
  const places = printedMeasure(TOTAL, measure)?.places ?? 0;
  const count = (path: readonly string[]): TableColumn => ({
    path,
    width: 12,
    align: 'right',
    places: 0,
    sums: true,
  });
  const money = (head: string): TableColumn[] =>
    ['总投资', '到位资金'].map((label) => ({
      path: [head, label],
      width: 20,
      align: 'right',
      places,
      sums: true,
    }));
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: [down], width: 34, align: 'left' },
    count(['合计', '个数']),
    count(['合计', '其中接转']),
    ...money('合计'),
    { path: ['合计', '到位率'], width: 16, align: 'right', places: 2 },
    ...heads.flatMap((head) => [count([head, '个数']), ...money(head)]),
  ];
}

/** 个数, 总投资 and 到位资金 under all heads add up to those of 合计. */
function acrossOf(heads: number): NonNullable<PrintTable['across']> {
  return heads === 0
    ? []
    : [2, 4, 5].map((whole, at) => ({
        whole,
        parts: Array.from({ length: heads }, (_, head) => RATE + 1 + head * 3 + at),
      }));
}

function figuresOf(rows: readonly Row[], measure: MoneyMeasure): TableCell[] {
  const whole = rows.filter(isWhole);
  return [
    countCell('project', whole),
    moneySumCell(whole, TOTAL, measure),
    moneySumCell(rows, ARRIVED, measure),
  ];
}

const carriedCell = (rows: readonly Row[], begins: Day): TableCell =>
  countCell(
    'project',
    rows.filter((row) => isWhole(row) && isCarriedOver(carriedOf(row), begins)),
  );

function rateOf(rows: readonly Row[], measure: MoneyMeasure): TableCell {
  const arrived = moneySum(rows, ARRIVED, measure);
  return arrived === null
    ? { note: NO_SHARE }
    : shareCell(arrived, moneySum(rows.filter(isWhole), TOTAL, measure) ?? '0', 2);
}

const withRate = (row: TableRow, rate: TableCell): TableRow => ({
  ...row,
  cells: row.cells.toSpliced(RATE, 1, rate),
});
