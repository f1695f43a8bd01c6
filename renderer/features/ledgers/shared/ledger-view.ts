/** What is kept of a ledger’s view: filters, order, columns, drafts. */
import type { LedgerParams } from '../../../stores/pages.ts';
import type { GridSort } from '../../../ui/grid/model.ts';

/** What was typed in a form's field; `measure` where another than the field's own was chosen. */
export interface TypedText {
  readonly text: string;
  readonly measure?: string;
}
export type RecordDraft = Readonly<Record<string, TypedText>>;
/** What a named view brings back. */
export type ViewContent = Pick<LedgerView, 'filters' | 'sort' | 'group' | 'shown'>;
/** The record in the drawer and its place in the list; −1 where that is not known. */
export interface OpenedRecord {
  readonly id: number;
  readonly index: number;
  /** the drawer's tab, where not its first */
  readonly tab?: string | undefined;
}
export interface LedgerView {
  /** what the page was last opened for, and the record that has been beside the sheet since */
  readonly opened: { readonly asked: LedgerParams; readonly record: OpenedRecord | null } | null;
  readonly filters: Readonly<Record<string, string>>;
  /** the unit whose records by credits are shown; null: everybody's */
  readonly credited: string | null;
  readonly sort: readonly GridSort[];
  /** fields, outermost first; at most three */
  readonly group: readonly string[];
  readonly shown: readonly string[];
  readonly drafts: Readonly<Record<number, RecordDraft>>;
  filter(field: string, text: string): void;
  show(part: Partial<Pick<LedgerView, 'sort' | 'group' | 'shown'>>): void;
  draft(id: number, draft: RecordDraft): void;
  dropDraft(id: number): void;
}
