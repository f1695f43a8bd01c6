/**
 * 月度完成情况通报表: per indicator the year's target, month, cumulative, 同比, completion,
 * over/under pace and place; two indicators a page, totals last.
 */
import type { ProgressRow, ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { TableInfo, ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import { subtract } from '../../../domain/exact/decimal.ts';
import { isShare } from '../../../domain/exact/measure.ts';
import { growthPlaces, PACE_WORDS } from '../../../domain/progress/words.ts';
import type { TableCell, TableColumn, TableRow, TableSheet } from '../../model/table.ts';
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
import {
  progressSheets,
  hasFigure,
  shownProgressRows,
  withFigures,
  countyRow,
  totalName,
  unitsInOrder,
} from './month-sheets.ts';
import { CORRECTED, sheetCountWords, bulletinNotes } from './bulletin-notes.ts';

const info = {
  name: 'monthly-bulletin',
  title: '主要指标完成情况通报表',
  about: '各单位年目标、当月、累计、同比、完成率、超欠序时和名次，一页两个指标',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators', 'units', 'denominator'],
} as const satisfies TableInfo;
/** after 序号 and 单位 */
const HEAD = 2;
/** of an indicator; a share has one more, for what it is above its target in points of its own */
const PER_INDICATOR = 7;
const widthOf = ({ indicator }: ProgressSheet): number =>
  PER_INDICATOR + (isShare(indicator.measure) ? 1 : 0);
const A_PAGE = 2;

export const monthlyBulletin: YearReport = {
  info,
  read(source, options) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const sheets = progressSheets(source, options);
    const filled = withFigures(sheets, options);
    const heads = columnsOf(source, filled, month);
    const sources = monthlySources(source, options);
    const totals = filled.flatMap((sheet) => totalCells(sheet, sources(sheet, null)));
    const data = filled.length === 0 ? [] : dataRows(filled, options, sources);
    const total =
      data.length === 0 || options.unit !== undefined
        ? null
        : totalUnder(`${totalName(source, options)}合计`, heads, data, [null, null, ...totals]);
    const rows =
      data.length === 0 && options.unit === undefined && filled.length > 0
        ? [countyRow(source, options, totals)]
        : [...data, ...(total === null ? [] : [total.row])];
    return {
      ...yearFrame(
        info,
        {
          title: `${year}年${source.span(month)}${filled.length === 1 ? (filled[0]?.indicator.name ?? '') : '主要指标'}完成情况通报表`,
          middle: `${year}年${source.monthName(month)}`,
          measures:
            filled.length > 1 ? ['', '见表头'] : filled.map((sheet) => sheet.indicator.measure),
          filters: denominatorFilter(source, options),
          period: `${year}年${source.monthName(month)}`,
          empty: `${year}年${source.monthName(month)}还没有数。先在“进度”页填报或导入`,
        },
        options,
        source,
      ),
      columns: widenFigures(total?.columns ?? heads, rows),
      repeat: HEAD,
      rows,
      sheets: pagesOf(filled, options.unit === undefined),
      notes: bulletinNotes(source, options, filled),
    };
  },
};

function columnsOf(
  source: YearSource,
  sheets: readonly ProgressSheet[],
  month: number,
): TableColumn[] {
  const of = (sheet: ProgressSheet): TableColumn[] => {
    const { name, measure, places, direction } = sheet.indicator;
    const words = PACE_WORDS[direction];
    const head = `${name}（${measure}）`;
    const figure = { align: 'right', places, sums: true } as const;
    return [
      { path: [head, words.target], width: 20, ...figure },
      { path: [head, `${source.monthName(month)}当月`], width: 18, ...figure },
      { path: [head, `${source.span(month)}累计`], width: 20, ...figure },
      {
        path: [head, isShare(measure) ? '同比±百分点' : '同比±%'],
        width: 16,
        align: 'right',
        // what changes in a share are points of its own
        places: isShare(measure)
          ? places
          : growthPlaces([...sheet.rows, sheet.total].map((row) => row.yoy)),
      },
      { path: [head, `${words.completion}%`], width: 18, align: 'right', places: 2 },
      ...(isShare(measure)
        ? [
            {
              path: [head, '比目标±点'],
              width: 18,
              align: 'right',
              places,
              signed: true,
            } as const,
          ]
        : []),
      {
        path: [head, `${words.gap}（百分点）`],
        width: 22,
        align: 'right',
        places: 2,
        signed: true,
      },
      { path: [head, '名次'], width: 12, align: 'center' },
    ];
  };
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['单　位'], width: 30, align: 'left' },
    ...sheets.flatMap(of),
  ];
}

