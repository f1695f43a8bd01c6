/**
 * The lists of ledgers that have no table of their own kind: arrived funds, and every ledger that
 * names none.
 */
import type { BuiltInLedger } from '../../../domain/ledgers/field.ts';
import { ledgers, LEDGER_CODES } from '../../../domain/ledgers/index.ts';
import { rowsUntil, type PrintReport } from '../shared/report.ts';
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

/** Those of ledgers that name no table: the columns that a new user sees, under their own title. */
export const plainLists: readonly PrintReport[] = LEDGER_CODES.flatMap((code) => {
  const { about, shown }: BuiltInLedger = ledgers[code];
  if (shown === undefined || 'table' in shown.printed) return [];
  return listReport({
    name: code,
    title: shown.printed.title,
    about,
    clock: 'now',
    ledger: code,
    paper: 'A4',
    landscape: false,
    choices: ['columns'],
    columns: shown.first,
    group: { field: null, none: '不分组' },
  });
});
