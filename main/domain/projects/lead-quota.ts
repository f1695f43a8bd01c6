/**
 * How many leads of value an official owes in a year (线索任务), by rank class; the preset of
 * domain.md §7.
 */
export interface LeadQuotas {
  readonly quotas: readonly { readonly rank: string; readonly count: number }[];
  /** of everyone else */
  readonly others: number;
}

export const LEAD_QUOTAS: LeadQuotas = {
  quotas: [
    { rank: '正乡级', count: 3 },
    { rank: '专业招商人员', count: 3 },
    { rank: '副乡级', count: 2 },
  ],
  others: 1,
};

export const quotaOf = ({ quotas, others }: LeadQuotas, rank: string | null): number =>
  quotas.find((one) => one.rank === rank)?.count ?? others;
