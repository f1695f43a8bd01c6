/** 月度完成情况通报表: per indicator the year's target, month, cumulative, 同比, completion, over/under pace and place; two indicators a page, totals last. */
import type {
  Denominator,
  ProgressRow,
  ProgressSheet,
} from '../../../../preload/contract/progress.ts';
import type { TableInfo, ParsedTableOptions } from '../../../../preload/contract/tables.ts';
import { placesOf, subtract } from '../../../domain/exact/decimal.ts';
import { isShare } from '../../../domain/exact/measure.ts';
import {
  growthPlaces,
  PACE_WORDS,
  reportedSentence,
  wholeOfCounty,
} from '../../../domain/progress/words.ts';
import { printedFigureText } from '../../model/figures.ts';
import type { TableCell, TableColumn, TableRow, TableSheet } from '../../model/table.ts';
import { widenFigures } from '../shared/widths.ts';
import {
  chosenIndicators,
  DENOMINATOR_WORDS,
  figureCell,
  reportMonthOf,
  shareOrDash,
  totalUnder,
  yearFrame,
  reportYearOf,
  type Correction,
  type YearReport,
  type YearSource,
} from '../shared/year.ts';

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
/** behind a figure that was corrected after its month was closed */
export const CORRECTED = '＊';

export const monthlyBulletin: YearReport = {
  info,
  read(source, options) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const sheets = progressSheets(source, options);
    const filled = withFigures(sheets, options);
    const heads = columnsOf(source, filled, month);
    const data = filled.length === 0 ? [] : dataRows(filled, options);
    const total =
      data.length === 0 || options.unit !== undefined
        ? null
        : totalUnder(`${totalName(source, options)}合计`, heads, data, [
            null,
            null,
            ...filled.flatMap((sheet) => totalCells(sheet)),
          ]);
    const rows =
      data.length === 0 && options.unit === undefined && filled.length > 0
        ? [countyRow(source, options, filled.flatMap(totalCells))]
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
      notes: notesOf(source, options, filled),
    };
  },
};

/** The month's sheets of the chosen indicators, or of all that have a target. */
export function progressSheets(
  source: YearSource,
  options: ParsedTableOptions,
): readonly ProgressSheet[] {
  const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
  const chosen = chosenIndicators(source.targets(year, null, options.indicators ?? []), options);
  const listed =
    options.indicators === undefined
      ? source
          .indicators()
          .filter((one) => !one.retired || chosen.some((other) => other.id === one.id))
      : chosen;
  return listed.map((one) =>
    source.progress({
      year,
      month,
      indicator: one.id,
      denominator: options.denominator ?? null,
      group: options.units ?? 'all',
    }),
  );
}

const hasFigure = (row: ProgressRow): boolean => row.month !== null || row.cumulative !== null;
const shownRows = (sheet: ProgressSheet, options: ParsedTableOptions): readonly ProgressRow[] =>
  sheet.rows.filter(
    (row) =>
      (options.unit === undefined || row.name === options.unit) &&
      (hasFigure(row) || row.target !== null),
  );

/** Those that anyone has reported; an indicator asked for by name stays even where nobody has. */
export const withFigures = (
  sheets: readonly ProgressSheet[],
  options: ParsedTableOptions,
): readonly ProgressSheet[] => {
  const reported = sheets.filter(
    (sheet) =>
      shownRows(sheet, options).some(hasFigure) ||
      (options.unit === undefined && hasFigure(sheet.total)),
  );
  return options.indicators === undefined || reported.length === 0 ? reported : sheets;
};

/** Figures that no unit reports: the whole is the only one that does, and stands as a row of its own. */
export const countyRow = (
  source: YearSource,
  options: ParsedTableOptions,
  cells: readonly TableCell[],
): TableRow => ({
  kind: 'data',
  cells: [{ figure: '1' }, totalName(source, options), ...cells],
});

export const totalName = (source: YearSource, options: ParsedTableOptions): string =>
  (options.units ?? 'all') === 'all' ? wholeOfCounty(source.context.county) : '';

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

function dataRows(sheets: readonly ProgressSheet[], options: ParsedTableOptions): TableRow[] {
  const units = new Map(
    sheets.flatMap((sheet) => shownRows(sheet, options)).map((row) => [row.unit, row.name]),
  );
  // the first sheet lists every unit in the order of the county's tree
  const order = [...new Set(sheets.flatMap((sheet) => sheet.rows.map((row) => row.unit)))].filter(
    (unit) => units.has(unit),
  );
  return order.map((unit, index): TableRow => ({
    kind: 'data',
    cells: [
      { figure: String(index + 1) },
      units.get(unit) ?? '',
      ...sheets.flatMap((sheet) =>
        cellsOf(
          sheet,
          sheet.rows.find((row) => row.unit === unit),
        ),
      ),
    ],
  }));
}

