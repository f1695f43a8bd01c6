/**
 * The kinds of inconsistency that the program looks for (校核), in the order in which they are
 * told.
 */
export const FINDING_KINDS = {
  growth: '增长与数值不符',
  children: '各单位合计与任务不符',
  cumulative: '当月与累计不符',
  falls: '累计比上月少',
  ofWhich: '其中项大于总项',
  percent: '百分数与数值不符',
  total: '合计与明细不符',
  yoy: '同比与数值不符',
  plan: '计划与目标不符',
} as const;
export type FindingKind = keyof typeof FINDING_KINDS;
