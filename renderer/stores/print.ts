/** What a page asked to have printed: the options with which the report page opens on its table. */
import { create } from 'zustand';
import type { TableName, TableOptions } from '../../preload/contract/tables.ts';
import { go } from './navigation.ts';
import { tableOpened } from './table-habits.ts';

interface Print {
  readonly options: TableOptions;
}

export const usePrint = create<Print>()(() => ({ options: {} }));

export function printTable(table: TableName, options: TableOptions): void {
  usePrint.setState({ options });
  tableOpened(table);
  go('reports', { table });
}
