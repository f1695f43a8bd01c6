/**
 * Size tiers of projects (规模档) by total investment in 人民币; the lower bound belongs to its
 * tier (domain.md §6).
 */
const WAN = 1_000_000n;
const YI = 10_000n * WAN;

/** From the smallest; `from` in 分. */
export const TIERS = [
  { value: 't0', label: '3000万元以下', from: 0n },
  { value: 't1', label: '3000万—1亿元', from: 3000n * WAN },
  { value: 't2', label: '1—3亿元', from: YI },
  { value: 't3', label: '3—5亿元', from: 3n * YI },
  { value: 't4', label: '5—10亿元', from: 5n * YI },
  { value: 't5', label: '10亿元以上', from: 10n * YI },
] as const;
