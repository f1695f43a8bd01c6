/**
 * Milestones of a project (节点): presets for building and for preliminary work, and how each
 * stands on a day.
 */
import { daysAfter } from '../tasks/deadline.ts';
import { spanOf, surelyBefore, type Day } from '../days/day.ts';

export const MILESTONE_KINDS = [
  { value: 'building', label: '建设节点' },
  { value: 'preliminary', label: '前期工作' },
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number]['value'];

/**
 * Names only: no date is invented. Of the ledgers of 漳州 (building) and its 13 items of
 * preliminary work.
 */
export const MILESTONE_PRESETS: Readonly<Record<MilestoneKind, readonly string[]>> = {
  building: ['进场', '桩基', '基础', '封顶', '装修和设备安装', '试生产或验收', '投产'],
  preliminary: [
    '立项申请',
    '可研报告',
    '设计和概算',
    '选址',
    '环境影响评价',
    '用地、用林、用海',
    '规划许可',
    '施工图审查',
    '招标投标',
    '施工许可',
    '土地供应',
    '水电接入',
    '其他',
  ],
};

export interface Milestone {
  readonly deadline: Day | null;
  readonly done: Day | null;
}
export type MilestoneLamp = 'done' | 'late' | 'red' | 'yellow' | 'green' | 'none';

/** Due within so many days: yellow. */
const SOON_DAYS = 30;

/**
 * `done` in time, done `late`, overdue `red`, due within 30 days `yellow`, later `green`; `none`
 * without a deadline.
 */
export function milestoneLamp({ deadline, done }: Milestone, today: Day): MilestoneLamp {
  if (done !== null) return deadline !== null && surelyBefore(deadline, done) ? 'late' : 'done';
  if (deadline === null) return 'none';
  const { last } = spanOf(deadline);
  if (last < today) return 'red';
  return last <= daysAfter(today, SOON_DAYS) ? 'yellow' : 'green';
}

/**
 * The first milestone that is dated before an earlier one of its way; null where none surely is.
 */
export function reversedMilestone<T extends Milestone>(
  way: readonly T[],
): { readonly earlier: T; readonly later: T } | null {
  let last: T | null = null;
  for (const one of way) {
    if (one.done === null) continue;
    if (last?.done != null && surelyBefore(one.done, last.done))
      return { earlier: last, later: one };
    last = one;
  }
  return null;
}
