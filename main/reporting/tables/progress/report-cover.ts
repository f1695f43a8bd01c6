/**
 * 上报单: the control totals, the counts, the explanations and the fingerprint of a report, to be
 * signed and compared.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import type { TableColumn, TableRow } from '../../model/table.ts';
import { reportMonthOf, reportYearOf, yearFrame, type YearReport } from '../shared/year.ts';

const info = {
  name: 'report-cover',
  title: '上报单',
  clock: 'month',
  about: '随上报包交的单子：累计数、条数、说明和校验码，签字、核对用',
  subject: 'year',
  paper: 'A4',
  landscape: false,
  choices: [],
} as const satisfies TableInfo;
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 14, align: 'center' },
  { path: ['指　标'], width: 66, align: 'left' },
  { path: ['计量单位'], width: 30, align: 'center' },
  { path: ['累　计'], width: 50, align: 'right' },
];
const PROJECTS = 'project';

export const reportCoverSheet: YearReport = {
  info,
  read(source, options) {
    const [year, month] = [reportYearOf(source, options), reportMonthOf(source, options)];
    const cover = source.cover(year, month);
    const name = `${year}年${source.monthName(month)}`;
    const rows = (cover?.totals ?? []).map((total, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        total.indicator,
        total.measure,
        { note: total.cumulative },
      ],
    }));
    return {
      ...yearFrame(
        info,
        {
          title: `${cover?.from ?? source.context.county}${name}上报单`,
          middle: cover === null ? name : `报送：${cover.to}　第${cover.number}号`,
          measures: [],
          filters: [],
          period: name,
          empty: `${name}还没有上报过。先在“收发”页上报`,
        },
        options,
        source,
      ),
      columns: COLUMNS,
      repeat: 2,
      rows,
      notes:
        cover === null
          ? []
          : [
              `校验码：${cover.fingerprint}。和收到的包一致，就是同一份。`,
              `完成数${cover.counts['figure'] ?? 0}个，项目${cover.counts[PROJECTS] ?? 0}个。`,
              ...cover.notes.map(({ finding, explained }) => `说明：${finding}${explained}`),
              '填报人：　　　　　　负责人：　　　　　　（公章）',
            ],
    };
  },
};
