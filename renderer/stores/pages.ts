/**
 * The pages, and what each may be opened for: a page or a parameter that there is not does not
 * compile.
 */
import type { TableName } from '../../preload/contract/tables.ts';
import type { AnyCode } from '../../main/domain/ledgers/index.ts';

/** What the page of a ledger is opened for. */
export interface LedgerParams {
  /** the record beside the sheet, and which tab of its drawer */
  readonly id?: number;
  readonly tab?: string;
  /** a new record, its form begun with these texts by field */
  readonly draft?: Readonly<Record<string, string>>;
  /** what a counted figure was counted from, by field */
  readonly filters?: Readonly<Record<string, string>>;
  readonly credited?: string;
  /** another way to see the records than the sheet */
  readonly view?: OtherViewName;
  /**
   * of the chart of sums: the field that its bars are told apart by, and the figure that they add
   * up
   */
  readonly by?: string;
  readonly sum?: string;
}
export type ProjectViewName = 'board' | 'gantt' | 'funnel' | 'sums' | 'map' | 'follow';
export type LeadViewName = 'quota' | 'events';
export type OtherViewName = ProjectViewName | LeadViewName;

/** The subjects of 设置, in the order in which they are listed. */
export const SETTINGS_PANELS = [
  '显示',
  '数据',
  '备份',
  '修改记录',
  '准入条件',
  '汇率',
  '项目接转',
  '导入过的表',
] as const;
export type SettingsPanel = (typeof SETTINGS_PANELS)[number];

type Nothing = Readonly<Record<string, never>>;
interface FigureParams {
  readonly indicator?: number;
  readonly unit?: number;
}
export interface PageParams {
  readonly overview: Nothing;
  readonly targets: FigureParams;
  readonly progress: FigureParams & { readonly month?: number };
  readonly findings: Nothing;
  readonly projects: LedgerParams;
  readonly rectification: LedgerParams;
  readonly tasks: LedgerParams;
  readonly scores: Nothing;
  /** without a ledger: all of them */
  readonly ledgers: LedgerParams & { readonly ledger?: AnyCode };
  /** the table that another page asked for; without it the first */
  readonly reports: { readonly table?: TableName };
  readonly exchange: Nothing;
  /** the subject that is shown; without it the one shown last */
  readonly settings: { readonly panel?: SettingsPanel };
  readonly meetings: Nothing;
  /** the ledger to change, or the new one in hand; else how to begin one is asked */
  readonly 'ledger-designer': { readonly code?: AnyCode; readonly design?: 'new' };
  readonly imports: Nothing;
}
export type Page = keyof PageParams;
/** A page with what it is opened for. */
export type OpenPlace = {
  readonly [P in Page]: { readonly page: P; readonly params: PageParams[P] };
}[Page];

/** Ledgers with a page of their own in the navigation. */
const PAGES = { project: 'projects', rectification: 'rectification', task: 'tasks' } as const;

export const hasOwnPage = (ledger: AnyCode): ledger is keyof typeof PAGES =>
  Object.hasOwn(PAGES, ledger);

export const placeOfLedger = (ledger: AnyCode, params: LedgerParams): OpenPlace =>
  hasOwnPage(ledger)
    ? { page: PAGES[ledger], params }
    : { page: 'ledgers', params: { ...params, ledger } };
