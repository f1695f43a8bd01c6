/** Where something is used, in words, for whoever wants it gone: 项目3条、2012年考核办法. */
import type { Reader } from '../../data/open.ts';
import {
  documentsNaming,
  rowsNamingIndicator,
  rowsNamingUnit,
  type DocumentUse,
  type RowUse,
} from '../../data/uses/uses.ts';
import { ledgerIn } from '../../data/ledgers/own-ledgers.ts';

/** Of tables that are no ledgers. */
const WORDS: Partial<Record<RowUse['table'], string>> = {
  unit: '下级单位',
  indicator: '其他指标',
  target: '目标',
  figure: '完成数',
  rival_figure: '对标数',
  published: '公布数',
  correction: '更正',
  score_event: '考核事项',
  post_term: '任职',
  reward_share: '奖励',
  project_problem: '项目问题',
  promotion_event: '招商活动',
  meeting_item: '会议议题',
  credit: '项目分成',
  partner: '往来单位',
  parcel: '收发的包',
};

export const whereUnitIsUsed = (db: Reader, id: number): readonly string[] => [
  ...rowsNamingUnit(db, id).map((one) => rowWords(db, one)),
  ...documentsNaming(db, 'unit', (one) => one === id).map(documentWords),
];
export const whereIndicatorIsUsed = (db: Reader, id: number): readonly string[] => [
  ...rowsNamingIndicator(db, id).map((one) => rowWords(db, one)),
  ...documentsNaming(db, 'indicator', (one) => one === id).map(documentWords),
];

const rowWords = (db: Reader, { table, rows }: RowUse): string =>
  `${WORDS[table] ?? ledgerIn(db, table)?.label ?? table}${rows}条`;

function documentWords({ of, name }: DocumentUse): string {
  switch (of) {
    case 'scheme':
      return `${name}考核办法`;
    case 'reward_book':
      return `${name}奖励办法`;
    case 'indicator':
      return `指标“${name}”的统计口径`;
    case 'own_ledger':
      return `台账“${name}”的视图`;
    case 'saved_view':
      return `视图“${name}”`;
  }
}
