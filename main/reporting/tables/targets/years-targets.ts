/**
 * 多年目标完成情况: a plan of several years (三年行动, 十四五) in yearly steps, each year's target
 * beside what was done, and the whole period.
 */
import type { ProgressSheet } from '../../../../preload/contract/progress.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import type { Indicator, TargetSheet } from '../../../../preload/contract/targets.ts';
import { divide, multiply, sum, type Decimal } from '../../../domain/exact/decimal.ts';
import { growthOf } from '../../../domain/targets/target.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { widenFigures } from '../shared/widths.ts';
import {
  chosenIndicators,
  reportYearOf,
  shareOrDash,
  yearFrame,
  type YearReport,
  type YearSource,
} from '../shared/year.ts';

const info = {
  name: 'years-targets',
  title: '多年目标完成情况表',
  about: '到所选年份为止五年内各年的目标和完成数、规划期合计，全县或一个单位，一项指标一行',
  clock: 'year',
  subject: 'year',
  paper: 'A3',
  landscape: true,
  choices: ['indicators'],
} as const satisfies TableInfo;
const MOST_YEARS = 5;
const DECEMBER = 12;

/** What one year says of one indicator. */
interface Step {
  readonly target: Decimal | null;
  readonly done: Decimal | null;
}

export const yearsTargets: YearReport = {
  info,
  read(source, options) {
    const last = reportYearOf(source, options);
    const sheets = Array.from({ length: MOST_YEARS }, (_, at) => last - MOST_YEARS + 1 + at)
      .map((year) => ({ year, sheet: source.targets(year, null, options.indicators ?? []) }))
      .filter(({ sheet }) => chosenOf(sheet, options).length > 0);
    const [first] = sheets;
    const years = sheets.map(({ year }) => year);
    const indicators = [
      ...new Map(
        sheets
          .flatMap(({ sheet }) => chosenOf(sheet, options))
          .map((one) => [one.id, one] as const),
      ).values(),
    ];
    const rows = rowsOf(source, options, sheets, indicators);
    const who = options.unit ?? source.context.county;
    const span = first === undefined ? `${last}年` : `${first.year}—${years.at(-1) ?? last}年`;
    return {
      ...yearFrame(
        info,
        {
          title: `${who}${span}目标完成情况表`,
          middle: span,
          measures: ['', '见各行'],
          filters: [],
          period: span,
          empty: `${who}到${last}年的五年里还没有目标。先在“目标”页填写或导入`,
        },
        options,
        source,
      ),
      columns: widenFigures(columnsOf(years), rows),
      repeat: 2,
      rows,
      notes: [
        '规划期：当年数逐年相加，存量和率看期末；有一年没有数的，完成数只加已有的年份。期末比基数＝最后一年目标÷基数－1，率的是百分点。',
      ],
    };
  },
};

interface YearSheet {
  readonly year: number;
  readonly sheet: TargetSheet;
}

function rowsOf(
  source: YearSource,
  options: ParsedTableOptions,
  sheets: readonly YearSheet[],
  indicators: readonly Indicator[],
): readonly TableRow[] {
  return indicators.map((one, at): TableRow => {
    const steps = sheets.map(({ year }) => stepOf(source, options, year, one));
    const base = baseOf(sheets[0]?.sheet, options, one);
    const end = steps.findLast(({ target }) => target !== null)?.target ?? null;
    const isPart = one.parent !== null && indicators.some(({ id }) => id === one.parent);
    return {
      kind: isPart ? 'of-which' : 'data',
      cells: [
        { figure: String(at + 1) },
        one.name,
        one.measure,
        placed(base, one),
        ...steps.flatMap(({ target, done }) => [placed(target, one), placed(done, one)]),
        ...wholeOf(one, steps),
        shareOrDash(growthOf(base, end, one.measure, 1)),
      ],
    };
  });
}

const chosenOf = (sheet: TargetSheet, options: ParsedTableOptions): readonly Indicator[] =>
  chosenIndicators(sheet, options).filter((one) =>
    options.unit === undefined ? true : cellIn(sheet, options, one) !== undefined,
  );

const cellIn = (sheet: TargetSheet, { unit }: ParsedTableOptions, { id }: Indicator) =>
  unit === undefined ? sheet.county[id] : sheet.rows.find(({ name }) => name === unit)?.cells[id];

const baseOf = (
  sheet: TargetSheet | undefined,
  options: ParsedTableOptions,
  one: Indicator,
): Decimal | null =>
  sheet === undefined
    ? null
    : (cellIn(sheet, options, one)?.base ??
      (options.unit === undefined ? (sheet.sums[one.id]?.base ?? null) : null));

/** At the newest month of the year that anyone reported. */
function stepOf(
  source: YearSource,
  { unit }: ParsedTableOptions,
  year: number,
  indicator: Indicator,
): Step {
  const sheet: ProgressSheet = source.progress({
    year,
    month: source.newestMonth(year) ?? DECEMBER,
    indicator: indicator.id,
    denominator: 'assured',
    group: 'all',
  });
  const row = unit === undefined ? sheet.total : sheet.rows.find(({ name }) => name === unit);
  return { target: row?.target ?? null, done: row?.cumulative ?? null };
}

const placed = (value: Decimal | null, { places }: Indicator): TableCell =>
  value === null ? null : { figure: value, places };

/**
 * Flows add up over the years, a stock or a ratio is what it is at the end; the share only where
 * both are there and more is better.
 */
function wholeOf(one: Indicator, steps: readonly Step[]): readonly TableCell[] {
  const targets = steps.flatMap(({ target }) => target ?? []);
  const dones = steps.flatMap(({ done }) => done ?? []);
  const adds = one.kind === 'flow' && one.rollup === 'sum';
  const wholeOfPart = (figures: readonly Decimal[]): Decimal | null =>
    figures.length === 0 ? null : adds ? sum(figures) : (figures.at(-1) ?? null);
  const [target, done] = [wholeOfPart(targets), wholeOfPart(dones)];
  const share =
    target === null || done === null || one.direction === 'down'
      ? null
      : divide(multiply(done, '100'), target, 2);
  return [placed(target, one), placed(done, one), shareOrDash(share)];
}

function columnsOf(years: readonly number[]): readonly TableColumn[] {
  const amount = (path: readonly string[]): TableColumn => ({ path, width: 22, align: 'right' });
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['指　标'], width: 52, align: 'left' },
    { path: ['计量单位'], width: 18, align: 'center' },
    amount([years[0] === undefined ? '基数' : `${years[0] - 1}年基数`]),
    ...years.flatMap((year) => [amount([`${year}年`, '目标']), amount([`${year}年`, '完成'])]),
    amount(['规划期', '目标']),
    amount(['规划期', '完成']),
    { path: ['规划期', '完成率%'], width: 18, align: 'right', places: 2 },
    { path: ['期末目标比基数±%'], width: 20, align: 'right', places: 1 },
  ];
}
