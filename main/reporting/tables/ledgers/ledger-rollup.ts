/**
 * 汇总表 of any ledger, built-in or the users' own: how many records, and the sums of what adds up,
 * by one or two of its fields and across a third.
 */
import type { AnyCode } from '../../../domain/ledgers/index.ts';
import type { Row } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { divide, multiply, sum } from '../../../domain/exact/decimal.ts';
import {
  addsUp,
  isGroupable,
  type Field,
  type Ledger,
  type MoneyField,
  type Value,
} from '../../../domain/ledgers/field.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { emptiedCells, sumRow } from '../../model/totals.ts';
import {
  countedArrivals,
  countedProjects,
  type CountedProjects,
} from '../shared/counted-projects.ts';
import { groupBy } from '../shared/groups.ts';
import { groupedRows } from './grouped-rows.ts';
import { quotientCell } from './quotients.ts';
import {
  printFrameOf,
  groupingField,
  ledgerField,
  type PrintReport,
  type ReportContext,
} from '../shared/report.ts';
import {
  currencyNotes,
  moneySum,
  moneySumCell,
  printedMeasure,
  rowValueOf,
  type Chosen,
} from '../shared/values.ts';
import { countCell, recordsSource } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';
import { shareOrDash } from '../shared/year.ts';

export const ROLLUP: TableInfo = {
  name: 'ledger-rollup',
  title: '台账汇总表',
  about: '任意一本台账，按一个或两个分类汇总条数和各项合计，还可以再按一个分类横排',
  clock: 'now',
  paper: 'A3',
  landscape: true,
  choices: ['ledger', 'dimensions'],
};

/**
 * One field: a line for each of its values. Two: those of the second under a head for each of the
 * first, closed by a 小计. `across`: count and sums once more for each of its values.
 * Without a choice the first field that groups; `columns` are the figures that are summed, unless
 * chosen all that add up and that any record has, and across only those chosen.
 * Projects with 子项目 are counted by these. @throws Fault field.unknown
 */
export function ledgerRollup(ledger: Ledger): PrintReport {
  const info = { ...ROLLUP, title: `${ledger.label}汇总表`, of: ledger };
  return {
    info,
    make: (listed, options, context) => rollupTable(info, listed, options, context),
  };
}

/** The first field that groups, unless others are chosen. */
const downFields = (ledger: Ledger, chosen: readonly string[] | undefined): readonly Field[] =>
  (
    chosen ??
    ledger.fields
      .filter(isGroupable)
      .slice(0, 1)
      .map((field) => field.code)
  ).map((code) => groupingField(ledger, code));

/** All figures that add up and that any record has. */
const summedFields = (ledger: Ledger, rows: readonly Row[]): readonly Field[] =>
  ledger.fields.filter(
    (field) =>
      (isSummed(field) || field.quotient === true) &&
      rows.some((row) => rowValueOf(row, field.code) !== null),
  );

const inHead = (list: readonly Row[], across: Field | null, value: Value): readonly Row[] =>
  list.filter((row) => rowValueOf(row, across?.code ?? '') === value);

function rollupTable(
  info: TableInfo & { readonly of: Ledger },
  listed: readonly Row[],
  options: ParsedTableOptions,
  context: ReportContext,
): PrintTable {
  const ledger = info.of;
  const { measure } = options;
  const chosen = options.columns
    ?.map((code) => ledgerField(ledger, code))
    .filter((field) => isSummed(field) || field.quotient === true);
  const by = downFields(ledger, options.dimensions);
  const across = options.across === undefined ? null : groupingField(ledger, options.across);
  const { rows, notes } = countedOf(ledger, listed, context);
  const summed = chosen ?? summedFields(ledger, rows);
  const heads = across === null ? [] : groupBy(rows, across, context.units);
  const isPlanned = planFields(ledger, summed) !== null;
  const cellsOf = (list: readonly Row[]): TableCell[] => [
    ...figuresOf(ledger, list, summed, measure),
    ...(isPlanned ? [planShare(ledger, summed, list)] : []),
    ...heads.flatMap(({ value }) =>
      figuresOf(ledger, inHead(list, across, value), chosen ?? [], measure),
    ),
  ];
  const inner = by.at(-1);
  const columns = columnsOf(inner?.label ?? ledger.label, heads, {
    summed,
    chosen: chosen ?? [],
    isPlanned,
    measure,
    counter: ledger.noun.slice(0, 1),
  });
  const numbered = (list: readonly Row[], from: number): TableRow[] =>
    linesOf(list, inner, context).map((line, at): TableRow => ({
      kind: 'data',
      cells: [{ figure: String(from + at) }, line.label, ...cellsOf(line.rows)],
    }));
  const outer = by.length < 2 ? undefined : by[0];
  const body =
    outer === undefined
      ? numbered(rows, 1)
      : groupedRows(
          groupBy(rows, outer, context.units),
          ledger.noun.slice(0, 1),
          columns,
          numbered,
          new Set(),
          (row, list) => withWhole(row, cellsOf(list), columns),
        );
  const all = rows.length === 0 ? [] : [...body, totalRow(columns, body, cellsOf(rows))];
  return {
    ...printFrameOf(info, [], options, context),
    columns: widenFigures(columns, all),
    across: acrossOf(heads.length, summed.length + (isPlanned ? 1 : 0), summed, chosen ?? []),
    repeat: 2,
    rows: all,
    notes: [...notes, ...currencyNotes(rows, summed, ledger.noun)],
  };
}

