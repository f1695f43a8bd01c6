/** 项目分类汇总表: count, total investment and arrived funds by any two of the ledger's dimensions. */
import type { Row } from '../../../preload/contract/records.ts';
import type { TableInfo } from '../../../preload/contract/tables.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import { project } from '../../domain/ledgers/project.ts';
import { shareCell } from '../figures.ts';
import type { TableCell, TableColumn, TableRow } from '../table.ts';
import { sumRow } from '../totals.ts';
import { groupBy } from './groups.ts';
import { moneyField } from './money-field.ts';
import { frameOf, groupingField, type Report } from './report.ts';
import { currencyNotes, moneySum, printedMeasure, valueOf, type MoneyMeasure } from './values.ts';
import { widenFigures } from './widths.ts';

const TOTAL = moneyField('total_investment');
const ARRIVED = moneyField('arrived_total');
/** 到位率 stands after 序号, the name and 合计's three figures. */
const RATE = 5;
const info: TableInfo = { name: 'project-rollup', title: '项目分类汇总表', about: '按任意两个分类，汇总项目个数、总投资、到位资金', paper: 'A3', landscape: true, choices: ['dimensions'] };

/**
 * The first dimension runs down, the second across; the same one twice gives rows only. Stage × 建设性质 unless chosen.
 * 到位率 = 到位资金 ÷ 总投资, both as far as they are in 人民币; “—” where there is no total investment.
 */
export const projectRollup: Report = {
  info,
  make(rows, options, context) {
    const measure = options.measure ?? '万元';
    const [down, across] = (options.dimensions ?? ['stage', 'nature']).map((code) => groupingField(project, code));
    if (down === undefined || across === undefined) throw new RangeError('a rollup has two dimensions');
    const heads = down.code === across.code ? [] : groupBy(rows, across, context.units);
    const columns = columnsOf(down.label, heads.map((head) => head.label), measure);
    const inHead = (list: readonly Row[], value: Value): Row[] => list.filter((row) => valueOf(row, across.code) === value);
    const data = groupBy(rows, down, context.units).map((group, index): TableRow => {
      const whole = figuresOf(group.rows, measure);
      return { kind: 'data', cells: [{ figure: String(index + 1) }, group.label, ...whole, rateOf(group.rows, measure), ...heads.flatMap((head) => figuresOf(inHead(group.rows, head.value), measure))] };
    });
    const total = data.length === 0 ? [] : [withRate(sumRow('total', '合计', 1, columns, data, data.map((_, index) => index)), rateOf(rows, measure))];
    return { ...frameOf(info, ['个', measure, '%'], options, context), columns: widenFigures(columns, [...data, ...total]), repeat: 2, rows: [...data, ...total], notes: currencyNotes(rows, [TOTAL]) };
  },
};

function columnsOf(down: string, heads: readonly string[], measure: MoneyMeasure): TableColumn[] {
  const places = printedMeasure(TOTAL, measure)?.places ?? 0;
  const figures = (head: string): TableColumn[] => [
    { path: [head, '个数'], width: 12, align: 'right', places: 0, sums: true },
    { path: [head, '总投资'], width: 20, align: 'right', places, sums: true },
    { path: [head, '到位资金'], width: 20, align: 'right', places, sums: true },
  ];
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: [down], width: 34, align: 'left' },
    ...figures('合计'),
    { path: ['合计', '到位率'], width: 16, align: 'right', places: 2 },
    ...heads.flatMap(figures),
  ];
}

function figuresOf(rows: readonly Row[], measure: MoneyMeasure): TableCell[] {
  return [{ figure: String(rows.length) }, { figure: moneySum(rows, TOTAL, measure) }, { figure: moneySum(rows, ARRIVED, measure) }];
}

function rateOf(rows: readonly Row[], measure: MoneyMeasure): TableCell {
  return shareCell(moneySum(rows, ARRIVED, measure), moneySum(rows, TOTAL, measure), 2);
}

const withRate = (row: TableRow, rate: TableCell): TableRow => ({ ...row, cells: row.cells.toSpliced(RATE, 1, rate) });
