/**
 * 催报单: who has not reported the month's figures, and which; for the telephone or the group chat.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import type { TableColumn, TableRow } from '../../model/table.ts';
import {
  inGroup,
  reportMonthOf,
  yearFrame,
  reportYearOf,
  type YearReport,
} from '../shared/year.ts';

const info = {
  name: 'chase-list',
  title: '催报单',
  about: '本月的数还没报齐的单位，缺哪几项',
  clock: 'month',
  subject: 'year',
  paper: 'A4',
  landscape: false,
  choices: ['units'],
} as const satisfies TableInfo;
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 11, align: 'center' },
  { path: ['单　位'], width: 32, align: 'left' },
  { path: ['应报'], width: 13, align: 'right', places: 0, sums: true },
  { path: ['已报'], width: 13, align: 'right', places: 0, sums: true },
  { path: ['未报指标'], width: 86, align: 'left' },
  { path: ['报送时间'], width: 25, align: 'left' },
];

export const chaseList: YearReport = {
  info,
  read(source, options) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const { units, words } = source.returns(year, month);
    const late = units.filter(
      (one) =>
        one.missing.length > 0 &&
        inGroup(one.kind, options.units) &&
        (options.unit === undefined || one.name === options.unit),
    );
    const rows = late.map((one, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        one.name,
        { figure: String(one.expected) },
        { figure: String(one.filled) },
        one.missing.join('、'),
        null,
      ],
    }));
    const name = `${year}年${source.monthName(month)}`;
    return {
      ...yearFrame(
        info,
        {
          title: `${name}完成数催报单`,
          middle: name,
          measures: [],
          filters: [],
          period: name,
          empty:
            units.length === 0
              ? `${year}年还没有目标，不知道谁该报。先在“目标”页填写或导入`
              : `${name}的数都报齐了`,
        },
        options,
        source,
      ),
      columns: COLUMNS,
      repeat: 2,
      rows,
      notes:
        rows.length === 0 || options.unit !== undefined || options.units !== undefined
          ? []
          : [words],
    };
  },
};
