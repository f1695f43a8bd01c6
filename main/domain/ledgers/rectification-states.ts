/**
 * States of a problem (整改/隐患), and which of them a workbook without a column for it tells.
 * Pure.
 */
import type { Choice, Value } from './field.ts';

export const RECTIFICATION_STATES = [
  {
    value: 'found',
    label: '未整改',
    also: ['发现', '已发现', '未启动', '未开始', '否', '未完成', '待整改', '未销号'],
  },
  {
    value: 'rectifying',
    label: '整改中',
    also: ['正在整改', '推进中', '进行中', '部分完成', '基本完成'],
  },
  {
    value: 'awaiting',
    label: '待验收',
    also: ['待销号', '申请销号', '待复查', '已整改', '已整改待验收', '整改完成', '已完成', '完成'],
  },
  { value: 'closed', label: '已销号', also: ['销号', '已验收', '验收合格', '已办结', '是', '√'] },
] as const satisfies readonly Choice[];
export type RectificationState = (typeof RECTIFICATION_STATES)[number]['value'];

/**
 * The state that a workbook tells without a column for it: by the date it was struck off, else by
 * what is written of the work.
 */
export function rectificationStateTold(record: {
  readonly closed_date: Value;
  readonly progress: Value;
}): RectificationState {
  if (record.closed_date !== null) return 'closed';
  const said = (record.progress ?? '').replace(/\s/g, '');
  if (said === '' || /^(?:未|尚未|还未|没有)(?:开始)?(?:整改|启动|完成|销号)?[。.]?$/.test(said))
    return 'found';
  if (/^已?(?:验收)?(?:合格)?(?:后)?(?:已)?销号[。.]?$/.test(said)) return 'closed';
  return /^(?:已|全部|已全部)?(?:整改)?(?:完成|到位|完毕|整改)(?:整改)?[。.]?$/.test(said)
    ? 'awaiting'
    : 'rectifying';
}
