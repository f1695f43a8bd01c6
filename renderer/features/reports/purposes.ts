/** What tables are printed for, in the office's words. */
import type { TablePurpose } from '../../../main/domain/table-name.ts';

export const PURPOSE_WORDS: Readonly<Record<TablePurpose, string>> = {
  targets: '目标责任',
  progress: '进度通报',
  scoring: '考核奖励',
  projects: '项目',
  tasks: '督办整改',
  leads: '招商线索',
  ledgers: '台账',
};
