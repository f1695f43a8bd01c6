/**
 * 目标任务分解表: units × indicators with 上年实际, 确保, 力争 and growth, the sum, the whole task
 * and 加压系数, of one version.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import type { Indicator, TargetCell, TargetSheet } from '../../../../preload/contract/targets.ts';
import { compare, type Decimal } from '../../../domain/exact/decimal.ts';
import { isShare } from '../../../domain/exact/measure.ts';
import { growthOf } from '../../../domain/targets/target.ts';
import { wholeOfCounty } from '../../../domain/progress/words.ts';
import type { TableCell, TableColumn, TableRow, TableSheet } from '../../model/table.ts';
import { sumRow } from '../../model/totals.ts';
import { OWN_TARGET, targetSources } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';
import { ownTargets, unitsWithTargets, type ListedTargets } from './listed-targets.ts';
import {
  chosenIndicators,
  figureCell,
  figureIn,
  shareOrDash,
  totalUnder,
  versionText,
  yearFrame,
  reportYearOf,
  type YearReport,
} from '../shared/year.ts';

const info = {
  name: 'target-breakdown',
  title: '目标任务分解表',
  about: '单位 × 指标：上年实际、确保、力争、增长，合计与加压系数；注明印的是哪一版',
  clock: 'year',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators', 'units', 'version'],
} as const satisfies TableInfo;
const GROWTH_PLACES = 1;
/** columns of one indicator, after 序号 and 单位 */
const PER_INDICATOR = 4;
const A_PAGE = 3;
const HEAD = 2;

export const targetBreakdown: YearReport = {
  info,
  read(source, options) {
    const year = reportYearOf(source, options);
    const sheet = source.targets(year, options.version ?? null, options.indicators ?? []);
    const chosen = chosenIndicators(sheet, options);
    const only = chosen.length === 1 ? chosen[0] : undefined;
    const heads = columnsOf(year, chosen);
    const listed = unitsWithTargets(sheet, chosen, options);
    const own = ownTargets(sheet, chosen, options, source.context.county);
    const isAlone = listed.length === 0 && own !== null;
    const sources = targetSources(year, sheet.version?.id ?? null);
    const data = dataRows(isAlone ? [own] : listed, chosen, sources);
    const whole =
      chosen.length > 0 &&
      listed.length > 0 &&
      (options.units ?? 'all') === 'all' &&
      options.unit === undefined;
    const total =
      listed.length === 0
        ? null
        : totalUnder(
            '合计',
            heads,
            data,
            whole ? totalCells(sheet, chosen, heads, sources) : listedCells(heads, data, chosen),
          );
    const foot = whole
      ? [
          countyRow(sheet, chosen, heads, source.context.county, sources),
          coverageRow(sheet, chosen, heads),
        ].filter((row) => row !== null)
      : [];
    const rows = [...data, ...(total === null ? [] : [total.row]), ...foot];
    const columns = total?.columns ?? heads;
    return {
      ...yearFrame(
        info,
        {
          title: `${year}年${only === undefined ? '' : only.name}目标任务分解表`,
          middle: versionText(sheet.version),
          measures: chosen.map((one) => one.measure),
          filters: [],
          period: `${year}年${sheet.version === null || sheet.version.number === 1 ? '' : sheet.version.name}`,
          empty:
            sheet.version === null
              ? `${year}年还没有目标。先在“目标”页填写或导入`
              : `${year}年这一版里，所选单位和指标还没有目标`,
        },
        options,
        source,
      ),
      columns: widenFigures(columns, rows),
      repeat: HEAD,
      rows,
      notes: notesOf(sheet, whole ? wholeOfCounty(source.context.county) : null),
      ...pagesOf(chosen),
    };
  },
};

/**
 * One indicator has its measure above the table and 责任人 as the last column; several carry
 * measure and name in their heads.
 */
function columnsOf(year: number, chosen: readonly Indicator[]): TableColumn[] {
  const single = chosen.length === 1;
  const of = (one: Indicator): TableColumn[] => {
    const head = single ? [] : [`${one.name}（${one.measure}）`];
    const goal = single ? [`${year}年目标`] : head;
    const figure = { width: 22, align: 'right', places: one.places, sums: true } as const;
    return [
      { path: [...head, '上年实际'], ...figure },
      { path: [...goal, '确保'], ...figure },
      { path: [...goal, '力争'], ...figure },
      { path: [...head, '增长%'], width: 16, align: 'right', places: GROWTH_PLACES },
    ];
  };
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['单　位'], width: 34, align: 'left' },
    ...chosen.flatMap(of),
    ...(single ? [{ path: ['责任人'], width: 30, align: 'left' } as const] : []),
  ];
}

function pagesOf(chosen: readonly Indicator[]): { readonly sheets?: readonly TableSheet[] } {
  if (chosen.length <= A_PAGE) return {};
  const starts = Array.from(
    { length: Math.ceil(chosen.length / A_PAGE) },
    (_, page) => page * A_PAGE,
  );
  return {
    sheets: starts.map((start) => ({
      columns: chosen
        .slice(start, start + A_PAGE)
        .flatMap((_, at) => [0, 1, 2, 3].map((part) => HEAD + (start + at) * PER_INDICATOR + part)),
      notes: [],
    })),
  };
}

