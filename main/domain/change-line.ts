/** Changes of the book as their list shows them, and by what they are picked out of it. */
export interface ChangeLine {
  readonly id: number;
  /** ISO time */
  readonly at: string;
  readonly who: string;
  readonly label: string;
  /** taken back since */
  readonly undone: boolean;
  /** itself takes another change back, or brings it back */
  readonly undoing: boolean;
}

/** What a change is about. */
export const CHANGE_KINDS = ['import', 'records', 'year', 'scores', 'exchange', 'decided'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export const CHANGE_KIND_NAMES: Readonly<Record<ChangeKind, string>> = {
  import: '导入',
  records: '台账记录',
  year: '目标和完成数',
  scores: '考核和奖励',
  exchange: '收发',
  decided: '设置',
};

/** What is wanted of the changes besides their page. */
export interface ChangesWanted {
  /** in what was done, or by whom */
  readonly text: string;
  readonly who?: string | undefined;
  readonly kind?: ChangeKind | undefined;
  /** YYYY-MM-DD, both days included */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
export interface ChangesAsked extends ChangesWanted {
  /** the last id of the page above, 0 for the newest */
  readonly before: number;
  readonly limit: number;
}
