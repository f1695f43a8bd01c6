/** 考核得分表 and 得分明细表: places, totals and grades by group, and every point with its reason. */
import type { SubjectScore } from '../../../domain/scoring/score.ts';
import type { ScoreSheet } from '../../../../preload/contract/scoring.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { placesOf } from '../../../domain/exact/decimal.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { widenFigures } from '../shared/widths.ts';
import {
  figureCell,
  reportMonthOf,
  yearFrame,
  reportYearOf,
  type YearReport,
  type YearSource,
} from '../shared/year.ts';

type Score = ScoreSheet['groups'][number]['scores'][number];
type YearInfo = TableInfo & { readonly subject: 'year' };
const scoresInfo: YearInfo = {
  name: 'scores',
  title: '考核得分表',
  about: '按组排名次，列出得分、等次和一票否决',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: false,
  choices: [],
};
const detailsInfo: YearInfo = {
  name: 'score-details',
  title: '考核得分明细表',
  about: '每个单位每一项得多少分，为什么',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: [],
};

const points = (name: string, places: number): TableColumn => ({
  path: [name],
  width: 24,
  align: 'right',
  places,
});
const group = (label: string, columns: readonly TableColumn[]): TableRow => ({
  kind: 'group',
  cells: [label, ...columns.slice(1).map((): TableCell => null)],
});
/** Who is struck out, or has nothing to be judged by, has no place. */
const placeInWords = ({ place, veto }: SubjectScore): string =>
  place !== null
    ? `（第${place}名）`
    : veto === null
      ? '（没有目标和数，不排名）'
      : '（一票否决，不排名）';

/** by place; those struck out last */
const ordered = (scores: readonly Score[]): readonly Score[] =>
  [...scores].sort(
    (a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY),
  );
const placesIn = (sheet: ScoreSheet | null): number =>
  Math.max(
    0,
    ...(sheet?.groups ?? []).flatMap(({ scores }) =>
      scores.map((one) => one.total.split('.')[1]?.length ?? placesOf(one.total)),
    ),
  );
const wanted = (scores: readonly Score[], options: ParsedTableOptions): readonly Score[] =>
  ordered(scores).filter((one) => options.unit === undefined || one.name === options.unit);

const sheetFor = (source: YearSource, options: ParsedTableOptions): ScoreSheet | null =>
  options.publication === undefined
    ? source.scores({
        year: reportYearOf(source, options),
        month: reportMonthOf(source, options),
        kind: options.period ?? 'month',
      })
    : source.published(options.publication);

function frame(
  info: YearInfo,
  sheet: ScoreSheet | null,
  source: YearSource,
  options: ParsedTableOptions,
): ReturnType<typeof yearFrame> {
  const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
  const period = sheet?.period ?? `${year}年${source.span(month)}`;
  const empty = sheet === null ? `还没有${year}年的考核办法` : '没有参加考核的单位';
  return yearFrame(
    info,
    {
      title: `${options.unit ?? source.context.county}${options.unit !== undefined && info === detailsInfo ? '考核得分单' : info.title}`,
      middle: period,
      measures: ['分'],
      filters: [],
      empty,
      period,
    },
    options,
    source,
  );
}

const notesOf = (sheet: ScoreSheet | null, options: ParsedTableOptions): readonly string[] =>
  sheet === null
    ? []
    : [
        `按《${sheet.name}》计分${options.publication === undefined ? '' : '，以公布的为准'}。`,
        ...sheet.notes,
      ];

export const scoreTable: YearReport = {
  info: scoresInfo,
  read(source, options) {
    const sheet = sheetFor(source, options);
    const columns: TableColumn[] = [
      { path: ['名次'], width: 14, align: 'center' },
      {
        path: [
          sheet?.groups.some(({ scores }) => scores.some((one) => one.key.startsWith('p'))) === true
            ? '单位（个人）'
            : '单位',
        ],
        width: 44,
        align: 'left',
      },
      points('得分', placesIn(sheet)),
      { path: ['等次'], width: 22, align: 'center' },
      { path: ['说明'], width: 70, align: 'left' },
    ];
    const rows = (sheet?.groups ?? []).flatMap(({ name, scores }, at): TableRow[] => {
      const data = wanted(scores, options).map((one): TableRow => ({
        kind: 'data',
        cells: [
          one.place === null ? { note: '—' } : { figure: String(one.place) },
          one.name,
          figureCell(one.total),
          one.grade,
          one.veto === null ? one.words || null : `一票否决，不排名：${one.veto}`,
        ],
      }));
      return data.length === 0
        ? []
        : [group(`${numeral(at + 1)}、${name}（${data.length}个）`, columns), ...data];
    });
    return {
      ...frame(scoresInfo, sheet, source, options),
      columns: widenFigures(columns, rows),
      repeat: 2,
      rows,
      notes: notesOf(sheet, options),
    };
  },
};

export const scoreDetails: YearReport = {
  info: detailsInfo,
  read(source, options) {
    const sheet = sheetFor(source, options);
    const columns: TableColumn[] = [
      { path: ['序号'], width: 12, align: 'center' },
      { path: ['考核项'], width: 56, align: 'left' },
      points('得分', placesIn(sheet)),
      { path: ['得分理由'], width: 160, align: 'left' },
    ];
    const rows = (sheet?.groups ?? [])
      .flatMap(({ scores }) => wanted(scores, options))
      .flatMap((one, at): TableRow[] => [
        group(`${numeral(at + 1)}、${one.name}${placeInWords(one)}`, columns),
        ...one.items.map((item, index): TableRow => ({
          kind: 'data',
          cells: [
            { figure: String(index + 1) },
            item.name,
            item.points === null ? { note: '—' } : { figure: item.points },
            item.reason,
          ],
        })),
        {
          kind: 'subtotal',
          cells: [null, '合计得分', { figure: one.total }, one.veto ?? (one.words || null)],
          adds: [],
        },
      ]);
    return {
      ...frame(detailsInfo, sheet, source, options),
      columns: widenFigures(columns, rows),
      repeat: 2,
      rows,
      notes: notesOf(sheet, options),
    };
  },
};