type Sources = ReturnType<typeof targetSources>;
function dataRows(
  listed: readonly ListedTargets[],
  chosen: readonly Indicator[],
  sources: Sources,
): TableRow[] {
  return listed.map((row, index): TableRow => ({
    kind: 'data',
    cells: [
      { figure: String(index + 1) },
      row.name,
      ...chosen.flatMap((one) => cellsOf(row.cells[one.id], sources(one.id, row.unit), one)),
      ...ownerCell(chosen, row.cells),
    ],
  }));
}

const cellsOf = (
  cell: TargetCell | undefined,
  of: ReturnType<Sources>,
  { measure }: Indicator,
): TableCell[] => [
  of('base', figureCell(cell?.base ?? null)),
  of('assured', figureCell(cell?.assured ?? null)),
  of('stretch', figureCell(cell?.stretch ?? null)),
  cell === undefined
    ? null
    : shareOrDash(growthOf(cell.base, cell.assured, measure, GROWTH_PLACES)),
];
const ownerCell = (
  chosen: readonly Indicator[],
  cells: Readonly<Record<number, TargetCell>>,
): TableCell[] => (chosen.length === 1 ? [cells[chosen[0]?.id ?? 0]?.owner ?? null] : []);

/** What the services add up, and the sum's own growth. */
function totalCells(
  sheet: TargetSheet,
  chosen: readonly Indicator[],
  columns: readonly TableColumn[],
  sources: Sources,
): TableCell[] {
  const cells = chosen.flatMap((one): TableCell[] => {
    const of = sources(one.id, null);
    const sums = sheet.sums[one.id];
    const [base, assured, stretch] = [
      sums?.base ?? null,
      sums?.assured.sum ?? null,
      sums?.stretch.sum ?? null,
    ];
    return [
      of('base', figureCell(base)),
      of('assured', figureCell(assured)),
      of('stretch', figureCell(stretch)),
      shareOrDash(growthOf(base, assured, one.measure, GROWTH_PLACES)),
    ];
  });
  return fill([null, null, ...cells], columns);
}

/**
 * Over a part of the units only what is listed adds up; an indicator that does not add up stays
 * empty.
 */
function listedCells(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  chosen: readonly Indicator[],
): TableCell[] {
  const summed = sumRow(
    'total',
    '合计',
    1,
    columns,
    rows,
    rows.map((_, index) => index),
  ).cells;
  const valueAt = (index: number): Decimal | null => figureIn(summed[index] ?? null);
  return summed.map((cell, index) => {
    const one = chosen[Math.floor((index - HEAD) / PER_INDICATOR)];
    if (one?.rollup !== 'sum') return null;
    return (index - HEAD) % PER_INDICATOR === PER_INDICATOR - 1
      ? shareOrDash(growthOf(valueAt(index - 3), valueAt(index - 2), one.measure, GROWTH_PLACES))
      : cell;
  });
}

/** The county's own task, where it stands in the sheet. */
function countyRow(
  sheet: TargetSheet,
  chosen: readonly Indicator[],
  columns: readonly TableColumn[],
  county: string,
  sources: Sources,
): TableRow | null {
  if (!chosen.some((one) => sheet.county[one.id] !== undefined)) return null;
  return {
    kind: 'total',
    cells: fill(
      [
        null,
        `${wholeOfCounty(county)}任务`,
        ...chosen.flatMap((one) => cellsOf(sheet.county[one.id], sources(one.id, OWN_TARGET), one)),
      ],
      columns,
    ),
  };
}

/** 加压系数: the units' sum ÷ the task. */
function coverageRow(
  sheet: TargetSheet,
  chosen: readonly Indicator[],
  columns: readonly TableColumn[],
): TableRow | null {
  const share = (value: string | null | undefined): TableCell =>
    value === null || value === undefined ? null : { figure: value, places: 1, mark: '%' };
  const cells = chosen.flatMap((one): TableCell[] => [
    null,
    share(sheet.sums[one.id]?.assured.coverage),
    share(sheet.sums[one.id]?.stretch.coverage),
    null,
  ]);
  return cells.every((cell) => cell === null)
    ? null
    : { kind: 'total', cells: fill([null, '加压系数', ...cells], columns) };
}

const fill = (cells: readonly TableCell[], columns: readonly TableColumn[]): TableCell[] =>
  columns.map((_, index) => cells[index] ?? null);

/** `whole`: what the county is called, where its task is held against the sum. */
function notesOf(sheet: TargetSheet, whole: string | null): string[] {
  const covered =
    whole !== null && Object.values(sheet.sums).some((one) => one.assured.coverage !== null);
  const lacking = sheet.issues
    .filter(
      (issue) =>
        issue.code === 'coverage' &&
        issue.unit === null &&
        compare(sheet.sums[issue.indicator]?.assured.difference ?? '0', '0') < 0,
    )
    .map((issue) => issue.message);
  const reason = sheet.version?.reason;
  return [
    ...(reason === null || reason === undefined
      ? []
      : [`${sheet.version?.name ?? ''}：${reason}。`.replace(/。。$/, '。')]),
    ...(covered
      ? [
          `加压系数＝各单位合计÷${whole}任务；增长＝确保÷上年实际－1${sheet.indicators.some((one) => isShare(one.measure)) ? '，率的增长是百分点' : ''}。`,
        ]
      : []),
    ...lacking,
  ];
}
