/** A way to see a ledger's records other than its sheet: how its page hands the room over. */
import type { NamedTable } from '../../main/domain/table-name.ts';
import type { ReactNode } from 'react';
import type { TableOptions } from '../../preload/contract/tables.ts';

export interface ViewProps {
  /** what the user filtered in the sheet */
  readonly filters: readonly { readonly field: string; readonly text: string }[];
  /** opens a record beside the view, on a tab of its drawer where one is named */
  open(id: number, tab?: string): void;
}
export interface OtherView {
  /** stands beside the page's title: which view is shown */
  readonly switcher: ReactNode;
  /**
   * it shows all there is whatever the sheet is filtered by: the filters are then not shown either
   */
  readonly isWhole: boolean;
  /** the table that “打印” prints while it is shown; null: the ledger's list */
  readonly paper: NamedTable | null;
  /** what that table is told beside the filters */
  readonly told?: TableOptions;
  /** null: the sheet itself */
  readonly draw: ((props: ViewProps) => ReactNode) | null;
}
