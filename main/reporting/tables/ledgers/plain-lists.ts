/** The lists of ledgers that have no table of their own kind: arrived funds, people. */
import { rowsUntil } from '../shared/report.ts';
import { listReport } from './ledger-list.ts';

export const arrivalList = listReport(
  {
    name: 'arrivals',
    title: '到位资金明细表',
    about: '逐笔列出到位资金，申报、认定、核减分列',
    clock: 'month',
    ledger: 'arrival',
    paper: 'A4',
    landscape: true,
    choices: ['columns', 'pageSums'],
    columns: [
      'project',
      'date',
      'amount',
      'recognised',
      'cut',
      'cut_reason',
      'basis',
      'source',
      'evidence',
      'remark',
    ],
    group: { field: null, none: '不分组' },
  },
  {
    stood: (rows, day) => rowsUntil(rows, 'date', day),
    isAdded: (row, { projects }) => projects.isCounted('arrival', row.id),
  },
);
export const personList = listReport({
  name: 'people',
  title: '人员名册',
  about: '逐个列出人员，可按单位分组',
  clock: 'now',
  ledger: 'person',
  paper: 'A4',
  landscape: false,
  choices: ['columns'],
  columns: ['name', 'unit', 'rank_class', 'post', 'phone', 'remark'],
  group: { field: null, none: '不分组' },
});