/** A year's investment and its plan, where both are summed: 年度计划投资 and 本年完成投资 of projects. */
function planFields(
  ledger: Ledger,
  summed: readonly Field[],
): readonly [plan: MoneyField, done: MoneyField] | null {
  const money = (code: string): MoneyField | null => {
    const field = ledger.code === 'project' ? summed.find((one) => one.code === code) : undefined;
    return field?.kind === 'money' ? field : null;
  };
  const [plan, done] = [money('planned_this_year'), money('invested_this_year')];
  return plan === null || done === null ? null : [plan, done];
}

/** What was done of the plan, over the projects that have one; “—” where none has. */
function planShare(ledger: Ledger, summed: readonly Field[], rows: readonly Row[]): TableCell {
  const fields = planFields(ledger, summed);
  if (fields === null) return null;
  const [plan, done] = fields;
  const planned = rows.filter((row) => rowValueOf(row, plan.code) !== null);
  const [whole, part] = [moneySum(planned, plan, '元'), moneySum(planned, done, '元')];
  return planned.length === 0 || whole === null || part === null
    ? { note: '—' }
    : shareOrDash(divide(multiply(part, '100'), whole, 2));
}

/** 合计 of all records. */
function totalRow(
  columns: readonly TableColumn[],
  body: readonly TableRow[],
  whole: readonly TableCell[],
): TableRow {
  const adds = body.flatMap((row, at) => (row.kind === 'data' ? [at] : []));
  const total = sumRow('total', '合计', 1, columns, body, adds);
  return withWhole(emptiedCells(total, ['', '', ...whole]), whole, columns);
}

/** What does not add up stands in a closing row as it is of all its records. */
const withWhole = (
  row: TableRow,
  whole: readonly TableCell[],
  columns: readonly TableColumn[],
): TableRow => ({
  ...row,
  cells: row.cells.map((cell, at) =>
    at >= 2 && columns[at]?.sums !== true ? (whole[at - 2] ?? null) : cell,
  ),
});

interface Line {
  readonly value: Value;
  readonly label: string;
  readonly rows: readonly Row[];
}

/** A ledger without any field that groups has one line. */
const linesOf = (
  rows: readonly Row[],
  by: Field | undefined,
  context: ReportContext,
): readonly Line[] =>
  by === undefined ? [{ value: null, label: '全部', rows }] : groupBy(rows, by, context.units);

function countedOf(ledger: Ledger, rows: readonly Row[], context: ReportContext): CountedProjects {
  if (ledger.code === 'project') return countedProjects(rows, context);
  return ledger.code === 'arrival' ? countedArrivals(rows, context) : { rows, notes: [] };
}

/** Amounts fixed in another currency are not added to those in 人民币. */
const isSummed = (field: Field): boolean =>
  addsUp(field) &&
  !(field.kind === 'money' && typeof field.currency === 'string' && field.currency !== 'CNY');

const figuresOf = (
  ledger: Ledger,
  rows: readonly Row[],
  summed: readonly Field[],
  measure: Chosen,
): TableCell[] => [
  countCell(ledger.code, rows),
  ...summed.map((field) =>
    field.quotient === true
      ? quotientCell(rows, field, ledger)
      : sumCell(ledger.code as AnyCode, rows, field, measure),
  ),
];

/** Nothing is not 0: empty where there are records and none has the figure. */
function sumCell(ledger: AnyCode, rows: readonly Row[], field: Field, measure: Chosen): TableCell {
  if (field.kind === 'money') return moneySumCell(rows, field, measure, ledger);
  const figures = rows.flatMap((row) => rowValueOf(row, field.code) ?? []);
  return figures.length === 0 && rows.length > 0
    ? null
    : { figure: sum(figures), source: recordsSource(ledger, rows, field.code) };
}

/** What stands under every head adds up to what stands under 合计. */
function acrossOf(
  heads: number,
  /** columns of figures under 合计 */
  whole: number,
  summed: readonly Field[],
  chosen: readonly Field[],
): NonNullable<PrintTable['across']> {
  if (heads === 0) return [];
  const [first, width] = [3 + whole, 1 + chosen.length];
  return chosen.flatMap((field, at) =>
    field.quotient === true
      ? []
      : {
          whole: 3 + summed.indexOf(field),
          parts: Array.from({ length: heads }, (_, head) => first + head * width + 1 + at),
        },
  );
}

interface Figures {
  readonly summed: readonly Field[];
  /** those under the heads too */
  readonly chosen: readonly Field[];
  readonly isPlanned: boolean;
  readonly measure: Chosen;
  /** the counting word: 家 */
  readonly counter: string;
}

function columnsOf(
  label: string,
  heads: readonly Line[],
  { summed, chosen, isPlanned, measure, counter }: Figures,
): TableColumn[] {
  const under = (head: readonly string[], fields: readonly Field[]): TableColumn[] => [
    { path: [...head, `${counter}数`], width: 14, align: 'right', places: 0, sums: true },
    ...fields.map((field): TableColumn => {
      const printed = printedMeasure(field, measure);
      return {
        path: [...head, `${field.label}（${printed?.name ?? ''}）`],
        width: 24,
        align: 'right',
        places: printed?.places ?? 0,
        ...(field.quotient === true ? {} : { sums: true as const }),
      };
    }),
  ];
  const whole = heads.length === 0 ? [] : ['合计'];
  return [
    { path: ['序号'], width: 12, align: 'center' },
    { path: [label], width: 44, align: 'left' },
    ...under(whole, summed),
    ...(isPlanned
      ? [{ path: [...whole, '完成年计划%'], width: 20, align: 'right', places: 2 } as const]
      : []),
    ...heads.flatMap((head) => under([head.label], chosen)),
  ];
}
