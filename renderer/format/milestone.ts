/** The lamps of milestones: a shape and a word beside the colour. */
import type { MilestoneLamp } from '../../main/domain/projects/milestones.ts';

export const MILESTONE_LAMPS: Readonly<
  Record<MilestoneLamp, { readonly shape: string; readonly word: string }>
> = {
  done: { shape: '●', word: '按期完成' },
  late: { shape: '▲', word: '逾期完成' },
  red: { shape: '▲', word: '超期' },
  yellow: { shape: '◆', word: '30天内到期' },
  green: { shape: '●', word: '未到期' },
  none: { shape: '○', word: '没定时限' },
};
