/** By what projects are summed up in charts and short tables. */
export const SUM_FIELDS = [
  { value: 'unit', label: '单位' },
  { value: 'industry', label: '产业' },
  { value: 'origin', label: '来源地' },
  { value: 'location', label: '落户园区' },
  { value: 'stage', label: '项目阶段' },
  { value: 'tier', label: '规模' },
  { value: 'nature', label: '建设性质' },
  { value: 'category', label: '项目类别' },
  { value: 'level', label: '项目级别' },
] as const;
export type SumField = (typeof SUM_FIELDS)[number]['value'];
