/**
 * 主要指标月报: one unit's own figures of a month, or the whole's, an indicator a row: what an
 * office without townships reports of itself.
 */
import type { ProgressRow, ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { monthlySources } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';
import {
  reportMonthOf,
  reportYearOf,
  shareOrDash,
  yearFrame,
  type YearReport,
  type YearSource,
} from '../shared/year.ts';
import { progressSheets } from './month-sheets.ts';

const info = {
  name: 'unit-report',
  title: '主要指标月报',
  about: '一个单位或全县自己的数，一项指标一行：年目标、当月、累计、同比、完成率、超欠序时、名次',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators', 'denominator'],
} as const satisfies TableInfo;

/** of several measures in one column: each figure is printed with its indicator's places */
const figure = (value: string | null, { indicator }: ProgressSheet): TableCell =>
  value === null ? null : { figure: value, places: indicator.places };

function columnsOf(source: YearSource, month: number, ranked: boolean): readonly TableColumn[] {
  const amount = (label: string, width: number): TableColumn => ({
    path: [label],
    width,
    align: 'right',
  });
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['指　标'], width: 52, align: 'left' },
    { path: ['计量单位'], width: 16, align: 'center' },
    amount('年目标', 24),
    amount(`${source.monthName(month)}当月`, 22),
    amount(`${source.span(month)}累计`, 24),
    { path: ['同比±%'], width: 18, align: 'right', places: 2 },
    { path: ['完成率%'], width: 18, align: 'right', places: 2 },
    { path: ['超欠序时（百分点）'], width: 24, align: 'right', places: 2, signed: true },
    ...(ranked ? [{ path: ['名次'], width: 12, align: 'center' } as const] : []),
  ];
}

const isTold = (row: ProgressRow | undefined): row is ProgressRow =>
  row !== undefined && (row.month !== null || row.cumulative !== null || row.target !== null);

export const unitReport: YearReport = {
  info,
  read(source, options: ParsedTableOptions) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const { unit } = options;
    const rowOf = (sheet: ProgressSheet): ProgressRow | undefined =>
      unit === undefined ? sheet.total : sheet.rows.find((row) => row.name === unit);
    const sheets = progressSheets(source, options).filter((sheet) => isTold(rowOf(sheet)));
    const columns = columnsOf(source, month, unit !== undefined);
    const sources = monthlySources(source, options);
    const rows = sheets.flatMap((sheet, at): TableRow[] => {
      const row = rowOf(sheet);
      if (row === undefined) return [];
      const of = sources(sheet, row.unit);
      return [
        {
          kind: 'data',
          cells: [
            { figure: String(at + 1) },
            sheet.indicator.name,
            sheet.indicator.measure,
            of('target', figure(row.target, sheet)),
            of('month', figure(row.month, sheet)),
            of('cumulative', figure(row.cumulative, sheet)),
            of('yoy', shareOrDash(row.yoy)),
            of('completion', shareOrDash(row.completion)),
            of('gap', shareOrDash(row.gap)),
            ...(unit === undefined
              ? []
              : [row.place === null ? { note: '—' } : { figure: String(row.place) }]),
          ],
        },
      ];
    });
    return {
      ...yearFrame(
        info,
        {
          title: `${unit ?? source.context.county}${year}年${source.span(month)}主要指标月报`,
          middle: `${year}年${source.monthName(month)}`,
          measures: ['', '见各行'],
          filters: [],
          period: `${year}年${source.monthName(month)}`,
          empty: `${unit ?? source.context.county}${year}年${source.monthName(month)}还没有数。先在“进度”页填报或导入`,
        },
        options,
        source,
      ),
      columns: widenFigures(columns, rows),
      repeat: 2,
      rows,
      notes: [],
    };
  },
};
