/** What a salvage brought and what it could not, in one sentence for window and command line. */
import { builtInLedgerOf } from '../ledgers/index.ts';
import type { Salvaged } from './backup.ts';

export function salvagedText({ aside, tables, orphans }: Salvaged): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const hurt = tables.filter(({ whole }) => !whole).map(({ table }) => nameOf(table));
  const missing = tables.flatMap(({ table, missing: columns }) =>
    columns.map((column) => `${nameOf(table)}的${labelOf(table, column)}`),
  );
  return [
    `已抢救${rows}行，${hurt.length === 0 ? '没有丢行' : `这些表有读不全的行：${hurt.join('、')}`}。`,
    missing.length === 0 ? '' : `有的值读不出来，留了空：${missing.join('、')}。`,
    orphans === 0 ? '' : `另有${orphans}行所属的记录已丢，没有带过来。`,
    `坏的文件留在“${aside}”。`,
  ].join('');
}

const nameOf = (table: string): string => builtInLedgerOf(table)?.label ?? table;

const labelOf = (table: string, column: string): string =>
  builtInLedgerOf(table)?.fields.find(({ code }) => code === column)?.label ?? column;
