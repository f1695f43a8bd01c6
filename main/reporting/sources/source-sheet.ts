/**
 * 数据出处单: where one figure comes from, on paper: its past, and what it is worked out from, each
 * with its person, time, file and cell.
 */
import type { FigureEntry, FigureStory } from '../../../preload/contract/sources.ts';
import type { ParsedTableOptions } from '../../../preload/contract/tables.ts';
import { dayText } from '../../domain/days/day.ts';
import { timeText } from '../../domain/days/moment.ts';
import type { NamedTable } from '../../domain/table-name.ts';
import { Fault } from '../../domain/fault.ts';
import type { Book } from '../../services/book/book.ts';
import { contextOf, settledTable, type MadeTable } from '../making/making.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../model/table.ts';
import { nowWords } from '../tables/shared/report.ts';
import { figureStory } from './story.ts';

export const FIGURE_SOURCE: NamedTable = 'figure-source';
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  { path: ['事项或组成'], width: 50, align: 'left' },
  { path: ['原数'], width: 26, align: 'right' },
  { path: ['现数'], width: 26, align: 'right' },
  { path: ['时间'], width: 30, align: 'center' },
  { path: ['经办人'], width: 20, align: 'center' },
  { path: ['文件、工作表和单元格'], width: 60, align: 'left' },
  { path: ['原因、依据'], width: 40, align: 'left' },
];

/** @throws Fault table.unknown where no figure is asked for */
export function sourceSheet(book: Book, options: ParsedTableOptions): MadeTable {
  if (options.asked === undefined) throw new Fault('table.unknown', { table: FIGURE_SOURCE });
  const context = contextOf(book);
  const story = figureStory(book, options.asked);
  const rows = rowsOf(story);
  const table: PrintTable = {
    name: FIGURE_SOURCE,
    title: '数据出处单',
    subtitle: { left: story.name, middle: nowWords(context.today), right: '' },
    filters: [],
    columns: COLUMNS,
    repeat: 2,
    rows,
    derivedFrom: '修改记录',
    notes: [story.how],
    signatures: ['填表人：', '审核人：', `打印日期：${dayText(context.today)}`],
    page: { paper: options.paper ?? 'A4', landscape: options.landscape ?? true },
    empty: '没有修改记录',
    fileName: `数据出处单_${story.name}`.replace(/[\\/:*?"<>|\s]/g, ''),
  };
  return {
    table: settledTable(table, options),
    records: rows.filter(({ kind }) => kind === 'data').length,
    columns: [],
  };
}

function rowsOf({ text, entries, parts }: FigureStory): readonly TableRow[] {
  const now: TableRow = {
    kind: 'group',
    cells: padded([`现为：${text}`]),
  };
  const past = entries.map((entry, at): TableRow =>
    row(at, entry.what, entry.before, entry.after, entry),
  );
  const made = parts.map((part, at): TableRow =>
    row(at, part.name, part.entered?.before ?? null, part.text, part.entered),
  );
  return [
    now,
    ...(past.length === 0 ? [] : [head('一、经过（由近到远）'), ...past]),
    ...(made.length === 0
      ? []
      : [head(`${past.length === 0 ? '一' : '二'}、由以下${made.length}个数得出`), ...made]),
  ];
}

const head = (label: string): TableRow => ({ kind: 'group', cells: padded([label]) });
const padded = (cells: readonly TableCell[]): readonly TableCell[] =>
  COLUMNS.map((_, at) => cells[at] ?? null);

function row(
  at: number,
  what: string,
  before: string | null,
  after: string | null,
  entry: FigureEntry | null,
): TableRow {
  return {
    kind: 'data',
    cells: [
      { figure: String(at + 1) },
      what,
      before,
      after,
      entry === null ? null : timeText(entry.at),
      entry?.who ?? null,
      entry === null ? null : (entry.from ?? '手工录入'),
      entry?.reason ?? null,
    ],
  };
}
