/**
 * 对标分析表: own figures beside each rival region's: gap, share, and the yearly growth that draws
 * level in one, three and five years.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import type { Indicator } from '../../../../preload/contract/targets.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { wholeOfCounty } from '../../../domain/progress/words.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import {
  reportMonthOf,
  shareOrDash,
  yearFrame,
  reportYearOf,
  type RivalSheet,
  type YearReport,
} from '../shared/year.ts';

const info = {
  name: 'benchmark',
  title: '对标分析表',
  about: '与对标地区比差额、比值，算出几年追平要多快',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators'],
} as const satisfies TableInfo;
const YEARS = [1, 3, 5] as const;
/** 同比, 差额, 比值 and the years */
const SHARE_COLUMNS = 3 + YEARS.length;
const HEADS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  { path: ['地　区'], width: 40, align: 'left' },
];
/** 本县, 本区, 本市: what the place calls itself. */
const ownName = (county: string): string => wholeOfCounty(county).replace('全', '本');
const sharesFor = (own: string): readonly TableColumn[] => [
  { path: ['同比±%'], width: 20, align: 'right', places: 2 },
  { path: [`${own}比对方`, '差额'], width: 26, align: 'right', signed: true },
  { path: [`${own}比对方`, '比值%'], width: 22, align: 'right', places: 2 },
  ...YEARS.map((years): TableColumn => ({
    path: ['追平需年均增长%', `${years}年`],
    width: 18,
    align: 'right',
    places: 2,
  })),
];

export const benchmark: YearReport = {
  info,
  read(source, options) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const own = ownName(source.context.county);
    const wanted = source
      .indicators()
      .filter((one) => options.indicators?.includes(one.id) ?? !one.retired);
    const parts = wanted
      .map((one) => ({
        indicator: one,
        by: YEARS.map((years) => source.rivals({ year, month, indicator: one.id, years })),
      }))
      .filter(({ by }) => by[0]?.rows.some((row) => row.cumulative !== null) === true);
    const rows = parts.flatMap(({ indicator, by }, at) => [
      ...(parts.length === 1
        ? []
        : [groupRow(`${numeral(at + 1)}、${indicator.name}（${indicator.measure}）`)]),
      ...rowsOf(indicator, by, source.context.county),
    ]);
    return {
      ...yearFrame(
        info,
        {
          title: `${year}年${source.span(month)}${parts.length === 1 ? (parts[0]?.indicator.name ?? '') : ''}对标分析表`,
          middle: `${year}年${source.monthName(month)}`,
          measures: parts.length > 1 ? ['', '见表内'] : parts.map((one) => one.indicator.measure),
          filters: [],
          period: `${year}年${source.monthName(month)}`,
          empty: `${year}年${source.monthName(month)}还没有对标地区的数。先在“进度”页的“对标”里填写`,
        },
        options,
        source,
      ),
      columns: [
        ...HEADS,
        { path: [`${source.span(month)}累计`], width: 26, align: 'right' },
        ...sharesFor(own),
      ],
      repeat: 2,
      rows,
      notes: [
        `差额＝${own}－对方；比值＝${own}÷对方；追平需年均增长按对方保持现有增速计算，对方没有增速的记“—”。`,
      ],
    };
  },
};

const groupRow = (label: string): TableRow => ({
  kind: 'group',
  cells: [label, ...Array.from({ length: 2 + SHARE_COLUMNS }, (): TableCell => null)],
});

/** Own first; each indicator has places of its own. */
function rowsOf(indicator: Indicator, by: readonly RivalSheet[], county: string): TableRow[] {
  const first = by[0];
  if (first === undefined) return [];
  const told = (value: string | null): TableCell =>
    value === null ? null : { figure: value, places: indicator.places };
  const own: TableRow = {
    kind: 'data',
    cells: [
      { figure: '1' },
      `${county}（${ownName(county)}）`,
      told(first.own.cumulative),
      shareOrDash(first.own.growth),
      ...Array.from({ length: SHARE_COLUMNS - 1 }, (): TableCell => ({ note: '—' })),
    ],
  };
  const others = first.rows.map((row, index): TableRow => ({
    kind: 'data',
    cells: [
      { figure: String(index + 2) },
      row.rival,
      told(row.cumulative),
      shareOrDash(row.growth),
      row.gap === null ? { note: '—' } : { figure: row.gap, places: indicator.places },
      shareOrDash(row.share),
      ...by.map((one) =>
        shareOrDash(one.rows.find((other) => other.rival === row.rival)?.needed ?? null),
      ),
    ],
  }));
  return [own, ...others];
}
