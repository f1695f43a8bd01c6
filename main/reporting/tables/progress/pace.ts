/**
 * 序时进度对照表: what should be done by now beside what is done, per indicator: the difference in
 * the measure and in points, and the lamp.
 */
import type { ProgressRow, ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { Lamp } from '../../../domain/progress/lamp.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { subtract } from '../../../domain/exact/decimal.ts';
import { PACE_WORDS } from '../../../domain/progress/words.ts';
import type { TableCell, TableColumn, TableRow, TableSheet } from '../../model/table.ts';
import { ceilingNote } from './bulletin-notes.ts';
import { progressSheets, totalName, countyRow, unitsInOrder } from './month-sheets.ts';
import { monthlySources } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';
import {
  DENOMINATOR_WORDS,
  figureCell,
  reportMonthOf,
  shareOrDash,
  totalUnder,
  yearFrame,
  reportYearOf,
  type YearReport,
  type YearSource,
} from '../shared/year.ts';

const info = {
  name: 'pace',
  title: '序时进度对照表',
  about: '到本月应完成多少、实际完成多少、超欠多少，亮什么灯',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators', 'units', 'denominator'],
} as const satisfies TableInfo;
const HEAD = 2;
const PER_INDICATOR = 7;
const A_PAGE = 2;
/** shapes tell the lamps apart on a black and white print */
const LAMPS: Readonly<Record<Lamp, string>> = {
  gold: '★金',
  blue: '◆蓝',
  green: '●绿',
  yellow: '▲黄',
  red: '■红',
  none: '—',
};

export const paceTable: YearReport = {
  info,
  read(source, options) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const measured = progressSheets(source, options).filter((sheet) => hasTarget(sheet, options));
    const heads = columnsOf(measured, source.span(month));
    const sources = monthlySources(source, options);
    const order = targetedUnits(measured, options.unit);
    const data = order.map(([unit, name], index): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(index + 1) },
        name,
        ...measured.flatMap((sheet) =>
          cellsOf(
            sheet.rows.find((row) => row.unit === unit),
            sources(sheet, unit),
          ),
        ),
      ],
    }));
    const totals = measured.flatMap((sheet) => figuresOf(sheet.total, sources(sheet, null)));
    const label = `${totalName(source, options)}合计`;
    const total =
      data.length === 0 || options.unit !== undefined
        ? null
        : totalUnder(label, heads, data, [null, null, ...totals]);
    const rows = total === null ? wholeAlone(source, options, totals, data) : [...data, total.row];
    const by = options.denominator ?? source.scoring();
    return {
      ...yearFrame(
        info,
        {
          title: `${year}年${source.span(month)}${measured.length === 1 ? (measured[0]?.indicator.name ?? '') : ''}序时进度对照表`,
          middle: `${year}年${source.monthName(month)}`,
          measures:
            measured.length > 1 ? ['', '见表头'] : measured.map((sheet) => sheet.indicator.measure),
          filters: by === source.scoring() ? [] : [`按${DENOMINATOR_WORDS[by]}`],
          period: `${year}年${source.monthName(month)}`,
          empty: `${year}年还没有目标，不能对照序时进度。先在“目标”页填写或导入`,
        },
        options,
        source,
      ),
      columns: widenFigures(total?.columns ?? heads, rows),
      repeat: HEAD,
      rows,
      sheets: pagesOf(measured.length),
      notes: [
        `应完成＝年目标（${DENOMINATOR_WORDS[by]}）按计划到${source.monthName(month)}的数，没有分月或分季计划的按月平均；差额＝累计－应完成；超欠序时＝完成率－序时进度。`,
        ...ceilingNote(measured),
      ],
    };
  },
};

/** In the order of the county's tree. */
function targetedUnits(
  sheets: readonly ProgressSheet[],
  only: string | undefined,
): readonly (readonly [number | null, string])[] {
  const named = new Map(
    sheets.flatMap(({ rows }) =>
      rows
        .filter((row) => row.target !== null && shown(row, only))
        .map((row) => [row.unit, row.name]),
    ),
  );
  return unitsInOrder(sheets).flatMap((unit) => {
    const name = named.get(unit);
    return name === undefined ? [] : [[unit, name] as const];
  });
}

const hasTarget = ({ rows, total }: ProgressSheet, { unit }: ParsedTableOptions): boolean =>
  rows.some((row) => row.target !== null && shown(row, unit)) ||
  (unit === undefined && total.target !== null);

/** Where no unit has a target the whole may have one: then it is the only row. */
const wholeAlone = (
  source: YearSource,
  options: ParsedTableOptions,
  totals: readonly TableCell[],
  data: readonly TableRow[],
): readonly TableRow[] =>
  data.length > 0 || options.unit !== undefined || totals.length === 0
    ? data
    : [countyRow(source, options, totals)];

const shown = (row: ProgressRow, unit: string | undefined): boolean =>
  unit === undefined || row.name === unit;

function columnsOf(sheets: readonly ProgressSheet[], span: string): TableColumn[] {
  const of = ({
    indicator: { name, measure, places, direction },
  }: ProgressSheet): TableColumn[] => {
    const head = `${name}（${measure}）`;
    const figure = { align: 'right', places, sums: true } as const;
    const words = PACE_WORDS[direction];
    return [
      { path: [head, words.target], width: 20, ...figure },
      {
        path: [head, `${span}${direction === 'up' ? '应完成' : '应控制在'}`],
        width: 20,
        ...figure,
      },
      { path: [head, `${span}累计`], width: 20, ...figure },
      { path: [head, '差额'], width: 18, ...figure, signed: true },
      { path: [head, `${words.completion}%`], width: 18, align: 'right', places: 2 },
      {
        path: [head, `${words.gap}（百分点）`],
        width: 22,
        align: 'right',
        places: 2,
        signed: true,
      },
      { path: [head, '亮灯'], width: 13, align: 'center' },
    ];
  };
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['单　位'], width: 30, align: 'left' },
    ...sheets.flatMap(of),
  ];
}

type Sourced = ReturnType<ReturnType<typeof monthlySources>>;
function cellsOf(row: ProgressRow | undefined, of: Sourced): TableCell[] {
  if (row === undefined || row.target === null)
    return Array.from({ length: PER_INDICATOR }, () => null);
  return figuresOf(row, of);
}

const figuresOf = (row: ProgressRow, of: Sourced): TableCell[] => [
  of('target', figureCell(row.target)),
  of('due', figureCell(row.due)),
  of('cumulative', figureCell(row.cumulative)),
  figureCell(
    row.due === null || row.cumulative === null ? null : subtract(row.cumulative, row.due),
  ),
  of('completion', shareOrDash(row.completion)),
  of('gap', shareOrDash(row.gap)),
  { note: LAMPS[row.lamp] },
];

const pagesOf = (count: number): TableSheet[] =>
  Array.from({ length: Math.ceil(count / A_PAGE) }, (_, page) => ({
    columns: Array.from(
      { length: Math.min(A_PAGE, count - page * A_PAGE) * PER_INDICATOR },
      (__, part) => HEAD + page * A_PAGE * PER_INDICATOR + part,
    ),
    notes: [],
  }));