function cellsOf(sheet: ProgressSheet, row: ProgressRow | undefined): TableCell[] {
  if (row === undefined) return Array.from({ length: widthOf(sheet) }, () => null);
  const changed = (part: 'month' | 'cumulative'): string =>
    row.published !== null && row.published[part] !== row[part] ? CORRECTED : '';
  const shares: TableCell[] = hasFigure(row)
    ? [
        shareOrDash(row.yoy),
        shareOrDash(row.completion),
        ...pointsOf(sheet, row),
        shareOrDash(row.gap),
        row.place === null ? { note: '—' } : { figure: String(row.place) },
      ]
    : Array.from({ length: widthOf(sheet) - AMOUNTS }, () => null);
  return [
    figureCell(row.target),
    figureCell(row.month, changed('month')),
    figureCell(row.cumulative, changed('cumulative')),
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

const totalCells = (sheet: ProgressSheet): TableCell[] => cellsOfTotal(sheet, sheet.total);
const cellsOfTotal = (sheet: ProgressSheet, total: ProgressRow): TableCell[] => [
  figureCell(total.target),
  figureCell(total.month),
  figureCell(total.cumulative),
  shareOrDash(total.yoy),
  shareOrDash(total.completion),
  ...pointsOf(sheet, total),
  shareOrDash(total.gap),
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
            .map(countWords)
            .join('；')}。`,
        ]
      : [],
  }));
}

/** 合同引资完成全年任务2个，过半10个（含完成），欠序时7个，无实绩0个 */
function countWords({ indicator, counts }: ProgressSheet): string {
  if (counts.ranked === 0) return `${indicator.name}还没有可比的数`;
  if (indicator.direction === 'down')
    return `${indicator.name}${PACE_WORDS.down.behind}${counts.behind}个`;
  if (indicator.kind !== 'flow') return `${indicator.name}达到年度目标${counts.finished}个`;
  return `${indicator.name}完成全年任务${counts.finished}个，过半${counts.half}个（含完成），欠序时${counts.behind}个，无实绩${counts.nothing}个`;
}

function denominatorFilter(source: YearSource, options: ParsedTableOptions): string[] {
  return options.denominator === undefined || options.denominator === source.scoring()
    ? []
    : [`按${DENOMINATOR_WORDS[options.denominator]}`];
}

function notesOf(
  source: YearSource,
  options: ParsedTableOptions,
  sheets: readonly ProgressSheet[],
): string[] {
  if (sheets.length === 0) return [];
  const by: Denominator = options.denominator ?? source.scoring();
  const pace = paceWords(sheets);
  const late = sheets
    .filter((sheet) => sheet.missing.length > 0)
    .map((sheet) => {
      const owed = sheet.rows.filter((row) => row.target !== null).length;
      return `${sheet.indicator.name}未报：${sheet.missing.join('、')}。${reportedSentence(owed, sheet.missing)}`;
    });
  return [
    `完成率＝累计÷年目标（${DENOMINATOR_WORDS[by]}）${pace}；超欠序时＝完成率－序时进度；名次按完成率排列，相同的并列，没有目标的不排名。`,
    ...ceilingNote(sheets),
    ...late,
    ...new Set(sheets.flatMap((sheet) => sheet.merged)),
    ...correctionNotes(source, options, sheets),
  ];
}

/** One pace where every row has the same; else whose is which: a plan of the whole is no plan of each unit. */
function paceWords(sheets: readonly ProgressSheet[]): string {
  const distinct = (rows: readonly ProgressRow[]): readonly string[] => [
    ...new Set(rows.flatMap((row) => (row.pace === null ? [] : [printedFigureText(row.pace, 2)]))),
  ];
  const [whole, units] = [
    distinct(sheets.map((sheet) => sheet.total)),
    distinct(sheets.flatMap((sheet) => sheet.rows)),
  ];
  const all = [...new Set([...whole, ...units])];
  if (all.length === 0) return '';
  if (all.length === 1) return `，序时进度${all[0] ?? ''}%`;
  const [wholeOnly, unitOnly] = [
    whole.length === 1 ? whole[0] : null,
    units.length === 1 ? units[0] : null,
  ];
  return wholeOnly != null && unitOnly != null
    ? `，序时进度合计按${wholeOnly}%，各单位按${unitOnly}%`
    : '，序时进度各按自己的分期计划';
}

/** What a reader must know of indicators that should stay low: for them a plus is bad. */
export function ceilingNote(sheets: readonly ProgressSheet[]): string[] {
  const names = sheets.flatMap(({ indicator }) =>
    indicator.direction === 'down' ? [indicator.name] : [],
  );
  return names.length === 0
    ? []
    : [
        `${names.join('、')}越少越好：${PACE_WORDS.down.completion}＝累计÷${PACE_WORDS.down.target}，${PACE_WORDS.down.gap}为正数的超了，为负数的没有超；占比低的名次在前。`,
      ];
}

/** ＊磻溪镇合同引资9月累计：公布3.35，更正为3.53（核实入库时间，政统〔2012〕5号）。 */
export function correctionNotes(
  source: YearSource,
  options: ParsedTableOptions,
  sheets: readonly ProgressSheet[],
): string[] {
  const corrections = source
    .corrections(reportYearOf(source, options))
    .filter((one) => one.month === reportMonthOf(source, options));
  return sheets.flatMap((sheet) =>
    shownRows(sheet, options).flatMap((row) => {
      const { published } = row;
      if (published === null) return [];
      const parts = (
        [
          ['month', '当月'],
          ['cumulative', '累计'],
        ] as const
      ).filter(([part]) => published[part] !== row[part]);
      if (parts.length === 0) return [];
      const told = (value: string | null): string =>
        value === null
          ? '（　　）'
          : printedFigureText(value, Math.max(sheet.indicator.places, placesOf(value)));
      const why = corrections.findLast(
        (one) => one.unit === row.name && one.indicator === sheet.indicator.name,
      );
      const words = parts
        .map(([part, label]) => `${label}公布${told(published[part])}，更正为${told(row[part])}`)
        .join('；');
      return [`${CORRECTED}${row.name}${sheet.indicator.name}${words}${reasonOf(why)}。`];
    }),
  );
}

const reasonOf = (why: Correction | undefined): string =>
  why === undefined
    ? ''
    : `（${[why.reason, ...(why.document === null ? [] : [why.document])].join('，')}）`;
