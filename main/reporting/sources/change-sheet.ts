/** 修改记录 on paper: who did what and when, as it was picked out of the list. */
import type { ParsedTableOptions } from '../../../preload/contract/tables.ts';
import { CHANGE_KIND_NAMES, type ChangesWanted } from '../../domain/change-line.ts';
import { dayText } from '../../domain/days/day.ts';
import { timeText } from '../../domain/days/moment.ts';
import type { NamedTable } from '../../domain/table-name.ts';
import type { Book } from '../../services/book/book.ts';
import { listChanges } from '../../services/records/undo.ts';
import { contextOf, settledTable, type MadeTable } from '../making/making.ts';
import type { PrintTable, TableColumn, TableRow } from '../model/table.ts';

export const CHANGE_SHEET: NamedTable = 'change-sheet';
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 14, align: 'center' },
  { path: ['时间'], width: 36, align: 'center' },
  { path: ['经办人'], width: 24, align: 'center' },
  { path: ['修改内容'], width: 92, align: 'left' },
  { path: ['备注'], width: 20, align: 'center' },
];
/** a year of busy days; more is said, not left out silently */
const MOST = 5000;

export function changeSheet(book: Book, options: ParsedTableOptions): MadeTable {
  const context = contextOf(book);
  const wanted = options.changes ?? { text: '' };
  const lines = listChanges(book, { ...wanted, before: 0, limit: MOST + 1 });
  const rows = lines.slice(0, MOST).map((line, at): TableRow => ({
    kind: 'data',
    cells: [
      { figure: String(at + 1) },
      timeText(line.at),
      line.who,
      line.label,
      line.undone ? '已退回' : null,
    ],
  }));
  const table: PrintTable = {
    name: CHANGE_SHEET,
    title: '修改记录',
    subtitle: { left: context.county, middle: pickedText(wanted), right: '' },
    filters: [],
    columns: COLUMNS,
    repeat: 1,
    rows,
    derivedFrom: '修改记录',
    notes: [
      `共${rows.length}条，由近到远。`,
      ...(lines.length > MOST ? [`只印最近${MOST}条，更早的请按日期分段打印。`] : []),
    ],
    signatures: ['填表人：', '审核人：', `打印日期：${dayText(context.today)}`],
    page: { paper: options.paper ?? 'A4', landscape: options.landscape ?? false },
    empty: '没有符合条件的修改',
    fileName: '修改记录',
  };
  return { table: settledTable(table, options), records: rows.length, columns: [] };
}

/** What was picked, as the head of the page says it. */
function pickedText({ text, who, kind, from, to }: ChangesWanted): string {
  const days = from === undefined && to === undefined ? '' : `${from ?? '最早'}至${to ?? '今天'}`;
  return [
    days,
    who === undefined ? '' : `经办人：${who}`,
    kind === undefined ? '' : CHANGE_KIND_NAMES[kind],
    text === '' ? '' : `含“${text}”`,
  ]
    .filter((part) => part !== '')
    .join('　');
}
