/** States of a task (督办事项), and which of them a workbook without a column for it tells. Pure. */
import type { Choice, Value } from './field.ts';

export const TASK_STATES = [
  {
    value: 'not_started',
    label: '未启动',
    also: ['未开始', '未开展', '待办', '未完成', '否', '未办结'],
  },
  {
    value: 'doing',
    label: '进行中',
    also: ['推进中', '办理中', '正在办理', '在办', '正常推进', '序时推进', '已启动'],
  },
  { value: 'extended', label: '已延期', also: ['延期', '申请延期', '延期办理'] },
  {
    value: 'awaiting',
    label: '待验收',
    also: ['已完成', '完成', '待核查', '待销号', '已完成待验收'],
  },
  { value: 'closed', label: '已办结', also: ['办结', '已销号', '销号', '验收通过', '是', '√'] },
] as const satisfies readonly Choice[];
export type TaskState = (typeof TASK_STATES)[number]['value'];

/**
 * The state that a workbook tells without a column for it: by the date it was closed, else by what
 * is written of the progress.
 */
export function taskStateTold(record: {
  readonly closed_date: Value;
  readonly progress: Value;
}): TaskState {
  if (record.closed_date !== null) return 'closed';
  const said = (record.progress ?? '').replace(/\s/g, '');
  if (said === '' || /^(?:未|尚未|还未|没有)(?:开始|启动|开展|完成)?[。.]?$/.test(said))
    return 'not_started';
  if (/^已?(?:办结|销号)[。.]?$/.test(said)) return 'closed';
  return /^(?:已|全部|已全部)?(?:完成|落实到位|完毕)[。.]?$/.test(said) ? 'awaiting' : 'doing';
}
