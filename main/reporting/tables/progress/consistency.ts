/**
 * 校核报告: every inconsistency found in the year's targets and figures, each with where it comes
 * from.
 */
import type { Finding } from '../../../../preload/contract/progress.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { FINDING_KINDS, type FindingKind } from '../../../domain/progress/finding.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { yearFrame, reportYearOf, type YearReport } from '../shared/year.ts';

const info = {
  name: 'consistency',
  title: '数据校核报告',
  about: '逐条列出对不上的数：增长与数值、各地与合计、当月与累计、其中项、百分数，写明出处',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators'],
} as const satisfies TableInfo;
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  { path: ['月份'], width: 14, align: 'center' },
  { path: ['单位'], width: 32, align: 'left' },
  { path: ['指标'], width: 36, align: 'left' },
  { path: ['对不上的数'], width: 120, align: 'left' },
  { path: ['出处'], width: 48, align: 'left' },
];

export const consistency: YearReport = {
  info,
  read(source, options) {
    const year = reportYearOf(source, options);
    const names = new Set(
      source
        .indicators()
        .filter((one) => options.indicators?.includes(one.id) ?? true)
        .map((one) => one.name),
    );
    const found = source
      .findings(year)
      .filter(
        (one) =>
          (options.indicators === undefined || names.has(one.indicator)) &&
          (options.unit === undefined || one.unit === options.unit) &&
          (options.month === undefined || one.month === null || one.month <= options.month),
      );
    const rows = findingRows(found, source.context.county);
    return {
      ...yearFrame(
        info,
        {
          title: `${year}年目标与完成数校核报告`,
          middle: `${options.month === undefined ? `${year}年` : `截至${year}年${source.monthName(options.month)}`}，共${found.length}处`,
          measures: [],
          filters: [],
          period: `${year}年${options.month === undefined ? '' : source.monthName(options.month)}`,
          empty: `${year}年的目标和完成数没有对不上的地方`,
        },
        options,
        source,
      ),
      columns: COLUMNS,
      repeat: 2,
      rows,
      notes:
        found.length === 0 ? [] : ['校核只指出，不改数。已按原数入账的，请对照出处核实后更正。'],
    };
  },
};

/** Under a head for each kind that was found. */
function findingRows(found: readonly Finding[], county: string): readonly TableRow[] {
  const kinds = (Object.keys(FINDING_KINDS) as FindingKind[]).filter((code) =>
    found.some((one) => one.code === code),
  );
  const rows: TableRow[] = [];
  let number = 0;
  kinds.forEach((code, at) => {
    const list = found.filter((one) => one.code === code);
    rows.push({
      kind: 'group',
      cells: [
        `${numeral(at + 1)}、${FINDING_KINDS[code]}（${list.length}处）`,
        ...COLUMNS.slice(1).map((): TableCell => null),
      ],
    });
    for (const one of list)
      rows.push({
        kind: 'data',
        cells: [
          { figure: String((number += 1)) },
          one.month === null ? '全年' : `${one.month}月`,
          one.unit ?? county,
          one.indicator,
          one.message,
          one.where,
        ],
      });
  });
  return rows;
}