function dataRows(
  sheets: readonly ProgressSheet[],
  options: ParsedTableOptions,
  sources: ReturnType<typeof monthlySources>,
): TableRow[] {
  const units = new Map(
    sheets.flatMap((sheet) => shownProgressRows(sheet, options)).map((row) => [row.unit, row.name]),
  );
  const order = unitsInOrder(sheets).filter((unit) => units.has(unit));
  return order.map((unit, index): TableRow => ({
    kind: 'data',
    cells: [
      { figure: String(index + 1) },
      units.get(unit) ?? '',
      ...sheets.flatMap((sheet) =>
        cellsOf(
          sheet,
          sheet.rows.find((row) => row.unit === unit),
          (of) => sources(sheet, of),
        ),
      ),
    ],
  }));
}

type Told = ReturnType<ReturnType<typeof monthlySources>>;
function cellsOf(
  sheet: ProgressSheet,
  row: ProgressRow | undefined,
  told: (unit: number | null) => Told,
): TableCell[] {
  if (row === undefined) return Array.from({ length: widthOf(sheet) }, () => null);
  const of = told(row.unit);
  const changed = (part: 'month' | 'cumulative'): string =>
    row.published !== null && row.published[part] !== row[part] ? CORRECTED : '';
  const shares: TableCell[] = hasFigure(row)
    ? [
        of('yoy', shareOrDash(row.yoy)),
        of('completion', shareOrDash(row.completion)),
        ...pointsOf(sheet, row).map((cell) => of('points', cell)),
        of('gap', shareOrDash(row.gap)),
        of('place', row.place === null ? { note: '—' } : { figure: String(row.place) }),
      ]
    : Array.from({ length: widthOf(sheet) - AMOUNTS }, () => null);
  return [
    of('target', figureCell(row.target)),
    of('month', figureCell(row.month, changed('month'))),
    of('cumulative', figureCell(row.cumulative, changed('cumulative'))),
    ...shares,
  ];
}

/** target, month, cumulative */
const AMOUNTS = 3;
const pointsOf = ({ indicator }: ProgressSheet, row: ProgressRow): TableCell[] =>
  isShare(indicator.measure)
    ? [
        shareOrDash(
          row.cumulative === null || row.target === null
            ? null
            : subtract(row.cumulative, row.target),
        ),
      ]
    : [];

const totalCells = (sheet: ProgressSheet, of: Told): TableCell[] =>
  cellsOfTotal(sheet, sheet.total, of);
const cellsOfTotal = (sheet: ProgressSheet, total: ProgressRow, of: Told): TableCell[] => [
  of('target', figureCell(total.target)),
  of('month', figureCell(total.month)),
  of('cumulative', figureCell(total.cumulative)),
  of('yoy', shareOrDash(total.yoy)),
  of('completion', shareOrDash(total.completion)),
  ...pointsOf(sheet, total).map((cell) => of('points', cell)),
  of('gap', shareOrDash(total.gap)),
  { note: '—' },
];

function pagesOf(sheets: readonly ProgressSheet[], counted: boolean): TableSheet[] {
  const starts = Array.from(
    { length: Math.ceil(sheets.length / A_PAGE) },
    (_, page) => page * A_PAGE,
  );
  const first = (at: number): number =>
    HEAD + sheets.slice(0, at).reduce((sum, sheet) => sum + widthOf(sheet), 0);
  return starts.map((start) => ({
    columns: sheets
      .slice(start, start + A_PAGE)
      .flatMap((sheet, at) =>
        Array.from({ length: widthOf(sheet) }, (__, part) => first(start + at) + part),
      ),
    notes: counted
      ? [
          `通报：${sheets
            .slice(start, start + A_PAGE)
            .map(sheetCountWords)
            .join('；')}。`,
        ]
      : [],
  }));
}

function denominatorFilter(source: YearSource, options: ParsedTableOptions): string[] {
  return options.denominator === undefined || options.denominator === source.scoring()
    ? []
    : [`按${DENOMINATOR_WORDS[options.denominator]}`];
}
