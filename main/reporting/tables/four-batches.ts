/** 四个一批汇总表: how many projects, and how much money, stand in the 签约, 开工, 建设 and 投产 batches. */
import type { Row } from '../../../preload/contract/records.ts';
import type { TableInfo } from '../../../preload/contract/tables.ts';
import { compare, multiply, type Decimal } from '../../domain/decimal.ts';
import type { Field, Value } from '../../domain/ledgers/field.ts';
import { project } from '../../domain/ledgers/project.ts';
import { BATCHES } from '../../domain/stage.ts';
import type { TableCell, TableColumn, TableRow } from '../table.ts';
import { sumRow } from '../totals.ts';
import { groupBy, type RowGroup } from './groups.ts';
import { moneyField } from './money-field.ts';
import { frameOf, groupingField, type Report } from './report.ts';
import { moneyByUnit, TIMES } from './shared-money.ts';
import { currencyNotes, currencyOf, moneySum, printedMeasure, valueOf, type MoneyMeasure } from './values.ts';
import { widenFigures } from './widths.ts';

const HUNDRED_MILLION = '100000000';
const TOTAL = moneyField('total_investment');
const DONE = moneyField('invested_this_year');
const ARRIVED = moneyField('arrived_total');
const info: TableInfo = { name: 'four-batches', title: '四个一批汇总表', about: '按单位或产业，统计签约、开工、建设、投产项目的个数和资金', paper: 'A3', landscape: true, choices: [], group: { field: null, none: '单位' } };

/**
 * A project stands in exactly one batch: that of the stage it is in now (立项 with 签约, 竣工 with 建设, 达产 with 投产).
 * 线索, 洽谈, 停滞, 终止 and projects without a stage stand in none; a note counts them.
 * By default a project counts for its 引进单位, and for its 责任单位 where it has no introducer; its 到位资金 is shared as its credits say.
 * 亿元以上 counts projects of at least 1亿元 人民币.
 */
export const fourBatches: Report = {
  info,
  make(rows, options, context) {
    const measure = options.measure ?? '万元';
    const credited = options.group === undefined || options.group === null;
    const field = groupingField(project, options.group ?? 'introducer');
    const read = credited ? creditedUnit : (row: Row): Value => valueOf(row, field.code);
    const counted = rows.filter((row) => batchOf(row) !== null);
    const columns = columnsOf(credited ? '单位' : field.label, measure);
    const funds = [counted, ...BATCHES.map((batch) => counted.filter((row) => batchOf(row) === batch.code))].map((list) => moneyByUnit(list, (row) => (credited ? context.projects.sharesOf('project', row.id) : []), read, (row) => valueOf(row, ARRIVED.code)));
    const data = [...groupBy(counted, field, context.units, read), ...sharersOf(funds[0] ?? new Map(), counted.map(read))].map((group, index): TableRow => {
      const label = group.value === null && credited ? '未填单位' : group.label;
      const lists = [group.rows, ...BATCHES.map((batch) => group.rows.filter((row) => batchOf(row) === batch.code))];
      return { kind: 'data', cells: [{ figure: String(index + 1) }, label, ...lists.flatMap((list, at) => figuresOf(list, funds[at]?.get(group.value) ?? '0', measure))] };
    });
    const total = data.length === 0 ? [] : [sumRow('total', '合计', 1, columns, data, data.map((_, index) => index))];
    return { ...frameOf(info, ['个', measure], options, context), columns: widenFigures(columns, [...data, ...total]), repeat: 2, rows: [...data, ...total], notes: [...outsideNote(rows.length - counted.length), ...currencyNotes(counted, [TOTAL])] };
  },
};

const creditedUnit = (row: Row): Value => valueOf(row, 'introducer') ?? valueOf(row, 'responsible_unit');

function batchOf(row: Row): string | null {
  const stage = valueOf(row, 'stage');
  return BATCHES.find((batch) => batch.stages.some((one) => one === stage))?.code ?? null;
}

function columnsOf(by: string, measure: MoneyMeasure): TableColumn[] {
  const count = (path: readonly string[]): TableColumn => ({ path, width: 11, align: 'right', places: 0, sums: true });
  const money = (head: string, label: string, field: Field): TableColumn => ({ path: [head, label], width: 17, align: 'right', places: printedMeasure(field, measure)?.places ?? 0, sums: true });
  const heads = ['合计', ...BATCHES.map((batch) => batch.label)];
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: [by], width: 32, align: 'left' },
    ...heads.flatMap((head) => [count([head, '个数']), count([head, '其中亿元以上']), money(head, '总投资', TOTAL), money(head, '本年完成投资', DONE), money(head, '到位资金', ARRIVED)]),
  ];
}

/** Units that introduced nothing of this table and share in another's funds. */
const sharersOf = (funds: ReadonlyMap<Value, Decimal>, introducers: readonly Value[]): readonly RowGroup[] => [...funds.keys()].filter((unit) => unit !== null && !introducers.includes(unit)).map((unit) => ({ value: unit, label: unit ?? '', rows: [] }));

function figuresOf(rows: readonly Row[], arrived: Decimal, measure: MoneyMeasure): TableCell[] {
  const large = rows.filter((row) => currencyOf(row, TOTAL) === 'CNY' && compare(valueOf(row, TOTAL.code) ?? '0', HUNDRED_MILLION) >= 0);
  return [{ figure: String(rows.length) }, { figure: String(large.length) }, ...[TOTAL, DONE].map((field): TableCell => ({ figure: moneySum(rows, field, measure) })), { figure: multiply(arrived, TIMES[measure]) }];
}

function outsideNote(count: number): string[] {
  return count === 0 ? [] : [`另有${count}个线索、洽谈、停滞、终止或未填阶段的项目，不在四个一批内。`];
}
